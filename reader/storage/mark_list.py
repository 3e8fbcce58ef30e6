"""Reads the annotation list: the ids that fit a filter in their order, and the rows of a few ids at a time."""

import json
from array import array
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from reader.domain.mark_filter import MarkFilter
from reader.domain.mark_list import MarkColumn, MarkGroup, MarkGrouping, MarkOrder, MarkRow
from reader.domain.model import AnchorState, Color, PageMeta
from reader.domain.scope import UNKNOWN
from reader.storage.connection import Database
from reader.storage.mark_filters import mark_condition
from reader.storage.mark_text import MarkTexts

_CACHE = "PRAGMA cache_size = -32768"
"""32 MiB: what filters read of 100,000 annotations stays in memory, and answers in half the time."""

_IN_TREE = "page.sort_key, page.id, annotation.start, annotation.id"
_TAGS = (
    "(SELECT group_concat(name, ' ') FROM annotation_tag JOIN tag ON tag.id = tag_id"
    " WHERE annotation_id = annotation.id)"
)
_COLORS = " ".join(Color)
_SORTED_BY: Mapping[MarkColumn, str] = {
    MarkColumn.QUOTE: "annotation.quote",
    MarkColumn.NOTE: "nullif(annotation.note, '')",
    MarkColumn.TAGS: _TAGS,
    MarkColumn.COLOR: f"instr('{_COLORS}', annotation.color)",
    MarkColumn.IMPORTANCE: "nullif(annotation.importance, 0)",
    MarkColumn.NEWSPAPER: "page.newspaper",
    MarkColumn.DATE: "page.issue_date",
    MarkColumn.PAGE: "page.page_no",
    MarkColumn.SECTION: "(SELECT section FROM item WHERE item.id = annotation.item_id)",
    MarkColumn.HEADLINE: "(SELECT label FROM item WHERE item.id = annotation.item_id)",
    MarkColumn.CODER: "nullif(annotation.coder, '')",
    MarkColumn.CREATED: "unixepoch(annotation.created_at)",
    MarkColumn.MODIFIED: "unixepoch(annotation.modified_at)",
    MarkColumn.STATE: "nullif(annotation.state, 'exact')",
}
_GROUPED_BY: Mapping[MarkGrouping, tuple[str, str]] = {  # what tells groups apart, and their order
    MarkGrouping.TAG: ("tag.name", "tag.name"),
    MarkGrouping.ARTICLE: ("annotation.item_id", "page.sort_key, page.id, annotation.item_id"),
    MarkGrouping.NEWSPAPER: ("page.newspaper", "page.newspaper"),
    MarkGrouping.DATE: ("page.issue_date", "page.issue_date"),
    MarkGrouping.CODER: ("nullif(annotation.coder, '')", "annotation.coder"),
    MarkGrouping.COLOR: ("annotation.color", _SORTED_BY[MarkColumn.COLOR]),
}
_FROM = "annotation JOIN page ON page.id = annotation.page_id"
_WITH_TAGS = (
    f"{_FROM} LEFT JOIN annotation_tag ON annotation_tag.annotation_id = annotation.id"
    " LEFT JOIN tag ON tag.id = annotation_tag.tag_id"
)
_AT_ONCE = 500


class MarkListStore:
    """Reads annotations for a table: never more than ids of all of them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.conn.execute(_CACHE)

    def ids(self, wanted: MarkFilter, order: MarkOrder) -> "array[int]":
        """The annotations that fit a filter, sorted."""
        condition, parameters = self._condition(wanted)
        if order.column is None:
            return self._in_tree(wanted, condition, parameters)
        rows = self._database.conn.execute(
            f"SELECT annotation.id FROM {_FROM} WHERE {condition} ORDER BY {_order(order)}", parameters
        ).fetchall()
        return array("q", [row_id for (row_id,) in rows])

    def groups(self, wanted: MarkFilter, order: MarkOrder, grouping: MarkGrouping) -> list[MarkGroup]:
        """The annotations that fit a filter, in groups and sorted within them; what has no group comes last."""
        condition, parameters = self._condition(wanted)
        value, by = _GROUPED_BY[grouping]
        rows = self._database.conn.execute(
            f"SELECT {value} AS value, annotation.id FROM {_WITH_TAGS if grouping is MarkGrouping.TAG else _FROM}"
            f" WHERE {condition} ORDER BY value IS NULL, {by}, {_order(order)}",
            parameters,
        ).fetchall()
        groups = [
            (found, array("q", [row_id for _, row_id in rows_of]))
            for found, rows_of in groupby(rows, lambda row: row[0])
        ]
        if grouping is MarkGrouping.ARTICLE:
            labels = self._labels(item_id for item_id, _ in groups if item_id is not None)
            return [MarkGroup(str(item_id or ""), labels.get(item_id, ""), ids) for item_id, ids in groups]
        return [MarkGroup(found or "", found or "", ids) for found, ids in groups]

    def rows(self, ids: Sequence[int]) -> dict[int, MarkRow]:
        """The rows of some annotations by id; those that are gone are not there."""
        found: dict[int, MarkRow] = {}
        for at in range(0, len(ids), _AT_ONCE):
            some = list(ids[at : at + _AT_ONCE])
            marks = ", ".join("?" * len(some))
            tags = self._tags(some, marks)
            for row_id, page_id, item_id, quote, note, color, importance, *rest in self._database.conn.execute(
                "SELECT annotation.id, annotation.page_id, item_id, quote, note, color, importance, coder,"
                " annotation.created_at, modified_at, annotation.state, item.section, item.label,"
                " newspaper, issue_date, page_no, page_name"
                f" FROM {_FROM} LEFT JOIN item ON item.id = item_id WHERE annotation.id IN ({marks})",
                some,
            ):
                coder, created, modified, state, section, label, *meta = rest
                found[row_id] = MarkRow(
                    row_id,
                    page_id,
                    item_id,
                    quote,
                    note,
                    tags.get(row_id, ()),
                    Color(color),
                    importance,
                    PageMeta(*meta),
                    section,
                    label or "",
                    coder,
                    created,
                    modified,
                    AnchorState(state),
                )
        return found

    def coders(self) -> list[str]:
        """Everybody who made an annotation; UNKNOWN where it says nobody."""
        return [name for (name,) in self._database.conn.execute("SELECT DISTINCT coder FROM annotation ORDER BY coder")]

    def sections(self) -> list[str]:
        """The sections in which there are annotations; UNKNOWN where there are some in none."""
        rows = self._database.conn.execute(
            "SELECT DISTINCT section FROM item WHERE id IN (SELECT item_id FROM annotation)"
            " ORDER BY section IS NULL, section"
        )
        return [UNKNOWN if name is None else name for (name,) in rows]

    def _condition(self, wanted: MarkFilter) -> tuple[str, list[object]]:
        if wanted.text:
            deque(MarkTexts(self._database).catch_up(), maxlen=0)
        return mark_condition(wanted)

    def _in_tree(self, wanted: MarkFilter, condition: str, parameters: list[object]) -> "array[int]":
        """Ids in the order of the tree: an index has them by page, and there are few pages to sort."""
        connection = self._database.conn
        # One text for each page, since rows are slow to hand over; SQLite groups them in the order of their finding.
        by_page = dict(
            connection.execute(
                "SELECT page_id, json_group_array(id) FROM (SELECT annotation.page_id, annotation.id"
                f" FROM {_FROM if wanted.scopes else 'annotation'} WHERE {condition}"
                " ORDER BY annotation.page_id, annotation.start, annotation.id) GROUP BY page_id",
                parameters,
            ).fetchall()
        )
        ids = array("q")
        for (page_id,) in connection.execute("SELECT id FROM page ORDER BY sort_key, id").fetchall():
            if page_id in by_page:
                ids.extend(json.loads(by_page[page_id]))
        return ids

    def _labels(self, item_ids: Iterable[int]) -> dict[int, str]:
        wanted = list(item_ids)
        labels: dict[int, str] = {}
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            labels.update(
                self._database.conn.execute(
                    f"SELECT id, label FROM item WHERE id IN ({', '.join('?' * len(some))})", some
                ).fetchall()
            )
        return labels

    def _tags(self, ids: list[int], marks: str) -> dict[int, tuple[str, ...]]:
        found: dict[int, tuple[str, ...]] = {}
        for row_id, name in self._database.conn.execute(
            "SELECT annotation_id, name FROM annotation_tag JOIN tag ON tag.id = tag_id"
            f" WHERE annotation_id IN ({marks}) ORDER BY annotation_tag.id",
            ids,
        ):
            found[row_id] = (*found.get(row_id, ()), name)
        return found


def _order(order: MarkOrder) -> str:
    if order.column is None:
        return _IN_TREE
    key, way = _SORTED_BY[order.column], "DESC" if order.descending else "ASC"
    return f"{key} {way} NULLS LAST, {_IN_TREE}"
