"""How each file format is written. A new one is a ``FileFormat``, a module with a writer, and an entry here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import BinaryIO, Protocol

from reader.domain.export import ExportOptions, FileFormat
from reader.exchange.csv_format import CsvWriter, guard
from reader.exchange.rows import AnnotationRow


class RowWriter(Protocol):
    """Writes rows to a stream that it does not close."""

    def add(self, row: AnnotationRow) -> None:
        """Write an annotation."""

    def finish(self) -> None:
        """Write what the format has after the last row."""


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is written: its writer, and what it makes of one cell, for a preview."""

    writer: Callable[[BinaryIO, ExportOptions], RowWriter]
    cell: Callable[[str], str]


def _csv_writer(stream: BinaryIO, options: ExportOptions) -> RowWriter:
    return CsvWriter(stream, options.shape, options.encoding)


FORMATS: Mapping[FileFormat, Format] = MappingProxyType({FileFormat.CSV: Format(_csv_writer, guard)})
