"""The tables of the search index, and the triggers that tell it what changed.

``search_text`` holds, for each readable item, every two characters that follow each other as a token, so that a phrase
of tokens is any part of the text; it is contentless, since the text is on its page. Its row ids are documents: an item
that changes loses its document (what the index has of it is ignored from then on) and is noted in ``search_stale``, in
the transaction that changes it, whoever does it. ``storage/search_index.py`` gives it a new document.

A document's number begins with the day of issue, so that walking the index backwards is newest first.
"""

STATEMENTS = (
    # What is in the first column needs two bytes less for each token, so that is the text.
    "CREATE VIRTUAL TABLE search_text USING fts5 (text, title, byline, content = '', tokenize = 'ascii')",
    "CREATE TABLE search_doc (doc INTEGER PRIMARY KEY, item_id INTEGER NOT NULL UNIQUE, page_id INTEGER NOT NULL)",
    # The documents of a day that were ever numbered: a number is not used again, for the index may still know it.
    "CREATE TABLE search_day (day INTEGER PRIMARY KEY, used INTEGER NOT NULL)",
    "CREATE TABLE search_stale (id INTEGER PRIMARY KEY)",
    """CREATE TRIGGER search_item_added AFTER INSERT ON item WHEN new.readable
       BEGIN INSERT OR IGNORE INTO search_stale VALUES (new.id); END""",
    """CREATE TRIGGER search_item_changed AFTER UPDATE OF id, page_id, readable, content ON item
       WHEN old.content IS NOT new.content OR old.readable IS NOT new.readable OR old.page_id IS NOT new.page_id
       BEGIN
           DELETE FROM search_doc WHERE item_id = old.id;
           INSERT OR IGNORE INTO search_stale VALUES (new.id);
       END""",
    """CREATE TRIGGER search_item_removed AFTER DELETE ON item
       BEGIN
           DELETE FROM search_doc WHERE item_id = old.id;
           DELETE FROM search_stale WHERE id = old.id;
       END""",
    """CREATE TRIGGER search_page_dated AFTER UPDATE OF issue_date ON page WHEN old.issue_date IS NOT new.issue_date
       BEGIN
           DELETE FROM search_doc WHERE item_id IN (SELECT id FROM item WHERE page_id = new.id);
           INSERT OR IGNORE INTO search_stale SELECT id FROM item WHERE page_id = new.id AND readable;
       END""",
    *(
        f"""CREATE TRIGGER search_page_corrected_by_{event.lower()} AFTER {event} ON correction
            BEGIN
                DELETE FROM search_doc WHERE item_id IN (SELECT id FROM item WHERE page_id = {row}.page_id);
                INSERT OR IGNORE INTO search_stale SELECT id FROM item WHERE page_id = {row}.page_id AND readable;
            END"""
        for event, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old"))
    ),
)

REBUILD = (
    "INSERT INTO search_text (search_text) VALUES ('delete-all')",
    "DELETE FROM search_doc",
    "DELETE FROM search_day",
    "DELETE FROM search_stale",
    "INSERT INTO search_stale SELECT id FROM item WHERE readable",
)
"""Empties the index and notes every readable item as stale; a step of the tables whenever texts compare otherwise."""
