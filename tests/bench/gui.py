"""Windows in the benchmark's own process, shown on the offscreen platform, and waiting until they are painted."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from reader.services.library import Library
from reader.ui.main_window import MainWindow
from reader.ui.settings import Settings
from reader.ui.theme.controller import ThemeController

_LONGEST_S = 30
_CALM_S = 0.1
SIZE = (1280, 800)


def application() -> QApplication:
    """The one application of this process."""
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    return app


@contextmanager
def main_window(path: Path) -> Iterator[MainWindow]:
    """A window over a library, shown and at rest; what it remembers goes into a file beside the library."""
    app = application()
    with Library(path, coder="bench") as library:
        settings = Settings(QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat))
        window = MainWindow(library, settings, ThemeController(app))
        window.resize(*SIZE)
        window.show()
        rest()
        try:
            yield window
        finally:
            window.close()
            window.setParent(None)
            _delete(window)


@contextmanager
def shown(widget: QWidget) -> Iterator[QWidget]:
    """Any other widget, shown and at rest."""
    application()
    widget.resize(*SIZE)
    widget.show()
    rest()
    try:
        yield widget
    finally:
        widget.close()
        _delete(widget)


def _delete(widget: QWidget) -> None:
    """Delete a widget while what it shows is still open; an event loop that is not nested would do it at its end."""
    widget.deleteLater()
    QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)
    rest()


class Painted(QObject):
    """Waits for a widget to be painted again."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._painted = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 # Qt's name
        self._painted = self._painted or event.type() == QEvent.Type.Paint
        return False

    @contextmanager
    def awaited(self) -> Iterator[None]:
        """Run a block, then the event loop until the widget was painted."""
        self._painted = False
        self._widget.installEventFilter(self)
        yield
        until = time.monotonic() + _LONGEST_S
        while not self._painted:
            QApplication.processEvents()
            if time.monotonic() > until:
                raise TimeoutError("never painted")
        self._widget.removeEventFilter(self)  # or those of all runs would look at every event of the next


def rest() -> None:
    """Let everything happen that was left for later: until nothing took time for a while."""
    calm_since = time.monotonic()
    while time.monotonic() - calm_since < _CALM_S:
        began = time.monotonic()
        QApplication.processEvents()
        if time.monotonic() - began > 0.002:
            calm_since = time.monotonic()
        time.sleep(0.001)
