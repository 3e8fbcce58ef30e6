"""Passes changes on at a bounded rate: the first at once, those that follow together."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

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
        self._clock = QElapsedTimer()
        self._pause_ms = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def add(self, changes: Changes) -> None:
        """Pass changes on now or soon."""
        self._waiting = changes if self._waiting is None else self._waiting | changes
        rest = self._pause_ms - self._clock.elapsed() if self._clock.isValid() else 0
        if rest <= 0:
            self.flush()
        elif not self._timer.isActive():
            self._timer.start(rest)

    @Slot()
    def flush(self) -> None:
        """Pass on what waits."""
        self._timer.stop()
        if self._waiting is None:
            return
        changes, self._waiting = self._waiting, None
        self._clock.start()
        self.due.emit(changes)
        self._pause_ms = max(LEAST_PAUSE_MS, self._clock.restart() * _SHARE)
