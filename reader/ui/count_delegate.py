"""Rows of a list that end in a number."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.theme.tokens import LIGHT, Tokens

COUNT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""A number, or None."""
_GAP = 12
_Index = QModelIndex | QPersistentModelIndex


class CountDelegate(QStyledItemDelegate):
    """Paints the number of ``COUNT_ROLE`` at the right, so that numbers stand under each other, and cuts the words."""

    tokens: Tokens = LIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground of the whole row, then its words, then the number."""
        count = index.data(COUNT_ROLE)
        if count is None:
            super().paint(painter, option, index)
            return
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        words = row.text
        row.text = ""
        style = row.widget.style() if row.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, row.widget)
        active = bool(row.state & QStyle.StateFlag.State_Selected and row.widget and row.widget.hasFocus())
        box = QRect(row.rect).adjusted(_GAP, 0, -_GAP, 0)
        number = f"{count:,}"
        room = row.fontMetrics.horizontalAdvance(number) + _GAP
        painter.save()
        painter.setFont(row.font)
        painter.setPen(self.tokens.selected_ink if active else self.tokens.quiet)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
        painter.setPen(self.tokens.selected_ink if active else row.palette.color(QPalette.ColorRole.Text))
        words = row.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width() - room)
        box.setWidth(box.width() - room)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
