"""Which stripes of the margin are named by the tags of their marks: those beside whose first line there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from reader.ui.reading.runs import Mark
from reader.ui.reading.stripes import Stripe

BEHIND = 10
"""Pixels between a label and the right of its box, for a dot in the colour of the mark."""
_LONGEST = 9
_SHORTEST = 3
"""Ems that a label has at most, and that it must have room for."""


class RightEdge(Protocol):
    """Where labels end beside lines that have so many columns of stripes, and perhaps a number, in pixels."""

    def __call__(self, columns: int, *, counted: bool) -> float:
        """The right edge for labels."""


@dataclass(frozen=True, slots=True)
class MarginLabel:
    """The tags of a mark, shortened, and their box, which has room for a dot at its right."""

    mark: Mark
    text: str
    box: QRectF


def place_labels(
    stripes: Sequence[Stripe], metrics: QFontMetricsF, right_of: RightEdge, left: float, focused: Mark | None
) -> Iterator[MarginLabel]:
    """Labels for stripes from the top down, none on another; that of the mark in focus comes first.

    ``left`` is where the margin begins.
    """
    named = [one for one in stripes if one.column is not None and one.marks[0].label]
    named.sort(key=lambda one: (one.marks[0] != focused, one.top, one.column))
    em, height = metrics.horizontalAdvance("国"), metrics.height()
    taken: list[tuple[float, float]] = []
    seen: set[int] = set()
    for stripe in named:
        mark, top = stripe.marks[0], stripe.top
        if mark.id in seen or any(low < top + height and top < high for low, high in taken):
            continue
        beside = [one for one in stripes if one.top < top + height and top < one.bottom]
        columns = max(one.column + 1 for one in beside if one.column is not None)
        right = right_of(columns, counted=any(one.column is None for one in beside))
        room = right - left - BEHIND
        if room < _SHORTEST * em:
            continue
        width = min(room, _LONGEST * em)
        text = metrics.elidedText(mark.label.replace("#", ""), Qt.TextElideMode.ElideRight, width)
        line = min(stripe.bottom - top, height * 1.5)
        yield MarginLabel(mark, text, QRectF(left, top, right - left, line))
        taken.append((top, top + height))
        seen.add(mark.id)
