"""Annotations as the text shows them."""

from collections.abc import Iterable

from reader.services.marks import PlacedMark
from reader.ui.reading.runs import Mark


class MarksShown:
    """Makes the marks of a pane, and gives the same object again for an annotation that has not changed.

    Who compares marks then finds most of them equal without looking into them.
    """

    def __init__(self) -> None:
        self._made: dict[int, tuple[PlacedMark, Mark]] = {}

    def of(self, placed: Iterable[PlacedMark]) -> list[Mark]:
        """The marks of an article for its pane, in the order given."""
        before = self._made
        self._made = {one.annotation.id: self._again(before.get(one.annotation.id), one) for one in placed}
        return [mark for _, mark in self._made.values()]

    @staticmethod
    def _again(known: tuple[PlacedMark, Mark] | None, placed: PlacedMark) -> tuple[PlacedMark, Mark]:
        return known if known is not None and known[0] is placed else (placed, _mark(placed))


def _mark(placed: PlacedMark) -> Mark:
    annotation = placed.annotation
    return Mark(
        annotation.id,
        placed.spans,
        annotation.color,
        " ".join(f"#{tag}" for tag in annotation.tags),
        bool(annotation.note),
        annotation.importance,
    )
