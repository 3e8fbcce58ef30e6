"""Fails the test that leaves a thread, a timer or a child process running, instead of some later one."""

from __future__ import annotations

import os
import signal
import threading
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QThread, QTimer
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterator

THREAD_GRACE_S = 2.0
"""How long a thread that was told to stop may take to do so; waited for only when one is still there."""


@pytest.fixture(autouse=True)
def nothing_left_running(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Compare what runs before and after a test.

    QThreads and QTimers are seen when Python code starts them; those that Qt runs for itself are its own affair.
    """
    qt_threads = _remember_started(monkeypatch, QThread)
    qt_timers = _remember_started(monkeypatch, QTimer)
    threads, processes = set(threading.enumerate()), set(child_processes())
    yield
    left = [f"QThread {it!r}" for it in qt_threads if isValid(it) and it.isRunning()]
    left += [f"QTimer {it!r} of {it.parent()!r}" for it in qt_timers if isValid(it) and it.isActive()]
    left += [f"thread {it.name}" for it in threading.enumerate() if it not in threads and not _ends(it)]
    for pid, command in child_processes().items():
        if pid not in processes:
            left.append(f"process {pid}: {command}")
            os.kill(pid, signal.SIGKILL)
    if left:
        pytest.fail("left running by this test: " + "; ".join(left))


def child_processes() -> dict[int, str]:
    """Return the running child processes of this one as pid → command line; empty where there is no /proc."""
    found = {}
    for listing in Path("/proc/self/task").glob("*/children"):
        for pid in listing.read_text().split():
            command = _command(Path("/proc", pid))
            # multiprocessing keeps one such process for as long as the interpreter lives.
            if command and "multiprocessing.resource_tracker" not in command:
                found[int(pid)] = command
    return found


def _command(process: Path) -> str:
    """Return the command line of process, empty when it has ended and only waits to be collected."""
    try:
        name, _, state = (process / "stat").read_text(errors="replace").rpartition(")")
        command = (process / "cmdline").read_text(errors="replace").replace("\0", " ").strip()
    except (FileNotFoundError, ProcessLookupError):
        return ""
    # A process that has just been started has no command line yet, but it has a name.
    return "" if state.split()[0] in "ZX" else command or name.partition("(")[2]


def _remember_started(monkeypatch: pytest.MonkeyPatch, kind: type) -> weakref.WeakSet[Any]:
    started: weakref.WeakSet[Any] = weakref.WeakSet()
    start = kind.start  # type: ignore[attr-defined]

    def remember(self: Any, *args: Any) -> None:
        started.add(self)
        start(self, *args)

    monkeypatch.setattr(kind, "start", remember)
    return started


def _ends(thread: threading.Thread) -> bool:
    # Threads that Qt made have no join of their own; they are judged above, as QThreads.
    if isinstance(thread, threading._DummyThread):
        return True
    thread.join(THREAD_GRACE_S)
    return not thread.is_alive()
