"""The state of reading: what was read, how far, and what the window remembers. Nobody undoes reading."""

from collections.abc import Iterable
from datetime import UTC, datetime

from reader.storage.connection import Database, write


class ReadingStore:
    """Read and unread, positions, and the settings that belong to one library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set_read(self, item_ids: Iterable[int], *, read: bool) -> None:
        """Mark items as read or unread."""
        at = datetime.now(UTC).isoformat(timespec="seconds") if read else None
        with write(self._database):
            self._database.conn.executemany(
                "INSERT INTO item_state (id, read_at) VALUES (?, ?)"
                " ON CONFLICT (id) DO UPDATE SET read_at = excluded.read_at",
                [(item_id, at) for item_id in item_ids],
            )

    def is_read(self, item_id: int) -> bool:
        """Whether an item was read."""
        row = self._database.conn.execute("SELECT read_at FROM item_state WHERE id = ?", [item_id]).fetchone()
        return bool(row and row[0])

    def set_position(self, item_id: int, position: int) -> None:
        """Remember how far an item was read, in code points of its view."""
        with write(self._database):
            self._database.conn.execute(
                "INSERT INTO item_state (id, position) SELECT id, ? FROM item WHERE id = ?"
                " ON CONFLICT (id) DO UPDATE SET position = excluded.position",
                [position, item_id],
            )

    def position(self, item_id: int) -> int:
        """How far an item was read, 0 if it was not."""
        row = self._database.conn.execute("SELECT position FROM item_state WHERE id = ?", [item_id]).fetchone()
        return row[0] if row else 0

    def setting(self, name: str) -> str | None:
        """A value that this library remembers, or None."""
        row = self._database.conn.execute("SELECT value FROM setting WHERE name = ?", [name]).fetchone()
        return row[0] if row else None

    def set_setting(self, name: str, value: str) -> None:
        """Remember a value with this library."""
        with write(self._database):
            self._database.conn.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", [name, value])
