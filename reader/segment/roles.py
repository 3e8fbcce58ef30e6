"""Roles for all lines of a page at once: the best path through the tags, and by how much it is the best.

A first-order Viterbi search (Forney, "The Viterbi Algorithm", 1973) over the states of ``tags.py``. A line's score for a
tag is the sum of the weights of its features; a step from line to line costs what ``weights.py`` says. The same search
backwards gives, for every line, the best path on which it does *not* begin an item, or does not have its role: the
distance to the chosen path is the margin that ``confidence.py`` turns into a probability.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.domain.model import Role
from reader.segment import weights
from reader.segment.features import Look
from reader.segment.tags import (
    BRIEF_TAGS,
    HEADING_TAGS,
    LATE_TAGS,
    PHOTO_TAGS,
    ROLE_OF,
    STATES,
    TEXT_TAGS,
    Place,
    State,
    Tag,
)

_IMPOSSIBLE = -1e9
_PRUNE = 12.0
"""Tags that score this much less than a line's best tag are not tried."""

_KEPT = frozenset({Tag.BODY, Tag.HEADLESS_START})
_ARTICLE_STARTS = frozenset({Tag.SECTION, Tag.KICKER, Tag.TITLE, Tag.HEADLESS_START, Tag.BRIEF, Tag.BYLINE})
_INTERRUPTERS = PHOTO_TAGS | {Tag.FURNITURE}
_PLAIN, _START, _INTERRUPT, _SUBHEAD, _HEAD_TO_TEXT, _CAPTION_ENDS, _BRIEFS, _CAPTION_START = range(8)


@dataclass(frozen=True, slots=True)
class Labelled:
    """What the search found for one line: its state, whether it begins an item, and how far the best other reading lies.

    ``boundary_margin`` and ``role_margin`` are in the units of ``weights.py``; ``rival`` is the role of the best reading
    in which the line has another one.
    """

    state: State
    starts: bool
    boundary_margin: float
    role_margin: float
    rival: Role | None


@dataclass(frozen=True, slots=True)
class _Edge:
    """A step that the search may take; ``kind`` says which costs of the line depend on its neighbour."""

    source: int
    target: int
    weight: float
    kind: int
    starts: bool


def label(looks: Sequence[Look]) -> list[Labelled]:
    """A tag and place for every line, chosen so that the page as a whole scores best. Linear in the number of lines."""
    if not looks:
        return []
    emissions = [_emission(tuple(look.features)) for look in looks]
    costs = [(0.0,) * 8, *(_neighbour_costs(above, below) for above, below in zip(looks, looks[1:], strict=False))]
    forward, back = _forward(emissions, costs)
    path = _trace(forward[-1], back)
    return _with_margins(path, emissions, costs, forward)


def score_parts(features: Sequence[str], tag: Tag) -> list[tuple[str, float]]:
    """What each feature of a line adds to a tag's score, the greatest first."""
    table = _resolved(tag)
    parts = [(name, table[name]) for name in features if table.get(name)]
    return sorted(parts, key=lambda part: -part[1])


def starts_item(source: State | None, target: State) -> bool:
    """Whether a line in state ``target`` begins an item, when the line above is in state ``source``."""
    tag, above = target.tag, source.tag if source else None
    if tag in (Tag.TITLE, Tag.KICKER):
        return above is not Tag.KICKER
    if tag is Tag.BYLINE:
        return target.place is Place.HEADLESS and not (
            above is Tag.BYLINE and source is not None and source.place is Place.HEADLESS
        )
    if tag is Tag.CAPTION:
        return above not in (Tag.PHOTO_TITLE, Tag.CAPTION)
    if tag is Tag.CREDIT:
        return above not in PHOTO_TAGS
    return tag in (Tag.SECTION, Tag.HEADLESS_START, Tag.BRIEF, Tag.PHOTO_TITLE, Tag.FURNITURE)


@cache
def _resolved(tag: Tag) -> dict[str, float]:
    kin = weights.KIN.get(tag)
    return (_resolved(kin) if kin is not None else {}) | weights.WEIGHTS.get(tag, {})


@lru_cache(maxsize=4096)
def _emission(features: tuple[str, ...]) -> tuple[tuple[int, float], ...]:
    """The states that a line with these features may have, each with its score."""
    scores = {tag: _resolved(tag)["bias"] + sum(_resolved(tag).get(name, 0.0) for name in features) for tag in Tag}
    least = max(scores.values()) - _PRUNE
    return tuple(
        (index, scores[state.tag])
        for index, state in enumerate(STATES)
        if scores[state.tag] >= least or state.tag in _KEPT
    )


def _neighbour_costs(above: Look, below: Look) -> tuple[float, ...]:
    """What the line above adds to each kind of step into the line below."""
    start = sum(cost for name, cost in weights.UNFINISHED.items() if name in above.features)
    head = weights.HEAD_RUNS_ON if "runs_on" in above.features else 0.0
    caption = weights.INLINE_CREDIT_ENDS_CAPTION if "credit_inline" in above.features else 0.0
    if "wide_gap" in below.features:
        start *= 0.5
    briefs = weights.BRIEFS_BELOW if "brief_column" in above.features else 0.0
    interrupt = start * weights.UNFINISHED_PHOTO
    bare = weights.CAPTION_WITHOUT_GAP if "no_gap" in below.features else 0.0
    return (0.0, start, interrupt, start * weights.UNFINISHED_SUBHEAD, head, caption, briefs, interrupt + bare)


@cache
def _edges() -> tuple[tuple[_Edge, ...], ...]:
    """For each state, the steps that lead to it."""
    into: list[list[_Edge]] = [[] for _ in STATES]
    for source, first in enumerate(STATES):
        for target, second in enumerate(STATES):
            weight = _step(first, second)
            if weight is not None:
                into[target].append(_Edge(source, target, weight, _kind(first, second), starts_item(first, second)))
    return tuple(tuple(edges) for edges in into)


def _step(first: State, second: State) -> float | None:
    """The weight of a step, None where it cannot be taken."""
    if not _fits(first, second):
        return None
    known = weights.TRANSITIONS[first.tag].get(second.tag)
    if known is None and second.tag is Tag.HEADLESS_START:
        return weights.LOST
    return known


def _fits(first: State, second: State) -> bool:
    """Whether a state's place follows from the one before it."""
    tag = second.tag
    if tag in _INTERRUPTERS:
        return second.place is (first.place if first.tag not in LATE_TAGS else Place.CLOSED)
    if tag in LATE_TAGS:
        return first.place is Place.HEADLESS or first.tag in LATE_TAGS
    if tag in (Tag.TITLE_MORE, Tag.SUBTITLE, Tag.LEAD):
        return first.place is Place.HEADED and first.tag in HEADING_TAGS
    if tag is Tag.BYLINE:
        in_head = first.tag in HEADING_TAGS and first.place is Place.HEADED
        return second.place is (Place.HEADED if in_head else Place.HEADLESS)
    if tag is Tag.BODY and first.tag is Tag.BYLINE:
        return first.place is second.place is Place.HEADLESS
    if tag in TEXT_TAGS and tag is not Tag.HEADLESS_START:
        return first.place is second.place
    return True


def _kind(first: State, second: State) -> int:
    if first.tag in TEXT_TAGS or first.tag in BRIEF_TAGS:
        if second.tag in _ARTICLE_STARTS:
            return _START
        if second.tag in _INTERRUPTERS:
            return _CAPTION_START if second.tag is Tag.CAPTION else _INTERRUPT
        if second.tag is Tag.SUBHEAD:
            return _SUBHEAD
        return _HEAD_TO_TEXT if first.tag is Tag.SUBHEAD else _PLAIN
    if first.tag is Tag.SECTION and second.tag is Tag.BRIEF:
        return _BRIEFS
    if first.tag in HEADING_TAGS and second.tag in (Tag.LEAD, Tag.BODY, Tag.BYLINE):
        return _HEAD_TO_TEXT
    return _CAPTION_ENDS if first.tag is Tag.CAPTION and second.tag is not Tag.CREDIT else _PLAIN


_Scores = list[float]
_Emission = tuple[tuple[int, float], ...]


def _forward(
    emissions: Sequence[_Emission], costs: Sequence[tuple[float, ...]]
) -> tuple[list[_Scores], list[list[int]]]:
    """The best score of reaching each state at each line, and where from."""
    edges = _edges()
    scores = [_IMPOSSIBLE] * len(STATES)
    for state, emission in emissions[0]:
        first = weights.FIRST.get(STATES[state].tag)
        if first is not None and STATES[state].place is _first_place(STATES[state]):
            scores[state] = emission + first
    if max(scores) == _IMPOSSIBLE:
        scores[STATES.index(State(Tag.HEADLESS_START, Place.HEADLESS))] = 0.0
    forward, back = [scores], [[-1] * len(STATES)]
    for emission_row, cost in zip(emissions[1:], costs[1:], strict=True):
        row, come = [_IMPOSSIBLE] * len(STATES), [-1] * len(STATES)
        for state, emission in emission_row:
            best, origin = _IMPOSSIBLE, -1
            for edge in edges[state]:
                score = scores[edge.source] + edge.weight + cost[edge.kind]
                if score > best:
                    best, origin = score, edge.source
            row[state], come[state] = best + emission, origin
        scores = row
        forward.append(row)
        back.append(come)
    return forward, back


def _first_place(state: State) -> Place:
    if state.tag in (Tag.KICKER, Tag.TITLE):
        return Place.HEADED
    return Place.HEADLESS if state.tag in (Tag.HEADLESS_START, Tag.BYLINE) else Place.CLOSED


def _ending(state: int) -> float:
    return weights.LAST.get(STATES[state].tag, 0.0)


def _trace(last: _Scores, back: list[list[int]]) -> list[int]:
    state = max(range(len(STATES)), key=lambda index: last[index] + _ending(index))
    path = [state]
    for come in reversed(back[1:]):
        state = come[state]
        path.append(state)
    path.reverse()
    return path


def _with_margins(
    path: list[int], emissions: Sequence[_Emission], costs: Sequence[tuple[float, ...]], forward: list[_Scores]
) -> list[Labelled]:
    """The path with, for each line, the distance to the best page in which it is something else."""
    edges = _edges()
    behind = [_ending(index) for index in range(len(STATES))]
    total = max(score + end for score, end in zip(forward[-1], behind, strict=True))
    labelled: list[Labelled] = []
    for at in range(len(path) - 1, -1, -1):
        role = ROLE_OF[STATES[path[at]].tag]
        starts = starts_item(STATES[path[at - 1]] if at else None, STATES[path[at]])
        other_role, rival = _IMPOSSIBLE, None
        for state, _ in emissions[at]:
            score = forward[at][state] + behind[state]
            if score > other_role and ROLE_OF[STATES[state].tag] is not role:
                other_role, rival = score, ROLE_OF[STATES[state].tag]
        before = [_IMPOSSIBLE] * len(STATES)
        other_start = _IMPOSSIBLE
        if at:
            reached, cost = forward[at - 1], costs[at]
            for state, emission in emissions[at]:
                onward = emission + behind[state]
                for edge in edges[state]:
                    score = edge.weight + cost[edge.kind] + onward
                    before[edge.source] = max(before[edge.source], score)
                    score += reached[edge.source]
                    if score > other_start and edge.starts is not starts:
                        other_start = score
        labelled.append(Labelled(STATES[path[at]], starts, total - other_start, total - other_role, rival))
        behind = before
    labelled.reverse()
    return labelled
