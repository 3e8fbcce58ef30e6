"""Looking after a library file as a whole: its integrity, consistent copies of it, and putting one in its place."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from reader.errors import ErrorCode, UserError
from reader.storage.connection import Database, user_errors

CopyProgress = Callable[[int, int], None]
"""Is told how many pages of the database are copied, and of how many."""

_DISK_PAGES_AT_ONCE = 1000
_LOCK_WAIT_S = 1.0
_COMPANIONS = ("", "-wal", "-shm")


class MaintenanceStore:
    """An open library as a whole."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def problems(self) -> list[str]:
        """What SQLite finds wrong with the file and with references between rows; empty if all is well."""
        found = [row[0] for row in self._database.conn.execute("PRAGMA integrity_check")]
        problems = [] if found == ["ok"] else found
        for table, row_id, parent, _key in self._database.conn.execute("PRAGMA foreign_key_check"):
            problems.append(f"{table} {row_id}: no such {parent}")
        return problems

    def page_ids(self) -> list[int]:
        """All pages by id."""
        return [row[0] for row in self._database.conn.execute("SELECT id FROM page ORDER BY id")]

    def copy_to(self, target: Path, progress: CopyProgress) -> None:
        """Copy the library to a new file as it is at this moment, also while others write to it.

        Raises:
            UserError: the target cannot be written; it names the target.
        """
        connection = self._database.conn
        # One read transaction around all steps of the copy: without it, each write of another program between two of
        # them would begin the copy anew.
        connection.execute("BEGIN")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            with user_errors(target), closing(sqlite3.connect(target)) as copy:
                connection.backup(
                    copy,
                    pages=_DISK_PAGES_AT_ONCE,
                    progress=lambda _status, remaining, total: progress(total - remaining, total),
                )
        finally:
            connection.execute("ROLLBACK")


def set_aside(path: Path) -> Path | None:
    """Rename a library that nobody has open, also a damaged one, and return its new path; None where there is none.

    Raises:
        UserError: another program has it open; nothing was changed.
        OSError: it cannot be renamed.
    """
    if not path.exists():
        return None
    _leave_wal(path)
    kept = _free_name(path.with_name(f"{path.name}.before-restore"))
    for companion in _COMPANIONS:
        file = path.with_name(path.name + companion)
        if file.exists():
            file.rename(kept.with_name(kept.name + companion))
    return kept


def _leave_wal(path: Path) -> None:
    """Fold the write-ahead log into the file, which SQLite does only for the last connection there is."""
    try:
        with user_errors(path), closing(sqlite3.connect(path, timeout=_LOCK_WAIT_S, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = DELETE")
    except UserError as error:
        if error.code not in {ErrorCode.LIBRARY_FOREIGN, ErrorCode.LIBRARY_DAMAGED}:
            raise
        # Past folding; its log is kept beside it as it is.


def _free_name(path: Path) -> Path:
    """The path, with a number behind it if it is taken."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
