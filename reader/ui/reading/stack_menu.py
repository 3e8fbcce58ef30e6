"""A menu of marks that lie on each other, to choose one of them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from reader.domain.article import ArticleView
from reader.ui.reading.mark_words import mark_line
from reader.ui.reading.runs import Mark
from reader.ui.theme.tokens import MarkColours, Tokens

_ICON = 16
_DIGITS = 9


class StackMenu(QMenu):
    """Offers marks, the uppermost first; digits choose among the first nine.

    Signals:
        chosen: the id of the mark that was chosen.
        pointed: the ``Mark`` that the menu stands on, or None when it closes.
    """

    chosen = Signal(object)
    pointed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks: dict[int, Mark] = {}
        self.triggered.connect(self._on_triggered)
        self.hovered.connect(self._on_hovered)
        self.aboutToHide.connect(self._on_hide)

    def offer(self, marks: Sequence[Mark], view: ArticleView, tokens: Tokens, point: QPoint) -> None:
        """Open at a global point over the marks (lowest first) of an article."""
        self._marks = {mark.id: mark for mark in marks}
        self.clear()
        for number, mark in enumerate(reversed(marks), 1):
            words = mark_line(mark, view).replace("&", "&&")
            text = f"&{number}  {words}" if number <= _DIGITS else words
            action = QAction(_icon(tokens.marks[mark.color]), text, self)
            action.setData(mark.id)
            self.addAction(action)
        self.popup(point)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())

    def _on_hovered(self, action: QAction) -> None:
        self.pointed.emit(self._marks[action.data()])

    def _on_hide(self) -> None:
        self.pointed.emit(None)


def _icon(colours: MarkColours) -> QIcon:
    pixmap = QPixmap(_ICON, _ICON)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.stripe), 1.5))
    painter.setBrush(QColor(colours.fill))
    painter.drawEllipse(QRectF(3, 3, _ICON - 6, _ICON - 6))
    painter.end()
    return QIcon(pixmap)
