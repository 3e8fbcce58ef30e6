"""The table of the annotation list: keys, columns, and which annotations are selected."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from reader.domain.mark_list import MarkColumn, MarkGroup, MarkOrder
from reader.ui.annotations.delegate import MarkDelegate
from reader.ui.annotations.model import COLUMNS, ID_ROLE, MarkTableModel
from reader.ui.theme.tokens import Tokens

_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTHS = {
    MarkColumn.QUOTE: 320,
    MarkColumn.NOTE: 220,
    MarkColumn.TAGS: 150,
    MarkColumn.COLOR: 104,
    MarkColumn.IMPORTANCE: 104,
    MarkColumn.HEADLINE: 220,
    MarkColumn.CREATED: 130,
    MarkColumn.MODIFIED: 130,
}
_WIDTH = 100
_HIDDEN = (MarkColumn.SECTION, MarkColumn.CREATED, MarkColumn.MODIFIED, MarkColumn.STATE, MarkColumn.CODER)
_PAD = 10


class MarkTable(QTableView):
    """Shows a ``MarkTableModel``.

    Signals:
        activated_mark: Enter or a double click on an annotation: its id.
        order_changed: another ``MarkOrder`` is wanted.
        columns_changed: columns were moved, shown, hidden or widened.
    """

    activated_mark = Signal(object)
    order_changed = Signal(object)
    columns_changed = Signal()

    def __init__(self, marks: MarkTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._delegate = MarkDelegate(self, marks)
        self.setModel(marks)
        self.setItemDelegate(self._delegate)
        self.setObjectName("annotationTable")
        self.setAccessibleName(self.tr("Annotations"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # 100,000 rows are not measured
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _PAD)
        self._set_up_header()
        self.doubleClicked.connect(self._on_double_clicked)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        # It would ask of every column whether all of 100,000 rows are selected, to draw it as pressed.
        header.setSelectionModel(QItemSelectionModel(self._marks, header))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for place, column in enumerate(COLUMNS):
            header.resizeSection(place, _WIDTHS.get(column, _WIDTH))
            header.setSectionHidden(place, column in _HIDDEN)
        header.sortIndicatorChanged.connect(self._on_sorted)
        header.sectionMoved.connect(self.columns_changed)
        header.sectionResized.connect(self.columns_changed)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._delegate.set_tokens(tokens)
        self._marks.set_tokens(tokens)

    def order(self) -> MarkOrder:
        """How the header says that rows are sorted."""
        header = self.horizontalHeader()
        section = header.sortIndicatorSection()
        if not 0 <= section < len(COLUMNS):
            return MarkOrder()
        return MarkOrder(COLUMNS[section], header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder)

    def sort_by(self, order: MarkOrder) -> None:
        """Sort, as a click on the header does."""
        way = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(-1 if order.column is None else COLUMNS.index(order.column), way)

    def show_column(self, column: MarkColumn, *, shown: bool) -> None:
        """Show or hide a column; the quote always shows."""
        self.horizontalHeader().setSectionHidden(COLUMNS.index(column), not shown and column is not MarkColumn.QUOTE)
        self.columns_changed.emit()

    def is_shown(self, column: MarkColumn) -> bool:
        """Whether a column is shown."""
        return not self.horizontalHeader().isSectionHidden(COLUMNS.index(column))

    def save_columns(self) -> QByteArray:
        """Which columns are shown, in which order, how wide, and what is sorted by."""
        return self.horizontalHeader().saveState()

    def restore_columns(self, state: QByteArray) -> bool:
        """Take over what ``save_columns`` gave; False where it does not fit."""
        return self.horizontalHeader().restoreState(state)

    def selected_ids(self) -> list[int]:
        """The annotations that are selected; of a group whose name is, all of its annotations. Each once."""
        ids: dict[int, None] = {}
        spans = self.selectionModel().selection()
        for span in (spans.at(place) for place in range(spans.size())):
            ids.update(dict.fromkeys(self._marks.ids_in(span.top(), span.bottom())))
            for group in self._marks.groups_in(span.top(), span.bottom()):
                ids.update(dict.fromkeys(group.ids))
        return list(ids)

    def current_id(self) -> int | None:
        """The annotation that the keyboard is at, or None."""
        index = self.currentIndex()
        found = index.data(ID_ROLE) if index.isValid() else None
        return found if isinstance(found, int) else None

    def go_to(self, annotation_id: int) -> bool:
        """Make an annotation current and show it, without the keyboard going there; False where it is not listed."""
        row = self._marks.row_of(annotation_id)
        if row is None:
            return False
        if self.current_id() != annotation_id:
            column = max(self.currentIndex().column(), 0)
            self.setCurrentIndex(self._marks.index(row, column))
        self.scrollTo(self.currentIndex())
        return True

    def select_ids(self, ids: Iterable[int]) -> None:
        """Select annotations, those that are listed."""
        rows = sorted(row for one in ids if (row := self._marks.row_of(one)) is not None)
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self._marks.index(row, 0), self._marks.index(row, len(COLUMNS) - 1))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads an annotation or folds a group; left and right fold too; letters are no search."""
        index = self.currentIndex()
        group = self._marks.group_above(index.row()) if index.isValid() else None
        if event.key() in _ENTER and index.isValid():
            self._activate(index)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and group is not None:
            self._fold(group, folded=event.key() == Qt.Key.Key_Left)
        elif event.text().isprintable() and event.text() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: letters are actions."""

    def _activate(self, index: _Index) -> None:
        group = self._marks.group_of(index.row())
        if group is not None:
            self._fold(group, folded=not self._marks.is_folded(group))
        elif (annotation_id := index.data(ID_ROLE)) is not None:
            self.activated_mark.emit(annotation_id)

    def _fold(self, group: MarkGroup, *, folded: bool) -> None:
        self._marks.fold(group, folded=folded)
        if folded:
            self.setCurrentIndex(self._marks.index(self._marks.row_of_group(group), 0))

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._activate(index)

    @Slot()
    def _on_sorted(self) -> None:
        self.order_changed.emit(self.order())
        self.columns_changed.emit()
