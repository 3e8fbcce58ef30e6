"""What headlines are filtered by: an index to read them from without the articles, and a count of their changes."""

_CHANGED = "BEGIN UPDATE headline_version SET number = number + 1; END"

STATEMENTS = (
    "CREATE INDEX item_by_label ON item (label) WHERE readable = 1",
    "CREATE TABLE headline_version (number INTEGER NOT NULL) -- grows whenever a headline comes, goes or changes",
    "INSERT INTO headline_version VALUES (0)",
    f"CREATE TRIGGER headline_added AFTER INSERT ON item WHEN new.readable {_CHANGED}",
    f"CREATE TRIGGER headline_removed AFTER DELETE ON item WHEN old.readable {_CHANGED}",
    f"""CREATE TRIGGER headline_changed AFTER UPDATE OF label, readable ON item
        WHEN old.label IS NOT new.label OR old.readable IS NOT new.readable {_CHANGED}""",
)
