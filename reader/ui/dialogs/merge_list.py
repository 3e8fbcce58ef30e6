"""The table of what of some files does not fit: in which file, where, what it says, and why."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from reader.domain.parcel import MergeReport
from reader.errors import UserError
from reader.file_words import code_problem_text, unfit_text
from reader.messages import printable

Line = tuple[str, str, str, str]
_ROOT = QModelIndex()
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


class UnfitModel(QAbstractTableModel):
    """Lines under the names of their columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._header = (self.tr("File"), self.tr("Place"), self.tr("Text"), self.tr("Reason"))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """File, place, text, reason."""
        return 0 if parent.isValid() else len(self._header)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text of a cell; the tool tip has all of it."""
        text = self._lines[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text.split())
        return text if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """The name of a column, the number of a row."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._header[section] if orientation == Qt.Orientation.Horizontal else section + 1


class UnfitTable(QTableView):
    """Shows the lines; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = UnfitModel(self)
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
        self.lines.show_lines(lines)
        self.setColumnHidden(_FILE, len({line[_FILE] for line in lines}) < _SEVERAL)
        width = self.fontMetrics().horizontalAdvance("0")
        for column, characters in enumerate((14, 16, 26)):
            self.setColumnWidth(column, characters * width)
