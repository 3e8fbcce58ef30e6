"""Annotations as a table of text: the columns of each shape, and the cells of a row, for all spreadsheet formats.

In the shape of one row for each tag, ``tag`` is followed by ``tag_level1``, ``tag_level2`` …: the tags that it stands
under in the codebook, the root first, and itself; as many as the deepest tag of the codebook has.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter

from reader.domain.codebook import Codebook
from reader.domain.export import Shape
from reader.domain.model import Range
from reader.exchange.rows import AnnotationRow

TAG_SEPARATOR = "；"
_ESCAPE = "\\"
_NO_TAGS = Codebook(())

_FIELDS = tuple(field.name for field in fields(AnnotationRow))
_TAGS_AT = _FIELDS.index("tags")
_LISTS = frozenset({"link", "reporters"})
_values = attrgetter(*_FIELDS)


class Table:
    """The columns of a shape for a codebook, and the cells of a row under them."""

    def __init__(self, shape: Shape, codebook: Codebook = _NO_TAGS) -> None:
        self._shape = shape
        self._paths = {tag.name: tuple(each.name for each in codebook.path(tag.id)) for tag in codebook}
        self._levels = max(map(len, self._paths.values()), default=1)

    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return (*_FIELDS[:_TAGS_AT], *self._tag_columns(), *_FIELDS[_TAGS_AT + 1 :])

    def lines(self, row: AnnotationRow) -> Iterator[Sequence[str]]:
        """The rows of the table for one annotation, as text in the order of ``header``; None is empty."""
        texts = [text(value) for text, value in zip(_TEXTS, _values(row), strict=True)]
        if self._shape is Shape.ANNOTATION:
            yield texts
            return
        for tag in row.tags or ("",):
            path = self._paths.get(tag, (tag,))
            levels = (*path, *[""] * (self._levels - len(path)))
            yield [*texts[:_TAGS_AT], tag, *levels, *texts[_TAGS_AT + 1 :]]

    def _tag_columns(self) -> tuple[str, ...]:
        if self._shape is Shape.ANNOTATION:
            return ("tags",)
        return ("tag", *(f"tag_level{level}" for level in range(1, self._levels + 1)))


def join_tags(tags: Sequence[str]) -> str:
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


def join_ranges(ranges: Sequence[Range]) -> str:
    """Ranges in one cell: ``12-20 31-40``."""
    return " ".join(f"{start}-{end}" for start, end in ranges)


def split_ranges(cell: str) -> tuple[Range, ...]:
    """What ``join_ranges`` was given. Raises ValueError for anything else."""
    found = []
    for part in cell.split():
        start, _, end = part.partition("-")
        found.append(Range(int(start), int(end)))
    return tuple(found)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _column(name: str) -> Callable[..., str]:
    """How the values of a column become text."""
    if name == "tags" or name in _LISTS:
        return join_tags
    return join_ranges if name == "ranges" else _text


_TEXTS = tuple(map(_column, _FIELDS))
