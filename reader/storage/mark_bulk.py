"""Writes many annotations at a time, each method within a journalled step. Ids are of annotations, a few hundred."""

from collections.abc import Iterable, Sequence

from reader.storage.connection import Database
from reader.storage.journal import Writer


class MarkBulkStore:
    """Changes annotations without reading them; methods return the ids of those that they changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tag_ids(self, names: Iterable[str]) -> list[int]:
        """The ids of tags; those that there are not are left out."""
        wanted = list(names)
        return self._column(f"SELECT id FROM tag WHERE name IN ({_marks(wanted)})", wanted)

    def make_tags(self, writer: Writer, names: Iterable[str], now: str) -> tuple[list[int], bool]:
        """The ids of tags, made as needed, and whether one had to be made."""
        found = []
        made = False
        for name in names:
            known = self.tag_ids([name])
            made = made or not known
            found += known or [writer.insert("tag", {"name": name, "created_at": now})]
        return found, made

    def add_tags(self, writer: Writer, ids: Sequence[int], tag_ids: Sequence[int], now: str) -> set[int]:
        """Give annotations tags that they have not."""
        changed: set[int] = set()
        for tag_id in tag_ids:
            have = set(self._tagged(ids, [tag_id], "annotation_id"))
            lack = [row_id for row_id in ids if row_id not in have]
            writer.insert_all("annotation_tag", [{"annotation_id": row_id, "tag_id": tag_id} for row_id in lack])
            changed.update(lack)
        writer.update_all("annotation", sorted(changed), {"modified_at": now})
        return changed

    def remove_tags(self, writer: Writer, ids: Sequence[int], tag_ids: Sequence[int], now: str) -> set[int]:
        """Take tags from the annotations that have them."""
        changed = set(self._tagged(ids, tag_ids, "annotation_id"))
        writer.delete_all("annotation_tag", self._tagged(ids, tag_ids, "id"))
        writer.update_all("annotation", sorted(changed), {"modified_at": now})
        return changed

    def write(self, writer: Writer, ids: Sequence[int], column: str, value: object, now: str) -> set[int]:
        """Write a column of the annotations that have something else there."""
        sql = f"SELECT id FROM annotation WHERE id IN ({_marks(ids)}) AND {column} IS NOT ?"
        changed = self._column(sql, [*ids, value])
        writer.update_all("annotation", changed, {column: value, "modified_at": now})
        return set(changed)

    def remove(self, writer: Writer, ids: Sequence[int]) -> set[int]:
        """Remove annotations with their links, to tags and to each other; the tags stay."""
        there = self._column(f"SELECT id FROM annotation WHERE id IN ({_marks(ids)})", ids)
        marks = _marks(there)
        tagged = self._column(f"SELECT id FROM annotation_tag WHERE annotation_id IN ({marks})", there)
        linked = self._column(
            f"SELECT id FROM link WHERE from_id IN ({marks}) UNION SELECT id FROM link WHERE to_id IN ({marks})",
            [*there, *there],
        )
        writer.delete_all("annotation_tag", tagged)
        writer.delete_all("link", linked)
        writer.delete_all("annotation", there)
        return set(there)

    def linked_to(self, ids: Sequence[int]) -> set[int]:
        """The annotations that links lead to or from, from or to some others."""
        marks = _marks(ids)
        there = f"SELECT to_id FROM link WHERE from_id IN ({marks})"
        return set(self._column(f"{there} UNION SELECT from_id FROM link WHERE to_id IN ({marks})", [*ids, *ids]))

    def pages_of(self, ids: Sequence[int]) -> set[int]:
        """The pages that annotations stand on."""
        return set(self._column(f"SELECT DISTINCT page_id FROM annotation WHERE id IN ({_marks(ids)})", ids))

    def _tagged(self, ids: Sequence[int], tag_ids: Sequence[int], column: str) -> list[int]:
        return self._column(
            f"SELECT {column} FROM annotation_tag"
            f" WHERE annotation_id IN ({_marks(ids)}) AND +tag_id IN ({_marks(tag_ids)})",
            [*ids, *tag_ids],
        )

    def _column(self, sql: str, parameters: Sequence[object]) -> list[int]:
        return [value for (value,) in self._database.conn.execute(sql, parameters).fetchall()]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
