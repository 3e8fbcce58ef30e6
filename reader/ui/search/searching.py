"""A search at work: from the field to a job, from its answer to the list, and from the list to the open article."""

from collections.abc import Callable, Generator
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from reader.domain.model import Changes
from reader.errors import UserError
from reader.services.library import Library
from reader.services.pages import Article
from reader.services.searching import Order, SearchPage
from reader.ui.change_bus import ChangeBus
from reader.ui.desk import Desk
from reader.ui.search.field import SearchField
from reader.ui.search.results import SearchResults
from reader.ui.theme.tokens import Tokens
from reader.ui.tree.pane import SELECTION_PAUSE_MS
from reader.ui.words import error_text
from reader.workers.jobs import JobRunner, Work

TYPING_PAUSE_MS = 200
PAGE = 50
"""How many articles are fetched at a time."""


class Searching(QObject):
    """Searches the whole library as the reader types; the results stand in the place of the tree.

    Signals:
        shown_changed: whether results stand there.

    Attributes:
        field, results: the widgets, for the tool bar and for keys.
    """

    shown_changed = Signal(bool)

    def __init__(self, desk: Desk, bus: ChangeBus, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self.field = SearchField()
        self.results = SearchResults()
        desk.tree.set_results(self.results)
        self._stop = Event()
        self._running = False
        self._first = False  # whether the first result is to be opened when it comes
        self._typed = _timer(self, TYPING_PAUSE_MS, self._search)
        self._settled = _timer(self, SELECTION_PAUSE_MS, self._open_current)
        self.field.textChanged.connect(self._on_typed)
        self.field.left.connect(self._on_left)
        self.field.cancelled.connect(self.end)
        self.results.order_changed.connect(self._search)
        self.results.model.more_wanted.connect(self._on_more_wanted)
        self.results.list.chosen.connect(self._on_chosen)
        self.results.list.accepted.connect(self._on_accepted)
        self.results.list.cancelled.connect(self.end)
        desk.article_changed.connect(self._on_article_changed)
        bus.changed.connect(self._on_changed)

    @property
    def is_shown(self) -> bool:
        """Whether results stand in the place of the tree."""
        return self._desk.tree.shows_results()

    def begin(self) -> None:
        """Put the keyboard into the field, its text selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot()
    def end(self) -> None:
        """Bring the tree back as it was, with the open article selected."""
        self._typed.stop()
        self._settled.stop()
        self._stop.set()
        self._first = False
        self.field.clear()
        self._typed.stop()
        self.results.model.replace((), more=False)
        self._show(shown=False)
        if self._desk.article is not None:
            self._desk.tree.show_item(self._desk.article.stored.id)
        self._desk.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, *, forward: bool) -> bool:
        """Open the next or previous of the articles found; False where there is none."""
        rows = len(self.results.model.hits)
        current = self.results.list.currentIndex()
        row = (current.row() + (1 if forward else -1)) if current.isValid() else 0
        if not 0 <= row < rows:
            return False
        if forward:
            self._desk.mark_read()
        self.results.list.make_current(row)
        if row == rows - 1 and self.results.model.canFetchMore(current):
            self.results.model.more_wanted.emit()
        self._open_current()
        return True

    def step_hit(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) hit, from one article to the other; False after the last of all."""
        if self._desk.reading.step_hit(direction):
            return True
        if not (self.is_shown and self.step(forward=direction > 0)):
            return False
        if direction < 0:
            self._show_hits(last=True)
        return True

    @Slot(object)
    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.results.set_tokens(tokens)

    # Asking

    def _query(self) -> str:
        return self.field.text().strip()

    @Slot()
    def _on_typed(self) -> None:
        if self._query():
            self._typed.start()
        elif self.is_shown:
            focused = self.field.hasFocus()
            self.end()
            if focused:
                self.field.setFocus()

    @Slot()
    def _search(self) -> None:
        self._typed.stop()
        if not self._query():
            return
        self._show(shown=True)
        self.results.say_searching()
        # What is there stays there when the same is asked again, so that nothing moves.
        self._start(0, max(PAGE, len(self.results.model.hits)))

    def _start(self, offset: int, limit: int) -> None:
        self._stop.set()
        self._stop = Event()
        self._running = True
        work = _search_work(self._query(), self.results.order(), limit, offset, self._stop)
        job = self._jobs.start(work, supersedes="search")
        job.progressed.connect(self._on_more_found if offset else self._on_found)
        job.finished.connect(self._on_counted)
        job.failed.connect(self._on_failed)

    @Slot()
    def _on_more_wanted(self) -> None:
        if not self._running and self.is_shown:
            self._start(len(self.results.model.hits), PAGE)

    # Answers

    @Slot(object)
    def _on_found(self, page: SearchPage) -> None:
        if not self.is_shown:
            return
        self.results.show_hits(page.hits, more=page.more)
        if self._first:
            self._enter_list()

    @Slot(object)
    def _on_more_found(self, page: SearchPage) -> None:
        if self.is_shown:
            self.results.model.append(page.hits, more=page.more)

    @Slot(object)
    def _on_counted(self, count: int) -> None:
        self._running = False
        self.results.say_count(count)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._running = False
        if self._stop.is_set():
            return  # given up while it ran
        if not isinstance(error, UserError):
            raise error
        self.results.say_failed(error_text(error))

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        only_read = changes == Changes(items=changes.items, history=False)
        if self.is_shown and not only_read:
            self._typed.start()

    # Opening

    @Slot()
    def _on_left(self) -> None:
        """From the field into the list; what is not found yet is entered when it is."""
        if self._typed.isActive():
            self._search()
        if not self._query():
            self._desk.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._running:
            self._first = True
        else:
            self._enter_list()

    def _enter_list(self) -> None:
        self._first = False
        if self.results.model.hits:
            self.results.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.results.list.current_item() is None:
                self.results.list.make_current(0)
            self._open_current()

    @Slot(object)
    def _on_chosen(self, _item_id: int) -> None:
        self._settled.start()

    @Slot()
    def _on_accepted(self) -> None:
        self._open_current()
        self._desk.focus_text()

    @Slot()
    def _open_current(self) -> None:
        self._settled.stop()
        item_id = self.results.list.current_item()
        open_now = self._desk.article.stored.id if self._desk.article else None
        if item_id is None:
            return
        if item_id == open_now:
            self._show_hits()
        else:
            self._desk.open_article(item_id, follow=False)

    @Slot(object)
    def _on_article_changed(self, _article: Article | None) -> None:
        if self.is_shown:
            self._show_hits()

    def _show_hits(self, *, last: bool = False) -> None:
        article = self._desk.article
        if article is not None:
            self._desk.reading.show_hits(self._desk.library.search.hits(self._query(), article), last=last)

    def _show(self, *, shown: bool) -> None:
        if shown != self.is_shown:
            self._desk.tree.show_results(shown=shown)
            self.shown_changed.emit(shown)


def _search_work(query: str, order: Order, limit: int, offset: int, stop: Event) -> Work:
    """Yields what was found, and returns how many articles match in all."""

    def work(library: Library) -> Generator[object, None, object]:
        yield library.search.search(query, order=order, limit=limit, offset=offset, should_stop=stop.is_set)
        return library.search.count(query, should_stop=stop.is_set)

    return work


def _timer(parent: QObject, ms: int, due: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(due)
    return timer
