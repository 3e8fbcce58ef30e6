"""The lines of the list: annotations, and the names of groups above them, some of which are folded up."""

from array import array
from collections.abc import Iterable

from reader.domain.mark_list import MarkGroup, MarkGrouping, MarkListing

_BLOCK = 512


def lines_of(listing: MarkListing, folded: Iterable[str]) -> "array[int]":
    """The lines that show a listing; of groups whose value is in ``folded`` only the name."""
    lines = array("q")
    hidden = set(folded)
    for place, group in enumerate(listing.groups):
        if listing.grouping is not MarkGrouping.NONE:
            lines.append(-1 - place)
        if group.value not in hidden or listing.grouping is MarkGrouping.NONE:
            lines.extend(group.ids)
    return lines


def group_at(listing: MarkListing, line: int) -> MarkGroup | None:
    """The group that a line names; None of an annotation."""
    return listing.groups[-1 - line] if line < 0 else None


def changed_part(before: "array[int]", after: "array[int]") -> tuple[int, int, int]:
    """Where two lists of lines differ: how many they share at the top, and the ends of the rest in each."""
    top = _shared(before, after)
    bottom = _shared(before[top:][::-1], after[top:][::-1])
    return top, len(before) - bottom, len(after) - bottom


def _shared(before: "array[int]", after: "array[int]") -> int:
    """How many lines two lists begin with alike. Blocks are compared as bytes: most of 100,000 lines stay."""
    shortest = min(len(before), len(after))
    ours, theirs = memoryview(before).cast("B"), memoryview(after).cast("B")
    block = _BLOCK * before.itemsize
    at = 0
    while at + _BLOCK <= shortest:
        first = at * before.itemsize
        if ours[first : first + block] != theirs[first : first + block]:
            break
        at += _BLOCK
    return next((place for place in range(at, shortest) if before[place] != after[place]), shortest)
