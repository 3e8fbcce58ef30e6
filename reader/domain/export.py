"""What one chooses of an export: the file format, what a row stands for, how it is arranged, and the encoding."""

from dataclasses import dataclass
from enum import StrEnum


class FileFormat(StrEnum):
    """The formats that annotations are exported to; the value is also the suffix of their files."""

    CSV = "csv"
    XLSX = "xlsx"
    DOCX = "docx"
    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"
    JSONLD = "jsonld"
    QDPX = "qdpx"


TABLES = frozenset({FileFormat.CSV, FileFormat.XLSX})
"""The formats whose rows have a shape."""

DOCUMENTS = frozenset({FileFormat.DOCX, FileFormat.MARKDOWN, FileFormat.HTML})
"""The formats that are arranged under headings, with citations."""

READABLE = frozenset({FileFormat.CSV, FileFormat.JSON, FileFormat.JSONLD, FileFormat.QDPX})
"""The formats that are read back in."""


class Shape(StrEnum):
    """What one row of an exported table stands for.

    ``TAG`` gives an annotation as many rows as it has tags, and one with empty tag columns if it has none.
    """

    ANNOTATION = "annotation"
    TAG = "tag"


class Arrangement(StrEnum):
    """What a document is divided by: annotations stand under their article, or under each of their tags."""

    ARTICLE = "article"
    TAG = "tag"


class CsvEncoding(StrEnum):
    """The encodings of CSV. Each holds every character there is; GB18030 is what older Chinese software expects.

    Excel takes a file without a byte order mark for one in the system's own encoding, so ``UTF_8`` is for programs.
    """

    UTF_8_BOM = "utf-8-sig"
    UTF_8 = "utf-8"
    GB18030 = "gb18030"


class CitationStyle(StrEnum):
    """How the source of a quote is given; see ``domain/citation.py``."""

    GB_T_7714 = "gb-t-7714"
    PLAIN = "plain"
    MARKDOWN = "markdown"
    CSL_JSON = "csl-json"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How annotations are written. A format passes over what it does not know: only CSV has an encoding.

    ``once`` leaves out annotations that say again of a copy of an article what another one says of the article: with
    the same words marked, and no tag, note, importance or link that the other has not. All else is exported, also what
    is marked on a copy alone.
    """

    file_format: FileFormat = FileFormat.CSV
    shape: Shape = Shape.ANNOTATION
    encoding: CsvEncoding = CsvEncoding.UTF_8_BOM
    arrangement: Arrangement = Arrangement.ARTICLE
    citation: CitationStyle = CitationStyle.GB_T_7714
    once: bool = False
