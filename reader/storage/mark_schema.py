"""Step 4 of the tables: what the annotation list is filtered by, so that it need not read whole annotations.

``mark_text`` has the folded quote and note of an annotation (``domain/fold.py``). SQLite cannot fold, so triggers note
which are out of date, whoever writes, and ``storage/mark_text.py`` brings them up to date before it is read.
"""

STATEMENTS = (
    "CREATE TABLE mark_text (id INTEGER PRIMARY KEY, folded TEXT NOT NULL)",
    "CREATE TABLE mark_text_stale (id INTEGER PRIMARY KEY)",
    "INSERT INTO mark_text_stale SELECT id FROM annotation",
    """CREATE TRIGGER mark_text_added AFTER INSERT ON annotation
       BEGIN INSERT OR IGNORE INTO mark_text_stale VALUES (new.id); END""",
    """CREATE TRIGGER mark_text_changed AFTER UPDATE OF quote, note ON annotation
       WHEN old.quote IS NOT new.quote OR old.note IS NOT new.note
       BEGIN INSERT OR IGNORE INTO mark_text_stale VALUES (new.id); END""",
    """CREATE TRIGGER mark_text_removed AFTER DELETE ON annotation
       BEGIN
           DELETE FROM mark_text WHERE id = old.id;
           DELETE FROM mark_text_stale WHERE id = old.id;
       END""",
    # In place of the index by page alone, which it begins with: filters read it and not the quotes beside.
    "DROP INDEX annotation_by_page",
    """CREATE INDEX annotation_by_page
       ON annotation (page_id, start, item_id, color, coder, state, importance)""",
    "CREATE INDEX annotation_noted ON annotation (id) WHERE note != ''",
)
