"""Keeps count of one import while its events come in: progress, new rows, failures, and the report at the end."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from reader.domain.model import Changes
from reader.errors import UserError
from reader.services.importing import Failed, Finished, Found, Imported, ImportEvent, ImportRequest, Started


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is.

    ``done`` of ``total`` files are through, ``failed`` among them; ``total`` still grows while folders are searched.
    ``path`` is the file being read, "" at the end. ``pages_per_s`` is 0 and ``eta_s`` None before the first file is
    through.
    """

    done: int
    total: int
    failed: int
    path: str
    pages_per_s: float
    eta_s: float | None


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """How an import ended.

    ``pages`` are new, with ``articles`` (photos and briefs among them); ``known`` files were in the library before.
    ``error`` is what ended it before its time: the library could not be written, or the process died.
    """

    request: ImportRequest
    pages: int
    articles: int
    known: int
    failures: tuple[Failed, ...]
    cancelled: bool
    error: UserError | None


@dataclass(frozen=True, slots=True)
class ImportNews:
    """What happened since the last look."""

    changes: Changes
    failures: tuple[Failed, ...]


class ImportTally:
    """Counts the events of one import. ``clock`` gives seconds."""

    def __init__(self, request: ImportRequest, clock: Callable[[], float] = time.monotonic) -> None:
        self._request = request
        self._clock = clock
        self._total = 0
        self._done = 0
        self._path = ""
        self._began: float | None = None
        self._known = 0
        self._articles = 0
        self._failures: list[Failed] = []
        self._pages: set[int] = set()
        self._items: set[int] = set()
        self._new_pages = 0
        self._told_failures = 0
        self._is_news = False
        self._end: Finished | UserError | None = None

    def take(self, event: ImportEvent | UserError) -> None:
        """Count one event, or the error that ended the import."""
        self._is_news = True
        match event:
            case Found():
                self._total = event.total
            case Started():
                self._path = event.path
                if self._began is None:
                    self._began = self._clock()
            case Imported():
                self._done += 1
                self._count_page(event)
            case Failed():
                # A folder that was left out fails before any file was started, and is none of the files.
                if self._began is not None:
                    self._done += 1
                self._failures.append(event)
            case Finished() | UserError():
                self._path = ""
                self._end = event

    def is_ended(self) -> bool:
        """Whether the import itself said that it is over."""
        return self._end is not None

    def news(self) -> ImportNews | None:
        """What came in since the last call, None if nothing did."""
        if not self._is_news:
            return None
        changes = Changes(pages=frozenset(self._pages), items=frozenset(self._items))
        failures = tuple(self._failures[self._told_failures :])
        self._pages.clear()
        self._items.clear()
        self._told_failures = len(self._failures)
        self._is_news = False
        return ImportNews(changes, failures)

    def progress(self) -> ImportProgress:
        """How far it is now."""
        elapsed = self._clock() - self._began if self._began is not None else 0.0
        rate = self._done / elapsed if elapsed > 0 else 0.0
        eta = (self._total - self._done) / rate if rate else None
        return ImportProgress(self._done, self._total, len(self._failures), self._path, rate, eta)

    def summary(self, error: UserError | None) -> ImportSummary:
        """The report; ``error`` is why the process ended, where the import itself did not say."""
        finished = self._end if isinstance(self._end, Finished) else None
        return ImportSummary(
            self._request,
            pages=self._new_pages,
            articles=self._articles,
            known=self._known,
            failures=tuple(self._failures),
            cancelled=finished is not None and finished.cancelled,
            error=self._end if isinstance(self._end, UserError) else error,
        )

    def _count_page(self, event: Imported) -> None:
        if event.known:
            self._known += 1
            return
        self._new_pages += 1
        self._articles += event.articles
        self._pages.add(event.page_id)
        self._items.update(event.item_ids)
