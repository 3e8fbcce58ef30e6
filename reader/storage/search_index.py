"""Keeps the search index in step with the items: what is stale gets a document, a batch at a time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.domain.model import Item, Page
from reader.storage.connection import Database, write
from reader.storage.lost_schema import REBUILD
from reader.storage.pages import PageStore
from reader.storage.search_documents import READ_COLUMNS, TEXT_COLUMNS, Document, document_of

BATCH = 100
"""Items indexed in one transaction; it takes less than a tenth of a second, so that other writers need not wait."""

# Small numbers keep the index small. Days before the first have room for a quarter of a billion undated articles.
_DAY_SIZE = 1 << 14
_FIRST_DAY = 1 << 14
_FIRST_YEAR = 1800
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_PART = 4
_TABLES = {"search_text": TEXT_COLUMNS, "search_pinyin": READ_COLUMNS}


class Documents(NamedTuple):
    """Items of a page, of some day or none, with what the index gets of each."""

    page_id: int
    issue_date: str | None
    of_items: Sequence[tuple[int, Document]]


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
        self.add_documents([_documents_of(page, items)])

    def add_documents(self, added: Iterable[Documents]) -> None:
        """As ``add``, of items whose documents were made already, maybe elsewhere.

        Best as the last thing in a transaction, once for all its pages: what is gathered for the index in memory goes
        to disk at the next statement that SQLite may have to roll back alone, such as one with triggers, and many small
        pieces of an index take three times as long to write and to merge as a few large ones.
        """
        numbered = [
            (doc, page_id, item_id, document)
            for page_id, issue_date, documents in added
            for start in range(0, len(documents), _DAY_SIZE)
            for doc, (item_id, document) in self._numbered(issue_date, documents[start : start + _DAY_SIZE])
        ]
        connection = self._database.conn
        connection.executemany(
            "INSERT INTO search_doc (doc, page_id, item_id) VALUES (?, ?, ?)", [row[:3] for row in numbered]
        )
        connection.executemany("DELETE FROM search_stale WHERE id = ?", [row[2:3] for row in numbered])
        for table, columns in _TABLES.items():
            connection.executemany(
                f"INSERT INTO {table} (rowid, {', '.join(columns)}) VALUES (?{', ?' * len(columns)})",
                [(doc, *(getattr(document, column) for column in columns)) for doc, *_, document in numbered],
            )

    def _numbered(
        self, issue_date: str | None, documents: Sequence[tuple[int, Document]]
    ) -> Iterable[tuple[int, tuple[int, Document]]]:
        return enumerate(documents, self._documents(issue_date, len(documents)))

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
        return all(self._has(doc, table, columns, document) for table, columns in _TABLES.items())

    def _has(self, doc: int, table: str, columns: Sequence[str], document: Document) -> bool:
        asked = [f'({{{column}}} : "{part}")' for column in columns for part in _parts(getattr(document, column))]
        if not asked:
            return True
        row = self._database.conn.execute(
            f"SELECT 1 FROM {table} WHERE {table} MATCH ? AND rowid = ?", [" AND ".join(asked), doc]
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
        added = []
        for page_id, item_ids in by_page.items():
            page = self._pages.page(page_id)
            added.append(_documents_of(page, [(item_id, self._pages.item(item_id).item) for item_id in item_ids]))
        connection.executemany("DELETE FROM search_stale WHERE id = ?", [(item_id,) for item_id, _ in rows])
        self.add_documents(added)
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


def _documents_of(page: Page, items: Iterable[tuple[int, Item]]) -> Documents:
    made = ((item_id, document_of(page, item)) for item_id, item in items)
    return Documents(page.id, page.meta.issue_date, [(item_id, one) for item_id, one in made if one is not None])


def _parts(text: str) -> Iterator[str]:
    """Some of the tokens of a text that follow each other, from its beginning, middle and end."""
    found = [token for token in text.split(" ") if token]
    for start in {0, len(found) // 2, max(len(found) - _PART, 0)} if found else ():
        yield " ".join(found[start : start + _PART])
