"""The article tree as a Qt model: filled level by level as it is opened, and changed row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.domain.model import Changes
from reader.domain.scope import Grouping, ItemRow, Level, Node, ReadState, Scope
from reader.services.library import Library
from reader.ui.tree import words
from reader.ui.tree.refresh import Refresh
from reader.ui.tree.rows import Key, Path, RowData, TreeRow, key_of, lies_within, rows_to_remove, runs

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The ``Node`` or ``ItemRow`` of a row."""

_Index = QModelIndex | QPersistentModelIndex
_ROOT = 0
# Qt asks for flags of every row that is open at every layout, and joining them costs more than the rest of the answer.
_GROUP_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_ITEM_FLAGS = _GROUP_FLAGS | Qt.ItemFlag.ItemNeverHasChildren
_NOWHERE = QModelIndex()


class ArticleTreeModel(QAbstractItemModel):
    """Newspaper → date → page → items, or the same below sections or tags; years and months come in above many dates.

    Indexes carry the number of a row and never a pointer, so that one which outlives its row is merely invalid.
    ``data`` reads what was fetched and never the library.

    Signals:
        about_to_refresh: rows are going to change; a view notes what it must keep.
        refreshed: they have changed, row by row or all at once.
    """

    about_to_refresh = Signal()
    refreshed = Signal()

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._grouping = Grouping.NEWSPAPER
        self._scope = Scope()
        self._numbers = count(1)
        self._clear()
        self._root.children = self._made(self._root, self.query(self._root))

    @property
    def grouping(self) -> Grouping:
        """What the tree is grouped by."""
        return self._grouping

    @property
    def scope(self) -> Scope:
        """The filter: which items the tree takes in."""
        return self._scope

    def show(self, grouping: Grouping, scope: Scope) -> None:
        """Group and filter otherwise; a reset, unless nothing is other than before."""
        if (grouping, scope) == (self._grouping, self._scope):
            return
        self.about_to_refresh.emit()
        self.beginResetModel()
        self._grouping, self._scope = grouping, scope
        self._clear()
        self._root.children = self._made(self._root, self.query(self._root))
        self.endResetModel()
        self.refreshed.emit()

    def apply(self, changes: Changes) -> None:
        """Bring the fetched rows up to date with what a write touched."""
        self.about_to_refresh.emit()
        Refresh(self, self._library).apply(changes)
        self.refreshed.emit()

    def reload(self) -> None:
        """Bring all fetched rows up to date, whatever changed."""
        self.about_to_refresh.emit()
        Refresh(self, self._library).everything()
        self.refreshed.emit()

    # What Qt asks.

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        """The index of a fetched row."""
        children = self.row_of(parent).children or ()
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].id)

    def parent(self, index: _Index = _NOWHERE) -> QModelIndex:  # type: ignore[override] # QObject.parent has no argument
        """The index of the row above."""
        above = self.row_of(index).parent
        return QModelIndex() if above is None else self.index_of_row(above)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many rows were fetched below."""
        return 0 if parent.column() > 0 else len(self.row_of(parent).children or ())

    def columnCount(self, _parent: _Index = _NOWHERE) -> int:
        """One."""
        return 1

    def hasChildren(self, parent: _Index = _NOWHERE) -> bool:
        """Whether there are rows below, fetched or not."""
        children = self.row_of(parent).children
        return parent.column() <= 0 and (children is None or bool(children))

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether the rows below were not fetched yet."""
        return self.row_of(parent).children is None

    def fetchMore(self, parent: _Index) -> None:
        """Fetch the rows below."""
        self.fetch(self.row_of(parent))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every row can be selected; articles have nothing below."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _ITEM_FLAGS if isinstance(self.row_of(index).data, ItemRow) else _GROUP_FLAGS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Label, tooltip, words for a screen reader, or the row itself, out of the cache."""
        data = self.row_of(index).data
        if data is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words.label(data)
            case Qt.ItemDataRole.ToolTipRole:
                return words.tooltip(data)
            case Qt.ItemDataRole.AccessibleTextRole:
                return words.spoken(data)
            case _:
                return data if role == ROW_ROLE else None

    # What the view and the refresh ask.

    @property
    def root(self) -> TreeRow:
        """The invisible row above all."""
        return self._root

    def row_of(self, index: _Index) -> TreeRow:
        """The row at an index; the root for an invalid one, and for one that outlived its row."""
        return self._rows.get(index.internalId(), self._root) if index.isValid() else self._root

    def index_of_row(self, row: TreeRow) -> QModelIndex:
        """The index of a row; invalid for the root."""
        return QModelIndex() if row.id == _ROOT else self.createIndex(row.place, 0, row.id)

    def index_of(self, path: Path, *, fetch: bool = False) -> QModelIndex:
        """The index of the row with a path, or an invalid one; ``fetch`` fills the levels on the way."""
        row = self._root
        for key in path:
            found = self._below(row, key, fetch=fetch)
            if found is None:
                return QModelIndex()
            row = found
        return self.index_of_row(row)

    def count_loaded(self) -> int:
        """How many rows were fetched in all."""
        return len(self._rows)

    def loaded(self, level: Level, value: int) -> list[TreeRow]:
        """The fetched rows of a page or an item; below sections or tags there can be several."""
        return self._by_key.get((level, value), [])

    def fetch(self, row: TreeRow) -> None:
        """Fetch the rows below a row, unless they are there."""
        if row.children is not None:
            return
        fresh = self.query(row)
        if fresh:
            self.beginInsertRows(self.index_of_row(row), 0, len(fresh) - 1)
        row.children = self._made(row, fresh)
        if fresh:
            self.endInsertRows()

    def query(self, row: TreeRow) -> Sequence[RowData]:
        """What the library now has below a row."""
        if row.data is None:
            return self._library.tree.roots(self._grouping, self._scope)
        assert isinstance(row.data, Node)
        if row.data.level is Level.PAGE:
            return self._library.tree.items(row.data.scope)
        return self._library.tree.children(row.data)

    def query_keeping(self, row: TreeRow) -> Sequence[ItemRow]:
        """The items of a page with those that are shown, even where their state does not fit the filter any more.

        Otherwise an article would vanish from the list of unread ones the moment it is opened.
        """
        assert isinstance(row.data, Node)
        scope = row.data.scope
        fitting = self._library.tree.items(scope)
        shown = {child.data.id for child in row.children or () if isinstance(child.data, ItemRow)}
        wanted = shown.union(item.id for item in fitting)
        if len(wanted) == len(fitting):
            return fitting
        return [item for item in self._library.tree.items(scope.within(state=ReadState.ALL)) if item.id in wanted]

    def sync(self, row: TreeRow, fresh: Sequence[RowData]) -> None:
        """Make the fetched rows below a row those given: the fewest removals, then insertions, then new contents."""
        assert row.children is not None
        keys = [key_of(data) for data in fresh]
        parent = self.index_of_row(row)
        doomed = rows_to_remove([child.key for child in row.children if child.key], keys)
        for first, last in reversed(runs(doomed)):
            self.beginRemoveRows(parent, first, last)
            self._drop(row, first, last)
            self.endRemoveRows()
        kept = {child.key for child in row.children}
        for first, last in runs([place for place, key in enumerate(keys) if key not in kept]):
            self.beginInsertRows(parent, first, last)
            row.children[first:first] = self._made(row, fresh[first : last + 1])
            _renumber(row.children)
            self.endInsertRows()
        for child, data in zip(row.children, fresh, strict=True):
            self.set_data_of(child, data)

    def set_data_of(self, row: TreeRow, data: RowData) -> None:
        """Let a row show something else of the same key."""
        if row.data == data:
            return
        row.data = data
        index = self.index_of_row(row)
        self.dataChanged.emit(index, index)

    def adjust(self, row: TreeRow, unread: int, doubtful: int) -> None:
        """Add to the counts of a group and of those above it."""
        for group in (row, *row.ancestors()):
            assert isinstance(group.data, Node)
            changed = replace(group.data, unread=group.data.unread + unread, doubtful=group.data.doubtful + doubtful)
            self.set_data_of(group, changed)

    def _below(self, row: TreeRow, key: Key, *, fetch: bool) -> TreeRow | None:
        """The row with a key among those below a row, or below the year and month there that it lies in."""
        if fetch:
            self.fetch(row)
        children = row.children or ()
        found = next((child for child in children if child.key == key), None)
        if found is not None:
            return found
        period = next((child for child in children if child.key and lies_within(key, child.key)), None)
        return None if period is None else self._below(period, key, fetch=fetch)

    def _clear(self) -> None:
        self._root = TreeRow(_ROOT, None, None)
        self._rows: dict[int, TreeRow] = {}
        self._by_key: dict[Key, list[TreeRow]] = {}

    def _made(self, parent: TreeRow, fresh: Sequence[RowData]) -> list[TreeRow]:
        made = [TreeRow(next(self._numbers), data, parent) for data in fresh]
        for row in made:
            self._rows[row.id] = row
            if row.key and row.key[0] in (Level.PAGE, Level.ITEM):
                self._by_key.setdefault(row.key, []).append(row)
        _renumber(made)
        return made

    def _drop(self, parent: TreeRow, first: int, last: int) -> None:
        assert parent.children is not None
        for row in _all_below(parent.children[first : last + 1]):
            del self._rows[row.id]
            if row.key in self._by_key:
                self._by_key[row.key].remove(row)
                if not self._by_key[row.key]:
                    del self._by_key[row.key]
        del parent.children[first : last + 1]
        _renumber(parent.children)


def _all_below(rows: Sequence[TreeRow]) -> Iterator[TreeRow]:
    for row in rows:
        yield from row.loaded()


def _renumber(rows: Sequence[TreeRow]) -> None:
    for place, row in enumerate(rows):
        row.place = place
