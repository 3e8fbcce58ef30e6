"""Annotations out of the library, to a file or a stream, in the order of the tree."""

import os
import stat
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from pathlib import Path
from typing import BinaryIO

from reader.domain.export import TABLES, ExportOptions, Shape
from reader.domain.mark_filter import MarkFilter
from reader.domain.model import MarkedItem
from reader.errors import ErrorCode, UserError
from reader.exchange.formats import FORMATS
from reader.exchange.holdings import Holdings
from reader.exchange.rows import AnnotationRow, rows_of_page
from reader.exchange.table import Table
from reader.services.codebook import CodebookService
from reader.services.copies import CopyService
from reader.services.repeating import NOTHING_TOLD, Told, told_of_copies
from reader.services.replacing import replacing
from reader.storage.annotations import AnnotationStore
from reader.storage.carrying import CarryingStore
from reader.storage.pages import PageStore

PREVIEW_ROWS = 20
_STEP = 200
"""Annotations between two reports of progress: some 10 ms of work."""


@dataclass(frozen=True, slots=True)
class ExportProgress:
    """How many of the annotations have been written; ``left_out`` of the total were not, as ``ExportOptions.once``."""

    done: int
    total: int
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """How an export begins: its columns, its first rows as they will be written, and how many annotations it has.

    ``left_out`` are those that ``ExportOptions.once`` leaves out of it; ``total`` are the others.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int
    left_out: int = 0


class ExportService:
    """Writes annotations in any of ``FORMATS``: by newspaper, date, page and item, within an item as it is read."""

    def __init__(
        self,
        annotations: AnnotationStore,
        pages: PageStore,
        carrying: CarryingStore,
        codebook: CodebookService,
        copies: CopyService,
        name: str,
    ) -> None:
        """``name`` is what the library is called in what is exported."""
        self._annotations = annotations
        self._pages = pages
        self._carrying = carrying
        self._codebook = codebook
        self._copies = copies
        self._name = name

    def count(self, wanted: MarkFilter) -> int:
        """How many annotations fit a filter."""
        return self._annotations.count(wanted)

    def newspapers(self) -> list[str]:
        """The newspapers that a filter can name with any result, in the order of the tree; "" is unknown."""
        return self._annotations.newspapers()

    def preview(self, wanted: MarkFilter, options: ExportOptions, limit: int = PREVIEW_ROWS) -> ExportPreview:
        """The first rows of an export; reads no further than it shows.

        Which articles are copies is told as far as they were compared; ``export`` compares all where that matters.
        """
        shown = FORMATS[options.file_format].cell
        table = Table(options.shape if options.file_format in TABLES else Shape.ANNOTATION, self._codebook.load())
        total = self.count(wanted)
        told = self._told(wanted, options)
        lines = (line for row in self._rows(wanted, told) for line in table.lines(row))
        rows = tuple(tuple(map(shown, line)) for line in islice(lines, limit))
        return ExportPreview(table.header(), rows, total - len(told.left_out), len(told.left_out))

    def export(self, wanted: MarkFilter, options: ExportOptions, path: Path) -> Generator[ExportProgress, None, int]:
        """Write a file; a job that returns the number of annotations and may be closed at any of its yields.

        An existing file is replaced when all is written, never before; of an export that was cancelled or failed
        nothing remains. What is no regular file (a pipe, a device) is written to as it stands.

        Raises:
            UserError: the file cannot be written, or the disk is full; it names the file.
        """
        with _stream_to(path) as stream:
            return (yield from self.write(wanted, options, stream))

    def write(
        self, wanted: MarkFilter, options: ExportOptions, stream: BinaryIO
    ) -> Generator[ExportProgress, None, int]:
        """As ``export``, to a stream that stays open. Raises OSError as the stream does."""
        total, done = self.count(wanted), 0
        if options.once:
            for _compared in self._copies.catch_up():
                yield ExportProgress(0, total)
        told = self._told(wanted, options)
        left_out = len(told.left_out)
        total -= left_out
        writer = FORMATS[options.file_format].writer(stream, options, self._holdings(wanted))
        for row in self._rows(wanted, told):
            writer.add(row)
            done += 1
            if done % _STEP == 0:
                yield ExportProgress(done, total, left_out)
        writer.finish()
        stream.flush()
        yield ExportProgress(done, total, left_out)
        return done

    def _told(self, wanted: MarkFilter, options: ExportOptions) -> Told:
        """What is told of copies."""
        if options.file_format not in TABLES and not options.once:
            return NOTHING_TOLD
        return told_of_copies(self._copies.marked(wanted), self._annotations, self._carrying, once=options.once)

    def _rows(self, wanted: MarkFilter, told: Told) -> Iterator[AnnotationRow]:
        """Rows as they are asked for, with one page in memory at a time."""
        marks: Iterator[MarkedItem] = self._annotations.matching(wanted)
        if told.left_out:
            marks = (mark for mark in marks if mark.annotation.id not in told.left_out)
        links = self._carrying.links_by_origin()
        for page_id, of_page in groupby(marks, key=lambda mark: mark.annotation.page_id):
            page = self._pages.page(page_id)
            sha256 = self._carrying.sha256(page_id)
            yield from map(
                told.add_to, rows_of_page(page.text, of_page, page.corrections, page_sha256=sha256, links=links)
            )

    def _holdings(self, wanted: MarkFilter) -> Holdings:
        """What the library has beside rows. A part of the annotations takes no memos of pages and articles along."""
        memos = self._carrying.memos()
        if not wanted.asks_nothing():
            memos = [memo for memo in memos if memo.page is None]
        return Holdings(
            name=self._name,
            at=datetime.now().astimezone().isoformat(timespec="seconds"),
            codebook=self._codebook.load(),
            memos=memos,
            links=self._carrying.links(),
            page_text=self._carrying.text,
        )


@contextmanager
def _stream_to(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes are the file when the block ends; straight into what is no regular file."""
    if _is_device(path):
        try:
            with path.open("wb") as stream:
                yield stream
        except OSError as error:
            raise UserError(ErrorCode.EXPORT_UNWRITABLE, str(path), error.strerror or str(error)) from error
        return
    with replacing(path) as part, part.open("xb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def _is_device(path: Path) -> bool:
    """Whether a path leads to a pipe, a terminal or another device, which nothing can take the place of."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
