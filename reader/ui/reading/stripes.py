"""Which stripes stand in the margin beside which lines, and in which column."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.domain.model import Range
from reader.ui.reading.geometry import ColumnGeometry
from reader.ui.reading.mark_index import MarkIndex
from reader.ui.reading.runs import Lanes, Mark

_LINES_PER_PARAGRAPH = 1 << 16
"""More than a paragraph ever has, so that paragraph and line make one sortable number."""


@dataclass(frozen=True, slots=True)
class Stripe:
    """A stretch of margin that belongs to marks: one mark's, or those that found no column (``column`` is None).

    ``top`` and ``bottom`` are in document pixels; columns count from the text outwards, from 0.
    """

    marks: tuple[Mark, ...]
    column: int | None
    top: float
    bottom: float

    def moved(self, by: float) -> "Stripe":
        """The same, further down by some pixels."""
        return Stripe(self.marks, self.column, self.top + by, self.bottom + by)


class StripeColumns:
    """Gives each mark a column of the margin, so that stripes on the same line stand beside each other."""

    def __init__(self, geometry: ColumnGeometry, index: MarkIndex) -> None:
        self._geometry = geometry
        self._index = index
        self.lines_changed()

    def lines_changed(self) -> None:
        """Lines break elsewhere now."""
        self._lines: dict[Range, tuple[int, int]] = {}
        self.marks_changed()

    def marks_changed(self) -> None:
        """There are other marks, so that each may stand in another column."""
        self._columns: dict[int, int] = {}
        self._lanes = Lanes()

    def of_paragraph(self, paragraph: int, room: int) -> Iterator[Stripe]:
        """The stripes beside one paragraph where ``room`` columns are to be had."""
        self._assign_until(paragraph)
        crowded: dict[int, list[Mark]] = {}
        for span, mark in self._index.pieces(paragraph):
            if self._columns[mark.id] < room:
                top, bottom = self._extent(paragraph, span)
                yield Stripe((mark,), self._columns[mark.id], top, bottom)
            else:
                crowded.setdefault(self._geometry.line_of(paragraph, span.start), []).append(mark)
        for line, marks in crowded.items():
            top, bottom = self._geometry.line_extent(paragraph, line)
            yield Stripe(tuple(marks), None, top, bottom)

    def _assign_until(self, paragraph: int) -> None:
        """Go on in reading order up to a paragraph: what is below need not be laid out for it."""
        marks, end = self._index.marks, self._geometry.view.paragraphs[paragraph].span.end
        while len(self._columns) < len(marks) and marks[len(self._columns)].start < end:
            mark = marks[len(self._columns)]
            spans = mark.spans
            whole = spans[0] if len(spans) == 1 else Range(mark.start, mark.end)
            self._columns[mark.id] = self._lanes.take(*self._lines_of(whole))

    def _lines_of(self, span: Range) -> tuple[int, int]:
        """The lines of the whole article that a span covers, as numbers, half open; kept until lines change."""
        if span not in self._lines:
            self._lines[span] = self._key(span.start), self._key(span.end - 1) + 1
        return self._lines[span]

    def _key(self, offset: int) -> int:
        paragraph = self._geometry.view.paragraph_at(offset)
        return paragraph * _LINES_PER_PARAGRAPH + self._geometry.line_of(paragraph, offset)

    def _extent(self, paragraph: int, span: Range) -> tuple[float, float]:
        first = self._geometry.line_of(paragraph, span.start)
        last = self._geometry.line_of(paragraph, span.end - 1)
        return self._geometry.line_extent(paragraph, first)[0], self._geometry.line_extent(paragraph, last)[1]
