"""Importing from the window: files dropped or chosen go to the worker; progress, articles and report come back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from reader.domain.model import Changes
from reader.errors import UserError
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.import_panel import ImportPanel
from reader.workers.import_progress import ImportSummary
from reader.workers.import_worker import ImportController

_PATIENCE_MS = 3000
"""How long closing the window waits for the worker to finish the page that it is writing."""


class Importing(QObject):
    """The import of one window: its worker, and the panel that shows how far it is.

    Signals:
        refused: the ``UserError`` that ended an import before its time.

    Attributes:
        controller: the worker's queue.
        panel: progress, result and Cancel, for the foot of the window.
    """

    refused = Signal(object)

    def __init__(self, library: Library, bus: ChangeBus, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._bus = bus
        self._window = window
        self._dialogs: set[QDialog] = set()
        self.controller = ImportController(library.path, self)
        self.panel = ImportPanel(self.controller, window)
        self.controller.imported.connect(self._on_imported)
        self.controller.finished.connect(self._on_finished)

    def add(self, paths: Sequence[Path]) -> None:
        """Import files and folders as they are."""
        self.controller.add(ImportRequest(tuple(paths)))

    def ask(self) -> None:
        """Ask which files, and what to say of them."""
        from reader.ui.dialogs.import_options import ImportOptionsDialog

        dialog = ImportOptionsDialog(self._library, self._window)
        dialog.requested.connect(self._on_requested)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialogs.add(dialog)
        dialog.open()

    def shut_down(self) -> None:
        """Stop the worker at its next page; what it imported stays."""
        self.controller.shutdown(_PATIENCE_MS)

    def may_close_anyway(self, why: str) -> bool:
        """Say what could not be saved, and ask whether to close the window all the same."""
        question = self.tr("Close all the same? What was typed last is lost.")
        buttons = QMessageBox.StandardButton.Close | QMessageBox.StandardButton.Cancel
        answer = QMessageBox.warning(self._window, self._window.windowTitle(), f"{why}\n\n{question}", buttons)
        return answer == QMessageBox.StandardButton.Close

    @Slot(object)
    def _on_requested(self, request: ImportRequest) -> None:
        self.controller.add(request)

    @Slot(object)
    def _on_imported(self, changes: Changes) -> None:
        self._bus.announce(changes)

    @Slot(object)
    def _on_finished(self, summary: ImportSummary) -> None:
        self._bus.announce(Changes())  # the step that can now be undone has its name and count
        if isinstance(summary.error, UserError):
            self.refused.emit(summary.error)

    @Slot()
    def _on_dialog_finished(self) -> None:
        dialog = self.sender()
        assert isinstance(dialog, QDialog)
        self._dialogs.discard(dialog)
        dialog.setParent(None)
