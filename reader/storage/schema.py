"""The tables of a library as they were first made, and which numbers its file bears.

Every journalled table has an ``id`` of its own, so that ``storage/journal.py`` can name any row by table and id.
Foreign keys do not cascade there: a row that goes is written to the journal by whoever removes it.
"""

APPLICATION_ID = 0x4A49414E  # "JIAN", in the file's header; the desktop's MIME type looks for it
VERSION = 13  # as many as there are steps in storage/migrations.py, which a test compares
DISK_PAGE_BYTES = 8192  # page texts are some 15 kB: half as many overflow pages as with 4096

BEGIN = """
CREATE TABLE page (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_name TEXT NOT NULL,
    source_path TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE, -- of the text: the same page is imported once, whatever its encoding or name
    encoding TEXT NOT NULL,
    newspaper TEXT,
    issue_date TEXT,
    page_no TEXT,
    page_name TEXT,
    sort_key TEXT NOT NULL, -- newspaper, date, page number: the order of the tree
    imported_at TEXT NOT NULL
);
CREATE INDEX page_by_sort_key ON page (sort_key);
CREATE INDEX page_by_issue ON page (newspaper, issue_date);
CREATE TABLE page_text ( -- beside page, so that lists of pages do not read texts
    id INTEGER PRIMARY KEY REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL
);
CREATE TABLE item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    page_id INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    readable INTEGER NOT NULL, -- an article, photo or brief: what the tree shows
    label TEXT NOT NULL, -- its headline, or how its text begins
    section TEXT,
    characters INTEGER NOT NULL,
    doubtful INTEGER NOT NULL,
    content TEXT NOT NULL -- the item as JSON: headings, blocks, ranges, confidence
);
CREATE INDEX item_by_page ON item (page_id, readable, seq);
CREATE INDEX item_by_section ON item (section) WHERE section IS NOT NULL;
CREATE TABLE item_state (
    id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    read_at TEXT,
    position INTEGER NOT NULL DEFAULT 0 -- code points into the article's view
);
CREATE TABLE annotation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    page_id INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
    item_id INTEGER REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED, -- derived: the item where it begins
    start INTEGER NOT NULL, -- derived: of its first range
    ranges TEXT NOT NULL, -- [[start, end], ...], code points of the page
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    color TEXT NOT NULL,
    note TEXT NOT NULL,
    coder TEXT NOT NULL,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL
);
CREATE INDEX annotation_by_page ON annotation (page_id, start);
CREATE INDEX annotation_by_item ON annotation (item_id);
CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL
);
CREATE TABLE annotation_tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    annotation_id INTEGER NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
    tag_id INTEGER NOT NULL REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (annotation_id, tag_id)
);
CREATE INDEX annotation_tag_by_tag ON annotation_tag (tag_id);
CREATE TABLE correction ( -- what a range of a page reads as, as the reader put it right
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    page_id INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL, -- code points of the page
    stop INTEGER NOT NULL,
    replacement TEXT NOT NULL
);
CREATE INDEX correction_by_page ON correction (page_id, start);
CREATE TABLE hint ( -- what the reader decided about lines of a shape in a newspaper
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    newspaper TEXT NOT NULL,
    shape TEXT NOT NULL,
    role TEXT NOT NULL,
    uses INTEGER NOT NULL, -- how often the reader decided so
    created_at TEXT NOT NULL,
    UNIQUE (newspaper, shape, role)
);
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL, -- one that the interface puts into words
    detail TEXT NOT NULL,
    merge_key TEXT NOT NULL, -- typing in one note is one step
    state TEXT NOT NULL, -- open, done or undone
    owner INTEGER, -- the process that has it open
    at TEXT NOT NULL
);
CREATE INDEX journal_by_state ON journal (state, id);
CREATE TABLE journal_image (
    id INTEGER PRIMARY KEY,
    journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE CASCADE,
    name TEXT NOT NULL, -- the table
    row_id INTEGER NOT NULL,
    image TEXT, -- the row in the step's other state as JSON; NULL where it does not exist there
    UNIQUE (journal_id, name, row_id)
);
CREATE TABLE setting ( -- what this library remembers of its window
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
"""
