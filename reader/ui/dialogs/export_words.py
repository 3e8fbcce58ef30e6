"""The words of the export dialog that more than one of its parts says, and its headings."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from reader.domain.export import Arrangement, CitationStyle, CsvEncoding, FileFormat, Shape
from reader.ui.words import tr

translate = QCoreApplication.translate


def annotations(count: int) -> str:
    """A number of annotations."""
    return tr("%Ln annotation(s)", "", count)


def shape_name(shape: Shape) -> str:
    """What a row of the table stands for, with its mnemonic."""
    return {
        Shape.ANNOTATION: translate("export", "One row for each &annotation"),
        Shape.TAG: translate("export", "One row for each annotation and ta&g"),
    }[shape]


def format_name(file_format: FileFormat) -> str:
    """A format by what people call it."""
    return {
        FileFormat.CSV: translate("export", "CSV table"),
        FileFormat.XLSX: translate("export", "Excel workbook"),
        FileFormat.DOCX: translate("export", "Word document"),
        FileFormat.MARKDOWN: translate("export", "Markdown"),
        FileFormat.HTML: translate("export", "Web page (HTML)"),
        FileFormat.JSON: translate("export", "Jianbao JSON"),
        FileFormat.JSONLD: translate("export", "Web Annotations (JSON-LD)"),
        FileFormat.QDPX: translate("export", "REFI-QDA project"),
    }[file_format]


def format_help(file_format: FileFormat) -> str:
    """What a format holds, and whether it is read back in, in a sentence."""
    return {
        FileFormat.CSV: translate(
            "export",
            "Every annotation with all of its details, for spreadsheets and statistics. Can be read back in.",
        ),
        FileFormat.XLSX: translate(
            "export", "Annotations, codebook and articles on three sheets, with filters. For reading and sorting."
        ),
        FileFormat.DOCX: translate("export", "Quotes, notes and tags under headings, with citations. For writing on."),
        FileFormat.MARKDOWN: translate(
            "export", "Quotes, notes and tags under headings, with citations. For notes and plain text."
        ),
        FileFormat.HTML: translate("export", "Quotes, notes and tags under headings, with citations. For printing."),
        FileFormat.JSON: translate(
            "export", "Everything: annotations, codebook, memos and links. Can be read into another library."
        ),
        FileFormat.JSONLD: translate(
            "export", "Annotations and links in the W3C standard, for other annotation tools. Can be read back in."
        ),
        FileFormat.QDPX: translate(
            "export",
            "Pages, codes, codings, notes and links for MAXQDA, NVivo, ATLAS.ti and others, without colours."
            " Can be read back in.",
        ),
    }[file_format]


def arrangement_name(arrangement: Arrangement) -> str:
    """What a document is divided by, with its mnemonic."""
    return {
        Arrangement.ARTICLE: translate("export", "By a&rticle, in the order of the tree"),
        Arrangement.TAG: translate("export", "&By tag, in the order of the codebook"),
    }[arrangement]


def citation_name(style: CitationStyle) -> str:
    """A style of citations by what it looks like."""
    return {
        CitationStyle.GB_T_7714: translate("export", "GB/T 7714, as in a list of references"),
        CitationStyle.PLAIN: translate("export", "Plain: 《报名》日期第N版《标题》"),
        CitationStyle.MARKDOWN: translate("export", "Markdown quote"),
        CitationStyle.CSL_JSON: translate("export", "CSL-JSON, for reference managers"),
    }[style]


def encoding_name(encoding: CsvEncoding) -> str:
    """Who an encoding is for."""
    return {
        CsvEncoding.UTF_8_BOM: translate("export", "UTF-8, for Excel, WPS and LibreOffice"),
        CsvEncoding.UTF_8: translate("export", "UTF-8 without byte order mark, for programs"),
        CsvEncoding.GB18030: translate("export", "GB18030, for older Chinese software"),
    }[encoding]


def left_out(count: int) -> str:
    """How many repeats on copies an export leaves out, behind how many annotations it has; nothing where it is none."""
    return translate("export", "; ") + tr("%Ln repeat(s) on copies left out", "", count) if count else ""


def heading(text: str, parent: QWidget) -> QLabel:
    """The name of a part of the dialog."""
    label = QLabel(text, parent)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
