"""The list of cards: one mark is current, and the keys say what to do with it."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QListView, QWidget

from reader.ui.notes.card_delegate import CardDelegate
from reader.ui.notes.card_model import ANNOTATION_ROLE, CardModel
from reader.ui.theme.tokens import LIGHT, Tokens

_Index = QModelIndex | QPersistentModelIndex
_AGES_MS = 30_000
"""How often “4 min ago” is drawn again."""


class CardList(QListView):
    """Shows the cards of a ``CardModel``, each as high as it needs to be.

    Signals:
        moved: the id of the mark that the reader moved to, or None; not after ``set_current_mark``.
        activated_mark: the id of the mark that was double-clicked, or on which Enter was pressed.
        delete_requested: Delete was pressed, and no action of the window took it.
        leave_requested: Esc was pressed.
    """

    moved = Signal(object)
    activated_mark = Signal(object)
    delete_requested = Signal()
    leave_requested = Signal()

    def __init__(self, cards: CardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._tokens = LIGHT
        self._cards = cards
        self._delegate = CardDelegate(self.font(), self)
        self.setModel(cards)
        self.setItemDelegate(self._delegate)
        self.setObjectName("noteCards")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(20)
        # The current card has the focus ring; around the list there is one only while no card is current.
        self.setStyleSheet("CardList, CardList:focus { border: none; }")
        self.doubleClicked.connect(self._on_double_clicked)
        self._ages = QTimer(self)
        self._ages.setInterval(_AGES_MS)
        self._ages.timeout.connect(self.viewport().update)
        self.retranslate()

    def current_mark(self) -> int | None:
        """The id of the current mark, or None."""
        index = self.currentIndex()
        return index.data(ANNOTATION_ROLE).id if index.isValid() else None

    def set_current_mark(self, annotation_id: int | None) -> None:
        """Make a mark current and bring it into view, or none; ``moved`` is not emitted."""
        row = self._cards.row_of(annotation_id)
        self._quiet = True
        if row is None:
            self.clearSelection()
            self.selectionModel().setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)
        else:
            self.setCurrentIndex(self._cards.index(row))
            self.reveal_current()
        self._quiet = False

    def show_cards(self) -> None:
        """Begin at the top: the model holds another article."""
        self._delegate.forget()
        self.scrollToTop()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self._delegate.set_tokens(tokens)
        self.viewport().update()

    def retranslate(self) -> None:
        """Say everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Marks of this article"))
        self._delegate.set_font(self.font())
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell which mark the reader moved to."""
        super().currentChanged(current, previous)
        # While rows go the view chooses another one by itself; that is not the reader's doing.
        if not self._quiet and not self._cards.is_changing:
            self.moved.emit(current.data(ANNOTATION_ROLE).id if current.isValid() else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the focus without making the first mark current, which would scroll the text to it."""
        current = self.current_mark()
        self._quiet = True
        super().focusInEvent(event)
        self._quiet = False
        if current is None:
            self.set_current_mark(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the text, Delete removes, Esc leaves."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        current = self.current_mark()
        if plain and event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self.activated_mark.emit(current)
        elif plain and event.key() == Qt.Key.Key_Delete and current is not None:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; none of them looks for a card that begins with it."""

    def event(self, event: QEvent) -> bool:
        """Set the cards anew in another font."""
        if event.type() == QEvent.Type.FontChange:
            self._delegate.set_font(self.font())
            self.scheduleDelayedItemsLayout()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cards, and the focus ring where no card has it."""
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._tokens.focus), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def reveal_current(self) -> None:
        """Bring the current card into view; of one that is higher than the list, the beginning."""
        index = self.currentIndex()
        if index.isValid():
            higher = self.visualRect(index).height() > self.viewport().height()
            self.scrollTo(index, self.ScrollHint.PositionAtTop if higher else self.ScrollHint.EnsureVisible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards to the width of the list, whether or not its scroll bar shows; a current card stays in view."""
        self._delegate.set_width(self.width())
        shown = self.viewport().rect()
        shown.setHeight(max(event.oldSize().height(), 0))
        current = self.visualRect(self.currentIndex())
        super().resizeEvent(event)
        if event.size().height() < event.oldSize().height() and shown.intersects(current):
            self.reveal_current()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the ages true while they are seen."""
        super().showEvent(event)
        self._ages.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the ages be while nobody sees them."""
        super().hideEvent(event)
        self._ages.stop()

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.activated_mark.emit(index.data(ANNOTATION_ROLE).id)
