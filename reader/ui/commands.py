"""The commands of a window. Each dialog is loaded when it is first asked for, which keeps the start fast."""

from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from reader import __version__
from reader.domain.memo import MemoTarget
from reader.errors import UserError
from reader.paths import Paths
from reader.services.library import Library
from reader.ui.frame import Frame
from reader.ui.open_dialogs import OpenDialogs

if TYPE_CHECKING:
    from reader.ui.tree_work import TreeWork


class Commands(QObject):
    """What menus and keys do with a window as a whole."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._dialogs = OpenDialogs(self)

    def go(self, *, forward: bool, unread: bool = False) -> None:
        """Open the next or previous article, and say so where there is none."""
        window = self._window
        step = window.searching.walking.step if window.searching.is_shown else window.desk.go
        found = step(forward=forward, unread=unread)
        if not found:
            nothing = self.tr("There is no further article") if forward else self.tr("This is the first article")
            window.status.say(nothing)

    def step_doubtful(self, *, forward: bool) -> None:
        """Go to the next or previous doubtful place, and say so where there is none."""
        if not self._window.desk.step_doubtful(forward=forward):
            nothing = self.tr("There is no further doubtful place") if forward else self.tr("This is the first one")
            self._window.status.say(nothing)

    def read_on(self) -> None:
        """A page down; at the end of an article the next one; at the end of all say so."""
        if not self._window.desk.reading.page_down():
            self.go(forward=True)

    def search(self) -> None:
        """Put the keyboard into the field that searches the whole library."""
        if self._window.actions_["distraction_free"].isChecked():
            self._window.panes.toggle_distractions()
        self._window.panes.show("tree")
        self._window.searching.begin()

    def step_hit(self, direction: int) -> None:
        """Go to the next or previous hit of the search, and say so where there is none."""
        if not self._window.searching.walking.step_hit(direction):
            self._window.status.say(self.tr("There is no further hit"))

    def filter_tree(self) -> None:
        """Put the keyboard into the filter of the tree, which comes back if results stood in its place."""
        if self._window.searching.is_shown:
            self._window.searching.end()
        self._window.panes.show("tree", filtering=True)

    def choose_color(self) -> None:
        """Offer the colours at the caret; letters and arrows choose."""
        self._window.actions_.submenu("color").popup(self._window.desk.reading.caret_point())

    def follow_link(self) -> None:
        """Go to the other end of the link of the mark in focus; of several, a menu at the caret offers the ends."""
        from reader.ui.notes.link_menu import LinkMenu

        desk = self._window.desk
        focused = desk.focused_mark()
        ends = desk.library.links.ends_of(focused) if focused is not None else []
        if not ends:
            self._window.status.say(self.tr("This mark has no links"))
        elif len(ends) == 1:
            desk.show_mark(ends[0].other.id)
        else:
            menu = LinkMenu(ends, desk)
            menu.chosen.connect(desk.show_mark)
            menu.popup(desk.reading.caret_point())

    def edit_links(self) -> None:
        """Name and remove the links of the mark in focus."""
        from reader.ui.notes.links_dialog import LinksDialog

        focused = self._window.desk.focused_mark()
        if focused is not None:
            dialog = LinksDialog(self._window.library, self._window.bus, focused, self._window)
            dialog.followed.connect(self._window.desk.show_mark)
            dialog.refused.connect(self._window.show_error)
            self._dialogs.show(dialog)

    def memo(self, target: MemoTarget) -> None:
        """Write the memo on the open article or its page."""
        self._window.panes.show("notes")
        self._window.desk.notes.edit_memo(target)

    def library_memo(self) -> None:
        """Write the memo on the library."""
        from reader.ui.notes.memo_dialog import MemoDialog

        window = self._window
        dialog = MemoDialog(window.library, window.bus, window.appearance.tokens, window)
        dialog.refused.connect(window.show_error)
        self._dialogs.show(dialog)

    def undo(self) -> None:
        """Take the last step back; what is being typed is saved first and is that step."""
        self._window.save_pending()
        self._window.history.undo()

    def redo(self) -> None:
        """Bring back the step that was undone last."""
        self._window.save_pending()
        self._window.history.redo()

    def export(self) -> None:
        """Ask what to export and where to, and export it."""
        from reader.ui.dialogs.export import ExportDialog

        window = self._window
        window.save_pending()
        scopes = window.desk.tree.selected_scopes()
        tokens = window.appearance.tokens
        self._dialogs.show(ExportDialog(window.library, scopes, window.jobs, window.settings, tokens, window))

    def act_on_tags(self, action_id: str) -> None:
        """Show the codebook, and do what an action does to the tag that was chosen there."""
        from reader.ui.codebook.panel import CodebookPanel

        window = self._window
        if window.writes.is_busy:
            return
        was_shown = "codebook" in dict(window.docks.visible())
        panel = window.docks.show("codebook")
        assert isinstance(panel, CodebookPanel)
        panel.verbs.do(action_id, chosen=was_shown)

    def import_codebook(self) -> None:
        """Ask for the codebook of a file, and show what merging it would do."""
        from reader.ui.codebook.files import import_codebook

        if dialog := import_codebook(self._window):
            self._dialogs.show(dialog)

    def export_codebook(self) -> None:
        """Ask where to write the codebook to, and write it."""
        from reader.ui.codebook.files import export_codebook

        export_codebook(self._window)

    def delete_pages(self) -> None:
        """Delete the pages selected in the tree."""
        self._tree_work.delete_pages()

    def toggle_read(self) -> None:
        """Turn what is selected in the tree, or else the open article, from read to unread or back."""
        self._tree_work.toggle_read()

    def tag_articles(self) -> None:
        """Tag the articles selected in the tree."""
        self._tree_work.tag_articles()

    def move_to_section(self) -> None:
        """Move the articles selected in the tree to another section."""
        self._tree_work.move_to_section()

    def compact(self) -> None:
        """Make the library smaller and faster."""
        self._tree_work.compact()

    @cached_property
    def _tree_work(self) -> "TreeWork":
        from reader.ui.tree_work import TreeWork

        return TreeWork(self._window)

    def edit_pages(self) -> None:
        """Edit newspaper, date and page of the pages selected in the tree."""
        from reader.ui.dialogs.metadata import MetadataDialog

        window = self._window
        pages = window.desk.tree.selected_page_ids()
        if pages:
            self._dialogs.show(MetadataDialog(window.library, window.bus, pages, window))

    def new_library(self) -> None:
        """Ask for a place and begin a library there."""
        from reader.ui.dialogs.library_file import library_to_make

        path = library_to_make(self._window, self._window.library.path.parent)
        if path is None:
            return
        try:
            Library(path).close()
        except UserError as error:
            self._window.show_error(error)
        else:
            self._window.want_library(path)

    def open_library(self) -> None:
        """Ask for a library and open it in this window."""
        from reader.ui.dialogs.library_file import library_to_open

        if path := library_to_open(self._window, self._window.library.path.parent):
            self._window.want_library(path)

    def install_launcher(self) -> None:
        """Write the launcher, the icons and the file type for the current user."""
        from reader.services.launcher import install_launcher

        try:
            install_launcher()
        except UserError as error:
            self._window.show_error(error)
        else:
            self._window.status.say(self.tr("Jianbao is in the menu of your desktop now"))

    def preferences(self) -> None:
        """Language, type and the name that marks are signed with."""
        from reader.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._window.settings, self._window.appearance, self._window)
        dialog.language_chosen.connect(self._window.rebuild_wanted)
        dialog.coder_chosen.connect(self._window.library.marks.sign_as)
        self._dialogs.show(dialog)

    def show_keys(self) -> None:
        """List all keys."""
        from reader.ui.dialogs.keys import KeysDialog

        self._dialogs.show(KeysDialog(self._window.actions_, self._window.settings, self._window))

    def show_palette(self) -> None:
        """Find a command by typing, and run it."""
        from reader.ui.dialogs.palette import CommandPalette

        self._dialogs.show(CommandPalette(self._window.actions_, self._window))

    def open_log(self) -> None:
        """Show the log file in the program that the desktop has for texts."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Paths.of_user().log)))

    def about(self) -> None:
        """Say what this is, and where the library lies."""
        text = self.tr("<h3>剪报 Jianbao {version}</h3><p>A reader and annotator for newspaper pages.</p>")
        place = self.tr("<p>Library: {path}</p>")
        QMessageBox.about(
            self._window,
            self.tr("About Jianbao"),
            text.format(version=__version__) + place.format(path=escape(str(self._window.library.path))),
        )
