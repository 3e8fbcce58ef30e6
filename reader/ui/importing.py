"""Importing from the window: files dropped or chosen go to the worker; progress, articles and report come back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.domain.model import Changes
from reader.errors import UserError
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.open_dialogs import OpenDialogs

if TYPE_CHECKING:
    from reader.services.importing import ImportRequest
    from reader.services.unfinished import Unfinished
    from reader.ui.import_panel import ImportPanel
    from reader.workers.import_progress import ImportSummary
    from reader.workers.import_worker import ImportController

_PATIENCE_MS = 3000
"""How long closing the window waits for the worker to finish the page that it is writing."""


class Importing(QObject):
    """The import of one window: its worker, and the panel that shows how far it is. Both are made by the first import.

    ``hold`` takes in the panel, with progress, result and Cancel, at the foot of the window.

    Signals:
        refused: the ``UserError`` that ended an import before its time.
        offer_changed: whether there is an interrupted import on offer to be gone on with.
        marks_wanted: the marks that found no place, or another one, in newer texts of pages are to be shown.
    """

    refused = Signal(object)
    offer_changed = Signal()
    marks_wanted = Signal()

    def __init__(self, library: Library, bus: ChangeBus, hold: Callable[[QWidget], None], window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        self._bus = bus
        self._hold = hold
        self._window = window
        self._dialogs = OpenDialogs(self)
        self._keys = "", ""
        self._offered: Unfinished | None = None
        self._made: tuple[ImportController, ImportPanel] | None = None

    @property
    def controller(self) -> "ImportController":
        """The worker's queue."""
        return self._parts()[0]

    @property
    def panel(self) -> "ImportPanel":
        """Shows how far the worker is, and how it ended."""
        return self._parts()[1]

    def _parts(self) -> "tuple[ImportController, ImportPanel]":
        from reader.ui.import_panel import ImportPanel
        from reader.workers.import_worker import ImportController

        if self._made is None:
            controller = ImportController(self._library.path, self)
            panel = ImportPanel(controller, self._window)
            self._made = controller, panel
            panel.marks_wanted.connect(self.marks_wanted)
            panel.resume_wanted.connect(self.resume)
            panel.dismissed.connect(self.dismiss)
            controller.started.connect(self._on_started)
            controller.imported.connect(self._on_imported)
            controller.finished.connect(self._on_finished)
            self._hold(panel)
        return self._made

    def add(self, paths: Sequence[Path]) -> None:
        """Import files and folders as they are."""
        from reader.services.importing import ImportRequest

        self.controller.add(ImportRequest(tuple(paths)))

    @property
    def has_offer(self) -> bool:
        """Whether an interrupted import is on offer to be gone on with."""
        return self._offered is not None

    def offer_unfinished(self, resume_keys: str, dismiss_keys: str) -> None:
        """Offer to go on with the last import that was interrupted, if there is one and none runs."""
        self._keys = resume_keys, dismiss_keys
        if self._made is not None and self.controller.is_running():
            return
        self._offer(next(iter(self._library.unfinished.all()), None))

    @Slot()
    def resume(self) -> None:
        """Go on with the import that is on offer."""
        if self._offered is not None:
            self.controller.add(self._offered.request)

    @Slot()
    def dismiss(self) -> None:
        """Forget the import that is on offer; the one before it may be offered then."""
        if self._offered is not None:
            self._library.unfinished.end(self._offered.name)
            self.panel.hide()
            self.offer_unfinished(*self._keys)

    def _offer(self, unfinished: "Unfinished | None") -> None:
        self._offered = unfinished
        if unfinished is not None:
            self.panel.offer(unfinished, *self._keys)
        self.offer_changed.emit()

    @Slot()
    def _on_started(self) -> None:
        self._offer(None)

    def ask(self) -> None:
        """Ask which files, and what to say of them."""
        from reader.ui.dialogs.import_options import ImportOptionsDialog

        dialog = ImportOptionsDialog(self._library, self._window)
        dialog.requested.connect(self._on_requested)
        self._dialogs.show(dialog)

    def shut_down(self) -> None:
        """Stop the worker at its next page; what it imported stays."""
        if self._made is not None:
            self.controller.shutdown(_PATIENCE_MS)

    def may_close_anyway(self, why: str) -> bool:
        """Say what could not be saved, and ask whether to close the window all the same."""
        question = self.tr("Close all the same? What was typed last is lost.")
        buttons = QMessageBox.StandardButton.Close | QMessageBox.StandardButton.Cancel
        answer = QMessageBox.warning(self._window, self._window.windowTitle(), f"{why}\n\n{question}", buttons)
        return answer == QMessageBox.StandardButton.Close

    @Slot(object)
    def _on_requested(self, request: "ImportRequest") -> None:
        self.controller.add(request)

    @Slot(object)
    def _on_imported(self, changes: Changes) -> None:
        self._bus.announce(changes)

    @Slot(object)
    def _on_finished(self, summary: "ImportSummary") -> None:
        self._bus.announce(Changes())  # the step that can now be undone has its name and count
        if isinstance(summary.error, UserError):
            self.refused.emit(summary.error)
