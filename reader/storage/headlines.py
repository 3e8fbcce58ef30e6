"""Which articles a filter of headlines leaves: found once, and kept in a temporary table while the tree is walked.

A tree asks many questions about one filter. At 831,000 articles, a scan of all of them took 0.9 to 5 s for each; the
index of headlines is scanned in a third of a second, once, and then each question is about what was found. Who cannot
wait for that has another thread find them (``find``), and takes them over in small steps (``take``).
"""

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterator

from reader.domain.scope import HeadlineHits, Scope
from reader.storage.connection import Database
from reader.storage.scopes import where

_STEPS_BETWEEN_QUESTIONS = 10_000
_TAKEN_AT_ONCE = 5000
"""Ids taken over in one step: some 2 ms."""


class HeadlineFilter:
    """Puts scopes into SQL as ``scopes.where`` does, its filter of headlines by a table of this connection alone.

    What was taken over stays as it is until others are; what was found here is found anew when headlines changed.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._found: tuple[str, int] | None = None
        self._is_taken = False
        self._table = 0
        self._taken = 0

    def where(self, scope: Scope) -> tuple[str, list[object]]:
        """The condition of a scope and its parameters, for a query that is run at once."""
        if not scope.headline:
            return where(scope)
        self._have(scope.headline)
        condition, parameters = where(scope.within(headline=""))
        return f"item.id IN {_name(self._table)} AND {condition}", parameters

    def find(self, headline: str, should_stop: Callable[[], bool]) -> HeadlineHits | None:
        """The articles whose headline has a text, for another connection to take; None where it was to stop."""
        conn = self._database.conn
        conn.set_progress_handler(should_stop, _STEPS_BETWEEN_QUESTIONS)
        conn.execute("BEGIN")
        try:
            version = self._version()
            rows = conn.execute(f"{_MATCHING} ORDER BY id", [headline])
            return HeadlineHits(headline, version, array("q", (item_id for (item_id,) in rows)))
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                return None
            raise
        finally:
            conn.set_progress_handler(None, 0)
            if conn.in_transaction:
                conn.execute("ROLLBACK")

    def take(self, found: HeadlineHits) -> Iterator[int]:
        """Take over what was found elsewhere; yields how many are taken after each step, and counts with the last."""
        table = 1 - self._table  # what is in force stays so meanwhile
        self._make(table)
        for at in range(0, len(found.ids), _TAKEN_AT_ONCE):
            ids = json.dumps(found.ids[at : at + _TAKEN_AT_ONCE].tolist())
            self._database.conn.execute(f"INSERT INTO {_name(table)} SELECT value FROM json_each(?)", [ids])
            yield at
        self._table, self._found, self._is_taken = table, (found.headline, found.version), True
        self._taken = len(found.ids)
        yield len(found.ids)

    def taken(self) -> int:
        """How many articles were taken over last."""
        return self._taken

    def is_stale(self) -> bool:
        """Whether headlines came, went or changed since those in force were found."""
        return self._found is not None and self._found[1] != self._version()

    def _have(self, headline: str) -> None:
        if self._is_taken and self._found is not None and self._found[0] == headline:
            return
        wanted = headline, self._version()
        if wanted == self._found:
            return
        self._make(self._table)
        self._database.conn.execute(f"INSERT INTO {_name(self._table)} {_MATCHING}", [headline])
        self._found, self._is_taken = wanted, False

    def _version(self) -> int:
        return int(self._database.conn.execute("SELECT number FROM headline_version").fetchone()[0])

    def _make(self, table: int) -> None:
        """An empty table."""
        self._database.conn.execute(f"CREATE TEMP TABLE IF NOT EXISTS headline_found_{table} (id INTEGER PRIMARY KEY)")
        self._database.conn.execute(f"DELETE FROM {_name(table)}")


_MATCHING = "SELECT id FROM item WHERE readable = 1 AND instr(lower(label), lower(?))"


def _name(table: int) -> str:
    return f"temp.headline_found_{table}"
