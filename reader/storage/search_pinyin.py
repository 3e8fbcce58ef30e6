"""Asks the index for headlines that read as letters say.

Its columns of syllables and of first letters (``storage/search_documents.py``) answer what is typed in full or by
initials. Letters that are both in one (``zgren``) are in neither column: the columns say which headlines may read so,
and these are read again.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.domain.article import ArticleView
from reader.domain.model import Item, Page
from reader.domain.pinyin import Part, Pattern, patterns, reads
from reader.domain.query import Field
from reader.domain.searchable import stretches
from reader.storage.connection import Database
from reader.storage.pages import PageStore
from reader.storage.search_documents import phrase, syllable_phrase


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
    for pattern in patterns(written):
        if all(len(part.letters) == 1 and not part.whole for part in pattern):
            exact.append(_initials(pattern))
        elif all(part.whole for part in pattern[:-1]):
            exact.append(_syllables(pattern))
        else:
            possible.append(f"({' AND '.join([_initials(pattern), *_known_parts(pattern)])})")
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


def _syllables(parts: Sequence[Part]) -> str:
    return f"({{syllables}} : {syllable_phrase([part.letters for part in parts])})"


def _initials(parts: Iterable[Part]) -> str:
    return f"({{letters}} : {phrase(''.join(part.letters[0] for part in parts))})"


def _known_parts(pattern: Pattern) -> Iterator[str]:
    """What finds the syllables of a pattern of which more than the initial is known, whatever is between them."""
    for known, parts in groupby(pattern, lambda part: len(part.letters) > 1):
        if known:
            yield _syllables([*parts])
