"""Pages, their texts and their items."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import UTC, datetime

from reader.domain.decision import is_doubtful
from reader.domain.item_meta import ranges_still_true
from reader.domain.join import block_text
from reader.domain.model import READABLE_KINDS, Correction, Item, Page, PageMeta, Range, StoredItem
from reader.storage.codec import decode_item, decode_meta_ranges, encode_item, encode_meta_ranges
from reader.storage.connection import Database
from reader.storage.journal import Writer, read_row

LABEL_LENGTH = 60
_BULLETS = "●○◆◇■□▲△▼▽★☆◎※·•* \u3000"
"""What briefs and bylines begin with, which says nothing in a list of them."""

_META = ", ".join(field.name for field in fields(PageMeta))
_LAST = "\U0010ffff"  # sorts what is unknown behind what is known


class PageStore:
    """Reads and writes pages; every write goes through the ``Writer`` of a journalled step."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def id_of_text(self, text: str) -> int | None:
        """The page that has exactly this text, if it is in the library."""
        row = self._database.conn.execute("SELECT id FROM page WHERE sha256 = ?", [_digest(text)]).fetchone()
        return row[0] if row else None

    def item_rows(self, page: Page, items: Sequence[Item]) -> list[dict[str, object]]:
        """The rows of a page's items, for ``add_rows``."""
        return [_item_row(page, seq, item) for seq, item in enumerate(items)]

    def add(self, writer: Writer, page: Page, items: Sequence[Item]) -> tuple[int, list[int]]:
        """Add a page (its ``id`` is ignored) with its items; returns the page's id and those of its items."""
        return self.add_rows(writer, page, self.item_rows(page, items))

    def add_rows(self, writer: Writer, page: Page, rows: Iterable[Mapping[str, object]]) -> tuple[int, list[int]]:
        """Add a page with its items as ``item_rows`` made them; returns the page's id and those of its items."""
        page_id = self._next_id()
        writer.insert("page_text", {"id": page_id, "text": page.text})
        item_ids = writer.insert_all("item", [{**row, "page_id": page_id} for row in rows])
        # Last, since items count for the tree as soon as their page is there: so all are counted at once.
        writer.insert(
            "page",
            {
                "id": page_id,
                "source_name": page.source_name,
                "source_path": page.source_path,
                "sha256": _digest(page.text),
                "encoding": page.encoding,
                **asdict(page.meta),
                "meta_ranges": encode_meta_ranges(page.meta_ranges),
                "sort_key": sort_key(page.meta),
                "imported_at": datetime.now(UTC).isoformat(timespec="seconds"),
            },
        )
        return page_id, item_ids

    def page(self, page_id: int) -> Page:
        """A page with its text. Raises KeyError where there is none."""
        row = self._database.conn.execute(
            f"SELECT source_name, source_path, encoding, meta_ranges, {_META}, text FROM page JOIN page_text USING (id)"
            " WHERE page.id = ?",
            [page_id],
        ).fetchone()
        if row is None:
            raise KeyError(page_id)
        name, path, encoding, ranges, *meta, text = row
        return Page(
            page_id,
            name,
            path,
            encoding,
            PageMeta(*meta),
            text,
            self._corrections(page_id),
            decode_meta_ranges(ranges),
        )

    def metas(self, page_ids: Iterable[int]) -> dict[int, PageMeta]:
        """The metadata of some pages, without reading their texts."""
        found = {}
        for page_id in page_ids:
            for row in self._database.conn.execute(f"SELECT {_META} FROM page WHERE id = ?", [page_id]):
                found[page_id] = PageMeta(*row)
        return found

    def set_meta(self, writer: Writer, page_id: int, meta: PageMeta) -> None:
        """Give a page other metadata, and with it another place in the tree; what is new was read nowhere."""
        ranges, *before = self._database.conn.execute(
            f"SELECT meta_ranges, {_META} FROM page WHERE id = ?", [page_id]
        ).fetchone()
        ranges = ranges_still_true(meta, PageMeta(*before), decode_meta_ranges(ranges))
        writer.update(
            "page", page_id, {**asdict(meta), "meta_ranges": encode_meta_ranges(ranges), "sort_key": sort_key(meta)}
        )

    def as_kept(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """Items as they would be read again: confidences are kept to three digits."""
        return tuple(decode_item(item.kind, item.section, encode_item(item)) for item in items)

    def put_items(
        self, writer: Writer, page: Page, items: Sequence[tuple[int | None, Item]]
    ) -> tuple[list[int], set[int]]:
        """Give a page other items, in order: one with the id of an item that it has takes its place.

        Items of the page that are not named go, with what is known of reading them. Returns the ids in order, and the
        ids of all rows that were made, changed or removed.
        """
        before = {item_id: read_row(self._database, "item", item_id) or {} for item_id in self._item_ids(page.id)}
        ids: list[int] = []
        touched: set[int] = set()
        for seq, (item_id, item) in enumerate(items):
            row = _item_row(page, seq, item)
            if item_id is None:
                ids.append(writer.insert("item", row))
                touched.add(ids[-1])
                continue
            ids.append(item_id)
            changed = {name: value for name, value in row.items() if before[item_id][name] != value}
            if changed:
                writer.update("item", item_id, changed)
                touched.add(item_id)
        for item_id in before.keys() - set(ids):
            self._remove_item(writer, item_id)
            touched.add(item_id)
        return ids, touched

    def copy_read_state(self, writer: Writer, item_id: int, copy_id: int) -> None:
        """Let a new item count as read where another one was; how far does not carry over."""
        row = self._database.conn.execute("SELECT read_at FROM item_state WHERE id = ?", [item_id]).fetchone()
        if row is not None and row[0] is not None:
            writer.insert("item_state", {"id": copy_id, "read_at": row[0], "position": 0})

    def put_corrections(self, writer: Writer, page_id: int, corrections: Sequence[Correction]) -> None:
        """Give a page other corrections; those that it has already stay untouched."""
        rows = self._database.conn.execute(
            "SELECT id, start, stop, replacement FROM correction WHERE page_id = ?", [page_id]
        ).fetchall()
        before = {Correction(Range(start, stop), words): row_id for row_id, start, stop, words in rows}
        for gone in before.keys() - set(corrections):
            writer.delete("correction", before[gone])
        for span, words in corrections:
            if Correction(span, words) not in before:
                writer.insert(
                    "correction", {"page_id": page_id, "start": span.start, "stop": span.end, "replacement": words}
                )

    def item(self, item_id: int) -> StoredItem:
        """An item. Raises KeyError where there is none."""
        for found in self._items("id = ?", item_id):
            return found
        raise KeyError(item_id)

    def items(self, page_id: int) -> list[StoredItem]:
        """All items of a page in order, banners and furniture among them."""
        return self._items("page_id = ? ORDER BY seq", page_id)

    def _next_id(self) -> int:
        row = self._database.conn.execute("SELECT seq FROM sqlite_sequence WHERE name = 'page'").fetchone()
        return row[0] + 1 if row else 1

    def _item_ids(self, page_id: int) -> list[int]:
        return [row[0] for row in self._database.conn.execute("SELECT id FROM item WHERE page_id = ?", [page_id])]

    def _remove_item(self, writer: Writer, item_id: int) -> None:
        if read_row(self._database, "item_state", item_id) is not None:
            writer.delete("item_state", item_id)
        writer.delete("item", item_id)

    def _corrections(self, page_id: int) -> tuple[Correction, ...]:
        rows = self._database.conn.execute(
            "SELECT start, stop, replacement FROM correction WHERE page_id = ? ORDER BY start", [page_id]
        )
        return tuple(Correction(Range(start, stop), words) for start, stop, words in rows)

    def _items(self, condition: str, value: int) -> list[StoredItem]:
        rows = self._database.conn.execute(
            f"SELECT id, page_id, seq, kind, section, content FROM item WHERE {condition}", [value]
        )
        return [
            StoredItem(item_id, page_id, seq, decode_item(kind, section, content))
            for item_id, page_id, seq, kind, section, content in rows
        ]


def sort_key(meta: PageMeta) -> str:
    """The order of pages in the tree: newspaper, date, page number as a number; what is unknown comes last."""
    number = meta.page_no or _LAST
    digits = "".join(char for char in number if char.isdigit())
    return "\x1f".join([meta.newspaper or _LAST, meta.issue_date or _LAST, f"{digits:0>6}", number])


def _digest(text: str) -> str:
    import hashlib  # late, because it loads OpenSSL, for which reading has no use

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _item_row(page: Page, seq: int, item: Item) -> dict[str, object]:
    return {
        "page_id": page.id,
        "seq": seq,
        "kind": item.kind,
        "readable": item.kind in READABLE_KINDS,
        "label": _label(page, item),
        "section": item.section,
        "characters": sum(span.end - span.start for span in item.ranges()),
        "doubtful": is_doubtful(item),
        "content": encode_item(item),
    }


def _label(page: Page, item: Item) -> str:
    if item.title:
        return item.title
    beginning: list[Range] = []
    for span in item.ranges():
        beginning.append(Range(span.start, min(span.end, span.start + LABEL_LENGTH)))
        if sum(part.end - part.start for part in beginning) >= LABEL_LENGTH:
            break
    return block_text(page.text, beginning, page.corrections)[:LABEL_LENGTH].lstrip(_BULLETS)
