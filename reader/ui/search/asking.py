"""The job of a search: what it says as it goes on, and in which order."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from reader.domain.found import Order
from reader.domain.scope import Scope
from reader.errors import UserError
from reader.services.joint_search import JointSearch, glance
from reader.services.library import Library
from reader.services.pages import Article
from reader.services.searching import SearchStoppedError
from reader.workers.jobs import Work


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, where it is asked, and which of the articles that match are wanted.

    ``beside`` are other libraries that are searched too.
    """

    query: str
    scope: Scope
    order: Order
    limit: int
    offset: int = 0
    beside: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Indexed:
    """The index is being brought up to date: so many articles of so many are done."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How many articles match, in each library that was searched; the open one is the first.

    Where articles count once, ``with_copies`` is how many match in all.
    """

    numbers: Mapping[Path, int]
    with_copies: int = 0


@dataclass(frozen=True, slots=True)
class Troubled:
    """Why other libraries were not searched, or not completely; it comes before the articles that were found."""

    troubles: Mapping[Path, UserError]


def search_work(asked: Asked, stop: Event) -> Work:
    """Yields ``Indexed`` while that takes time, ``Troubled``, a ``SearchPage``, and ``Counted``; returns the facets.

    What follows upon a page that was shown before is neither counted again nor has other facets. A search that was
    stopped has no answer.
    """

    def work(library: Library) -> Generator[object, None, object]:
        with JointSearch(library, asked.beside) as joint:
            for done, total in joint.catch_up():
                yield Indexed(done, total)
            try:
                return (yield from ask(joint))
            except SearchStoppedError:
                return None

    def ask(joint: JointSearch) -> Generator[object, None, object]:
        query, scope = asked.query, asked.scope
        found = joint.search(
            query, scope, order=asked.order, limit=asked.limit, offset=asked.offset, should_stop=stop.is_set
        )
        yield Troubled(dict(joint.troubles))
        yield found
        if asked.offset:
            return None
        numbers = joint.counts(query, scope, should_stop=stop.is_set)
        whole = joint.count(query, scope.within(once=False), should_stop=stop.is_set) if scope.once else 0
        yield Counted(numbers, whole)
        return joint.facets(query, scope, should_stop=stop.is_set)

    return work


def index_work(library: Library) -> Generator[object, None, None]:
    """Bring the index up to date before anything is searched; yields ``Indexed``."""
    for done, total in library.search.catch_up():
        yield Indexed(done, total)


def glance_work(path: Path, item_id: int) -> Work:
    """Read an article of another library, which stays as it is; returns an ``Article``, or None where it is gone."""

    def work(_library: Library) -> Generator[object, None, Article | None]:
        yield None
        return glance(path, item_id)

    return work
