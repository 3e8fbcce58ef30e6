"""Searches several libraries as one: a library, and others beside it that are only looked into."""

import heapq
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, replace
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Self, TypeVar

from reader.domain.found import Facet, Order, SearchHit, SearchPage
from reader.domain.scope import Scope
from reader.errors import ErrorCode, UserError
from reader.services.library import Library
from reader.services.pages import Article
from reader.services.searching import SearchService, never
from reader.storage.read_only import as_damage

_T = TypeVar("_T")
_Place = tuple[int, int, int]
"""Where an article comes among those of all libraries (the least first), which library it is of, and its id there."""


class JointSearch:
    """Searches a library and others. Close it, or use it in a ``with``, in the thread that made it.

    What is found stands in one order: by the day of issue, and on one day the articles of the library itself before
    those of the others. How relevant an article is can only be told beside those of its own library, since a word that
    is rare in one may be common in the other; so by relevance they take turns, beginning with the best of each.

    A part of the tree that has an id, as a page, is of the library itself, so the others are not searched for it.
    Articles that count once (``Scope.once``) do so in each library by itself.

    Another library that cannot be searched, or can no longer be, is left out; what it had part in is done again.

    Attributes:
        troubles: why others were left out, or are not searched completely, by their paths as they were given.
    """

    def __init__(self, own: Library, others: Sequence[Path]) -> None:
        self._own = own
        self._others: dict[Path, Library] = {}
        self._open = ExitStack()
        self.troubles: dict[Path, UserError] = {}
        for path in others:
            try:
                self._add(path)
            except UserError as error:
                self.troubles[path] = error

    def catch_up(self) -> Iterator[tuple[int, int]]:
        """Bring all indexes in step, as ``SearchService.catch_up`` does; where one cannot be, that is a trouble."""
        yield from self._own.search.catch_up()
        for path, lacking in self._of_others(SearchService.stale).items():
            if not lacking:
                continue
            try:
                with Library(path) as writable, as_damage(path):
                    yield from writable.search.catch_up()
            except UserError as error:
                damaged = error.code is ErrorCode.LIBRARY_DAMAGED
                lagging = UserError(ErrorCode.LIBRARY_UNINDEXED, str(path), str(lacking))
                self.troubles[path] = error if damaged else lagging

    def search(
        self,
        query: str,
        scope: Scope = Scope(),  # noqa: B008 # frozen
        *,
        order: Order = Order.NEWEST,
        limit: int = 50,
        offset: int = 0,
        should_stop: Callable[[], bool] = never,
    ) -> SearchPage:
        """The articles of all libraries that match, from the ``offset``-th on; those of others say where they are.

        Raises:
            SearchStoppedError: ``should_stop``, which is asked again and again, gave True.
            UserError: of the library itself.
        """
        while self._reached(scope):
            try:
                return self._merged(query, scope, order, slice(offset, offset + limit), should_stop)
            except UserError as error:
                self._leave_out(error)
        return self._own.search.search(query, scope, order=order, limit=limit, offset=offset, should_stop=should_stop)

    def counts(
        self,
        query: str,
        scope: Scope = Scope(),  # noqa: B008 # frozen
        *,
        should_stop: Callable[[], bool] = never,
    ) -> dict[Path, int]:
        """How many articles of each library match, exactly; the library itself is the first. Raises as ``search``."""
        return self._of_all(scope, lambda search: search.count(query, scope, should_stop=should_stop))

    def count(
        self,
        query: str,
        scope: Scope = Scope(),  # noqa: B008 # frozen
        *,
        should_stop: Callable[[], bool] = never,
    ) -> int:
        """How many articles of all libraries match, exactly. Raises as ``search``."""
        return sum(self.counts(query, scope, should_stop=should_stop).values())

    def facets(
        self,
        query: str,
        scope: Scope = Scope(),  # noqa: B008 # frozen
        *,
        should_stop: Callable[[], bool] = never,
    ) -> dict[Facet, list[tuple[str, int]]]:
        """How many of the articles that match there are by newspaper, year, section and tag, in all libraries together.

        Raises as ``search``.
        """
        sums: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
        asked = self._of_all(scope, lambda search: search.facets(query, scope, should_stop=should_stop))
        for found in asked.values():
            for facet, values in found.items():
                sums[facet].update(dict(values))
        return {facet: sorted(values.items(), key=lambda each: (-each[1], each[0])) for facet, values in sums.items()}

    def close(self) -> None:
        """Close the other libraries."""
        self._others.clear()
        self._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    # Which libraries

    def _add(self, path: Path) -> None:
        if any(same_library(path, other) for other in (self._own.path, *self._others)):
            raise UserError(ErrorCode.LIBRARY_SAME, str(path))
        self._others[path] = self._open.enter_context(Library(path, read_only=True))

    def _reached(self, scope: Scope) -> dict[Path, Library]:
        """The others that a scope can mean."""
        return self._others if scope.page_id is None and scope.item_id is None else {}

    def _leave_out(self, error: UserError) -> None:
        """Search without the library that an error is of, unless that is the library itself."""
        path = next((path for path in self._others if str(path) == error.path), None)
        if path is None:
            raise error
        del self._others[path]
        self.troubles[path] = error

    def _of_all(self, scope: Scope, ask: Callable[[SearchService], _T]) -> dict[Path, _T]:
        """The answers of the library itself and of the others in reach."""
        return {self._own.path: ask(self._own.search), **(self._of_others(ask) if self._reached(scope) else {})}

    def _of_others(self, ask: Callable[[SearchService], _T]) -> dict[Path, _T]:
        answers: dict[Path, _T] = {}
        for path, library in list(self._others.items()):
            try:
                with as_damage(path):
                    answers[path] = ask(library.search)
            except UserError as error:
                self._leave_out(error)
        return answers

    # Merging

    def _merged(
        self, query: str, scope: Scope, order: Order, wanted: slice, should_stop: Callable[[], bool]
    ) -> SearchPage:
        """Some of what all libraries find. Each is read only as far as its articles are wanted."""
        sources = [_Source(self._own.search), *(_Source(lib.search, path) for path, lib in self._others.items())]
        with ExitStack() as open_walks:
            walks = [source.walk(open_walks, query, scope, order, wanted.stop + 1, should_stop) for source in sources]
            # Of equal places the merge takes those of the first walk first.
            merged = heapq.merge(*(_placed(walk, n, order) for n, walk in enumerate(walks)), key=itemgetter(0))
            taken = list(islice(merged, wanted.start, wanted.stop + 1))
            shown = taken[: wanted.stop - wanted.start]
            hits = [
                source.hits(query, [item_id for _, of, item_id in shown if of == n], should_stop, scope)
                for n, source in enumerate(sources)
            ]
            found = tuple(next(hits[n]) for _, n, _ in shown)
        return SearchPage(found, more=len(taken) > len(shown))


def check_beside(own: Path, other: Path) -> None:
    """See whether a library can be searched beside another.

    Raises:
        UserError: it is the same one, or is not there, no library, older or newer than this program, or damaged.
    """
    if same_library(own, other):
        raise UserError(ErrorCode.LIBRARY_SAME, str(other))
    Library(other, read_only=True).close()


def glance(path: Path, item_id: int) -> Article | None:
    """An article of a library that is only looked into, or None where it is gone.

    Raises:
        UserError: the library cannot be opened, or the article not be read.
    """
    with Library(path, read_only=True) as library, as_damage(path):
        try:
            return library.pages.article(item_id)
        except KeyError as missing:
            if missing.args == (item_id,):
                return None
            raise  # what is missing is a part of it


def same_library(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file."""
    try:
        return one.samefile(other)
    except OSError:  # what is not there, or cannot be looked at, says so when it is opened
        return False


@dataclass(frozen=True, slots=True)
class _Source:
    """One of the libraries whose results are merged: the library itself, or the other of a path."""

    search: SearchService
    path: Path | None = None

    def walk(
        self,
        open_walks: ExitStack,
        query: str,
        scope: Scope,
        order: Order,
        most: int,
        should_stop: Callable[[], bool],
    ) -> Iterator[tuple[int, int]]:
        """What ``SearchService.walk`` gives, until the stack is closed."""
        with self._guard():
            found = open_walks.enter_context(self.search.walk(query, scope, order, most, should_stop))
        return self._guarded(found)

    def hits(
        self, query: str, item_ids: Sequence[int], should_stop: Callable[[], bool], scope: Scope
    ) -> Iterator[SearchHit]:
        """What ``SearchService.hits_in`` gives, with the name of the library."""
        for hit in self._guarded(self.search.hits_in(query, item_ids, should_stop, scope)):
            yield replace(hit, library=str(self.path)) if self.path else hit

    def _guarded(self, found: Iterator[_T]) -> Iterator[_T]:
        with self._guard():
            yield from found

    def _guard(self) -> AbstractContextManager[None]:
        return as_damage(self.path) if self.path else nullcontext()


def _placed(walk: Iterator[tuple[int, int]], library: int, order: Order) -> Iterator[_Place]:
    for rank, (day, item_id) in enumerate(walk):
        yield {Order.NEWEST: -day, Order.OLDEST: day, Order.RELEVANCE: rank}[order], library, item_id
