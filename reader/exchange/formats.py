"""The formats that annotations are exported to. A new one is a module with a writer, and an entry in ``FORMATS``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import BinaryIO, Protocol

from reader.exchange.csv_format import CsvEncoding, CsvWriter, guard
from reader.exchange.rows import AnnotationRow
from reader.exchange.table import Shape


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How annotations are written: the id of the format, and what that format lets one choose."""

    format_id: str = "csv"
    shape: Shape = Shape.ANNOTATION
    encoding: CsvEncoding = CsvEncoding.UTF_8_BOM


class RowWriter(Protocol):
    """Writes rows to a stream that it does not close."""

    def add(self, row: AnnotationRow) -> None:
        """Write an annotation."""

    def finish(self) -> None:
        """Write what the format has after the last row."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A file format: its id, the suffix of its files with the dot, how to write it, and how it writes one cell."""

    id: str
    suffix: str
    writer: Callable[[BinaryIO, ExportOptions], RowWriter]
    cell: Callable[[str], str]


def _csv_writer(stream: BinaryIO, options: ExportOptions) -> RowWriter:
    return CsvWriter(stream, options.shape, options.encoding)


FORMATS: Mapping[str, ExportFormat] = MappingProxyType(
    {entry.id: entry for entry in (ExportFormat("csv", ".csv", _csv_writer, guard),)}
)
