"""Keeps the first visible line in its place while the text is laid out anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollBar

from reader.ui.reading.geometry import ColumnGeometry

_THROTTLE_MS = 200


class ScrollAnchor(QObject):
    """Remembers where the reader is as an offset of the text, which survives another width, font or theme.

    Signals:
        moved: the offset of the first visible line, at most every 200 ms while the reader scrolls.
    """

    moved = Signal(object)

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._geometry: ColumnGeometry | None = None
        self._offset = 0
        self._stale = False
        self._held = False
        self._unreached = False
        self._throttle = QTimer(self, singleShot=True, interval=_THROTTLE_MS)
        self._throttle.timeout.connect(self._report)
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_range_changed)

    def attach(self, geometry: ColumnGeometry | None) -> None:
        """Work on this text from now on, from its beginning."""
        self._geometry = geometry
        self._offset, self._stale, self._unreached = 0, False, False
        self._throttle.stop()

    def regard(self, geometry: ColumnGeometry) -> None:
        """The same text is measured by another geometry from now on."""
        self._geometry = geometry

    def offset(self) -> int:
        """The offset of the first character on the first visible line."""
        if self._stale and self._geometry is not None:
            value = self._bar.value()
            self._offset = self._geometry.offset_at_top(value) if value > self._bar.minimum() else 0
            self._stale = False
        return self._offset

    def hold(self, offset: int) -> None:
        """Bring the line of an offset to the top, as far as the text reaches."""
        self._offset, self._stale = offset, False
        self._apply()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Within, the text may be laid out anew; afterwards the same line is on top. May be nested."""
        if self._held:
            yield
            return
        self.offset()
        self._held = True
        try:
            yield
        finally:
            self._held = False
        self._apply()

    def _apply(self) -> None:
        if self._geometry is None:
            return
        self._held = True
        top = self._geometry.line_top(self._offset) if self._offset > 0 else 0.0
        self._bar.setValue(round(top))
        self._unreached = self._bar.value() < round(top)
        self._held = False

    @Slot()
    def _on_scrolled(self) -> None:
        if self._held:
            return
        self._stale, self._unreached = True, False
        if not self._throttle.isActive():
            self._throttle.start()

    @Slot()
    def _on_range_changed(self) -> None:
        # A long text is laid out little by little: what could not be reached at first may be now.
        if self._unreached and not self._held:
            self._apply()

    def flush(self) -> None:
        """Report at once where the reader is, if that is still to be done."""
        if self._throttle.isActive():
            self._throttle.stop()
            self._report()

    @Slot()
    def _report(self) -> None:
        self.moved.emit(self.offset())
