"""What one chooses of an export: the file format, what a row stands for, and the encoding."""

from dataclasses import dataclass
from enum import StrEnum


class FileFormat(StrEnum):
    """The formats that annotations are exported to; the value is also the suffix of their files."""

    CSV = "csv"


class Shape(StrEnum):
    """What one row of an exported table stands for.

    ``TAG`` gives an annotation as many rows as it has tags, and one with empty tag columns if it has none.
    """

    ANNOTATION = "annotation"
    TAG = "tag"


class CsvEncoding(StrEnum):
    """The encodings of CSV. Each holds every character there is; GB18030 is what older Chinese software expects.

    Excel takes a file without a byte order mark for one in the system's own encoding, so ``UTF_8`` is for programs.
    """

    UTF_8_BOM = "utf-8-sig"
    UTF_8 = "utf-8"
    GB18030 = "gb18030"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How annotations are written. A format passes over what it does not know: only CSV has an encoding."""

    file_format: FileFormat = FileFormat.CSV
    shape: Shape = Shape.ANNOTATION
    encoding: CsvEncoding = CsvEncoding.UTF_8_BOM
