"""A page's items after the engine ran again, or after repairs: what stays, and which item continues which."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.domain.boundary import trimmed
from reader.domain.decision import is_decided
from reader.domain.model import Block, Item, Range


def with_decisions(page_text: str, before: Sequence[Item], fresh: Sequence[Item]) -> tuple[Item, ...]:
    """The engine's fresh items, with those that the reader decided as they were.

    The lines of these are taken out of the fresh ones, of which nothing else is lost. Decided items keep their order;
    a fresh one stands before the first of them that begins behind it on the page.
    """
    kept = [item for item in before if is_decided(item)]
    taken = sorted((span, 0) for item in kept for span in item.ranges())
    rest = [left for item in fresh if (left := _without(page_text, item, taken)) is not None]
    found: list[Item] = []
    at = 0
    for item in kept:
        while at < len(rest) and _start(rest[at]) < _start(item):
            found.append(rest[at])
            at += 1
        found.append(item)
    return (*found, *rest[at:])


def continued(before: Sequence[Item], after: Sequence[Item]) -> list[int | None]:
    """For each item after a change, the index of the one before it that it continues, or None for a new one.

    Pairs that have most of their characters in common come first; of equal ones, the upper.
    """
    owners = sorted((span, index) for index, item in enumerate(before) for span in item.ranges())
    pairs = sorted(
        (-common, new, old) for new, item in enumerate(after) for old, common in _shared(item, owners).items()
    )
    found: list[int | None] = [None] * len(after)
    used: set[int] = set()
    for _, new, old in pairs:
        if found[new] is None and old not in used:
            found[new] = old
            used.add(old)
    return found


class Owners:
    """Which item of a page has a code point of it."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._owners = sorted((span, index) for index, item in enumerate(items) for span in item.ranges())

    def at(self, offset: int) -> int | None:
        """The index of the item that has an offset, or None where no line is."""
        return next((index for _, index in _touching(self._owners, Range(offset, offset + 1))), None)


def _shared(item: Item, owners: Sequence[tuple[Range, int]]) -> dict[int, int]:
    """How many characters of an item each earlier item had."""
    found: dict[int, int] = {}
    for span in item.ranges():
        for other, index in _touching(owners, span):
            common = other.intersection(span)
            if common:
                found[index] = found.get(index, 0) + common.end - common.start
    return found


def _touching(owners: Sequence[tuple[Range, int]], span: Range) -> Iterable[tuple[Range, int]]:
    for at in range(bisect_right(owners, span.start, key=lambda owner: owner[0].end), len(owners)):
        if owners[at][0].start >= span.end:
            return
        yield owners[at]


def _without(page_text: str, item: Item, taken: Sequence[tuple[Range, int]]) -> Item | None:
    blocks = [left for block in item.blocks if (left := _block_without(page_text, block, taken)) is not None]
    return replace(item, blocks=tuple(blocks)) if blocks else None


def _block_without(page_text: str, block: Block, taken: Sequence[tuple[Range, int]]) -> Block | None:
    ranges = tuple(part for span in block.ranges for part in _range_without(page_text, span, taken))
    return replace(block, ranges=ranges) if ranges else None


def _range_without(page_text: str, span: Range, taken: Sequence[tuple[Range, int]]) -> Iterable[Range]:
    at = span.start
    for (start, end), _ in _touching(taken, span):
        yield from _visible(page_text, Range(at, start))
        at = end
    yield from _visible(page_text, Range(at, span.end))


def _visible(page_text: str, span: Range) -> Iterable[Range]:
    if span.start < span.end and not page_text[span.start : span.end].isspace():
        yield trimmed(page_text, span)


def _start(item: Item) -> int:
    return min(span.start for span in item.ranges())
