"""Which articles have a word in an annotation's note or tag, or in a memo. These are few, and so are compared here."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from reader.domain import pinyin
from reader.domain.fold import fold
from reader.domain.query import And, Dates, Field, Node, Not, Or, Word
from reader.storage.codec import listed
from reader.storage.connection import Database

_fold_note = lru_cache(maxsize=100_000)(fold)


class MarkSearch:
    """Finds the items whose annotations or memos have a word."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, query: Node) -> Mapping[Word, frozenset[int]]:
        """The items of each word of a query that stands in notes or tags; words that stand in none are left out."""
        found = {word: self._of_word(word) for word in set(_words(query))}
        return {word: items for word, items in found.items() if items}

    def annotated(self, item_ids: Iterable[int]) -> set[int]:
        """Which of some items have annotations or a memo."""
        of_items = "SELECT item_id FROM {} WHERE item_id IN (SELECT value FROM json_each(?))"
        sql = f"{of_items.format('annotation')} UNION {of_items.format('memo')}"
        return {row[0] for row in self._database.conn.execute(sql, [listed(item_ids)] * 2)}

    def tagged(self) -> list[int]:
        """The items with annotations that have tags."""
        sql = (
            "SELECT DISTINCT item_id FROM annotation WHERE item_id IS NOT NULL"
            " AND EXISTS (SELECT 1 FROM annotation_tag WHERE annotation_id = annotation.id)"
        )
        return [row[0] for row in self._database.conn.execute(sql).fetchall()]

    def _of_word(self, word: Word) -> frozenset[int]:
        """Only where the word may stand is looked at; what is a note to the reader is one to the query, memo or not."""
        found: set[int] = set()
        if word.field in {None, Field.NOTE}:
            found.update(item_id for item_id, note in self._written() if word.text in _fold_note(note))
        if word.field in {None, Field.TAG}:
            found.update(self._tagged(word))
        return frozenset(found)

    def _written(self) -> Iterable[tuple[int, str]]:
        """The items that have notes and memos, with these."""
        connection = self._database.conn
        notes = connection.execute("SELECT item_id, note FROM annotation WHERE note != '' AND item_id IS NOT NULL")
        memos = connection.execute("SELECT item_id, text FROM memo WHERE item_id IS NOT NULL")
        return [*notes.fetchall(), *memos.fetchall()]

    def _tagged(self, word: Word) -> list[int]:
        connection = self._database.conn
        tags = connection.execute("SELECT id, name FROM tag").fetchall()
        having = [tag_id for tag_id, name in tags if _is_in(word, name)]
        if not having:
            return []
        items = connection.execute(
            "SELECT item_id FROM annotation JOIN annotation_tag ON annotation_tag.annotation_id = annotation.id"
            " WHERE item_id IS NOT NULL AND tag_id IN (SELECT value FROM json_each(?))",
            [listed(having)],
        )
        return [item_id for (item_id,) in items.fetchall()]


def _words(node: Node) -> Iterator[Word]:
    """The words of a query, those behind a ``not`` too."""
    if isinstance(node, Word):
        yield node
    elif isinstance(node, Not):
        yield from _words(node.part)
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from _words(part)
    else:
        assert isinstance(node, Dates)


def _is_in(word: Word, name: str) -> bool:
    """Whether the name of a tag has a word, or reads as it says where that counts."""
    return word.text in fold(name) or (word.pinyin and pinyin.reads(name, word.text))
