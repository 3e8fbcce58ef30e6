"""The list of cards: one mark is current, and the keys say what to do with it."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from reader.services.links import LinkEnd
from reader.ui.notes.card_delegate import CardDelegate
from reader.ui.notes.card_layout import Hit, Part
from reader.ui.notes.card_model import ANNOTATION_ROLE, CardModel
from reader.ui.notes.markdown import open_link
from reader.ui.notes.row_view import RowView
from reader.ui.theme.tokens import LIGHT, Tokens

_Index = QModelIndex | QPersistentModelIndex
_FOLDS = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
_AHEAD, _AHEAD_MS = 16, 40
"""Cards below those in sight that are set when scrolling comes to rest, and how long it must have."""
_AGES_MS = 30_000
"""How often “4 min ago” is drawn again."""


class CardList(RowView):
    """Shows the cards of a ``CardModel``, each as high as it needs to be.

    Signals:
        moved: the id of the mark that the reader moved to, or None; not after ``set_current_mark``.
        activated_mark: the id of the mark that was double-clicked, or on which Enter was pressed.
        delete_requested: Delete was pressed, and no action of the window took it.
        leave_requested: Esc was pressed.
        weighed: the id of a mark and the number of the star of it that was clicked, from 1.
        link_followed: the id of the mark that a link which was clicked leads to.
        menu_requested: a global ``QPoint``; the mark under the pointer is current by then.
    """

    moved = Signal(object)
    activated_mark = Signal(object)
    delete_requested = Signal()
    leave_requested = Signal()
    weighed = Signal(object, int)
    link_followed = Signal(object)
    menu_requested = Signal(object)

    def __init__(self, cards: CardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = CardDelegate(cards, self.font(), self)
        self._quiet = False
        self._pressed: Hit | None = None
        self._tokens = LIGHT
        self._cards = cards
        self.setModel(cards)
        self.setItemDelegate(self._delegate)
        self.setObjectName("noteCards")
        self.setEditTriggers(RowView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(20)
        # The current card has the focus ring; around the list there is one only while no card is current.
        self.setStyleSheet("CardList, CardList:focus { border: none; }")
        self.doubleClicked.connect(self._on_double_clicked)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_AHEAD_MS)
        self._ahead.timeout.connect(self._set_ahead)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_scrolled)
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
        self.remeasure_all()
        self.scrollToTop()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self._delegate.set_tokens(tokens)
        self.remeasure_all()

    def retranslate(self) -> None:
        """Say everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Marks of this article"))
        self._delegate.set_font(self.font())
        self.remeasure_all()

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
        """Enter goes to the text, Delete removes, Right and Left unfold and fold the note, Esc leaves."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        current = self.current_mark()
        if plain and event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self.activated_mark.emit(current)
        elif plain and event.key() == Qt.Key.Key_Delete and current is not None:
            self.delete_requested.emit()
        elif plain and event.key() in _FOLDS and current is not None:
            self._fold(self.currentIndex(), folded=_FOLDS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take note of a part that is pressed; it acts when it is let go."""
        self._pressed = self._hit(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Weigh the mark, follow the link or fold the note, where that is what was clicked."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed == self._hit(event.position()):
            self._act(self.indexAt(event.position().toPoint()), pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape.ArrowCursor if self._hit(event.position()) is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click on a part is a click; elsewhere it is a double click on the card."""
        if self._hit(event.position()) is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for the mark under the pointer, or for the current one at its card."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_requested.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
        elif self.indexAt(event.pos()).isValid():
            self.menu_requested.emit(event.globalPos())

    def _hit(self, position: QPointF) -> Hit | None:
        index = self.indexAt(position.toPoint())
        if not index.isValid():
            return None
        return self._delegate.hit(index, position - QPointF(self.visualRect(index).topLeft()))

    def _act(self, index: _Index, hit: Hit) -> None:
        if hit.part is Part.STAR and isinstance(hit.value, int):
            self.weighed.emit(index.data(ANNOTATION_ROLE).id, hit.value)
        elif hit.part is Part.LINK and isinstance(hit.value, LinkEnd):
            self.link_followed.emit(hit.value.other.id)
        elif hit.part is Part.ADDRESS:
            open_link(str(hit.value))
        elif hit.part is Part.FOLD:
            self._fold(index, folded=not self._delegate.is_folded(index))

    def _fold(self, index: _Index, *, folded: bool) -> None:
        if self._delegate.fold(index, folded=folded):
            self.remeasure(index.row())

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here; none of them looks for a card that begins with it."""

    def event(self, event: QEvent) -> bool:
        """Set the cards anew in another font."""
        if event.type() == QEvent.Type.FontChange:
            self._delegate.set_font(self.font())
            self.remeasure_all()
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
        self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards to the width of the list, whether or not its scroll bar shows; a current card stays in view."""
        shown = self.viewport().rect()
        shown.setHeight(max(event.oldSize().height(), 0))
        current = self.visualRect(self.currentIndex())
        if self._delegate.set_width(self.width()):
            self.remeasure_all()
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
        self._ahead.stop()

    @Slot()
    def _on_scrolled(self) -> None:
        if self.isVisible():
            self._ahead.start()

    @Slot()
    def _set_ahead(self) -> None:
        shown = self.rows_in_sight()
        ahead = range(shown.stop, self._cards.rowCount())
        self.measure_ahead(ahead[:_AHEAD])
        for row in ahead[: len(shown)]:
            height = self.visualRect(self._cards.index(row)).height()
            self._delegate.draw_ahead(row, self.viewport(), height)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.activated_mark.emit(index.data(ANNOTATION_ROLE).id)
