"""What stands in the place of the tree during a search: how many were found, their order, and the list."""

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from reader.domain.found import Order, SearchHit
from reader.domain.scope import Scope
from reader.ui.copies_button import CopiesButton
from reader.ui.empty_state import EmptyState
from reader.ui.search.beside import BesideRow
from reader.ui.search.model import SearchModel
from reader.ui.search.narrowing import Narrowing
from reader.ui.search.result_list import ResultList
from reader.ui.theme.tokens import Tokens


class SearchResults(QWidget):
    """The results of one search at a time.

    Signals:
        order_changed: another order was chosen, or that copies are shown once or all.
        pinyin_wanted: what was asked for is to be searched by pinyin too, since nothing was found.

    Attributes:
        model, list: what was found, and the widget that shows it.
        message: what stands there while nothing was found.
        beside: which other libraries are searched.
        narrowing: what they are narrowed to.
        once: the button by which the first of copies stands for all.
    """

    order_changed = Signal()
    pinyin_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SearchModel(self)
        self.list = ResultList(self.model, self)
        self.message = EmptyState(self)
        self._count = QLabel(self)
        self._count.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.beside = BesideRow(self)
        self.narrowing = Narrowing(self)
        self._by_pinyin = QAction(self)
        self._by_pinyin.triggered.connect(self.pinyin_wanted)
        self._order = QComboBox(self)
        self.once = CopiesButton(self)
        for order in Order:
            self._order.addItem("", order.value)
        self._lay_out()
        self._retranslate()
        self._order.currentIndexChanged.connect(self.order_changed)
        self.once.toggled.connect(self.order_changed)
        self.say_searching()

    def _lay_out(self) -> None:
        self.setFocusProxy(self.list)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 8, 8)
        head.addWidget(self._count, 1)
        head.addWidget(self._order)
        head.addWidget(self.once)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        for buttons in (self.beside, self.narrowing):
            around = QHBoxLayout()
            around.setContentsMargins(4, 0, 8, 4 if buttons is self.narrowing else 0)
            around.addWidget(buttons)
            layout.addLayout(around)
        layout.addLayout(self._stack, 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the tree may be; the count gives way."""
        return QSize(0, super().minimumSizeHint().height())

    @property
    def count_text(self) -> str:
        """What is said of the number of articles."""
        return self._count.text()

    @property
    def order_box(self) -> QComboBox:
        """The chooser of the order."""
        return self._order

    def scope(self) -> Scope:
        """What is searched, and whether copies count once."""
        return self.narrowing.scope.within(once=self.once.isChecked())

    def order(self) -> Order:
        """The order that was chosen."""
        return Order(self._order.currentData())

    def say_searching(self) -> None:
        """Say that a search is under way; what was found before stays in sight."""
        self._count.setText(self.tr("Searching…"))

    def say_indexing(self, done: int, total: int) -> None:
        """Say that the index is brought up to date first, and how far that is."""
        self._count.setText(self.tr("Indexing: {share} %").format(share=100 * done // max(total, 1)))

    def say_count(self, count: int, with_copies: int = 0) -> None:
        """Say how many articles match; where they count once, also how many there are with their copies."""
        found = self.tr("%Ln found", "", with_copies or count)
        self._count.setText(found)
        self._count.setToolTip("")
        if with_copies:
            number = QLocale().toString(count)
            self._count.setText(self.tr("{number} of {found}").format(number=number, found=found))
            self._count.setToolTip(self.tr("{found}, {number} without copies").format(found=found, number=number))

    def say_failed(self, reason: str) -> None:
        """Say why the search could not be done."""
        self.model.replace((), more=False)
        self._count.setText("")
        self.message.say(self.tr("The search failed"), reason)
        self.message.set_actions([])
        self._stack.setCurrentWidget(self.message)

    def show_hits(self, hits: tuple[SearchHit, ...], *, more: bool, by_pinyin: bool = False) -> None:
        """Show what was found; the article that was current stays so where it is among them.

        Where that is nothing, to search ``by_pinyin`` can be offered.
        """
        current, scrolled = self.list.current_hit(), self.list.verticalScrollBar().value()
        self.model.replace(hits, more=more)
        row = self.model.row_of(current)
        self.list.make_current(row)
        if row is None:
            self.list.scrollToTop()
        else:
            self.list.verticalScrollBar().setValue(scrolled)
        if hits:
            self._stack.setCurrentWidget(self.list)
            return
        hint = self.tr("Try fewer or shorter words, or “this OR that”. Esc shows all articles.")
        if self.narrowing.is_narrowed:
            hint = self.tr("The search is narrowed: the buttons above widen it. Esc shows all articles.")
        if by_pinyin:
            hint = self.tr("As pinyin, the letters may still be in headlines and tags. Esc shows all articles.")
        self.message.say(self.tr("Nothing found"), hint)
        self.message.set_actions([self._by_pinyin] if by_pinyin else [])
        self._stack.setCurrentWidget(self.message)

    def enter_offer(self) -> bool:
        """Give the keyboard to what is offered where nothing was found; False where nothing is."""
        buttons = self.message.buttons() if self._stack.currentWidget() is self.message else []
        for button in buttons[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the search also beside the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.list.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.list.set_tokens(tokens)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Search results"))
        self._by_pinyin.setText(self.tr("Search by pinyin too"))
        self._order.setAccessibleName(self.tr("Order of results"))
        self.once.explain(
            self.tr("Copies once"),
            self.tr("Copies once: of articles that match and are copies of each other the first is shown"),
        )
        names = {
            Order.NEWEST: self.tr("Newest"),
            Order.OLDEST: self.tr("Oldest"),
            Order.RELEVANCE: self.tr("Relevance"),
        }
        for row, order in enumerate(Order):
            self._order.setItemText(row, names[order])
