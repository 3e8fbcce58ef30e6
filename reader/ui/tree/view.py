"""The tree widget: keys, and keeping selection, expansion and scroll position while rows come and go."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QCursor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from reader.domain.scope import ItemRow
from reader.ui.theme.colour import mix
from reader.ui.theme.palette import tokens_of_palette
from reader.ui.theme.tokens import Tokens
from reader.ui.tree import icons
from reader.ui.tree.delegate import INDENT, RowDelegate
from reader.ui.tree.expansion import Expansion
from reader.ui.tree.model import ROW_ROLE, ArticleTreeModel
from reader.ui.tree.rows import Path, TreeRow
from reader.ui.tree.steady import keep, restore

_IDLE_SHARE = 0.12  # of ink in paper, as the style sheet has it for other lists
_HOVER_SHARE = 0.05
_Index = QModelIndex | QPersistentModelIndex
_Select = QItemSelectionModel.SelectionFlag


class ArticleTreeView(QTreeView):
    """Shows an ``ArticleTreeModel``. What is expanded and selected is kept by path, across resets too.

    Attributes:
        expansion: which groups are open.

    Signals:
        item_chosen: the id of the item that the user made current by key or mouse; not what code selects.
        item_activated: the id of the item on which the user pressed Enter or double-clicked.
    """

    item_chosen = Signal(object)
    item_activated = Signal(object)

    def __init__(self, model: ArticleTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._tokens = tokens_of_palette(self.palette())
        self._delegate = RowDelegate(self._tokens)
        self._by_code = 0
        self._look()
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.expansion = Expansion(self, model)
        self._kept = keep(self, model)
        model.about_to_refresh.connect(self._on_about_to_refresh)
        model.refreshed.connect(self._on_refreshed)

    def _look(self) -> None:
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFrameShape(QTreeView.Shape.NoFrame)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self._delegate.set_tokens(tokens)
        self.viewport().update()

    # What is selected

    def current_item(self) -> int | None:
        """The id of the current row, if it is an item."""
        data = self.currentIndex().data(ROW_ROLE)
        return data.id if isinstance(data, ItemRow) else None

    def selected_rows(self) -> list[TreeRow]:
        """The selected rows in the order of the tree."""
        return sorted(map(self._model.row_of, self.selectionModel().selectedIndexes()), key=_order)

    def show_path(self, path: Path) -> bool:
        """Open the tree down to a row and make it the current and only selected one. False where it is gone."""
        index = self.expansion.open_to(path)
        if index.isValid():
            self._choose(index)
            self.scrollTo(index)
        return index.isValid()

    def select_paths(self, selected: Sequence[Path], current: Path) -> None:
        """Select rows, as far as they are fetched, and make one current, without a word to others."""
        with self._quietly():
            self.selectionModel().clearSelection()
            for index in map(self._model.index_of, selected):
                if index.isValid():
                    self.selectionModel().select(index, _Select.Select | _Select.Rows)
            self.selectionModel().setCurrentIndex(self._model.index_of(current), _Select.NoUpdate)

    def collapse_below(self, index: QModelIndex) -> None:
        """Close a row and everything below it and make it current; from an item, its page."""
        row = self._model.row_of(index)
        if isinstance(row.data, ItemRow) and row.parent is not None:
            row = row.parent
        if row.data is not None:
            self._choose(self._model.index_of_row(row))
        self.expansion.close_below(row)

    def _choose(self, index: QModelIndex) -> None:
        with self._quietly():
            self.selectionModel().setCurrentIndex(index, _Select.ClearAndSelect | _Select.Rows)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """What becomes current meanwhile was not chosen by the user."""
        self._by_code += 1
        try:
            yield
        finally:
            self._by_code -= 1

    @Slot()
    def _on_about_to_refresh(self) -> None:
        self._by_code += 1
        self._kept = keep(self, self._model)

    @Slot()
    def _on_refreshed(self) -> None:
        try:
            restore(self, self._model, self._kept, self.expansion.restore)
        finally:
            self._by_code -= 1

    # Keys and mouse

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Say which item the user came to."""
        super().currentChanged(current, previous)
        data = current.data(ROW_ROLE)
        if not self._by_code and isinstance(data, ItemRow):
            self.item_chosen.emit(data.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters, digits and signs are left to the window, whose single-key actions they are."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self._activate(self.currentIndex())
        elif event.text().isprintable() and event.text() and not event.modifiers() & _COMMAND:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: headlines are filtered in the field above, and letters are actions."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an item; a group opens and closes as usual."""
        index = self.indexAt(event.position().toPoint())
        if isinstance(index.data(ROW_ROLE), ItemRow) and event.button() == Qt.MouseButton.LeftButton:
            self._activate(index)
        else:
            super().mouseDoubleClickEvent(event)

    def _activate(self, index: QModelIndex) -> None:
        data = index.data(ROW_ROLE)
        if isinstance(data, ItemRow):
            self.item_activated.emit(data.id)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    # Painting

    def _paint_ground(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        if self.selectionModel().isSelected(index):
            painter.fillRect(rect, QColor(self._tokens.selected if self.hasFocus() else self._tinted(_IDLE_SHARE)))
        elif self.viewport().underMouse() and rect.contains(self.viewport().mapFromGlobal(QCursor.pos())):
            painter.fillRect(rect, QColor(self._tinted(_HOVER_SHARE)))

    def _tinted(self, share: float) -> str:
        return mix(self._tokens.paper, self._tokens.ink, share)

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """The ground of the whole row, then an arrow head before groups; the delegate paints the rest on it.

        It is done here because the style paints a ground of its own before, which differs along a row.
        """
        self._paint_ground(painter, QRect(0, rect.top(), self.viewport().width(), rect.height()), index)
        if not self._model.hasChildren(index):
            return
        box = QRect(rect.right() - INDENT + 1, rect.top(), INDENT, rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.draw_chevron(painter, box.toRectF(), QColor(self._tokens.quiet), is_open=self.isExpanded(index))
        painter.restore()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def _order(row: TreeRow) -> list[int]:
    return [*reversed([above.place for above in (row, *row.ancestors())])]
