"""A ``MarkFilter`` as SQL: the one place that says which annotations a filter takes in.

The queries that use it have ``annotation`` under its own name, and join ``page`` under its own where there are scopes
(``FROM_MARKS`` joins the item too).
What is asked of the text needs ``MarkTexts.catch_up`` (``storage/mark_text.py``) before.
"""

from collections.abc import Callable, Sequence
from functools import partial

from reader.domain.fold import fold
from reader.domain.mark_filter import MarkFilter
from reader.domain.scope import UNKNOWN
from reader.storage.scopes import where_marks

FROM_MARKS = "FROM annotation JOIN page ON page.id = annotation.page_id LEFT JOIN item ON item.id = annotation.item_id"

_Condition = tuple[str, list[object]]

_BELOW = (
    "(WITH RECURSIVE below (id) AS (SELECT id FROM tag WHERE name IN ({marks})"
    " UNION SELECT tag.id FROM tag JOIN below ON tag.parent_id = below.id) SELECT id FROM below)"
)
_NAMED = "(SELECT id FROM tag WHERE name IN ({marks}))"
_UNTAGGED = "NOT EXISTS (SELECT 1 FROM annotation_tag WHERE annotation_id = annotation.id)"


def mark_condition(wanted: MarkFilter) -> _Condition:
    """The condition of a filter and its parameters; always a valid expression."""
    parts = [
        *_scopes(wanted),
        *_pages(wanted),
        *_tags(wanted),
        *_any_of("annotation.color", wanted.colors),
        *_any_of("annotation.coder", wanted.coders),
        *_any_of("annotation.state", wanted.states),
        *_rest(wanted),
    ]
    return " AND ".join(sql for sql, _ in parts) or "1", [value for _, values in parts for value in values]


def _scopes(wanted: MarkFilter) -> list[_Condition]:
    parts = [where_marks(scope) for scope in wanted.scopes]
    if not parts:
        return []
    return [(f"({' OR '.join(f'({sql})' for sql, _ in parts)})", [value for _, values in parts for value in values])]


def _pages(wanted: MarkFilter) -> list[_Condition]:
    asked: list[_Condition] = []
    for column, value in (
        ("newspaper IS", wanted.newspaper),
        ("issue_date >=", wanted.date_from),
        ("issue_date <=", wanted.date_to),
    ):
        if value is not None:
            asked.append((f"{column} ?", [None if value == UNKNOWN else value]))
    found: list[_Condition] = []
    if asked:
        condition = " AND ".join(sql for sql, _ in asked)
        # There are few pages, and those that fit lead to their annotations by an index.
        sql = f"annotation.page_id IN (SELECT id FROM page WHERE {condition})"
        found.append((sql, [value for _, values in asked for value in values]))
    if wanted.section == UNKNOWN:
        found.append(("annotation.item_id IN (SELECT id FROM item WHERE section IS NULL)", []))
    elif wanted.section is not None:
        found.append(("annotation.item_id IN (SELECT id FROM item WHERE section = ?)", [wanted.section]))
    return found


def _tags(wanted: MarkFilter) -> list[_Condition]:
    tagged: Callable[[Sequence[str]], _Condition] = partial(_tagged, subtags=wanted.subtags)
    found = [tagged([name]) for name in wanted.all_tags]
    if wanted.not_tags:
        sql, names = tagged(wanted.not_tags)
        found.append((f"NOT {sql}", names))
    either = [tagged(wanted.tags)] if wanted.tags else []
    if wanted.untagged:
        either.append((_UNTAGGED, []))
    if either:
        found.append((f"({' OR '.join(sql for sql, _ in either)})", [name for _, names in either for name in names]))
    return found


def _tagged(names: Sequence[str], *, subtags: bool) -> _Condition:
    """That an annotation has any of some tags."""
    ids = (_BELOW if subtags else _NAMED).format(marks=", ".join("?" * len(names)))
    return f"(annotation.id IN (SELECT annotation_id FROM annotation_tag WHERE tag_id IN {ids}))", [*names]


def _any_of(column: str, values: Sequence[str]) -> list[_Condition]:
    return [(f"{column} IN ({', '.join('?' * len(values))})", [*values])] if values else []


def _rest(wanted: MarkFilter) -> list[_Condition]:
    found: list[_Condition] = []
    if wanted.has_note is not None:
        negated = "" if wanted.has_note else "NOT "
        found.append((f"annotation.id {negated}IN (SELECT id FROM annotation WHERE note != '')", []))
    if wanted.importance:
        found.append(("annotation.importance >= ?", [wanted.importance]))
    if folded := fold(wanted.text):
        found.append(("annotation.id IN (SELECT id FROM mark_text WHERE instr(folded, ?))", [folded]))
    return found
