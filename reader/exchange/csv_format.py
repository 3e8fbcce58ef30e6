"""Annotations as CSV (RFC 4180) that spreadsheets open right and a program reads back without loss.

Every field is quoted and rows end in CRLF; a line feed within a field stays LF. A field that a spreadsheet could take
for a formula gets an apostrophe before it: one that begins with ``= + - @`` or their full-width forms, after any white
space, or with a tab or CR (the list of the OWASP page "CSV Injection"; a line feed alone, with which many contexts
begin, computes nothing). ``unguard`` takes the apostrophe away again. NUL and lone surrogates, which no spreadsheet can
hold, become U+FFFD. Nothing is cut, though Excel shows no more than 32,767 characters of a cell.

Annotations are read back by ``csv_reading.py``. What CSV does not hold: what tags mean and the order of those of one
parent, memos, and the times of links.
"""

import codecs
import re
from collections.abc import Iterable
from typing import BinaryIO

from reader.domain.codebook import Codebook
from reader.domain.export import CsvEncoding, Shape
from reader.exchange.rows import AnnotationRow
from reader.exchange.table import Table, Value, text

_COMPUTED = r"(?:[\t\r]|\s*[=+\-@＝＋－＠])"
_NEEDS_GUARD = re.compile(f"'*{_COMPUTED}")
_IS_GUARDED = re.compile(f"'+{_COMPUTED}")
_SUSPECT = frozenset("' =+-@＝＋－＠")  # white space but U+0020 is not printable
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_NO_TAGS = Codebook(())
_LINES = 500
"""Rows that are gathered before they are encoded and written."""
_SHORT, _KEPT = 200, 20_000
"""Characters of a cell that is kept for further rows, and how many cells are."""


class CsvWriter:
    """Writes rows as they come. The stream stays open after ``finish``, and stays the caller's.

    Raises:
        OSError: by any method, what the stream raises.
    """

    def __init__(self, stream: BinaryIO, shape: Shape, encoding: CsvEncoding, codebook: Codebook = _NO_TAGS) -> None:
        self._stream = stream
        self._encoder = codecs.getincrementalencoder(encoding)()
        self._table = Table(shape, codebook)
        self._cells = _Cells()
        self._gathered = [_line(self._table.header())]
        self._pass_on()

    def add(self, row: AnnotationRow) -> None:
        """Write an annotation."""
        for values in self._table.values(row):
            self._gathered.append(_line(map(self._cells.__getitem__, values)))
        if len(self._gathered) > _LINES:
            self._pass_on()

    def finish(self) -> None:
        """Write what was gathered."""
        self._pass_on()

    def _pass_on(self) -> None:
        self._stream.write(self._encoder.encode("".join(self._gathered)))
        self._gathered.clear()


class _Cells(dict[Value, str]):
    """What stands between the quotes for a value. Most values of a row stood in the row before it, too."""

    def __missing__(self, value: Value) -> str:
        if value.__class__ is int:
            return str(value)
        cell = guard(value if value.__class__ is str else text(value))
        if '"' in cell:
            cell = cell.replace('"', '""')
        if len(cell) <= _SHORT:
            if len(self) > _KEPT:
                self.clear()
            self[value] = cell
        return cell


def _line(cells: Iterable[str]) -> str:
    """Cells as a row, each quoted: ``csv.writer`` takes three times as long for it."""
    return '"' + '","'.join(cells) + '"\r\n'


def guard(cell: str) -> str:
    """A cell as it is written: nothing that a spreadsheet computes, and only characters that it can hold."""
    if cell.isprintable() and cell[:1] not in _SUSPECT:  # most are neither, and each cell of a large export comes here
        return cell
    if _UNWRITABLE.search(cell):
        cell = _UNWRITABLE.sub("\ufffd", cell)
    return f"'{cell}" if _NEEDS_GUARD.match(cell) else cell


def unguard(cell: str) -> str:
    """What ``guard`` was given, but for the characters that cannot be written."""
    return cell[1:] if _IS_GUARDED.match(cell) else cell
