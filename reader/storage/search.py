"""Asks the search index: a query and a scope in, the articles that fit out.

A query becomes SQL (``storage/search_conditions.py``). What notes and tags say is known before, and concerns few
articles: all others are walked or counted by the index of texts alone, as if there were no notes, and these few apart.
"""

import heapq
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice

from reader.domain.found import Facet, Order
from reader.domain.query import Node
from reader.domain.scope import UNKNOWN, Scope
from reader.storage.codec import listed
from reader.storage.connection import Database
from reader.storage.scopes import where
from reader.storage.search_conditions import DOCUMENTS_OF, Condition, Conditions, score
from reader.storage.search_index import day_of
from reader.storage.search_marks import MarkSearch
from reader.storage.search_pinyin import PinyinSearch

_STEPS_BETWEEN_QUESTIONS = 10_000
_STORY = "coalesce(copy.group_id, -search_doc.item_id)"
"""What is the same of articles that are copies of each other; a group has the number of an article."""
_VALUES = {
    Facet.NEWSPAPER: "page.newspaper",
    Facet.YEAR: "substr(page.issue_date, 1, 4)",
    Facet.SECTION: "item.section",
}
"""What found articles are counted by that each of them has but one of."""
_ASKED_EACH = 500
"""Up to so many documents, the index is asked about each instead of being walked."""
_Row = tuple[int, int, int]


class SearchStoppedError(Exception):
    """The search was given up because its caller asked for that."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query in SQL: for every article, and for those whose notes and tags do not matter, which are ``others``.

    Attributes:
        marked: the items whose notes and tags do matter.
    """

    every: Condition
    others: Condition
    marked: frozenset[int]


class SearchStore:
    """Finds articles by the index, which must be in step (``SearchIndex.catch_up``)."""

    def __init__(self, database: Database, titles: PinyinSearch) -> None:
        self._database = database
        self._titles = titles
        self._marks = MarkSearch(database)

    @contextmanager
    def reading(self, should_stop: Callable[[], bool]) -> Iterator[None]:
        """One state of the library for all that is asked inside.

        Raises:
            SearchStoppedError: ``should_stop``, which is asked every few milliseconds, gave True.
        """
        connection = self._database.conn
        connection.set_progress_handler(should_stop, _STEPS_BETWEEN_QUESTIONS)
        connection.execute("BEGIN")
        try:
            yield
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                raise SearchStoppedError from None
            raise
        finally:
            connection.set_progress_handler(None, 0)
            if connection.in_transaction:
                connection.execute("ROLLBACK")

    def find(self, query: Node, scope: Scope, order: Order, limit: int, offset: int) -> list[int]:
        """The items that match, in order."""
        return [item_id for _, item_id in self.walk(query, scope, order, limit, offset)]

    def walk(
        self, query: Node, scope: Scope, order: Order, limit: int, offset: int = 0
    ) -> Generator[tuple[int, int], None, None]:
        """The items that match, in order and found as they are asked for: the day (``day_of``) and id of each.

        Where articles count once, that is the first in this order of those that match and are copies of each other.
        """
        asked = self._asked(query)
        if order is Order.RELEVANCE:
            found = self._ranked(query, asked.every, scope, -1 if scope.once else offset + limit)
        elif scope.once or not asked.marked:
            found = self._in_order(asked.every, scope, order, -1 if scope.once else offset + limit)
        else:
            found = self._in_order_by_parts(asked, scope, order, offset + limit)
        with closing(found):
            for doc, item_id, _ in islice(firsts(found) if scope.once else found, offset, offset + limit):
                yield day_of(doc), item_id

    def count(self, query: Node, scope: Scope) -> int:
        """How many items match."""
        asked = self._asked(query)
        if scope.once or not asked.marked:
            return self._number(asked.every, scope)
        return self._number(asked.others, scope, without=asked.marked) + self._number(
            _only(asked.every, asked.marked), scope
        )

    def others(self, query: Node, scope: Scope, item_ids: Sequence[int]) -> dict[int, int]:
        """How many copies of some items match, too; those without any are not named."""
        groups = dict(
            self._database.conn.execute(
                "SELECT group_id, item_id FROM copy WHERE item_id IN (SELECT value FROM json_each(?))",
                [listed(item_ids)],
            ).fetchall()
        )
        of_groups = (
            "SELECT doc FROM search_doc WHERE item_id IN (SELECT item_id FROM copy WHERE group_id IN"
            " (SELECT value FROM json_each(?)))"
        )
        condition = self._asked(query).every
        source, condition = _source(
            condition.also(f"{_column(condition)} IN ({of_groups})", listed(groups)), scope.within(once=True)
        )
        rows = self._database.conn.execute(
            f"SELECT copy.group_id, count(*) FROM {source} WHERE {condition.sql} GROUP BY copy.group_id",
            condition.parameters,
        ).fetchall()
        return {groups[group]: number - 1 for group, number in rows if number > 1}

    def annotated(self, item_ids: Collection[int]) -> set[int]:
        """Which of some items have annotations or a memo."""
        return self._marks.annotated(item_ids)

    def facets(self, query: Node, scope: Scope) -> dict[Facet, list[tuple[str, int]]]:
        """How many of the matching items there are of each value, most first; UNKNOWN is "none".

        All but tags are counted in one walk, save where articles count once: in each newspaper, year and section that
        has one of the copies.
        """
        every = self._asked(query).every
        source, condition = _source(every, scope, with_items=True)
        walks, number = [tuple(_VALUES)], "count(*)"
        if scope.once:
            walks, number = [(facet,) for facet in _VALUES], f"count(DISTINCT {_STORY})"
        counts: dict[Facet, Counter[str]] = {facet: Counter() for facet in Facet}
        for facets in walks:
            values = ", ".join(_VALUES[facet] for facet in facets)
            sql = f"SELECT {number}, {values} FROM {source} WHERE {condition.sql} GROUP BY {values}"
            for found, *names in self._database.conn.execute(sql, condition.parameters).fetchall():
                for facet, name in zip(facets, names, strict=True):
                    counts[facet][name or UNKNOWN] += found
        counts[Facet.TAG].update(self._tags(every, scope))
        return {facet: sorted(counted.items(), key=_most_first) for facet, counted in counts.items()}

    def _tags(self, every: Condition, scope: Scope) -> dict[str, int]:
        """How many of the matching items have each tag; few have any."""
        tagged = self._marks.tagged()
        source, condition = _source(_only(every, tagged), scope, with_items=True)
        sql = (
            f"SELECT tag.name, count(DISTINCT {_STORY if scope.once else 'item.id'}) FROM {source}"
            " JOIN annotation ON annotation.item_id = item.id"
            " JOIN annotation_tag ON annotation_tag.annotation_id = annotation.id"
            f" JOIN tag ON tag.id = annotation_tag.tag_id WHERE {condition.sql} GROUP BY tag.name"
        )
        return dict(self._database.conn.execute(sql, condition.parameters).fetchall()) if tagged else {}

    def _asked(self, query: Node) -> _Asked:
        marked = self._marks.of(query)
        every = Conditions(self._database, self._titles, marked).of(query)
        others = Conditions(self._database, self._titles, {}).of(query) if marked else every
        return _Asked(every, others, frozenset().union(*marked.values()))

    def _in_order(self, wanted: Condition, scope: Scope, order: Order, most: int) -> Generator[_Row, None, None]:
        """Documents by number, at most so many: number, item, and what is the same of copies."""
        source, condition = _source(wanted, scope)
        # The column of the table that is walked, or else all that is found would be sorted.
        sort = f"{'search_text.rowid' if condition.match else 'search_doc.doc'} {_direction(order)}"
        yield from self._rows(source, condition, scope, sort, [], most)

    def _ranked(self, query: Node, wanted: Condition, scope: Scope, most: int) -> Generator[_Row, None, None]:
        """Documents as ``_in_order`` gives them, those first that fit a query best."""
        source, condition = _source(wanted, scope)
        scores, parameters = score(query)
        source += f" LEFT JOIN ({scores}) AS scored ON scored.doc = search_doc.doc"
        yield from self._rows(
            source, condition, scope, "coalesce(scored.score, 0), search_doc.doc DESC", parameters, most
        )

    def _in_order_by_parts(self, asked: _Asked, scope: Scope, order: Order, most: int) -> Generator[_Row, None, None]:
        """What ``_in_order`` gives, found without gathering all that the text matches."""
        left_out = asked.others.also("search_doc.item_id NOT IN (SELECT value FROM json_each(?))", listed(asked.marked))
        with (
            closing(self._in_order(left_out, scope, order, most)) as others,
            closing(self._in_order(_only(asked.every, asked.marked), scope, order, most)) as marked,
        ):
            yield from heapq.merge(others, marked, reverse=order is Order.NEWEST)

    def _rows(
        self, source: str, condition: Condition, scope: Scope, sort: str, parameters: Sequence[object], most: int
    ) -> Generator[_Row, None, None]:
        rows = self._database.conn.execute(
            f"SELECT search_doc.doc, search_doc.item_id, {_STORY if scope.once else '0'} FROM {source}"
            f" WHERE {condition.sql} ORDER BY {sort} LIMIT ?",
            [*parameters, *condition.parameters, most],
        )
        with closing(rows):
            yield from rows

    def _number(self, wanted: Condition, scope: Scope, without: Collection[int] = ()) -> int:
        """How many documents match, those of some items left out."""
        if wanted.is_match and scope == Scope():
            return self._number_in_text(wanted.match, without)
        if without:
            wanted = wanted.also("search_doc.item_id NOT IN (SELECT value FROM json_each(?))", listed(without))
        source, condition = _source(wanted, scope)
        number = f"count(DISTINCT {_STORY})" if scope.once else "count(*)"
        sql = f"SELECT {number} FROM {source} WHERE {condition.sql}"
        return int(self._database.conn.execute(sql, condition.parameters).fetchone()[0])

    def _number_in_text(self, match: str, without: Collection[int]) -> int:
        """The same by the index of texts alone, which knows documents that lost their items, too."""
        lost, parameters = "SELECT doc FROM search_lost", [match]
        if without:
            lost, parameters = f"{lost} UNION ALL {DOCUMENTS_OF}", [match, listed(without)]
        sql = f"SELECT count(*) FROM search_text WHERE search_text MATCH ? AND rowid NOT IN ({lost})"
        return int(self._database.conn.execute(sql, parameters).fetchone()[0])


def firsts(rows: Iterable[_Row]) -> Iterator[_Row]:
    """Rows without those whose last value was there before."""
    seen = set()
    for row in rows:
        if row[-1] not in seen:
            seen.add(row[-1])
            yield row


def _source(wanted: Condition, scope: Scope, *, with_items: bool = False) -> tuple[str, Condition]:
    """The tables that a condition is asked of, and the condition of those in a scope."""
    tables, join = "search_doc", "JOIN"
    if wanted.match:  # CROSS keeps the index first, in whose order documents are wanted
        tables, join = "search_text CROSS JOIN search_doc ON search_doc.doc = search_text.rowid", "CROSS JOIN"
        wanted = Condition(f"search_text MATCH ? AND {wanted.sql}", (wanted.match, *wanted.parameters), wanted.match)
    if scope.once:  # what counts once is told from the articles that match: the first of all may not be among them
        tables += " LEFT JOIN copy ON copy.item_id = search_doc.item_id"
        scope = scope.within(once=False)
    if scope == Scope() and not with_items:  # every document is of a readable item, so no item need be looked at
        return tables, wanted
    tables += f" {join} page ON page.id = search_doc.page_id {join} item ON item.id = search_doc.item_id"
    tables += " LEFT JOIN item_state ON item_state.id = item.id"
    scoped, parameters = where(scope)
    return tables, wanted.also(scoped, *parameters)


def _only(wanted: Condition, item_ids: Collection[int]) -> Condition:
    """A condition upon the documents of some items."""
    column = _column(wanted) if len(item_ids) <= _ASKED_EACH else "search_doc.doc"
    return wanted.also(f"{column} IN ({DOCUMENTS_OF})", listed(item_ids))


def _column(wanted: Condition) -> str:
    """By which number some documents are best found.

    The index is asked about each document, unless it would gather all that begin with a character each time.
    """
    return "search_text.rowid" if wanted.match and "*" not in wanted.match else "search_doc.doc"


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    name, number = counted
    return -number, name


def _direction(order: Order) -> str:
    return "DESC" if order is Order.NEWEST else "ASC"
