"""A list of rows of different heights that measures only those that come into sight."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Slot,
)
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHoverEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from reader.ui.notes.row_heights import RowHeights

_Index = QModelIndex | QPersistentModelIndex
_Cursor = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class RowView(QListView):
    """Shows a list model of one column, a row of which can be selected at a time.

    ``QListView`` asks every row for its size whenever one comes. This one keeps heights by row, takes those of rows
    that were never in sight for the mean of the others, and holds what the reader looks at in its place when what is
    above turns out higher or lower. It is a ``QListView`` for style sheets and screen readers alone: of its layout
    nothing is used, so that what would ask it is overridden here and goes past it to ``QAbstractItemView``. The height
    of a row is that of its delegate's size hint, kept until the row changes or ``remeasure`` is called.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights = RowHeights()
        self._is_stale = False
        self._is_placing = False
        # The first row in sight, and where it begins in the viewport: by it the place of all is kept.
        self._anchor = QPersistentModelIndex()
        self._anchor_top = 0
        self._hovered = QPersistentModelIndex()
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show the rows of a model; it is set once."""
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._on_removed)
            model.rowsMoved.connect(self.remeasure_all)

    def remeasure(self, row: int) -> None:
        """A row is of another height now."""
        self._heights.put(row, None)
        self._let_lie()

    @Slot()
    def remeasure_all(self) -> None:
        """All rows are of other heights now."""
        self._heights.reset(len(self._heights))
        self._let_lie()

    def measure_ahead(self, rows: range) -> None:
        """Measure rows that will be seen soon; what is in sight stays in its place."""
        if self._measure_some(rows):
            self._lay_out()

    def rows_in_sight(self) -> range:
        """The rows of which anything can be seen."""
        self._settle()
        return self._rows_between(self.verticalOffset(), self.verticalOffset() + self.viewport().height())

    # Where rows are

    def visualRect(self, index: _Index) -> QRect:
        """Where a row stands in the viewport."""
        self._settle()
        row = index.row()
        if not index.isValid() or row >= len(self._heights):
            return QRect()
        top = self._heights.top(row) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._heights.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        self._settle()
        row = self._heights.at(point.y() + self.verticalOffset())
        if row is None or not 0 <= point.x() < self.viewport().width():
            return QModelIndex()
        return self.model().index(row, 0)

    def scrollTo(self, index: _Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Bring a row into sight; of one that is higher than the viewport, the beginning."""
        self._settle()
        row, room = index.row(), self.viewport().height()
        if not 0 <= row < len(self._heights):
            return
        self._measure_some(range(row, row + 1))
        height = self._heights.height(row)
        lowest = max(room - height, 0)
        if hint is _Hint.EnsureVisible:
            top = min(max(self._heights.top(row) - self.verticalOffset(), 0), lowest)
        elif hint is _Hint.PositionAtCenter:
            top = (room - height) // 2
        else:
            top = lowest if hint is _Hint.PositionAtBottom else 0
        self._place(row, top)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """The part of the viewport that selected rows take."""
        shown = self.viewport().rect()
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index) & shown
        return region

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the row at the upper left corner of a rectangle of the viewport."""
        index = self.indexAt(rect.topLeft())
        self.selectionModel().select(QItemSelection(index, index) if index.isValid() else QItemSelection(), command)

    def moveCursor(self, action: _Cursor, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that a key leads to from the current one."""
        self._settle()
        last = len(self._heights) - 1
        if last < 0:
            return QModelIndex()
        row = max(self.currentIndex().row(), 0)
        if self.currentIndex().isValid():
            row = self._moved(row, action, last)
        return self.model().index(min(max(row, 0), last), 0)

    def _moved(self, row: int, action: _Cursor, last: int) -> int:
        if action in (_Cursor.MoveHome, _Cursor.MoveEnd):
            return 0 if action is _Cursor.MoveHome else last
        if action in (_Cursor.MovePageUp, _Cursor.MovePageDown):
            direction = -1 if action is _Cursor.MovePageUp else 1
            step = self.viewport().height() - self._heights.height(row)
            at = min(max(self._heights.top(row) + direction * step, 0), self._heights.total - 1)
            to = self._heights.at(at)
            return row + direction if to in (None, row) else to
        steps = {_Cursor.MoveUp: -1, _Cursor.MovePrevious: -1, _Cursor.MoveDown: 1, _Cursor.MoveNext: 1}
        return row + steps.get(action, 0)

    # What changes

    def reset(self) -> None:
        """Show other rows."""
        self._heights.reset(self.model().rowCount())
        self._anchor = QPersistentModelIndex()
        super().reset()
        self._let_lie()

    def rowsInserted(self, parent: _Index, start: int, end: int) -> None:
        """Take rows in."""
        self._heights.insert(start, end + 1 - start)
        self._let_lie()
        QAbstractItemView.rowsInserted(self, parent, start, end)

    def rowsAboutToBeRemoved(self, parent: _Index, start: int, end: int) -> None:
        """Hold the place by another row where the one that holds it goes."""
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, start, end)
        if self._anchor.isValid() and start <= self._anchor.row() <= end:
            self._anchor = QPersistentModelIndex(self.model().index(end + 1, 0))

    @Slot(QModelIndex, int, int)
    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._heights.remove(first, last)
        self._let_lie()

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        """Measure rows anew."""
        for row in range(first.row(), last.row() + 1):
            self._heights.put(row, None)
        self._let_lie()
        QAbstractItemView.dataChanged(self, first, last, roles)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell a screen reader which row the focus is on."""
        QAbstractItemView.currentChanged(self, current, previous)
        if self.hasFocus():
            self._tell(QAccessible.Event.Focus, current)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell a screen reader which row is selected, and which is no longer."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
        for event, selection in (
            (QAccessible.Event.SelectionAdd, selected),
            (QAccessible.Event.SelectionRemove, deselected),
        ):
            for index in selection.indexes()[:1]:
                self._tell(event, index)

    def _tell(self, event: QAccessible.Event, index: _Index) -> None:
        if QAccessible.isActive() and index.isValid():
            told = QAccessibleEvent(self, event)
            told.setChild(index.row())
            QAccessible.updateAccessibility(told)

    # Laying out

    def doItemsLayout(self) -> None:
        """Measure what is in sight, and say how far there is to scroll."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Keep what is in sight in its place when rows, or the viewport, have another size."""
        if not self._is_placing:
            self._lay_out()
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure what comes into sight."""
        QAbstractItemView.resizeEvent(self, event)

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """Measure what comes into sight; what was in sight before moves by what was scrolled and no more."""
        if self._is_placing:
            return
        if self._is_stale:
            self._anchor_top += dy
            self._lay_out()
            return
        offset, room = self.verticalOffset(), self.viewport().height()
        in_sight = self._rows_between(offset, offset + room)
        row = max(self._anchor.row(), in_sight.start)
        top = self._heights.top(row) - offset
        if row not in in_sight or top - dy >= room:
            self._place(in_sight.start, self._heights.top(in_sight.start) - offset)
            return
        if self._measure_some(in_sight):
            self._scroll(row, top)
        moved = self._heights.top(row) - self.verticalOffset() - (top - dy)
        self.scrollDirtyRegion(0, moved)
        self.viewport().scroll(0, moved)
        self._keep_place()

    def _let_lie(self) -> None:
        """Lay rows out before the next of them is asked for, or painted."""
        self._is_stale = True
        self.scheduleDelayedItemsLayout()

    def _settle(self) -> None:
        # While the model is about to change it has rows of which nothing is known here.
        if self._is_stale and not self._is_placing and len(self._heights) == self.model().rowCount():
            self.executeDelayedItemsLayout()

    def _lay_out(self) -> None:
        if self._anchor.isValid() and self.verticalOffset():
            self._place(self._anchor.row(), self._anchor_top)
        else:
            self._place(0, -self.verticalOffset())

    def _place(self, row: int, top: int) -> None:
        """Show a row at a height of the viewport, as far as can be, and measure what is in sight."""
        self._scroll(row, top)
        self._is_stale = False
        self._keep_place()
        self.viewport().update()

    def _scroll(self, row: int, top: int) -> None:
        heights, room = self._heights, self.viewport().height()
        while True:
            furthest = max(heights.total - room, 0)
            offset = min(max(heights.top(row) - top, 0), furthest)
            if not self._measure_some(self._rows_between(offset, offset + room)):
                break
        bar = self.verticalScrollBar()
        self._is_placing = True
        bar.setPageStep(room)
        bar.setRange(0, furthest)
        bar.setValue(offset)
        self._is_placing = False

    def _keep_place(self) -> None:
        offset = self.verticalOffset()
        row = self._heights.at(offset)
        self._anchor = QPersistentModelIndex(QModelIndex() if row is None else self.model().index(row, 0))
        self._anchor_top = 0 if row is None else self._heights.top(row) - offset

    def _rows_between(self, top: int, bottom: int) -> range:
        first, last = self._heights.at(max(top, 0)), self._heights.at(bottom - 1)
        return range(0) if first is None else range(first, len(self._heights) if last is None else last + 1)

    def _measure_some(self, rows: range) -> bool:
        """Measure those of some rows that were not; returns whether there were any."""
        unknown = [row for row in rows if not self._heights.is_measured(row)]
        if unknown:
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            for row in unknown:
                hint = self.itemDelegate().sizeHint(option, self.model().index(row, 0))
                self._heights.put(row, hint.height())
        return bool(unknown)

    # Painting

    def viewportEvent(self, event: QEvent) -> bool:
        """Take note of the row that is pointed at."""
        if isinstance(event, QHoverEvent):
            left = event.type() == QEvent.Type.HoverLeave
            self._hovered = QPersistentModelIndex(QModelIndex() if left else self.indexAt(event.position().toPoint()))
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that are in sight."""
        self._settle()
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state & ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver)
        current = self.currentIndex().row() if self.hasFocus() else -1
        for row in self._rows_between(
            event.rect().top() + self.verticalOffset(), event.rect().bottom() + 1 + self.verticalOffset()
        ):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            option.state = plain
            if row == current:
                option.state |= QStyle.StateFlag.State_HasFocus
            if row == self._hovered.row():
                option.state |= QStyle.StateFlag.State_MouseOver
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            self.itemDelegate().paint(painter, option, index)
        painter.end()
