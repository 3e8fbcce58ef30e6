"""Annotations that found no place in a newer text of their page, or another one: what the reader decides about them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from reader.domain.history import StepName, shortened
from reader.domain.join import block_text
from reader.domain.model import AnchorState, Annotation, Changes, Page, Range, StoredItem
from reader.domain.resplit import Owners
from reader.errors import ErrorCode, UserError
from reader.services.pages import Article
from reader.services.revising import in_context
from reader.storage.annotations import AnnotationStore
from reader.storage.journal import Journal
from reader.storage.pages import PageStore
from reader.storage.revisions import RevisionStore

if TYPE_CHECKING:
    from reader.domain.carry import Carrier

_NOTHING = Changes(history=False)
MOST_UNSETTLED = 500
"""Annotations that are settled at a time: a tray of more would only take longer to open."""
_AROUND = 32
_KEPT_CARRIERS = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is offered for an annotation: its ranges on the newest page, its score, and how it reads there.

    ``before`` and ``behind`` are what stands around it on the page. A score of 1 is the best. ``item_id`` is the item
    that it begins in, with its ``headline``.
    """

    ranges: tuple[Range, ...]
    score: float
    quote: str
    before: str
    behind: str
    item_id: int | None
    headline: str


@dataclass(frozen=True, slots=True)
class Unsettled:
    """An annotation to be settled: an orphan, or one that was moved; and the page that it is on."""

    annotation: Annotation
    page: Page


class AnchoringService:
    """Settles orphans and moved annotations, each decision one step of the journal.

    An orphan stays on the page that it was made on, of which only the text is left; the newest page in its place is the
    one that it may be anchored in. A moved annotation is there already, with the quote that it was made with.
    """

    def __init__(
        self, revisions: RevisionStore, pages: PageStore, annotations: AnnotationStore, journal: Journal
    ) -> None:
        self._revisions = revisions
        self._pages = pages
        self._annotations = annotations
        self._journal = journal
        self._carriers: dict[tuple[int, int], Carrier] = {}

    def counts(self) -> tuple[int, int]:
        """How many orphans there are, and how many moved annotations that nobody has confirmed."""
        return self._revisions.count(AnchorState.ORPHAN), self._revisions.count(AnchorState.MOVED)

    def unsettled(self, most: int = MOST_UNSETTLED) -> list[Unsettled]:
        """Orphans, then moved annotations, each in the order of the tree; no more than ``most`` in all."""
        pages: dict[int, Page] = {}
        found = []
        for annotation_id, page_id in self._revisions.unsettled(most):
            if page_id not in pages:
                pages[page_id] = self._pages.page(page_id)
            found.append(Unsettled(self._annotations.get(annotation_id), pages[page_id]))
        return found

    def newest(self, page_id: int) -> int:
        """The page that has the newest text of a page; itself where it was not replaced."""
        return self._revisions.newest(page_id)

    def follow(self, page_id: int, offset: int) -> tuple[int, int]:
        """Where a place of a page is in the newest text of it: the page and the offset, -1 where it is not there.

        A page that was not replaced has it where it was.
        """
        newest = self._revisions.newest(page_id)
        if newest == page_id or offset < 0:
            return newest, offset
        ranges = self._carrier(page_id, newest).carry([Range(offset, offset + 1)], "").ranges
        return newest, ranges[0].start if ranges else -1

    def places(self, annotation_id: int, limit: int = 5) -> list[Place]:
        """Where an annotation may belong in the newest text of its page, best first.

        Of a moved one, where it is now comes first.
        """
        annotation = self._annotations.get(annotation_id)
        page = self._pages.page(self._revisions.newest(annotation.page_id))
        here = annotation.page_id == page.id
        old_id = self._old_page(annotation)
        found: list[tuple[tuple[Range, ...], float]] = []
        if here:
            found.append((annotation.ranges, 1.0))
        if old_id is not None:
            ranges = self._old_ranges(annotation, old_id)
            candidates = self._carrier(old_id, page.id).candidates(ranges, annotation.quote, limit) if ranges else []
            if here:
                found = [(annotation.ranges, _score_of(annotation.ranges, [(c.ranges, c.score) for c in candidates]))]
            for candidate in candidates:
                if not any(_overlap(candidate.ranges, ranges) for ranges, _ in found):
                    found.append((candidate.ranges, candidate.score))
        items = self._pages.items(page.id)
        return [_place(page, items, ranges, score) for ranges, score in found[:limit]]

    def old_text(self, annotation_id: int) -> tuple[Page, tuple[Range, ...]]:
        """The older text of the page of an annotation, and where the annotation stood there, as far as that is known.

        Of an annotation whose page was never replaced (one from a file, say) that is its page as it is.
        """
        annotation = self._annotations.get(annotation_id)
        old_id = self._old_page(annotation)
        if old_id is None:
            return self._pages.page(annotation.page_id), annotation.ranges
        return self._pages.page(old_id), self._old_ranges(annotation, old_id)

    def accept(self, annotation_id: int, ranges: Sequence[Range]) -> Changes:
        """Anchor an annotation at ranges of the newest text of its page; its quote is what stands there."""
        annotation = self._annotations.get(annotation_id)
        return self._anchor(annotation, self._pages.page(self._revisions.newest(annotation.page_id)), tuple(ranges))

    def anchor(self, annotation_id: int, article: Article, span: Range) -> Changes:
        """Anchor an annotation at a span of an article's view, on whatever page that is.

        Raises:
            UserError: the span has no text of the page in it.
        """
        ranges = article.view.to_page(span)
        if not ranges:
            raise UserError(ErrorCode.MARK_EMPTY)
        return self._anchor(self._annotations.get(annotation_id), article.page, ranges)

    def keep(self, annotation_id: int) -> Changes:
        """Leave an orphan for good on the older text that it was made on, where it stands as it stood."""
        annotation = self._annotations.get(annotation_id)
        if annotation.state is not AnchorState.ORPHAN:
            return _NOTHING
        with self._journal.step(StepName.KEEP, shortened(annotation.quote)) as writer:
            self._revisions.place(writer, replace(annotation, state=AnchorState.EXACT, modified_at=_now()), None)
        return _changes(annotation.id, annotation.page_id)

    def _anchor(self, annotation: Annotation, page: Page, ranges: tuple[Range, ...]) -> Changes:
        items = self._pages.items(page.id)
        at = Owners([stored.item for stored in items]).at(ranges[0].start)
        quote = block_text(page.text, ranges, page.corrections)
        placed = replace(annotation, page_id=page.id, ranges=ranges, quote=quote, state=AnchorState.EXACT)
        placed = replace(in_context(placed, page.text), modified_at=_now())
        with self._journal.step(StepName.ANCHOR, shortened(annotation.quote)) as writer:
            self._revisions.place(writer, placed, None if at is None else items[at].id)
        return _changes(annotation.id, annotation.page_id, page.id)

    def _old_page(self, annotation: Annotation) -> int | None:
        """The page with the text that an annotation was made on; None where that is not known."""
        if self._revisions.replaced_by(annotation.page_id) is not None:
            return annotation.page_id
        older = self._revisions.older(annotation.page_id)
        return older[0] if older else None

    def _old_ranges(self, annotation: Annotation, old_id: int) -> tuple[Range, ...]:
        if annotation.page_id == old_id:
            return annotation.ranges
        return self._carrier(annotation.page_id, old_id).carry(annotation.ranges, annotation.quote).ranges

    def _carrier(self, old_id: int, new_id: int) -> "Carrier":
        """What compares two pages, of which the last ones are kept: texts never change."""
        from reader.domain.carry import Carrier

        key = old_id, new_id
        if key not in self._carriers:
            while len(self._carriers) >= _KEPT_CARRIERS:
                del self._carriers[next(iter(self._carriers))]
            self._carriers[key] = Carrier(self._pages.page(old_id).text, self._pages.page(new_id).text)
        return self._carriers[key]


def _place(page: Page, items: Sequence[StoredItem], ranges: tuple[Range, ...], score: float) -> Place:
    text, first, last = page.text, ranges[0].start, ranges[-1].end
    at = Owners([stored.item for stored in items]).at(first)
    return Place(
        ranges,
        score,
        block_text(text, ranges, page.corrections),
        text[max(first - _AROUND, 0) : first],
        text[last : last + _AROUND],
        None if at is None else items[at].id,
        (None if at is None else items[at].item.title) or "",
    )


def _score_of(ranges: tuple[Range, ...], candidates: Sequence[tuple[tuple[Range, ...], float]]) -> float:
    return max((score for other, score in candidates if _overlap(ranges, other)), default=0.0)


def _overlap(one: Sequence[Range], other: Sequence[Range]) -> bool:
    return any(a.intersection(b) for a in one for b in other)


def _changes(annotation_id: int, *page_ids: int) -> Changes:
    return Changes(annotations=frozenset([annotation_id]), annotated_pages=frozenset(page_ids))


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
