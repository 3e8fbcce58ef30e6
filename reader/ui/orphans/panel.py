"""The tray of marks that are to be settled after their page got a newer text."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reader.domain.model import AnchorState, Changes
from reader.errors import UserError
from reader.services.anchoring import Unsettled
from reader.ui.dock_panel import DockPanel, headed
from reader.ui.docks import holds_focus
from reader.ui.empty_state import EmptyState
from reader.ui.frame import Frame
from reader.ui.orphans.mark_view import MarkView
from reader.ui.orphans.marks_model import MarksModel
from reader.ui.orphans.passage import Passage
from reader.ui.orphans.places import PlaceList
from reader.ui.theme.tokens import Tokens

_SETTLE_MS = 100
_LEAST = QSize(480, 148)


class OrphansPanel(DockPanel):
    """Shows orphans and moved marks one at a time, with the places that are offered for each.

    Attributes:
        marks: the list of marks in two groups.
        view: the mark that is current, as it was made.
        places: the places that are offered for it.
        older: the older text of its page.
        accept, anchor, keep, show_older, show_place, delete: the buttons.
    """

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._stale = True
        self._current: Unsettled | None = None
        self._title = ""
        self._model = MarksModel(self)
        self.marks = QTreeView(self)
        self.view = MarkView(self)
        self.places = PlaceList(self)
        self.older = Passage(self)
        self._no_place = EmptyState(self)
        self._nothing = EmptyState(self)
        self._right = QStackedWidget(self)
        self._whole = QStackedWidget(self)
        self._heading = QLabel(self)
        self._timer = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self.accept = self._button(self.tr("Accept place"), "Return", self.accept_place)
        self.accept.setProperty("primary", True)  # noqa: FBT003 # Qt's signature
        self.anchor = self._button(self.tr("Anchor here"), "A", self.anchor_here)
        self.show_place = self._button(self.tr("Show in article"), "S", self.go_to_place)
        self.keep = self._button(self.tr("Keep on the older text"), "L", self.keep_on_older)
        self.show_older = self._button(self.tr("Older text"), "O", self._toggle_older)
        self.show_older.setCheckable(True)
        self.delete = self._button(self.tr("Delete mark"), "Del", self.delete_mark)
        self._lay_out()
        self._connect()

    # Settling

    @Slot()
    def accept_place(self) -> None:
        """Anchor the current mark at the place that is chosen; a moved one is so confirmed."""
        place = self.places.current_place()
        if self._current is not None and place is not None and not self.show_older.isChecked():
            mark = self._current.annotation
            self._settle(lambda: self._window.library.revisions.accept(mark.id, place.ranges), self.tr("Mark anchored"))

    @Slot()
    def anchor_here(self) -> None:
        """Anchor the current mark at what is selected in the text."""
        desk = self._window.desk
        article, span = desk.article, desk.reading.selection()
        if self._current is None:
            return
        if article is None or span is None:
            self._window.status.say(self.tr("Select the words in the article first, then anchor the mark there."))
            return
        mark = self._current.annotation
        self._settle(lambda: self._window.library.revisions.anchor(mark.id, article, span), self.tr("Mark anchored"))

    @Slot()
    def keep_on_older(self) -> None:
        """Leave the current orphan on the older text for good."""
        if self._current is not None and self._current.annotation.state is AnchorState.ORPHAN:
            mark = self._current.annotation
            self._settle(lambda: self._window.library.revisions.keep(mark.id), self.tr("Mark kept on the older text"))

    @Slot()
    def delete_mark(self) -> None:
        """Delete the current mark."""
        if self._current is not None:
            mark = self._current.annotation
            self._settle(lambda: self._window.library.marks.delete([mark.id]), self.tr("Mark deleted"))

    @Slot()
    def go_to_place(self) -> None:
        """Show the place that is chosen in its article, selected; the keyboard stays here."""
        place, desk = self.places.current_place(), self._window.desk
        if place is not None and place.item_id is not None and desk.open_article(place.item_id) and desk.article:
            spans = desk.article.view.to_view(place.ranges)
            if spans:
                desk.reading.select(spans[0])

    @Slot()
    def next_mark(self) -> None:
        """Make the next mark current."""
        self._step(1)

    @Slot()
    def previous_mark(self) -> None:
        """Make the mark before current."""
        self._step(-1)

    # What a panel does

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.view.set_tokens(tokens)
        self.places.set_tokens(tokens)
        self.older.set_tokens(tokens)

    def minimumSizeHint(self) -> QSize:
        """Room for two lines of what was marked, below its place."""
        return _LEAST

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what happened while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read anew what is to be settled; the current mark stays so where it can, otherwise the next one is."""
        self._stale = False
        before = [self._id(index) for index in self._model.rows()]
        current = self._current.annotation.id if self._current is not None else None
        self._model.replace(self._window.library.revisions.unsettled())
        self.marks.expandAll()
        rows = {self._id(index): index for index in self._model.rows()}
        following = before[before.index(current) :] if current in before else []
        wanted = next((rows[one] for one in [current, *following] if one in rows), None)
        if wanted is None and rows:
            wanted = list(rows.values())[-1 if following else 0]
        self._name(sum(self._window.library.revisions.counts()))
        self._make_current(wanted or QModelIndex())

    # Parts

    def _lay_out(self) -> None:
        self.setFocusProxy(self.places)
        self.marks.setModel(self._model)
        self.marks.setHeaderHidden(True)
        self.marks.setRootIsDecorated(False)
        self.marks.setItemsExpandable(False)
        self.marks.setIndentation(0)
        self.marks.setAccessibleName(self.tr("Marks to be settled"))
        self.marks.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.older.setAccessibleName(self.tr("Older text"))
        self._no_place.say(
            self.tr("No place like it"),
            self.tr("Select the words in the article and anchor the mark there, or keep it on the older text."),
        )
        self._nothing.say(
            self.tr("Every mark has its place"),
            self.tr("When a newer text of a page is imported, marks that it has no place for come here."),
        )
        for empty in (self._no_place, self._nothing):
            empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that keys go on to work here
        for widget in (self.places, self._no_place, self.older):
            self._right.addWidget(widget)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(headed(QLabel(self.tr("To be settled")), self.marks))
        split.addWidget(headed(QLabel(self.tr("As it was marked")), self.view))
        split.addWidget(headed(self._heading, self._right))
        split.setSizes([240, 300, 420])
        for number, stretch in enumerate((2, 3, 4)):
            split.setStretchFactor(number, stretch)
        split.setChildrenCollapsible(False)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 8, 12, 8)
        buttons.setSpacing(8)
        for button in (self.accept, self.anchor, self.show_place):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.show_older, self.keep, self.delete):
            buttons.addWidget(button)
        settling = QWidget(self)
        layout = QVBoxLayout(settling)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(split, 1)
        layout.addLayout(buttons)
        self._whole.addWidget(settling)
        self._whole.addWidget(self._nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)
        stops = (self.marks, self.view.passage, self.places, self._no_place, self.older, self.accept, self.anchor)
        for one, following in pairwise((*stops, self.show_place, self.show_older, self.keep, self.delete)):
            self.setTabOrder(one, following)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.refresh)
        self.marks.selectionModel().currentChanged.connect(self._on_current)
        self.places.accepted.connect(self.accept_place)
        for key, slot in (("J", self.next_mark), ("K", self.previous_mark)):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._window.bus.changed.connect(self._on_changed)

    def _button(self, text: str, key: str, slot: Callable[[], object]) -> QPushButton:
        """A button with its key in the tool tip; Return belongs to the list of places alone."""
        button = QPushButton(text, self)
        sequence = QKeySequence(key)
        button.setToolTip(f"{text} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})")
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        if key != "Return":
            shortcut = QShortcut(sequence, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        return button

    # What happens

    def _settle(self, operation: Callable[[], Changes], said: str) -> None:
        try:
            changes = operation()
        except UserError as error:
            self._window.show_error(error)
            return
        self._window.bus.announce(changes, self)
        self.refresh()
        self._window.status.say(said, self._window.actions_["undo"])

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        self._current = self._model.mark(index)
        self.show_older.setChecked(False)
        self.view.show_mark(self._current)
        places = []
        if self._current is not None:
            places = self._window.library.revisions.places(self._current.annotation.id)
            self.places.show_places(self._current.annotation.quote, places)
        orphan = self._current is not None and self._current.annotation.state is AnchorState.ORPHAN
        self.show_place.setEnabled(bool(places))
        self.accept.setText(self.tr("Accept place") if orphan else self.tr("Confirm place"))
        self.keep.setEnabled(orphan)
        self._show_right()

    @Slot()
    def _toggle_older(self) -> None:
        if self._current is not None and self.show_older.isChecked():
            page, ranges = self._window.library.revisions.old_text(self._current.annotation.id)
            self.older.show_text(page.text, ranges, self._current.annotation.color)
        self._show_right()

    def _show_right(self) -> None:
        has_place, older = bool(self.places.places.rowCount()), self.show_older.isChecked()
        self.accept.setEnabled(has_place and not older)
        self._heading.setText(self.tr("In the older text") if older else self.tr("In the newer text"))
        inside = holds_focus(self)
        self._right.setCurrentWidget(self.older if older else self._offered())
        self._whole.setCurrentIndex(0 if self._current is not None else 1)
        if inside:
            self._take_keyboard()

    def _offered(self) -> QWidget:
        return self.places if self.places.places.rowCount() else self._no_place

    def _take_keyboard(self) -> None:
        """Put the keyboard where the mark is settled, whatever is shown there."""
        where: QWidget = self._nothing
        if self._current is not None:
            where = self.older if self.show_older.isChecked() else self._offered()
        self.setFocusProxy(where)
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, initiator: QObject | None) -> None:
        if initiator is not self and (changes.annotations or changes.annotated_pages or changes.pages):
            self._stale = True
            if self.isVisible():
                self._timer.start()

    def _step(self, by: int) -> None:
        rows = self._model.rows()
        current = self.marks.currentIndex()
        at = next((number for number, index in enumerate(rows) if index == current), -by)
        if 0 <= at + by < len(rows):
            self._make_current(rows[at + by])

    def _make_current(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.marks.selectionModel().setCurrentIndex(index, flags)
        if not index.isValid():
            self._on_current(index)
        else:
            self.marks.scrollTo(index)

    def _id(self, index: QModelIndex) -> int:
        found = self._model.mark(index)
        assert found is not None  # rows are those of marks
        return found.annotation.id

    def _name(self, count: int) -> None:
        """Say in the title of the dock how many marks there are."""
        dock = self.parentWidget()
        if isinstance(dock, QDockWidget):
            self._title = self._title or dock.windowTitle()
            dock.setWindowTitle(f"{self._title} ({count})" if count else self._title)
