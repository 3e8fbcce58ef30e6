"""Step 2 of the tables: the codebook, memos, links between annotations, saved queries, and newer texts of a page."""

_UID = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)"
    " || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
)
"""A random UUID (RFC 9562, version 4) as SQLite can make it."""

STATEMENTS = (
    # Where each of a page's metadata was read: {"newspaper": [start, end], ...}, code points of the page.
    "ALTER TABLE page ADD COLUMN meta_ranges TEXT NOT NULL DEFAULT '{}'",
    # The page that has the newer text. A replaced page keeps its text, for the marks that found no place in the newer
    # one, and has no items: trees, counts and searches go over items and so do not see it.
    "ALTER TABLE page ADD COLUMN replaced_by INTEGER REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED",
    "CREATE INDEX page_by_replacement ON page (replaced_by) WHERE replaced_by IS NOT NULL",
    # exact, moved (found again in a newer text, not in the same words) or orphan (not found there)
    "ALTER TABLE annotation ADD COLUMN state TEXT NOT NULL DEFAULT 'exact'",
    "ALTER TABLE annotation ADD COLUMN importance INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX annotation_by_state ON annotation (state) WHERE state != 'exact'",
    "ALTER TABLE tag ADD COLUMN uid TEXT",
    "ALTER TABLE tag ADD COLUMN parent_id INTEGER REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED",
    "ALTER TABLE tag ADD COLUMN position INTEGER NOT NULL DEFAULT 0",  # among the tags of one parent, then by name
    "ALTER TABLE tag ADD COLUMN color TEXT",
    "ALTER TABLE tag ADD COLUMN definition TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE tag ADD COLUMN use_when TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE tag ADD COLUMN not_when TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE tag ADD COLUMN example TEXT NOT NULL DEFAULT ''",
    f"UPDATE tag SET uid = {_UID}",
    "CREATE UNIQUE INDEX tag_by_uid ON tag (uid)",
    "CREATE INDEX tag_by_parent ON tag (parent_id)",
    # Also for tags that come back from a journal which was written before they had a uid.
    f"""CREATE TRIGGER tag_named AFTER INSERT ON tag WHEN new.uid IS NULL
        BEGIN UPDATE tag SET uid = {_UID} WHERE id = new.id; END""",
    """CREATE TABLE memo (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        target TEXT NOT NULL, -- library, page, item or tag
        page_id INTEGER REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
        item_id INTEGER REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED, -- derived: the item that has its anchor
        anchor INTEGER, -- of an item's memo: a code point of the page, since splits and merges make other items
        tag_id INTEGER REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
        text TEXT NOT NULL,
        coder TEXT NOT NULL,
        created_at TEXT NOT NULL,
        modified_at TEXT NOT NULL
    )""",
    "CREATE INDEX memo_by_page ON memo (page_id) WHERE page_id IS NOT NULL",
    "CREATE INDEX memo_by_item ON memo (item_id) WHERE item_id IS NOT NULL",
    "CREATE INDEX memo_by_tag ON memo (tag_id) WHERE tag_id IS NOT NULL",
    """CREATE TABLE link ( -- from one annotation to another, in the words of the reader
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        from_id INTEGER NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
        to_id INTEGER NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
        label TEXT NOT NULL,
        created_at TEXT NOT NULL,
        UNIQUE (from_id, to_id)
    )""",
    "CREATE INDEX link_by_end ON link (to_id)",
    """CREATE TABLE saved_query ( -- a filter of the annotation list or a search that the reader kept
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL, -- marks or search
        name TEXT NOT NULL,
        content TEXT NOT NULL, -- JSON for marks, the query as typed for a search
        position INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        UNIQUE (kind, name)
    )""",
)
