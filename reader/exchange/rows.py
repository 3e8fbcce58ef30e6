"""The one row that every export format is written from: an annotation with where it was printed and what surrounds it.

The columns and their order are the format ``annotations/1``. A later version may append columns; it changes its number
when a column changes its meaning.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reader.domain.anchor import quote_stands
from reader.domain.join import block_text
from reader.domain.model import Item, MarkedItem, Role

FORMAT = "annotations/1"


class AnchorState(StrEnum):
    """Whether the page says at the ranges of an annotation what its quote says."""

    EXACT = "exact"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """One annotation, in the order of the exported columns. None is unknown, or does not apply.

    Attributes:
        format: which columns these are, and what they mean.
        annotation_id: the annotation's uid, which is the same in every library that it is carried to.
        newspaper: the newspaper's name.
        issue_date: ISO 8601, of day, month or year.
        page_no: as printed, ``04`` or ``A02``.
        page_name: as printed.
        section: the banner that the item stands under.
        article_id: the item's number in this library.
        article_seq: the item's place on its page, from 1.
        kicker: the small line over the headline.
        headline: the headline, a headline of several parts in one line.
        subhead: the last subhead of the item before the annotation begins, or in which it begins.
        byline: as printed.
        genre: the kind of item: ``article``, ``photo`` or ``brief``.
        source_file: the name of the imported file.
        paragraph_no: the body paragraph in which the annotation begins, from 1; None outside of the body.
        start: where it begins, in code points of the page's text.
        end: where its last range ends. What lies between may hold other text where a column break is marked across.
        quote: what was marked, joined over column breaks, paragraphs parted by LF.
        context_before: up to 32 code points of the page before it.
        context_after: up to 32 code points of the page after it.
        note: what the reader wrote.
        tags: the names of its tags, in the order in which they were given.
        color: ``yellow``, ``green``, ``blue``, ``pink``, ``orange`` or ``violet``.
        importance: always None; the library does not weigh annotations yet.
        coder: who made it.
        created_at: ISO 8601 with zone.
        updated_at: ISO 8601 with zone.
        anchor_state: ``exact`` where the page was compared and says what the quote says, white space aside.
        link: always None; nothing opens a link to an annotation yet.
    """

    format: str
    annotation_id: str
    newspaper: str | None
    issue_date: str | None
    page_no: str | None
    page_name: str | None
    section: str | None
    article_id: int | None
    article_seq: int | None
    kicker: str | None
    headline: str | None
    subhead: str | None
    byline: str | None
    genre: str | None
    source_file: str
    paragraph_no: int | None
    start: int
    end: int
    quote: str
    context_before: str
    context_after: str
    note: str
    tags: tuple[str, ...]
    color: str
    importance: str | None
    coder: str
    created_at: str
    updated_at: str
    anchor_state: AnchorState
    link: str | None


def rows_of_page(page_text: str, marks: Iterable[MarkedItem]) -> Iterator[AnnotationRow]:
    """The rows of the annotations of one page: by item, then in reading order; those in no item come last."""
    maps: dict[int, _ItemMap] = {}
    placed: list[tuple[tuple[bool, int, int, int, int], MarkedItem, _Place]] = []
    for mark in marks:
        start = mark.annotation.start
        if mark.item is None:
            placed.append(((True, 0, 0, start, mark.annotation.id), mark, _NOWHERE))
            continue
        if mark.item.id not in maps:
            maps[mark.item.id] = _ItemMap(page_text, mark.item.item)
        place = maps[mark.item.id].place(start)
        placed.append(((False, mark.item.seq, place.order, start, mark.annotation.id), mark, place))
    for _, mark, place in sorted(placed, key=lambda entry: entry[0]):
        yield _row(page_text, mark, place)


class _Place(NamedTuple):
    """Where in an item an annotation begins; ``order`` counts the source lines of the item as they are read."""

    order: int
    paragraph_no: int | None
    subhead: str | None


_NOWHERE = _Place(0, None, None)


class _ItemMap:
    """Finds the place of a page offset in one item; items can have thousands of source lines."""

    def __init__(self, page_text: str, item: Item) -> None:
        self._page_text = page_text
        self._blocks = item.blocks
        self._spans = list(item.ranges())
        self._block_of = [number for number, block in enumerate(item.blocks) for _ in block.ranges]
        self._by_page = sorted(range(len(self._spans)), key=self._spans.__getitem__)
        self._starts = [self._spans[order].start for order in self._by_page]

    def place(self, offset: int) -> _Place:
        """The place of an offset; nowhere in particular if no block of the item holds it."""
        found = bisect_right(self._starts, offset) - 1
        if found < 0 or offset >= self._spans[self._by_page[found]].end:
            return _NOWHERE
        order = self._by_page[found]
        read = self._blocks[: self._block_of[order] + 1]
        paragraph_no = sum(block.role is Role.BODY for block in read) if read[-1].role is Role.BODY else None
        subhead = next((block for block in reversed(read) if block.role is Role.SUBHEAD), None)
        return _Place(order, paragraph_no, block_text(self._page_text, subhead.ranges) if subhead else None)


def _row(page_text: str, mark: MarkedItem, place: _Place) -> AnnotationRow:
    annotation, stored, meta = mark.annotation, mark.item, mark.meta
    item = stored.item if stored else None
    return AnnotationRow(
        format=FORMAT,
        annotation_id=annotation.uid,
        newspaper=meta.newspaper,
        issue_date=meta.issue_date,
        page_no=meta.page_no,
        page_name=meta.page_name,
        section=item.section if item else None,
        article_id=stored.id if stored else None,
        article_seq=stored.seq + 1 if stored else None,
        kicker=item.kicker if item else None,
        headline=item.title if item else None,
        subhead=place.subhead,
        byline=item.byline if item else None,
        genre=item.kind if item else None,
        source_file=mark.source_name,
        paragraph_no=place.paragraph_no,
        start=annotation.start,
        end=annotation.ranges[-1].end,
        quote=annotation.quote,
        context_before=annotation.prefix,
        context_after=annotation.suffix,
        note=annotation.note,
        tags=annotation.tags,
        color=annotation.color,
        importance=None,
        coder=annotation.coder,
        created_at=annotation.created_at,
        updated_at=annotation.modified_at,
        anchor_state=AnchorState.EXACT if quote_stands(page_text, annotation) else AnchorState.ORPHAN,
        link=None,
    )
