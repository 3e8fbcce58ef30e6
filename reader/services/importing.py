"""Importing page files: decoded, split, and filed one short transaction each, all in one step that undo takes back."""

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.domain.history import StepName
from reader.domain.model import READABLE_KINDS, Page, Segmentation
from reader.errors import ErrorCode, UserError
from reader.intake.decode import Decoded
from reader.intake.discover import discover
from reader.intake.files import portable_name, read_page_file
from reader.services.hints import HintBook
from reader.services.pages import MetaEdit
from reader.storage.hints import HintStore
from reader.storage.journal import Journal
from reader.storage.pages import PageStore
from reader.storage.search_index import SearchIndex

_FOUND_EVERY = 500


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
    photos, briefs). ``known`` if its text was there before: then nothing is new.
    """

    path: str
    page_id: int
    item_ids: tuple[int, ...]
    articles: int
    known: bool


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
    """The last event: new pages, articles (with photos and briefs) on them, files known before, and failures."""

    pages: int
    articles: int
    known: int
    failed: int
    cancelled: bool


ImportEvent = Found | Started | Imported | Failed | Finished


def never() -> bool:
    """An import that nobody stops."""
    return False


class ImportService:
    """Imports into one library."""

    def __init__(self, pages: PageStore, journal: Journal, hints: HintStore, index: SearchIndex) -> None:
        self._pages = pages
        self._journal = journal
        self._index = index
        self._hints = HintBook(hints)

    def import_pages(
        self, request: ImportRequest, should_stop: Callable[[], bool] = never
    ) -> Generator[ImportEvent, None, None]:
        """Import what is asked for, a file at each turn, and tell how it goes.

        A page whose text is in the library already is left as it is. A file that cannot be read is a ``Failed`` and
        stops nothing. ``should_stop`` is asked before each file. Closing the generator stops it as well; either way
        what was imported stays, as one step that can be undone.

        Raises:
            UserError: the library itself cannot be written (locked, disk full); what was imported before stays.
        """
        paths: list[Path] = []
        failed = 0
        cancelled = False
        for found in discover(request.paths):
            if cancelled := should_stop():
                break
            if isinstance(found, UserError):
                failed += 1
                yield Failed(found.path, found.code, found.detail)
                continue
            paths.append(found)
            if len(paths) % _FOUND_EVERY == 0:
                yield Found(len(paths))
        yield Found(len(paths))
        with closing(_Run(self._pages, self._journal, self._index, self._hints, request)) as run:
            for path in paths:
                if cancelled := cancelled or should_stop():
                    break
                yield Started(str(path))
                event = run.file(path)
                failed += isinstance(event, Failed)
                yield event
        yield Finished(run.added, run.articles, run.known, failed, cancelled)


class _Run:
    """One import under way. Its step is begun with the first new page, so that one without any leaves redo alone."""

    def __init__(
        self, pages: PageStore, journal: Journal, index: SearchIndex, hints: HintBook, request: ImportRequest
    ) -> None:
        self._pages = pages
        self._journal = journal
        self._index = index
        self._hints = hints
        self._request = request
        self._step: int | None = None
        self.added = self.articles = self.known = 0

    def file(self, path: Path) -> Imported | Failed:
        """Import one file."""
        try:
            decoded = read_page_file(path, self._request.encoding)
        except UserError as error:
            return Failed(error.path, error.code, error.detail)
        page_id = self._pages.id_of_text(decoded.text)
        if page_id is not None:
            return self._was_known(path, page_id)
        return self._add(path, decoded, self._split(decoded.text, portable_name(path.name)))

    def close(self) -> None:
        """End the step, if one was begun."""
        if self._step is not None:
            self._journal.close_step(self._step, str(self.added))

    def _split(self, text: str, name: str) -> Segmentation:
        """The page split with what was learnt of its newspaper, which only a first look at it tells."""
        # Only now: a window never splits a page itself, and would take half as long again to start.
        from reader.segment import segment

        made = segment(text, name)
        hints = self._hints.of_newspaper(self._request.meta.applied_to(made.meta).newspaper)
        return segment(text, name, hints) if hints else made

    def _add(self, path: Path, decoded: Decoded, made: Segmentation) -> Imported:
        page = Page(
            id=0,
            source_name=portable_name(path.name),
            source_path=portable_name(path.absolute()),
            encoding=decoded.encoding,
            meta=self._request.meta.applied_to(made.meta),
            text=decoded.text,
        )
        if self._step is None:
            self._step = self._journal.open_step(StepName.IMPORT)
        with self._journal.add_to(self._step) as writer:
            # Asked again under the write lock: another import may have brought the same page since.
            page_id = self._pages.id_of_text(page.text)
            if page_id is not None:
                return self._was_known(path, page_id)
            page_id, item_ids = self._pages.add(writer, page, made.items)
            self._index.add(replace(page, id=page_id), zip(item_ids, made.items, strict=True))
            writer.describe(str(self.added + 1))
        self.added += 1
        articles = sum(item.kind in READABLE_KINDS for item in made.items)
        self.articles += articles
        return Imported(str(path), page_id, tuple(item_ids), articles, known=False)

    def _was_known(self, path: Path, page_id: int) -> Imported:
        self.known += 1
        return Imported(str(path), page_id, (), 0, known=True)
