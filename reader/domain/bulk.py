"""What can be done to many annotations in one step."""

from dataclasses import dataclass

from reader.domain.model import Changes, Color


@dataclass(frozen=True, slots=True)
class AddTags:
    """Give all of them some tags, made as needed."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemoveTags:
    """Take some tags from those that have them."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReplaceTag:
    """Give those that have one tag another one instead, made as needed."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class SetColor:
    """Give all of them a colour."""

    color: Color


@dataclass(frozen=True, slots=True)
class SetImportance:
    """Weigh all of them alike; 0 is not weighed."""

    importance: int


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove all of them, with their links."""


BulkChange = AddTags | RemoveTags | ReplaceTag | SetColor | SetImportance | Remove


@dataclass(frozen=True, slots=True)
class ArticlesChanged:
    """What work on many articles came to: how many of them it changed, and what that touched."""

    number: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class BulkProgress:
    """How many of the annotations, or articles, have been looked at."""

    done: int
    total: int
