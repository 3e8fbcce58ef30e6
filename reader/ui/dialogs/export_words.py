"""The words of the export dialog that more than one of its parts says, and its headings."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from reader.domain.export import CsvEncoding, Shape
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


def encoding_name(encoding: CsvEncoding) -> str:
    """Who an encoding is for."""
    return {
        CsvEncoding.UTF_8_BOM: translate("export", "UTF-8, for Excel, WPS and LibreOffice"),
        CsvEncoding.UTF_8: translate("export", "UTF-8 without byte order mark, for programs"),
        CsvEncoding.GB18030: translate("export", "GB18030, for older Chinese software"),
    }[encoding]


def heading(text: str, parent: QWidget) -> QLabel:
    """The name of a part of the dialog."""
    label = QLabel(text, parent)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
