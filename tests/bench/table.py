"""The one table that the benchmark prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TextIO

from tests.bench.measure import Pairs, Sample, Spread, cpu, wall

HEADER = ("figure", "program (least–most)", "CPU ms", "floor (least–most)", "ratio (least–most)", "target", "verdict")


class Judged(Enum):
    """What of a figure a target is about."""

    RATIO = "×"  # the median of program over floor
    MEDIAN = ""
    WORST = "all "  # the greatest of all runs
    CPU = "CPU "  # the median of the CPU time


@dataclass(frozen=True, slots=True)
class Target:
    """The most that a figure may be."""

    most: float
    of: Judged = Judged.MEDIAN

    def words(self, unit: str) -> str:
        """The target as the table says it."""
        if self.of is Judged.RATIO:
            return f"≤ {self.most:g}×"
        return f"{self.of.value}≤ {self.most:,g} {unit}"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, as texts in the order of ``HEADER``."""

    cells: tuple[str, ...]

    def is_void(self) -> bool:
        """Whether the result was wrong."""
        return self.cells[-1] == "void"


def row(name: str, pairs: Pairs, *targets: Target, unit: str = "ms", pick: Callable[[Sample], float] = wall) -> Row:
    """A figure with a floor."""
    program, floor, ratio = pairs.spread(pick)
    used = Spread.of([cpu(sample) for sample in pairs.program])
    found = {
        Judged.RATIO: ratio.median,
        Judged.MEDIAN: program.median,
        Judged.WORST: program.most,
        Judged.CPU: used.median,
    }
    return Row(
        (
            name,
            _spread(program, unit),
            _number(used.median) if pick is wall else "",
            _spread(floor, unit),
            f"{ratio.median:.2f} ({ratio.least:.2f}–{ratio.most:.2f})",
            ", ".join(target.words(unit) for target in targets),
            _verdict(targets, found),
        )
    )


def lone_row(name: str, values: Sequence[float], unit: str = "ms") -> Row:
    """A figure that has neither floor nor target."""
    return Row((name, _spread(Spread.of(values), unit), "", "", "", "", ""))


def void_row(name: str, reason: str) -> Row:
    """A figure whose result was wrong."""
    return Row((name, reason, "", "", "", "", "void"))


def write(rows: Sequence[Row], stream: TextIO) -> None:
    """Print the rows under the header, columns aligned; numbers to the right."""
    lines = [HEADER, *(entry.cells for entry in rows)]
    # A void row's reason is as long as it is, and widens no column.
    measured = [cells for cells in lines if cells[-1] != "void"]
    widths = [max(len(cells[column]) for cells in measured) for column in range(len(HEADER))]
    widths[0] = max(len(cells[0]) for cells in lines)
    for number, cells in enumerate(lines):
        shown = [
            f"{cell:<{width}}" if column in (0, len(HEADER) - 1) else f"{cell:>{width}}"
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        print("  ".join(shown).rstrip(), file=stream)
        if number == 0:
            print("  ".join("─" * width for width in widths), file=stream)


def _spread(spread: Spread, unit: str) -> str:
    middle, least, most = (_number(number) for number in (spread.median, spread.least, spread.most))
    return f"{middle} {unit} ({least}–{most})"


def _number(number: float) -> str:
    if number < 10:
        return f"{number:.2f}"
    return f"{number:.1f}" if number < 100 else f"{number:,.0f}"


def _verdict(targets: Sequence[Target], found: Mapping[Judged, float]) -> str:
    return ", ".join("met" if found[target.of] <= target.most else "missed" for target in targets)
