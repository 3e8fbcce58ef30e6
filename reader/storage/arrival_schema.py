"""Step 11 of the tables: what comes with a whole page is noted once for the page, and the index is merged less often.

The triggers of earlier steps did their work at each item. An import writes items first and then their page, so now they
leave items whose page is not there yet to the page: its arrival notes all that are on it. An item that is added to a
page, by a split or by undo, is noted by itself as before; in whatever order an undo brings both back, it is noted.

The index is written a piece for each transaction, and its pieces are merged while it grows: by the engine's own
settings four at a time, which rewrites what is there twice as often as eight at a time. Where sixteen have gathered it
would merge all of them at once, in one transaction however long that takes (2 s at 68,000 articles); so that is put
off until 64, which the merging in small parts never lets come.
"""

from reader.storage.tally_schema import change

_THERE = "EXISTS (SELECT 1 FROM page WHERE page.id = new.page_id)"
_HEADLINES_CHANGE = "UPDATE headline_version SET number = number + 1"

STATEMENTS = (
    "DROP TRIGGER search_item_added",
    "DROP TRIGGER copy_item_added",
    "DROP TRIGGER headline_added",
    "DROP TRIGGER tally_item_added",
    *(
        f"CREATE TRIGGER {name} AFTER INSERT ON item WHEN new.readable AND {_THERE} BEGIN {statement}; END"
        for name, statement in (
            ("search_item_added", "INSERT OR IGNORE INTO search_stale VALUES (new.id)"),
            ("copy_item_added", "INSERT OR IGNORE INTO copy_stale VALUES (new.id)"),
            ("headline_added", _HEADLINES_CHANGE),
            ("tally_item_added", change("+", "item.id = new.id")),
        )
    ),
    *(
        f"""CREATE TRIGGER {part}_page_added AFTER INSERT ON page
            BEGIN INSERT OR IGNORE INTO {part}_stale SELECT id FROM item WHERE page_id = new.id AND readable; END"""
        for part in ("search", "copy")
    ),
    f"CREATE TRIGGER headline_page_added AFTER INSERT ON page BEGIN {_HEADLINES_CHANGE}; END",
    *(
        f"INSERT INTO {table} ({table}, rank) VALUES ('{setting}', {value})"
        for table in ("search_text", "search_pinyin")
        for setting, value in (("automerge", 8), ("crisismerge", 64))
    ),
)
