"""Step 12 of the tables: documents of the search index that lost their item.

The index is contentless and cannot forget a document, so each question had to look up every document that it found in
``search_doc``. Those that are no longer there are few: with their numbers kept, the index alone counts what matches,
two to nine times as fast (100,000 articles, words that 4 to 50 of 100 of them have).
"""

from reader.storage import pinyin_schema

STATEMENTS = (
    "CREATE TABLE search_lost (doc INTEGER PRIMARY KEY)",
    "INSERT INTO search_lost SELECT id FROM search_text_docsize WHERE id NOT IN (SELECT doc FROM search_doc)",
    """CREATE TRIGGER search_doc_lost AFTER DELETE ON search_doc
       BEGIN INSERT INTO search_lost VALUES (old.doc); END""",
)

REBUILD = (*pinyin_schema.REBUILD, "DELETE FROM search_lost")
"""Empties both parts of the index and notes every readable item as stale."""
