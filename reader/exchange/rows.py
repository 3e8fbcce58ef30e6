"""The one row that every export format is written from: an annotation with where it was printed and what surrounds it.

The columns and their order are the format ``annotations/1``. A later version may append columns; it changes its number
when a column changes its meaning.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from reader.domain.anchor import quote_stands
from reader.domain.join import block_text
from reader.domain.model import AnchorState, Annotation, Correction, ItemOutline, MarkedItem, Range, Role

FORMAT = "annotations/1"


class AnnotationRow(NamedTuple):
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
        genre: what sort of text it is: ``news``, ``commentary``, ``photo``, ``brief``, ``feature`` or ``notice``; where
            that is not known, ``article``.
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
        importance: 1 to 3; None where the reader did not weigh it.
        coder: who made it.
        created_at: ISO 8601 with zone.
        updated_at: ISO 8601 with zone.
        anchor_state: ``exact`` where the page was compared and says what the quote says, white space aside; ``moved``
            or ``orphan`` where a newer text of the page says it in other words, or not at all.
        link: what it is linked to: for each link the uid of the other annotation and the name of the link.
        ranges: where it stands on the page, range by range.
        page_sha256: the SHA-256 of the page's text as UTF-8, by which other libraries know the page; None is unknown.
        reporters: who wrote the article for the paper, name by name, as far as the page engine read it.
        copy_group: the number, in this library, of the articles that are copies of each other (the same story in other
            papers or on other days) of which it is on one; None where its article has no copies, or was not compared.
        copies: how many articles these are.
        repeat_of: the ``annotation_id`` of an exported annotation that marks the same words on a copy printed before.
            Rows without one count every marked passage once, all rows count every printing of it.
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
    importance: int | None
    coder: str
    created_at: str
    updated_at: str
    anchor_state: AnchorState
    link: tuple[str, ...] = ()
    ranges: tuple[Range, ...] = ()
    page_sha256: str | None = None
    reporters: tuple[str, ...] = ()
    copy_group: int | None = None
    copies: int | None = None
    repeat_of: str | None = None


NO_LINKS: Mapping[int, tuple[str, ...]] = {}


def rows_of_page(
    page_text: str,
    marks: Iterable[MarkedItem],
    corrections: Sequence[Correction] = (),
    *,
    page_sha256: str | None = None,
    links: Mapping[int, tuple[str, ...]] = NO_LINKS,
) -> Iterator[AnnotationRow]:
    """The rows of the annotations of one page: by item, then in reading order; those in no item come last.

    ``links`` has for the id of an annotation what it is linked to, each as its uid and the link's name, parted by a
    space.
    """
    text = _Text(page_text, corrections, page_sha256, links)
    places: dict[int, _Places] = {}
    placed = []
    for mark in marks:
        item = mark.item
        if item is None:
            placed.append(((True, 0, _NOWHERE, mark.annotation.start, mark.annotation.id), mark))
            continue
        of_item = places.get(item.id)
        if of_item is None:
            of_item = places[item.id] = _Places(text, item)
        start = mark.annotation.start
        placed.append(((False, item.seq, of_item.at(start), start, mark.annotation.id), mark))
    placed.sort(key=itemgetter(0))
    return (_row(text, mark, order[2]) for order, mark in placed)


class _Text(NamedTuple):
    """A page as it was imported, what of it the reader put right, what names it, and the links from its marks."""

    page: str
    corrections: Sequence[Correction]
    sha256: str | None
    links: Mapping[int, tuple[str, ...]]


class _Place(NamedTuple):
    """Where in an item an annotation begins: in which block of it, in which source line of that, and what is there."""

    block: int
    line: int
    paragraph_no: int | None
    subhead: str | None


_NOWHERE = _Place(0, 0, None, None)


class _Places:
    """The places of an item by the offsets of its source lines."""

    def __init__(self, text: _Text, item: ItemOutline) -> None:
        found: list[tuple[int, int, _Place]] = []
        paragraphs = 0
        subhead = None
        for block, (role, offsets) in enumerate(item.blocks):
            paragraphs += role == Role.BODY
            if role == Role.SUBHEAD:
                subhead = block_text(text.page, list(map(Range, offsets[::2], offsets[1::2])), text.corrections)
            paragraph_no = paragraphs if role == Role.BODY else None
            found += [
                (offsets[line], offsets[line + 1], _Place(block, line, paragraph_no, subhead))
                for line in range(0, len(offsets), 2)
            ]
        found.sort(key=itemgetter(0))
        self._lines = found
        self._starts = [start for start, _, _ in found]

    def at(self, offset: int) -> _Place:
        """The place of an offset; nowhere in particular if no block of the item holds it."""
        found = bisect_right(self._starts, offset) - 1
        if found >= 0:
            _, end, place = self._lines[found]
            if offset < end:
                return place
        return _NOWHERE


def _row(text: _Text, mark: MarkedItem, place: _Place) -> AnnotationRow:
    annotation, item, meta = mark.annotation, mark.item, mark.meta
    ranges = annotation.ranges
    return AnnotationRow(
        format=FORMAT,
        annotation_id=annotation.uid,
        newspaper=meta.newspaper,
        issue_date=meta.issue_date,
        page_no=meta.page_no,
        page_name=meta.page_name,
        section=item.section if item else None,
        article_id=item.id if item else None,
        article_seq=item.seq + 1 if item else None,
        kicker=item.kicker if item else None,
        headline=item.title if item else None,
        subhead=place.subhead,
        byline=item.byline if item else None,
        genre=_genre(item) if item else None,
        source_file=mark.source_name,
        paragraph_no=place.paragraph_no,
        start=ranges[0].start,
        end=ranges[-1].end,
        quote=annotation.quote,
        context_before=annotation.prefix,
        context_after=annotation.suffix,
        note=annotation.note,
        tags=annotation.tags,
        color=annotation.color,
        importance=annotation.importance or None,
        coder=annotation.coder,
        created_at=annotation.created_at,
        updated_at=annotation.modified_at,
        anchor_state=_anchor_state(text, annotation),
        link=text.links.get(annotation.id, ()),
        ranges=ranges,
        page_sha256=text.sha256,
        reporters=tuple([name.text for name in item.meta.reporters]) if item and item.meta.reporters else (),
    )


def _genre(item: ItemOutline) -> str:
    return item.meta.genre.text if item.meta.genre else item.kind


def _anchor_state(text: _Text, annotation: Annotation) -> AnchorState:
    """What the library knows of the anchor, unless the page says something else than the quote."""
    if annotation.state is not AnchorState.EXACT or quote_stands(text.page, annotation, text.corrections):
        return annotation.state
    return AnchorState.ORPHAN
