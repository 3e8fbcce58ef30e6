"""A search at work: from the field to a job, from its answer to the list, and from the list to the open article."""

from collections.abc import Callable, Mapping, Sequence
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from reader.domain.model import Changes
from reader.errors import UserError
from reader.ui.change_bus import ChangeBus
from reader.ui.desk import Desk
from reader.ui.search.attaching import Attaching
from reader.ui.search.field import SearchField
from reader.ui.search.memory import SearchMemory
from reader.ui.search.walking import Walking
from reader.ui.theme.tokens import Tokens
from reader.ui.words import error_text
from reader.workers.jobs import JobRunner

if TYPE_CHECKING:
    from reader.domain.found import Facet
    from reader.ui.search.asking import Indexed
    from reader.ui.search.results import SearchResults

TYPING_PAUSE_MS = 200
PAGE = 50
"""How many articles are fetched at a time."""
_INDEX_AFTER_MS = 2000
"""What a killed import or a newer version left to be indexed waits until the window stands."""


class Searching(QObject):
    """Searches the whole library as the reader types; the results stand in the place of the tree.

    What shows them is made by the first search.

    Signals:
        shown_changed: whether results stand there.
        list_made: the widget of the list was made, which is given for keys.
        said: what goes on with the index.
        library_wanted: the ``Path`` of another library that is to be opened.

    Attributes:
        field: what is typed into, for the tool bar.
        memory: the last searches, and those kept by name.
        attaching: the other libraries that are searched too.
        walking: from what was found to the open article.
    """

    shown_changed = Signal(bool)
    list_made = Signal(object)
    said = Signal(str)
    library_wanted = Signal(object)

    def __init__(self, desk: Desk, bus: ChangeBus, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self.field = SearchField()
        self.memory = SearchMemory(desk.library, bus, self.field, self)
        self.attaching = Attaching(desk.library, desk, self)
        self.walking = Walking(self, desk)
        self._results: SearchResults | None = None
        self._tokens: Tokens | None = None
        self._stop = Event()
        self._running = False
        self._first = False  # whether the first result is to be opened when it comes
        self._typed = _timer(self, TYPING_PAUSE_MS, self._search)
        self._indexing = _timer(self, _INDEX_AFTER_MS, self._index)
        self._indexing.start()
        self.field.textChanged.connect(self._on_typed)
        self.field.left.connect(self._on_left)
        self.field.cancelled.connect(self.end)
        self.field.menu_wanted.connect(self.memory.show_menu)
        self.field.pinyin_changed.connect(self._on_pinyin_changed)
        self.memory.chosen.connect(self.run)
        self.attaching.changed.connect(self._on_attached)
        bus.changed.connect(self._on_changed)

    @property
    def results(self) -> "SearchResults":
        """What shows the articles that were found."""
        if self._results is None:
            self._results = self._make_results()
        return self._results

    def _make_results(self) -> "SearchResults":
        from reader.ui.search.results import SearchResults

        results = SearchResults()
        if self._tokens is not None:
            results.set_tokens(self._tokens)
        results.order_changed.connect(self._search)
        results.pinyin_wanted.connect(self._on_pinyin_wanted)
        results.narrowing.changed.connect(self._search)
        results.model.more_wanted.connect(self._on_more_wanted)
        self.walking.watch(results)
        results.list.cancelled.connect(self.end)
        results.beside.opening.connect(self.library_wanted)
        results.beside.finding.connect(self.attaching.find_again)
        results.beside.detaching.connect(self.attaching.detach)
        self._name_libraries(results)
        self._desk.tree.set_results(results)
        self.list_made.emit(results.list)
        return results

    @property
    def is_shown(self) -> bool:
        """Whether results stand in the place of the tree."""
        return self._desk.tree.shows_results()

    @property
    def query(self) -> str:
        """What is searched for."""
        return self.field.query()

    def begin(self) -> None:
        """Put the keyboard into the field, its text selected; a group selected in the tree can be searched alone."""
        scopes = self._desk.tree.selected_scopes()
        if not self.is_shown and len(scopes) == 1 and scopes[0].item_id is None:
            self.results.narrowing.set_within(scopes[0], self._desk.tree.current_words())
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot(str)
    def run(self, query: str) -> None:
        """Search for a query as if it had been typed, and enter what is found."""
        self.field.show_query(query)
        self._search()
        self._on_left()

    @Slot()
    def end(self) -> None:
        """Bring the tree back as it was, with the open article selected."""
        self._typed.stop()
        self.walking.stop()
        self._stop.set()
        self._first = False
        self.field.clear()
        self._typed.stop()
        if self._results is not None:
            self._results.model.replace((), more=False)
            self._results.narrowing.clear()
        self._show(shown=False)
        if self._desk.article is not None:
            self._desk.tree.show_item(self._desk.article.stored.id)
        self._desk.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        if self._results is not None:
            self._results.set_tokens(tokens)

    # Asking

    @Slot()
    def toggle_pinyin(self) -> None:
        """Let letters find by pinyin too, or no longer."""
        self.field.set_pinyin(not self.field.pinyin)

    @Slot()
    def _on_pinyin_changed(self) -> None:
        if self.is_shown:
            self._search()

    @Slot()
    def _on_pinyin_wanted(self) -> None:
        """From the offer where nothing was found into what there is by pinyin."""
        self._first = True
        self.field.set_pinyin(True)

    @Slot()
    def _on_attached(self) -> None:
        if self._results is not None:
            self._name_libraries(self._results)
        if self.is_shown:
            self._search()

    def _name_libraries(self, results: "SearchResults") -> None:
        names = self.attaching.names
        results.beside.show_libraries(names)
        results.model.set_names({str(path): name for path, name in names.items()})

    @Slot()
    def _on_typed(self) -> None:
        if self.query:
            self._typed.start()
        elif self.is_shown:
            focused = self.field.hasFocus()
            self.end()
            if focused:
                self.field.setFocus()

    @Slot()
    def _search(self) -> None:
        self._typed.stop()
        if not self.query:
            return
        results = self.results
        self._show(shown=True)
        results.say_searching()
        # What is there stays there when the same is asked again, so that nothing moves.
        self._start(0, max(PAGE, len(results.model.hits)))

    def _start(self, offset: int, limit: int) -> None:
        from reader.ui.search.asking import Asked, search_work

        self._stop.set()
        self._stop = Event()
        self._running = True
        scope, order = self.results.scope(), self.results.order()
        asked = Asked(self.query, scope, order, limit, offset, self.attaching.paths)
        job = self._jobs.start(search_work(asked, self._stop), supersedes="search")
        job.progressed.connect(self._on_more_found if offset else self._on_progressed)
        job.finished.connect(self._on_finished)
        job.refused.connect(self._on_refused)

    @Slot()
    def _index(self) -> None:
        from reader.ui.search.asking import index_work

        job = self._jobs.start(index_work, supersedes="search")
        job.progressed.connect(self._on_indexed)
        job.refused.connect(self._on_refused)

    @Slot()
    def _on_more_wanted(self) -> None:
        if not self._running and self.is_shown:
            self._start(len(self.results.model.hits), PAGE)

    # Answers

    @Slot(object)
    def _on_progressed(self, news: object) -> None:
        from reader.domain.found import SearchPage
        from reader.ui.search.asking import Counted, Indexed, Troubled

        if not self.is_shown:
            return
        if isinstance(news, Troubled):
            self.results.beside.show_troubles(news.troubles)
        if isinstance(news, SearchPage):
            self.results.show_hits(news.hits, more=news.more, by_pinyin=not news.hits and self._gains_by_pinyin())
            if self._first:
                self._enter_list()
        elif isinstance(news, Counted):
            self.results.say_count(sum(news.numbers.values()), news.with_copies)
            self.results.beside.show_counts(news.numbers)
        elif isinstance(news, Indexed):
            self.results.say_indexing(news.done, news.total)

    @Slot(object)
    def _on_more_found(self, news: object) -> None:
        from reader.domain.found import SearchPage
        from reader.ui.search.asking import Troubled

        if not self.is_shown:
            return
        if isinstance(news, Troubled) and news.troubles.keys() != self.results.beside.troubles.keys():
            self._search()  # what follows does not fit what was found before
        elif isinstance(news, SearchPage):
            self.results.model.append(news.hits, more=news.more)

    @Slot(object)
    def _on_finished(self, facets: "Mapping[Facet, Sequence[tuple[str, int]]] | None") -> None:
        self._running = False
        if facets is not None and self.is_shown:
            self.results.narrowing.show_facets(facets)

    @Slot(object)
    def _on_indexed(self, indexed: "Indexed") -> None:
        if indexed.done >= indexed.total:
            self.said.emit(self.tr("The search index is up to date"))
        else:
            share = 100 * indexed.done // indexed.total
            self.said.emit(self.tr("Bringing the search index up to date: {share} %").format(share=share))

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._running = False
        if not self._stop.is_set():  # else it was given up while it ran
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
        if not self.query:
            self._desk.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._running:
            self._first = True
        else:
            self._enter_list()

    def _gains_by_pinyin(self) -> bool:
        from reader.domain.query import gains_by_pinyin

        return gains_by_pinyin(self.query)

    def _enter_list(self) -> None:
        self._first = False
        if not self.results.model.hits:
            if not self.results.enter_offer():
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.results.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.results.list.current_hit() is None:
                self.results.list.make_current(0)
            self.walking.open_current()

    def _show(self, *, shown: bool) -> None:
        if shown != self.is_shown:
            self._desk.tree.show_results(shown=shown)
            self.shown_changed.emit(shown)


def _timer(parent: QObject, ms: int, due: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(due)
    return timer
