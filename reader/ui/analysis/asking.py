"""Asks the library questions and draws their answers, in jobs of which only the last counts."""

from collections.abc import Generator

from PySide6.QtCore import QObject, Signal, Slot

from reader.domain.analysis import Grid, Question
from reader.domain.picture import Ink, Picture, Words
from reader.domain.scope import Scope
from reader.services.library import Library
from reader.workers.jobs import JobRunner

_ASK, _DRAW = "analysis", "analysis picture"


class Asking(QObject):
    """Runs the jobs of one panel.

    Signals:
        answered: the ``Grid``.
        drawn: the ``Picture``.
        progressed: how many articles were gone through, and of how many; 0 of 0 is not known.
        refused: the ``UserError`` that stood against it.
    """

    answered = Signal(object)
    drawn = Signal(object)
    progressed = Signal(int, int)
    refused = Signal(object)

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def ask(self, question: Question, scopes: tuple[Scope, ...], *, subtags: bool, once: bool) -> None:
        """Ask; an answer still under way is of no use any more."""

        def work(library: Library) -> Generator[object, None, Grid]:
            return library.analysis.ask(question, scopes, subtags=subtags, once=once)

        job = self._jobs.start(work, supersedes=_ASK)
        job.progressed.connect(self._on_progressed)
        job.finished.connect(self.answered)
        job.refused.connect(self.refused)

    def draw(self, grid: Grid, words: Words, ink: Ink, width: float, dpi: float) -> None:
        """Draw a picture, so many inches wide."""

        def work(library: Library) -> Generator[object, None, Picture]:
            yield None
            return library.analysis.picture(grid, words, ink, width, dpi)

        job = self._jobs.start(work, supersedes=_DRAW)
        job.finished.connect(self.drawn)
        job.refused.connect(self.refused)

    @Slot(object)
    def _on_progressed(self, progress: tuple[int, int]) -> None:
        self.progressed.emit(*progress)
