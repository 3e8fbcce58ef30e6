"""How a tag is painted in the tree: its colour, its name, and how many marks have it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.domain.codebook import Tag, TagCount
from reader.ui.codebook.model import COUNT_ROLE, TAG_ROLE
from reader.ui.theme.tokens import LIGHT, Tokens

_AIR = 10
_LEAST_HEIGHT = 26
_CHIP = 5.0
_CHIP_ROOM = 20
_PAD = 8
_SMALL = 0.85
_Index = QModelIndex | QPersistentModelIndex


class TagDelegate(QStyledItemDelegate):
    """Paints tags in the colours of a theme, on the ground that the view painted."""

    tokens: Tokens = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """The same height for every row."""
        height = max(_LEAST_HEIGHT, option.fontMetrics.height() + _AIR)
        return QSize(0, height + height % 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row: a filled circle is the tag's colour, an empty one says that it has none."""
        tag, count = index.data(TAG_ROLE), index.data(COUNT_ROLE)
        if not isinstance(tag, Tag):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(2, 0, -_PAD, 0)
        self._paint_chip(painter, QPointF(box.left() + _CHIP_ROOM / 2 - 2, box.center().y()), tag)
        box.adjust(_CHIP_ROOM, 0, 0, 0)
        selected = option.state & QStyle.StateFlag.State_Selected and option.widget and option.widget.hasFocus()
        ink = QColor(self.tokens.selected_ink if selected else self.tokens.ink)
        self._paint_count(painter, box, count, ink if selected else QColor(self.tokens.quiet), option.font)
        painter.setFont(option.font)
        painter.setPen(ink)
        name = QFontMetricsF(option.font).elidedText(tag.name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), name)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.tokens.focus), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(0.5, option.rect.top() + 0.5, option.rect.right() - 0.5, option.rect.height() - 1))
        painter.restore()

    def _paint_chip(self, painter: QPainter, centre: QPointF, tag: Tag) -> None:
        if tag.color is None:
            painter.setPen(QPen(QColor(self.tokens.edge), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            colours = self.tokens.marks[tag.color]
            painter.setPen(QPen(QColor(colours.stripe), 1.5))
            painter.setBrush(QColor(colours.fill))
        painter.drawEllipse(centre, _CHIP, _CHIP)

    def _paint_count(self, painter: QPainter, box: QRectF, count: TagCount, ink: QColor, font: QFont) -> None:
        """The marks of a tag, and with those of the tags below it where these are more; takes room off the box."""
        if not count.total:
            return
        text = str(count.own) if count.own == count.total else f"{count.own} / {count.total}"
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * _SMALL)
        width = QFontMetricsF(small).horizontalAdvance(text)
        painter.setFont(small)
        painter.setPen(ink)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)
        box.setRight(box.right() - width - _PAD)
