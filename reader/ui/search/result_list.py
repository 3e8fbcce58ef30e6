"""The list of what was found: arrows move, Enter reads, Esc ends the search."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from reader.domain.found import SearchHit
from reader.ui.search.delegate import ResultDelegate
from reader.ui.search.model import HIT_ROLE, SearchModel
from reader.ui.theme.tokens import Tokens

_Index = QModelIndex | QPersistentModelIndex
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ResultList(QListView):
    """Shows a ``SearchModel``.

    Signals:
        chosen: the reader made a row current; not when code did.
        accepted: Enter or a double click on a row.
        cancelled: Esc was pressed.
    """

    chosen = Signal()
    accepted = Signal()
    cancelled = Signal()

    def __init__(self, found: SearchModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = found
        self._quiet = False
        self._delegate = ResultDelegate(self)
        self.setModel(found)
        self.setItemDelegate(self._delegate)
        self.setObjectName("searchResults")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._delegate.set_tokens(tokens)
        self.viewport().update()

    def current_hit(self) -> SearchHit | None:
        """The current article, or None."""
        index = self.currentIndex()
        hit = index.data(HIT_ROLE) if index.isValid() else None
        assert hit is None or isinstance(hit, SearchHit)
        return hit

    def make_current(self, row: int | None) -> None:
        """Make a row current without a word to others, or none."""
        self._quiet = True
        try:
            if row is None:
                self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)
            else:
                self.setCurrentIndex(self._found.index(row))
        finally:
            self._quiet = False

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Say that the reader came to another row."""
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads, Esc ends; letters, digits and signs are left to the window, whose actions they are."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.accepted.emit()
        elif event.text().isprintable() and event.text() and not event.modifiers() & _COMMAND:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: letters are actions."""

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.accepted.emit()
