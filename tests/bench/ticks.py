"""Timers that watch an event loop from within."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMainWindow

TYPE_CHECKING = False  # as in program.py
if TYPE_CHECKING:
    from collections.abc import Callable

_IDLE_GAP_S = 0.002
_IDLE_TICKS = 5


class UsableWatch(QObject):
    """Calls a function once the first main window is exposed, painted, and the event loop has nothing left to do.

    A timer of 0 ms fires whenever no event waits. When it fired several times on end with hardly a pause, everything
    that the start left for later is done as well.
    """

    def __init__(self, app: QApplication, usable: Callable[[QMainWindow], None]) -> None:
        super().__init__(app)
        self._usable = usable
        self._last = 0.0
        self._calm = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(0)

    @Slot()
    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._calm = self._calm + 1 if now - self._last < _IDLE_GAP_S else 0
        self._last = now
        window = next((top for top in QApplication.topLevelWidgets() if isinstance(top, QMainWindow)), None)
        handle = window.windowHandle() if window is not None else None
        if handle is None or not handle.isExposed():
            self._calm = 0
        elif self._calm >= _IDLE_TICKS:
            self._timer.stop()
            self._usable(window)


class Ticks(QObject):
    """Notes the gaps between the ticks of a timer of 1 ms, from ``start`` to ``finish``, and closes the window."""

    def __init__(self, window: QMainWindow, report: dict[str, float]) -> None:
        super().__init__(window)
        self._window = window
        self._report = report
        self._times: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._on_tick)

    @Slot(object)
    def start(self, _request: object) -> None:
        self._timer.start()

    @Slot()
    def _on_tick(self) -> None:
        self._times.append(time.perf_counter())

    @Slot(object)
    def finish(self, summary: object) -> None:
        """Report the gaps, and how many pages came in."""
        # What the last pages do to the views is part of the import: wait until they have had their say.
        QTimer.singleShot(500, self, lambda: self._close(summary))

    def _close(self, summary: object) -> None:
        self._timer.stop()
        gaps = sorted((after - before) * 1000 for before, after in zip(self._times, self._times[1:], strict=False))
        self._report["p99_ms"] = gaps[len(gaps) * 99 // 100]
        self._report["longest_ms"] = gaps[-1]
        self._report["pages"] = summary.pages
        self._window.close()
