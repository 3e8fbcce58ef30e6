"""Which part of a library is meant: one language for the tree, for filters and for exports."""

from array import array
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.domain.model import Kind


class Level(StrEnum):
    """The levels of the article tree, from the root down."""

    SECTION = "section"
    TAG = "tag"
    NEWSPAPER = "newspaper"
    YEAR = "year"
    MONTH = "month"
    DATE = "date"
    PAGE = "page"
    ITEM = "item"


PERIODS = (Level.YEAR, Level.MONTH)
"""The levels that come in where a newspaper has many dates."""


class Grouping(StrEnum):
    """What the article tree is grouped by above newspaper, date and page."""

    NEWSPAPER = "newspaper"
    SECTION = "section"
    TAG = "tag"


class ReadState(StrEnum):
    """Which articles a scope takes in by state."""

    ALL = "all"
    UNREAD = "unread"
    ANNOTATED = "annotated"
    DOUBTFUL = "doubtful"
    COPIED = "copied"


UNKNOWN = ""
"""Stands in a scope for "no newspaper", "no date" or "no section", where None is "any"."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A set of readable items: all that fit every field. None, or an empty tuple, asks nothing.

    ``period`` is a year or a month (``2024``, ``2024-05``) that the issue date is or lies in. ``headline`` is a
    substring of the headline, without case. ``date_from`` and ``date_to`` are ISO dates, inclusive;
    an undated page is outside of any span of dates. ``once`` takes of copies only the one that came into the library
    first, and those that bear marks, so that none of these is ever out of sight. (A search shows the first of those
    that match.)
    """

    section: str | None = None
    tag: str | None = None
    newspaper: str | None = None
    period: str | None = None
    issue_date: str | None = None
    page_id: int | None = None
    item_id: int | None = None
    state: ReadState = ReadState.ALL
    headline: str = ""
    date_from: str | None = None
    date_to: str | None = None
    once: bool = False

    def within(self, **narrower: object) -> "Scope":
        """This scope with some fields set."""
        return replace(self, **narrower)  # type: ignore[arg-type] # checked by the dataclass's own signature


@dataclass(frozen=True, slots=True)
class Node:
    """A row of the article tree above the articles: its level, its value, what it holds, and how many.

    ``value`` is UNKNOWN where the pages do not say; ``name`` is the page name of a page. ``unread`` and ``marks`` count
    articles and annotations.
    """

    level: Level
    value: str
    scope: Scope
    count: int
    unread: int
    doubtful: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class HeadlineHits:
    """The items whose headline has a text, by id in order, as they were when headlines had changed so many times."""

    headline: str
    version: int
    ids: "array[int]"


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An article, photo or brief as lists show it."""

    id: int
    page_id: int
    kind: Kind
    label: str
    unread: bool
    marks: int
    doubtful: bool
