"""How high the rows of a list are and where each begins; a row that was not measured yet is as high as the mean."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

_FIRST_GUESS = 100
"""Pixels of a row while none was measured."""


class RowHeights:
    """Heights in pixels. Where rows begin is summed up anew, all at once, when it is asked for after a change.

    Summing 2,000 heights takes less time than measuring two rows; a tree of sums would only pay for far more.
    """

    def __init__(self) -> None:
        self._heights: list[int | None] = []
        self._ends: Sequence[int] | None = ()

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._heights)

    def reset(self, count: int) -> None:
        """There are so many rows now, none of them measured."""
        self._heights = [None] * count
        self._ends = None

    def insert(self, first: int, count: int) -> None:
        """So many rows came before the row that was ``first``."""
        self._heights[first:first] = [None] * count
        self._ends = None

    def remove(self, first: int, last: int) -> None:
        """The rows from ``first`` to ``last`` went."""
        del self._heights[first : last + 1]
        self._ends = None

    def put(self, row: int, height: int | None) -> None:
        """A row was measured, or has to be measured anew where ``height`` is None."""
        if self._heights[row] != height:
            self._heights[row] = height
            self._ends = None

    def is_measured(self, row: int) -> bool:
        """Whether the height of a row is exact."""
        return self._heights[row] is not None

    @property
    def total(self) -> int:
        """The height of all rows together."""
        ends = self._summed()
        return ends[-1] if ends else 0

    def top(self, row: int) -> int:
        """Where a row begins."""
        return self._summed()[row - 1] if row else 0

    def height(self, row: int) -> int:
        """How high a row is."""
        return self._summed()[row] - self.top(row)

    def at(self, y: int) -> int | None:
        """The row at a height, or None before the first or behind the last."""
        row = bisect_right(self._summed(), y)
        return row if y >= 0 and row < len(self) else None

    def _summed(self) -> Sequence[int]:
        if self._ends is None:
            measured = [height for height in self._heights if height is not None]
            mean = round(sum(measured) / len(measured)) if measured else _FIRST_GUESS
            self._ends = list(accumulate(mean if height is None else height for height in self._heights))
        return self._ends
