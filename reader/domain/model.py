"""The nouns of Jianbao as frozen dataclasses.

A page's text is immutable. Everything else is a map over it: offsets are always code points into ``Page.text``, and
ranges are half open. See ``domain/article.py`` for what the reader sees of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Range(NamedTuple):
    """A half-open range of code points ``[start, end)`` of one page's text."""

    start: int
    end: int

    def intersection(self, other: "Range") -> "Range | None":
        """The part that both cover, or None where they only touch or lie apart."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Range(start, end) if start < end else None


class Kind(StrEnum):
    """What an item of a page is."""

    ARTICLE = "article"
    PHOTO = "photo"
    BRIEF = "brief"
    SECTION = "section"
    FURNITURE = "furniture"


READABLE_KINDS = (Kind.ARTICLE, Kind.PHOTO, Kind.BRIEF)
"""The kinds that the tree shows and the keyboard walks; banners and furniture stay on the raw page."""


class Role(StrEnum):
    """What a block is within its item."""

    SECTION = "section"
    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    SUBHEAD = "subhead"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the page engine decided something: a code that the interface turns into words, and what it is about."""

    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How sure the page engine is, 0 to 1, and why. What a reader decided is certain."""

    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()


CERTAIN = Judgement()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading: a role and, in reading order, the ranges of the page that make it up.

    There is one range for each source line, without white space at its ends and without heading marks (``#``), so a
    paragraph that a column end cut in two has two ranges. A line that the reader cut within has one for each part.
    """

    role: Role
    ranges: tuple[Range, ...]
    judgement: Judgement = CERTAIN


class Genre(StrEnum):
    """What sort of text an item is."""

    NEWS = "news"
    COMMENTARY = "commentary"
    PHOTO = "photo"
    BRIEF = "brief"
    FEATURE = "feature"
    NOTICE = "notice"


class Named(NamedTuple):
    """A value that metadata have, and the range of the page that it was read from; None where the reader wrote it."""

    text: str
    range: Range | None = None


@dataclass(frozen=True, slots=True)
class ItemMeta:
    """What an item says about itself.

    ``genre`` is the value of a ``Genre``; its range, and that of others, is None too where it follows from something
    else than words. ``place`` is where the news comes from. Reporters are all who wrote it for the paper, trainees and
    commentators among them; ``photographers`` are the names of the photo credit, or what it says instead of names.
    ``decided`` are the names of the fields that the reader wrote, which nothing overwrites.
    """

    genre: Named | None = None
    place: Named | None = None
    reporters: tuple[Named, ...] = ()
    correspondents: tuple[Named, ...] = ()
    photographers: tuple[Named, ...] = ()
    decided: tuple[str, ...] = ()


NO_META = ItemMeta()


@dataclass(frozen=True, slots=True)
class Item:
    """One article, photo, brief, section banner or piece of furniture: an ordered list of blocks.

    ``section`` is the name of the banner it stands under, without its marks. The other texts are what its heading
    blocks say, joined; None where it has none. ``judgement`` is about where the item begins.
    """

    kind: Kind
    blocks: tuple[Block, ...]
    section: str | None = None
    kicker: str | None = None
    title: str | None = None
    subtitle: str | None = None
    byline: str | None = None
    judgement: Judgement = CERTAIN
    meta: ItemMeta = NO_META

    def ranges(self) -> Iterator[Range]:
        """Every range of the item in reading order."""
        for block in self.blocks:
            yield from block.ranges


@dataclass(frozen=True, slots=True)
class PageMeta:
    """Where a page was printed. ``issue_date`` is ISO 8601 (``2024-05-12``) or shorter; None is unknown."""

    newspaper: str | None = None
    issue_date: str | None = None
    page_no: str | None = None
    page_name: str | None = None


@dataclass(frozen=True, slots=True)
class Segmentation:
    """What the page engine made of one page: its items in reading order, and the metadata that it read there.

    ``meta_ranges`` has the range of the page for each field of ``meta`` that the page itself prints.
    """

    items: tuple[Item, ...]
    meta: PageMeta = PageMeta()
    meta_ranges: Mapping[str, Range] = field(default_factory=dict)


class Color(StrEnum):
    """The colours of a mark; ``ui/theme`` knows how each looks in each theme."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    ORANGE = "orange"
    VIOLET = "violet"


class AnchorState(StrEnum):
    """Whether the page says at the ranges of an annotation what its quote says.

    ``MOVED`` is one that was found again in a newer text of its page in other words, or by its context; ``ORPHAN`` one
    that was not found there and stays on the text that it was made on.
    """

    EXACT = "exact"
    MOVED = "moved"
    ORPHAN = "orphan"


MOST_IMPORTANT = 3
"""An annotation's importance goes from 0, not weighed, to this."""


class Correction(NamedTuple):
    """Characters of a page that the reader put right: what a range of it reads as. Empty where they are left out."""

    range: Range
    replacement: str


@dataclass(frozen=True, slots=True)
class Page:
    """One imported page; ``text`` is what intake decoded, with newlines normalised to LF, and never changes.

    ``corrections`` are in the order of the page and apart from each other. ``meta_ranges`` are as in ``Segmentation``.
    """

    id: int
    source_name: str
    source_path: str
    encoding: str
    meta: PageMeta
    text: str
    corrections: tuple[Correction, ...] = ()
    meta_ranges: Mapping[str, Range] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredItem:
    """An item as the library keeps it: with its id, its page and its place on the page (from 0)."""

    id: int
    page_id: int
    seq: int
    item: Item


@dataclass(frozen=True, slots=True)
class Annotation:
    """A reader's mark.

    ``ranges`` are in reading order and never empty; ``quote`` is the text they covered when the mark was made, with
    ranges joined as the reader saw them; ``prefix`` and ``suffix`` are up to 32 code points on each side. Times are
    ISO 8601 with zone. ``tags`` are names in the order in which they were given. ``importance`` is 0 to
    ``MOST_IMPORTANT``.
    """

    id: int
    uid: str
    page_id: int
    ranges: tuple[Range, ...]
    quote: str
    prefix: str
    suffix: str
    color: Color
    note: str
    tags: tuple[str, ...]
    coder: str
    created_at: str
    modified_at: str
    state: AnchorState = AnchorState.EXACT
    importance: int = 0

    @property
    def start(self) -> int:
        """Where the mark begins on the page; marks are ordered by it."""
        return self.ranges[0].start


@dataclass(frozen=True, slots=True)
class ItemOutline:
    """A stored item for who reads many: its headings, and its blocks as they are kept.

    ``blocks`` are pairs in reading order: the role, and the offsets of the ranges: start, end, start, end …
    """

    id: int
    seq: int
    kind: str
    section: str | None
    kicker: str | None
    title: str | None
    byline: str | None
    blocks: tuple[tuple[str, Sequence[int]], ...]
    meta: ItemMeta = NO_META


@dataclass(frozen=True, slots=True)
class MarkedItem:
    """An annotation with the item that it begins in (None where it begins in none) and where its page was printed."""

    annotation: Annotation
    item: ItemOutline | None
    meta: PageMeta
    source_name: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write touched, so that views refresh only that.

    Ids are sets of row ids; ``tags`` says that the list of tags itself changed, ``history`` that undo or redo now
    offers something else, ``hints`` that those of some newspaper changed, ``memos`` that memos did, ``queries`` that
    saved searches and filters did.
    """

    pages: frozenset[int] = frozenset()
    items: frozenset[int] = frozenset()
    annotations: frozenset[int] = frozenset()
    tags: bool = False
    history: bool = True
    annotated_pages: frozenset[int] = field(default=frozenset())
    hints: bool = False
    memos: bool = False
    queries: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            self.pages | other.pages,
            self.items | other.items,
            self.annotations | other.annotations,
            self.tags or other.tags,
            self.history or other.history,
            self.annotated_pages | other.annotated_pages,
            self.hints or other.hints,
            self.memos or other.memos,
            self.queries or other.queries,
        )
