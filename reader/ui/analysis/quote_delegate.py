"""How a quote is painted: a stripe in the colour of its mark, two lines of it, and where it stands."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.domain.analysis import Quote
from reader.ui.analysis.words import place_words
from reader.ui.theme.colour import mix
from reader.ui.theme.tokens import LIGHT, Tokens

_PAD, _GAP, _STRIPE = 8, 4, 4
_LINES = 2
_SMALL = 0.85
_QUOTE_ROLE = Qt.ItemDataRole.UserRole
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWrapAnywhere


class QuoteDelegate(QStyledItemDelegate):
    """Paints every row in three lines of the same height."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = LIGHT

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same height for every row."""
        height = _LINES * QFontMetricsF(option.font).height() + QFontMetricsF(_small(option.font)).height()
        return QSize(1, round(height) + 2 * _PAD + _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        quote: Quote = index.data(_QUOTE_ROLE)
        tokens, rect = self._tokens, QRectF(option.rect)
        active = bool(option.state & QStyle.StateFlag.State_Selected and option.widget and option.widget.hasFocus())
        painter.save()
        if active:
            painter.fillRect(rect, QColor(tokens.selected))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(mix(tokens.paper, tokens.ink, 0.12)))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(tokens.rule))
        stripe = QRectF(rect.left() + _PAD, rect.top() + _PAD, _STRIPE, rect.height() - 2 * _PAD)
        painter.fillRect(stripe, QColor(tokens.marks[quote.color].stripe))
        box = rect.adjusted(2 * _PAD + _STRIPE, _PAD, -_PAD, -_PAD)
        self._paint_quote(painter, box, option.font, quote, active=active)
        if option.state & QStyle.StateFlag.State_HasFocus and not active:  # a selected row stands out enough
            painter.setPen(QPen(QColor(tokens.focus), 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    def _paint_quote(self, painter: QPainter, box: QRectF, font: QFont, quote: Quote, *, active: bool) -> None:
        metrics, small = QFontMetricsF(font), _small(font)
        height = _LINES * metrics.height()
        # A little less than two lines: where lines break is not known before they are set.
        room = _LINES * box.width() - 2 * metrics.averageCharWidth()
        shown = metrics.elidedText(quote.quote.replace("\n", " "), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(QColor(self._tokens.selected_ink if active else self._tokens.ink))
        painter.drawText(QRectF(box.left(), box.top(), box.width(), height), int(_WRAPPED), shown)
        painter.setFont(small)
        painter.setPen(QColor(self._tokens.selected_ink if active else self._tokens.quiet))
        place = QFontMetricsF(small).elidedText(place_words(quote), Qt.TextElideMode.ElideRight, box.width())
        below = QRectF(box.left(), box.top() + height + _GAP, box.width(), box.bottom() - box.top() - height - _GAP)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), place)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALL)
    return small
