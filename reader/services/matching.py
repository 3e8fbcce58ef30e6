"""Finds for the annotations of a file the pages of the library that they belong to, and their places there."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, lru_cache

from reader.domain.article import ArticleView
from reader.domain.join import block_text
from reader.domain.model import AnchorState, Annotation, Color, Range, StoredItem
from reader.domain.parcel import CarriedMark, PageKey, Refusal, Unfit
from reader.domain.placing import Placing
from reader.domain.resplit import Owners
from reader.storage.annotations import AnnotationStore
from reader.storage.carrying import CarryingStore
from reader.storage.pages import PageStore

CONTEXT = 32
_PAGES_IN_MEMORY = 64
_STEP = 100


@dataclass(frozen=True, slots=True)
class Match:
    """An annotation as it is to be in the library: new, newer than ``before``, or the same as that."""

    annotation: Annotation
    item_id: int | None
    before: Annotation | None = None
    is_newer: bool = False
    sets_tags: bool = True


@dataclass(frozen=True)
class _OnPage:
    """A page to look on: its places, and the item that has each."""

    id: int
    placing: Placing
    owners: Owners
    items: Sequence[StoredItem]

    def item_of(self, offset: int) -> int | None:
        at = self.owners.at(offset)
        return None if at is None else self.items[at].id

    def find(self, mark: CarriedMark, quote: str) -> tuple[Range, ...] | Refusal:
        """The ranges of a quote: as the page has it, or as an article is read, over a column break."""
        on_page = self.placing.find(quote, mark.prefix, mark.suffix)
        if on_page is not Refusal.QUOTE_NOT_FOUND:
            return on_page
        found = []
        for view in self._views:
            spans = Placing(view.text).find(quote, mark.prefix, mark.suffix)
            if spans is Refusal.QUOTE_SEVERAL_TIMES:
                return spans
            if not isinstance(spans, Refusal):
                found.append(view.to_page(Range(spans[0].start, spans[-1].end)))
        if not found:
            return on_page
        return found[0] if len(found) == 1 else Refusal.QUOTE_SEVERAL_TIMES

    @cached_property
    def _views(self) -> list[ArticleView]:
        page = self.placing
        return [ArticleView(page.text, stored.item, page.corrections) for stored in self.items]

    def as_read(self, ranges: Sequence[Range]) -> str:
        """What a reader sees at some ranges."""
        at = self.owners.at(ranges[0].start)
        page = self.placing
        if at is not None:
            view = self._views[at]
            if spans := view.to_view(ranges):
                return view.quote(Range(spans[0].start, spans[-1].end))
        return block_text(page.text, ranges, page.corrections)


class Matcher:
    """Matches annotations with a library, which it only reads."""

    def __init__(self, annotations: AnnotationStore, pages: PageStore, carrying: CarryingStore) -> None:
        self._annotations = annotations
        self._pages = pages
        self._carrying = carrying
        self._on_page = lru_cache(_PAGES_IN_MEMORY)(self._read_page)
        self._candidates = lru_cache(_PAGES_IN_MEMORY)(carrying.page_ids)

    def match(self, marks: Sequence[CarriedMark], now: str) -> Generator[int, None, tuple[list[Match], list[Unfit]]]:
        """The matches, and what has none; a job that yields how many annotations it has seen."""
        known = self._carrying.annotation_ids([mark.uid for mark in marks])
        matches: list[Match] = []
        unfit: list[Unfit] = []
        seen: set[str] = set()
        for number, mark in enumerate(marks):
            if number % _STEP == 0:
                yield number
            if mark.uid in seen:
                unfit.append(_unfit(mark, Refusal.DUPLICATE, mark.uid))
                continue
            seen.add(mark.uid)
            found = self._known(mark, known[mark.uid]) if mark.uid in known else self._new(mark, now)
            if isinstance(found, Refusal):
                unfit.append(_unfit(mark, found))
            else:
                matches.append(found)
        return matches, unfit

    def page_of(self, key: PageKey) -> int | None:
        """The page with the text that a key names."""
        found = self._candidates(key)
        if len(found) != 1 or self._carrying.sha256(found[0]) != key.sha256:
            return None
        return found[0]

    def item_at(self, page_id: int, offset: int) -> int | None:
        """The item that has a code point of a page."""
        on_page = self._on_page(page_id)
        return on_page.item_of(offset) if offset < len(on_page.placing.text) else None

    def _known(self, mark: CarriedMark, annotation_id: int) -> Match | Refusal:
        """An annotation that the library has. Where it stands is changed only if the page says the quote there."""
        before = self._annotations.get(annotation_id)
        if mark.page.sha256 and self.page_of(mark.page) not in (None, before.page_id):
            return Refusal.OTHER_PAGE
        on_page = self._on_page(before.page_id)
        if not _is_newer(mark, before):
            return Match(before, on_page.item_of(before.start), before)
        placed = before if _same_words(mark.quote, before.quote) and not mark.ranges else self._at(on_page, mark)
        if isinstance(placed, Refusal):
            return placed
        after = replace(
            placed,
            id=before.id,
            uid=before.uid,
            color=mark.color or before.color,
            note=before.note if mark.note is None else mark.note,
            tags=before.tags if mark.tags is None else mark.tags,
            importance=before.importance if mark.importance is None else mark.importance,
            coder=mark.coder or before.coder,
            created_at=mark.created_at or before.created_at,
            modified_at=mark.modified_at,
        )
        return Match(after, on_page.item_of(after.start), before, is_newer=True, sets_tags=mark.tags is not None)

    def _new(self, mark: CarriedMark, now: str) -> Match | Refusal:
        candidates = self._candidates(mark.page)
        if not candidates:
            return Refusal.NO_PAGE
        found: list[tuple[_OnPage, Annotation]] = []
        refused: Refusal = Refusal.QUOTE_NOT_FOUND
        for page_id in candidates:
            on_page = self._on_page(page_id)
            placed = self._at(on_page, mark)
            if isinstance(placed, Refusal):
                refused = placed
            else:
                found.append((on_page, placed))
        if not found:
            return refused
        if len(found) > 1:
            return Refusal.SEVERAL_PAGES
        on_page, placed = found[0]
        created = mark.created_at or mark.modified_at or now
        annotation = replace(
            placed,
            color=mark.color or Color.YELLOW,
            note=mark.note or "",
            tags=mark.tags or (),
            importance=mark.importance or 0,
            coder=mark.coder,
            created_at=created,
            modified_at=mark.modified_at or created,
        )
        return Match(annotation, on_page.item_of(annotation.start))

    def _at(self, on_page: _OnPage, mark: CarriedMark) -> Annotation | Refusal:
        """An annotation at its place on a page: where it says it is, or where its quote and context are."""
        placing = on_page.placing
        within = placing.is_within(mark.ranges)
        quote = mark.quote or (on_page.as_read(mark.ranges) if within else "")
        said = _annotation(on_page.id, mark, mark.ranges, quote) if within else None
        if said is not None and placing.stands(said):
            state = mark.state if mark.state is not AnchorState.ORPHAN else AnchorState.EXACT
            quote = on_page.as_read(mark.ranges) if mark.is_raw else quote
            return replace(_with_context(said, placing.text), state=state, quote=quote)
        is_same_text = bool(mark.page.sha256) and self.page_of(mark.page) == on_page.id
        if said is not None and is_same_text and mark.state is not AnchorState.EXACT:
            return said  # it was known to stand there in other words, or not at all
        found = on_page.find(mark, quote)
        if isinstance(found, Refusal):
            beyond = is_same_text and bool(mark.ranges) and not within
            return Refusal.BAD_OFFSETS if beyond else found
        elsewhere = _annotation(on_page.id, replace(mark, prefix="", suffix=""), found, quote)
        return replace(_with_context(elsewhere, placing.text), state=AnchorState.EXACT)

    def _read_page(self, page_id: int) -> _OnPage:
        page = self._pages.page(page_id)
        items = self._pages.items(page_id)
        owners = Owners([stored.item for stored in items])
        return _OnPage(page_id, Placing(page.text, page.corrections), owners, items)


def _annotation(page_id: int, mark: CarriedMark, ranges: tuple[Range, ...], quote: str) -> Annotation:
    return Annotation(
        id=0,
        uid=mark.uid,
        page_id=page_id,
        ranges=ranges,
        quote=quote,
        prefix=mark.prefix,
        suffix=mark.suffix,
        color=Color.YELLOW,
        note="",
        tags=(),
        coder=mark.coder,
        created_at=mark.created_at,
        modified_at=mark.modified_at,
        state=mark.state,
    )


def _with_context(annotation: Annotation, text: str) -> Annotation:
    """With what stands around it on the page, where the file does not say."""
    start, end = annotation.ranges[0].start, annotation.ranges[-1].end
    if annotation.prefix or annotation.suffix:
        return annotation
    return replace(annotation, prefix=text[max(start - CONTEXT, 0) : start], suffix=text[end : end + CONTEXT])


def _is_newer(mark: CarriedMark, before: Annotation) -> bool:
    return is_newer(mark.modified_at, before.modified_at)


def is_newer(at: str, other: str) -> bool:
    """Whether a time is after another one, which it is not where it is not known."""
    return bool(at) and datetime.fromisoformat(at) > datetime.fromisoformat(other)


def _same_words(quote: str, other: str) -> bool:
    return quote.split() == other.split()


def _unfit(mark: CarriedMark, reason: Refusal, detail: str = "") -> Unfit:
    return Unfit(mark.where or mark.uid, mark.quote, reason, detail)
