"""Processes that prepare page files for an import, so that splitting uses every core and never stops the writer.

Each is spawned, has a pipe of its own, and ends when the other end of that is gone: however the importing process
comes to its end, none is left behind. (The executors of the standard library leave theirs waiting for ever when their
parent is killed, since each holds both ends of a common queue.) Files go out in order and come back in order, a bounded
number at a time, so that memory does not grow with the import.
"""

import gc
import os
import pickle
import queue
import signal
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import Self

from reader.errors import ErrorCode, UserError
from reader.services.hints import HintBook
from reader.services.pages import MetaEdit
from reader.services.preparing import Preparation, Preparer, Refused
from reader.storage.connection import open_database
from reader.storage.hints import HintStore
from reader.storage.pages import PageStore

_AHEAD = 24
"""Files that a process has before it: enough for it to go on while the writer writes, which takes a tenth of a second
at times, and few enough for memory to stay where it is: a page with its rows and tokens is some 150 kB."""


@dataclass(frozen=True, slots=True)
class _Broken:
    """Why a process cannot go on: a code where the user can do something about it, else a traceback."""

    code: ErrorCode | None
    path: str
    detail: str


def usable_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(slots=True, eq=False)
class _Splitter:
    """One process, its pipe, and the files that it has before it, by number."""

    process: BaseProcess
    pipe: Connection
    files: deque[int] = field(default_factory=deque)


class SplittingPool:
    """Prepares files in some processes. Use it in a ``with``; ``ahead`` and ``result`` take turns."""

    def __init__(self, library: Path, encoding: str | None, meta: MetaEdit, processes: int) -> None:
        self._arguments = (library, encoding, meta)
        self._context = get_context("spawn")
        self._answers: queue.SimpleQueue[tuple[_Splitter, bytes | None]] = queue.SimpleQueue()
        self._paths: dict[int, str] = {}  # of the files that are out
        self._ready: dict[int, Preparation] = {}
        self._next = self._given = 0
        self._splitters = [self._start() for _ in range(processes)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        # They only read, so that they may be ended anywhere; asking would wait for the files before them.
        for splitter in self._splitters:
            splitter.process.terminate()
        for splitter in self._splitters:
            splitter.process.join()

    def ahead(self, paths: Iterable[str]) -> Iterator[str]:
        """Each file in turn, as the next that ``result`` tells of, while those after it are given out already."""
        rest = iter(paths)
        while True:
            room = _AHEAD * len(self._splitters) - len(self._paths)
            for path in islice(rest, room):
                self._paths[self._given] = path
                self._give(self._given)
                self._given += 1
            if not self._paths:
                return
            yield self._paths[self._next]

    def result(self, timeout_s: float | None = None) -> Preparation | None:
        """What became of the file whose turn it is; None if that is not known within the time.

        Raises:
            UserError: the library cannot be read by the processes.
        """
        while self._next not in self._ready:
            try:
                splitter, answer = self._answers.get(timeout=timeout_s)
            except queue.Empty:
                return None
            if answer is None:
                self._replace(splitter)
            else:
                self._take(splitter, pickle.loads(answer))  # noqa: S301 # from our own process
        del self._paths[self._next]
        found = self._ready.pop(self._next)
        self._next += 1
        return found

    def _give(self, number: int) -> None:
        splitter = min(self._splitters, key=lambda one: len(one.files))
        splitter.files.append(number)
        with suppress(OSError):  # it died, of which its reader tells; then the file is given to another
            splitter.pipe.send(self._paths[number])

    def _take(self, splitter: _Splitter, answer: Preparation | _Broken) -> None:
        if not isinstance(answer, _Broken):
            self._ready[splitter.files.popleft()] = answer
        elif answer.code is not None:
            raise UserError(answer.code, answer.path, answer.detail)
        else:
            raise RuntimeError(answer.detail)

    def _replace(self, splitter: _Splitter) -> None:
        """One died: the file that it was at is the likely cause and is left out, the others go to a new one."""
        splitter.process.join()
        files, splitter.files = splitter.files, deque()
        self._splitters[self._splitters.index(splitter)] = self._start()
        if files:
            culprit = files.popleft()
            detail = f"exit code {splitter.process.exitcode}"
            self._ready[culprit] = Refused(self._paths[culprit], ErrorCode.FILE_UNREADABLE, detail)
        for number in files:
            self._give(number)

    def _start(self) -> _Splitter:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_split_files, args=(theirs, *self._arguments), daemon=True)
        process.start()
        theirs.close()
        splitter = _Splitter(process, ours)
        Thread(target=self._listen, args=(splitter,), daemon=True).start()
        return splitter

    def _listen(self, splitter: _Splitter) -> None:
        """Read answers as they come, in a thread, so that the process need not wait until the writer looks."""
        try:
            while True:
                self._answers.put((splitter, splitter.pipe.recv_bytes()))
        except (EOFError, OSError):  # it ended
            splitter.pipe.close()
            self._answers.put((splitter, None))


def _split_files(pipe: Connection, library: Path, encoding: str | None, meta: MetaEdit) -> None:
    """What a process does: prepare the file that each message names, until there is nobody who asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one who imports, who then closes the pipe
    try:
        try:
            database = open_database(library)
            preparer = Preparer(PageStore(database), HintBook(HintStore(database)), encoding, meta)
            pipe.send(preparer.prepare(Path(pipe.recv())))
            gc.freeze()  # what the first page had loaded stays: to search it for garbage takes a tenth of the time
            while True:
                pipe.send(preparer.prepare(Path(pipe.recv())))
        except UserError as error:
            pipe.send(_Broken(error.code, error.path, error.detail))
        except (EOFError, OSError):
            raise
        except Exception:  # noqa: BLE001 # the importing process raises it
            pipe.send(_Broken(None, "", traceback.format_exc()))
    except (EOFError, OSError):  # whoever asks is gone
        return
