"""A table of text under the names of its columns."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

_ROOT = QModelIndex()


class TextTableModel(QAbstractTableModel):
    """Rows of text, each on one line: line feeds are shown as spaces, and the tool tip has the text as it is."""

    def __init__(self, header: Sequence[str] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._header = tuple(header)
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, rows: Sequence[tuple[str, ...]], header: Sequence[str] | None = None) -> None:
        """Show other rows, under other columns if they are named; nothing happens where they are the same."""
        shown = tuple(self._header if header is None else header), tuple(rows)
        if shown != (self._header, self._rows):
            self.beginResetModel()
            self._header, self._rows = shown
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """The rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """The columns."""
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
