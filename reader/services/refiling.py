"""Writes what a repair made of a page: its items under the ids that they continue, annotations and memos with them."""

from collections.abc import Sequence

from reader.domain.headings import derived
from reader.domain.model import Changes, Item, Page, StoredItem
from reader.domain.resplit import Owners, continued
from reader.storage.annotations import AnnotationStore
from reader.storage.journal import Writer
from reader.storage.memos import MemoStore
from reader.storage.pages import PageStore


class Refiler:
    """Gives pages other items, within a step of the journal."""

    def __init__(self, pages: PageStore, annotations: AnnotationStore, memos: MemoStore) -> None:
        self._pages = pages
        self._annotations = annotations
        self._memos = memos

    def refile(self, writer: Writer, page: Page, before: Sequence[StoredItem], after: Sequence[Item]) -> Changes:
        """Write the items of a page, with their headings and metadata brought up to date.

        An item keeps the id of the one that it has most of its characters from, and with it its reading state and its
        annotations; a new one counts as read where the item was that it was part of. Annotations and memos stay as they
        are, but for the item that each is filed under; the memos of items that became one become one.
        """
        from reader.segment.item_meta import with_meta  # only now, as the engine slows the start

        after = with_meta(derived(after, page.text, page.corrections), page.text, page.corrections)
        origins = continued([stored.item for stored in before], after)
        ids, touched = self._pages.put_items(
            writer,
            page,
            [(None if at is None else before[at].id, item) for at, item in zip(origins, after, strict=True)],
        )
        self._carry_read_state(writer, before, after, dict(enumerate(origins)), ids)
        owners = Owners(after)

        def item_of(offset: int) -> int | None:
            at = owners.at(offset)
            return None if at is None else ids[at]

        moved = self._annotations.refile(writer, page.id, item_of)
        memos = self._memos.refile(writer, page.id, item_of)
        return Changes(
            pages=frozenset([page.id]),
            items=frozenset(touched),
            annotations=frozenset(moved),
            annotated_pages=frozenset([page.id] if moved else []),
            memos=memos,
        )

    def _carry_read_state(
        self,
        writer: Writer,
        before: Sequence[StoredItem],
        after: Sequence[Item],
        origins: dict[int, int | None],
        ids: Sequence[int],
    ) -> None:
        owners = Owners([stored.item for stored in before])
        for at, item in enumerate(after):
            source = owners.at(item.blocks[0].ranges[0].start)
            if origins[at] is None and source is not None:
                self._pages.copy_read_state(writer, before[source].id, ids[at])
