"""Newer texts of pages: which page has taken the place of which, and what is to be settled about annotations."""

from collections.abc import Iterable, Sequence

from reader.domain.model import AnchorState, Annotation, PageMeta
from reader.storage.codec import encode_ranges
from reader.storage.connection import Database
from reader.storage.journal import Writer, read_row


class RevisionStore:
    """Reads and writes what concerns several texts of one page; writes go through the ``Writer`` of a step."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def namesakes(self, page_id: int, source_path: str, meta: PageMeta, most: int) -> set[int]:
        """Pages that came from the same file, or bear the same newspaper, date and page number: the newest of either.

        Those that were replaced already are none of them, nor is the page itself.
        """
        found = self._ids("source_path = ?", [source_path], most)
        if meta.newspaper and meta.issue_date and meta.page_no:
            condition = "newspaper = ? AND issue_date = ? AND page_no = ?"
            found |= self._ids(condition, [meta.newspaper, meta.issue_date, meta.page_no], most)
        return found - {page_id}

    def replaced_by(self, page_id: int) -> int | None:
        """The page that has the next newer text of a page, None of one that has the newest."""
        row = self._database.conn.execute("SELECT replaced_by FROM page WHERE id = ?", [page_id]).fetchone()
        return row[0] if row else None

    def newest(self, page_id: int) -> int:
        """The page that has the newest text of a page."""
        while (newer := self.replaced_by(page_id)) is not None:
            page_id = newer
        return page_id

    def older(self, page_id: int) -> list[int]:
        """The pages that a page has replaced, itself or by those in between, newest first."""
        rows = self._database.conn.execute(
            "WITH RECURSIVE older (id) AS (SELECT id FROM page WHERE replaced_by = ?"
            " UNION ALL SELECT page.id FROM page JOIN older ON page.replaced_by = older.id)"
            " SELECT id FROM older ORDER BY id DESC",
            [page_id],
        )
        return [row[0] for row in rows]

    def replace(self, writer: Writer, page_id: int, newer: int) -> None:
        """Let a page give its place to a newer one; its items go, its text stays."""
        items = "SELECT id FROM item WHERE page_id = ?"
        item_ids = [row[0] for row in self._database.conn.execute(items, [page_id])]
        for item_id in item_ids:
            if read_row(self._database, "item_state", item_id) is not None:
                writer.delete("item_state", item_id)
            writer.delete("item", item_id)
        writer.update("page", page_id, {"replaced_by": newer})

    def place(self, writer: Writer, annotation: Annotation, item_id: int | None) -> None:
        """Write where an annotation is and how it was found, and its quote, context and time of change as given."""
        writer.update(
            "annotation",
            annotation.id,
            {
                "page_id": annotation.page_id,
                "item_id": item_id,
                "start": annotation.start,
                "ranges": encode_ranges(annotation.ranges),
                "quote": annotation.quote,
                "prefix": annotation.prefix,
                "suffix": annotation.suffix,
                "state": annotation.state,
                "modified_at": annotation.modified_at,
            },
        )

    def orphan(self, writer: Writer, annotation_id: int) -> None:
        """Leave an annotation on the text that it was made on."""
        writer.update("annotation", annotation_id, {"item_id": None, "state": AnchorState.ORPHAN})

    def unsettled(self, most: int) -> list[tuple[int, int]]:
        """The first annotations that are orphans or were moved, with their pages: orphans first, as in the tree."""
        rows = self._database.conn.execute(
            "SELECT annotation.id, page_id FROM annotation JOIN page ON page.id = page_id WHERE state != 'exact'"
            " ORDER BY state = 'moved', page.sort_key, page.id, start, annotation.id LIMIT ?",
            [most],
        )
        return [*rows]

    def count(self, state: AnchorState) -> int:
        """How many annotations are in a state other than exact."""
        sql = "SELECT count(*) FROM annotation WHERE state != 'exact' AND state = ?"
        return int(self._database.conn.execute(sql, [state]).fetchone()[0])

    def read_times(self, item_ids: Iterable[int]) -> dict[int, str]:
        """When items were read, of those that were."""
        found = {}
        for item_id in item_ids:
            sql = "SELECT read_at FROM item_state WHERE id = ? AND read_at IS NOT NULL"
            for (read_at,) in self._database.conn.execute(sql, [item_id]):
                found[item_id] = read_at
        return found

    def set_read(self, writer: Writer, item_id: int, read_at: str) -> None:
        """Let an item that has no state yet count as read."""
        writer.insert("item_state", {"id": item_id, "read_at": read_at, "position": 0})

    def memos(self, page_id: int) -> list[tuple[int, int | None, int | None]]:
        """The memos on a page and its items, as (id, item, anchor); no item and no anchor are of the page's own."""
        sql = "SELECT id, item_id, anchor FROM memo WHERE page_id = ? ORDER BY target = 'item', anchor, id"
        return [(memo_id, item, anchor) for memo_id, item, anchor in self._database.conn.execute(sql, [page_id])]

    def _ids(self, condition: str, values: Sequence[str], most: int) -> set[int]:
        sql = f"SELECT id FROM page WHERE replaced_by IS NULL AND {condition} ORDER BY id DESC LIMIT ?"
        return {row[0] for row in self._database.conn.execute(sql, [*values, most])}
