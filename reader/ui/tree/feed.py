"""Passes changes on at a bounded rate: the first at once, those that follow together."""

import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.domain.model import Changes

LEAST_PAUSE_MS = 100
_SHARE = 10
"""The pause is this many times what the last answer took, so that answering never takes more than a tenth of time."""


class ChangeFeed(QObject):
    """Collects changes while their receiver rests.

    Signals:
        due: the ``Changes`` since the last time.
    """

    due = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: Changes | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def add(self, changes: Changes) -> None:
        """Pass changes on now or soon."""
        self._waiting = changes if self._waiting is None else self._waiting | changes
        if not self._timer.isActive():
            self.flush()

    @Slot()
    def flush(self) -> None:
        """Pass on what waits."""
        if self._waiting is None:
            return
        changes, self._waiting = self._waiting, None
        began = time.perf_counter()
        self.due.emit(changes)
        took_ms = (time.perf_counter() - began) * 1000
        self._timer.start(max(LEAST_PAUSE_MS, int(took_ms * _SHARE)))
