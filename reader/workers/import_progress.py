"""Keeps count of one import while its events come in: progress, new rows, failures, and the report at the end."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from reader.domain.model import Changes
from reader.errors import UserError
from reader.services.importing import (
    Failed,
    Finished,
    Found,
    Imported,
    ImportEvent,
    ImportRequest,
    Paused,
    Resumed,
    Started,
)
from reader.services.revising import Revision

_LOOK_BACK_S = 30.0


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is.

    ``done`` of ``total`` files are through, ``failed`` among them; ``total`` still grows while folders are searched.
    ``path`` is the file being read, "" at the end. ``pages_per_s`` is 0 and ``eta_s`` None before the first file is
    through; both are about the last half minute, without what was spent waiting while ``paused``.
    """

    done: int
    total: int
    failed: int
    path: str
    pages_per_s: float
    eta_s: float | None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """How an import ended.

    ``pages`` are new, with ``articles`` (photos and briefs among them); ``known`` files were in the library before.
    ``revisions`` are the pages of which a new one has the newer text, and what became of the annotations there.
    ``error`` is what ended it before its time: the library could not be written, or the process died.
    """

    request: ImportRequest
    pages: int
    articles: int
    known: int
    failures: tuple[Failed, ...]
    cancelled: bool
    error: UserError | None
    revisions: tuple[Revision, ...] = ()


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
        self._paused_at: float | None = None
        self._paused_s = 0.0
        self._looks: deque[tuple[float, int]] = deque()
        self._known = 0
        self._articles = 0
        self._failures: list[Failed] = []
        self._revisions: list[Revision] = []
        self._pages: set[int] = set()
        self._annotated: set[int] = set()
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
            case Paused():
                self._paused_at = self._clock()
            case Resumed():
                self._paused_s += self._clock() - (self._paused_at or self._clock())
                self._paused_at = None
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
        changes = Changes(
            pages=frozenset(self._pages),
            items=frozenset(self._items),
            annotated_pages=frozenset(self._annotated),
            memos=bool(self._annotated),
        )
        failures = tuple(self._failures[self._told_failures :])
        self._pages.clear()
        self._annotated.clear()
        self._items.clear()
        self._told_failures = len(self._failures)
        self._is_news = False
        return ImportNews(changes, failures)

    def progress(self) -> ImportProgress:
        """How far it is now."""
        rate = self._rate()
        eta = (self._total - self._done) / rate if rate else None
        paused = self._paused_at is not None
        return ImportProgress(self._done, self._total, len(self._failures), self._path, rate, eta, paused)

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
            revisions=tuple(self._revisions),
        )

    def _rate(self) -> float:
        """Files a second, as far back as the last look that is older than ``_LOOK_BACK_S``, or the beginning."""
        if self._began is None:
            return 0.0
        now = (self._paused_at or self._clock()) - self._paused_s
        self._looks.append((now, self._done))
        while len(self._looks) > 1 and self._looks[1][0] < now - _LOOK_BACK_S:
            self._looks.popleft()
        since, done = (self._began, 0) if self._began > now - _LOOK_BACK_S else self._looks[0]
        return (self._done - done) / (now - since) if now > since else 0.0

    def _count_page(self, event: Imported) -> None:
        if event.known:
            self._known += 1
            return
        self._new_pages += 1
        self._articles += event.articles
        self._pages.add(event.page_id)
        self._items.update(event.item_ids)
        if event.revision is not None:
            self._revisions.append(event.revision)
            both = {event.page_id, event.revision.page_id}
            self._pages |= both
            self._annotated |= both
