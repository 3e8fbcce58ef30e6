"""Where characters of the open article stand: offsets to boxes in document pixels and back.

All offsets in and out are code points of the text view; Qt's UTF-16 stays in here.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from reader.domain.article import ArticleView
from reader.domain.model import Range
from reader.domain.textpos import Utf16Map
from reader.ui.reading.composition import Composition
from reader.ui.reading.document import Typesetter

_ABOVE_BASE = 0.88
"""The share of a Chinese character's box above the base line."""
_PADDING = 0.06
"""Ems that a box reaches beyond the characters, above and below."""


@dataclass(frozen=True, slots=True)
class LineBox:
    """The box around the characters of a span on one line, at the height of the letters, in document pixels."""

    rect: QRectF
    line: int


class ColumnGeometry:
    """Sets one article into a document and measures it. Asking about a paragraph sets it when it is not yet."""

    def __init__(self, document: QTextDocument, view: ArticleView, typesetter: Typesetter) -> None:
        self.view = view
        self.typesetter = typesetter
        self._document = document
        self._composition = Composition(document, view, typesetter)
        self._units = Utf16Map(view.text)
        self._line_starts: dict[int, list[int]] = {}
        self._line_extents: dict[int, list[tuple[int, int]]] = {}

    def forget(self) -> None:
        """Lines break elsewhere now."""
        self._line_starts.clear()
        self._line_extents.clear()

    @property
    def complete(self) -> bool:
        """Whether the whole article is set."""
        return self._composition.complete

    def advance(self) -> None:
        """Set some more of the article."""
        self._composition.advance()

    def to_cursor(self, offset: int) -> int:
        """The cursor position (UTF-16) of an offset, which exists from now on."""
        self._composition.require(self.view.paragraph_at(offset))
        return self.to_position(offset)

    def to_position(self, offset: int) -> int:
        """The place of an offset in UTF-16."""
        return self._units.to_utf16(offset)

    def to_offset(self, position: int) -> int:
        """The offset of a cursor position (UTF-16)."""
        return min(self._units.to_codepoint(position), len(self.view.text))

    def line_of(self, paragraph: int, offset: int) -> int:
        """The line (from 0) of its paragraph on which the character at an offset stands."""
        if paragraph not in self._line_starts:
            block = self._laid_out(paragraph)
            layout, first = block.layout(), block.position()
            self._line_starts[paragraph] = [first + layout.lineAt(i).textStart() for i in range(layout.lineCount())]
        return max(bisect_right(self._line_starts[paragraph], self.to_position(offset)) - 1, 0)

    def boxes(self, paragraph: int, span: Range) -> Iterator[LineBox]:
        """The boxes of a span that lies within one paragraph, a line each."""
        block = self._laid_out(paragraph)
        layout, origin = block.layout(), block.layout().position()
        begin, end, base = self.to_position(span.start), self.to_position(span.end), block.position()
        number = self.line_of(paragraph, span.start)
        starts, extents = self._line_starts[paragraph], self._extents(paragraph)
        behind = base + block.length() - 1
        while number < len(starts) and starts[number] < end:
            line = layout.lineAt(number)
            last = min(end, starts[number + 1] if number + 1 < len(starts) else behind)
            left = _x(line.cursorToX(max(begin, starts[number]) - base))
            right = _x(line.cursorToX(last - base))
            top, bottom = extents[number]
            x = round(origin.x() + left)
            yield LineBox(QRectF(x, top, round(origin.x() + right) - x, bottom - top), number)
            number += 1

    def line_extent(self, paragraph: int, number: int) -> tuple[int, int]:
        """The upper and lower edge of the letters on one line of a paragraph."""
        return self._extents(paragraph)[number]

    def line_top(self, offset: int) -> float:
        """The upper edge of the line on which the character at an offset stands, leading included."""
        paragraph = self.view.paragraph_at(offset)
        if paragraph < 0:
            return 0.0
        block = self._laid_out(paragraph)
        line = block.layout().lineAt(self.line_of(paragraph, offset))
        height = self.typesetter.line_height(self.view.paragraphs[paragraph].role)
        base = block.layout().position().y() + line.y() + line.ascent()
        # Qt puts the base line of a line of fixed height at four fifths of it.
        return base - height * 4 / 5

    def offset_at_top(self, y: float) -> int:
        """The offset of the first character on the first line that is not cut off above ``y``."""
        for paragraph in self.visible(y, float("inf")):
            span = self.view.paragraphs[paragraph].span
            block = self._laid_out(paragraph)
            for number in range(block.layout().lineCount()):
                start = self.to_offset(block.position() + block.layout().lineAt(number).textStart())
                if self.line_top(start) >= y - 1:
                    return min(start, span.end)
        return len(self.view.text)

    def visible(self, top: float, bottom: float) -> Iterator[int]:
        """The paragraphs (from 0) that reach between two heights of the document."""
        if not self.view.paragraphs:
            return
        layout = self._document.documentLayout()
        position = layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(position, 0))
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            yield block.blockNumber()
            block = block.next()

    def block_rect(self, paragraph: int) -> QRectF:
        """The rectangle of a paragraph's lines."""
        return self._document.documentLayout().blockBoundingRect(self._document.findBlockByNumber(paragraph))

    def reach(self, paragraph: int) -> tuple[float, float]:
        """From where to where anything may be drawn that belongs to a paragraph: its lines, and what is below them."""
        rect = self.block_rect(paragraph)
        below = self.typesetter.line_height(self.view.paragraphs[paragraph].role) / 2
        return rect.top() - below, rect.bottom() + below

    def _extents(self, paragraph: int) -> list[tuple[int, int]]:
        """The upper and lower edges of the letters on each line of a paragraph."""
        if paragraph not in self._line_extents:
            layout = self._laid_out(paragraph).layout()
            size, origin = self.typesetter.glyph_size(self.view.paragraphs[paragraph].role), layout.position().y()
            lines = map(layout.lineAt, range(layout.lineCount()))
            self._line_extents[paragraph] = [self._letters(origin, line, size) for line in lines]
        return self._line_extents[paragraph]

    def _letters(self, origin: float, line: QTextLine, size: float) -> tuple[int, int]:
        top = round(origin + line.y() + line.ascent() - (_ABOVE_BASE + _PADDING) * size)
        return top, top + round((1 + 2 * _PADDING) * size)

    def _laid_out(self, paragraph: int) -> QTextBlock:
        self._composition.require(paragraph)
        block = self._document.findBlockByNumber(paragraph)
        if block.layout().lineCount() == 0:
            # Qt lays out long documents little by little; asking for the place of a block makes it catch up.
            self._document.documentLayout().blockBoundingRect(block)
        return block


def _x(answer: object) -> float:
    """``cursorToX`` answers the x and the cursor position that it belongs to."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]
