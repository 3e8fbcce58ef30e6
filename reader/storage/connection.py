"""Opens a library file, and turns what SQLite says into errors that a user can act upon."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import ErrorCode, UserError
from reader.storage import schema

BUSY_TIMEOUT_MS = 5000
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "secure_delete = FAST",
    "cache_size = -16384",
    "wal_autocheckpoint = 4000",
)
"""How a library is used. Measured by filing and indexing 1,000 pages (11,440 articles, 22.6 MB of text) into a new one,
ten pages a transaction: SQLite's own settings wrote 418 MB to the disk, in 5.6 CPU s; without overwriting what is
deleted (which Debian's SQLite does by default) it was 398 MB, and with a cache of 16 MB and a log of 32 MB 344 MB, in
as much CPU time. Fifty pages a transaction wrote 221 MB, one page 738 MB. The size of the disk's pages made no
difference: 74.5 MB with 4096, 73.9 with 8192, 73.4 with 16384 bytes, at equal times.
"""

_CODES = {
    sqlite3.SQLITE_BUSY: ErrorCode.LIBRARY_LOCKED,
    sqlite3.SQLITE_LOCKED: ErrorCode.LIBRARY_LOCKED,
    sqlite3.SQLITE_READONLY: ErrorCode.LIBRARY_READ_ONLY,
    sqlite3.SQLITE_PERM: ErrorCode.LIBRARY_READ_ONLY,
    sqlite3.SQLITE_FULL: ErrorCode.DISK_FULL,
    sqlite3.SQLITE_CANTOPEN: ErrorCode.LIBRARY_CANNOT_OPEN,
    sqlite3.SQLITE_NOTADB: ErrorCode.LIBRARY_FOREIGN,
    sqlite3.SQLITE_CORRUPT: ErrorCode.LIBRARY_DAMAGED,
    sqlite3.SQLITE_IOERR: ErrorCode.DISK_ERROR,
}
_PRIMARY_CODE = 0xFF  # the low byte of an extended result code


@contextmanager
def user_errors(path: Path) -> Iterator[None]:
    """Raise what SQLite says about the file, the disk or a lock as a UserError that names the library.

    Other errors of SQLite are bugs of ours and pass unchanged.
    """
    try:
        yield
    except sqlite3.Error as error:
        _raise_as_ours(error, path)
        raise


def _raise_as_ours(error: sqlite3.Error, path: Path) -> None:
    code = _CODES.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE)
    if code is not None:
        raise UserError(code, str(path), str(error)) from error


class LibraryCursor(sqlite3.Cursor):
    """A cursor that puts errors into ours when rows are fetched too, since SQLite reads them only then."""

    path = Path()

    def __next__(self) -> Any:  # noqa: ANN401 # as the original
        try:  # no context manager: this is once a row
            return super().__next__()
        except sqlite3.Error as error:
            _raise_as_ours(error, self.path)
            raise

    def fetchone(self) -> Any:  # noqa: ANN401 # as the original
        """As ``sqlite3.Cursor.fetchone``, with errors put into ours."""
        with user_errors(self.path):
            return super().fetchone()

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        """As ``sqlite3.Cursor.fetchmany``, with errors put into ours."""
        with user_errors(self.path):
            return super().fetchmany(size)

    def fetchall(self) -> list[Any]:
        """As ``sqlite3.Cursor.fetchall``, with errors put into ours."""
        with user_errors(self.path):
            return super().fetchall()


class LibraryConnection(sqlite3.Connection):
    """A connection whose statements raise a UserError for what the user can do something about."""

    path = Path()

    def cursor(self, factory: Any = LibraryCursor) -> Any:  # noqa: ANN401 # as the original
        """As ``sqlite3.Connection.cursor``."""
        cursor = super().cursor(factory)
        cursor.path = self.path
        return cursor

    def execute(self, *arguments: Any) -> sqlite3.Cursor:  # noqa: ANN401 # as the original
        """As ``sqlite3.Connection.execute``, with errors put into ours."""
        with user_errors(self.path):
            cursor: sqlite3.Cursor = self.cursor().execute(*arguments)
            return cursor

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:  # noqa: ANN401 # as the original
        """As ``sqlite3.Connection.executemany``, with errors put into ours."""
        with user_errors(self.path):
            cursor: sqlite3.Cursor = self.cursor().executemany(*arguments)
            return cursor


@dataclass(frozen=True, slots=True)
class Database:
    """An open library: rows go through ``conn``; the tables are made by sqlite-utils, in ``storage/migrations.py``.

    One that is ``read_only`` (``storage/read_only.py``) raises a UserError for what would write.
    """

    conn: LibraryConnection
    read_only: bool = False

    def close(self) -> None:
        """Close the file."""
        self.conn.close()


def open_database(path: Path, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Database:
    """Open a library, made and migrated as needed. The caller closes it, in the thread that opened it.

    Raises:
        UserError: the file is no library, newer than this program, damaged, locked, or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(ErrorCode.LIBRARY_CANNOT_OPEN, str(path), str(error)) from error
    with user_errors(path):
        connection = sqlite3.connect(
            path, timeout=busy_timeout_ms / 1000, isolation_level=None, factory=LibraryConnection
        )
    connection.path = path
    database = Database(connection)
    with ExitStack() as unprepared:
        unprepared.callback(database.close)
        _prepare(database, path)
        unprepared.pop_all()
    return database


def _prepare(database: Database, path: Path) -> None:
    connection = database.conn
    kind = connection.execute("PRAGMA application_id").fetchone()[0]
    if kind != schema.APPLICATION_ID:
        if kind or connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise UserError(ErrorCode.LIBRARY_FOREIGN, str(path))
        connection.execute(f"PRAGMA page_size = {schema.DISK_PAGE_BYTES}")
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    if connection.execute("PRAGMA user_version").fetchone()[0] > schema.VERSION:
        raise UserError(ErrorCode.LIBRARY_NEWER, str(path))
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA user_version").fetchone()[0] < schema.VERSION:
        # Only now: sqlite-utils takes as long to load as all else that opens a window, and most starts find tables.
        from reader.storage.migrations import migrate

        with write(database):
            migrate(connection)
            connection.execute(f"PRAGMA user_version = {schema.VERSION}")


@contextmanager
def write(database: Database) -> Iterator[None]:
    """One transaction that takes the write lock at once, so that it waits for another writer instead of failing.

    (A deferred transaction that reads and then writes fails with "database is locked" without waiting.)
    """
    connection = database.conn
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:  # what was to be written, or its end, was not
            connection.execute("ROLLBACK")
