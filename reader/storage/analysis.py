"""Annotations as analyses count them, and the quotes behind a count."""

from collections import defaultdict
from collections.abc import Sequence

from reader.domain.analysis import Coded, Quote
from reader.domain.model import Color, PageMeta, Range
from reader.domain.scope import Scope
from reader.storage.codec import decode_ranges
from reader.storage.connection import Database
from reader.storage.scopes import where_marks

_FROM = "annotation JOIN page ON page.id = annotation.page_id LEFT JOIN item ON item.id = annotation.item_id"
_AT_ONCE = 500


class AnalysisStore:
    """Reads what analyses need of annotations, in few queries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def coded(self, scopes: Sequence[Scope] = ()) -> list[Coded]:
        """The annotations in any of some scopes (none: of the whole library); their unit is the article."""
        condition, parameters = _any_of(scopes)
        rows = self._database.conn.execute(
            "SELECT annotation.id, annotation.item_id, page.newspaper, page.issue_date, item.section"
            f" FROM {_FROM} WHERE {condition} ORDER BY annotation.id",
            parameters,
        ).fetchall()
        tags = self._tags(condition, parameters)
        return [
            Coded(mark, tuple(tags.get(mark, ())), newspaper, date, section, (item,) if item is not None else ())
            for mark, item, newspaper, date, section in rows
        ]

    def extents(self, scopes: Sequence[Scope] = ()) -> dict[int, list[tuple[int, tuple[Range, ...]]]]:
        """By item, the annotations that begin in it with their ranges of the page."""
        condition, parameters = _any_of(scopes)
        found = defaultdict(list)
        for mark, item, ranges in self._database.conn.execute(
            f"SELECT annotation.id, item.id, annotation.ranges FROM {_FROM}"
            f" WHERE item.id IS NOT NULL AND ({condition}) ORDER BY item.page_id, item.id",
            parameters,
        ):
            found[item].append((mark, decode_ranges(ranges)))
        return found

    def quotes(self, annotation_ids: Sequence[int]) -> list[Quote]:
        """Some annotations in the order of their ids; those that are gone are left out."""
        found = []
        for at in range(0, len(annotation_ids), _AT_ONCE):
            some = annotation_ids[at : at + _AT_ONCE]
            for mark, item, quote, note, color, label, *meta in self._database.conn.execute(
                "SELECT annotation.id, item.id, quote, note, annotation.color, item.label,"
                " page.newspaper, page.issue_date, page.page_no, page.page_name"
                f" FROM {_FROM} WHERE annotation.id IN ({', '.join('?' * len(some))}) ORDER BY annotation.id",
                some,
            ):
                found.append(Quote(mark, item, quote, note, Color(color), label or "", PageMeta(*meta)))
        return found

    def _tags(self, condition: str, parameters: list[object]) -> dict[int, list[int]]:
        tags = defaultdict(list)
        for mark, tag in self._database.conn.execute(
            "SELECT annotation_id, tag_id FROM annotation_tag WHERE annotation_id IN"
            f" (SELECT annotation.id FROM {_FROM} WHERE {condition})",
            parameters,
        ):
            tags[mark].append(tag)
        return tags


def _any_of(scopes: Sequence[Scope]) -> tuple[str, list[object]]:
    parts = [where_marks(scope) for scope in scopes]
    if not parts:
        return "1", []
    return " OR ".join(f"({condition})" for condition, _ in parts), [value for _, values in parts for value in values]
