"""Memos on the library, its pages, articles and tags. Each change is one step of the journal."""

from collections.abc import Callable
from datetime import datetime

from reader.domain.correction import reading
from reader.domain.history import StepName, shortened
from reader.domain.memo import Memo, MemoTarget
from reader.domain.model import Changes, Role, StoredItem
from reader.domain.uid import new_uid
from reader.storage.codebook import CodebookStore
from reader.storage.journal import Journal
from reader.storage.memos import MemoStore
from reader.storage.pages import PageStore


class MemoService:
    """The reader's memos. A target is named by its kind and the id of its page, item or tag; the library has no id."""

    def __init__(
        self, memos: MemoStore, pages: PageStore, tags: CodebookStore, journal: Journal, coder: Callable[[], str]
    ) -> None:
        """``coder`` gives the name that new memos are signed with."""
        self._memos = memos
        self._pages = pages
        self._tags = tags
        self._journal = journal
        self._coder = coder

    def get(self, target: MemoTarget, target_id: int | None = None) -> Memo | None:
        """The memo on a target, or None."""
        return self._memos.get(target, target_id)

    def text(self, target: MemoTarget, target_id: int | None = None) -> str:
        """What the memo on a target says; empty where there is none."""
        memo = self._memos.get(target, target_id)
        return memo.text if memo else ""

    def all(self) -> list[Memo]:
        """Every memo by age."""
        return self._memos.all()

    def set(self, target: MemoTarget, target_id: int | None, text: str) -> Changes:
        """Write the memo on a target; typing that goes on is one step. One with nothing but white space is removed.

        Raises:
            KeyError: the target is gone.
        """
        before = self._memos.get(target, target_id)
        if not text.strip():
            text = ""
        if text == (before.text if before else ""):
            return Changes(history=False)
        name, detail = self._step(target, target_id)
        now = _now()
        with self._journal.step(name, detail, merge_key=f"memo {target} {target_id}") as writer:
            if before is None:
                self._memos.add(writer, self._new(target, target_id, text, now))
            elif text:
                self._memos.rewrite(writer, before.id, text, now)
            else:
                self._memos.remove(writer, before.id)
        return Changes(memos=True)

    def delete(self, target: MemoTarget, target_id: int | None = None) -> Changes:
        """Remove the memo on a target."""
        before = self._memos.get(target, target_id)
        if before is None:
            return Changes(history=False)
        with self._journal.step(*self._step(target, target_id)) as writer:
            self._memos.remove(writer, before.id)
        return Changes(memos=True)

    def _new(self, target: MemoTarget, target_id: int | None, text: str, now: str) -> Memo:
        item = self._pages.item(_known(target_id)) if target is MemoTarget.ITEM else None
        return Memo(
            id=0,
            uid=new_uid(),
            target=target,
            text=text,
            coder=self._coder(),
            created_at=now,
            modified_at=now,
            page_id=item.page_id if item else target_id if target is MemoTarget.PAGE else None,
            item_id=item.id if item else None,
            anchor=_anchor(item) if item else None,
            tag_id=target_id if target is MemoTarget.TAG else None,
        )

    def _step(self, target: MemoTarget, target_id: int | None) -> tuple[StepName, str]:
        """The name of a step that changes a memo, and what it is about. Raises KeyError where the target is gone."""
        if target is MemoTarget.LIBRARY:
            return StepName.LIBRARY_MEMO, ""
        target_id = _known(target_id)
        if target is MemoTarget.TAG:
            return StepName.MEMO, shortened(self._tags.load()[target_id].name)
        if target is MemoTarget.PAGE:
            return StepName.MEMO, shortened(self._pages.page(target_id).source_name)
        stored = self._pages.item(target_id)
        page = self._pages.page(stored.page_id)
        first = reading(page.text, stored.item.blocks[0].ranges[0], page.corrections)
        return StepName.MEMO, shortened(stored.item.title or first)


def _known(target_id: int | None) -> int:
    if target_id is None:
        raise KeyError(target_id)
    return target_id


def _anchor(stored: StoredItem) -> int:
    """The place of its page that an item's memo goes with: its headline, else its first line."""
    blocks = stored.item.blocks
    return next((block for block in blocks if block.role is Role.TITLE), blocks[0]).ranges[0].start


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
