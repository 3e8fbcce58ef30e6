"""A list of files and folders that takes drops, and says so while it is empty."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListWidget, QWidget


class FileList(QListWidget):
    """The files and folders that were chosen.

    Signals:
        dropped: a list of ``Path``, what was dropped on it.
    """

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setProperty("field", True)  # noqa: FBT003 # Qt's signature
        self.setAcceptDrops(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or the hint in their place."""
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            hint = self.tr("Drop files or folders here")
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, hint)
            painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """The whole list is one place to drop on."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        event.acceptProposedAction()
        self.dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
