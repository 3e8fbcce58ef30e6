"""Searches and filters that the reader kept by name; the article tree shows them."""

from dataclasses import dataclass
from enum import StrEnum


class QueryKind(StrEnum):
    """What a saved query finds: annotations, or articles."""

    MARKS = "marks"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A query by name. ``content`` is JSON of a filter for ``MARKS``, and the query as typed for ``SEARCH``."""

    id: int
    uid: str
    kind: QueryKind
    name: str
    content: str
    position: int
    created_at: str
