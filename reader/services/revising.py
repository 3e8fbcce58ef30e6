"""A newer text of a page takes the place of the page, and what the reader made goes over to it."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.domain.anchor import quote_stands
from reader.domain.decision import is_decided
from reader.domain.model import AnchorState, Annotation, Page, PageMeta, Range, StoredItem
from reader.domain.resplit import Owners, with_decisions
from reader.services.marks import CONTEXT
from reader.services.refiling import Refiler
from reader.storage.annotations import AnnotationStore
from reader.storage.journal import Writer
from reader.storage.memos import MemoStore
from reader.storage.pages import PageStore
from reader.storage.revisions import RevisionStore

if TYPE_CHECKING:
    from reader.domain.carry import Carrier

_MOST_COMPARED = 20
"""Pages of the same newspaper, date and number that are looked at; more are no pages but what was taken for them."""
_META_FIELDS = ("newspaper", "issue_date", "page_no", "page_name")


@dataclass(frozen=True, slots=True)
class Revision:
    """A page that was replaced: its id, and how many of its annotations were carried over, moved, and orphaned.

    ``carried`` are those that stand as they stood, whether or not they stand elsewhere on the page.
    """

    page_id: int
    carried: int
    moved: int
    orphaned: int


class Reviser:
    """Recognises newer texts of pages while they are imported, within the import's transaction."""

    def __init__(
        self,
        revisions: RevisionStore,
        pages: PageStore,
        annotations: AnnotationStore,
        memos: MemoStore,
        refiler: Refiler,
    ) -> None:
        self._revisions = revisions
        self._pages = pages
        self._annotations = annotations
        self._memos = memos
        self._refiler = refiler

    def adopt(self, writer: Writer, added: Page, fresh: AbstractSet[int] = frozenset()) -> Revision | None:
        """Let a page that has just been added, as it was, replace the one whose newer text it is, if there is one.

        That is the page from the same file, or of the same newspaper, date and number, whose text is the most like it,
        and at least as like as ``domain/revision.py`` asks. ``fresh`` are pages that are not replaced: those of
        the same import, since nothing tells which of two files that come together is the newer one.
        """
        old = self._predecessor(added, fresh)
        if old is None:
            return None
        from reader.domain.carry import Carrier  # only now, as most imports replace nothing

        carrier = Carrier(old.text, added.text)
        before = self._pages.items(old.id)
        self._carry_meta(writer, old, added)
        self._carry_repairs(writer, old, before, carrier, added.id)
        page, after = self._pages.page(added.id), self._pages.items(added.id)
        continued = self._carry_reading(writer, before, after, carrier)
        owners = Owners([stored.item for stored in after])

        def item_of(offset: int) -> int | None:
            at = owners.at(offset)
            return None if at is None else after[at].id

        states = [self._carry(writer, annotation, page, carrier, item_of) for annotation in self._of(old.id)]
        for older in self._revisions.older(old.id):
            orphans = [one for one in self._of(older) if one.state is AnchorState.ORPHAN]
            if orphans:
                carrier_of_older = Carrier(self._pages.page(older).text, page.text)
                states += [self._carry(writer, one, page, carrier_of_older, item_of) for one in orphans]
        self._carry_memos(writer, old.id, page.id, carrier, item_of, continued)
        self._revisions.replace(writer, old.id, page.id)
        counts = [states.count(state) for state in (AnchorState.EXACT, AnchorState.MOVED, AnchorState.ORPHAN)]
        return Revision(old.id, *counts)

    def _predecessor(self, added: Page, fresh: AbstractSet[int]) -> Page | None:
        namesakes = self._revisions.namesakes(added.id, added.source_path, added.meta, _MOST_COMPARED)
        if not namesakes.difference(fresh):
            return None
        from reader.domain.revision import SAME_FILE, SAME_PRINT, likeness

        found: list[tuple[float, Page]] = []
        for page in map(self._pages.page, sorted(namesakes.difference(fresh))):
            alike = likeness(page.text, added.text)
            if alike >= (SAME_FILE if page.source_path == added.source_path else SAME_PRINT):
                found.append((alike, page))
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def _of(self, page_id: int) -> list[Annotation]:
        return self._annotations.of_page(page_id)

    def _carry(
        self,
        writer: Writer,
        annotation: Annotation,
        page: Page,
        carrier: "Carrier",
        item_of: Callable[[int], int | None],
    ) -> AnchorState:
        """Carry one annotation over. Its quote and context stay those that it was made with until it is confirmed."""
        carried = carrier.carry(annotation.ranges, annotation.quote)
        if carried.state is AnchorState.ORPHAN:
            self._revisions.orphan(writer, annotation.id)
            return AnchorState.ORPHAN
        placed = replace(annotation, page_id=page.id, ranges=carried.ranges, state=carried.state)
        if not quote_stands(page.text, placed, page.corrections):
            placed = replace(placed, state=AnchorState.MOVED)
        if placed.state is AnchorState.EXACT:
            placed = in_context(placed, page.text)
        self._revisions.place(writer, placed, item_of(placed.start))
        return placed.state

    def _carry_meta(self, writer: Writer, old: Page, new: Page) -> None:
        """What the reader wrote about where the page was printed stays, unless the import itself said something."""
        from reader.segment import segment

        read_before, read_now = (segment(page.text, page.source_name).meta for page in (old, new))
        kept = {
            name: getattr(old.meta, name)
            for name in _META_FIELDS
            if getattr(old.meta, name) != getattr(read_before, name)
            and getattr(new.meta, name) == getattr(read_now, name)
        }
        meta: PageMeta = replace(new.meta, **kept)
        if meta != new.meta:
            self._pages.set_meta(writer, new.id, meta)

    def _carry_repairs(
        self, writer: Writer, old: Page, before: Sequence[StoredItem], carrier: "Carrier", page_id: int
    ) -> None:
        """Corrections that still apply, and what was decided about items, as far as their lines are still there."""
        from reader.domain.carry_items import corrections, decisions

        kept = corrections(carrier, old.text, old.corrections)
        if kept:
            self._pages.put_corrections(writer, page_id, kept)
        if not kept and not any(is_decided(stored.item) for stored in before):
            return
        page = self._pages.page(page_id)
        made = self._pages.items(page_id)
        fresh = [stored.item for stored in made]
        decided = decisions(carrier, [stored.item for stored in before], fresh)
        self._refiler.refile(writer, page, made, with_decisions(page.text, decided, fresh) if decided else fresh)

    def _carry_reading(
        self, writer: Writer, before: Sequence[StoredItem], after: Sequence[StoredItem], carrier: "Carrier"
    ) -> dict[int, int]:
        """An article counts as read where the one was that it continues; returns which new item continues which."""
        from reader.domain.carry_items import continued_in

        origins = continued_in(carrier, [stored.item for stored in before], [stored.item for stored in after])
        times = self._revisions.read_times(stored.id for stored in before)
        continued: dict[int, int] = {}
        for stored, origin in zip(after, origins, strict=True):
            if origin is not None:
                continued.setdefault(before[origin].id, stored.id)
                if before[origin].id in times:
                    self._revisions.set_read(writer, stored.id, times[before[origin].id])
        return continued

    def _carry_memos(
        self,
        writer: Writer,
        old_id: int,
        page_id: int,
        carrier: "Carrier",
        item_of: Callable[[int], int | None],
        continued: dict[int, int],
    ) -> None:
        """Memos go with their page and their articles; that of an article which is gone becomes one on the page."""
        starts = {stored.id: stored.item.blocks[0].ranges[0].start for stored in self._pages.items(page_id)}
        homeless: list[int] = []
        for memo_id, item_id, anchor in self._revisions.memos(old_id):
            if anchor is None:
                writer.update("memo", memo_id, {"page_id": page_id})
                continue
            places = carrier.carry([Range(anchor, anchor + 1)], "").ranges
            place = places[0].start if places else starts.get(continued.get(item_id or 0, 0))
            if place is None or item_of(place) is None:
                homeless.append(memo_id)
            else:
                writer.update("memo", memo_id, {"page_id": page_id, "anchor": place})
        self._memos.refile(writer, page_id, item_of)
        self._memos.move_to_page(writer, homeless, page_id)


def in_context(annotation: Annotation, page_text: str) -> Annotation:
    """An annotation with what stands around it on a page as its context."""
    start, end = annotation.ranges[0].start, annotation.ranges[-1].end
    return replace(annotation, prefix=page_text[max(start - CONTEXT, 0) : start], suffix=page_text[end : end + CONTEXT])
