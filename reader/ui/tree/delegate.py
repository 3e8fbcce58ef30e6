"""How a row of the tree is painted: one line, signs at the left, numbers at the right, the headline between."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.domain.model import Color, Kind
from reader.domain.scope import ItemRow, Level, Node
from reader.ui.theme.tokens import Tokens
from reader.ui.tree import icons, words
from reader.ui.tree.model import ROW_ROLE

INDENT = 16
_STEP = 4
_LEAST_HEIGHT = 26
_SIGN = 16
_SMALL = 0.85
_AIR = 10


@dataclass(frozen=True, slots=True)
class _Inks:
    """The colours of one row."""

    text: QColor
    quiet: QColor
    accent: QColor


class RowDelegate(QStyledItemDelegate):
    """Paints rows in the colours of a theme, on the ground that the view painted."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same height for every row, with air around one line of text."""
        height = max(_LEAST_HEIGHT, option.fontMetrics.height() + _AIR)
        return QSize(0, height + height % 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        data = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(_STEP / 2, 0, -2 * _STEP, 0)
        inks = self._inks(option)
        if isinstance(data, ItemRow):
            # An article has no arrow head: its signs stand where that of its page would.
            self._paint_item(painter, box.adjusted(-INDENT, 0, 0, 0), data, inks, option.font)
        elif isinstance(data, Node):
            self._paint_group(painter, box, data, inks, option.font)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_focus(painter, QRectF(0, option.rect.top(), option.rect.right() + 1, option.rect.height()))
        painter.restore()

    def _paint_item(self, painter: QPainter, box: QRectF, data: ItemRow, inks: _Inks, font: QFont) -> None:
        icons.draw_state(painter, _cut_left(box, _SIGN), inks.accent if data.unread else inks.quiet, unread=data.unread)
        if data.kind is not Kind.ARTICLE:
            icons.draw_kind(painter, _cut_left(box, _SIGN + _STEP), inks.quiet, data.kind)
        box.adjust(_STEP, 0, 0, 0)
        small = _scaled(font, _SMALL)
        if data.marks:
            self._paint_marks(painter, box, data.marks, small)
        if data.doubtful:
            ring = _middle(_cut_right(box, _SIGN + _STEP), _SIGN - 2, _SIGN - 2)
            icons.draw_doubt(painter, ring, inks.quiet, _scaled(font, 0.75))
        _draw_text(painter, box, words.label(data), inks.text if data.unread else inks.quiet, font)

    def _paint_marks(self, painter: QPainter, box: QRectF, marks: int, font: QFont) -> None:
        text = str(marks)
        metrics = QFontMetricsF(font)
        width = max(metrics.horizontalAdvance(text) + 2.5 * _STEP, _SIGN + 2)
        pill = _middle(_cut_right(box, width + _STEP), width, metrics.height())
        colours = QColor(self._tokens.marks[Color.YELLOW].fill), QColor(self._tokens.ink)
        icons.draw_pill(painter, pill, text, colours, font)

    def _paint_group(self, painter: QPainter, box: QRectF, node: Node, inks: _Inks, font: QFont) -> None:
        small = _scaled(font, _SMALL)
        numbers = f"{node.unread} / {node.count}" if node.unread else str(node.count)
        width = QFontMetricsF(small).horizontalAdvance(numbers)
        painter.setFont(small)
        painter.setPen(inks.quiet)
        painter.drawText(_cut_right(box, width + 2 * _STEP), _RIGHT, numbers)
        title = QFont(font)
        title.setWeight(_WEIGHTS.get(node.level, QFont.Weight.DemiBold))
        _draw_text(painter, box, words.label(node), inks.text, title)

    def _paint_focus(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor(self._tokens.focus), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    def _inks(self, option: QStyleOptionViewItem) -> _Inks:
        if option.state & QStyle.StateFlag.State_Selected and option.widget and option.widget.hasFocus():
            ink = QColor(self._tokens.selected_ink)
            return _Inks(ink, ink, ink)
        return _Inks(QColor(self._tokens.ink), QColor(self._tokens.quiet), QColor(self._tokens.accent))


_WEIGHTS = {
    Level.YEAR: QFont.Weight.Medium,
    Level.MONTH: QFont.Weight.Medium,
    Level.DATE: QFont.Weight.Medium,
    Level.PAGE: QFont.Weight.Normal,
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _draw_text(painter: QPainter, box: QRectF, text: str, colour: QColor, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    elided = QFontMetricsF(font).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(_LEFT | Qt.TextFlag.TextSingleLine), elided)


def _cut_left(box: QRectF, width: float) -> QRectF:
    """Take a part off the left of a box and return it."""
    part = QRectF(box.left(), box.top(), width, box.height())
    box.setLeft(box.left() + width)
    return part


def _cut_right(box: QRectF, width: float) -> QRectF:
    """Take a part off the right of a box and return it."""
    part = QRectF(box.right() - width, box.top(), width, box.height())
    box.setRight(box.right() - width)
    return part


def _middle(box: QRectF, width: float, height: float) -> QRectF:
    """A smaller box at the right of another, centred vertically."""
    return QRectF(box.right() - width, box.center().y() - height / 2, width, height)


def _scaled(font: QFont, factor: float) -> QFont:
    scaled = QFont(font)
    scaled.setPointSizeF(font.pointSizeF() * factor)
    return scaled
