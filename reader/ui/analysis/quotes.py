"""The quotes behind a cell: arrows move, Enter reads one where it stands."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from reader.domain.analysis import Quote
from reader.ui.analysis.quote_delegate import QuoteDelegate
from reader.ui.analysis.words import place_words
from reader.ui.theme.tokens import Tokens

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
QUOTE_ROLE = Qt.ItemDataRole.UserRole


class QuoteModel(QAbstractListModel):
    """Quotes in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._quotes: list[Quote] = []

    def show_quotes(self, quotes: list[Quote]) -> None:
        """Show others."""
        self.beginResetModel()
        self._quotes = quotes
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._quotes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A quote, and what a screen reader says of it."""
        quote = self._quotes[index.row()]
        if role == QUOTE_ROLE:
            return quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{quote.quote}, {place_words(quote)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return quote.note or None
        return quote.quote if role == Qt.ItemDataRole.DisplayRole else None


class QuoteList(QListView):
    """Shows quotes.

    Signals:
        accepted: the ``Quote`` that is to be read where it stands.
    """

    accepted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quotes = QuoteModel(self)
        self._delegate = QuoteDelegate(self)
        self.setModel(self.quotes)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Quotes"))
        self.activated.connect(self._on_activated)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._delegate.set_tokens(tokens)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads, whatever the desktop takes for activation."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.accepted.emit(index.data(QUOTE_ROLE))
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.accepted.emit(index.data(QUOTE_ROLE))
