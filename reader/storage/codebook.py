"""The tags of a library as a codebook, and which annotations have them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from reader.domain.codebook import Codebook, Tag
from reader.domain.model import Color
from reader.storage.codec import listed
from reader.storage.connection import Database
from reader.storage.journal import Writer

_COLUMNS = "id, uid, name, parent_id, position, color, definition, use_when, not_when, example, created_at"


class Tagging(NamedTuple):
    """One annotation's link to one tag, with the page that it is on."""

    id: int
    annotation_id: int
    tag_id: int
    page_id: int


class CodebookStore:
    """Reads and writes tags; every write goes through the ``Writer`` of a journalled step."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> Codebook:
        """The whole codebook."""
        return Codebook(map(_tag, self._database.conn.execute(f"SELECT {_COLUMNS} FROM tag")))

    def named(self, name: str) -> Tag | None:
        """The tag of a name, read alone; None where there is none."""
        row = self._database.conn.execute(f"SELECT {_COLUMNS} FROM tag WHERE name = ?", [name]).fetchone()
        return _tag(row) if row else None

    def own_counts(self) -> dict[int, int]:
        """How many annotations have each tag, for tags that any has."""
        return dict(self._database.conn.execute("SELECT tag_id, count(*) FROM annotation_tag GROUP BY tag_id"))

    def combinations(self) -> dict[tuple[int, ...], int]:
        """How many annotations have exactly each set of two or more tags."""
        rows = self._database.conn.execute(
            "SELECT tags, count(*) FROM (SELECT group_concat(tag_id) AS tags FROM annotation_tag"
            " GROUP BY annotation_id HAVING count(*) > 1) GROUP BY tags"
        )
        found: dict[tuple[int, ...], int] = {}
        for tags, count in rows:
            ids = tuple(sorted(map(int, tags.split(","))))
            found[ids] = found.get(ids, 0) + count
        return found

    def taggings(self, tag_ids: Iterable[int]) -> list[Tagging]:
        """The links of some tags to annotations, in the order of the page."""
        rows = self._database.conn.execute(
            "SELECT annotation_tag.id, annotation_id, tag_id, page_id FROM annotation_tag"
            " JOIN annotation ON annotation.id = annotation_id"
            " WHERE tag_id IN (SELECT value FROM json_each(?)) ORDER BY page_id, start, annotation_id, tag_id",
            [listed(tag_ids)],
        )
        return [Tagging(*row) for row in rows]

    def add(self, writer: Writer, tag: Tag) -> int:
        """Add a tag (its ``id`` is ignored); returns its id."""
        return writer.insert("tag", {**_row(tag), "created_at": tag.created_at})

    def rewrite(self, writer: Writer, before: Tag, after: Tag) -> bool:
        """Write what is different about a tag; returns whether anything is."""
        known, wanted = _row(before), _row(after)
        changed = {column: value for column, value in wanted.items() if value != known[column]}
        if changed:
            writer.update("tag", before.id, changed)
        return bool(changed)

    def remove(self, writer: Writer, tag_id: int) -> None:
        """Remove a tag that no annotation, tag or memo refers to any more."""
        writer.delete("tag", tag_id)

    def give(self, writer: Writer, taggings: Iterable[Tagging], tag_id: int | None, *, keep: bool = False) -> None:
        """Let annotations have another tag instead of the one linked, or none; with ``keep``, beside it.

        An annotation that has the other tag already has it once.
        """
        having = set() if tag_id is None else {tagging.annotation_id for tagging in self.taggings([tag_id])}
        moved, dropped = [], []
        for tagging in taggings:
            if tag_id is not None and tagging.annotation_id not in having:
                having.add(tagging.annotation_id)
                moved.append(tagging)
            elif tagging.tag_id != tag_id:
                dropped.append(tagging.id)
        if keep:
            rows = [{"annotation_id": tagging.annotation_id, "tag_id": tag_id} for tagging in moved]
            writer.insert_all("annotation_tag", rows)
        else:
            writer.update_all("annotation_tag", [tagging.id for tagging in moved], {"tag_id": tag_id})
            writer.delete_all("annotation_tag", dropped)


def last_position(database: Database, parent_id: int | None) -> int:
    """Where the next tag under a parent goes: behind all others."""
    sql = "SELECT coalesce(max(position) + 1, 0) FROM tag WHERE parent_id IS ?"
    return int(database.conn.execute(sql, [parent_id]).fetchone()[0])


def _tag(row: Sequence[Any]) -> Tag:
    tag_id, uid, name, parent_id, position, color, *texts = row
    return Tag(tag_id, uid, name, parent_id, position, Color(color) if color else None, *texts)


def _row(tag: Tag) -> Mapping[str, object]:
    return {
        "uid": tag.uid,
        "name": tag.name,
        "parent_id": tag.parent_id,
        "position": tag.position,
        "color": tag.color,
        "definition": tag.definition,
        "use_when": tag.use_when,
        "not_when": tag.not_when,
        "example": tag.example,
    }
