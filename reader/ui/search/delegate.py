"""How an article that was found is painted: headline, the words in their context, and where it stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.domain.found import SearchHit, Snippet
from reader.domain.model import Range
from reader.domain.textpos import Utf16Map
from reader.ui.painted_row import PaintedRow, small
from reader.ui.search.model import HIT_ROLE, PLACE_ROLE
from reader.ui.search.words import hits_words, snippet_prefix

_PAD_X, _PAD_Y, _GAP = 12, 8, 4
_LEAD = 6
"""Code points shown before the first hit, so that it is in sight however narrow the pane is."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class ResultDelegate(PaintedRow):
    """Paints every row in three lines of the same height."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same height for every row."""
        heights = _line_height(option.font), _line_height(option.font), _line_height(small(option.font))
        return QSize(1, round(sum(heights)) + 2 * _PAD_Y + 2 * _GAP)

    def content(self, index: QModelIndex | QPersistentModelIndex) -> object:
        """The article of a row, and where it stands."""
        return index.data(HIT_ROLE), index.data(PLACE_ROLE)

    def paint_content(self, painter: QPainter, box: QRectF, font: QFont, data: object, *, active: bool) -> None:
        """Paint an article with its first hit."""
        assert isinstance(data, tuple)
        hit, place = data
        assert isinstance(hit, SearchHit)
        box = box.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        ink, quiet = self.ink(active=active), self.quiet(active=active)
        title = QFont(font)
        title.setWeight(QFont.Weight.DemiBold)
        _draw(painter, _cut_top(box, _line_height(font) + _GAP), hit.label, ink, title)
        line = _cut_top(box, _line_height(font) + _GAP)
        if hit.snippets:
            emphasis = ink if active else QColor(self.tokens.accent)
            _draw_snippet(painter, line, hit.snippets[0], (quiet, emphasis), font)
        self._paint_place(painter, box, (place, hits_words(hit)), quiet, small(font))

    @staticmethod
    def _paint_place(painter: QPainter, box: QRectF, words: tuple[str, str], colour: QColor, font: QFont) -> None:
        place, number = words
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(box, int(_RIGHT), number)
        room = QFontMetricsF(font).horizontalAdvance(number) + _PAD_X if number else 0
        _draw(painter, box.adjusted(0, 0, -room, 0), place, colour, font)


def visible_part(snippet: Snippet, prefix: str = "") -> tuple[str, tuple[Range, ...]]:
    """A snippet from shortly before its first hit, behind a prefix, and where the hits are then."""
    start = max(snippet.hits[0].start - _LEAD, 0)
    cut = start > 0 or (snippet.span is not None and snippet.span.start > 0)
    before = prefix + ("…" if cut else "")
    moved = len(before) - start
    return before + snippet.text[start:], tuple(Range(hit.start + moved, hit.end + moved) for hit in snippet.hits)


def _draw_snippet(
    painter: QPainter, box: QRectF, snippet: Snippet, colours: tuple[QColor, QColor], font: QFont
) -> None:
    text, hits = visible_part(snippet, snippet_prefix(snippet))
    text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    units = Utf16Map(text)
    layout = QTextLayout(text, font)
    layout.setFormats([_format(units, hit, len(text), colours[1]) for hit in hits if hit.start < len(text)])
    layout.beginLayout()
    line = layout.createLine()
    line.setNumColumns(units.to_utf16(len(text)))
    layout.endLayout()
    painter.setPen(colours[0])
    painter.setClipRect(box)
    layout.draw(painter, QPointF(box.left(), box.top() + (box.height() - _GAP - line.height()) / 2))
    painter.setClipping(False)


def _format(units: Utf16Map, hit: Range, end: int, colour: QColor) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = units.to_utf16(hit.start)
    found.length = units.to_utf16(min(hit.end, end)) - units.to_utf16(hit.start)
    look = QTextCharFormat()
    look.setForeground(colour)
    look.setFontWeight(QFont.Weight.Bold)
    found.format = look
    return found


def _draw(painter: QPainter, box: QRectF, text: str, colour: QColor, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    elided = QFontMetricsF(font).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(_LEFT), elided)


def _cut_top(box: QRectF, height: float) -> QRectF:
    """Take a part off the top of a box and return it."""
    part = QRectF(box.left(), box.top(), box.width(), height)
    box.setTop(box.top() + height)
    return part


def _line_height(font: QFont) -> float:
    return QFontMetricsF(font).height()
