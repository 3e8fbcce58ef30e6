"""How a quote is painted: a stripe in the colour of its mark, two lines of it, and where it stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.domain.analysis import Quote
from reader.ui.analysis.words import place_words
from reader.ui.painted_row import PaintedRow, small

_PAD, _GAP, _STRIPE = 8, 4, 4
_LINES = 2
_QUOTE_ROLE = Qt.ItemDataRole.UserRole
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWrapAnywhere


class QuoteDelegate(PaintedRow):
    """Paints every row in three lines of the same height."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same height for every row."""
        height = _LINES * QFontMetricsF(option.font).height() + QFontMetricsF(small(option.font)).height()
        return QSize(1, round(height) + 2 * _PAD + _GAP)

    def content(self, index: QModelIndex | QPersistentModelIndex) -> object:
        """The quote of a row."""
        return index.data(_QUOTE_ROLE)

    def paint_content(self, painter: QPainter, box: QRectF, font: QFont, data: object, *, active: bool) -> None:
        """Paint a quote beside the stripe of its mark."""
        assert isinstance(data, Quote)
        stripe = QRectF(box.left() + _PAD, box.top() + _PAD, _STRIPE, box.height() - 2 * _PAD)
        painter.fillRect(stripe, QColor(self.tokens.marks[data.color].stripe))
        self._paint_quote(painter, box.adjusted(2 * _PAD + _STRIPE, _PAD, -_PAD, -_PAD), font, data, active=active)

    def _paint_quote(self, painter: QPainter, box: QRectF, font: QFont, quote: Quote, *, active: bool) -> None:
        metrics, smaller = QFontMetricsF(font), small(font)
        height = _LINES * metrics.height()
        # A little less than two lines: where lines break is not known before they are set.
        room = _LINES * box.width() - 2 * metrics.averageCharWidth()
        shown = metrics.elidedText(quote.quote.replace("\n", " "), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(self.ink(active=active))
        painter.drawText(QRectF(box.left(), box.top(), box.width(), height), int(_WRAPPED), shown)
        painter.setFont(smaller)
        painter.setPen(self.quiet(active=active))
        place = QFontMetricsF(smaller).elidedText(place_words(quote), Qt.TextElideMode.ElideRight, box.width())
        below = QRectF(box.left(), box.top() + height + _GAP, box.width(), box.bottom() - box.top() - height - _GAP)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), place)
