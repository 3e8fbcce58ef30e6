"""What a search finds: articles with their hits in context, in an order, counted by facets."""

from dataclasses import dataclass
from enum import StrEnum

from reader.domain.model import PageMeta, Range


class Order(StrEnum):
    """The order of what is found. Articles without a date are older than all others."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"


class Facet(StrEnum):
    """What found articles are counted by."""

    NEWSPAPER = "newspaper"
    YEAR = "year"
    SECTION = "section"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A hit in its context, on one line: ``hits`` are spans of ``text``.

    ``span`` is the part of the article's view that it shows; None of a note or, where ``of_tag``, of the name of a tag,
    which ``annotation_id`` is then of; None also where ``of_memo``, of the article's memo. Names of tags are shown
    where neither the text nor a note has a hit.
    """

    text: str
    hits: tuple[Range, ...]
    span: Range | None = None
    annotation_id: int | None = None
    of_tag: bool = False
    of_memo: bool = False


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article that was found. ``hits`` counts places in its text, notes and memo with a hit in them.

    It is 0 where tags, dates or the like alone were asked for. ``label`` is its headline, or how its text begins.
    Where articles count once (``Scope.once``), ``copies`` is how many copies of it match, too, and stand behind it.
    ``library`` is the path of the library that the ids are of where that is another than the one that asks.
    """

    item_id: int
    page_id: int
    meta: PageMeta
    label: str
    hits: int
    snippets: tuple[Snippet, ...]
    library: str = ""
    copies: int = 0


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Some of what was found, in order; ``more`` where others follow."""

    hits: tuple[SearchHit, ...]
    more: bool
