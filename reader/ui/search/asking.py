"""The job of a search: what it says as it goes on, and in which order."""

from collections.abc import Generator
from dataclasses import dataclass
from threading import Event

from reader.domain.found import Order
from reader.domain.scope import Scope
from reader.services.library import Library
from reader.services.searching import SearchStoppedError
from reader.workers.jobs import Work


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, where it is asked, and which of the articles that match are wanted."""

    query: str
    scope: Scope
    order: Order
    limit: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Indexed:
    """The index is being brought up to date: so many articles of so many are done."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How many articles match."""

    number: int


def search_work(asked: Asked, stop: Event) -> Work:
    """Yields ``Indexed`` while that takes time, a ``SearchPage``, and ``Counted``; returns the facets.

    What follows upon a page that was shown before is neither counted again nor has other facets. A search that was
    stopped has no answer.
    """

    def work(library: Library) -> Generator[object, None, object]:
        for done, total in library.search.catch_up():
            yield Indexed(done, total)
        try:
            return (yield from ask(library))
        except SearchStoppedError:
            return None

    def ask(library: Library) -> Generator[object, None, object]:
        query, scope = asked.query, asked.scope
        yield library.search.search(
            query, scope, order=asked.order, limit=asked.limit, offset=asked.offset, should_stop=stop.is_set
        )
        if asked.offset:
            return None
        yield Counted(library.search.count(query, scope, should_stop=stop.is_set))
        return library.search.facets(query, scope, should_stop=stop.is_set)

    return work


def index_work(library: Library) -> Generator[object, None, None]:
    """Bring the index up to date before anything is searched; yields ``Indexed``."""
    for done, total in library.search.catch_up():
        yield Indexed(done, total)
