"""Asks the index for headlines that read as letters say.

Its columns of syllables and of first letters (``storage/search_documents.py``) answer what is typed in full or by
initials. Letters that are both in one (``zgren``) are in neither column: each initial is asked for as every syllable
that begins so. Where these would be too many, the columns say which headlines may read so, and they are read again.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from math import prod
from typing import NamedTuple

from reader.domain.article import ArticleView
from reader.domain.model import Item, Page
from reader.domain.pinyin import Part, patterns, reads
from reader.domain.query import Field
from reader.domain.searchable import stretches
from reader.domain.syllables import syllables_from
from reader.storage.connection import Database
from reader.storage.pages import PageStore
from reader.storage.search_documents import phrase, syllable_phrase

_MOST_PHRASES = 2000
"""Of a query: enough for any two initials before a syllable, and asked for in less than a tenth of a second."""


class Wanted(NamedTuple):
    """What letters ask of the index, as FTS5 expressions; empty for nothing.

    Attributes:
        exact: what only headlines match that read so.
        possible: what others match, too.
    """

    exact: str
    possible: str


def wanted(written: str) -> Wanted:
    """What the index is asked for letters (``domain/pinyin.py``)."""
    exact, possible = [], []
    left = _MOST_PHRASES
    for pattern in patterns(written):
        if all(len(part.letters) == 1 and not part.whole for part in pattern):
            exact.append(f"({{letters}} : {_initials(pattern)})")
            continue
        options = [_options(part) for part in pattern[:-1]] + [(pattern[-1].letters,)]
        if (number := prod(map(len, options))) <= left:
            left -= number
            exact.append(_any_of(options))
        else:
            possible.append(f"({' AND '.join([f'({{letters}} : {_initials(pattern)})', *_pairs(options)])})")
    return Wanted(" OR ".join(exact), " OR ".join(possible))


class PinyinSearch:
    """Finds documents by how their headlines read."""

    def __init__(self, database: Database, pages: PageStore) -> None:
        self._database = database
        self._pages = pages

    def ask(self, written: str) -> tuple[str, list[int]]:
        """What gives the documents whose headlines read as letters say: an FTS5 expression or "", and others by number.

        The expression is for ``search_pinyin``. Documents that the index alone cannot tell are read.
        """
        asked = wanted(written)
        if not asked.possible:
            return asked.exact, []
        rows = self._database.conn.execute(
            "SELECT doc, item_id FROM search_doc"
            " WHERE doc IN (SELECT rowid FROM search_pinyin WHERE search_pinyin MATCH ?)",
            [asked.possible],
        ).fetchall()
        return asked.exact, [doc for doc, item_id in rows if self._reads_so(item_id, written)]

    def _reads_so(self, item_id: int, written: str) -> bool:
        stored = self._pages.item(item_id)
        titles = titles_of(self._pages.page(stored.page_id), stored.item)
        return any(reads(title, written) for title in titles)


def titles_of(page: Page, item: Item) -> Iterator[str]:
    """The stretches of an item that are its headlines."""
    view = ArticleView(page.text, item, page.corrections)
    return (view.text[span.start : span.end] for field, span in stretches(view) if field is Field.TITLE)


def _options(part: Part) -> tuple[str, ...]:
    """The syllables that a part may be."""
    return (part.letters,) if part.whole else syllables_from(part.letters)


def _any_of(options: Sequence[Sequence[str]]) -> str:
    """What finds syllables that follow each other, one of each."""
    return f"({{syllables}} : ({' OR '.join(map(syllable_phrase, product(*options)))}))"


def _pairs(options: Sequence[Sequence[str]]) -> Iterator[str]:
    """What finds every two that follow each other of which one is known, wherever they stand."""
    return (_any_of(pair) for pair in pairwise(options) if 1 in map(len, pair))


def _initials(parts: Iterable[Part]) -> str:
    return phrase("".join(part.letters[0] for part in parts))
