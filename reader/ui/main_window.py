"""The window: menus, tool bar, status line, and the desk of the library that is open."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from reader.domain.found import SearchHit
from reader.domain.history import Step
from reader.domain.model import Changes
from reader.domain.saved import QueryKind, SavedQuery
from reader.domain.scope import Scope
from reader.errors import UserError
from reader.paths import LIBRARY_SUFFIX
from reader.services.library import Library
from reader.services.pages import Article
from reader.ui.actions.build import ActionSet
from reader.ui.appearance import Appearance
from reader.ui.change_bus import ChangeBus
from reader.ui.citing import Citing
from reader.ui.codebook.meanings import tag_meanings
from reader.ui.context_menus import ContextMenus
from reader.ui.copies.watch import CopyWatch
from reader.ui.desk import Desk
from reader.ui.docks import Docks
from reader.ui.frame import Found, Frame
from reader.ui.handlers import handlers
from reader.ui.history_walk import HistoryWalk
from reader.ui.importing import Importing
from reader.ui.large_writes import LargeWrites, WriteProgress
from reader.ui.marking import Marking
from reader.ui.menus import Menus
from reader.ui.open_dialogs import OpenDialogs
from reader.ui.panels import make_panel
from reader.ui.panes import Panes
from reader.ui.search.searching import Searching
from reader.ui.settings import COLOR, SEARCH_PINYIN, Settings
from reader.ui.status_line import StatusLine
from reader.ui.step_place import StepPlace
from reader.ui.taking_in import TakingIn, is_of_annotations
from reader.ui.theme.controller import ThemeController
from reader.ui.tool_bar import ToolBar
from reader.ui.tree.saved import SavedGroup
from reader.ui.window_state import remember, restore
from reader.ui.words import error_text, plain, step_text
from reader.ui.workbench.repairing import Repairing
from reader.ui.workbench.splitting import Splitting
from reader.workers.jobs import JobRunner

TITLE = "剪报 Jianbao"
_PLACE_MS = 150
_JOBS_MS = 5000
_OFFER_MS = 800
"""When an interrupted import is offered: once the window stands."""


class MainWindow(Frame):
    """One window over one library."""

    def __init__(
        self, library: Library, settings: Settings, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.settings = settings
        self.bus = ChangeBus(self)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.jobs = JobRunner(library.path, self)
        self.desk = Desk(library, self.bus, self.jobs, self)
        self.setCentralWidget(self.desk)
        self.actions_ = ActionSet(self, settings)
        self.marking = Marking(self.desk, settings.get(COLOR), self)
        self.taking_in = TakingIn(library, self.bus, self.jobs, settings, self)
        self.citing = Citing(self.desk, settings, self)
        self.writes = LargeWrites(self.jobs, self)
        self.repairing = Repairing(self.desk, self.writes, self)
        self.splitting = Splitting(library, self.bus, self.writes, self)
        self.importing = Importing(library, self.bus, self.status.hold, self)
        self.appearance = Appearance(theme, settings, self.actions_, self)
        self.docks = Docks(self, self.actions_, partial(make_panel, self), self.desk.focus_text)
        self.panes = Panes(self, self.desk, self.docks, self.actions_)
        self.copy_watch = CopyWatch(self.bus, self.jobs, self)
        self.searching = Searching(self.desk, self.bus, self.jobs, self)
        self.saved = SavedGroup(library, self.bus, self.desk.tree)
        self.desk.tree.add_below(self.saved)
        self.history = HistoryWalk(library, self.bus, self.writes, self)
        self._stop = QAction(self.tr("Stop"), self)
        self._show_walked = QAction(self.tr("Show"), self)
        self._walked_to: StepPlace | None = None
        self._dialogs = OpenDialogs(self)
        self._offer_timer = QTimer(self, singleShot=True, interval=_OFFER_MS)
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(_PLACE_MS)
        self._build()
        self._connect()
        self._connect_importing()
        self._context_menus = ContextMenus(self.desk, self.actions_, self)
        self.appearance.dress(self.desk, self.tool_bar)
        self.searching.set_tokens(theme.tokens)
        self.docks.set_tokens(theme.tokens)
        theme.tokens_changed.connect(self.searching.set_tokens)
        theme.tokens_changed.connect(self.docks.set_tokens)
        restore(self)
        self._refresh_actions()

    def _build(self) -> None:
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self.actions_.fill(self.menuBar())
        self._menus = Menus(self.settings, self.actions_.submenu("language"), self.actions_.submenu("recent"), self)
        self.tool_bar = ToolBar(self.actions_, self.searching.field, self)
        self.addToolBar(self.tool_bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.desk.tree.set_empty_actions([self.actions_["import"]])
        self.desk.notes.set_empty_actions([self.actions_["highlight"], self.actions_["note"]])
        self._show_empty_state()

    def _connect(self) -> None:
        self.actions_.connect_to(handlers(self))
        self.actions_.attach(self.desk.keyboard_places())
        self.searching.list_made.connect(self._on_list_made)
        self.desk.workbench.view_made.connect(self._on_view_made)
        for action in self.actions_.tags:
            action.triggered.connect(self._on_tag)
        self.marking.said.connect(self._on_said)
        self.marking.hinted.connect(self.status.say)
        self.marking.refused.connect(self.show_error)
        for repairs in (self.repairing, self.splitting):
            repairs.said.connect(self._on_said)
            repairs.nothing_done.connect(self.status.say)
            repairs.refused.connect(self.show_error)
        self.desk.reading.set_meanings(partial(tag_meanings, self.library))
        self.desk.notes.refused.connect(self.show_error)
        self.searching.field.pinyin_changed.connect(self._on_pinyin_changed)
        self.searching.field.set_pinyin(self.settings.get(SEARCH_PINYIN))
        self.searching.said.connect(self.status.say)
        self.searching.memory.said.connect(self._on_said)
        self.searching.memory.refused.connect(self.show_error)
        self.searching.shown_changed.connect(self._on_results_shown)
        self.searching.walking.said.connect(self.status.say)
        self.searching.walking.glance_wanted.connect(self._on_glance_wanted)
        self.searching.library_wanted.connect(self.want_library)
        self.searching.attaching.changed.connect(self._refresh_actions)
        self.searching.attaching.said.connect(self.status.say)
        self.searching.attaching.refused.connect(self.show_error)
        self.history.said.connect(self._on_walked)
        self.history.refused.connect(self.show_error)
        self.saved.chosen.connect(self._on_saved_chosen)
        self.saved.said.connect(self._on_said)
        self.saved.emptied.connect(self.desk.tree.setFocus)
        self.saved.refused.connect(self.show_error)
        self.history.offer_changed.connect(self._refresh_actions)
        self.writes.busy_changed.connect(self._on_busy)
        self.writes.progressed.connect(self._on_write_progressed)
        self._stop.triggered.connect(self.writes.stop)
        self._show_walked.triggered.connect(self._on_show_walked)
        self.citing.said.connect(self.status.say)
        self.bus.changed.connect(self._on_changed)
        self.desk.article_changed.connect(self._on_article_changed)
        self.desk.mark_changed.connect(self._refresh_available)
        self.desk.workbench.shown_changed.connect(self._refresh_available)
        self.desk.tree.selection_changed.connect(self._refresh_available)
        self.desk.tree.scope_changed.connect(self._on_scope_changed)
        self.desk.tree.refused.connect(self.show_error)
        self.copy_watch.done.connect(self.desk.tree.copies_found)
        self._menus.library_chosen.connect(self.want_library)
        self._menus.language_chosen.connect(self.rebuild_wanted)
        self._place_timer.timeout.connect(self._show_place)

    def _connect_importing(self) -> None:
        self.importing.refused.connect(self.show_error)
        self.importing.marks_wanted.connect(self._on_marks_wanted)
        self.importing.offer_changed.connect(self._refresh_available)
        self._offer_timer.timeout.connect(self._offer_unfinished)
        self._offer_timer.start()

    # What happens

    def import_paths(self, paths: list[Path]) -> None:
        """Import files and folders in the background."""
        self.importing.add(paths)

    def show_found(self, found: Found) -> None:
        """Open an article with what its query finds in it outlined, or say that it is gone."""
        if not self.desk.open_article(found.item_id) or self.desk.article is None:
            self.status.say(self.tr("The article is gone"))
            return
        self.desk.reading.show_hits(self.library.search.hits(found.query, self.desk.article))
        self.desk.focus_text()

    def raise_up(self) -> None:
        """Bring the window before the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def open_or_import(self, paths: list[Path], found: Found | None = None) -> None:
        """What a drop or a second start asks for: a library is opened, pages imported, annotations offered.

        An article that is named is shown, in the library that is opened or else in this one.
        """
        library = next((path for path in paths if path.suffix.casefold() == LIBRARY_SUFFIX and not path.is_dir()), None)
        pages = [path for path in paths if path != library]
        if library is not None and library.absolute() != self.library.path.absolute():
            self.want_library(library, pages, found)
            return
        if marks := [path for path in pages if is_of_annotations(path)]:
            self.taking_in.offer(marks)
        if pages := [path for path in pages if not is_of_annotations(path)]:
            self.import_paths(pages)
        if found is not None:
            self.show_found(found)

    # What the parts say

    @Slot()
    def _on_tag(self) -> None:
        action = self.sender()
        name = action.data() if action is not None else None  # type: ignore[attr-defined] # a QAction
        if name:
            self.marking.tag(name)

    @Slot(object)
    def _on_list_made(self, found: QWidget) -> None:
        """The keys of the tree act in the list that stands in its place."""
        self.actions_.attach({"tree": (found,)})

    @Slot(object)
    def _on_view_made(self, view: QWidget) -> None:
        self.actions_.attach({"workbench": (view,)})

    @Slot()
    def _offer_unfinished(self) -> None:
        keys = (self.actions_[name].shortcut() for name in ("resume_import", "dismiss_import"))
        self.importing.offer_unfinished(*(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys))

    @Slot()
    def _on_marks_wanted(self) -> None:
        self.docks.show("orphans")

    @Slot(str)
    def _on_said(self, text: str) -> None:
        self.status.say(text, self.actions_["undo"])

    @Slot(object, object)
    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        self._refresh_actions()
        self._show_place_soon()

    @Slot(object)
    def _on_article_changed(self, _article: Article | None) -> None:
        self._refresh_actions()
        self._show_place_soon()

    @Slot(object)
    def _on_scope_changed(self, scope: Scope) -> None:
        self.actions_["hide_copies"].setChecked(scope.once)
        self._show_place_soon()

    def _show_place_soon(self) -> None:
        """Once for many changes, but during them too."""
        if not self._place_timer.isActive():
            self._place_timer.start()

    @Slot()
    def _show_place(self) -> None:
        article = self.desk.article
        if article is None:
            self._show_empty_state()
            self.status.show_place("")
            return
        place, count = self.library.tree.place(article.stored.id, self.desk.tree.scope())
        unread = self.library.tree.counts(Scope())[1]
        where = self.tr("article {place} of {count}").format(place=place, count=count) if place else ""
        self.status.show_place("   ·   ".join([*([where] if where else []), self.tr("%n unread", "", unread)]))

    def _show_empty_state(self) -> None:
        if self.desk.tree.model.rowCount() or self.library.tree.counts(Scope())[0]:  # the filter may hide all
            title = self.tr("Nothing open")
            hint = self.tr("Choose an article on the left, or read on from the beginning.")
            actions = ["next_unread", "keys"]
        else:
            title = self.tr("An empty library")
            hint = self.tr("Drop page files or a folder of them anywhere in this window.")
            actions = ["import", "open_library"]
        self.desk.reading.set_empty_state(title, hint, [self.actions_[name] for name in actions])

    @Slot()
    def _refresh_actions(self) -> None:
        self._refresh_available()
        self.actions_.show_tags(self.library.marks.recent_tags(), usable=self.desk.article is not None)
        self._name_history()

    @Slot()
    def _refresh_available(self) -> None:
        present = {"selection"} if self.desk.tree.has_selection() else set()
        if self.desk.article is not None:
            present.add("article")
        if self.desk.focused_mark() is not None:
            present.add("mark")
        if self.desk.article is not None and not self.desk.workbench.isHidden():
            present.add("page")
        if self.importing.has_offer:
            present.add("unfinished")
        if self.searching.attaching.paths:
            present.add("beside")
        self.actions_.set_available(present)

    def _name_history(self) -> None:
        undo, redo = self.history.offer()
        for name, step, bare, named in (
            ("undo", undo, self.tr("&Undo"), self.tr("&Undo {step}")),
            ("redo", redo, self.tr("&Redo"), self.tr("&Redo {step}")),
        ):
            action = self.actions_[name]
            action.setEnabled(step is not None)
            action.setText(named.format(step=_in_menu(step)) if step else bare)
            action.setIconText(plain(bare))

    @Slot(str, str, object)
    def _on_walked(self, text: str, reverse: str, place: StepPlace | None) -> None:
        """Say what was undone, and where, if that is not what is open; going there is offered and not done."""
        article = self.desk.article
        self._walked_to = place
        if place is None or (article is not None and article.page.id in place.pages):
            self.status.say(text, self.actions_[reverse])
            return
        text = self.tr("{what} ({where})").format(what=text, where=place.words)
        there = [self._show_walked] if place.item_id is not None else []
        self.status.say(text, *there, self.actions_[reverse])

    @Slot(object)
    def _on_saved_chosen(self, query: SavedQuery) -> None:
        """Show what a saved filter or search finds."""
        if query.kind is QueryKind.SEARCH:
            self.searching.run(query.content)
            return
        panel = self.docks.show("marks")
        panel.show_saved(query)

    @Slot()
    def _on_show_walked(self) -> None:
        place = self._walked_to
        if place is None or (place.annotation_id is not None and self.desk.show_mark(place.annotation_id)):
            return
        if place.item_id is not None and self.desk.open_article(place.item_id):
            self.desk.focus_text()

    @Slot(object)
    def _on_write_progressed(self, progress: WriteProgress) -> None:
        """Say how far a large write is, and how to stop it where it has further to go."""
        if progress.done < progress.total:
            words = self.tr("{done:,} of {total:,}…").format(done=progress.done, total=progress.total)
            self.status.say(words, self._stop)

    @Slot(object)
    def _on_glance_wanted(self, hit: SearchHit) -> None:
        from reader.ui.search.glance import Glance

        glance = Glance(self)
        glance.show_hit(hit)
        self._dialogs.show(glance)

    @Slot(bool)
    def _on_pinyin_changed(self, wanted: bool) -> None:  # noqa: FBT001 # a slot
        self.actions_["search_pinyin"].setChecked(wanted)
        self.settings.set(SEARCH_PINYIN, wanted)

    @Slot(bool)
    def _on_results_shown(self, shown: bool) -> None:  # noqa: FBT001 # a slot
        if shown:
            self.panes.reveal("tree")

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:  # noqa: FBT001 # a slot
        self.desk.setEnabled(not busy)
        self.docks.set_enabled(enabled=not busy)
        if busy:
            self.status.say(self.tr("One moment: many rows are concerned"), self._stop)
        else:
            self.status.clear_message()

    # Coming and going

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs, save what was typed, remember how things stand."""
        self._offer_timer.stop()
        self.importing.shut_down()
        try:
            self.desk.close_down()
            self.docks.close_down()
            remember(self)
        except UserError as error:
            if not self.importing.may_close_anyway(error_text(error)):
                event.ignore()
                return
        for timer in self.findChildren(QTimer):  # nothing is to be shown, saved or fetched any more
            timer.stop()
        self.jobs.shutdown(_JOBS_MS)
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped, or open a library."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.open_or_import(paths)


def _in_menu(step: Step) -> str:
    return step_text(step).replace("&", "&&")
