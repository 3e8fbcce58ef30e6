"""Marks over a text: cutting what they cover into disjoint runs, and finding room for them beside each other.

Pure: offsets are code points of the text view, spans half open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from reader.domain.model import Color, Range


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as the pane shows it.

    Attributes:
        id: the annotation's.
        spans: where it lies in the view, in reading order; never empty.
        color: of fill and stripe.
        label: what its stripe says in a tool tip, and what a screen reader says of it.
        has_note: whether a note hangs on it.
        importance: 0 to 3.
    """

    id: int
    spans: tuple[Range, ...]
    color: Color
    label: str = ""
    has_note: bool = False
    importance: int = 0

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.spans[-1].end

    def covers(self, offset: int) -> bool:
        """Whether it lies on the character at an offset."""
        return any(span.start <= offset < span.end for span in self.spans)


def reading_order(mark: Mark) -> tuple[int, int, int]:
    """Sort key: by where a mark begins, the longer one first, so that the shorter one comes to lie above it."""
    return mark.spans[0][0], -mark.spans[-1][1], mark.id  # of all marks at each change: no properties


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that the same marks cover throughout, lowest first."""

    span: Range
    marks: tuple[Mark, ...]


def split_runs(pieces: Iterable[tuple[Range, Mark]]) -> list[Run]:
    """Disjoint runs in text order that together cover what the pieces cover.

    Two runs that touch differ in their marks. Empty pieces are ignored.
    """
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for span, mark in pieces:
        if span.start < span.end:
            opening.setdefault(span.start, []).append(mark)
            closing.setdefault(span.end, []).append(mark)
    covering: list[Mark] = []
    runs: list[Run] = []
    for start, end in pairwise(sorted({*opening, *closing})):
        for mark in closing.get(start, ()):
            covering.remove(mark)
        covering += opening.get(start, ())
        if covering:
            by_id = {mark.id: mark for mark in covering}
            _append(runs, Range(start, end), tuple(sorted(by_id.values(), key=reading_order)))
    return runs


def _append(runs: list[Run], span: Range, marks: tuple[Mark, ...]) -> None:
    if runs and runs[-1].span.end == span.start and runs[-1].marks == marks:
        runs[-1] = Run(Range(runs[-1].span.start, span.end), marks)
    else:
        runs.append(Run(span, marks))


class Lanes:
    """Gives spans the lowest lane that no overlapping one has taken: greedy colouring of an interval graph.

    It needs no more lanes than spans overlap at one place.
    """

    def __init__(self) -> None:
        self._free: list[int] = []
        self._busy: list[tuple[int, int]] = []
        self._used = 0

    def take(self, start: int, end: int) -> int:
        """The lane (from 0) of a half-open span that starts no earlier than those before it."""
        while self._busy and self._busy[0][0] <= start:
            heappush(self._free, heappop(self._busy)[1])
        if self._free:
            lane = heappop(self._free)
        else:
            lane, self._used = self._used, self._used + 1
        heappush(self._busy, (end, lane))
        return lane
