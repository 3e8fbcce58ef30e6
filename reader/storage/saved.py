"""Searches and filters that the reader kept by name."""

from reader.domain.saved import QueryKind, SavedQuery
from reader.storage.connection import Database
from reader.storage.journal import Writer

_SELECT = "SELECT id, uid, kind, name, content, position, created_at FROM saved_query"


class SavedStore:
    """Reads and writes saved queries; every write goes through the ``Writer`` of a journalled step."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[SavedQuery]:
        """All of them: filters before searches, each kind by position."""
        rows = self._database.conn.execute(f"{_SELECT} ORDER BY kind, position, id")
        return [_query(row) for row in rows]

    def get(self, query_id: int) -> SavedQuery:
        """A saved query. Raises KeyError where there is none."""
        row = self._database.conn.execute(f"{_SELECT} WHERE id = ?", [query_id]).fetchone()
        if row is None:
            raise KeyError(query_id)
        return _query(row)

    def named(self, kind: QueryKind, name: str) -> SavedQuery | None:
        """The saved query of a name, or None."""
        row = self._database.conn.execute(f"{_SELECT} WHERE kind = ? AND name = ?", [kind, name]).fetchone()
        return None if row is None else _query(row)

    def add(self, writer: Writer, query: SavedQuery) -> int:
        """Add a saved query behind the others (its ``id`` and ``position`` are ignored); returns its id."""
        (last,) = self._database.conn.execute(
            "SELECT coalesce(max(position), -1) FROM saved_query WHERE kind = ?", [query.kind]
        ).fetchone()
        return writer.insert(
            "saved_query",
            {
                "uid": query.uid,
                "kind": query.kind,
                "name": query.name,
                "content": query.content,
                "position": last + 1,
                "created_at": query.created_at,
            },
        )

    def change(self, writer: Writer, query_id: int, **columns: object) -> None:
        """Write some columns of a saved query."""
        writer.update("saved_query", query_id, columns)

    def remove(self, writer: Writer, query_id: int) -> None:
        """Remove a saved query."""
        writer.delete("saved_query", query_id)


def _query(row: tuple[int, str, str, str, str, int, str]) -> SavedQuery:
    query_id, uid, kind, name, content, position, created_at = row
    return SavedQuery(query_id, uid, QueryKind(kind), name, content, position, created_at)
