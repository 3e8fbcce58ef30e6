"""The slim line above an article that says where it was printed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

_RIGHT = 16
_PADDING = 8


class ContextLine(QLabel):
    """One line of quiet text, aligned with the column below and elided where it is too long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = 0
        self.setTextFormat(Qt.TextFormat.PlainText)

    def set_left(self, left: int) -> None:
        """Begin the text this many pixels from the left."""
        self._left = left
        self.update()

    def sizeHint(self) -> QSize:
        """One line, however long the text is."""
        return QSize(0, QFontMetrics(self.font()).height() + 2 * _PADDING)

    def minimumSizeHint(self) -> QSize:
        """No narrower than nothing."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 the line is small enough to paint whole
        """Draw the line, with an ellipsis in the middle where it is too long."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        room = self.rect().adjusted(self._left, 0, -_RIGHT, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
