"""Where in the tree of tags one goes when it is moved by key or dropped."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.domain.codebook import Codebook, Tag


@dataclass(frozen=True, slots=True)
class Place:
    """Under which tag (None is the root), and before how many of the others there; None is behind all of them."""

    parent_id: int | None
    index: int | None = None


class Way(StrEnum):
    """The ways in which a key moves a tag."""

    UP = "up"
    DOWN = "down"
    IN = "in"
    OUT = "out"


def place_towards(codebook: Codebook, tag_id: int, way: Way) -> Place | None:
    """Where a key takes a tag: past its neighbour, under the one before it, or behind its parent. None: nowhere."""
    tag = codebook[tag_id]
    siblings = codebook.siblings(tag_id)
    index = siblings.index(tag)
    return _WAYS[way](codebook, tag, siblings, index)


def _up(_codebook: Codebook, tag: Tag, _siblings: Sequence[Tag], index: int) -> Place | None:
    return Place(tag.parent_id, index - 1) if index else None


def _down(_codebook: Codebook, tag: Tag, siblings: Sequence[Tag], index: int) -> Place | None:
    return Place(tag.parent_id, index + 1) if index + 1 < len(siblings) else None


def _in(_codebook: Codebook, _tag: Tag, siblings: Sequence[Tag], index: int) -> Place | None:
    return Place(siblings[index - 1].id) if index else None


def _out(codebook: Codebook, tag: Tag, _siblings: Sequence[Tag], _index: int) -> Place | None:
    if tag.parent_id is None:
        return None
    parent = codebook[tag.parent_id]
    return Place(parent.parent_id, codebook.siblings(parent.id).index(parent) + 1)


_WAYS: dict[Way, Callable[[Codebook, Tag, Sequence[Tag], int], Place | None]] = {
    Way.UP: _up,
    Way.DOWN: _down,
    Way.IN: _in,
    Way.OUT: _out,
}


def arranged(codebook: Codebook, tag_ids: Sequence[int], place: Place) -> list[Tag]:
    """The children of a place's tag as they stand once some tags were moved there, in their order."""
    moved = set(tag_ids)
    others = [tag for tag in codebook.children(place.parent_id) if tag.id not in moved]
    index = len(others) if place.index is None else place.index
    return [*others[:index], *(codebook[tag_id] for tag_id in tag_ids), *others[index:]]


Orders = dict[int | None, list[Tag]]
"""For tags whose children change (None is the root): their children in the new order."""


def without(codebook: Codebook, going: Collection[int]) -> Orders:
    """How the tags stand once some are gone: what stands below one that goes takes its place."""
    parents = {codebook[tag_id].parent_id for tag_id in going}
    return {parent: _closed_up(codebook, parent, going) for parent in parents if parent not in going}


def merged(codebook: Codebook, going: Collection[int], into_id: int) -> Orders:
    """How the tags stand once some went into another: what stood below them stands below that one.

    Where it stood below one of them itself, it takes the place of the topmost.
    """
    orders: Orders = {}
    above = next((tag for tag in codebook.path(into_id) if tag.id in going), None)
    if above is not None:
        siblings = codebook.siblings(above.id)
        kept = [codebook[into_id] if tag == above else tag for tag in siblings if tag == above or tag.id not in going]
        orders[above.parent_id] = kept
    placed = {*going, into_id}
    adopted = [
        child
        for tag in codebook
        if tag.id in going and tag.parent_id not in placed
        for child in _closed_up(codebook, tag.id, going)
        if child.id != into_id
    ]
    orders[into_id] = [*_closed_up(codebook, into_id, going), *adopted]
    return orders


def _closed_up(codebook: Codebook, parent_id: int | None, going: Collection[int]) -> list[Tag]:
    """The children of a tag; in the place of one that goes, those that stand below it."""
    found = []
    stack = [*reversed(codebook.children(parent_id))]
    while stack:
        tag = stack.pop()
        if tag.id in going:
            stack.extend(reversed(codebook.children(tag.id)))
        else:
            found.append(tag)
    return found
