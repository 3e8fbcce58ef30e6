"""The library on disk: the only room that speaks SQL. One module per aggregate, one journal for undo."""
