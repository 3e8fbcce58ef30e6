"""Figures of the import: by the worker process, in ratio to plain SQL; its parts; and the window beside it."""

from __future__ import annotations

import resource
import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from PySide6.QtCore import QEventLoop

from reader.domain.history import StepName
from reader.domain.model import Page
from reader.domain.scope import Scope
from reader.intake.files import read_page_file
from reader.segment import segment
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.services.pages import MetaEdit
from reader.services.preparing import Preparation, Preparer
from reader.storage.search_documents import READ_COLUMNS, TEXT_COLUMNS, Document, document_of
from reader.workers.import_worker import ImportController
from tests.bench import corpus
from tests.bench.gui import application
from tests.bench.measure import Pairs, Sample, Spread, check, clock, compare, cpu, value
from tests.bench.prepared import MOST_BY_FILES, Prepared
from tests.bench.processes import run
from tests.bench.table import Judged, Row, Target, lone_row, row

_TABLES = ("page", "page_text", "item")
_INDEXES = {"search_text": TEXT_COLUMNS, "search_pinyin": READ_COLUMNS}
_OVER_PLAIN = 2.0
"""Half as many articles a second as plain SQL puts into the same tables."""
_GROWTH = 1.3


def importing(prepared: Prepared, runs: int) -> Iterator[Row]:
    """A folder of pages into a new library, beside the same rows and the same index by plain SQL."""
    application()
    if prepared.articles > MOST_BY_FILES:
        prepared = prepared.smaller(MOST_BY_FILES)
    pairs = _pairs(prepared, prepared.pages, prepared.library, runs)
    yield row(f"import of {prepared.articles:,} articles", pairs, Target(_OVER_PLAIN, Judged.RATIO))
    yield row("import: CPU", pairs, pick=cpu)
    for what in ("pages", "articles"):
        yield row(f"import: {what} a second", pairs, unit=f"{what}/s", pick=value(what))
    yield _filing(prepared, runs)
    yield from _parts(prepared, runs)
    few = _pairs(prepared, prepared.few_pages, prepared.small_library, runs)
    yield _growth(pairs, few)


def ticks(prepared: Prepared, runs: int) -> Iterator[Row]:
    """Gaps between ticks in a window over the large library, its tree open, while a tenth as much comes in."""
    folder = prepared.root / "more pages"
    articles = max(prepared.articles // 10, corpus.ARTICLES_PER_PAGE)
    pages = len(corpus.write_pages(folder, articles, after=prepared.articles))

    def gaps(task: str) -> Sample:
        sample = run(task, prepared.copy(prepared.library), folder)
        check("pages imported", sample.values["pages"], pages)
        return sample

    pairs = compare(lambda: gaps("import"), lambda: gaps("import-floor"), runs)
    yield row("tick gaps while importing, 99th percentile", pairs, Target(16), pick=value("p99_ms"))
    longest = Target(50, Judged.WORST)
    yield row("tick gaps while importing, longest", pairs, longest, pick=value("longest_ms"))


def _pairs(prepared: Prepared, folder: Path, model: Path, runs: int) -> Pairs:
    expected = _counts(model)
    rows = _rows(model)
    return compare(
        lambda: _by_worker(prepared.fresh(), folder, expected),
        lambda: _by_sql(prepared.fresh(), rows, expected),
        runs,
    )


def _by_worker(path: Path, folder: Path, expected: tuple[int, int]) -> Sample:
    """The import as the window runs it."""
    loop, summaries = QEventLoop(), []
    controller = ImportController(path)
    controller.finished.connect(summaries.append)
    controller.finished.connect(loop.quit)
    sample = Sample()
    used, began = _children_cpu(), time.perf_counter()
    controller.add(ImportRequest((folder,)))
    loop.exec()
    _timed(sample, time.perf_counter() - began, _children_cpu() - used, expected)
    check("pages and articles reported", (summaries[0].pages, summaries[0].articles), expected)
    check("pages and articles in the library", _counts(path), expected)
    return sample


def _by_sql(path: Path, rows: dict[str, list[tuple[object, ...]]], expected: tuple[int, int]) -> Sample:
    """The same rows into the same tables, and the same tokens into the same index, in one transaction.

    The rows and the tokens are in memory already: nothing is read from files, decoded, split or cut into tokens, and
    nothing is counted, journalled or compared with what is there.
    """
    Library(path).close()
    plain = sqlite3.connect(path, isolation_level=None)
    for (name,) in plain.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        plain.execute(f"DROP TRIGGER {name}")  # what keeps counts and index in step is none of the floor's business
    with clock() as sample:
        plain.execute("PRAGMA synchronous = NORMAL")
        plain.execute("BEGIN IMMEDIATE")
        for table, content in rows.items():
            columns = f"(rowid, {', '.join(_INDEXES[table])}) " if table in _INDEXES else ""
            marks = ", ".join("?" * len(content[0]))
            plain.executemany(f"INSERT INTO {table} {columns}VALUES ({marks})", content)
        plain.execute("COMMIT")
        plain.close()
    check("pages and articles in the library", _counts(path), expected)
    _timed(sample, sample.wall_ms / 1000, sample.cpu_ms / 1000, expected)
    return sample


def _filing(prepared: Prepared, runs: int) -> Row:
    """What one process must do alone, beside the same by plain SQL: pages that are split already go into a library."""
    with Library(prepared.fresh()) as library:
        preparer = Preparer(library._pages, library.importer._hints, None, MetaEdit())
        made = [preparer.prepare(file) for file in sorted(prepared.few_pages.rglob("*.txt"))]
    expected, rows = _counts(prepared.small_library), _rows(prepared.small_library)
    pairs = compare(
        lambda: _by_writer(prepared.fresh(), prepared.few_pages, made, expected),
        lambda: _by_sql(prepared.fresh(), rows, expected),
        runs,
    )
    name = f"import of {expected[1]:,} articles that are split: CPU"
    return row(name, pairs, Target(_OVER_PLAIN, Judged.RATIO), pick=cpu)


def _by_writer(path: Path, folder: Path, made: list[Preparation], expected: tuple[int, int]) -> Sample:
    with Library(path) as library:
        library.importer._source = lambda _request, _processes: _Ready(made)
        with clock() as sample:
            for _event in library.importer.import_pages(ImportRequest((folder,))):
                pass
    check("pages and articles in the library", _counts(path), expected)
    return sample


class _Ready(AbstractContextManager["_Ready"]):
    """Pages that are split already; has the methods of a ``SplittingPool``."""

    def __init__(self, made: list[Preparation]) -> None:
        self._made = iter(made)

    def __exit__(self, *_exc: object) -> None:
        pass

    def ahead(self, paths: list[str]) -> Iterator[str]:
        yield from paths

    def result(self, _timeout_s: float | None) -> Preparation:
        return next(self._made)


def _timed(sample: Sample, wall_s: float, cpu_s: float, done: tuple[int, int]) -> None:
    sample.wall_ms, sample.cpu_ms = wall_s * 1000, cpu_s * 1000
    sample.values["pages"], sample.values["articles"] = done[0] / wall_s, done[1] / wall_s


def _parts(prepared: Prepared, runs: int) -> Iterator[Row]:
    """What an import spends on a page: reading and decoding it, splitting it, and filing it."""
    files = sorted(prepared.few_pages.rglob("*.txt"))
    spent: dict[str, list[float]] = {"decode": [], "split": [], "file": []}
    for _ in range(runs):
        with clock() as decoding:
            decoded = [read_page_file(file) for file in files]
        with clock() as splitting:
            made = [segment(one.text, file.name) for one, file in zip(decoded, files, strict=True)]
        with Library(prepared.fresh()) as library, clock() as filing:
            step = library._journal.open_step(StepName.IMPORT)
            for file, one, split in zip(files, decoded, made, strict=True):
                page = Page(0, file.name, str(file), one.encoding, split.meta, one.text)
                with library._journal.add_to(step) as writer:
                    library._pages.add(writer, page, split.items)
            library._journal.close_step(step, "")
        for part, sample in zip(spent, (decoding, splitting, filing), strict=True):
            spent[part].append(sample.cpu_ms / len(files))
    for part, values in spent.items():
        yield lone_row(f"import: CPU to {part} a page", values)


def _growth(many: Pairs, few: Pairs) -> Row:
    """How much more CPU ten times as many pages take."""
    program = _medians(many.program) / _medians(few.program)
    floor = _medians(many.floor) / _medians(few.floor)
    pairs = Pairs([Sample(values={"growth": program})], [Sample(values={"growth": floor})])
    name = "import: CPU of all over CPU of a tenth"
    return row(name, pairs, Target(_GROWTH, Judged.RATIO), unit="×", pick=value("growth"))


def _medians(samples: list[Sample]) -> float:
    return Spread.of([cpu(sample) for sample in samples]).median


def _rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    plain = sqlite3.connect(path)
    try:
        rows = {table: plain.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in _TABLES}
        rows["search_doc"] = plain.execute("SELECT * FROM search_doc ORDER BY doc").fetchall()
    finally:
        plain.close()
    with Library(path) as library:
        documents = [(doc, _document(library, item_id)) for doc, item_id, _ in rows["search_doc"]]
    for table, columns in _INDEXES.items():
        rows[table] = [(doc, *(getattr(document, column) for column in columns)) for doc, document in documents]
    return rows


def _document(library: Library, item_id: int) -> Document:
    article = library.pages.article(item_id)
    document = document_of(article.page, article.stored.item)
    assert document is not None
    return document


def _counts(path: Path) -> tuple[int, int]:
    with Library(path) as library:
        rows = library.tree.items(Scope())
    return len({entry.page_id for entry in rows}), len(rows)


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
