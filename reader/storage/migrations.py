"""The numbered steps that make the tables of a library, or bring those of an older one up to date."""

import sqlite3
from collections.abc import Iterable

from sqlite_utils import Database, Migrations

from reader.storage import (
    annotated_schema,
    arrival_schema,
    codebook_schema,
    copy_schema,
    headline_schema,
    lost_schema,
    mark_schema,
    mark_tally_schema,
    pinyin_schema,
    schema,
    search_schema,
    tally_schema,
)

_MIGRATIONS = Migrations("jianbao")


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that a library lacks, within the transaction that is open."""
    _MIGRATIONS.apply(Database(connection))


@_MIGRATIONS(name="0001_begin")
def begin(database: Database) -> None:
    """Pages and their items, annotations and tags, the journal, the state of reading, and the search index."""
    statements = (statement for statement in schema.BEGIN.split(";\n") if statement.strip())
    _execute(database, (*statements, *search_schema.STATEMENTS))


@_MIGRATIONS(name="0002_codebook")
def codebook(database: Database) -> None:
    """The codebook, memos, links, saved queries, and newer texts of a page."""
    _execute(database, codebook_schema.STATEMENTS)


@_MIGRATIONS(name="0003_tallies")
def tallies(database: Database) -> None:
    """Counts by newspaper, year, month, date and section, so that the tree need not count articles."""
    _execute(database, tally_schema.STATEMENTS)


@_MIGRATIONS(name="0004_mark_text")
def mark_text(database: Database) -> None:
    """What the annotation list is filtered by."""
    _execute(database, mark_schema.STATEMENTS)


@_MIGRATIONS(name="0005_han_variants")
def han_variants(database: Database) -> None:
    """Traditional and simplified forms are one to a search, so the index is made anew."""
    _execute(database, search_schema.REBUILD)


@_MIGRATIONS(name="0006_page_by_path")
def page_by_path(database: Database) -> None:
    """The page that came from a file before, so that a newer text of it is recognised."""
    _execute(database, ["CREATE INDEX page_by_path ON page (source_path)"])


@_MIGRATIONS(name="0007_copies")
def copies(database: Database) -> None:
    """Which articles stand in several papers or on several days."""
    _execute(database, copy_schema.STATEMENTS)


@_MIGRATIONS(name="0008_headlines")
def headlines(database: Database) -> None:
    """What headlines are filtered by."""
    _execute(database, headline_schema.STATEMENTS)


@_MIGRATIONS(name="0009_mark_tallies")
def mark_tallies(database: Database) -> None:
    """A mark is counted without counting the others of its article."""
    _execute(database, mark_tally_schema.STATEMENTS)


@_MIGRATIONS(name="0010_pinyin")
def pinyin(database: Database) -> None:
    """Headlines are found by how they read, so the index is made anew."""
    _execute(database, pinyin_schema.STATEMENTS)


@_MIGRATIONS(name="0011_arrivals")
def arrivals(database: Database) -> None:
    """What comes with a whole page is noted once for the page, and the index is merged less often."""
    _execute(database, arrival_schema.STATEMENTS)


@_MIGRATIONS(name="0012_lost_documents")
def lost_documents(database: Database) -> None:
    """The index of texts alone tells how many articles match."""
    _execute(database, lost_schema.STATEMENTS)


@_MIGRATIONS(name="0013_annotated")
def annotated(database: Database) -> None:
    """A mark is counted only where it is the first or the last of its article."""
    _execute(database, annotated_schema.STATEMENTS)


def _execute(database: Database, statements: Iterable[str]) -> None:
    for statement in statements:
        database.conn.execute(statement)
