"""The numbered steps that make the tables of a library, or bring those of an older one up to date."""

import sqlite3

from sqlite_utils import Database, Migrations

from reader.storage import schema, search_schema

_MIGRATIONS = Migrations("jianbao")


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that a library lacks, within the transaction that is open."""
    _MIGRATIONS.apply(Database(connection))


@_MIGRATIONS(name="0001_begin")
def begin(database: Database) -> None:
    """Pages and their items, annotations and tags, the journal, the state of reading, and the search index."""
    for statement in (*schema.BEGIN.split(";\n"), *search_schema.STATEMENTS):
        if statement.strip():
            database.conn.execute(statement)
