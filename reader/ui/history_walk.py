"""Undo and redo from the window: at once where a step is small, as a job where it touched many rows or is far away."""

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, Signal, Slot

from reader.domain.history import Step, StepState
from reader.domain.model import Changes
from reader.errors import ErrorCode, UserError
from reader.services.history import LARGE_STEP, Walk
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.large_writes import LargeWrites
from reader.ui.step_place import StepPlace, place_of
from reader.ui.words import step_text, tr
from reader.workers.jobs import Job, Work


class HistoryWalk(QObject):
    """Takes steps back and brings them back, and tells the views what that touched.

    Only what the window offers is walked: where another process made a step meanwhile, that is refused, and the offer
    renewed.

    Signals:
        said: what was done, the id of the action that reverses it, and the ``StepPlace`` where, or None.
        refused: the ``UserError`` that stood against it.
        offer_changed: undo and redo offer other steps, without anything having been written here.
    """

    said = Signal(str, str, object)
    refused = Signal(object)
    offer_changed = Signal()

    def __init__(self, library: Library, bus: ChangeBus, writes: LargeWrites, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._bus = bus
        self._writes = writes
        self._walked: Walk | None = None
        self._offered: tuple[Step | None, Step | None] = (None, None)

    def offer(self) -> tuple[Step | None, Step | None]:
        """The steps that undo and redo would walk, which are those that will be walked and no others."""
        self._offered = self._library.history.next_undo(), self._library.history.next_redo()
        return self._offered

    def undo(self) -> None:
        """Take the last step back."""
        self._walk(self._offered[0], self._library.history.undo)

    def redo(self) -> None:
        """Bring back the step that was undone last."""
        self._walk(self._offered[1], self._library.history.redo)

    def walk_to(self, step_id: int) -> None:
        """Undo or redo until a step is the last in force; 0 is before all of them. Stopped, it stays where it is."""
        self._start(_walking_to(step_id))

    def _walk(self, step: Step | None, walk: Callable[[int], tuple[Step, Changes] | None]) -> None:
        if step is None or self._writes.is_busy:
            return
        if step.rows > LARGE_STEP:
            self._start(_walking_over(step))
            return
        try:
            found = walk(step.id)
        except UserError as error:
            self._refuse(error)
        else:
            if found is not None:
                self._announce(Walk(*found, done=1, total=1))

    def _start(self, work: Work) -> None:
        job: Job | None = self._writes.start(work)
        if job is None:
            return
        self._walked = None
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self._on_ended)
        job.cancelled.connect(self._on_ended)
        job.refused.connect(self._on_refused)

    def _announce(self, walk: Walk) -> None:
        self._bus.announce(walk.changes)
        words = self.tr("Undone: {step}") if walk.undoing else self.tr("Redone: {step}")
        text = words.format(step=step_text(walk.step))
        if walk.done > 1:
            text = tr("%Ln step(s) undone", "", walk.done) if walk.undoing else tr("%Ln step(s) redone", "", walk.done)
        place: StepPlace | None = place_of(self._library, walk.changes)
        self.said.emit(text, "redo" if walk.undoing else "undo", place)

    def _refuse(self, error: UserError) -> None:
        if error.code in (ErrorCode.HISTORY_CHANGED, ErrorCode.STEP_GONE):
            self.offer_changed.emit()
        self.refused.emit(error)

    @Slot(object)
    def _on_progressed(self, walk: Walk) -> None:
        self._walked = walk

    @Slot()
    def _on_ended(self) -> None:
        if self._walked is not None:
            self._announce(self._walked)

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._on_ended()
        self._refuse(error)


def _walking_to(step_id: int) -> Work:
    def work(library: Library) -> Generator[Walk, None, Walk | None]:
        return library.history.walk_to(step_id)

    return work


def _walking_over(step: Step) -> Work:
    """One step, which may take a while; there is nowhere to stop in it."""

    def work(library: Library) -> Generator[Walk, None, None]:
        history = library.history
        found = history.redo(step.id) if step.state is StepState.UNDONE else history.undo(step.id)
        if found is not None:
            yield Walk(*found, done=1, total=1)

    return work
