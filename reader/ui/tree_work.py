"""What the window does to all that is selected in the tree, however much it is: deleting pages, marking as read.

And compacting the library, which is about everything in it. All of it runs as one job at a time.
"""

from collections.abc import Callable, Generator, Sequence
from typing import cast

from PySide6.QtCore import QObject, Slot

from reader.domain.bulk import BulkProgress
from reader.domain.model import Changes
from reader.services.library import Library
from reader.services.maintenance import Compacted
from reader.services.removing import Removed
from reader.ui.frame import Frame
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

    def delete_pages(self) -> None:
        """Delete the pages that are selected, in part or as a whole. Undo brings them back."""
        page_ids = self._window.desk.tree.selected_page_ids()
        if page_ids:
            self._window.save_pending()
            self._start(lambda library: library.removal.remove_pages(page_ids), self._on_deleted)

    def toggle_read(self) -> None:
        """Mark everything selected as read, or as unread where all of it is read."""
        tree = self._window.desk.tree
        item_ids = tree.item_ids_in_selection()
        if len(item_ids) <= 1 or len(item_ids) == len(tree.selected_item_ids()) <= _FEW:
            self._window.desk.toggle_read()
            return
        self._start(lambda library: _marked_read(library, item_ids), self._on_read)

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


def _marked_read(library: Library, item_ids: Sequence[int]) -> Generator[BulkProgress, None, Changes]:
    """Mark articles as read, or as unread where all of them are read; in short transactions."""
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
