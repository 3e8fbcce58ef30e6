"""Keeps the search index in step with the items: what is stale gets a document, a batch at a time."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.domain.model import Item, Page
from reader.storage.connection import Database, write
from reader.storage.pages import PageStore
from reader.storage.search_documents import Document, document_of
from reader.storage.search_schema import REBUILD

BATCH = 100
"""Items indexed in one transaction; it takes less than a tenth of a second, so that other writers need not wait."""

# Small numbers keep the index small. Days before the first have room for a quarter of a billion undated articles.
_DAY_SIZE = 1 << 14
_FIRST_DAY = 1 << 14
_FIRST_YEAR = 1800
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_PART = 4
_FIELDS = ", ".join(Document._fields)


class SearchIndex:
    """Writes the index; ``storage/search.py`` reads it."""

    def __init__(self, database: Database, pages: PageStore) -> None:
        self._database = database
        self._pages = pages

    def stale(self) -> int:
        """How many items are not in the index as they are now."""
        return int(self._database.conn.execute("SELECT count(*) FROM search_stale").fetchone()[0])

    def catch_up(self) -> Iterator[int]:
        """Index what is stale in short transactions; yields after each how many items it took.

        A library that is only read stays as it is, and what is stale in it is not found.
        """
        while not self._database.read_only and self.stale():
            with write(self._database):
                taken = self._next_batch()
            yield taken

    def add(self, page: Page, items: Iterable[tuple[int, Item]]) -> None:
        """Index items of a page that have just been added, within the transaction that is open."""
        made = ((item_id, document_of(page, item)) for item_id, item in items)
        self.add_documents(
            page.id, page.meta.issue_date, [(item_id, found) for item_id, found in made if found is not None]
        )

    def add_documents(self, page_id: int, issue_date: str | None, made: Sequence[tuple[int, Document]]) -> None:
        """As ``add``, of readable items whose documents were made already (``document_of``), maybe elsewhere."""
        for start in range(0, len(made), _DAY_SIZE):
            self._add(page_id, issue_date, made[start : start + _DAY_SIZE])

    def _add(self, page_id: int, issue_date: str | None, made: Sequence[tuple[int, Document]]) -> None:
        first = self._documents(issue_date, len(made))
        connection = self._database.conn
        connection.executemany(
            "INSERT INTO search_doc VALUES (?, ?, ?)",
            [(doc, item_id, page_id) for doc, (item_id, _) in enumerate(made, first)],
        )
        connection.executemany(
            f"INSERT INTO search_text (rowid, {_FIELDS}) VALUES (?{', ?' * len(Document._fields)})",
            [(doc, *document) for doc, (_, document) in enumerate(made, first)],
        )
        connection.executemany("DELETE FROM search_stale WHERE id = ?", [(item_id,) for item_id, _ in made])

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
        document = document_of(self._pages.page(stored.page_id), stored.item)
        if document is None:
            return False
        asked = [f'({{{field}}} : "{part}")' for field, text in document._asdict().items() for part in _parts(text)]
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


def day_of(doc: int) -> int:
    """What ``day_number`` gave for the date of a document, or a little more where its day was full."""
    return doc // _DAY_SIZE


def day_number(issue_date: str | None) -> int:
    """A number that grows with the date; 0 where there is none. A month or year comes before its days."""
    found = _DAY.fullmatch(issue_date or "")
    if not found:
        return 0
    year, month, day = (int(part or 0) for part in found.groups())
    return _FIRST_DAY + max(year - _FIRST_YEAR, 0) * 13 * 32 + month * 32 + day


def _parts(text: str) -> Iterator[str]:
    """Some of the tokens of a text that follow each other, from its beginning, middle and end."""
    found = [token for token in text.split(" ") if token]
    for start in {0, len(found) // 2, max(len(found) - _PART, 0)} if found else ():
        yield " ".join(found[start : start + _PART])
