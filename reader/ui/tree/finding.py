"""Finds the headlines of a filter in the background, as a search does, and brings them into the window's library."""

from collections.abc import Generator, Iterator
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.domain.scope import HeadlineHits
from reader.errors import UserError
from reader.services.library import Library
from reader.workers.jobs import JobRunner, Work

PATIENCE_MS = 200
"""How long is waited before it is said that something is looked for."""
_PURPOSE = "headlines"


class HeadlineFinding(QObject):
    """Looks for one headline at a time; a newer one supersedes it.

    Signals:
        found: the headline whose articles the library's tree now knows.
        refused: the ``UserError`` that stood against it.
        waiting: whether it takes so long that it should be said.
    """

    found = Signal(str)
    refused = Signal(object)
    waiting = Signal(bool)

    def __init__(self, library: Library, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._stop = Event()
        self._headline = ""
        self._taking: Iterator[int] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._take_some)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience)

    @property
    def headline(self) -> str:
        """What is looked for now, "" if nothing."""
        return self._headline

    def find(self, headline: str) -> None:
        """Look for a headline, anew if it is the same."""
        self._drop()
        self._headline, self._stop = headline, Event()
        job = self._jobs.start(_work(headline, self._stop), supersedes=_PURPOSE)
        job.finished.connect(self._on_finished)
        job.refused.connect(self._on_refused)
        if not self._patience.isActive():
            self._patience.start()

    def stop(self) -> None:
        """Look for nothing any more."""
        self._drop()
        self._end()

    def _drop(self) -> None:
        self._stop.set()
        self._taking = None
        self._next.stop()
        self._headline = ""

    def _end(self) -> None:
        self._patience.stop()
        self.waiting.emit(False)  # noqa: FBT003 # a signal

    @Slot()
    def _on_patience(self) -> None:
        self.waiting.emit(True)  # noqa: FBT003 # a signal

    @Slot(object)
    def _on_finished(self, hits: HeadlineHits | None) -> None:
        if hits is not None and hits.headline == self._headline:
            self._taking = self._library.tree.headlines.take(hits)
            self._take_some()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self.stop()
        self.refused.emit(error)

    @Slot()
    def _take_some(self) -> None:
        """Take over a part, and let the window breathe before the next."""
        if self._taking is None:
            return
        if next(self._taking, None) is not None:
            self._next.start()
            return
        headline = self._headline
        self._drop()
        self._end()
        self.found.emit(headline)


def _work(headline: str, stop: Event) -> Work:
    def work(library: Library) -> Generator[object, None, HeadlineHits | None]:
        yield None
        return library.tree.headlines.find(headline, stop.is_set)

    return work
