"""Opens a library that is only looked into, as one that is searched beside another, and leaves it as it is."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from reader.errors import ErrorCode, UserError
from reader.storage import schema
from reader.storage.connection import Database, LibraryConnection, user_errors

_WRITABLE = "mode=rw"
"""Nothing is made. SQLite may write what it needs to read beside other programs, and tidies that up at the end."""
_UNCHANGING = "immutable=1"
"""Nothing is written, not even beside the file: for a disk that cannot be written to. Nobody else may write either."""
_PRAGMAS = ("query_only = ON", "cache_size = -16384")
_BUSY_TIMEOUT_MS = 500
"""Less than for one's own library: readers wait for nobody but a program that keeps the whole file to itself."""
_UNREADABLE = (sqlite3.Error, ValueError, LookupError, TypeError)
"""What rows that are not as they were written do to those who read them."""
_logger = logging.getLogger(__name__)


def open_read_only(path: Path) -> Database:
    """Open a library that is there. The caller closes it, in the thread that opened it; what writes is refused.

    Raises:
        UserError: the file is gone, no library, newer or older than this program, damaged, or cannot be read.
    """
    if not path.exists():
        raise UserError(ErrorCode.FILE_VANISHED, str(path))
    try:
        return _opened(path, _WRITABLE)
    except UserError as error:
        if error.code not in {ErrorCode.LIBRARY_READ_ONLY, ErrorCode.LIBRARY_CANNOT_OPEN} or _has_log(path):
            raise
    return _opened(path, _UNCHANGING)


@contextmanager
def as_damage(path: Path) -> Iterator[None]:
    """Raise as damage of a library what its content does to those who read it.

    SQLite sees that its own pages are damaged, not that a row was changed in its place; such a row comes up as an error
    of whoever reads it. It is logged, for it may be a bug of ours after all.
    """
    try:
        yield
    except _UNREADABLE as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            raise  # whoever asked was told to stop
        _logger.exception("%s cannot be read", path)
        raise UserError(ErrorCode.LIBRARY_DAMAGED, str(path), f"{type(error).__name__}: {error}") from error


def _opened(path: Path, how: str) -> Database:
    with user_errors(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?{how}",
            uri=True,
            timeout=_BUSY_TIMEOUT_MS / 1000,
            isolation_level=None,
            factory=LibraryConnection,
        )
    connection.path = path
    database = Database(connection, read_only=True)
    with ExitStack() as unprepared:
        unprepared.callback(database.close)
        with as_damage(path):
            _prepare(connection, path)
        unprepared.pop_all()
    return database


def _prepare(connection: LibraryConnection, path: Path) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    if connection.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise UserError(ErrorCode.LIBRARY_FOREIGN, str(path))
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != schema.VERSION:
        raise UserError(ErrorCode.LIBRARY_NEWER if version > schema.VERSION else ErrorCode.LIBRARY_OLDER, str(path))


def _has_log(path: Path) -> bool:
    """Whether changes lie beside a library that are not in its file yet; what reads the file alone would miss them."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0
