"""Copies: articles that stand in several papers or on several days, as wire stories (通稿) do, and near-copies."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.domain.mark_filter import MarkFilter
from reader.domain.repeats import CopiedMark
from reader.domain.rewording import Part, difference
from reader.services.pages import Article, PageService
from reader.storage.connection import Database, write
from reader.storage.copies import CopyStore

if TYPE_CHECKING:
    from reader.services.comparing import Comparer

BATCH = 50
"""Articles compared in one transaction: some tens of milliseconds."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that are copies of each other, in the order of their printing."""

    articles: tuple[Article, ...]


class CopyService:
    """Finds copies and says how they differ. Every method but ``catch_up`` tells what is known so far."""

    def __init__(self, database: Database, copies: CopyStore, pages: PageService) -> None:
        self._database = database
        self._copies = copies
        self._pages = pages

    def catch_up(self) -> Iterator[tuple[int, int]]:
        """Compare what is new or changed with all else, in short transactions; yields how many are done and in all."""
        total, done = self._copies.stale(), 0
        if not total:
            return
        from reader.services.comparing import Comparer  # its numbers are NumPy's, which a window starts without

        comparer = Comparer(self._pages)
        while batch := self._copies.next_stale(BATCH):
            with write(self._database):
                for item_id in batch:
                    self._compare(comparer, item_id)
            done += len(batch)
            yield done, max(done, total)

    def is_stale(self) -> bool:
        """Whether there is anything that was not compared yet."""
        return bool(self._copies.next_stale(1))

    def count(self) -> int:
        """How many groups there are."""
        return self._copies.count()

    def groups(self, limit: int = 100, offset: int = 0) -> list[Group]:
        """Groups, the largest first."""
        return [Group(tuple(self._pages.articles(ids))) for ids in self._copies.groups(limit, offset)]

    def of(self, item_id: int) -> tuple[Article, ...]:
        """An article with its copies, in the order of their printing; empty where it has none."""
        return tuple(self._pages.articles(self._copies.group_of(item_id)))

    def later(self) -> int:
        """How many articles are copies of one that was printed before them."""
        return self._copies.later()

    def stale(self) -> int:
        """How many articles were not compared yet."""
        return self._copies.stale()

    def marked(self, wanted: MarkFilter) -> list[CopiedMark]:
        """The annotations of a filter that begin in articles with copies, as ``domain/repeats.py`` wants them."""
        return self._copies.marked(wanted)

    @staticmethod
    def difference(one: Article, other: Article) -> list[Part]:
        """What of one text is gone in the other, and what came."""
        return difference(one.view.text, other.view.text)

    def _compare(self, comparer: "Comparer", item_id: int) -> None:
        own = comparer.sketch(item_id)
        keys = own.keys if own else ()
        copies = [other for other in self._copies.candidates(keys, item_id) if comparer.are_alike(item_id, other)]
        self._copies.settle(item_id, keys, copies)
