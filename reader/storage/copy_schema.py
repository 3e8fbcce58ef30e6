"""Step 7 of the tables: what is known of articles that stand in several papers or on several days.

``copy_band`` has the keys of every article's sketch (``domain/sketch.py``). Rows of articles that changed or went stay:
they only make candidates, which are looked at before they count, and no id is used twice. ``copy`` has the articles
that have copies, and the group of each, named by the least of their ids when it was made. Triggers note what is to be
looked at, in the transaction that changes it; ``storage/copies.py`` brings both tables up to date.
"""

STATEMENTS = (
    "CREATE TABLE copy_band (key INTEGER, item_id INTEGER, PRIMARY KEY (key, item_id)) WITHOUT ROWID",
    "CREATE TABLE copy (item_id INTEGER PRIMARY KEY, group_id INTEGER NOT NULL)",
    "CREATE INDEX copy_by_group ON copy (group_id, item_id)",
    "CREATE TABLE copy_stale (id INTEGER PRIMARY KEY)",
    "INSERT INTO copy_stale SELECT id FROM item WHERE readable",
    """CREATE TRIGGER copy_item_added AFTER INSERT ON item WHEN new.readable
       BEGIN INSERT OR IGNORE INTO copy_stale VALUES (new.id); END""",
    """CREATE TRIGGER copy_item_changed AFTER UPDATE OF content, readable ON item
       WHEN old.content IS NOT new.content OR old.readable IS NOT new.readable
       BEGIN
           DELETE FROM copy WHERE item_id = old.id;
           DELETE FROM copy_stale WHERE id = old.id;
           INSERT INTO copy_stale SELECT new.id WHERE new.readable;
       END""",
    """CREATE TRIGGER copy_item_removed AFTER DELETE ON item
       BEGIN
           DELETE FROM copy WHERE item_id = old.id;
           DELETE FROM copy_stale WHERE id = old.id;
       END""",
)
