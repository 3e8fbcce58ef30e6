"""Notes of imports that have not ended, kept with the library so that a killed one can be gone on with.

They are settings and no steps: nobody undoes them. What is done is written in the transactions of the pages.
"""

import time
from dataclasses import dataclass

from reader.domain.uid import new_uid
from reader.storage.connection import Database, write

_PREFIX = "import.unfinished."


@dataclass(frozen=True, slots=True)
class ImportNote:
    """An import that has not ended: its request as text, the process that runs it, and how many files of how many.

    ``done`` counts those that failed, too.
    """

    name: str
    request: str
    process: int
    done: int
    total: int


class UnfinishedStore:
    """Writes and reads the notes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, request: str, process: int, total: int) -> str:
        """Note an import that begins; returns the name of the note."""
        name = _PREFIX + new_uid()
        with write(self._database):
            self._database.conn.execute(
                "INSERT INTO setting (name, value)"
                " VALUES (?, json_object('begun', ?, 'request', ?, 'process', ?, 'done', 0, 'total', ?))",
                [name, time.time(), request, process, total],
            )
        return name

    def set_done(self, name: str, done: int) -> None:
        """Say how many files are done, within the transaction that is open."""
        self._database.conn.execute(
            "UPDATE setting SET value = json_set(value, '$.done', ?) WHERE name = ?", [done, name]
        )

    def remove(self, name: str) -> None:
        """The import has ended, or nobody wants it any more."""
        with write(self._database):
            self._database.conn.execute("DELETE FROM setting WHERE name = ?", [name])

    def all(self) -> list[ImportNote]:
        """Every note by age."""
        rows = self._database.conn.execute(
            "SELECT name, json_extract(value, '$.request'), json_extract(value, '$.process'),"
            " json_extract(value, '$.done'), json_extract(value, '$.total')"
            " FROM setting WHERE name >= ? AND name < ? ORDER BY json_extract(value, '$.begun')",
            [_PREFIX, _PREFIX + "\U0010ffff"],
        )
        return [ImportNote(*row) for row in rows]
