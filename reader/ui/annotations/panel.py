"""The panel of annotations: filter, table, and what becomes of what is selected there."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout

from reader.domain.mark_filter import MarkFilter
from reader.domain.mark_list import MarkGrouping, MarkListing
from reader.domain.model import Changes
from reader.domain.saved import SavedQuery
from reader.errors import UserError
from reader.ui.annotations.asking import Asking
from reader.ui.annotations.bulk_menu import BulkMenu
from reader.ui.annotations.filter_form import FilterForm
from reader.ui.annotations.head import Head
from reader.ui.annotations.model import MarkTableModel
from reader.ui.annotations.saved_menu import SavedMenu
from reader.ui.annotations.table import MarkTable
from reader.ui.annotations.view_menu import ViewMenu
from reader.ui.dock_panel import DockPanel
from reader.ui.docks import holds_focus
from reader.ui.empty_state import EmptyState
from reader.ui.frame import Frame
from reader.ui.open_dialogs import OpenDialogs
from reader.ui.settings import MARK_COLUMNS, MARK_GROUPING, decode, encode
from reader.ui.theme.tokens import Tokens

_SETTLE_MS = 120
_FORM_WIDTH = 340


class MarksPanel(DockPanel):
    """All annotations of the library, filtered, sorted and grouped."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._library = window.library
        self._wanted = MarkFilter()
        self._grouping = window.settings.get(MARK_GROUPING)
        self._stale = True
        self._dialogs = OpenDialogs(self)
        self._asking = Asking(window.jobs, self)
        self.model = MarkTableModel(window.library.mark_list)
        self.table = MarkTable(self.model, self)
        self.table.restore_columns(decode(window.settings.get(MARK_COLUMNS)))
        self.head = Head(self)
        self.form = FilterForm(self)
        self.bulk = BulkMenu(window.library, window.bus, window.writes, self.table)
        self.saved = SavedMenu(window.library.saved, window.bus, self)
        self.view = ViewMenu(self.table, self._grouping)
        self._empty = EmptyState(self, across=True)
        self._clear = QAction(self.tr("Show all"), self)
        self._timer = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._lay_out()
        self._connect()

    @property
    def wanted(self) -> MarkFilter:
        """What the list is filtered by."""
        return self._wanted

    def is_settled(self) -> bool:
        """Whether the list shows what is asked of it."""
        return not self._stale and not self._timer.isActive()

    def show_filter(self, wanted: MarkFilter) -> None:
        """Filter the list so."""
        self.head.text.setText(wanted.text)
        self.form.show_wanted(wanted)
        self._ask_soon()

    def show_saved(self, query: SavedQuery) -> None:
        """Filter the list by what was saved."""
        try:
            wanted = self._library.saved.wanted(query)
        except UserError as error:
            self._window.show_error(error)
            return
        self.show_filter(wanted)
        self.saved.show_query(query, self._asked())

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.table.set_tokens(tokens)
        self.form.set_tokens(tokens)
        self.bulk.set_tokens(tokens)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._ask_soon()

    def _lay_out(self) -> None:
        self.setFocusProxy(self.table)
        for button, menu in (
            (self.head.view, self.view.menu),
            (self.head.edit, self.bulk.menu),
            (self.head.saved, self.saved.menu),
        ):
            button.setMenu(menu)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self.form)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._scroll.setMinimumWidth(max(_FORM_WIDTH, self.form.minimumSizeHint().width() + bar))
        self._scroll.hide()
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self._scroll)
        split.addWidget(self._pages)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(split, 1)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._ask)
        self.head.changed.connect(self._ask_soon)
        self.head.cleared.connect(self._on_clear)
        self.head.text.accepted.connect(self.table.setFocus)
        self.head.filter.toggled.connect(self._on_filter_toggled)
        self.head.export.clicked.connect(self._export)
        self.form.changed.connect(self._ask_soon)
        self.form.leave_requested.connect(self.table.setFocus)
        self.table.order_changed.connect(self._ask_soon)
        self.table.columns_changed.connect(self._remember)
        self.table.activated_mark.connect(self._jump)
        self.view.grouping_chosen.connect(self._on_grouping)
        self.saved.chosen.connect(self.show_saved)
        self._clear.triggered.connect(self._on_clear)
        for part in (self.bulk, self.saved):
            part.refused.connect(self._window.show_error)
            part.said.connect(self._on_said)
        self._asking.answered.connect(self._on_answered)
        self._asking.refused.connect(self._window.show_error)
        self._window.bus.changed.connect(self._on_changed)
        self._window.desk.mark_changed.connect(self._on_mark_changed)
        for keys, slot in (("/", self._focus_text), ("、", self._focus_text), ("F", self.head.filter.click)):
            QShortcut(QKeySequence(keys), self.table, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(slot)

    def _asked(self) -> MarkFilter:
        return replace(self.form.wanted(), text=self.head.text.text().strip())

    @Slot()
    def _ask_soon(self) -> None:
        self._stale = True
        self._timer.start()

    @Slot()
    def _ask(self) -> None:
        if not self.isVisible():
            return
        self._wanted = self._asked()
        self.saved.filtered(self._wanted)
        self._asking.ask(self._wanted, self.table.order(), self._grouping)

    @Slot(object)
    def _on_answered(self, listing: MarkListing) -> None:
        current = self.table.current_id() or self._window.desk.focused_mark()
        self.model.show_listing(listing)
        self._stale = False
        self.head.show_count(listing.count, self._wanted)
        held_focus = holds_focus(self._pages)
        self._show_state(listing)
        if held_focus:
            self.setFocus()
        if current is None or not self.table.go_to(current):
            self._go_to_top()

    def _go_to_top(self) -> None:
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _show_state(self, listing: MarkListing) -> None:
        self._pages.setCurrentWidget(self.table if listing.groups else self._empty)
        self.setFocusProxy(self.table if listing.groups else self.head.text)
        if listing.groups:
            return
        if self._wanted.asks_nothing():
            self._empty.say(self.tr("No annotations yet"), self.tr("Select words of an article and press H."))
            self._empty.set_actions([])
        else:
            self._empty.say(self.tr("No annotation fits"), self.head.asked())
            self._empty.set_actions([self._clear])

    @Slot(object)
    def _jump(self, annotation_id: int) -> None:
        """Show an annotation in its article, with the keyboard in the text; the list stays as it is."""
        if not self._window.desk.show_mark(annotation_id):
            self._window.status.say(self.tr("This annotation stands in no article"))

    @Slot(object)
    def _on_mark_changed(self, annotation_id: int | None) -> None:
        """Follow the mark in focus in the text."""
        if annotation_id is not None and self.isVisible() and not holds_focus(self):
            self.table.go_to(annotation_id)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        touched = changes.annotations or changes.annotated_pages or changes.pages or changes.tags
        if touched or (changes.items and changes.history):
            elsewhere = changes.pages or changes.tags or changes.items
            self.model.forget(None if elsewhere else changes.annotations)
            self._offer()
            self._ask_soon()

    @Slot(bool)
    def _on_filter_toggled(self, shown: bool) -> None:  # noqa: FBT001 # a slot
        self._scroll.setVisible(shown)
        self._offer()
        if shown:
            self.form.any_tags.setFocus()
        elif self.isVisible():
            self.setFocus()

    def _offer(self) -> None:
        if not self._scroll.isHidden():
            marks = self._library.mark_list
            names = self._library.marks.tag_names()
            self.form.offer(names, self._library.exports.newspapers(), marks.sections(), marks.coders())

    @Slot(object)
    def _on_grouping(self, grouping: MarkGrouping) -> None:
        self._grouping = grouping
        self._window.settings.set(MARK_GROUPING, grouping)
        self._ask_soon()

    @Slot()
    def _on_clear(self) -> None:
        self.show_filter(MarkFilter())
        self.setFocus()

    @Slot()
    def _focus_text(self) -> None:
        self.head.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.text.selectAll()

    @Slot()
    def _remember(self) -> None:
        self._window.settings.set(MARK_COLUMNS, encode(self.table.save_columns()))

    @Slot(str)
    def _on_said(self, text: str) -> None:
        self._window.status.say(text, self._window.actions_["undo"])

    @Slot()
    def _export(self) -> None:
        from reader.ui.dialogs.export import ExportDialog

        window = self._window
        window.save_pending()
        tokens = window.appearance.tokens
        dialog = ExportDialog(window.library, (), window.jobs, window.settings, tokens, window, listed=self._asked())
        self._dialogs.show(dialog)
