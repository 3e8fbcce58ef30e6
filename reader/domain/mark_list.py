"""The annotation list: its columns, how it is sorted and grouped, and what one row of it shows."""

from array import array
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from reader.domain.model import AnchorState, Color, PageMeta


class MarkColumn(StrEnum):
    """What a column shows, in the order in which columns stand until they are moved."""

    QUOTE = "quote"
    NOTE = "note"
    TAGS = "tags"
    COLOR = "color"
    IMPORTANCE = "importance"
    NEWSPAPER = "newspaper"
    DATE = "date"
    PAGE = "page"
    SECTION = "section"
    HEADLINE = "headline"
    CODER = "coder"
    CREATED = "created"
    MODIFIED = "modified"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class MarkOrder:
    """By which column annotations are sorted; without one, and among equals, they stand as in the tree.

    Rows that have nothing in the column come last, whichever way it is sorted.
    """

    column: MarkColumn | None = None
    descending: bool = False


TREE_ORDER = MarkOrder()


class MarkGrouping(StrEnum):
    """What annotations are put together by. By tag, one with several tags stands in several groups."""

    NONE = "none"
    TAG = "tag"
    ARTICLE = "article"
    NEWSPAPER = "newspaper"
    DATE = "date"
    CODER = "coder"
    COLOR = "color"


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """Annotations that belong together, by id, in order.

    ``value`` tells the group from others of the same grouping; ``label`` is what it is called, "" where there is
    nothing to group by (no tag, no date), and for a colour its value.
    """

    value: str
    label: str
    ids: "array[int]"


@dataclass(frozen=True)
class MarkListing:
    """The annotations that fit a filter. Without grouping, they are one group."""

    grouping: MarkGrouping
    groups: tuple[MarkGroup, ...]

    @cached_property
    def count(self) -> int:
        """How many annotations there are, each counted once."""
        if self.grouping is MarkGrouping.TAG:
            return len(set().union(*(group.ids for group in self.groups)))
        return sum(len(group.ids) for group in self.groups)


@dataclass(frozen=True, slots=True)
class MarkRow:
    """An annotation as the list shows it. ``headline`` is the item's, or how its text begins; "" outside of items."""

    id: int
    page_id: int
    item_id: int | None
    quote: str
    note: str
    tags: tuple[str, ...]
    color: Color
    importance: int
    meta: PageMeta
    section: str | None
    headline: str
    coder: str
    created_at: str
    modified_at: str
    state: AnchorState
