"""How each file format is written. A new one is a ``FileFormat``, a module with a writer, and an entry here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import BinaryIO, Protocol

from reader.domain.export import ExportOptions, FileFormat
from reader.exchange.csv_format import CsvWriter, guard
from reader.exchange.holdings import Holdings
from reader.exchange.rows import AnnotationRow


class RowWriter(Protocol):
    """Writes rows to a stream that it does not close. Rows of a page follow each other."""

    def add(self, row: AnnotationRow) -> None:
        """Write an annotation."""

    def finish(self) -> None:
        """Write what the format has after the last row."""


Writer = Callable[[BinaryIO, ExportOptions, Holdings], RowWriter]


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is written: its writer, and what it makes of one cell, for a preview."""

    writer: Writer
    cell: Callable[[str], str] = str


def _csv(stream: BinaryIO, options: ExportOptions, holdings: Holdings) -> RowWriter:
    return CsvWriter(stream, options.shape, options.encoding, holdings.codebook)


# Each of the others is loaded when it is used: they bring large libraries along.
def _xlsx(stream: BinaryIO, options: ExportOptions, holdings: Holdings) -> RowWriter:
    from reader.exchange.xlsx_format import XlsxWriter

    return XlsxWriter(stream, options.shape, holdings.codebook)


def _docx(stream: BinaryIO, options: ExportOptions, holdings: Holdings) -> RowWriter:
    from reader.exchange.docx_format import DocxWriter

    return DocxWriter(stream, options, holdings)


def _markdown(stream: BinaryIO, options: ExportOptions, holdings: Holdings) -> RowWriter:
    from reader.exchange.markdown_format import MarkdownWriter

    return MarkdownWriter(stream, options, holdings)


def _html(stream: BinaryIO, options: ExportOptions, holdings: Holdings) -> RowWriter:
    from reader.exchange.html_format import HtmlWriter

    return HtmlWriter(stream, options, holdings)


def _json(stream: BinaryIO, _options: ExportOptions, holdings: Holdings) -> RowWriter:
    from reader.exchange.json_format import JsonWriter

    return JsonWriter(stream, holdings)


def _jsonld(stream: BinaryIO, _options: ExportOptions, holdings: Holdings) -> RowWriter:
    from reader.exchange.jsonld_format import JsonLdWriter

    return JsonLdWriter(stream, holdings)


def _qdpx(stream: BinaryIO, _options: ExportOptions, holdings: Holdings) -> RowWriter:
    from reader.exchange.refi_project import RefiWriter

    return RefiWriter(stream, holdings)


FORMATS: Mapping[FileFormat, Format] = MappingProxyType(
    {
        FileFormat.CSV: Format(_csv, guard),
        FileFormat.XLSX: Format(_xlsx),
        FileFormat.DOCX: Format(_docx),
        FileFormat.MARKDOWN: Format(_markdown),
        FileFormat.HTML: Format(_html),
        FileFormat.JSON: Format(_json),
        FileFormat.JSONLD: Format(_jsonld),
        FileFormat.QDPX: Format(_qdpx),
    }
)
