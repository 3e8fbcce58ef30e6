"""The first rows of an export as a table, and the job that reads them."""

from collections.abc import Generator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView, QWidget

from reader.domain.export import ExportOptions
from reader.domain.mark_filter import MarkFilter
from reader.services.exporting import ExportPreview
from reader.services.library import Library
from reader.workers.jobs import Work

_WIDE = {"quote", "context_before", "context_after", "note", "headline"}
_WIDEST, _WIDEST_TEXT = 120, 240
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Look:
    """What an export would be: its first rows, and how many annotations each choice of extent would give."""

    preview: ExportPreview
    whole: int
    selected: int


def look(wanted: MarkFilter, whole: MarkFilter, selected: MarkFilter, options: ExportOptions) -> Work:
    """A job that returns a ``Look`` at what is wanted."""

    def work(library: Library) -> Generator[None, None, Look]:
        counts = library.exports.count(whole), library.exports.count(selected)
        yield
        return Look(library.exports.preview(wanted, options), *counts)

    return work


class PreviewModel(QAbstractTableModel):
    """Rows of text under the names of their columns; line feeds are shown as spaces, the tool tip has the whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._header: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_preview(self, preview: ExportPreview) -> None:
        """Show other rows, under other columns."""
        if (preview.header, preview.rows) == (self._header, self._rows):
            return
        self.beginResetModel()
        self._header, self._rows = preview.header, preview.rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Rows of the preview."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Columns of the table."""
        return 0 if parent.isValid() else len(self._header)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The text of a cell."""
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text.split("\n"))
        return text if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """The name of a column, the number of a row."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._header[section] if orientation == Qt.Orientation.Horizontal else section + 1


class PreviewTable(QTableView):
    """Shows the preview; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PreviewModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Preview"))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.rows.modelReset.connect(self._fit)

    def _fit(self) -> None:
        """As wide as needed, but for long texts."""
        self.resizeColumnsToContents()
        for column in range(self.rows.columnCount()):
            name = self.rows.headerData(column, Qt.Orientation.Horizontal)
            widest = _WIDEST_TEXT if name in _WIDE else _WIDEST
            self.setColumnWidth(column, min(self.columnWidth(column), widest))
