"""What the reader decided about lines of a shape in a newspaper."""

from datetime import datetime

from reader.domain.hint import Hint
from reader.domain.model import Role
from reader.storage.connection import Database
from reader.storage.journal import Writer

_SELECT = "SELECT id, newspaper, shape, role, uses, created_at FROM hint"


class HintStore:
    """Reads and writes hints; every write goes through the ``Writer`` of a journalled step."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Hint]:
        """All hints by newspaper, the ones decided most often first."""
        return self._read(f"{_SELECT} ORDER BY newspaper, uses DESC, id", [])

    def of_newspaper(self, newspaper: str) -> list[Hint]:
        """The hints of a newspaper."""
        return self._read(f"{_SELECT} WHERE newspaper = ? ORDER BY id", [newspaper])

    def add_use(self, writer: Writer, newspaper: str, shape: str, role: Role, uses: int) -> None:
        """Count decisions about lines of a shape, as a new hint where there is none yet."""
        row = self._database.conn.execute(
            "SELECT id, uses FROM hint WHERE newspaper = ? AND shape = ? AND role = ?", [newspaper, shape, role]
        ).fetchone()
        if row is not None:
            writer.update("hint", row[0], {"uses": row[1] + uses})
            return
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        writer.insert("hint", {"newspaper": newspaper, "shape": shape, "role": role, "uses": uses, "created_at": now})

    def remove(self, writer: Writer, hint_id: int) -> None:
        """Remove a hint."""
        writer.delete("hint", hint_id)

    def _read(self, sql: str, parameters: list[str]) -> list[Hint]:
        rows = self._database.conn.execute(sql, parameters)
        return [Hint(row[0], row[1], row[2], Role(row[3]), row[4], row[5]) for row in rows]
