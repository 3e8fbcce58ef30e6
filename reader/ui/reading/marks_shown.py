"""Annotations as the text shows them."""

from collections.abc import Iterable

from reader.services.marks import PlacedMark
from reader.ui.reading.runs import Mark


def marks_shown(placed: Iterable[PlacedMark]) -> list[Mark]:
    """The marks of an article for its pane, in the order given."""
    return [
        Mark(
            one.annotation.id,
            one.spans,
            one.annotation.color,
            " ".join(f"#{tag}" for tag in one.annotation.tags),
            bool(one.annotation.note),
            one.annotation.importance,
        )
        for one in placed
    ]
