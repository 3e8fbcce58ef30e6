"""Roles for all lines of a page at once: the best path through the tags, and by how much it is the best.

A first-order Viterbi search (Forney, "The Viterbi Algorithm", 1973) over the states of ``tags.py``. A line's score for
a tag is the sum of the weights of its features; a step from line to line costs what ``steps.py`` says. The same search
backwards gives, for every line, the best path on which it does *not* begin an item, or does not have its role: the
distance to the chosen path is the margin that ``confidence.py`` turns into a probability.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from reader.domain.model import Role
from reader.segment import weights
from reader.segment.features import Look
from reader.segment.steps import neighbour_costs, starts_item, steps_between
from reader.segment.tags import ROLE_OF, STATES, Place, State, Tag

_IMPOSSIBLE = -1e9
_PRUNE = 6.5
"""Tags that score this much less than a line's best tag are not tried."""

_KEPT = frozenset({Tag.BODY, Tag.HEADLESS_START})
"""Tags that are always tried, so that there is a way through every page."""


class Labelled(NamedTuple):
    """What the search found for one line: its state, whether it begins an item, and how far the best rival lies.

    ``boundary_margin`` and ``role_margin`` are in the units of ``weights.py``; ``rival`` is the role of the best
    reading in which the line has another one.
    """

    state: State
    starts: bool
    boundary_margin: float
    role_margin: float
    rival: Role | None


class _Emission(NamedTuple):
    """The states that a line may have, and the score of each."""

    states: tuple[int, ...]
    scores: tuple[float, ...]


class _Line(NamedTuple):
    """A line in the search: its states, the best score of reaching each, and from which state of the line above."""

    states: tuple[int, ...]
    scores: list[float]
    origins: list[int]


def label(looks: Sequence[Look]) -> list[Labelled]:
    """A tag and place for every line, chosen so that the page as a whole scores best. Linear in the number of lines."""
    if not looks:
        return []
    emissions = [_emission(tuple(look.features)) for look in looks]
    costs = [(), *(neighbour_costs(above, below) for above, below in pairwise(looks))]
    trellis = _forward(emissions, costs)
    return _with_margins(_trace(trellis), emissions, costs, trellis)


def score_parts(features: Sequence[str], tag: Tag) -> list[tuple[str, float]]:
    """What each feature of a line adds to a tag's score, the greatest first."""
    table = _resolved(tag)
    parts = [(name, table[name]) for name in features if table.get(name)]
    return sorted(parts, key=lambda part: -part[1])


@cache
def _resolved(tag: Tag) -> dict[str, float]:
    """A tag's weights, with those that it takes from its kin, and what a hint of its own role is worth."""
    return _with_kin(tag) | {f"hint_{ROLE_OF[tag].value}": weights.HINT}


def _with_kin(tag: Tag) -> dict[str, float]:
    kin = weights.KIN.get(tag)
    return (_with_kin(kin) if kin is not None else {}) | weights.WEIGHTS.get(tag, {})


@lru_cache(maxsize=4096)
def _emission(features: tuple[str, ...]) -> _Emission:
    scores = {tag: _resolved(tag)["bias"] + sum(_resolved(tag).get(name, 0.0) for name in features) for tag in Tag}
    least = max(scores.values()) - _PRUNE
    kept = [at for at, state in enumerate(STATES) if scores[state.tag] >= least or state.tag in _KEPT]
    return _Emission(tuple(kept), tuple(scores[STATES[at].tag] for at in kept))


def _forward(emissions: Sequence[_Emission], costs: Sequence[tuple[float, ...]]) -> list[_Line]:
    first = emissions[0]
    opening = [score + _opening(STATES[at]) for at, score in zip(first.states, first.scores, strict=True)]
    trellis = [_Line(first.states, opening, [-1] * len(opening))]
    for emission, cost in zip(emissions[1:], costs[1:], strict=True):
        above = trellis[-1]
        scores, origins = [], []
        reached = above.scores
        for steps, own in zip(steps_between(above.states, emission.states, cost), emission.scores, strict=True):
            best, origin = _IMPOSSIBLE, 0
            for source, weight, _ in steps:
                score = reached[source] + weight
                if score > best:
                    best, origin = score, source
            scores.append(best + own)
            origins.append(origin)
        trellis.append(_Line(emission.states, scores, origins))
    return trellis


def _opening(state: State) -> float:
    """What it adds to begin a page in a state."""
    place = Place.CLOSED
    if state.tag in (Tag.KICKER, Tag.TITLE):
        place = Place.HEADED
    elif state.tag in (Tag.HEADLESS_START, Tag.BYLINE):
        place = Place.HEADLESS
    return weights.FIRST.get(state.tag, _IMPOSSIBLE) if state.place is place else _IMPOSSIBLE


def _ending(state: int) -> float:
    return weights.LAST.get(STATES[state].tag, 0.0)


def _trace(trellis: Sequence[_Line]) -> list[int]:
    """The best path, as an index into each line's states."""
    last = trellis[-1]
    at = max(range(len(last.states)), key=lambda index: last.scores[index] + _ending(last.states[index]))
    path = [at]
    for line in reversed(trellis[1:]):
        at = line.origins[at]
        path.append(at)
    path.reverse()
    return path


def _with_margins(
    path: Sequence[int], emissions: Sequence[_Emission], costs: Sequence[tuple[float, ...]], trellis: Sequence[_Line]
) -> list[Labelled]:
    """The path with, for each line, the distance to the best page in which it is something else."""
    chosen = [STATES[line.states[at]] for line, at in zip(trellis, path, strict=True)]
    behind = [_ending(state) for state in trellis[-1].states]
    total = trellis[-1].scores[path[-1]] + behind[path[-1]]
    labelled: list[Labelled] = []
    for number in range(len(path) - 1, -1, -1):
        line, state = trellis[number], chosen[number]
        other_role, rival = _rival(line, behind, ROLE_OF[state.tag])
        starts, other_start = starts_item(chosen[number - 1] if number else None, state), _IMPOSSIBLE
        if number:
            above, onward = (
                trellis[number - 1],
                [own + rest for own, rest in zip(emissions[number].scores, behind, strict=True)],
            )
            behind, other_start = _backward(above, line, costs[number], onward, starts=starts)
        labelled.append(Labelled(state, starts, total - other_start, total - other_role, rival))
    labelled.reverse()
    return labelled


def _rival(line: _Line, behind: Sequence[float], role: Role) -> tuple[float, Role | None]:
    """The best score of a page on which a line has another role than this, and which."""
    best, rival = _IMPOSSIBLE, None
    for state, reached, rest in zip(line.states, line.scores, behind, strict=True):
        if reached + rest > best and ROLE_OF[STATES[state].tag] is not role:
            best, rival = reached + rest, ROLE_OF[STATES[state].tag]
    return best, rival


def _backward(
    above: _Line, line: _Line, cost: tuple[float, ...], onward: Sequence[float], *, starts: bool
) -> tuple[list[float], float]:
    """One line back: the best scores from each state above, and the best page where this line begins otherwise."""
    before, other_start = [_IMPOSSIBLE] * len(above.states), _IMPOSSIBLE
    reached = above.scores
    for steps, rest in zip(steps_between(above.states, line.states, cost), onward, strict=True):
        for source, weight, begins in steps:
            score = weight + rest
            if score > before[source]:  # noqa: PLR1730 - a call of max() at every step takes half as long again
                before[source] = score
            if begins is not starts and score + reached[source] > other_start:
                other_start = score + reached[source]
    return before, other_start
