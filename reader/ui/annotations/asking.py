"""Asks the library which annotations a filter takes in, in jobs of which only the last counts."""

from collections.abc import Generator

from PySide6.QtCore import QObject, Signal

from reader.domain.mark_filter import MarkFilter
from reader.domain.mark_list import MarkGrouping, MarkListing, MarkOrder
from reader.services.library import Library
from reader.workers.jobs import JobRunner, Work

_PURPOSE = "annotation list"


class Asking(QObject):
    """Runs the jobs of one list.

    Signals:
        answered: the ``MarkListing``.
        refused: the ``UserError`` that stood against it.
    """

    answered = Signal(object)
    refused = Signal(object)

    def __init__(self, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def ask(self, wanted: MarkFilter, order: MarkOrder, grouping: MarkGrouping) -> None:
        """Ask; an answer still under way is of no use any more."""
        job = self._jobs.start(_listing(wanted, order, grouping), supersedes=_PURPOSE)
        job.finished.connect(self.answered)
        job.refused.connect(self.refused)


def _listing(wanted: MarkFilter, order: MarkOrder, grouping: MarkGrouping) -> Work:
    def work(library: Library) -> Generator[object, None, MarkListing]:
        yield None
        listing = library.mark_list.listing(wanted, order, grouping)
        assert listing.count >= 0  # counted here, where it takes nobody's time
        return listing

    return work
