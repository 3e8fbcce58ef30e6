"""The menu of how the list looks: its columns, how it is sorted, and what it is grouped by."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from reader.domain.mark_list import MarkColumn, MarkGrouping, MarkOrder
from reader.ui.annotations.table import MarkTable
from reader.ui.annotations.words import column_name, grouping_name

_TREE = "tree"


class ViewMenu(QObject):
    """Chooses columns, order and grouping by keyboard; the header of the table does the first two by mouse.

    Signals:
        grouping_chosen: another ``MarkGrouping`` is wanted.
    """

    grouping_chosen = Signal(object)

    def __init__(self, table: MarkTable, grouping: MarkGrouping) -> None:
        super().__init__(table)
        self._table = table
        self.menu = QMenu(table)
        self._groupings = self._choices(self.menu, {one.value: grouping_name(one) for one in MarkGrouping})
        self._groupings[grouping.value].setChecked(True)
        self.menu.addSeparator()
        sorting = self.menu.addMenu(self.tr("&Sort by"))
        names = {_TREE: self.tr("Place in the tree"), **{one.value: column_name(one) for one in MarkColumn}}
        self._orders = self._choices(sorting, names)
        sorting.addSeparator()
        self._descending = sorting.addAction(self.tr("&Descending"))
        self._descending.setCheckable(True)
        self.columns = self.menu.addMenu(self.tr("&Columns"))
        for column in MarkColumn:
            action = self.columns.addAction(column_name(column))
            action.setCheckable(True)
            action.setData(column.value)
            action.setEnabled(column is not MarkColumn.QUOTE)
        self.menu.triggered.connect(self._on_triggered)
        self.menu.aboutToShow.connect(self._show_state)
        self._show_state()

    def _choices(self, menu: QMenu, names: dict[str, str]) -> dict[str, QAction]:
        group = QActionGroup(menu)
        actions = {}
        for value, name in names.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
            actions[value] = action
        return actions

    @Slot()
    def _show_state(self) -> None:
        order = self._table.order()
        self._orders[order.column.value if order.column else _TREE].setChecked(True)
        self._descending.setChecked(order.descending)
        for action in self.columns.actions():
            action.setChecked(self._table.is_shown(MarkColumn(action.data())))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action in self._groupings.values():
            self.grouping_chosen.emit(MarkGrouping(action.data()))
        elif action in self.columns.actions():
            self._table.show_column(MarkColumn(action.data()), shown=action.isChecked())
        else:
            chosen = next(value for value, one in self._orders.items() if one.isChecked())
            column = None if chosen == _TREE else MarkColumn(chosen)
            self._table.sort_by(MarkOrder(column, self._descending.isChecked()))
