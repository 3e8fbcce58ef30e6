"""Annotations as an Excel workbook (.xlsx) of three sheets: ``annotations``, ``codebook`` and ``articles``.

Each sheet has a frozen first row, filters over its columns, and columns as wide as what they hold. Every cell is text
(``t="inlineStr"``) or a number, so nothing is ever computed, whatever it begins with. Rows are written as they come, in
openpyxl's write-only mode.

What it does not hold: more than 32,767 characters of a cell, where the text is cut and ends in ``…`` (CSV has all of
it), characters that XML has no place for, memos, and 1,048,576 rows or more: further annotations go to another sheet.
"""

import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import BinaryIO, cast

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.worksheet import Worksheet

from reader.domain.codebook import Codebook, Tag
from reader.domain.export import Shape
from reader.exchange.characters import xml_text
from reader.exchange.rows import AnnotationRow
from reader.exchange.table import Table

LONGEST_CELL = 32_767
MOST_ROWS = 1_048_575
"""Rows of a sheet under its first."""
_NUMBERS = frozenset({"article_id", "article_seq", "paragraph_no", "start", "end", "importance", "annotations"})
_WIDE = {"quote": 60, "note": 40, "context_before": 30, "context_after": 30, "headline": 36, "definition": 48}
_NARROW = {"start": 8, "end": 8, "importance": 11, "paragraph_no": 13, "issue_date": 12, "page_no": 9}
_WIDTH = 16
_CODEBOOK = ("uid", "name", "path", "color", "definition", "use_when", "not_when", "example", "annotations")
_ARTICLE = ("newspaper", "issue_date", "page_no", "page_name", "section", "article_id", "article_seq", "kicker")
_ARTICLES = (*_ARTICLE, "headline", "byline", "genre", "source_file", "page_sha256", "annotations")
_PATH = " / "
_SUSPECT = frozenset("=+-@＝＋－＠#\t'")
_SEEMS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # ECMA-376 part 1, 22.9.2.19, ST_Xstring


class XlsxWriter:
    """Writes rows as they come, to a temporary file; what is counted follows at the end."""

    def __init__(self, stream: BinaryIO, shape: Shape, codebook: Codebook) -> None:
        self._stream = stream
        self._codebook = codebook
        self._table = Table(shape, codebook)
        self._header = self._table.header()
        self._book = Workbook(write_only=True)
        self._bold = Font(bold=True)
        self._fill = PatternFill("solid", fgColor="FFEFECE6")
        self._top = Alignment(vertical="top")
        self._rows = 0
        self._sheets = 0
        self._sheet = self._new_annotations()
        self._by_tag: Counter[str] = Counter()
        self._by_article: Counter[tuple[object, ...]] = Counter()

    def add(self, row: AnnotationRow) -> None:
        """Write an annotation."""
        for line in self._table.lines(row):
            if self._rows == MOST_ROWS:
                self._end(self._sheet, self._header, self._rows)
                self._sheet, self._rows = self._new_annotations(), 0
            self._sheet.append(_cells(self._sheet, self._header, line))
            self._rows += 1
        self._by_tag.update(row.tags)
        article = [getattr(row, name) for name in _ARTICLES[:-1]]
        self._by_article[tuple(article)] += row.article_id is not None

    def finish(self) -> None:
        """Write the other sheets, and the workbook."""
        self._end(self._sheet, self._header, self._rows)
        self._write("codebook", _CODEBOOK, map(self._tag, self._codebook))
        articles = ((*article, count) for article, count in self._by_article.items() if count)
        self._write("articles", _ARTICLES, articles)
        # A zip file wants to go back, which not every stream can.
        with tempfile.TemporaryFile() as whole:
            self._book.save(whole)
            whole.seek(0)
            while part := whole.read(1 << 20):
                self._stream.write(part)

    def _tag(self, tag: Tag) -> tuple[object, ...]:
        path = _PATH.join(each.name for each in self._codebook.path(tag.id))
        texts = (tag.definition, tag.use_when, tag.not_when, tag.example)
        return (tag.uid, tag.name, path, tag.color or "", *texts, self._by_tag[tag.name])

    def _new_annotations(self) -> WriteOnlyWorksheet:
        self._sheets += 1
        return self._new("annotations" if self._sheets == 1 else f"annotations {self._sheets}", self._header)

    def _write(self, title: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        sheet = self._new(title, header)
        count = 0
        for row in rows:
            sheet.append(_cells(sheet, header, ["" if value is None else str(value) for value in row]))
            count += 1
        self._end(sheet, header, count)

    def _new(self, title: str, header: Sequence[str]) -> WriteOnlyWorksheet:
        sheet = self._book.create_sheet(title)
        assert isinstance(sheet, WriteOnlyWorksheet)
        sheet.freeze_panes = "A2"
        columns = cast("Worksheet", sheet).column_dimensions  # a write-only sheet borrows it at run time
        for number, name in enumerate(header, 1):
            width = _WIDE.get(name) or _NARROW.get(name) or _WIDTH
            columns[get_column_letter(number)].width = width
        cells = []
        for name in header:
            cell = WriteOnlyCell(sheet, value=name)
            cell.font, cell.fill, cell.alignment = self._bold, self._fill, self._top
            cells.append(cell)
        sheet.append(cells)
        return sheet

    def _end(self, sheet: WriteOnlyWorksheet, header: Sequence[str], rows: int) -> None:
        cast("Worksheet", sheet).auto_filter.ref = f"A1:{get_column_letter(len(header))}{rows + 1}"


def _cells(sheet: WriteOnlyWorksheet, header: Sequence[str], line: Sequence[str]) -> list[object]:
    return [
        int(text) if name in _NUMBERS and text else _text(sheet, text) for name, text in zip(header, line, strict=True)
    ]


def _text(sheet: WriteOnlyWorksheet, text: str) -> object:
    """A text as a cell that stays text: openpyxl would take some for formulas, and Excel too when they are edited."""
    text = _SEEMS_ESCAPED.sub("_x005F_", xml_text(text))
    if len(text) * 2 > LONGEST_CELL:
        text = _cut(text)
    if text[:1] not in _SUSPECT:
        return text
    cell = WriteOnlyCell(sheet, value="")
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _cut(text: str) -> str:
    """No longer than Excel allows, which counts in UTF-16."""
    encoded = text.encode("utf-16-le")
    if len(encoded) <= LONGEST_CELL * 2:
        return text
    return encoded[: (LONGEST_CELL - 1) * 2].decode("utf-16-le", "ignore") + "…"
