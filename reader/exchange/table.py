"""Annotations as a table of text: the columns of each shape, and the cells of a row, for all spreadsheet formats."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from operator import attrgetter

from reader.domain.export import Shape
from reader.exchange.rows import AnnotationRow

TAG_SEPARATOR = "；"
_ESCAPE = "\\"


_FIELDS = tuple(field.name for field in fields(AnnotationRow))
_TAGS_AT = _FIELDS.index("tags")
_before = attrgetter(*_FIELDS[:_TAGS_AT])
_after = attrgetter(*_FIELDS[_TAGS_AT + 1 :])
# Tags have no levels yet, so the first level of each is the tag itself; tag_level2 would follow.
_TAG_COLUMNS = {Shape.ANNOTATION: ("tags",), Shape.TAG: ("tag", "tag_level1")}


def header(shape: Shape) -> tuple[str, ...]:
    """The names of the columns."""
    return (*_FIELDS[:_TAGS_AT], *_TAG_COLUMNS[shape], *_FIELDS[_TAGS_AT + 1 :])


def cells(row: AnnotationRow, shape: Shape) -> Iterator[tuple[str, ...]]:
    """The rows of the table for one annotation, as text in the order of ``header``; None is empty."""
    before, after = _texts(_before(row)), _texts(_after(row))
    if shape is Shape.ANNOTATION:
        yield (*before, join_tags(row.tags), *after)
        return
    for tag in row.tags or ("",):
        yield (*before, tag, tag, *after)


def join_tags(tags: tuple[str, ...]) -> str:
    """Tags in one cell, parted by ``；``. A ``；`` or backslash that belongs to a tag has a backslash before it."""
    return TAG_SEPARATOR.join(
        tag.replace(_ESCAPE, _ESCAPE * 2).replace(TAG_SEPARATOR, _ESCAPE + TAG_SEPARATOR) for tag in tags
    )


def split_tags(cell: str) -> tuple[str, ...]:
    """What ``join_tags`` was given, as long as no tag was empty, which the library does not allow."""
    if not cell:
        return ()
    tags, escaped = [""], False
    for char in cell:
        if char == TAG_SEPARATOR and not escaped:
            tags.append("")
        elif char == _ESCAPE and not escaped:
            escaped = True
            continue
        else:
            tags[-1] += char
        escaped = False
    return tuple(tags)


def _texts(values: Iterable[object]) -> list[str]:
    return ["" if value is None else str(value) for value in values]
