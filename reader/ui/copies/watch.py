"""Compares new and changed articles with all else in the background, once nothing else happens."""

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.domain.model import Changes
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.workers.jobs import JobRunner

_QUIET_MS = 4000
"""After the last change: an import announces one with every few pages."""
_REST_MS = 300
"""Between two batches that nobody waits for: a large import leaves minutes of comparing, which must not be felt."""
PURPOSE = "copies"


class CopyWatch(QObject):
    """Keeps what is known of copies up to date. A library that cannot be read or written now is compared later.

    Signals:
        progressed: how many articles are done, and of how many.
        done: everything was compared.
    """

    progressed = Signal(int, int)
    done = Signal()

    def __init__(self, bus: ChangeBus, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._timer = QTimer(self, interval=_QUIET_MS, singleShot=True)
        self._timer.timeout.connect(self._take_batch)
        self._timer.start()
        bus.changed.connect(self._on_changed)

    @Slot()
    def run(self) -> None:
        """Compare everything now, since somebody waits for it; what is under way goes on from where it is."""
        self._timer.stop()
        job = self._jobs.start(_all, supersedes=PURPOSE)
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self.done)

    @Slot()
    def _take_batch(self) -> None:
        job = self._jobs.start(_one_batch, supersedes=PURPOSE)
        job.finished.connect(self._on_batch)

    @Slot(object)
    def _on_batch(self, has_more: object) -> None:
        if has_more:
            self._timer.start(_REST_MS)
        else:
            self.done.emit()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.pages:
            self._timer.start(_QUIET_MS)

    @Slot(object)
    def _on_progressed(self, progress: tuple[int, int]) -> None:
        self.progressed.emit(*progress)


def _all(library: Library) -> Generator[object, None, None]:
    yield from library.copies.catch_up()


def _one_batch(library: Library) -> Generator[object, None, bool]:
    """Returns whether there is more to compare."""
    yield None
    done, total = next(library.copies.catch_up(), (0, 0))
    return done < total
