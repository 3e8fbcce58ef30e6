"""Annotations as a table of text: the columns of each shape, and the cells of a row, for all spreadsheet formats.

In the shape of one row for each tag, ``tag`` is followed by ``tag_level1``, ``tag_level2`` …: the tags that it stands
under in the codebook, the root first, and itself; as many as the deepest tag of the codebook has.
"""

from collections.abc import Iterable, Iterator, Sequence

from reader.domain.codebook import Codebook
from reader.domain.export import Shape
from reader.domain.model import Range
from reader.exchange.rows import AnnotationRow

TAG_SEPARATOR = "；"
_ESCAPE = "\\"
_NO_TAGS = Codebook(())

_FIELDS = AnnotationRow._fields
_TAGS_AT = _FIELDS.index("tags")
Value = str | int | tuple[str, ...] | tuple[Range, ...] | None


class Table:
    """The columns of a shape for a codebook, and the cells of a row under them."""

    def __init__(self, shape: Shape, codebook: Codebook = _NO_TAGS) -> None:
        self._shape = shape
        self._paths = {tag.name: tuple(each.name for each in codebook.path(tag.id)) for tag in codebook}
        self._levels = max(map(len, self._paths.values()), default=1)

    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return (*_FIELDS[:_TAGS_AT], *self._tag_columns(), *_FIELDS[_TAGS_AT + 1 :])

    def values(self, row: AnnotationRow) -> Iterable[Sequence[Value]]:
        """The rows of the table for one annotation in the order of ``header``; ``text`` says what to write of each."""
        if self._shape is Shape.ANNOTATION:
            return (row,)
        tags = row.tags or ("",)
        return ((*row[:_TAGS_AT], *self._tag_values(tag), *row[_TAGS_AT + 1 :]) for tag in tags)

    def lines(self, row: AnnotationRow) -> Iterator[Sequence[str]]:
        """As ``values``, as text; None is empty."""
        return (list(map(text, line)) for line in self.values(row))

    def _tag_values(self, tag: str) -> tuple[str, ...]:
        """A tag, and the levels above it with itself."""
        path = self._paths.get(tag, (tag,))
        return (tag, *path, *[""] * (self._levels - len(path)))

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


def text(value: Value) -> str:
    """What is written of a value: lists as ``join_tags`` and ``join_ranges`` have them, nothing of None."""
    if isinstance(value, str):
        return str(value)
    if not value:
        return "" if value is None or value == () else str(value)
    if not isinstance(value, tuple):
        return str(value)
    return join_ranges(value) if isinstance(value[0], tuple) else join_tags(value)
