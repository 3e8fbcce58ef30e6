"""Annotations and their tags."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from reader.domain.mark_filter import MarkFilter
from reader.domain.model import AnchorState, Annotation, Color, ItemOutline, MarkedItem, PageMeta
from reader.domain.scope import UNKNOWN
from reader.storage.codebook import last_position
from reader.storage.codec import decode_outline, decode_ranges, encode_ranges, listed
from reader.storage.connection import Database
from reader.storage.journal import Writer

_FIELDS = (
    "annotation.id, uid, annotation.page_id, ranges, quote, prefix, suffix, color, note, coder, created_at,"
    " modified_at, annotation.state, importance"
)
_PAGE_AT = 2
_AT_ONCE = 500
"""Ids in one statement: SQLite before 3.32 takes no more than 999 parameters."""
_SELECT = f"SELECT {_FIELDS} FROM annotation"
_COLORS = {color.value: color for color in Color}
_STATES = {state.value: state for state in AnchorState}


class AnnotationStore:
    """Reads and writes annotations; every write goes through the ``Writer`` of a journalled step."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, annotation_id: int) -> Annotation:
        """An annotation. Raises KeyError where there is none."""
        for found in self._read(f"{_SELECT} WHERE annotation.id = ?", [annotation_id]):
            return found
        raise KeyError(annotation_id)

    def some(self, annotation_ids: Iterable[int]) -> list[Annotation]:
        """Annotations by their ids, in no particular order; ids of none are passed over."""
        condition = "annotation.id IN (SELECT value FROM json_each(?))"
        return list(self._read(f"{_SELECT} WHERE {condition}", [listed(annotation_ids)]))

    def of_page(self, page_id: int) -> list[Annotation]:
        """All annotations of a page by their beginning, then by age."""
        return list(self._read(f"{_SELECT} WHERE page_id = ? ORDER BY start, id", [page_id]))

    def pages_of(self, annotation_ids: Iterable[int]) -> set[int]:
        """The pages of some annotations; ids of none are passed over."""
        ids = listed(annotation_ids)
        sql = "SELECT DISTINCT page_id FROM annotation WHERE id IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self._database.conn.execute(sql, [ids])}

    def of_tag(self, tag_id: int) -> list[Annotation]:
        """The annotations that have a tag, in the order of their pages."""
        condition = "annotation.id IN (SELECT annotation_id FROM annotation_tag WHERE tag_id = ?)"
        return list(self._read(f"{_SELECT} WHERE {condition} ORDER BY page_id, start, id", [tag_id]))

    def having(self, tag_ids: Iterable[int]) -> set[int]:
        """The ids of the annotations that have any of some tags."""
        sql = "SELECT annotation_id FROM annotation_tag WHERE tag_id IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self._database.conn.execute(sql, [listed(tag_ids)])}

    def of_item(self, item_id: int) -> list[Annotation]:
        """The annotations that begin in an item, by their beginning, then by age."""
        return list(self._read(f"{_SELECT} WHERE item_id = ? ORDER BY start, id", [item_id]))

    def add(self, writer: Writer, annotation: Annotation, item_id: int | None) -> int:
        """Add an annotation (its ``id`` is ignored) with its tags; returns its id."""
        annotation_id = writer.insert(
            "annotation",
            {
                "uid": annotation.uid,
                "page_id": annotation.page_id,
                "item_id": item_id,
                "start": annotation.start,
                "ranges": encode_ranges(annotation.ranges),
                "quote": annotation.quote,
                "prefix": annotation.prefix,
                "suffix": annotation.suffix,
                "color": annotation.color,
                "note": annotation.note,
                "coder": annotation.coder,
                "created_at": annotation.created_at,
                "modified_at": annotation.modified_at,
                "state": annotation.state,
                "importance": annotation.importance,
            },
        )
        self.add_tags(writer, annotation_id, annotation.tags, annotation.created_at)
        return annotation_id

    def change(self, writer: Writer, annotation_id: int, now: str, **columns: object) -> None:
        """Change some columns of an annotation and the time of its last change."""
        writer.update("annotation", annotation_id, {**columns, "modified_at": now})

    def move(self, writer: Writer, annotation: Annotation, item_id: int | None, now: str) -> None:
        """Write the ranges, quote and context of an annotation as given."""
        self.change(
            writer,
            annotation.id,
            now,
            item_id=item_id,
            start=annotation.start,
            ranges=encode_ranges(annotation.ranges),
            quote=annotation.quote,
            prefix=annotation.prefix,
            suffix=annotation.suffix,
            state=annotation.state,
        )

    def refile(self, writer: Writer, page_id: int, item_of: Callable[[int], int | None]) -> set[int]:
        """Say anew in which item each annotation of a page begins; returns the ids of those that changed.

        ``item_of`` gives the item that has a code point of the page. Nothing that the reader made changes.
        """
        rows = self._database.conn.execute("SELECT id, start, item_id FROM annotation WHERE page_id = ?", [page_id])
        moved = {row_id: item_of(start) for row_id, start, item_id in rows.fetchall() if item_of(start) != item_id}
        for row_id, item_id in moved.items():
            writer.update("annotation", row_id, {"item_id": item_id})
        return set(moved)

    def requote(self, writer: Writer, annotation_id: int, quote: str) -> None:
        """Write the quote of an annotation as its page reads now; it counts as no change by its coder."""
        writer.update("annotation", annotation_id, {"quote": quote})

    def remove(self, writer: Writer, annotation_id: int) -> None:
        """Remove an annotation and its links to tags and other annotations; these stay."""
        for table, condition in (("annotation_tag", "annotation_id = ?1"), ("link", "?1 IN (from_id, to_id)")):
            sql = f"SELECT id FROM {table} WHERE {condition}"
            for (link,) in self._database.conn.execute(sql, [annotation_id]).fetchall():
                writer.delete(table, link)
        writer.delete("annotation", annotation_id)

    def add_tags(self, writer: Writer, annotation_id: int, names: Iterable[str], now: str) -> bool:
        """Give an annotation tags, made as needed; returns whether one had to be made."""
        made = False
        for name in names:
            row = self._database.conn.execute("SELECT id FROM tag WHERE name = ?", [name]).fetchone()
            made = made or row is None
            tag_id = row[0] if row else self._make_tag(writer, name, now)
            if not self._link(annotation_id, tag_id):
                writer.insert("annotation_tag", {"annotation_id": annotation_id, "tag_id": tag_id})
        return made

    def _make_tag(self, writer: Writer, name: str, now: str) -> int:
        position = last_position(self._database, None)
        return writer.insert("tag", {"name": name, "position": position, "created_at": now})

    def remove_tag(self, writer: Writer, annotation_id: int, name: str) -> None:
        """Take a tag from an annotation; nothing happens where it has it not."""
        row = self._database.conn.execute("SELECT id FROM tag WHERE name = ?", [name]).fetchone()
        link = self._link(annotation_id, row[0]) if row else None
        if link:
            writer.delete("annotation_tag", link)

    def tag_names(self) -> list[str]:
        """All tags by name."""
        return [row[0] for row in self._database.conn.execute("SELECT name FROM tag ORDER BY name")]

    def recent_tags(self, limit: int) -> list[str]:
        """The tags used last, newest first."""
        # The last use of each tag is at the end of its part of an index; to group all uses would read them all.
        rows = self._database.conn.execute(
            "SELECT name FROM"
            " (SELECT name, (SELECT max(id) FROM annotation_tag WHERE tag_id = tag.id) AS used FROM tag)"
            " WHERE used IS NOT NULL ORDER BY used DESC LIMIT ?",
            [limit],
        )
        return [row[0] for row in rows]

    def count(self, wanted: MarkFilter) -> int:
        """How many annotations fit a filter."""
        filtered, parameters = self._filtered(wanted)
        row = self._database.conn.execute(f"SELECT count(*) {filtered}", parameters).fetchone()
        return int(row[0])

    def newspapers(self) -> list[str]:
        """The newspapers in which there are annotations, in the order of the tree; UNKNOWN for pages without one."""
        rows = self._database.conn.execute(
            "SELECT newspaper FROM page WHERE id IN (SELECT page_id FROM annotation)"
            " GROUP BY newspaper ORDER BY min(sort_key)"
        )
        return [UNKNOWN if name is None else name for (name,) in rows]

    def matching(self, wanted: MarkFilter) -> Iterator[MarkedItem]:
        """The annotations that fit a filter, in the order of the tree, read as they are asked for."""
        filtered, parameters = self._filtered(wanted)
        cursor = self._database.conn.execute(
            f"SELECT {_FIELDS}, item.id, page.newspaper, page.issue_date, page.page_no, page.page_name,"
            " page.source_name"
            f" {filtered} ORDER BY page.sort_key, page.id, annotation.start, annotation.id",
            parameters,
        )
        width = _FIELDS.count(",") + 1
        outlines: dict[int, ItemOutline] = {}
        while rows := cursor.fetchmany(_AT_ONCE):
            tags = self._tags_of([row[0] for row in rows])
            # Apart from the rows, which are sorted: the content of an item is long, and its annotations are many.
            item_ids = {row[width] for row in rows} - {None}
            outlines = {item_id: outlines[item_id] for item_id in item_ids & outlines.keys()}
            outlines.update(self._outlines(sorted(item_ids - outlines.keys())))
            page_id, meta = None, PageMeta()
            for row in rows:
                if row[_PAGE_AT] != page_id:
                    page_id, meta = row[_PAGE_AT], PageMeta(*row[width + 1 : -1])
                yield MarkedItem(_annotation(row[:width], tags), outlines.get(row[width]), meta, row[-1])

    def _outlines(self, item_ids: Sequence[int]) -> Iterator[tuple[int, ItemOutline]]:
        """Some items by id, no more than ``_AT_ONCE``."""
        marks = ", ".join("?" * len(item_ids))
        rows = self._database.conn.execute(
            f"SELECT id, seq, kind, section, content FROM item WHERE id IN ({marks})", item_ids
        )
        return ((row[0], decode_outline(*row)) for row in rows)

    def _filtered(self, wanted: MarkFilter) -> tuple[str, list[object]]:
        """The tables that a filter asks for and what it says of them, as SQL."""
        from reader.storage.mark_filters import FROM_MARKS, mark_condition  # a window begins without filters
        from reader.storage.mark_text import MarkTexts

        if wanted.text:
            deque(MarkTexts(self._database).catch_up(), maxlen=0)
        condition, parameters = mark_condition(wanted)
        return f"{FROM_MARKS} WHERE {condition}", parameters

    def _link(self, annotation_id: int, tag_id: int) -> int | None:
        row = self._database.conn.execute(
            "SELECT id FROM annotation_tag WHERE annotation_id = ? AND tag_id = ?", [annotation_id, tag_id]
        ).fetchone()
        return row[0] if row else None

    def _read(self, sql: str, parameters: Sequence[object]) -> Iterator[Annotation]:
        rows = self._database.conn.execute(sql, parameters).fetchall()
        tags = self._tags_of([row[0] for row in rows])
        return (_annotation(row, tags) for row in rows)

    def _tags_of(self, annotation_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        found: dict[int, tuple[str, ...]] = {}
        for at in range(0, len(annotation_ids), _AT_ONCE):
            some = annotation_ids[at : at + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            for annotation_id, name in self._database.conn.execute(
                "SELECT annotation_id, name FROM annotation_tag JOIN tag ON tag.id = tag_id"
                f" WHERE annotation_id IN ({marks}) ORDER BY annotation_tag.id",
                some,
            ):
                found[annotation_id] = (*found.get(annotation_id, ()), name)
        return found


def _annotation(row: Sequence[Any], tags: dict[int, tuple[str, ...]]) -> Annotation:
    annotation_id, uid, page_id, ranges, quote, prefix, suffix, color, note, coder, created_at, modified_at, *rest = row
    state, importance = rest
    return Annotation(
        id=annotation_id,
        uid=uid,
        page_id=page_id,
        ranges=decode_ranges(ranges),
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        color=_COLORS[color],
        note=note,
        tags=tags.get(annotation_id, ()),
        coder=coder,
        created_at=created_at,
        modified_at=modified_at,
        state=_STATES[state],
        importance=importance,
    )
