"""Undo and redo from the window: at once where a step is small, as a job where it touched many rows."""

from collections.abc import Generator

from PySide6.QtCore import QObject, Signal, Slot

from reader.domain.history import Step
from reader.domain.model import Changes
from reader.errors import UserError
from reader.services.history import LARGE_STEP
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.words import step_text
from reader.workers.jobs import JobRunner


class HistoryWalk(QObject):
    """Takes steps back and brings them back, and tells the views what that touched.

    Signals:
        said: what was done, and the id of the action that reverses it.
        refused: the ``UserError`` that stood against it.
        busy_changed: whether a large step is being walked; nothing else should be written meanwhile.
    """

    said = Signal(str, str)
    refused = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, library: Library, bus: ChangeBus, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._bus = bus
        self._jobs = jobs
        self._undoing = True
        self._busy = False

    def undo(self) -> None:
        """Take the last step back."""
        self._walk(self._library.history.next_undo(), undoing=True)

    def redo(self) -> None:
        """Bring back the step that was undone last."""
        self._walk(self._library.history.next_redo(), undoing=False)

    def _walk(self, step: Step | None, *, undoing: bool) -> None:
        if step is None or self._busy:
            return
        self._undoing = undoing
        if step.rows > LARGE_STEP:
            self._set_busy(busy=True)
            job = self._jobs.start(_undo if undoing else _redo)
            job.finished.connect(self._on_finished)
            job.failed.connect(self._on_failed)
            return
        try:
            walked = self._library.history.undo() if undoing else self._library.history.redo()
        except UserError as error:
            self.refused.emit(error)
        else:
            self._announce(walked)

    def _announce(self, walked: tuple[Step, Changes] | None) -> None:
        if walked is None:
            return
        step, changes = walked
        self._bus.announce(changes)
        words = self.tr("Undone: {step}") if self._undoing else self.tr("Redone: {step}")
        self.said.emit(words.format(step=step_text(step)), "redo" if self._undoing else "undo")

    @Slot(object)
    def _on_finished(self, walked: tuple[Step, Changes] | None) -> None:
        self._set_busy(busy=False)
        self._announce(walked)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, UserError):
            raise error
        self.refused.emit(error)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit(busy)


def _undo(library: Library) -> Generator[object, None, tuple[Step, Changes] | None]:
    yield None
    return library.history.undo()


def _redo(library: Library) -> Generator[object, None, tuple[Step, Changes] | None]:
    yield None
    return library.history.redo()
