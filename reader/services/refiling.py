"""Writes what a repair made of a page: its items under the ids that they continue, and annotations where they begin."""

from collections.abc import Sequence

from reader.domain.headings import derived
from reader.domain.model import Changes, Item, Page, StoredItem
from reader.domain.resplit import Owners, continued
from reader.storage.annotations import AnnotationStore
from reader.storage.journal import Writer
from reader.storage.pages import PageStore

_DETAIL_LENGTH = 20


def shortened(text: str) -> str:
    """Words of a page as the name of a step shows them."""
    return text if len(text) <= _DETAIL_LENGTH else text[: _DETAIL_LENGTH - 1] + "…"


class Refiler:
    """Gives pages other items, within a step of the journal."""

    def __init__(self, pages: PageStore, annotations: AnnotationStore) -> None:
        self._pages = pages
        self._annotations = annotations

    def refile(self, writer: Writer, page: Page, before: Sequence[StoredItem], after: Sequence[Item]) -> Changes:
        """Write the items of a page, with their headings brought up to date.

        An item keeps the id of the one that it has most of its characters from, and with it its reading state and its
        annotations; a new one counts as read where the item was that it was part of. Annotations stay as they are, but
        for the item that each is filed under.
        """
        after = derived(after, page.text, page.corrections)
        origins = continued([stored.item for stored in before], after)
        ids, touched = self._pages.put_items(
            writer,
            page,
            [(None if at is None else before[at].id, item) for at, item in zip(origins, after, strict=True)],
        )
        self._carry_read_state(writer, before, after, dict(enumerate(origins)), ids)
        owners = Owners(after)
        moved = self._annotations.refile(
            writer, page.id, lambda offset: None if (at := owners.at(offset)) is None else ids[at]
        )
        return Changes(
            pages=frozenset([page.id]),
            items=frozenset(touched),
            annotations=frozenset(moved),
            annotated_pages=frozenset([page.id] if moved else []),
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
