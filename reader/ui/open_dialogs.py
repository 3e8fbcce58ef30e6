"""Dialogs that stay open beside the window that they belong to: the one place that lets them go."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog


class OpenDialogs(QObject):
    """Opens dialogs without stopping the rest of the window, and keeps each until it is closed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open: set[QDialog] = set()

    def show(self, dialog: QDialog) -> None:
        """Open a dialog."""
        self._open.add(dialog)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        """Let a dialog go by taking it from its parent: Python then owns its end, and no wrapper outlives it."""
        dialog = self.sender()
        assert isinstance(dialog, QDialog)
        self._open.discard(dialog)
        dialog.setParent(None)
