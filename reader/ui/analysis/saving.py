"""Writes an analysis to a file that the reader names: its table as CSV, or its picture as PNG or SVG."""

from collections.abc import Generator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog

from reader.domain.analysis import Grid
from reader.errors import UserError
from reader.services.library import Library
from reader.ui.analysis.ink import ink_of
from reader.ui.analysis.words import picture_words, question_words
from reader.ui.frame import Frame
from reader.ui.settings import EXPORT_FOLDER
from reader.ui.theme.tokens import Tokens

translate = QCoreApplication.translate
_INCHES = 8.0


def save(window: Frame, grid: Grid, tokens: Tokens) -> None:
    """Ask where to, and write there in the background."""
    folder = window.settings.get(EXPORT_FOLDER) or QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.DocumentsLocation
    )
    kinds = {
        ".csv": translate("analysis", "Table (*.csv)"),
        ".png": translate("analysis", "Picture (*.png)"),
        ".svg": translate("analysis", "Drawing (*.svg)"),
    }
    name, chosen = QFileDialog.getSaveFileName(
        window,
        translate("analysis", "Save the analysis"),
        str(Path(folder) / f"{question_words(grid.question)}.csv"),
        ";;".join(kinds.values()),
    )
    if not name:
        return
    path = Path(name)
    if path.suffix.casefold() not in kinds:
        path = path.with_name(path.name + next(end for end, kind in kinds.items() if kind == chosen))
    window.settings.set(EXPORT_FOLDER, str(path.parent))
    _Saving(window, path).start(grid, tokens)


class _Saving(QObject):
    """One file on its way; it lives as long as its window, or until it is written."""

    def __init__(self, window: Frame, path: Path) -> None:
        super().__init__(window)
        self._window = window
        self._path = path

    def start(self, grid: Grid, tokens: Tokens) -> None:
        words, ink, path = picture_words(grid), ink_of(tokens, grid), self._path

        def work(library: Library) -> Generator[object, None, None]:
            yield None
            if path.suffix.casefold() == ".csv":
                library.analysis.save_table(grid, words, path)
            else:
                library.analysis.save_picture(grid, words, ink, _INCHES, path)

        job = self._window.jobs.start(work)
        job.finished.connect(self._on_finished)
        job.refused.connect(self._on_refused)
        job.cancelled.connect(self.deleteLater)

    @Slot()
    def _on_finished(self) -> None:
        self._window.status.say(translate("analysis", "Saved: {path}").format(path=self._path))
        self.deleteLater()

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self.deleteLater()
        self._window.show_error(error)
