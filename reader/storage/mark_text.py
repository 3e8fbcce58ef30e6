"""The folded texts of annotations, which a filter by text reads."""

from collections.abc import Iterator

from reader.domain.fold import fold
from reader.storage.connection import Database, write

BATCH = 2000
"""Texts folded in one transaction: some 20 ms, so that other writers need not wait."""
_BETWEEN = "\x1f"
"""Parts quote and note. White space to ``fold``, so no folded text holds it."""


class MarkTexts:
    """Brings ``mark_text`` up to date."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def catch_up(self) -> Iterator[int]:
        """Fold what changed, in short transactions; yields after each how many texts it took."""
        while self._database.conn.execute("SELECT EXISTS (SELECT 1 FROM mark_text_stale)").fetchone()[0]:
            with write(self._database):
                taken = self._next_batch()
            yield taken

    def _next_batch(self) -> int:
        connection = self._database.conn
        stale = connection.execute("SELECT id FROM mark_text_stale LIMIT ?", [BATCH]).fetchall()
        rows = connection.execute(
            "SELECT id, quote, note FROM annotation WHERE id IN (SELECT id FROM mark_text_stale LIMIT ?)", [BATCH]
        ).fetchall()
        connection.executemany(
            "INSERT OR REPLACE INTO mark_text VALUES (?, ?)",
            [(row_id, f"{fold(quote)}{_BETWEEN}{fold(note)}") for row_id, quote, note in rows],
        )
        connection.executemany("DELETE FROM mark_text_stale WHERE id = ?", stale)
        return len(stale)
