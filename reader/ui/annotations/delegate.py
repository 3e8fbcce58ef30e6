"""Draws the rows that name a group: one line across all columns, with a triangle that says whether it is folded up."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from reader.ui.annotations.model import GROUP_ROLE, MarkTableModel
from reader.ui.row_delegate import RowDelegate
from reader.ui.theme.colour import mix
from reader.ui.theme.tokens import LIGHT, Tokens

_Index = QModelIndex | QPersistentModelIndex
_PAD, _TRIANGLE = 8, 18
_OPEN = QPolygonF([QPointF(-4, -2.5), QPointF(4, -2.5), QPointF(0, 3)])
_FOLDED = QPolygonF([QPointF(-2.5, -4), QPointF(3, 0), QPointF(-2.5, 4)])


class MarkDelegate(RowDelegate):
    """Annotations look as a table's cells do; of a group's name each cell draws the part that is its own."""

    def __init__(self, table: QTableView, marks: MarkTableModel) -> None:
        super().__init__(table)
        self._marks = marks
        self._tokens = LIGHT

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a cell, or its part of a group's name."""
        words = index.data(GROUP_ROLE)
        if words is None:
            super().paint(painter, option, index)
            return
        cell: QRect = option.rect
        header = self._table.horizontalHeader()
        row = QRect(-header.offset(), cell.top(), header.length(), cell.height())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        tokens = self._tokens
        painter.save()
        painter.setClipRect(cell)
        painter.fillRect(
            cell, QColor(tokens.selected if selected and self._table.hasFocus() else _ground(tokens, selected))
        )
        ink = QColor(tokens.selected_ink if selected and self._table.hasFocus() else tokens.ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(ink))
        group = self._marks.group_of(index.row())
        folded = group is not None and self._marks.is_folded(group)
        painter.drawPolygon((_FOLDED if folded else _OPEN).translated(row.left() + _PAD + 5, row.center().y() + 1))
        painter.setPen(ink)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        room = row.adjusted(_PAD + _TRIANGLE, 0, -_PAD, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        painter.restore()


def _ground(tokens: Tokens, selected: bool) -> str:  # noqa: FBT001 # of one cell
    return mix(tokens.paper, tokens.ink, 0.12 if selected else 0.05)
