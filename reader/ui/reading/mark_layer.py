"""What lies beneath the text and beside it: marks, the one in focus, hits, and stripes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QPainter

from reader.domain.model import Range
from reader.ui.reading.geometry import ColumnGeometry
from reader.ui.reading.mark_index import MarkIndex
from reader.ui.reading.mark_painter import MarkPainter
from reader.ui.reading.runs import Mark
from reader.ui.reading.stripes import Stripe, StripeColumns
from reader.ui.theme.tokens import Tokens


class MarkLayer:
    """Draws what is visible of the marks of one article.

    Attributes:
        focused: the mark to underline as the one in focus.
        hovered: the mark whose extent is shown because it is pointed at elsewhere.
        hits: what was found, in text order.
        hit: the current one of them.
    """

    def __init__(self, column: ColumnGeometry, index: MarkIndex, tokens: Tokens) -> None:
        self._column = column
        self._index = index
        self._painter = MarkPainter(column, index, tokens)
        self._stripes = StripeColumns(column, index)
        self.focused: Mark | None = None
        self.hovered: Mark | None = None
        self.hits: Sequence[Range] = ()
        self.hit: Range | None = None

    def take_over(self, other: "MarkLayer") -> None:
        """Show the same focus and hits as another layer over the same article."""
        self.focused, self.hits, self.hit = other.focused, other.hits, other.hit

    def lines_changed(self) -> None:
        """Lines break elsewhere now."""
        self._painter.forget()
        self._stripes.lines_changed()

    def marks_changed(self, paragraphs: Iterable[int], top: float, bottom: float) -> Iterator[tuple[float, float]]:
        """These paragraphs have other marks now; gives from where to where they look otherwise between two heights."""
        self._stripes.marks_changed()
        for paragraph in paragraphs:
            begin, end = self._column.reach(paragraph)
            if end < top or bottom < begin:
                self._painter.forget((paragraph,))
                continue
            area = self._painter.draw_anew(paragraph)
            if area is None:
                yield begin, end
                continue
            # A mark that is alone where it is may be underlined in another lane now.
            for mark in filter(None, (self.focused, self.hovered)):
                area |= self._painter.extent(paragraph, mark)
            if not area.isEmpty():
                yield area.top(), area.bottom()

    def extents(self, marks: Iterable[Mark | None]) -> Iterator[tuple[float, float]]:
        """From where to where marks show that they are in focus, or pointed at."""
        for mark in filter(None, marks):
            for paragraph in self._index.paragraphs_of(mark):
                area = self._painter.extent(paragraph, mark)
                yield area.top(), area.bottom()

    def paint(self, painter: QPainter, top: float, bottom: float) -> None:
        """Draw what lies beneath the text between two heights; the painter works in document pixels."""
        for paragraph in self._column.visible(top, bottom):
            self._painter.paint(painter, paragraph, self.focused, self.hovered)
            if self.hits:
                self._painter.paint_hits(painter, paragraph, self._hits_in(paragraph), self.hit)

    def stripes(self, top: float, bottom: float, room: int) -> Iterator[Stripe]:
        """The stripes between two heights, where ``room`` columns are to be had, in pixels from ``top``."""
        for paragraph in self._column.visible(top, bottom):
            for stripe in self._stripes.of_paragraph(paragraph, room):
                yield stripe.moved(-top)

    def _hits_in(self, paragraph: int) -> Sequence[Range]:
        span = self._column.view.paragraphs[paragraph].span
        first = bisect_left(self.hits, span.start, key=lambda hit: hit.start)
        return self.hits[first : bisect_right(self.hits, span.end, key=lambda hit: hit.end)]
