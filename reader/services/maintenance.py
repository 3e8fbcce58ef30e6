"""Checking a library, backing it up, and bringing a backup back."""

import shutil
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reader.domain.anchor import quote_stands
from reader.domain.model import AnchorState, Page, Range
from reader.errors import ErrorCode, UserError
from reader.services.replacing import replacing
from reader.storage.annotations import AnnotationStore
from reader.storage.connection import open_database
from reader.storage.maintenance import CopyProgress, MaintenanceStore, Statistics, set_aside
from reader.storage.pages import PageStore


class Fault(StrEnum):
    """What a check can find."""

    FILE = "file"
    TEXT_MISSING = "text-missing"
    TEXT_CHANGED = "text-changed"
    ITEM_OUTSIDE = "item-outside"
    MARK_OUTSIDE = "mark-outside"
    QUOTE_DIFFERS = "quote-differs"
    COUNTS_DIFFER = "counts-differ"
    INDEX_DIFFERS = "index-differs"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the id of the page, item or annotation that it is about (0 of the file), and what to show of it.

    Of counts that differ, ``row_id`` is how many.
    """

    fault: Fault
    row_id: int = 0
    detail: str = ""


class CompactStep(StrEnum):
    """What compacting is at."""

    INDEX = "index"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Compacted:
    """How large the file was and is, in bytes."""

    before: int
    after: int


class MaintenanceService:
    """Looks after one open library."""

    def __init__(self, store: MaintenanceStore, pages: PageStore, annotations: AnnotationStore) -> None:
        self._store = store
        self._pages = pages
        self._annotations = annotations

    def problems(self) -> Iterator[Problem]:
        """All that is wrong: with the file, with counts and the search index, and with texts, items and marks.

        Items and marks are wrong where they do not fit their page's text.
        """
        for found in self._store.problems():
            yield Problem(Fault.FILE, detail=found)
        if wrong := self._store.wrong_counts():
            yield Problem(Fault.COUNTS_DIFFER, wrong)
        for found in self._store.index_problems():
            yield Problem(Fault.INDEX_DIFFERS, detail=found)
        for page_id in self._store.page_ids():
            try:
                page = self._pages.page(page_id)
            except KeyError:
                yield Problem(Fault.TEXT_MISSING, page_id)
            else:
                yield from self._problems_of(page)

    def recount(self) -> None:
        """Count all articles anew, where the counts of the tree differ from what there is."""
        self._store.recount()

    def statistics(self) -> Statistics:
        """How much the library holds, and what takes how much of its file."""
        return self._store.statistics()

    def compact(self) -> Generator[CompactStep, None, Compacted]:
        """Merge the search index and write the file anew without gaps; tells the step that it begins.

        It can be stopped at each step, with nothing lost. The last one needs as much free space as the library takes.

        Raises:
            UserError: the library is in use by another program, or the disk is full; it stays as it was.
        """
        before = self._store.size()
        yield CompactStep.INDEX
        for _ in self._store.merge_index():
            yield CompactStep.INDEX
        yield CompactStep.FILE
        self._store.vacuum()
        return Compacted(before, self._store.size())

    def back_up(self, target: Path, progress: CopyProgress) -> None:
        """Write a copy of the library, as it is at this moment, that replaces ``target`` when it is whole.

        Raises:
            UserError: the target cannot be written, or the disk is full; a former backup there stays.
        """
        with replacing(target) as part:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._store.copy_to(part, progress)

    def _problems_of(self, page: Page) -> Iterator[Problem]:
        if self._pages.id_of_text(page.text) != page.id:
            yield Problem(Fault.TEXT_CHANGED, page.id, page.source_name)
        for stored in self._pages.items(page.id):
            if not _lie_within(stored.item.ranges(), page.text):
                yield Problem(Fault.ITEM_OUTSIDE, stored.id, stored.item.title or "")
        for annotation in self._annotations.of_page(page.id):
            if not _lie_within(annotation.ranges, page.text):
                yield Problem(Fault.MARK_OUTSIDE, annotation.id, annotation.quote)
            # One that was moved stands on other words, also when a still newer text has made it an orphan there.
            elif annotation.state is AnchorState.EXACT and not quote_stands(page.text, annotation, page.corrections):
                yield Problem(Fault.QUOTE_DIFFERS, annotation.id, annotation.quote)


def restore(backup: Path, library: Path) -> Path | None:
    """Put a backup in the place of a library, and return where that one is kept now (None where there was none).

    The backup itself is only read. It is brought up to this program's version on the way.

    Raises:
        UserError: the backup cannot be read, is no library or damaged, or the library is in use; then it stays.
    """
    with replacing(library) as part:
        library.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(backup, part)
        except FileNotFoundError as error:
            raise UserError(ErrorCode.FILE_VANISHED, str(backup)) from error
        except OSError as error:
            raise UserError(ErrorCode.FILE_UNREADABLE, str(backup), error.strerror or str(error)) from error
        try:
            _verify(part)
        except UserError as error:
            raise UserError(error.code, str(backup), error.detail) from error
        return set_aside(library)


def _verify(path: Path) -> None:
    if not path.stat().st_size:  # SQLite takes an empty file for an empty database
        raise UserError(ErrorCode.LIBRARY_FOREIGN, str(path))
    database = open_database(path)
    try:
        problems = MaintenanceStore(database).problems()
    finally:
        database.close()
    if problems:
        raise UserError(ErrorCode.LIBRARY_DAMAGED, str(path), problems[0])


def _lie_within(ranges: Iterable[Range], text: str) -> bool:
    return all(0 <= start < end <= len(text) for start, end in ranges)
