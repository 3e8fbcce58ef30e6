"""The lines of the list: annotations, and the names of groups above them, some of which are folded up."""

from array import array
from collections.abc import Iterable, Sequence

from reader.domain.mark_list import MarkGroup, MarkGrouping, MarkListing


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


def changed_part(before: Sequence[int], after: Sequence[int]) -> tuple[int, int, int]:
    """Where two lists of lines differ: how many they share at the top, and the ends of the rest in each."""
    shortest = min(len(before), len(after))
    top = next((at for at in range(shortest) if before[at] != after[at]), shortest)
    left = shortest - top
    bottom = next((at for at in range(left) if before[-1 - at] != after[-1 - at]), left)
    return top, len(before) - bottom, len(after) - bottom
