"""The table of what of some files does not fit: in which file, where, what it says, and why."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from reader.domain.parcel import MergeReport
from reader.errors import UserError
from reader.file_words import code_problem_text, unfit_text
from reader.messages import printable
from reader.ui.dialogs.text_table import TextTableModel

Line = tuple[str, str, str, str]
_FILE = 0
_SEVERAL = 2


def lines_of(reports: Mapping[Path, MergeReport | UserError]) -> list[Line]:
    """All that does not fit, in the user's words."""
    translate = QCoreApplication.translate
    found: list[Line] = []
    for path, report in reports.items():
        if isinstance(report, UserError):
            continue
        name = printable(path.name)
        found += [(name, each.where, each.what, unfit_text(each, translate)) for each in report.unfit]
        found += [(name, "", each.name, code_problem_text(each, translate)) for each in report.problems]
    return found


class UnfitTable(QTableView):
    """Shows the lines; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = self.tr("File"), self.tr("Place"), self.tr("Text"), self.tr("Reason")
        self.lines = TextTableModel(names, self)
        self.setModel(self.lines)
        self.setAccessibleName(self.tr("What does not fit, and why"))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines, with most of the room for text and reason."""
        self.lines.show_rows(lines)
        self.setColumnHidden(_FILE, len({line[_FILE] for line in lines}) < _SEVERAL)
        width = self.fontMetrics().horizontalAdvance("0")
        for column, characters in enumerate((14, 16, 26)):
            self.setColumnWidth(column, characters * width)
