"""Writes that take longer than a window should stand still: one at a time, as a job, while nothing else is written."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from reader.workers.jobs import Job, JobRunner, Work


class WriteProgress(Protocol):
    """What large writes yield."""

    @property
    def done(self) -> int:
        """How much is done."""

    @property
    def total(self) -> int:
        """Of how much."""


class LargeWrites(QObject):
    """Runs large writes.

    Signals:
        busy_changed: whether one is under way; the window takes no other writes meanwhile.
        progressed: the ``WriteProgress`` that the work yielded.
    """

    busy_changed = Signal(bool)
    progressed = Signal(object)

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a large write is under way."""
        return self._job is not None

    def start(self, work: Work) -> Job | None:
        """Do some work and return its job, whose ends come when the window takes writes again; None while busy."""
        if self._job is not None:
            return None
        job = self._jobs.start(work)
        self._job = job
        job.progressed.connect(self.progressed)
        for end in (job.finished, job.refused, job.cancelled):
            end.connect(self._on_end)
        self.busy_changed.emit(True)  # noqa: FBT003 # Qt's signature
        return job

    def stop(self) -> None:
        """Stop what is under way where it can be stopped."""
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _on_end(self) -> None:
        self._job = None
        self.busy_changed.emit(False)  # noqa: FBT003 # Qt's signature
