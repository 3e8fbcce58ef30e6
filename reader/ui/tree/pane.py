"""The pane of the article tree: filter and choosers above, the tree or an empty state below."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from reader.domain.model import Changes
from reader.domain.scope import Grouping, ItemRow, Level, Node, ReadState, Scope
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.empty_state import EmptyState
from reader.ui.theme.tokens import Tokens
from reader.ui.tree.feed import ChangeFeed
from reader.ui.tree.finding import HeadlineFinding
from reader.ui.tree.header import TreeHeader
from reader.ui.tree.locate import path_to
from reader.ui.tree.model import ArticleTreeModel
from reader.ui.tree.rows import Path, TreeRow
from reader.ui.tree.tree_state import TreeState
from reader.ui.tree.view import ArticleTreeView
from reader.workers.jobs import JobRunner

SELECTION_PAUSE_MS = 40
"""Longer than the repeat rate of a held arrow key, so that articles passed over are not opened."""
_MOST_OPENED_BY_FILTER = 300
_MOST_COUNTED_TO_OPEN = 5000
"""Articles that a filter leaves up to which what it leaves is opened: each group that is opened counts its own."""
_LEAST_HEIGHT = 240
_MOST_REMEMBERED = 500
"""Selected rows that are selected again at the next start."""


class TreePane(QWidget):
    """The article tree of one library.

    Signals:
        article_selected: the id of the item that the user made current by arrow key or click.
        article_activated: the id of the item on which the user pressed Enter or double-clicked.
        selection_changed: other rows are selected.
        scope_changed: the ``Scope`` of the filter and the state that are now in force.
        refused: the ``UserError`` that stood against filtering.
        metadata_requested: the ids, a tuple, of the selected pages whose metadata the user wants to edit.
        context_menu: a menu is asked for at this ``QPoint`` of the screen.

    Attributes:
        header, view: filter and choosers, and the tree.
        empty, no_match: what stands in its place in an empty library, and where the filter leaves nothing.
    """

    article_selected = Signal(object)
    article_activated = Signal(object)
    selection_changed = Signal()
    scope_changed = Signal(object)
    refused = Signal(object)
    metadata_requested = Signal(object)
    context_menu = Signal(object)

    def __init__(self, library: Library, bus: ChangeBus, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.header = TreeHeader(self)
        self._model = ArticleTreeModel(library, self)
        self.view = ArticleTreeView(self._model, self)
        self.empty = EmptyState(self)
        self.no_match = EmptyState(self)
        self._clear_filter = QAction(self)
        self.no_match.set_actions([self._clear_filter])
        self._feed = ChangeFeed(self)
        self._finding = HeadlineFinding(library, jobs, self)
        self._unshown: Changes | None = None  # what changed since headlines are looked for anew
        self._entering = False  # whether the tree is entered when they are found
        self._returning: TreeState | None = None  # what is to be found again when they are
        self._last_item: int | None = None
        self._top: Path = ()
        self._scroll_to_top = QTimer(self)
        self._scroll_to_top.setSingleShot(True)
        self._scroll_to_top.setInterval(0)
        self._scroll_to_top.timeout.connect(self._on_scroll_to_top)
        self._selected = QTimer(self)
        self._selected.setSingleShot(True)
        self._selected.setInterval(SELECTION_PAUSE_MS)
        self._lay_out()
        self._retranslate()
        self._connect(bus)
        self.view.expansion.open_first()
        self._show_what_fits()

    def _lay_out(self) -> None:
        self.setFocusProxy(self.view)
        self._browsing = QWidget(self)
        self._places = QStackedLayout(self)
        self._places.addWidget(self._browsing)
        layout = QVBoxLayout(self._browsing)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        self._stack = QStackedLayout()
        for widget in (self.view, self.empty, self.no_match):
            self._stack.addWidget(widget)
        layout.addLayout(self._stack, 1)

    def _connect(self, bus: ChangeBus) -> None:
        bus.changed.connect(self._on_changed)
        self._feed.due.connect(self._on_due)
        self._finding.found.connect(self._on_found)
        self._finding.refused.connect(self.refused)
        self._finding.waiting.connect(self._on_waiting)
        self.header.changed.connect(self._on_header_changed)
        self.header.left.connect(self._on_header_left)
        self._clear_filter.triggered.connect(self.clear_filter)
        self.view.expansion.opened.connect(self._on_opened)
        self.view.item_chosen.connect(self._on_item_chosen)
        self.view.item_activated.connect(self._on_item_activated)
        self.view.selectionModel().selectionChanged.connect(self.selection_changed)
        self.view.customContextMenuRequested.connect(self._on_context_menu)
        self._selected.timeout.connect(self._on_selection_settled)

    # What is shown and selected

    @property
    def model(self) -> ArticleTreeModel:
        """The model of the tree."""
        return self._model

    def scope(self) -> Scope:
        """The filter and the state in force."""
        return self._model.scope

    def add_below(self, group: QWidget) -> None:
        """Show something below the tree, such as what was saved by name."""
        layout = self._browsing.layout()
        assert layout is not None
        layout.addWidget(group)

    def set_results(self, results: QWidget) -> None:
        """Take in what ``show_results`` shows in the place of the tree."""
        self._places.addWidget(results)

    def show_results(self, *, shown: bool) -> None:
        """Let results stand in the place of filter and tree, or bring these back as they were."""
        self._places.setCurrentIndex(1 if shown else 0)
        self.setFocusProxy((shown and self._places.currentWidget()) or self.view)
        self.selection_changed.emit()

    def shows_results(self) -> bool:
        """Whether results stand in the place of the tree; nothing counts as selected in it then."""
        return self._places.currentIndex() > 0

    def _selected_rows(self) -> list[TreeRow]:
        return [] if self.shows_results() else self.view.selected_rows()

    def selected_scopes(self) -> tuple[Scope, ...]:
        """What is selected, as scopes: a group with everything below it that is shown, or single items."""
        return tuple(_scope_of(row) for row in self._selected_rows())

    def current_words(self) -> str:
        """What the current row says; "" where there is none."""
        return str(self.view.currentIndex().data() or "")

    def has_selection(self) -> bool:
        """Whether any row is selected; costs nothing, unlike asking for its pages."""
        return self.view.selectionModel().hasSelection() and not self.shows_results()

    def selected_item_ids(self) -> tuple[int, ...]:
        """The selected items in the order of the tree; groups are not taken apart."""
        rows = (row.data for row in self._selected_rows())
        return tuple(dict.fromkeys(data.id for data in rows if isinstance(data, ItemRow)))

    def selected_page_ids(self) -> tuple[int, ...]:
        """The pages that are selected, that lie in selected groups, or whose items are selected."""
        found: dict[int, None] = {}
        for row in self._selected_rows():
            if isinstance(row.data, ItemRow):
                found[row.data.page_id] = None
            elif isinstance(row.data, Node) and row.data.scope.page_id is not None:
                found[row.data.scope.page_id] = None
            else:
                found.update(dict.fromkeys(self._library.tree.page_ids(_scope_of(row))))
        return tuple(found)

    def show_item(self, item_id: int) -> bool:
        """Open the tree down to an item and select it, without a word to others. False where the filter hides it."""
        if self.view.current_item() == item_id:
            self.view.scrollTo(self.view.currentIndex())
            return True
        self._selected.stop()
        self._feed.flush()
        self._last_item = item_id
        path = path_to(self._model, self._library, item_id, self._model.row_of(self.view.currentIndex()))
        return path is not None and self.view.show_path(path)

    @Slot()
    def expand_all_below(self) -> None:
        """Open everything below the current row, or below all where there is none."""
        self.view.expansion.open_below(self.view.currentIndex())

    @Slot()
    def collapse(self) -> None:
        """Close the current row and everything below it; from an item, its page."""
        self.view.collapse_below(self.view.currentIndex())

    @Slot()
    def copies_found(self) -> None:
        """Other articles may be known as copies now: bring what is shown of them up to date."""
        if self._model.scope.once or self._model.scope.state is ReadState.COPIED:
            self._model.reload()
            self._show_what_fits()

    @Slot()
    def focus_filter(self) -> None:
        """Put the keyboard into the field of the filter."""
        self.header.field.setFocus()
        self.header.field.selectAll()

    @Slot()
    def clear_filter(self) -> None:
        """Show all articles again, which are by newspaper where nothing is tagged."""
        grouping = Grouping.NEWSPAPER if self._is_unfiltered() else self.header.grouping()
        self.header.choose(grouping, ReadState.ALL)
        self.view.setFocus()

    @Slot()
    def request_metadata(self) -> None:
        """Ask for the metadata of the selected pages to be edited."""
        page_ids = self.selected_page_ids()
        if page_ids:
            self.metadata_requested.emit(page_ids)

    def set_empty_actions(self, actions: Sequence[QAction]) -> None:
        """What can be done while the library has no articles, as buttons; the first is the one to press."""
        self.empty.set_actions(actions)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.view.set_tokens(tokens)

    # What is remembered

    def save_state(self) -> str:
        """What is shown, open, selected and at the top, as text for ``restore_state``."""
        view, model = self.view, self._model
        state = TreeState(
            self.header.grouping(),
            self.header.state(),
            self.header.headline(),
            self.header.once(),
            tuple(view.expansion.paths()),
            model.row_of(view.indexAt(QPoint(0, 0))).path(),
            tuple(row.path() for row in view.selected_rows()[:_MOST_REMEMBERED]),
            model.row_of(view.currentIndex()).path(),
        )
        return state.to_json()

    def restore_state(self, text: str) -> bool:
        """Take over what ``save_state`` gave; what it names and is gone is left out.

        What a filter of headlines leaves comes when it is found. False, and nothing changes, where the text is none of
        ours: another version may have remembered it.
        """
        state = TreeState.from_json(text)
        if state is None:
            return False
        self.header.choose(state.grouping, state.state, once=state.once)
        self.view.expansion.replace(state.expanded)
        if state.headline:
            self._returning = state
            self.header.choose(state.grouping, state.state, state.headline, once=state.once)
        else:
            self._return_to(state)
        return True

    def is_placed(self) -> bool:
        """Whether something is selected, or will be when the headlines of the last filter are found."""
        return self.has_selection() or self._returning is not None

    def _return_to(self, state: TreeState) -> None:
        """Select what was selected, and scroll to where it was."""
        self.view.select_paths(state.selected, state.current)
        if state.current and state.current[-1][0] is Level.ITEM:
            self._last_item = int(state.current[-1][1])
        self._top = state.top
        if self.isVisible():
            self._scroll_to_top.start()

    def minimumSizeHint(self) -> QSize:
        """Low enough that a panel below finds room in a low window."""
        return QSize(super().minimumSizeHint().width(), _LEAST_HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to where it was left, for which rows must have their places first."""
        super().showEvent(event)
        if self._top:
            self._scroll_to_top.start()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.view.viewport().update()
        super().changeEvent(event)

    # What happens

    @Slot()
    def _on_scroll_to_top(self) -> None:
        index = self._model.index_of(self._top)
        self._top = ()
        if index.isValid():
            self.view.scrollTo(index, ArticleTreeView.ScrollHint.PositionAtTop)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        self._feed.add(changes)

    @Slot(object)
    def _on_due(self, changes: Changes) -> None:
        if self._model.scope.headline and self._library.tree.headlines.is_stale():
            self._unshown = changes if self._unshown is None else self._unshown | changes
            if not self._finding.headline:
                self._finding.find(self._model.scope.headline)
            return
        self._apply(changes)

    def _apply(self, changes: Changes) -> None:
        was_empty = not self._model.rowCount()
        self._model.apply(changes)
        if was_empty and not self.view.expansion.paths():
            self.view.expansion.open_first()
        self._show_what_fits()

    @Slot()
    def _on_header_changed(self) -> None:
        headline = self.header.headline()
        if headline and headline != self._model.scope.headline:
            if headline != self._finding.headline:
                self._finding.find(headline)
            return
        if self._finding.headline != headline:
            self._finding.stop()
        self._show_chosen(headline)

    @Slot(str)
    def _on_found(self, headline: str) -> None:
        """The tree can be filtered now, or what the filter leaves was found anew after a change."""
        if headline == self._model.scope.headline and self._unshown is not None:
            changes, self._unshown = self._unshown, None
            self._apply(changes)
        else:
            self._show_chosen(headline)
        if self._entering:
            self._enter()

    @Slot()
    def _on_opened(self) -> None:
        """What a filter leaves is open: select in it what was selected when the window was closed."""
        returning, self._returning = self._returning, None
        if returning is not None and returning.headline == self._model.scope.headline:
            self._return_to(returning)

    @Slot(bool)
    def _on_waiting(self, waiting: bool) -> None:  # noqa: FBT001 # a slot
        self.header.set_busy(busy=waiting)

    def _show_chosen(self, headline: str) -> None:
        """Show what the header says, of headlines that are known by now; what is typed since comes when it is."""
        header = self.header
        scope = replace(self._model.scope, headline=headline, state=header.state(), once=header.once())
        before, unshown = self._model.scope, self._unshown
        self._unshown = None
        if scope == before and unshown is not None:  # what is shown is asked for again, and not yet up to date
            self._on_due(unshown)
        self.view.expansion.record(on=not scope.headline)
        self._model.show(header.grouping(), scope)
        if scope.headline:
            if self._library.tree.headlines.taken() <= _MOST_COUNTED_TO_OPEN:
                self.view.expansion.open_gradually(_MOST_OPENED_BY_FILTER)
            else:
                self._on_opened()
        elif not self.view.expansion.paths():
            self.view.expansion.open_first()
        self._show_what_fits()
        if self._last_item is not None and not self.view.currentIndex().isValid():
            self.show_item(self._last_item)
        if scope != before:
            self.scope_changed.emit(scope)

    @Slot()
    def _on_header_left(self) -> None:
        """Go on in the tree; where headlines are still looked for, when they are found."""
        if self._finding.headline:
            self._entering = True
        else:
            self._enter()

    def _enter(self) -> None:
        self._entering = False
        self.view.setFocus()
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self._model.index(0, 0))

    @Slot(object)
    def _on_item_chosen(self, item_id: int) -> None:
        self._last_item = item_id
        self._selected.start()

    @Slot()
    def _on_selection_settled(self) -> None:
        item_id = self.view.current_item()
        if item_id is not None:
            self.article_selected.emit(item_id)

    @Slot(object)
    def _on_item_activated(self, item_id: int) -> None:
        self._selected.stop()
        self.article_activated.emit(item_id)

    @Slot(QPoint)
    def _on_context_menu(self, point: QPoint) -> None:
        self.context_menu.emit(self.view.viewport().mapToGlobal(point))

    def _show_what_fits(self) -> None:
        if self._model.rowCount():
            fitting: QWidget = self.view
        elif self._is_unfiltered() and self._model.grouping is not Grouping.TAG:
            fitting = self.empty
        else:
            fitting = self.no_match
            self._say_why_none()
        self._stack.setCurrentWidget(fitting)

    def _is_unfiltered(self) -> bool:
        return self._model.scope == Scope()

    def _say_why_none(self) -> None:
        if self._is_unfiltered():
            self.no_match.say(self.tr("No marks yet"), self.tr("Marked articles stand here by their tags"))
            self._clear_filter.setText(self.tr("Show by newspaper"))
        else:
            self.no_match.say(self.tr("No articles match"), self.tr("None has this headline and this state"))
            self._clear_filter.setText(self.tr("Clear filter"))

    def _retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Articles"))
        self.empty.say(self.tr("No articles yet"), self.tr("Drop page files or a folder here"))
        self._say_why_none()


def _scope_of(row: TreeRow) -> Scope:
    if isinstance(row.data, ItemRow):
        return Scope(item_id=row.data.id)
    assert isinstance(row.data, Node)
    return row.data.scope
