"""From the list of what was found to the open article, and on from one article or hit to the next."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal, Slot

from reader.services.pages import Article
from reader.ui.desk import Desk
from reader.ui.tree.pane import SELECTION_PAUSE_MS

if TYPE_CHECKING:
    from reader.domain.found import SearchHit
    from reader.ui.search.results import SearchResults
    from reader.ui.search.searching import Searching


class Walking(QObject):
    """Walks the results of a search. Articles of other libraries cannot be opened, but glanced at.

    Signals:
        said: which articles were passed over, or what can be done with one.
        glance_wanted: the ``SearchHit`` of another library that is to be read.
    """

    said = Signal(str)
    glance_wanted = Signal(object)

    def __init__(self, searching: "Searching", desk: Desk) -> None:
        super().__init__(searching)
        self._searching = searching
        self._desk = desk
        self._settled = QTimer(self, singleShot=True, interval=SELECTION_PAUSE_MS)
        self._settled.timeout.connect(self.open_current)
        desk.article_changed.connect(self._on_article_changed)

    def watch(self, results: "SearchResults") -> None:
        """Follow the reader through the list of results, which has just been made."""
        results.list.chosen.connect(self._settled.start)
        results.list.accepted.connect(self._on_accepted)

    def stop(self) -> None:
        """Open nothing that the reader only passed."""
        self._settled.stop()

    def step(self, *, forward: bool, unread: bool = False) -> bool:
        """Open the next or previous of the articles found, or of the unread ones; False where there is none.

        Those of other libraries are passed over, and it is said that they were.
        """
        is_read = self._desk.library.reading.is_read
        row, passed = self._next(
            1 if forward else -1, lambda hit: not (hit.library or (unread and is_read(hit.item_id)))
        )
        of_others = sum(1 for hit in passed if hit.library)
        if row is None:
            if of_others:
                self.said.emit(self.tr("There are only articles of other libraries: Enter in the list shows one"))
            return bool(of_others)
        if of_others:
            self.said.emit(self.tr("Passed over: %Ln article(s) of other libraries", "", of_others))
        if forward:
            self._desk.mark_read()
        self._results.list.make_current(row)
        if row == len(self._results.model.hits) - 1:
            self._fetch_more()
        self.open_current()
        return True

    def step_beside(self, by: int) -> "SearchHit | None":
        """Make the next (1) or previous (-1) of the articles found in other libraries current; None without one."""
        row, _ = self._next(by, lambda hit: bool(hit.library))
        if row is None:
            return None
        self._results.list.make_current(row)
        return self._results.model.hits[row]

    def step_hit(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) hit, from one article to the other; False after the last of all."""
        if self._desk.reading.step_hit(direction):
            return True
        if not (self._searching.is_shown and self.step(forward=direction > 0)):
            return False
        if direction < 0:
            self._show_hits(last=True)
        return True

    @Slot()
    def open_current(self) -> None:
        """Open the current article of the list, at its first hit."""
        self._settled.stop()
        hit = self._results.list.current_hit()
        if hit is None:
            return
        self._searching.memory.remember(self._searching.query)
        if hit.library:
            name = self._searching.attaching.names.get(Path(hit.library), "")
            self.said.emit(self.tr("In the library “{name}”: Enter shows it").format(name=name))
        elif self._desk.article is not None and hit.item_id == self._desk.article.stored.id:
            self._show_hits()
        else:
            self._desk.open_article(hit.item_id, follow=False)

    @property
    def _results(self) -> "SearchResults":
        return self._searching.results

    def _next(self, by: int, fits: "Callable[[SearchHit], bool]") -> "tuple[int | None, tuple[SearchHit, ...]]":
        """The row of the next article that fits, and the articles before it; at the end, more are asked for."""
        hits, current = self._results.model.hits, self._results.list.currentIndex()
        start = row = current.row() + by if current.isValid() else 0
        while 0 <= row < len(hits) and not fits(hits[row]):
            row += by
        if row >= len(hits):
            self._fetch_more()
        passed = hits[start:row] if by > 0 else hits[row + 1 : start + 1]
        return (row if 0 <= row < len(hits) else None), passed

    def _fetch_more(self) -> None:
        model = self._results.model
        if model.canFetchMore(QModelIndex()):
            model.more_wanted.emit()

    @Slot()
    def _on_accepted(self) -> None:
        self.open_current()
        hit = self._results.list.current_hit()
        if hit is not None and hit.library:
            self.glance_wanted.emit(hit)
        else:
            self._desk.focus_text()

    @Slot(object)
    def _on_article_changed(self, _article: Article | None) -> None:
        if self._searching.is_shown:
            self._show_hits()

    def _show_hits(self, *, last: bool = False) -> None:
        article = self._desk.article
        if article is not None:
            hits = self._desk.library.search.hits(self._searching.query, article)
            self._desk.reading.show_hits(hits, last=last)
