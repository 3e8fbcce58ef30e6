"""The window: menus, tool bar, status line, and the desk of the library that is open."""

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QToolBar, QWidget

from reader.domain.history import Step
from reader.domain.model import Changes, Color
from reader.domain.scope import Scope
from reader.errors import UserError
from reader.paths import LIBRARY_SUFFIX
from reader.services.library import Library
from reader.services.pages import Article
from reader.ui.actions.build import ActionSet
from reader.ui.appearance import Appearance
from reader.ui.change_bus import ChangeBus
from reader.ui.context_menus import ContextMenus
from reader.ui.desk import Desk
from reader.ui.handlers import handlers
from reader.ui.history_walk import HistoryWalk
from reader.ui.importing import Importing
from reader.ui.marking import Marking
from reader.ui.menus import Menus
from reader.ui.panes import Panes
from reader.ui.settings import COLOR, GEOMETRY, NOTES_SHOWN, SPLITTER, TREE_SHOWN, Settings, decode, encode
from reader.ui.status_line import StatusLine
from reader.ui.theme.controller import ThemeController
from reader.ui.words import error_text, step_text
from reader.workers.jobs import JobRunner

TITLE = "剪报 Jianbao"
_SIZE = (1280, 800)
_ARTICLE = "window.article"
_TREE = "window.tree"
_PLACE_MS = 150
_JOBS_MS = 5000


class MainWindow(QMainWindow):
    """One window over one library.

    Signals:
        library_wanted: the ``Path`` of a library that the user wants to open instead, and the pages to import there.
        rebuild_wanted: the window should be made anew, as after a change of language.

    Attributes:
        desk, actions, marking, importing, appearance, status: its parts; see their modules.
    """

    library_wanted = Signal(object, object)
    rebuild_wanted = Signal()

    def __init__(
        self, library: Library, settings: Settings, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.settings = settings
        self.bus = ChangeBus(self)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.desk = Desk(library, self.bus, self)
        self.setCentralWidget(self.desk)
        self.actions_ = ActionSet(self, settings)
        self.marking = Marking(self.desk, Color(settings.get(COLOR)), self)
        self.importing = Importing(library, self.bus, self)
        self.appearance = Appearance(theme, settings, self.actions_, self)
        self.panes = Panes(self, self.desk, self.actions_)
        self.jobs = JobRunner(library.path, self)
        self.history = HistoryWalk(library, self.bus, self.jobs, self)
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(_PLACE_MS)
        self._build()
        self._connect()
        self._context_menus = ContextMenus(self.desk, self.actions_, self)
        self.appearance.dress(self.desk)
        self._restore()
        self._refresh_actions()

    def _build(self) -> None:
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self.actions_.fill(self.menuBar())
        self._menus = Menus(self.settings, self.actions_.submenu("language"), self.actions_.submenu("recent"), self)
        self.tool_bar = QToolBar(self.tr("Tools"), self)
        self.tool_bar.setObjectName("tools")
        self.tool_bar.setMovable(False)
        for name in ("import", "export", "", "undo", "redo", "", "find", "next_theme", "keys"):
            if name:
                self.tool_bar.addAction(self.actions_[name])
            else:
                self.tool_bar.addSeparator()
        self.addToolBar(self.tool_bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.desk.tree.set_empty_actions([self.actions_["import"]])
        self.desk.notes.set_empty_actions([self.actions_["highlight"], self.actions_["note"]])
        self._show_empty_state()
        self.status.hold(self.importing.panel)

    def _connect(self) -> None:
        self.actions_.connect_to(handlers(self))
        self.actions_.attach(self.desk.keyboard_places())
        for action in self.actions_.tags:
            action.triggered.connect(self._on_tag)
        self.marking.said.connect(self._on_said)
        self.marking.refused.connect(self.show_error)
        self.desk.notes.refused.connect(self.show_error)
        self.history.said.connect(self._on_walked)
        self.history.refused.connect(self.show_error)
        self.history.busy_changed.connect(self._on_busy)
        self.importing.refused.connect(self.show_error)
        self.bus.changed.connect(self._on_changed)
        self.desk.article_changed.connect(self._on_article_changed)
        self.desk.mark_changed.connect(self._refresh_actions)
        self.desk.tree.selection_changed.connect(self._refresh_actions)
        self.desk.tree.scope_changed.connect(self._on_scope_changed)
        self._menus.library_chosen.connect(self.want_library)
        self._menus.language_chosen.connect(self.rebuild_wanted)
        self._place_timer.timeout.connect(self._show_place)

    # What happens

    def go(self, *, forward: bool, unread: bool = False, scope: Scope | None = None) -> None:
        """Open the next or previous article, and say so where there is none."""
        if not self.desk.go(forward=forward, unread=unread, scope=scope):
            self.status.say(self.tr("There is no further article") if forward else self.tr("This is the first article"))

    def read_on(self) -> None:
        """A page down; at the end of an article the next one; at the end of all say so."""
        if not self.desk.read_on():
            self.status.say(self.tr("There is no further article"))

    def choose_color(self) -> None:
        """Offer the colours at the caret; letters and arrows choose."""
        self.actions_.submenu("color").popup(self.desk.reading.caret_point())

    def undo(self) -> None:
        """Take the last step back and say which it was."""
        self.desk.notes.save_pending()
        self.history.undo()

    def redo(self) -> None:
        """Bring back the step that was undone last and say which it was."""
        self.desk.notes.save_pending()
        self.history.redo()

    def import_paths(self, paths: list[Path]) -> None:
        """Import files and folders in the background."""
        self.importing.add(paths)

    @Slot(object)
    def show_error(self, error: UserError) -> None:
        """Say what went wrong and what to do, where it does not stand in the way."""
        self.status.say(error_text(error))

    def raise_up(self) -> None:
        """Bring the window before the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def open_or_import(self, paths: list[Path]) -> None:
        """What a drop or a second start asks for: a library is opened, everything else imported into that one."""
        library = next((path for path in paths if path.suffix.casefold() == LIBRARY_SUFFIX and not path.is_dir()), None)
        pages = [path for path in paths if path != library]
        if library is not None and library.absolute() != self.library.path.absolute():
            self.want_library(library, pages)
        elif pages:
            self.import_paths(pages)

    @Slot(object)
    def want_library(self, path: Path, pages: Sequence[Path] = ()) -> None:
        """Ask for another library in place of this one, and for pages to be imported there."""
        self.library_wanted.emit(path, pages)

    # What the parts say

    @Slot()
    def _on_tag(self) -> None:
        action = self.sender()
        name = action.data() if action is not None else None  # type: ignore[attr-defined] # a QAction
        if name:
            self.marking.tag(name)

    @Slot(str)
    def _on_said(self, text: str) -> None:
        self.status.say(text, self.actions_["undo"])

    @Slot(object, object)
    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        self._refresh_actions()
        self._place_timer.start()

    @Slot(object)
    def _on_article_changed(self, _article: Article | None) -> None:
        self._refresh_actions()
        self._place_timer.start()

    @Slot(object)
    def _on_scope_changed(self, _scope: Scope) -> None:
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
        if self.library.tree.counts(Scope())[0]:
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
        present = {"selection"} if self.desk.tree.has_selection() else set()
        if self.desk.article is not None:
            present.add("article")
        if self.desk.focused_mark() is not None:
            present.add("mark")
        self.actions_.set_available(present)
        self.actions_.show_tags(self.library.marks.recent_tags(), usable="article" in present)
        self._name_history()

    def _name_history(self) -> None:
        for name, step, plain, named in (
            ("undo", self.library.history.next_undo(), self.tr("&Undo"), self.tr("&Undo {step}")),
            ("redo", self.library.history.next_redo(), self.tr("&Redo"), self.tr("&Redo {step}")),
        ):
            action = self.actions_[name]
            action.setEnabled(step is not None)
            action.setText(named.format(step=_in_menu(step)) if step else plain)
            action.setIconText(plain.replace("&", ""))

    @Slot(str, str)
    def _on_walked(self, text: str, reverse: str) -> None:
        self.status.say(text, self.actions_[reverse])

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:  # noqa: FBT001 # a slot
        self.desk.setEnabled(not busy)
        if busy:
            self.status.say(self.tr("One moment: many pages are concerned"))

    # Coming and going

    def _restore(self) -> None:
        self.resize(*_SIZE)
        if geometry := self.settings.get(GEOMETRY):
            self.restoreGeometry(decode(geometry))
        if splitter := self.settings.get(SPLITTER):
            self.desk.splitter.restoreState(decode(splitter))
        self.desk.tree.setVisible(self.settings.get(TREE_SHOWN))
        self.desk.notes.setVisible(self.settings.get(NOTES_SHOWN))
        self.actions_["toggle_tree"].setChecked(self.settings.get(TREE_SHOWN))
        self.actions_["toggle_notes"].setChecked(self.settings.get(NOTES_SHOWN))
        if tree := self.library.reading.setting(_TREE):
            self.desk.tree.restore_state(tree)
        if article := self.library.reading.setting(_ARTICLE):
            self.desk.open_article(json.loads(article))

    def _remember(self) -> None:
        if not self.actions_["distraction_free"].isChecked():
            self.settings.set(GEOMETRY, encode(self.saveGeometry()))
            self.settings.set(SPLITTER, encode(self.desk.splitter.saveState()))
            self.settings.set(TREE_SHOWN, not self.desk.tree.isHidden())
            self.settings.set(NOTES_SHOWN, not self.desk.notes.isHidden())
        self.settings.set(COLOR, self.marking.color.value)
        self.library.reading.set_setting(_TREE, self.desk.tree.save_state())
        if self.desk.article is not None:
            self.library.reading.set_setting(_ARTICLE, json.dumps(self.desk.article.stored.id))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs, save what was typed, remember how things stand."""
        self.importing.shut_down()
        try:
            self.desk.close_down()
            self._remember()
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
