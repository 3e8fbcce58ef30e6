"""Checking a library, backing it up, and bringing a backup back."""

import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reader.domain.model import Annotation, Page, Range
from reader.errors import ErrorCode, UserError
from reader.storage.annotations import AnnotationStore
from reader.storage.connection import open_database
from reader.storage.maintenance import CopyProgress, MaintenanceStore, set_aside
from reader.storage.pages import PageStore


class Fault(StrEnum):
    """What a check can find."""

    FILE = "file"
    TEXT_MISSING = "text-missing"
    TEXT_CHANGED = "text-changed"
    ITEM_OUTSIDE = "item-outside"
    MARK_OUTSIDE = "mark-outside"
    QUOTE_DIFFERS = "quote-differs"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the id of the page, item or annotation that it is about (0 of the file), and what to show of it."""

    fault: Fault
    row_id: int = 0
    detail: str = ""


class MaintenanceService:
    """Looks after one open library."""

    def __init__(self, store: MaintenanceStore, pages: PageStore, annotations: AnnotationStore) -> None:
        self._store = store
        self._pages = pages
        self._annotations = annotations

    def problems(self) -> Iterator[Problem]:
        """All that is wrong: with the file, with texts, and with items and marks that do not fit their page's text."""
        for found in self._store.problems():
            yield Problem(Fault.FILE, detail=found)
        for page_id in self._store.page_ids():
            try:
                page = self._pages.page(page_id)
            except KeyError:
                yield Problem(Fault.TEXT_MISSING, page_id)
            else:
                yield from self._problems_of(page)

    def back_up(self, target: Path, progress: CopyProgress) -> None:
        """Write a copy of the library, as it is at this moment, that replaces ``target`` when it is whole.

        Raises:
            UserError: the target cannot be written, or the disk is full; a former backup there stays.
        """
        with _replacing(target) as part:
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
            elif not _quotes(annotation, page.text):
                yield Problem(Fault.QUOTE_DIFFERS, annotation.id, annotation.quote)


def restore(backup: Path, library: Path) -> Path | None:
    """Put a backup in the place of a library, and return where that one is kept now (None where there was none).

    The backup itself is only read. It is brought up to this program's version on the way.

    Raises:
        UserError: the backup cannot be read, is no library or damaged, or the library is in use; then it stays.
    """
    with _replacing(library) as part:
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


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """A path beside ``target`` for a file that takes its place when the block ends well, and goes when it does not."""
    part = target.with_name(f".{target.name}-{secrets.token_hex(6)}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield part
        part.replace(target)
    except OSError as error:
        raise UserError(ErrorCode.EXPORT_UNWRITABLE, str(target), error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _lie_within(ranges: Iterable[Range], text: str) -> bool:
    return all(0 <= start < end <= len(text) for start, end in ranges)


def _quotes(annotation: Annotation, text: str) -> bool:
    """Whether an annotation's quote is what stands in its ranges; the view only ever adds white space to that."""
    standing = "".join(text[start:end] for start, end in annotation.ranges)
    return "".join(standing.split()) == "".join(annotation.quote.split())
