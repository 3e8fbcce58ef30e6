"""Asks the search index: a query and a scope in, the articles that fit out.

A query becomes SQL. The words of its outermost conjunction that only the text can answer are one FTS5 expression, which
SQLite walks in the order of documents; all else are conditions upon each document. Newspapers, pages and tags are few,
so they are compared here and become lists; so do notes.
"""

import json
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from reader.domain import pinyin
from reader.domain.fold import fold
from reader.domain.found import Facet, Order
from reader.domain.query import And, Dates, Field, Node, Not, Or, Word, positive_words
from reader.domain.scope import UNKNOWN, Scope
from reader.domain.searchable import TEXT_FIELDS
from reader.storage.connection import Database
from reader.storage.scopes import where
from reader.storage.search_documents import phrase
from reader.storage.search_index import day_of
from reader.storage.search_pinyin import PinyinSearch

_STEPS_BETWEEN_QUESTIONS = 10_000
_WEIGHTS = "1.0, 10.0, 3.0"  # of text, title and byline
_STORY = "coalesce(copy.group_id, -search_doc.item_id)"
"""What is the same of articles that are copies of each other; a group has the number of an article."""
_Row = tuple[int, int, int]
_LISTED = "SELECT value FROM json_each(?)"
_fold_note = lru_cache(maxsize=100_000)(fold)


class SearchStoppedError(Exception):
    """The search was given up because its caller asked for that."""


@dataclass(slots=True)
class _Condition:
    """A condition in SQL with its parameters; ``match`` is an FTS5 expression that must hold beside it."""

    sql: str = "1"
    parameters: list[object] = field(default_factory=list)
    match: str = ""


class SearchStore:
    """Finds articles by the index, which must be in step (``SearchIndex.catch_up``)."""

    def __init__(self, database: Database, titles: PinyinSearch) -> None:
        self._database = database
        self._titles = titles

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
        source, condition = self._source(query, scope)
        parameters: list[object] = []
        if order is Order.RELEVANCE:
            score, score_parameters = _score(query)
            source += f" LEFT JOIN ({score}) AS scored ON scored.doc = search_doc.doc"
            sort = "coalesce(scored.score, 0), search_doc.doc DESC"
            parameters += score_parameters
        else:
            column = "search_text.rowid" if condition.match else "search_doc.doc"
            sort = f"{column} {'DESC' if order is Order.NEWEST else 'ASC'}"
        rows = self._database.conn.execute(
            f"SELECT search_doc.doc, search_doc.item_id, {_STORY if scope.once else 'NULL'} FROM {source}"
            f" WHERE {condition.sql} ORDER BY {sort} LIMIT ? OFFSET ?",
            [*parameters, *condition.parameters, *((-1, 0) if scope.once else (limit, offset))],
        )
        with closing(rows):
            for doc, item_id, _ in islice(firsts(rows), offset, offset + limit) if scope.once else rows:
                yield day_of(doc), item_id

    def count(self, query: Node, scope: Scope) -> int:
        """How many items match."""
        source, condition = self._source(query, scope)
        number = f"count(DISTINCT {_STORY})" if scope.once else "count(*)"
        row = self._database.conn.execute(
            f"SELECT {number} FROM {source} WHERE {condition.sql}", condition.parameters
        ).fetchone()
        return int(row[0])

    def others(self, query: Node, scope: Scope, item_ids: Sequence[int]) -> dict[int, int]:
        """How many copies of some items match, too; those without any are not named."""
        source, condition = self._source(query, scope.within(once=True))
        groups = dict(
            self._database.conn.execute(
                "SELECT group_id, item_id FROM copy WHERE item_id IN (SELECT value FROM json_each(?))",
                [_listed(item_ids)],
            ).fetchall()
        )
        of_groups = (
            "SELECT doc FROM search_doc WHERE item_id IN (SELECT item_id FROM copy WHERE group_id IN"
            " (SELECT value FROM json_each(?)))"
        )
        # The index is asked about each document, unless it would gather all that begin with a character each time.
        asked_each = condition.match and "*" not in condition.match
        column = "search_text.rowid" if asked_each else "search_doc.doc"
        rows = self._database.conn.execute(
            f"SELECT copy.group_id, count(*) FROM {source} WHERE {condition.sql} AND {column} IN ({of_groups})"
            " GROUP BY copy.group_id",
            [*condition.parameters, _listed([*groups])],
        ).fetchall()
        return {groups[group]: number - 1 for group, number in rows if number > 1}

    def facet(self, query: Node, scope: Scope, facet: Facet) -> list[tuple[str, int]]:
        """How many of the matching items there are of each value, most first; UNKNOWN is "none"."""
        source, condition = self._source(query, scope, with_items=True)
        value, joined, distinct = {
            Facet.NEWSPAPER: ("page.newspaper", "", ""),
            Facet.YEAR: ("substr(page.issue_date, 1, 4)", "", ""),
            Facet.SECTION: ("item.section", "", ""),
            Facet.TAG: (
                "tag.name",
                (
                    " JOIN annotation ON annotation.item_id = search_doc.item_id"
                    " JOIN annotation_tag ON annotation_tag.annotation_id = annotation.id"
                    " JOIN tag ON tag.id = annotation_tag.tag_id"
                ),
                "DISTINCT search_doc.item_id",
            ),
        }[facet]
        if scope.once:
            distinct = f"DISTINCT {_STORY}"
        rows = self._database.conn.execute(
            f"SELECT {value}, count({distinct or '*'}) AS number FROM {source}{joined} WHERE {condition.sql}"
            f" GROUP BY {value} ORDER BY number DESC, {value}",
            condition.parameters,
        )
        return [(name or UNKNOWN, number) for name, number in rows.fetchall()]

    def _source(self, query: Node, scope: Scope, *, with_items: bool = False) -> tuple[str, _Condition]:
        """The tables, and the condition of a query in a scope."""
        wanted = self._condition(query)
        tables = "search_doc"
        if wanted.match:  # CROSS keeps the index first, in whose order documents are wanted
            tables = "search_text CROSS JOIN search_doc ON search_doc.doc = search_text.rowid"
            wanted.sql = f"search_text MATCH ? AND {wanted.sql}"
            wanted.parameters.insert(0, wanted.match)
        join = "CROSS JOIN" if wanted.match else "JOIN"
        tables += f" {join} page ON page.id = search_doc.page_id"
        if scope.once:  # what counts once is told from the articles that match: the first of all may not be among them
            tables += " LEFT JOIN copy ON copy.item_id = search_doc.item_id"
            scope = scope.within(once=False)
        if scope == Scope() and not with_items:  # every document is of a readable item, so no item need be looked at
            return tables, wanted
        tables += f" {join} item ON item.id = search_doc.item_id LEFT JOIN item_state ON item_state.id = item.id"
        scoped, parameters = where(scope)
        return tables, _Condition(f"{wanted.sql} AND {scoped}", [*wanted.parameters, *parameters], wanted.match)

    def _condition(self, query: Node) -> _Condition:
        """A query as conditions, with what only the text can answer as the expression to be walked."""
        parts = query.parts if isinstance(query, And) else (query,)
        matches, others = [], []
        for part in parts:
            expression = self._expression(part)
            if expression:
                matches.append(expression)
            else:
                others.append(self._sql(part))
        return _Condition(
            " AND ".join(["1", *(sql for sql, _ in others)]),
            [value for _, values in others for value in values],
            " AND ".join(matches),
        )

    def _expression(self, node: Node) -> str:
        """A node as an FTS5 expression; empty where the text alone cannot answer it."""
        if isinstance(node, Word):
            only_text = node.field in TEXT_FIELDS or not (node.field or self._marked(node))
            return _match(node) if only_text and not node.pinyin else ""
        if isinstance(node, And | Or):
            parts = [self._expression(part) for part in node.parts]
            operator = " AND " if isinstance(node, And) else " OR "
            return f"({operator.join(parts)})" if all(parts) else ""
        return ""

    def _sql(self, node: Node) -> tuple[str, list[object]]:
        """A node as an SQL condition upon a document and its page."""
        if isinstance(node, Word):
            return self._word(node)
        if isinstance(node, Dates):
            return _dates(node)
        if isinstance(node, Not):
            sql, parameters = self._sql(node.part)
            return f"NOT coalesce({sql}, 0)", parameters
        parts = [self._sql(part) for part in node.parts]
        operator = " AND " if isinstance(node, And) else " OR "
        return f"({operator.join(sql for sql, _ in parts)})", [value for _, values in parts for value in values]

    def _word(self, word: Word) -> tuple[str, list[object]]:
        if word.field is Field.PAPER:
            return "page.newspaper IN (SELECT value FROM json_each(?))", [_listed(self._newspapers(word.text))]
        if word.field is Field.PAGE:
            return "search_doc.page_id IN (SELECT value FROM json_each(?))", [_listed(self._page_ids(word.text))]
        arms: list[tuple[str, object]] = []
        if word.field is None or word.field in TEXT_FIELDS:
            arms.append(("SELECT rowid FROM search_text WHERE search_text MATCH ?", _match(word)))
        if word.pinyin and word.field in {None, Field.TITLE}:
            expression, read = self._titles.ask(word.text)
            arms.append(("SELECT rowid FROM search_pinyin WHERE search_pinyin MATCH ?", expression))
            arms.append((_LISTED, _listed(read)))
        if word.field not in TEXT_FIELDS:
            of_marks = f"SELECT doc FROM search_doc WHERE item_id IN ({_LISTED})"
            arms.append((of_marks, _listed(self._marked(word))))
        arms = [(sql, value) for sql, value in arms if value not in {"", "[]"}] or [(_LISTED, "[]")]
        return f"search_doc.doc IN ({' UNION '.join(sql for sql, _ in arms)})", [value for _, value in arms]

    def _marked(self, word: Word) -> set[int]:
        """The items with an annotation whose note or tag has a word, or with a memo that has it.

        Only where the word may stand is looked at; what is a note to the reader is one to the query, memo or not.
        """
        found: set[int] = set()
        connection = self._database.conn
        if word.field in {None, Field.NOTE}:
            notes = connection.execute("SELECT item_id, note FROM annotation WHERE note != '' AND item_id IS NOT NULL")
            memos = connection.execute("SELECT item_id, text FROM memo WHERE item_id IS NOT NULL")
            written = [*notes.fetchall(), *memos.fetchall()]
            found.update(item_id for item_id, note in written if word.text in _fold_note(note))
        if word.field in {None, Field.TAG}:
            tags = connection.execute("SELECT id, name FROM tag").fetchall()
            having = [tag_id for tag_id, name in tags if _is_in(word, name)]
            if having:
                items = connection.execute(
                    "SELECT item_id FROM annotation JOIN annotation_tag ON annotation_tag.annotation_id = annotation.id"
                    " WHERE item_id IS NOT NULL AND tag_id IN (SELECT value FROM json_each(?))",
                    [_listed(having)],
                )
                found.update(item_id for (item_id,) in items.fetchall())
        return found

    def _newspapers(self, text: str) -> list[str]:
        rows = self._database.conn.execute("SELECT DISTINCT newspaper FROM page WHERE newspaper IS NOT NULL")
        return [name for (name,) in rows.fetchall() if text in fold(name)]

    def _page_ids(self, text: str) -> list[int]:
        rows = self._database.conn.execute("SELECT id, page_no, page_name FROM page").fetchall()
        return [
            page_id
            for page_id, number, name in rows
            if fold(number or "").lstrip("0") == text.lstrip("0") != "" or text in fold(name or "")
        ]


def firsts(rows: Iterable[_Row]) -> Iterator[_Row]:
    """Rows without those whose last value was there before."""
    seen = set()
    for row in rows:
        if row[-1] not in seen:
            seen.add(row[-1])
            yield row


def _match(word: Word) -> str:
    column = f"{{{word.field}}} : " if word.field else ""
    return f"({column}{phrase(word.text)})"


def _is_in(word: Word, name: str) -> bool:
    """Whether the name of a tag has a word, or reads as it says where that counts."""
    return word.text in fold(name) or (word.pinyin and pinyin.reads(name, word.text))


def _score(query: Node) -> tuple[str, list[object]]:
    """What says of documents how well their text fits the words of a query, best the least."""
    words = [word for word in positive_words(query) if word.field is None or word.field in TEXT_FIELDS]
    if not words:
        return "SELECT NULL AS doc, 0 AS score", []
    score = f"bm25(search_text, {_WEIGHTS})"
    sql = f"SELECT rowid AS doc, {score} AS score FROM search_text WHERE search_text MATCH ?"
    return sql, [" OR ".join(map(_match, words))]


def _dates(dates: Dates) -> tuple[str, list[object]]:
    conditions, parameters = ["page.issue_date IS NOT NULL"], list[object]()
    for bound, operator in ((dates.first, ">" if dates.after else ">="), (dates.last, "<" if dates.before else "<=")):
        if bound is not None:
            conditions.append(f"page.issue_date {operator} ?")
            parameters.append(bound)
    return f"({' AND '.join(conditions)})", parameters


def _listed(values: Sequence[object] | set[int]) -> str:
    return json.dumps(list(values))
