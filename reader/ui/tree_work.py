"""What the window does to all that is selected in the tree, however much it is: tagging, moving, deleting, reading.

And compacting the library, which is about everything in it. All of it runs as one job at a time.
"""

from collections.abc import Callable, Generator, Sequence
from typing import cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QInputDialog

from reader.domain.bulk import ArticlesChanged, BulkProgress
from reader.domain.model import Changes, Color
from reader.domain.scope import Grouping, Scope
from reader.services.library import Library
from reader.services.maintenance import Compacted
from reader.services.removing import Removed
from reader.ui.frame import Frame
from reader.ui.open_dialogs import OpenDialogs
from reader.ui.words import tr

_READ_AT_ONCE = 500
_FEW = 300
"""Articles up to which views are told of each by itself."""
_MB = 1_000_000


class TreeWork(QObject):
    """Large work on one window's library."""

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._dialogs = OpenDialogs(self)

    def delete_pages(self) -> None:
        """Delete the pages that are selected, in part or as a whole. Undo brings them back."""
        scopes = self._window.desk.tree.selected_scopes()
        if scopes:
            self._window.save_pending()
            self._start(lambda library: _deleted(library, scopes), self._on_deleted)

    def toggle_read(self) -> None:
        """Mark everything selected as read, or as unread where all of it is read; from the text, what is open there."""
        desk = self._window.desk
        scopes = desk.tree.selected_scopes()
        focused = QApplication.focusWidget()
        if focused is not None and desk.reading.isAncestorOf(focused):
            desk.toggle_read(selected=False)
        elif len(scopes) == len(desk.tree.selected_item_ids()) <= _FEW:
            desk.toggle_read()
        else:
            self._start(lambda library: _marked_read(library, scopes), self._on_read)

    def tag_articles(self) -> None:
        """Ask for tags, and give them to all articles that are selected."""
        from reader.ui.annotations.ask_tags import AskTags  # seldom asked for

        window = self._window
        title = self.tr("Tag the selected articles")
        known = window.library.marks.tag_names()
        dialog = AskTags(title, known, window.appearance.tokens, window, only_known=False)
        scopes, color = window.desk.tree.selected_scopes(), window.marking.color
        dialog.accepted.connect(lambda: self._tag(scopes, dialog.names(), color))
        self._dialogs.show(dialog)

    def move_to_section(self) -> None:
        """Ask for a section, and move all articles to it that are selected."""
        window = self._window
        scopes = window.desk.tree.selected_scopes()
        dialog = QInputDialog(window)
        dialog.setWindowTitle(self.tr("Move to a section"))
        dialog.setLabelText(
            self.tr("Section of the selected articles; an empty field takes them out of every section:")
        )
        dialog.setComboBoxItems([node.value for node in window.library.tree.roots(Grouping.SECTION, Scope())])
        dialog.setComboBoxEditable(True)
        dialog.setTextValue("")
        dialog.textValueSelected.connect(lambda name: self._move(scopes, " ".join(name.split()) or None))
        self._dialogs.show(dialog)

    def _tag(self, scopes: tuple[Scope, ...], names: tuple[str, ...], color: Color) -> None:
        self._window.save_pending()
        self._start(lambda library: _tagged(library, scopes, names, color), self._on_tagged)

    def _move(self, scopes: tuple[Scope, ...], name: str | None) -> None:
        self._window.save_pending()
        self._start(lambda library: library.article_bulk.set_section(scopes, name), self._on_moved)

    def compact(self) -> None:
        """Make the library's file as small as it can be."""
        self._window.save_pending()
        self._window.status.say(self.tr("Compacting the library"))
        self._start(_compacted, self._on_compacted)

    def _start(
        self, work: Callable[[Library], Generator[object, None, object]], on_end: Callable[[object], None]
    ) -> None:
        job = self._window.writes.start(work)
        if job is not None:
            job.finished.connect(on_end)
            job.refused.connect(self._window.show_error)

    @Slot(object)
    def _on_deleted(self, end: object) -> None:
        removed = cast("Removed", end)
        self._window.bus.announce(removed.changes, self)
        if removed.pages:
            said = tr("%Ln page(s) deleted", "", removed.pages)
            if removed.marks:
                said = self.tr("{pages}, with {marks}").format(pages=said, marks=tr("%Ln mark(s)", "", removed.marks))
            self._window.status.say(said, self._window.actions_["undo"])

    @Slot(object)
    def _on_tagged(self, end: object) -> None:
        done = cast("ArticlesChanged", end)
        self._window.bus.announce(done.changes, self)
        if done.number:
            said = tr("%Ln article(s) tagged", "", done.number)
            self._window.status.say(said, self._window.actions_["undo"])
        else:
            self._window.status.say(self.tr("All of them have these tags already"))

    @Slot(object)
    def _on_moved(self, end: object) -> None:
        done = cast("ArticlesChanged", end)
        self._window.bus.announce(done.changes, self)
        if done.number:
            said = tr("%Ln article(s) moved", "", done.number)
            self._window.status.say(said, self._window.actions_["undo"])
        else:
            self._window.status.say(self.tr("All of them stand there already"))

    @Slot(object)
    def _on_read(self, end: object) -> None:
        self._window.bus.announce(cast("Changes", end), self)

    @Slot(object)
    def _on_compacted(self, end: object) -> None:
        done = cast("Compacted", end)
        self._window.status.say(
            self.tr("The library takes {after} MB now; it took {before} MB").format(
                after=f"{done.after / _MB:,.1f}", before=f"{done.before / _MB:,.1f}"
            )
        )


def _deleted(library: Library, scopes: Sequence[Scope]) -> Generator[object, None, object]:
    page_ids = library.tree.pages_in(scopes)
    yield BulkProgress(0, len(page_ids))
    return (yield from library.removal.remove_pages(page_ids))


def _tagged(
    library: Library, scopes: Sequence[Scope], names: Sequence[str], color: Color
) -> Generator[BulkProgress, None, ArticlesChanged]:
    return library.article_bulk.tag(scopes, names, color)


def _marked_read(library: Library, scopes: Sequence[Scope]) -> Generator[BulkProgress, None, Changes]:
    """Mark articles as read, or as unread where all of them are read; in short transactions."""
    item_ids = list(dict.fromkeys(item_id for scope in scopes for item_id in library.tree.item_ids(scope)))
    yield BulkProgress(0, len(item_ids))
    read = not all(map(library.reading.is_read, item_ids))
    for at in range(0, len(item_ids), _READ_AT_ONCE):
        library.reading.set_read(item_ids[at : at + _READ_AT_ONCE], read=read)
        yield BulkProgress(min(at + _READ_AT_ONCE, len(item_ids)), len(item_ids))
    if len(item_ids) <= _FEW:
        return Changes(items=frozenset(item_ids), history=False)
    return Changes(pages=frozenset(library.tree.pages_of(item_ids)), history=False)


def _compacted(library: Library) -> Generator[BulkProgress, None, Compacted]:
    steps = library.maintenance.compact()
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("Compacted", end.value)
        yield BulkProgress(0, 0)
