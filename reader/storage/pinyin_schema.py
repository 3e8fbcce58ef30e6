"""The table of what headlines read as, beside the index of texts and with the same documents.

``storage/search_documents.py`` says what it holds.
"""

from reader.storage import search_schema

_CREATE = "CREATE VIRTUAL TABLE search_pinyin USING fts5 (syllables, letters, content = '', tokenize = 'ascii')"

REBUILD = ("INSERT INTO search_pinyin (search_pinyin) VALUES ('delete-all')", *search_schema.REBUILD)
"""Empties both parts of the index and notes every readable item as stale."""

STATEMENTS = (_CREATE, *search_schema.REBUILD)
