"""Imports beside the window: a queue of requests, each run by one process of its own through a pipe.

A process, because a thread that splits pages would hold the interpreter's lock and stall the window.
"""

import os
import sys
from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

from reader.errors import ErrorCode, UserError
from reader.paths import import_root
from reader.services.import_protocol import CANCEL, PAUSE, RESUME, decode_event, encode_request
from reader.services.importing import ImportRequest
from reader.workers.import_progress import ImportTally

_FLUSH_MS = 100
_STDERR_TAIL = 2000
_KILL_WAIT_MS = 200


class ImportController(QObject):
    """Runs import requests one after another, each in one process.

    What the process tells is collected and passed on every 100 ms, so that a burst of pages does not flood the views.
    Every ``started`` is followed by exactly one ``finished``.

    Signals:
        started: the ``ImportRequest`` that is now being run.
        progressed: an ``ImportProgress``.
        imported: ``Changes`` with the pages and items that are new since the last one.
        file_failed: the ``Failed`` of one file.
        finished: the ``ImportSummary`` of the request.
    """

    started = Signal(object)
    progressed = Signal(object)
    imported = Signal(object)
    file_failed = Signal(object)
    finished = Signal(object)

    def __init__(self, library_path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library_path = library_path
        self._waiting: deque[ImportRequest] = deque()
        self._process: QProcess | None = None
        self._tally: ImportTally | None = None
        self._last_request: ImportRequest | None = None
        self._stderr = b""
        self._flush_timer = QTimer(self)
        self._flush_timer.setInterval(_FLUSH_MS)
        self._flush_timer.timeout.connect(self._flush)

    def add(self, request: ImportRequest) -> None:
        """Run a request, after those that were added before."""
        self._waiting.append(request)
        if self._process is None:
            self._start_next()

    def retry(self, paths: Iterable[Path], encoding: str | None = None) -> None:
        """Run the last request again for some of its files, with another encoding if one is given."""
        assert self._last_request is not None  # files fail only once there was a request
        again = replace(self._last_request, paths=tuple(paths))
        self.add(replace(again, encoding=encoding) if encoding else again)

    def cancel(self) -> None:
        """Stop at the next file and forget what waits; pages that are imported stay."""
        self._waiting.clear()
        if self._process is not None:
            self._process.write(CANCEL)

    def pause(self) -> None:
        """Wait before the next file; progress says when it does."""
        if self._process is not None:
            self._process.write(PAUSE)

    def resume(self) -> None:
        """Go on after ``pause``."""
        if self._process is not None:
            self._process.write(RESUME)

    def is_running(self) -> bool:
        """Whether a request is being run or waits."""
        return self._process is not None

    def shutdown(self, ms: int) -> bool:
        """Stop, and give the process up to ``ms`` milliseconds to end its page before it is killed.

        Unlike what was cancelled, this import can be gone on with later (``Library.unfinished``). What a killed process
        was writing is rolled back when the library is next opened. Returns whether it ended
        by itself. No signal is emitted any more.
        """
        process, self._process = self._process, None
        self._waiting.clear()
        self._flush_timer.stop()
        if process is None:
            return True
        process.closeWriteChannel()
        ended = process.waitForFinished(ms)
        if not ended:
            process.kill()
            process.waitForFinished(_KILL_WAIT_MS)
        return ended

    def _start_next(self) -> None:
        request = self._waiting.popleft()
        process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_stderr)
        process.finished.connect(self._on_exit)
        process.errorOccurred.connect(self._on_error)
        self._process, self._tally, self._stderr, self._last_request = process, ImportTally(request), b"", request
        self.started.emit(request)
        program, *arguments = _command()
        process.start(program, [*arguments, "import", "--worker", "--library", str(self._library_path)])
        process.write(encode_request(request))
        self._flush_timer.start()

    @Slot()
    def _on_output(self) -> None:
        if self._process is None or self._tally is None:  # shut down
            return
        while self._process.canReadLine():
            self._tally.take(decode_event(bytes(self._process.readLine().data())))

    @Slot()
    def _on_stderr(self) -> None:
        if self._process is not None:
            self._stderr = (self._stderr + self._process.readAllStandardError().data())[-_STDERR_TAIL:]

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if self._process is not None and error is QProcess.ProcessError.FailedToStart:  # then there is no `finished`
            self._end(self._process.errorString())

    @Slot(int, QProcess.ExitStatus)
    def _on_exit(self, code: int, _status: QProcess.ExitStatus) -> None:
        self._on_output()
        self._on_stderr()
        self._end(self._stderr.decode("utf-8", "replace").strip() or f"exit code {code}")

    def _end(self, last_words: str) -> None:
        """Report the request, as one that died where the import itself did not say that it is over."""
        self._flush()
        process, tally = self._process, self._tally
        if process is None or tally is None:  # shut down, perhaps by whoever heard of the last pages
            return
        self._flush_timer.stop()
        self._process = None
        process.deleteLater()
        died = None if tally.is_ended() else UserError(ErrorCode.WORKER_DIED, detail=last_words)
        self.finished.emit(tally.summary(died))
        if self._waiting and self._process is None:
            self._start_next()

    @Slot()
    def _flush(self) -> None:
        """Pass on what was collected."""
        news = self._tally.news() if self._process is not None and self._tally is not None else None
        if news is None or self._tally is None:
            return
        for failure in news.failures:
            self.file_failed.emit(failure)
        if news.changes.pages:
            self.imported.emit(news.changes)
        self.progressed.emit(self._tally.progress())


def _command() -> list[str]:
    """How this program is started again: by its interpreter, or as it is where it was packaged with one."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    # -P: a `reader` that happens to lie in the working directory is none of ours.
    return [sys.executable, "-P", "-m", "reader"]


def _environment() -> QProcessEnvironment:
    """This process's environment, in which the child finds the same ``reader``."""
    environment = QProcessEnvironment.systemEnvironment()
    found = [str(import_root()), *filter(None, [environment.value("PYTHONPATH")])]
    environment.insert("PYTHONPATH", os.pathsep.join(found))
    return environment
