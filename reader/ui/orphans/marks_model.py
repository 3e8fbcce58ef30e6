"""The marks to be settled, in two groups: those without a place, and those that were moved."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from reader.domain.model import AnchorState
from reader.services.anchoring import Unsettled
from reader.ui.orphans.words import on_one_line, where_words

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_GROUP = 0
"""The internal id of the rows of groups; marks have one more than the row of their group."""
_STATES = (AnchorState.ORPHAN, AnchorState.MOVED)


class MarksModel(QAbstractItemModel):
    """Two levels: groups that are not empty, and the marks of each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[tuple[AnchorState, list[Unsettled]]] = []

    def replace(self, unsettled: Sequence[Unsettled]) -> None:
        """Show others."""
        self.beginResetModel()
        found = [(state, [one for one in unsettled if one.annotation.state is state]) for state in _STATES]
        self._groups = [(state, marks) for state, marks in found if marks]
        self.endResetModel()

    def mark(self, index: _Index) -> Unsettled | None:
        """The mark of a row, None of a group."""
        if not index.isValid() or index.internalId() == _GROUP:
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def rows(self) -> list[QModelIndex]:
        """The rows of all marks in order."""
        return [
            self.createIndex(row, 0, group + 1)
            for group, (_, marks) in enumerate(self._groups)
            for row in range(len(marks))
        ]

    def index(self, row: int, column: int, parent: _Index = _TOP) -> QModelIndex:
        """A row of a group, or a group."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    def parent(self, index: _Index = _TOP) -> QModelIndex:  # type: ignore[override] # the other one is QObject's
        """The group of a mark."""
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _GROUP)

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many groups there are, or marks in one."""
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()][1]) if parent.internalId() == _GROUP else 0

    def columnCount(self, _parent: _Index = _TOP) -> int:
        """One."""
        return 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Groups cannot be chosen."""
        return super().flags(index) if self.mark(index) else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The quote of a mark and where it was; the name of a group with the number of its marks."""
        found = self.mark(index)
        if found is None:
            return self._group_data(index.row(), role)
        quote = on_one_line(found.annotation.quote)
        if role == Qt.ItemDataRole.DisplayRole:
            return quote
        if role == Qt.ItemDataRole.ToolTipRole:
            return where_words(found)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{quote}, {where_words(found)}"
        return None

    def _group_data(self, row: int, role: int) -> object:
        state, marks = self._groups[row]
        if role == Qt.ItemDataRole.DisplayRole:
            name = self.tr("Without a place") if state is AnchorState.ORPHAN else self.tr("Moved, to be confirmed")
            return f"{name} ({len(marks)})"
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None
