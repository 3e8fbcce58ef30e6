"""Which groups of the tree are open: what the user opened is remembered by path, and opened again when it returns."""

from collections import deque
from collections.abc import Iterable
from math import inf
from time import monotonic

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QTreeView

from reader.domain.scope import PERIODS, ItemRow, Level
from reader.ui.tree.model import ArticleTreeModel
from reader.ui.tree.rows import Path, TreeRow, lies_within

MOST_OPENED = 2000
"""Rows beyond which opening everything stops, so that it stays a matter of a blink in any library."""


_BREATH_S = 0.008
"""How long groups are opened before the window has its turn."""
_DEPTHS = {level: depth for depth, level in enumerate(Level)}


class Expansion(QObject):
    """Opens and closes the groups of one view. A group with a single group in it opens that one too.

    Signals:
        opened: ``open_gradually`` has opened all that it was to open.
    """

    opened = Signal()

    def __init__(self, view: QTreeView, model: ArticleTreeModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._paths: set[Path] = set()
        self._records = True
        self._new: list[TreeRow] = []
        self._is_all_new = True
        self._waiting: deque[TreeRow] = deque()
        self._enough = 0
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._open_some)
        model.rowsInserted.connect(self._on_inserted)
        model.modelReset.connect(self._on_reset)
        view.expanded.connect(self._on_expanded)
        view.collapsed.connect(self._on_collapsed)

    def paths(self) -> list[Path]:
        """What the user has open, upper rows first."""
        return sorted(self._paths, key=lambda path: (len(path), _DEPTHS[path[-1][0]]))

    def replace(self, paths: Iterable[Path]) -> None:
        """Have other rows open; those that are not there are remembered for when they come."""
        self._view.collapseAll()  # says of each row that it was closed, which is not to be remembered
        self._paths = set(paths)
        self._is_all_new = True
        self.restore()

    def restore(self) -> None:
        """Open again what is remembered, among the rows that came since the last time."""
        new, self._new = self._new, []
        is_all_new, self._is_all_new = self._is_all_new, False
        if not self._records:
            return
        if is_all_new:
            for path in self.paths():
                self._open(self._model.index_of(path))
        for row in new:
            index = self._model.index_of_row(row)
            if self._model.row_of(index) is row and self._was_open(row):  # it may be gone again, with its page
                self._open(index)

    def record(self, *, on: bool) -> None:
        """Whether what opens and closes is remembered: not while a filter opens what it finds."""
        self._records = on

    def open_first(self) -> None:
        """Open the first group of each level, so that articles are to be seen."""
        row = self._model.root
        while row.children and not isinstance(row.children[0].data, ItemRow):
            row = row.children[0]
            self._open(self._model.index_of_row(row))

    def open_to(self, path: Path) -> QModelIndex:
        """Open everything above a row and return its index, an invalid one where it is gone."""
        index = self._model.index_of(path, fetch=True)
        if index.isValid():
            for above in reversed([*self._model.row_of(index).ancestors()]):
                self._open(self._model.index_of_row(above))
        return index

    def open_below(self, index: QModelIndex, limit: int = MOST_OPENED) -> None:
        """Open a row and all below it (all, if it is invalid), level by level, until ``limit`` more rows came."""
        self._begin_opening(self._model.row_of(index), limit)
        self._open_waiting(inf)

    def open_gradually(self, limit: int) -> None:
        """Open all as ``open_below``, but let the window breathe between groups: what each holds has to be counted."""
        self._begin_opening(self._model.root, limit)
        self._open_some()

    def _begin_opening(self, row: TreeRow, limit: int) -> None:
        self._next.stop()
        self._enough = self._model.count_loaded() + limit
        self._waiting = deque([row])

    @Slot()
    def _open_some(self) -> None:
        self._open_waiting(monotonic() + _BREATH_S)
        if self._waiting:
            self._next.start()
        else:
            self.opened.emit()

    def _open_waiting(self, until: float) -> None:
        """Open what waits, level by level, until a moment of the monotonic clock or until enough rows came."""
        self._view.setUpdatesEnabled(False)
        try:
            while self._waiting and monotonic() < until:
                row = self._waiting.popleft()
                index = self._model.index_of_row(row)
                if self._model.row_of(index) is not row:
                    continue  # gone since
                self._model.fetch(row)
                self._open(index)
                self._waiting.extend(child for child in row.children or () if not isinstance(child.data, ItemRow))
                if self._model.count_loaded() >= self._enough:
                    self._waiting.clear()
        finally:
            self._view.setUpdatesEnabled(True)

    def close_below(self, row: TreeRow) -> None:
        """Close everything below a row, and the row."""
        for below in reversed([*row.loaded()]):
            self._view.collapse(self._model.index_of_row(below))

    def _was_open(self, row: TreeRow) -> bool:
        """Whether a row that came was open before, or is a year or month that came in above what was."""
        path = row.path()
        return path in self._paths or (
            path[-1][0] in PERIODS
            and any(other[:-1] == path[:-1] and lies_within(other[-1], path[-1]) for other in self._paths if other)
        )

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and not self._view.isExpanded(index):
            self._model.fetchMore(index)
            self._view.expand(index)

    @Slot(QModelIndex)
    def _on_expanded(self, index: QModelIndex) -> None:
        row = self._model.row_of(index)
        children = row.children or []
        if self._records:
            self._paths.add(row.path())
            for child in children:
                if child.path() in self._paths:
                    self._open(self._model.index_of_row(child))
        if len(children) == 1 and children[0].key and children[0].key[0] is not Level.ITEM:
            self._open(self._model.index_of_row(children[0]))

    @Slot(QModelIndex, int, int)
    def _on_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        self._new += (self._model.row_of(parent).children or [])[first : last + 1]

    @Slot()
    def _on_reset(self) -> None:
        self._next.stop()
        self._waiting.clear()
        self._new.clear()
        self._is_all_new = True

    @Slot(QModelIndex)
    def _on_collapsed(self, index: QModelIndex) -> None:
        if self._records:
            self._paths.discard(self._model.row_of(index).path())
