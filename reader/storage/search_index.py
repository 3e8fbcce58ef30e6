"""Keeps the search index in step with the items: what is stale gets a document, a batch at a time.

The recipe: the folded text of an article as tokens of two characters that overlap, the last character of each stretch
with an end mark, in an FTS5 table with the ``ascii`` tokenizer, for which space and ASCII punctuation are moved to
where it sees letters. Then ``"上海 海浦"`` as a phrase is exactly the text 上海浦, and ``上*`` is the character 上.
"""

import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence

from reader.domain.article import ArticleView
from reader.domain.fold import fold
from reader.domain.model import READABLE_KINDS, Item, Page
from reader.domain.searchable import TEXT_FIELDS, stretches
from reader.storage.connection import Database, write
from reader.storage.pages import PageStore
from reader.storage.search_schema import REBUILD

BATCH = 100
"""Items indexed in one transaction; it takes less than a tenth of a second, so that other writers need not wait."""

# Small numbers keep the index small. Days before the first have room for a quarter of a billion undated articles.
_DAY_SIZE = 1 << 14
_FIRST_DAY = 1 << 14
_FIRST_YEAR = 1800
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_NATIVE = f"utf-32-{'le' if sys.byteorder == 'little' else 'be'}"
_CODES = next(kind for kind in "IL" if array(kind).itemsize == len("x".encode(_NATIVE)))
_LAST_ASCII = 0x7F
_MOVED_TO = 0x10FF00
_PART = 4
_END = 0x10FFFF


class _Moved(dict[int, int]):
    """For ``str.translate``: ASCII that the tokenizer would part words at goes beyond all text; the rest stays."""

    def __missing__(self, code: int) -> int:
        moved = code if code > _LAST_ASCII or chr(code).isalnum() else _MOVED_TO + code
        self[code] = moved
        return moved


_MOVED = _Moved()


def tokens(folded: str) -> str:
    """The tokens of a folded text, parted by spaces."""
    codes = array(_CODES, folded.translate(_MOVED).encode(_NATIVE))
    made = array(_CODES, [0x20]) * (3 * len(codes))
    made[0::3] = codes
    made[1::3] = codes[1:] + array(_CODES, [_END] * bool(codes))
    return made.tobytes().decode(_NATIVE)


def phrase(folded: str) -> str:
    """What finds a folded text, which is not empty, in the index."""
    if len(folded) == 1:
        return f'"{folded.translate(_MOVED)}" *'
    return f'"{tokens(folded)[:-4]}"'  # without the last character's token, for anything may follow it


class SearchIndex:
    """Writes the index; ``storage/search.py`` reads it."""

    def __init__(self, database: Database, pages: PageStore) -> None:
        self._database = database
        self._pages = pages

    def stale(self) -> int:
        """How many items are not in the index as they are now."""
        return int(self._database.conn.execute("SELECT count(*) FROM search_stale").fetchone()[0])

    def catch_up(self) -> Iterator[int]:
        """Index what is stale in short transactions; yields after each how many items it took."""
        while self.stale():
            with write(self._database):
                taken = self._next_batch()
            yield taken

    def add(self, page: Page, items: Iterable[tuple[int, Item]]) -> None:
        """Index items of a page that have just been added, within the transaction that is open."""
        readable = [(item_id, item) for item_id, item in items if item.kind in READABLE_KINDS]
        for start in range(0, len(readable), _DAY_SIZE):
            self._add(page, readable[start : start + _DAY_SIZE])

    def _add(self, page: Page, readable: Sequence[tuple[int, Item]]) -> None:
        first = self._documents(page.meta.issue_date, len(readable))
        connection = self._database.conn
        documents = list(enumerate(readable, first))
        connection.executemany(
            "INSERT INTO search_doc VALUES (?, ?, ?)", [(doc, item_id, page.id) for doc, (item_id, _) in documents]
        )
        connection.executemany(
            "INSERT INTO search_text (rowid, text, title, byline) VALUES (?, ?, ?, ?)",
            [(doc, *columns(page, item)) for doc, (_, item) in documents],
        )
        connection.executemany("DELETE FROM search_stale WHERE id = ?", [(item_id,) for item_id, _ in readable])

    def sample(self, most: int) -> list[tuple[int, int]]:
        """Documents with their items, so many at most and spread over the whole index."""
        rows = self._database.conn.execute("SELECT doc, item_id FROM search_doc ORDER BY doc").fetchall()
        return rows[:: max(1, -(-len(rows) // most))]

    def holds(self, doc: int, item_id: int) -> bool:
        """Whether a document has what its item says: the beginning, middle and end of each field of it.

        The index does not keep texts, so it is asked for parts of them, as a search would. Raises KeyError where the
        item or the text of its page is gone.
        """
        stored = self._pages.item(item_id)
        found = columns(self._pages.page(stored.page_id), stored.item)
        asked = [
            f'({{{field}}} : "{part}")' for field, text in zip(TEXT_FIELDS, found, strict=True) for part in _parts(text)
        ]
        if not asked:
            return True
        row = self._database.conn.execute(
            "SELECT 1 FROM search_text WHERE search_text MATCH ? AND rowid = ?", [" AND ".join(asked), doc]
        ).fetchone()
        return row is not None

    def clear(self) -> None:
        """Empty the index and note every readable item as stale, in one transaction."""
        with write(self._database):
            for statement in REBUILD:
                self._database.conn.execute(statement)

    def _next_batch(self) -> int:
        connection = self._database.conn
        rows = connection.execute(
            "SELECT search_stale.id, item.page_id FROM search_stale LEFT JOIN item USING (id)"
            " ORDER BY search_stale.id LIMIT ?",
            [BATCH],
        ).fetchall()
        by_page: dict[int, list[int]] = {}
        for item_id, page_id in rows:
            if page_id is not None:
                by_page.setdefault(page_id, []).append(item_id)
        for page_id, item_ids in by_page.items():
            page = self._pages.page(page_id)
            self.add(page, [(item_id, self._pages.item(item_id).item) for item_id in item_ids])
        connection.executemany("DELETE FROM search_stale WHERE id = ?", [(item_id,) for item_id, _ in rows])
        return len(rows)

    def _documents(self, issue_date: str | None, count: int) -> int:
        """Numbers for documents of a day that were never used; returns the first. A full day runs over into the next.

        At most ``_DAY_SIZE`` are asked for at once.
        """
        day = day_number(issue_date)
        while (used := self._used(day)) + count > _DAY_SIZE:
            day += 1
        self._database.conn.execute("INSERT OR REPLACE INTO search_day VALUES (?, ?)", [day, used + count])
        return day * _DAY_SIZE + used

    def _used(self, day: int) -> int:
        row = self._database.conn.execute("SELECT used FROM search_day WHERE day = ?", [day]).fetchone()
        return int(row[0]) if row else 0


def day_number(issue_date: str | None) -> int:
    """A number that grows with the date; 0 where there is none. A month or year comes before its days."""
    found = _DAY.fullmatch(issue_date or "")
    if not found:
        return 0
    year, month, day = (int(part or 0) for part in found.groups())
    return _FIRST_DAY + max(year - _FIRST_YEAR, 0) * 13 * 32 + month * 32 + day


def columns(page: Page, item: Item) -> Sequence[str]:
    """The tokens of an item, a text for each of ``TEXT_FIELDS``."""
    view = ArticleView(page.text, item, page.corrections)
    texts: dict[str, list[str]] = {field: [] for field in TEXT_FIELDS}
    for field, span in stretches(view):
        texts[field].append(tokens(fold(view.text[span.start : span.end])))
    return [" ".join(parts) for parts in texts.values()]


def _parts(text: str) -> Iterator[str]:
    """Some of the tokens of a text that follow each other, from its beginning, middle and end."""
    found = [token for token in text.split(" ") if token]
    for start in {0, len(found) // 2, max(len(found) - _PART, 0)} if found else ():
        yield " ".join(found[start : start + _PART])
