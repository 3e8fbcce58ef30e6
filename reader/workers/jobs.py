"""Background jobs: generators that run in a thread with a library of their own, and report to the window's thread.

Every signal of a ``Job`` is emitted in the thread that its ``JobRunner`` lives in, whatever it is connected to. The
runner owns each job until it has ended: a signal carrier that only its runnable owns loses its results, or crashes.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TypeAlias

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from reader.errors import UserError
from reader.services.library import Library

Work: TypeAlias = Callable[[Library], Generator[object, None, object]]
"""What a job does: yields its progress, which is also where it can be cancelled, and returns its result."""

_THREADS = 2


@dataclass(frozen=True, slots=True)
class _Progressed:
    progress: object


@dataclass(frozen=True, slots=True)
class _Finished:
    result: object


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception


@dataclass(frozen=True, slots=True)
class _Cancelled:
    pass


class Job(QObject):
    """One piece of work under way. It ends with exactly one of ``finished``, ``refused`` and ``cancelled``.

    An exception that is no ``UserError`` is a bug: the job is cancelled, and the exception raised where it is told of.

    Signals:
        progressed: what the work yielded.
        finished: what it returned.
        refused: the ``UserError`` that ended it.
        cancelled: it was stopped at one of its yields, abandoned, or ended by a bug.
    """

    progressed = Signal(object)
    finished = Signal(object)
    refused = Signal(object)
    cancelled = Signal()

    _arrived = Signal(object)  # crosses from the working thread

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cancel = Event()
        self._abandoned = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Stop at the next yield. Work that has no further one still finishes, and says so."""
        self._cancel.set()

    def abandon(self) -> None:
        """Cancel, and hear nothing but ``cancelled`` whatever else comes of it: its results are out of date."""
        self._abandoned = True
        self.cancel()

    def run(self, library_path: Path, work: Work) -> None:
        """Do the work, in the thread that calls; called once, by the runner."""
        end: _Finished | _Failed | _Cancelled
        try:
            with Library(library_path) as library:
                end = self._walk(work(library))
        except Exception as error:  # noqa: BLE001 # it is told of in the other thread
            end = _Failed(error)
        self._arrived.emit(end)

    def _walk(self, steps: Generator[object, None, object]) -> _Finished | _Cancelled:
        try:
            while not self._cancel.is_set():
                self._arrived.emit(_Progressed(next(steps)))
        except StopIteration as end:
            return _Finished(end.value)
        finally:
            steps.close()
        return _Cancelled()

    @Slot(object)
    def _deliver(self, news: _Progressed | _Finished | _Failed | _Cancelled) -> None:
        if isinstance(news, _Progressed):
            if not self._abandoned:
                self.progressed.emit(news.progress)
        elif isinstance(news, _Failed) and not isinstance(news.error, UserError):
            self.cancelled.emit()
            raise news.error
        elif self._abandoned or isinstance(news, _Cancelled):
            self.cancelled.emit()
        elif isinstance(news, _Failed):
            self.refused.emit(news.error)
        else:
            self.finished.emit(news.result)


class JobRunner(QObject):
    """Runs jobs on one library, two at a time, the others in turn."""

    def __init__(self, library_path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library_path = library_path
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        self._running: dict[Job, QRunnable] = {}
        self._current: dict[str, Job] = {}

    def start(self, work: Work, *, supersedes: str = "") -> Job:
        """Run some work and return its job, to connect to; nothing is delivered before the event loop runs again.

        Where ``supersedes`` names a purpose (``"search"``), an earlier job for the same purpose is abandoned, so that
        a late answer never replaces a newer one.
        """
        job = Job(self)
        if supersedes:
            earlier = self._current.get(supersedes)
            if earlier is not None and earlier in self._running:
                earlier.abandon()
            self._current[supersedes] = job
        for end in (job.finished, job.refused, job.cancelled):
            end.connect(self._on_end)
        runnable = _Runnable(job, self._library_path, work)
        self._running[job] = runnable
        self._pool.start(runnable)
        return job

    def is_busy(self) -> bool:
        """Whether any job has not ended."""
        return bool(self._running)

    def shutdown(self, ms: int) -> bool:
        """Abandon all jobs and wait for their threads up to ``ms`` milliseconds; returns whether all have ended."""
        for job in self._running:
            job.abandon()
        return self._pool.waitForDone(ms)

    @Slot()
    def _on_end(self) -> None:
        job = self.sender()
        assert isinstance(job, Job)
        del self._running[job]
        for purpose, current in list(self._current.items()):
            if current is job:
                del self._current[purpose]
        job.deleteLater()


class _Runnable(QRunnable):
    """Carries a job to a thread of the pool; the runner keeps it, so Qt must not delete it."""

    def __init__(self, job: Job, library_path: Path, work: Work) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._job = job
        self._library_path = library_path
        self._work = work

    def run(self) -> None:
        """Called by the pool in one of its threads."""
        self._job.run(self._library_path, self._work)
