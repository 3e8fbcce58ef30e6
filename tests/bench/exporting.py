"""The export of annotations, in ratio to ``csv.writer`` over the same join."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from reader.domain.mark_filter import MarkFilter
from reader.exchange.formats import ExportOptions
from reader.services.library import Library
from tests.bench.marks import MARKS, fill
from tests.bench.measure import Sample, check, clock, compare
from tests.bench.prepared import Prepared
from tests.bench.table import Judged, Row, Target, row

_ROWS_PER_MS = 100
_JOIN = """
SELECT uid, newspaper, issue_date, page_no, page_name, section, item.id, seq, kind, label, content, source_name, start,
    ranges, quote, prefix, suffix, note, color, coder, annotation.created_at, modified_at,
    (SELECT group_concat(name, '；') FROM annotation_tag JOIN tag ON tag.id = tag_id
     WHERE annotation_id = annotation.id)
FROM annotation JOIN page ON page.id = annotation.page_id LEFT JOIN item ON item.id = annotation.item_id
ORDER BY sort_key, page.id, start
"""


def exporting(prepared: Prepared, runs: int) -> Iterator[Row]:
    """All annotations as CSV: those of the large library, and many."""
    yield _exporting(prepared.annotated, prepared.root, runs)
    path = prepared.copy(prepared.small_library)
    with Library(path) as library:
        fill(library, MARKS)
    yield _exporting(path, prepared.root, runs)


def _exporting(path: Path, folder: Path, runs: int) -> Row:
    target = folder / "annotations.csv"
    with Library(path) as library:
        marks = library.exports.count(MarkFilter())
        plain = sqlite3.connect(path)
        try:
            pairs = compare(lambda: _export(library, target, marks), lambda: _plain(plain, target, marks), runs)
        finally:
            plain.close()
    most_ms = 1000 + marks / _ROWS_PER_MS
    return row(f"export of {marks:,} annotations, CSV", pairs, Target(most_ms), Target(2, Judged.RATIO))


def _export(library: Library, target: Path, marks: int) -> Sample:
    with clock() as sample:
        for _progress in library.exports.export(MarkFilter(), ExportOptions(), target):
            pass
    check("annotations written", _written(target), marks)
    return sample


def _plain(plain: sqlite3.Connection, target: Path, marks: int) -> Sample:
    with clock() as sample, target.open("w", encoding="utf-8-sig", newline="") as stream:
        cursor = plain.execute(_JOIN)
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
        writer.writerow(column[0] for column in cursor.description)
        writer.writerows(cursor)
    check("annotations written", _written(target), marks)
    return sample


def _written(target: Path) -> int:
    with target.open(encoding="utf-8-sig", newline="") as stream:
        return sum(1 for _ in csv.reader(stream)) - 1
