"""The base of rows that are painted by hand: their ground, the line under them, and the ring of the keyboard."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.theme.colour import mix
from reader.ui.theme.tokens import LIGHT, Tokens

_SMALL = 0.85
_SELECTED, _HOVERED = 0.12, 0.05  # shares of ink in paper


class PaintedRow(QStyledItemDelegate):
    """Paints rows; those of a kind say by ``paint_content`` what stands in them.

    Attributes:
        tokens: the colours of the theme.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tokens = LIGHT

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.tokens = tokens

    def paint_content(self, painter: QPainter, box: QRectF, font: QFont, data: object, *, active: bool) -> None:
        """Paint what ``content`` gives of a row; ``active`` is the row that the keyboard is in."""
        raise NotImplementedError

    def content(self, index: QModelIndex | QPersistentModelIndex) -> object:
        """What ``paint_content`` is given of a row."""
        raise NotImplementedError

    def ink(self, *, active: bool) -> QColor:
        """The colour of text."""
        return QColor(self.tokens.selected_ink if active else self.tokens.ink)

    def quiet(self, *, active: bool) -> QColor:
        """The colour of what stands back."""
        return QColor(self.tokens.selected_ink if active else self.tokens.quiet)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        active = bool(option.state & QStyle.StateFlag.State_Selected and option.widget and option.widget.hasFocus())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, active=active)
        self.paint_content(painter, QRectF(option.rect), option.font, self.content(index), active=active)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, active: bool) -> None:
        tokens, rect = self.tokens, QRectF(option.rect)
        if active:
            painter.fillRect(rect, QColor(tokens.selected))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(mix(tokens.paper, tokens.ink, _SELECTED)))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(mix(tokens.paper, tokens.ink, _HOVERED)))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(tokens.rule))
        if option.state & QStyle.StateFlag.State_HasFocus and not active:  # a selected row stands out enough
            painter.setPen(QPen(QColor(tokens.focus), 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def small(font: QFont) -> QFont:
    """A font for what stands back."""
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * _SMALL)
    return smaller
