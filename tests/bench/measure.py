"""How a figure is taken: a warm-up and five runs, program and floor in turn, and the ratio pair by pair.

The floor of a figure is what the library underneath takes for the same result, written as plainly as can be. A time
for a wrong result is void, so every measurement checks its result first.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median

RUNS = 5


class WrongResultError(Exception):
    """What was timed gave a wrong result."""


@dataclass(slots=True)
class Sample:
    """One run: wall and CPU time in milliseconds, and a value of its own for figures that are no times."""

    wall_ms: float = 0.0
    cpu_ms: float = 0.0
    values: dict[str, float] = field(default_factory=dict)


@contextmanager
def clock() -> Iterator[Sample]:
    """Time a block in this process."""
    sample = Sample()
    gc.collect()  # what earlier runs left is not this one's to clear away
    cpu, wall = time.process_time(), time.perf_counter()
    yield sample
    sample.wall_ms = (time.perf_counter() - wall) * 1000
    sample.cpu_ms = (time.process_time() - cpu) * 1000


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle, least and greatest of some runs."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        return cls(median(values), min(values), max(values))


@dataclass(frozen=True, slots=True)
class Pairs:
    """The runs of program and floor, pair by pair."""

    program: Sequence[Sample]
    floor: Sequence[Sample]

    def spread(self, pick: Callable[[Sample], float]) -> tuple[Spread, Spread, Spread]:
        """Program, floor, and their ratio."""
        ours, theirs = [pick(sample) for sample in self.program], [pick(sample) for sample in self.floor]
        ratios = [mine / other if other else float("inf") for mine, other in zip(ours, theirs, strict=True)]
        return Spread.of(ours), Spread.of(theirs), Spread.of(ratios)


def compare(program: Callable[[], Sample], floor: Callable[[], Sample], runs: int = RUNS) -> Pairs:
    """Run both in turn, each first as often as the other, after one run of each that does not count."""
    program()
    floor()
    ours, theirs = [], []
    for number in range(runs):
        for measure, samples in ((program, ours), (floor, theirs))[:: 1 if number % 2 == 0 else -1]:
            samples.append(measure())
    return Pairs(ours, theirs)


def check(what: str, found: object, expected: object) -> None:
    """Void the figure unless the result is what it must be."""
    if found != expected:
        raise WrongResultError(f"{what}: {found!r} instead of {expected!r}")


def wall(sample: Sample) -> float:
    """Wall time in milliseconds."""
    return sample.wall_ms


def cpu(sample: Sample) -> float:
    """CPU time in milliseconds."""
    return sample.cpu_ms


def value(name: str) -> Callable[[Sample], float]:
    """A value that the measurement took itself."""
    return lambda sample: sample.values[name]
