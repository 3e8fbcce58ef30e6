"""Removes pages with everything that is about them; each write is part of a journalled step."""

from collections.abc import Iterable, Sequence

from reader.storage.connection import Database
from reader.storage.journal import Writer


class PageRemovalStore:
    """Removes some pages at a time, a few hundred."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def with_older(self, page_ids: Iterable[int]) -> list[int]:
        """Pages with those that they replaced, which go with them; each once."""
        found: dict[int, None] = {}
        for page_id in page_ids:
            rows = self._database.conn.execute(
                "WITH RECURSIVE these (id) AS (SELECT id FROM page WHERE id = ?"
                " UNION ALL SELECT page.id FROM page JOIN these ON page.replaced_by = these.id) SELECT id FROM these",
                [page_id],
            )
            found.update((row[0], None) for row in rows)
        return list(found)

    def remove(self, writer: Writer, page_ids: Sequence[int]) -> tuple[set[int], set[int]]:
        """Remove pages; returns the ids of the items and of the annotations that went with them."""
        marks = self._of("annotation", "page_id", page_ids)
        items = self._of("item", "page_id", page_ids)
        # The pages first: then their items are taken out of the counts of the tree all at once.
        writer.delete_all("page", self._of("page", "id", page_ids))
        writer.delete_all("link", sorted({*self._of("link", "from_id", marks), *self._of("link", "to_id", marks)}))
        writer.delete_all("annotation_tag", self._of("annotation_tag", "annotation_id", marks))
        writer.delete_all("annotation", marks)
        writer.delete_all("memo", self._of("memo", "page_id", page_ids))
        writer.delete_all("correction", self._of("correction", "page_id", page_ids))
        writer.delete_all("item_state", self._of("item_state", "id", items))
        writer.delete_all("item", items)
        writer.delete_all("page_text", self._of("page_text", "id", page_ids))
        return set(items), set(marks)

    def _of(self, table: str, column: str, ids: Sequence[int]) -> list[int]:
        sql = f"SELECT id FROM {table} WHERE {column} IN ({', '.join('?' * len(ids))})"
        return [row[0] for row in self._database.conn.execute(sql, list(ids))]
