"""Looking after a library file as a whole: its integrity, consistent copies of it, and putting one in its place."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ErrorCode, UserError
from reader.storage.connection import Database, user_errors, write
from reader.storage.tallies import Tallies

CopyProgress = Callable[[int, int], None]
"""Is told how many pages of the database are copied, and of how many."""

_DISK_PAGES_AT_ONCE = 1000
_LOCK_WAIT_S = 1.0
_MERGED_AT_ONCE = 500  # pages of the index; some 50 ms
_FTS_DONE = 2  # changes below which a merge found nothing left to do
_COMPANIONS = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much a library holds. Sizes are in bytes; ``free`` is what compacting would give back at least.

    ``sizes`` is by table with its indexes, largest first; empty where SQLite cannot tell.
    """

    pages: int
    articles: int
    characters: int
    marks: int
    size: int
    free: int
    sizes: Mapping[str, int]


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

    def index_problems(self) -> list[str]:
        """Where the search index does not know what there is: documents of no item, items that nobody will index."""
        conn = self._database.conn
        strays = conn.execute(
            "SELECT count(*) FROM search_doc WHERE item_id NOT IN (SELECT id FROM item WHERE readable)"
        ).fetchone()[0]
        missed = conn.execute(
            "SELECT count(*) FROM item WHERE readable AND id NOT IN (SELECT item_id FROM search_doc)"
            " AND id NOT IN (SELECT id FROM search_stale)"
        ).fetchone()[0]
        problems = [f"{strays} of no article"] if strays else []
        return [*problems, *([f"{missed} missing"] if missed else [])]

    def wrong_counts(self) -> int:
        """How many rows of the table of counts are not what counting gives."""
        return Tallies(self._database).wrong()

    def recount(self) -> None:
        """Count all articles anew for the tree, in one transaction."""
        with write(self._database):
            Tallies(self._database).recount()

    def statistics(self) -> Statistics:
        """How much there is, and which table takes how much of the file."""
        conn = self._database.conn
        pages, characters = conn.execute("SELECT count(*), coalesce(sum(length(text)), 0) FROM page_text").fetchone()
        (articles,) = conn.execute(
            "SELECT coalesce(sum(items), 0) FROM tally WHERE by_section = 0 AND depth = 0"
        ).fetchone()
        (marks,) = conn.execute(
            "SELECT count(*) FROM annotation JOIN item ON item.id = annotation.item_id WHERE item.readable"
        ).fetchone()
        free = self._pragma("freelist_count") * self._pragma("page_size")
        return Statistics(pages, articles, characters, marks, self.size(), free, self._sizes())

    def size(self) -> int:
        """Bytes of the file."""
        return self._pragma("page_count") * self._pragma("page_size")

    def merge_index(self) -> Iterator[None]:
        """Merge the parts of the search index into one, in short transactions."""
        for table in ("search_text", "search_pinyin"):
            yield from self._merge(table)

    def _merge(self, table: str) -> Iterator[None]:
        conn = self._database.conn
        while True:
            before = conn.total_changes
            with write(self._database):
                # At first a negative number, which begins a merge of all parts; see FTS5's documentation of "merge".
                conn.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', {-_MERGED_AT_ONCE})")
            yield
            if conn.total_changes - before < _FTS_DONE:
                return

    def vacuum(self) -> None:
        """Write the whole file anew, without gaps, and empty the write-ahead log; needs as much free space again.

        Raises:
            UserError: the library is in use, or the disk full; nothing was changed.
        """
        self._database.conn.execute("VACUUM")
        self._database.conn.execute("PRAGMA wal_checkpoint (TRUNCATE)").fetchone()

    def _pragma(self, name: str) -> int:
        return int(self._database.conn.execute(f"PRAGMA {name}").fetchone()[0])

    def _sizes(self) -> dict[str, int]:
        """Bytes of each table with its indexes, largest first; empty where SQLite was built without ``dbstat``."""
        try:
            rows = self._database.conn.execute(
                "SELECT coalesce(made.tbl_name, dbstat.name), sum(pgsize) FROM dbstat"
                " LEFT JOIN sqlite_schema AS made ON made.name = dbstat.name GROUP BY 1 ORDER BY 2 DESC"
            ).fetchall()
        except sqlite3.OperationalError as error:
            if "dbstat" not in str(error):
                raise
            return {}
        return dict(rows)

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
