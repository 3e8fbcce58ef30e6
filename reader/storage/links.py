"""Links between annotations."""

from collections.abc import Iterable, Sequence

from reader.domain.memo import Link
from reader.storage.codec import listed
from reader.storage.connection import Database
from reader.storage.journal import Writer

_SELECT = "SELECT link.id, link.uid, from_id, to_id, label, link.created_at FROM link"


class LinkStore:
    """Reads and writes links; every write goes through the ``Writer`` of a journalled step.

    ``AnnotationStore.remove`` takes the links of an annotation along with it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, link_id: int) -> Link:
        """A link. Raises KeyError where there is none."""
        for found in self._read(f"{_SELECT} WHERE link.id = ?", [link_id]):
            return found
        raise KeyError(link_id)

    def between(self, from_id: int, to_id: int) -> Link | None:
        """The link from one annotation to another, or None."""
        return next(iter(self._read(f"{_SELECT} WHERE from_id = ? AND to_id = ?", [from_id, to_id])), None)

    def of(self, annotation_id: int) -> list[Link]:
        """The links from an annotation and to it, by age."""
        return self._read(f"{_SELECT} WHERE ? IN (from_id, to_id) ORDER BY link.id", [annotation_id])

    def of_page(self, page_id: int) -> list[Link]:
        """The links that have an end on a page, by age."""
        ends = "SELECT id FROM annotation WHERE page_id = ?"
        return self._read(
            f"{_SELECT} WHERE from_id IN ({ends}) UNION {_SELECT} WHERE to_id IN ({ends}) ORDER BY 1",
            [page_id, page_id],
        )

    def all(self) -> list[Link]:
        """Every link by age."""
        return self._read(f"{_SELECT} ORDER BY link.id", [])

    def neighbours(self, annotation_ids: Iterable[int]) -> set[int]:
        """The annotations at the other ends of the links of some."""
        sql = (
            "WITH some (id) AS (SELECT value FROM json_each(?))"
            " SELECT to_id FROM link WHERE from_id IN some UNION SELECT from_id FROM link WHERE to_id IN some"
        )
        return {row[0] for row in self._database.conn.execute(sql, [listed(annotation_ids)])}

    def add(self, writer: Writer, link: Link) -> int:
        """Add a link (its ``id`` is ignored); returns its id. There must be none between its ends in this direction."""
        return writer.insert(
            "link",
            {
                "uid": link.uid,
                "from_id": link.from_id,
                "to_id": link.to_id,
                "label": link.label,
                "created_at": link.created_at,
            },
        )

    def rename(self, writer: Writer, link_id: int, label: str) -> None:
        """Give a link another label."""
        writer.update("link", link_id, {"label": label})

    def remove(self, writer: Writer, link_id: int) -> None:
        """Remove a link."""
        writer.delete("link", link_id)

    def _read(self, sql: str, parameters: Sequence[object]) -> list[Link]:
        return [Link(*row) for row in self._database.conn.execute(sql, parameters)]
