"""Importing page files: decoded, split, and filed in short transactions, all in one step that undo takes back."""

import time
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain.history import StepName
from reader.errors import ErrorCode, UserError
from reader.intake.discover import discover
from reader.services.hints import HintBook
from reader.services.hold import Hold
from reader.services.pages import MetaEdit
from reader.services.preparing import Alone, Known, Preparation, Prepared, Preparer, Refused
from reader.services.revising import Reviser, Revision
from reader.services.unfinished import UnfinishedImports
from reader.storage.hints import HintStore
from reader.storage.journal import Journal, Writer
from reader.storage.pages import PageStore
from reader.storage.search_documents import document_of
from reader.storage.search_index import Documents, SearchIndex

if TYPE_CHECKING:
    from reader.services.splitting_pool import SplittingPool

MANY_FILES = 100
"""From so many files on, processes that split are worth the half second in which they start."""
_FOUND_EVERY = 500
_ROWS_S = 0.015
"""How long a transaction adds pages; to index and to commit them takes twice as long again. A note that is being saved
waits for all of it. Each transaction makes a piece of the index, which is merged with others: of 5 pages at a time (a
wait of 22 ms, at worst 40) an article takes 0.42 ms, of 11 (34, 62) 0.29 ms, of 22 (52, 70) 0.20 ms, of 44 (93, 133)
and 88 (190, 260) 0.19 ms. So it is some 50 ms: longer ones gain nothing, and to index all at the end, which is one long
wait or a library that cannot be searched until then, could gain no more than they.
"""
_WAIT_S = 0.2  # the longest that a page waits for others to be filed with


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What to import: files and folders, their encoding (None detects it), and what the user says of the pages."""

    paths: tuple[Path, ...]
    encoding: str | None = None
    meta: MetaEdit = field(default_factory=MetaEdit)


@dataclass(frozen=True, slots=True)
class Found:
    """How many files were found so far; the last one before the first ``Started`` is the total."""

    total: int


@dataclass(frozen=True, slots=True)
class Started:
    """A file is being read."""

    path: str


@dataclass(frozen=True, slots=True)
class Imported:
    """A file is in the library as a page.

    ``item_ids`` are its new items, banners and furniture among them, ``articles`` how many of them are read (articles,
    photos, briefs). ``known`` if its text was there before: then nothing is new. ``revision`` is what it replaced.
    """

    path: str
    page_id: int
    item_ids: tuple[int, ...]
    articles: int
    known: bool
    revision: Revision | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """A file or folder could not be imported; the import goes on."""

    path: str
    code: ErrorCode
    detail: str

    def error(self) -> UserError:
        """The failure as the error that it was."""
        return UserError(self.code, self.path, self.detail)


@dataclass(frozen=True, slots=True)
class Finished:
    """The last event: new pages, articles (with photos and briefs) on them, files known before, and failures.

    ``replaced`` of the new pages took the place of others; ``carried``, ``moved`` and ``orphaned`` are the annotations
    on these, as ``Revision`` counts them.
    """

    pages: int
    articles: int
    known: int
    failed: int
    cancelled: bool
    replaced: int = 0
    carried: int = 0
    moved: int = 0
    orphaned: int = 0


@dataclass(frozen=True, slots=True)
class Paused:
    """The import waits until it may go on; all that was read so far is in the library."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The import goes on."""


ImportEvent = Found | Started | Imported | Failed | Paused | Resumed | Finished


def _nothing(_done: int) -> None:
    """An import too small to be noted."""


def never() -> bool:
    """An import that nobody stops."""
    return False


class ImportService:
    """Imports into one library."""

    def __init__(
        self,
        library: Path,
        pages: PageStore,
        journal: Journal,
        hints: HintStore,
        index: SearchIndex,
        reviser: Reviser,
        unfinished: UnfinishedImports,
    ) -> None:
        self._unfinished = unfinished
        self._reviser = reviser
        self._library = library
        self._pages = pages
        self._journal = journal
        self._index = index
        self._hints = HintBook(hints)

    def import_pages(
        self,
        request: ImportRequest,
        should_stop: Callable[[], bool] = never,
        *,
        hold: Hold | None = None,
        processes: int | None = None,
    ) -> Generator[ImportEvent, None, None]:
        """Import what is asked for, and tell how it goes.

        A page whose text is in the library already is left as it is. A file that cannot be read is a ``Failed`` and
        stops nothing. ``should_stop`` is asked before each file, as is ``hold`` whether to wait. Closing the generator
        stops it as well; either way what was imported stays, as one step that can be undone. An import that was
        stopped or killed is taken up by asking for the same again; one of ``MANY_FILES`` and more is noted until it has
        come to its end (``services/unfinished.py``).

        From ``MANY_FILES`` on, files are split by as many ``processes`` as named (or as there are cores), and pages
        are filed several at a time, in transactions of some 50 ms; each is told of when it is in the library.

        Raises:
            UserError: the library itself cannot be written (locked, disk full); what was imported before stays.
        """
        paths, failed, cancelled = yield from _discovered(request, should_stop)
        many = processes != 0 and len(paths) >= MANY_FILES
        note = self._unfinished.begin(request, len(paths)) if len(paths) >= MANY_FILES else None
        with (
            closing(_Filing(self._pages, self._journal, self._index, self._reviser, self._noting(note))) as filing,
            self._source(request, processes if many else 0) as source,
        ):
            for path in source.ahead(paths):
                if hold is not None and hold.is_set():
                    yield from filing.flush()
                    yield Paused()
                    hold.wait(should_stop, filing.keep_alive)
                    yield Resumed()
                if cancelled := cancelled or should_stop():
                    break
                yield Started(path)
                while (made := source.result(filing.patience_s())) is None:
                    yield from filing.flush()
                filing.put(made)
                if not many or filing.is_due():
                    yield from filing.flush()
            yield from filing.flush()
            failed += filing.failed
        if not cancelled:
            self._note_end(note, request)
        yield filing.finished(failed, cancelled=cancelled)

    def _note_end(self, note: str | None, request: ImportRequest) -> None:
        """There is nothing left to go on with, whoever began it."""
        if note is None:
            self._unfinished.forget(request)
        else:
            self._unfinished.end(note)

    def _noting(self, note: str | None) -> Callable[[int], None]:
        """Notes how many files are done, within the transaction of their pages."""
        return _nothing if note is None else partial(self._unfinished.set_done, note)

    def _source(
        self, request: ImportRequest, processes: int | None
    ) -> "AbstractContextManager[Alone] | AbstractContextManager[SplittingPool]":
        if processes == 0:
            return Alone(Preparer(self._pages, self._hints, request.encoding, request.meta))
        from reader.services.splitting_pool import SplittingPool, usable_cores  # only a large import needs them

        return SplittingPool(self._library, request.encoding, request.meta, processes or usable_cores())


def _discovered(
    request: ImportRequest, should_stop: Callable[[], bool]
) -> Generator[Found | Failed, None, tuple[list[str], int, bool]]:
    """Look for files; returns their paths, how many folders could not be read, and whether it was to stop."""
    paths: list[str] = []
    failed = 0
    cancelled = False
    for found in discover(request.paths):
        if cancelled := should_stop():
            break
        if isinstance(found, UserError):
            failed += 1
            yield Failed(found.path, found.code, found.detail)
            continue
        paths.append(str(found))
        if len(paths) % _FOUND_EVERY == 0:
            yield Found(len(paths))
    yield Found(len(paths))
    return ([] if cancelled else paths), failed, cancelled


class _Filing:
    """Files prepared pages. The step is begun with the first new page, so that an import without any leaves redo alone.

    Attributes:
        added, articles, known, failed: what came of the files so far.
    """

    def __init__(
        self,
        pages: PageStore,
        journal: Journal,
        index: SearchIndex,
        reviser: Reviser,
        note_done: Callable[[int], None],
    ) -> None:
        self._note_done = note_done
        self._reviser = reviser
        self._pages = pages
        self._journal = journal
        self._index = index
        self._step: int | None = None
        self._waiting: list[Preparation] = []
        self._since = 0.0
        self._revisions: list[Revision] = []
        self._fresh: set[int] = set()
        self.added = self.articles = self.known = self.failed = 0

    def put(self, made: Preparation) -> None:
        """Take in what became of a file, to be filed with others."""
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting.append(made)

    def is_due(self) -> bool:
        """Whether what waits has waited long enough."""
        return bool(self._waiting) and time.monotonic() - self._since >= _WAIT_S

    def patience_s(self) -> float | None:
        """How long may be waited for another file before those that wait are filed; None where none does."""
        return max(self._since + _WAIT_S - time.monotonic(), 0.0) if self._waiting else None

    def flush(self) -> Generator[Imported | Failed, None, None]:
        """File what waits, in as few short transactions as it takes, and tell of each."""
        waiting, self._waiting = self._waiting, []
        while waiting:
            events = self._file_some(waiting)
            del waiting[: len(events)]
            for event in events:  # all before the first is told: who listens may stop there
                self._count(event)
            yield from events

    def finished(self, failed: int, *, cancelled: bool) -> Finished:
        """What came of all files, so many of which failed."""
        return Finished(
            self.added,
            self.articles,
            self.known,
            failed,
            cancelled,
            replaced=len(self._revisions),
            carried=sum(revision.carried for revision in self._revisions),
            moved=sum(revision.moved for revision in self._revisions),
            orphaned=sum(revision.orphaned for revision in self._revisions),
        )

    def keep_alive(self) -> None:
        """Say that the step is still open, while the import is paused."""
        if self._step is not None:
            with self._journal.add_to(self._step) as writer:
                writer.describe(str(self.added))

    def close(self) -> None:
        """End the step, if one was begun. What is said of it was written with its pages, wherever an interrupt came."""
        if self._step is not None:
            self._journal.close_step(self._step)

    def _file_some(self, waiting: list[Preparation]) -> list[Imported | Failed]:
        if not any(isinstance(made, Prepared) for made in waiting):
            return [_told(made) for made in waiting if not isinstance(made, Prepared)]
        if self._step is None:
            self._step = self._journal.open_step(StepName.IMPORT)
        events: list[Imported | Failed] = []
        indexed: list[Documents] = []
        with self._journal.add_to(self._step) as writer:
            until = time.monotonic() + _ROWS_S
            for made in waiting:
                if isinstance(made, Prepared):
                    event, documents = self._file(writer, made)
                    events.append(event)
                    indexed += documents
                else:
                    events.append(_told(made))
                if time.monotonic() > until:
                    break
            new = sum(isinstance(event, Imported) and not event.known for event in events)
            writer.describe(str(self.added + new))
            self._note_done(self.added + self.known + self.failed + len(events))
            self._index.add_documents(indexed)
        return events

    def _file(self, writer: Writer, made: Prepared) -> tuple[Imported, list[Documents]]:
        """File a page; returns what to tell of it and what is to be indexed with it."""
        # Asked again under the write lock: another import, or a file before, may have brought the same page since.
        page_id = self._pages.id_of_text(made.page.text)
        if page_id is not None:
            return Imported(made.path, page_id, (), 0, known=True), []
        page_id, item_ids = self._pages.add_rows(writer, made.page, made.rows)
        page = replace(made.page, id=page_id)
        revision = self._reviser.adopt(writer, page, self._fresh)
        self._fresh.add(page_id)
        documents = made.documents
        if revision is not None:  # it may have other items now, a date and corrections
            page, stored = self._pages.page(page_id), self._pages.items(page_id)
            item_ids, documents = [one.id for one in stored], [document_of(page, one.item) for one in stored]
        readable = [(item_id, one) for item_id, one in zip(item_ids, documents, strict=True) if one is not None]
        event = Imported(made.path, page_id, tuple(item_ids), len(readable), known=False, revision=revision)
        return event, [Documents(page_id, page.meta.issue_date, readable)]

    def _count(self, event: Imported | Failed) -> None:
        if isinstance(event, Failed):
            self.failed += 1
        elif event.known:
            self.known += 1
        else:
            self.added += 1
            self.articles += event.articles
            if event.revision is not None:
                self._revisions.append(event.revision)


def _told(made: Known | Refused) -> Imported | Failed:
    if isinstance(made, Refused):
        return Failed(made.path, made.code, made.detail)
    return Imported(made.path, made.page_id, (), 0, known=True)
