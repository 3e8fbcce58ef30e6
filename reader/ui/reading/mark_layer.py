"""What lies beneath the text and beside it: marks, the one in focus, hits, and stripes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

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
        self._stripes.forget()

    def marks_changed(self, paragraphs: set[int]) -> None:
        """These paragraphs have other marks now."""
        self._painter.forget(paragraphs)
        self._stripes.forget()

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
