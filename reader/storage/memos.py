"""Memos: what the reader wrote about the library, its pages, articles and tags."""

from collections.abc import Callable, Sequence
from itertools import groupby

from reader.domain.memo import Memo, MemoTarget
from reader.storage.connection import Database
from reader.storage.journal import Writer

_FIELDS = "id, uid, target, text, coder, created_at, modified_at, page_id, item_id, anchor, tag_id"
_SELECT = f"SELECT {_FIELDS} FROM memo"
_OWNERS = {MemoTarget.PAGE: "page_id", MemoTarget.ITEM: "item_id", MemoTarget.TAG: "tag_id"}
_BETWEEN = "\n\n"
"""What parts the memos of two items that became one: a paragraph of Markdown."""


class MemoStore:
    """Reads and writes memos; every write goes through the ``Writer`` of a journalled step."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, target: MemoTarget, target_id: int | None = None) -> Memo | None:
        """The memo on a page, item or tag of an id, or on the library, which has none."""
        found = self._of(target, target_id)
        return found[0] if found else None

    def all(self) -> list[Memo]:
        """Every memo by age."""
        return self._read(f"{_SELECT} ORDER BY id")

    def add(self, writer: Writer, memo: Memo) -> int:
        """Add a memo (its ``id`` is ignored); returns its id. Its target must have none yet."""
        return writer.insert(
            "memo",
            {
                "uid": memo.uid,
                "target": memo.target,
                "page_id": memo.page_id,
                "item_id": memo.item_id,
                "anchor": memo.anchor,
                "tag_id": memo.tag_id,
                "text": memo.text,
                "coder": memo.coder,
                "created_at": memo.created_at,
                "modified_at": memo.modified_at,
            },
        )

    def rewrite(self, writer: Writer, memo_id: int, text: str, now: str) -> None:
        """Give a memo another text."""
        writer.update("memo", memo_id, {"text": text, "modified_at": now})

    def remove(self, writer: Writer, memo_id: int) -> None:
        """Remove a memo."""
        writer.delete("memo", memo_id)

    def remove_of_tag(self, writer: Writer, tag_id: int) -> bool:
        """Remove the memo on a tag, which must go before the tag does; returns whether there was one."""
        found = self._of(MemoTarget.TAG, tag_id)
        for memo in found:
            writer.delete("memo", memo.id)
        return bool(found)

    def move_to_tag(self, writer: Writer, tag_id: int, into: int) -> bool:
        """Let a tag take over the memo on one that is merged into it, below its own; returns whether there was one."""
        found = self._of(MemoTarget.TAG, tag_id)
        if found:
            self._join(writer, [*self._of(MemoTarget.TAG, into), *found], tag_id=into)
        return bool(found)

    def move_to_page(self, writer: Writer, memo_ids: Sequence[int], page_id: int) -> None:
        """Let a page take over memos on articles that it has no longer, below its own."""
        found = [memo for memo_id in memo_ids for memo in self._read(f"{_SELECT} WHERE id = ?", [memo_id])]
        if found:
            memos = [*self._of(MemoTarget.PAGE, page_id), *found]
            self._join(writer, memos, target=MemoTarget.PAGE, page_id=page_id, item_id=None, anchor=None)

    def refile(self, writer: Writer, page_id: int, item_of: Callable[[int], int | None]) -> bool:
        """Say anew which item of a page has the anchor of each memo on one; returns whether any memo changed.

        ``item_of`` gives the item that has a code point of the page. The memos of items that became one become one,
        in the order of the page.
        """
        memos = self._read(f"{_SELECT} WHERE page_id = ? AND target = 'item' ORDER BY anchor, id", [page_id])
        owners = {memo.id: item_of(memo.anchor) for memo in memos if memo.anchor is not None}
        changed = False
        for item_id, group in groupby(sorted(memos, key=lambda memo: owners[memo.id] or 0), lambda one: owners[one.id]):
            of_item = list(group)
            if item_id is not None and len(of_item) > 1:
                self._join(writer, of_item, item_id=item_id)
                changed = True
                continue
            for memo in of_item:
                if memo.item_id != item_id:
                    writer.update("memo", memo.id, {"item_id": item_id})
                    changed = True
        return changed

    def _join(self, writer: Writer, memos: list[Memo], **owner: int | str | None) -> None:
        """Let the first of some memos take over what the others say, and an owner."""
        first, *others = memos
        text = _BETWEEN.join(memo.text for memo in memos)
        writer.update("memo", first.id, {**owner, "text": text, "modified_at": max(one.modified_at for one in memos)})
        for memo in others:
            writer.delete("memo", memo.id)

    def _of(self, target: MemoTarget, target_id: int | None) -> list[Memo]:
        if target is MemoTarget.LIBRARY:
            return self._read(f"{_SELECT} WHERE target = 'library'")
        return self._read(f"{_SELECT} WHERE {_OWNERS[target]} = ? AND target = ? ORDER BY id", [target_id, target])

    def _read(self, sql: str, parameters: list[object] | None = None) -> list[Memo]:
        rows = self._database.conn.execute(sql, parameters or [])
        return [Memo(memo_id, uid, MemoTarget(target), *rest) for memo_id, uid, target, *rest in rows]
