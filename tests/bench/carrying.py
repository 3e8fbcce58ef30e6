"""Carrying annotations over to a newer text of their page: how often it is right, and how fast."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from reader.domain.carry import Carrier
from reader.domain.model import AnchorState, Range
from tests.bench import corpus
from tests.bench.corruption import (
    Corrupt,
    Corrupted,
    corrupted,
    gain_lines,
    lose_articles,
    lose_lines,
    misread,
    reflow,
    reorder,
)
from tests.bench.measure import Sample, check, clock, compare
from tests.bench.table import Row, Target, row

if TYPE_CHECKING:
    from tests.bench.prepared import Prepared

PAGES = 20
MARKS = 100
_LENGTHS = (2, 3, 4, 6, 8, 12, 20, 30, 60, 120)
_SAME = 0.8
"""Share of characters that found and true place have in common from which they count as the same."""
_KEPT = 0.6
"""Share of its characters that must still be there for a mark to have a place in the newer text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of the older text: one range for each line, as marks have them."""

    ranges: tuple[Range, ...]
    quote: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of marks: how many were carried right or wrong, and how many that had a place were not carried."""

    right: int
    wrong: int
    lost: int
    exact_wrong: int

    @property
    def precision(self) -> float:
        """Of those carried, the share that was carried right."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Of those that had a place, the share that was carried right."""
        return self.right / max(self.right + self.lost, 1)


def ways(page: corpus.MadePage, other: corpus.MadePage) -> dict[str, Sequence[Corrupt]]:
    """The corruptions that are tried, by name."""
    lines = [line for line in other.text.splitlines() if line]
    return {
        "1 % misread": [misread(0.01)],
        "3 % misread": [misread(0.03)],
        "5 % misread": [misread(0.05)],
        "10 % misread": [misread(0.1)],
        "lines lost": [lose_lines],
        "lines gained": [gain_lines(lines)],
        "articles reordered": [reorder(page.headlines)],
        "articles lost": [lose_articles(page.headlines)],
        "re-flowed": [reflow],
        "all, 3 % misread": [
            lose_articles(page.headlines),
            reorder(page.headlines),
            lose_lines,
            gain_lines(lines),
            reflow,
            misread(0.03),
        ],
    }


def marks_on(text: str, count: int, seed: object) -> list[Mark]:
    """Marks of lengths from two characters to a paragraph, at random places of a text."""
    chance = random.Random(f"{seed}")
    made = []
    while len(made) < count:
        start = chance.randrange(len(text))
        end = min(start + chance.choice(_LENGTHS), len(text))
        ranges = []
        for line_start, line in _lines(text):
            first, last = max(start, line_start), min(end, line_start + len(line))
            if first < last and text[first:last].strip() and not line.startswith("#"):
                ranges.append(Range(first, last))
        if ranges:
            made.append(Mark(tuple(ranges), "".join(text[a:b] for a, b in ranges)))
    return made


def judged(old: str, new: Corrupted, marks: Sequence[Mark]) -> Outcome:
    """Carry marks over, and compare with where their characters really went."""
    carrier = Carrier(old, new.text)
    places = {at: place for place, at in enumerate(new.origin) if at is not None}
    found: Counter[str] = Counter()
    for mark in marks:
        carried = carrier.carry(mark.ranges, mark.quote)
        wanted = {at for start, end in mark.ranges for at in range(start, end) if not old[at].isspace()}
        true = {places[at] for at in wanted if at in places}
        has_place = len(true) >= _KEPT * len(wanted)
        if carried.state is AnchorState.ORPHAN:
            found["lost"] += has_place
            continue
        there = {at for start, end in carried.ranges for at in range(start, end) if not new.text[at].isspace()}
        right = len(there & true) >= _SAME * len(there | true)
        found["right" if right else "wrong"] += 1
        found["exact wrong"] += not right and carried.state is AnchorState.EXACT
        found["lost"] += has_place and not right
    return Outcome(found["right"], found["wrong"], found["lost"], found["exact wrong"])


def carrying(_prepared: Prepared, runs: int) -> Iterator[Row]:
    """How many of the marks are carried right under each corruption, and how long 1,000 of them take."""
    pages = [*corpus.pages((PAGES + 1) * corpus.ARTICLES_PER_PAGE)]
    for name in ways(pages[0], pages[1]):
        total: Counter[str] = Counter()
        for page, other in pairwise(pages):
            new = corrupted(page.text, ways(page, other)[name], page.name)
            outcome = judged(page.text, new, marks_on(page.text, MARKS, page.name))
            for field in ("right", "wrong", "lost", "exact_wrong"):
                total[field] += getattr(outcome, field)
        yield _row(name, Outcome(**total))
    yield _speed(pages, runs)


def _row(name: str, outcome: Outcome) -> Row:
    said = f"precision {outcome.precision:.2%}, recall {outcome.recall:.2%}"
    counted = f"{outcome.wrong} wrong ({outcome.exact_wrong} as exact), {outcome.lost} lost"
    return Row((f"carried over, {name}", said, "", counted, "", "", ""))


def _speed(pages: Sequence[corpus.MadePage], runs: int) -> Row:
    page, other = pages[0], pages[1]
    new = corrupted(page.text, ways(page, other)["all, 3 % misread"], page.name)
    marks = marks_on(page.text, 1000, "speed")

    def program() -> Sample:
        with clock() as sample:
            carrier = Carrier(page.text, new.text)
            found = [carrier.carry(mark.ranges, mark.quote) for mark in marks]
        check("marks that came out", len(found), len(marks))
        return sample

    def floor() -> Sample:
        with clock() as sample:
            found = [fuzz.partial_ratio_alignment(mark.quote, new.text) for mark in marks]
        check("marks that came out", len(found), len(marks))
        return sample

    return row("carrying 1,000 marks to a changed page", compare(program, floor, runs), Target(1000))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
