"""A query as SQL: an expression that the index of texts is asked, and conditions upon each document and its page.

The words of the outermost conjunction that only the text can answer are one FTS5 expression, which SQLite walks in the
order of documents; all else are conditions upon each document. Newspapers and pages are few, so they are compared here
and become lists.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from reader.domain.fold import fold
from reader.domain.query import And, Dates, Field, Node, Not, Or, Word, positive_words
from reader.domain.searchable import TEXT_FIELDS
from reader.storage.codec import listed
from reader.storage.connection import Database
from reader.storage.search_documents import phrase
from reader.storage.search_pinyin import PinyinSearch

_WEIGHTS = "1.0, 10.0, 3.0"  # of text, title and byline
_LISTED = "SELECT value FROM json_each(?)"
_ALWAYS = "1"


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition in SQL with its parameters; ``match`` is an FTS5 expression that must hold beside it."""

    sql: str = _ALWAYS
    parameters: tuple[object, ...] = ()
    match: str = ""

    @property
    def is_match(self) -> bool:
        """Whether the expression is all that there is."""
        return bool(self.match) and self.sql == _ALWAYS

    def also(self, sql: str, *parameters: object) -> "Condition":
        """This, and another condition."""
        return Condition(f"{self.sql} AND {sql}", (*self.parameters, *parameters), self.match)


class Conditions:
    """Puts queries into SQL.

    Args:
        database, titles: of the library.
        marked: the items that have a word in a note or tag; a word that is not named stands in none.
    """

    def __init__(self, database: Database, titles: PinyinSearch, marked: Mapping[Word, frozenset[int]]) -> None:
        self._database = database
        self._titles = titles
        self._marked = marked

    def of(self, query: Node) -> Condition:
        """A query as conditions, with what only the text can answer as the expression to be walked."""
        parts = query.parts if isinstance(query, And) else (query,)
        matches = []
        made = Condition()
        for part in parts:
            expression = self._expression(part)
            if expression:
                matches.append(expression)
            else:
                sql, parameters = self._sql(part)
                made = made.also(sql, *parameters)
        return Condition(made.sql, made.parameters, " AND ".join(matches))

    def _expression(self, node: Node) -> str:
        """A node as an FTS5 expression; empty where the text alone cannot answer it."""
        if isinstance(node, Word):
            only_text = node.field in TEXT_FIELDS or not (node.field or node in self._marked)
            return _match(node) if only_text and not node.pinyin else ""
        if isinstance(node, And | Or):
            parts = [self._expression(part) for part in node.parts]
            operator = " AND " if isinstance(node, And) else " OR "
            return f"({operator.join(parts)})" if all(parts) else ""
        return ""

    def _sql(self, node: Node) -> tuple[str, list[object]]:
        """A node as an SQL condition upon a document."""
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
            return _of_page(f"page.newspaper IN ({_LISTED})"), [listed(self._newspapers(word.text))]
        if word.field is Field.PAGE:
            return f"search_doc.page_id IN ({_LISTED})", [listed(self._page_ids(word.text))]
        arms: list[tuple[str, object]] = []
        if word.field is None or word.field in TEXT_FIELDS:
            arms.append(("SELECT rowid FROM search_text WHERE search_text MATCH ?", _match(word)))
        if word.pinyin and word.field in {None, Field.TITLE}:
            expression, read = self._titles.ask(word.text)
            arms.append(("SELECT rowid FROM search_pinyin WHERE search_pinyin MATCH ?", expression))
            arms.append((_LISTED, listed(read)))
        if word in self._marked:
            arms.append((DOCUMENTS_OF, listed(self._marked[word])))
        arms = [(sql, value) for sql, value in arms if value not in {"", "[]"}] or [(_LISTED, "[]")]
        return f"search_doc.doc IN ({' UNION '.join(sql for sql, _ in arms)})", [value for _, value in arms]

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


DOCUMENTS_OF = f"SELECT doc FROM search_doc WHERE item_id IN ({_LISTED})"
"""The documents of the items that are listed."""


def score(query: Node) -> tuple[str, list[object]]:
    """What says of documents how well their text fits the words of a query, best the least."""
    words = [word for word in positive_words(query) if word.field is None or word.field in TEXT_FIELDS]
    if not words:
        return "SELECT NULL AS doc, 0 AS score", []
    best = f"bm25(search_text, {_WEIGHTS})"
    sql = f"SELECT rowid AS doc, {best} AS score FROM search_text WHERE search_text MATCH ?"
    return sql, [" OR ".join(map(_match, words))]


def _match(word: Word) -> str:
    column = f"{{{word.field}}} : " if word.field else ""
    return f"({column}{phrase(word.text)})"


def _of_page(condition: str) -> str:
    """A condition upon the page of a document."""
    return f"EXISTS (SELECT 1 FROM page WHERE page.id = search_doc.page_id AND {condition})"


def _dates(dates: Dates) -> tuple[str, list[object]]:
    conditions, parameters = ["page.issue_date IS NOT NULL"], list[object]()
    for bound, operator in ((dates.first, ">" if dates.after else ">="), (dates.last, "<" if dates.before else "<=")):
        if bound is not None:
            conditions.append(f"page.issue_date {operator} ?")
            parameters.append(bound)
    return _of_page(" AND ".join(conditions)), parameters
