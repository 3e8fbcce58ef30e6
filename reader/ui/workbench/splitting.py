"""Splitting pages anew, as a job that says how far it is and can be stopped: what was done by then stays."""

from collections.abc import Generator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from reader.domain.model import Changes
from reader.errors import UserError
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.large_writes import LargeWrites
from reader.ui.words import step_text


class Splitting(QObject):
    """Lets the page engine split pages again; what the reader decided stays.

    Signals:
        said: a sentence for the status bar, about something that can be undone.
        nothing_done: a sentence for the status bar, about why nothing changed.
        refused: the ``UserError`` that stood against it.
    """

    said = Signal(str)
    nothing_done = Signal(str)
    refused = Signal(object)

    def __init__(self, library: Library, bus: ChangeBus, writes: LargeWrites, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._bus = bus
        self._writes = writes
        self._pages: tuple[int, ...] = ()

    def start(self, page_ids: Sequence[int]) -> None:
        """Split some pages anew; nothing while another large write is under way."""
        pages = tuple(page_ids)
        job = self._writes.start(partial(_split, pages)) if pages else None
        if job is not None:
            self._pages = pages
            job.finished.connect(self._on_finished)
            job.refused.connect(self._on_refused)
            job.cancelled.connect(self._on_cancelled)

    @Slot(object)
    def _on_finished(self, changes: Changes) -> None:
        if changes == Changes(history=False):
            self.nothing_done.emit(self.tr("The pages come out as they were"))
        else:
            self._tell(changes)

    @Slot()
    def _on_cancelled(self) -> None:
        self._tell(Changes(pages=frozenset(self._pages), annotated_pages=frozenset(self._pages)))

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._on_cancelled()
        self.refused.emit(error)

    def _tell(self, changes: Changes) -> None:
        self._bus.announce(changes, self)
        step = self._library.history.next_undo()
        if step is not None:
            self.said.emit(step_text(step))


def _split(pages: Sequence[int], library: Library) -> Generator[object, None, Changes]:
    return library.repairs.resegment_many(pages)
