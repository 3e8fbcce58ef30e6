"""Pages, their texts and their items."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from datetime import UTC, datetime

from reader.domain.join import block_text
from reader.domain.model import READABLE_KINDS, Item, Page, PageMeta, Range, StoredItem
from reader.storage.codec import decode_item, encode_item
from reader.storage.connection import Database
from reader.storage.journal import Writer

LABEL_LENGTH = 60
DOUBTFUL_BELOW = 0.9
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

    def add(self, writer: Writer, page: Page, items: Sequence[Item]) -> tuple[int, list[int]]:
        """Add a page (its ``id`` is ignored) with its items; returns the page's id and those of its items."""
        page_id = writer.insert(
            "page",
            {
                "source_name": page.source_name,
                "source_path": page.source_path,
                "sha256": _digest(page.text),
                "encoding": page.encoding,
                **asdict(page.meta),
                "sort_key": sort_key(page.meta),
                "imported_at": datetime.now(UTC).isoformat(timespec="seconds"),
            },
        )
        writer.insert("page_text", {"id": page_id, "text": page.text})
        return page_id, [writer.insert("item", _item_row(page_id, n, page.text, i)) for n, i in enumerate(items)]

    def page(self, page_id: int) -> Page:
        """A page with its text. Raises KeyError where there is none."""
        row = self._database.conn.execute(
            f"SELECT source_name, source_path, encoding, {_META}, text FROM page JOIN page_text USING (id)"
            " WHERE page.id = ?",
            [page_id],
        ).fetchone()
        if row is None:
            raise KeyError(page_id)
        name, path, encoding, *meta, text = row
        return Page(page_id, name, path, encoding, PageMeta(*meta), text)

    def metas(self, page_ids: Iterable[int]) -> dict[int, PageMeta]:
        """The metadata of some pages, without reading their texts."""
        found = {}
        for page_id in page_ids:
            for row in self._database.conn.execute(f"SELECT {_META} FROM page WHERE id = ?", [page_id]):
                found[page_id] = PageMeta(*row)
        return found

    def set_meta(self, writer: Writer, page_id: int, meta: PageMeta) -> None:
        """Give a page other metadata, and with it another place in the tree."""
        writer.update("page", page_id, {**asdict(meta), "sort_key": sort_key(meta)})

    def item(self, item_id: int) -> StoredItem:
        """An item. Raises KeyError where there is none."""
        for found in self._items("id = ?", item_id):
            return found
        raise KeyError(item_id)

    def items(self, page_id: int) -> list[StoredItem]:
        """All items of a page in order, banners and furniture among them."""
        return self._items("page_id = ? ORDER BY seq", page_id)

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
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _item_row(page_id: int, seq: int, page_text: str, item: Item) -> dict[str, object]:
    confidences = [item.judgement.confidence, *(block.judgement.confidence for block in item.blocks)]
    return {
        "page_id": page_id,
        "seq": seq,
        "kind": item.kind,
        "readable": item.kind in READABLE_KINDS,
        "label": _label(page_text, item),
        "section": item.section,
        "characters": sum(span.end - span.start for span in item.ranges()),
        "doubtful": min(confidences) < DOUBTFUL_BELOW,
        "content": encode_item(item),
    }


def _label(page_text: str, item: Item) -> str:
    if item.title:
        return item.title
    beginning: list[Range] = []
    for span in item.ranges():
        beginning.append(Range(span.start, min(span.end, span.start + LABEL_LENGTH)))
        if sum(part.end - part.start for part in beginning) >= LABEL_LENGTH:
            break
    return block_text(page_text, beginning)[:LABEL_LENGTH]
