"""What happens to a bug of ours: it is logged with its traceback, and the user can copy a report."""

import logging
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from reader import __version__

_logger = logging.getLogger(__name__)


class CrashReporter(QObject):
    """An exception hook that logs every error and shows each once, one at a time, whatever thread it came from."""

    _reported = Signal(str)

    def __init__(self, log: Path) -> None:
        super().__init__()
        self._log = log
        self._showing = False
        self._shown: set[str] = set()
        self._reported.connect(self._show)

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """To be set as ``sys.excepthook``."""
        _logger.critical("a bug", exc_info=(kind, error, trace))
        if not issubclass(kind, KeyboardInterrupt):
            self._reported.emit(report("".join(traceback.format_exception(kind, error, trace))))

    @Slot(str)
    def _show(self, text: str) -> None:
        # A bug in what is painted comes again with every movement of the mouse.
        if self._showing or text in self._shown:
            return
        self._showing = True
        self._shown.add(text)
        box = QMessageBox(
            QMessageBox.Icon.Critical,
            self.tr("Something went wrong"),
            self.tr("Jianbao met an error of its own. What you marked is saved. It is written down in {log}.").format(
                log=self._log
            ),
            parent=QApplication.activeWindow(),
        )
        box.setDetailedText(text)
        copy = box.addButton(self.tr("&Copy the report"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(text)
        self._showing = False


def report(trace: str) -> str:
    """A report that says what runs where, and the traceback."""
    import platform  # late, because most starts have nothing to report

    return (
        f"Jianbao {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}\n\n{trace}"
    )
