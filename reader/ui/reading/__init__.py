"""The reading pane: one article set as a newspaper column, its marks, and finding in it."""
