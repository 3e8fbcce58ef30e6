"""The steps from line to line that the search over roles may take, what each costs, and which of them begin an item."""

from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple

from reader.segment import weights
from reader.segment.features import Look
from reader.segment.tags import (
    BRIEF_TAGS,
    HEADING_TAGS,
    LATE_TAGS,
    PHOTO_TAGS,
    STATES,
    TEXT_TAGS,
    Place,
    State,
    Tag,
)

_ARTICLE_STARTS = frozenset({Tag.SECTION, Tag.KICKER, Tag.TITLE, Tag.HEADLESS_START, Tag.BRIEF, Tag.BYLINE})
_INTERRUPTERS = PHOTO_TAGS | {Tag.FURNITURE}
_ALWAYS_START = frozenset({Tag.SECTION, Tag.HEADLESS_START, Tag.BRIEF, Tag.PHOTO_TITLE, Tag.FURNITURE})


class Kind(IntEnum):
    """What a step does; lines that it joins add a cost for each kind (see :func:`neighbour_costs`)."""

    PLAIN = 0
    START = 1
    INTERRUPT = 2
    SUBHEAD = 3
    HEAD_TO_TEXT = 4
    CAPTION_ENDS = 5
    BRIEFS = 6
    CAPTION_START = 7
    SAME_CAPTION = 8
    NEXT_BRIEF = 9


class Step(NamedTuple):
    """A step from the ``source``-th state of one line: what it adds, and whether it begins an item."""

    source: int
    weight: float
    starts: bool


def starts_item(source: State | None, target: State) -> bool:
    """Whether a line in state ``target`` begins an item, when the line above is in state ``source``."""
    tag, above = target.tag, source.tag if source else None
    if tag in (Tag.TITLE, Tag.KICKER):
        return above is not Tag.KICKER
    if tag is Tag.BYLINE:
        return target.place is Place.HEADLESS and source != target
    if tag is Tag.CAPTION:
        return above not in (Tag.PHOTO_TITLE, Tag.CAPTION)
    if tag is Tag.CREDIT:
        return above not in PHOTO_TAGS
    return tag in _ALWAYS_START


def neighbour_costs(above: Look, below: Look) -> tuple[float, ...]:
    """What two neighbouring lines add to a step between them, for each kind of step."""
    unfinished = sum(cost for name, cost in weights.UNFINISHED.items() if name in above.features)
    wide = "wide_gap" in below.features
    start = unfinished * weights.UNFINISHED_ACROSS_GAP if wide else unfinished
    interrupt = start * weights.UNFINISHED_PHOTO
    return (
        0.0,
        start,
        interrupt,
        start * weights.UNFINISHED_SUBHEAD,
        weights.HEAD_RUNS_ON if "runs_on" in above.features else 0.0,
        weights.INLINE_CREDIT_ENDS_CAPTION if "credit_inline" in above.features else 0.0,
        weights.BRIEFS_BELOW if "brief_column" in above.features else 0.0,
        interrupt + (weights.CAPTION_WITHOUT_GAP if "no_gap" in below.features else 0.0),
        weights.GAP_WITHIN_CAPTION if wide else 0.0,
        start
        + (weights.BRIEF_WITHOUT_BULLET if "bullet" in above.features and "bullet" not in below.features else 0.0),
    )


@lru_cache(maxsize=4096)
def steps_between(
    sources: tuple[int, ...], targets: tuple[int, ...], costs: tuple[float, ...]
) -> tuple[tuple[Step, ...], ...]:
    """For each state that the lower of two lines may have, the steps to it from those that the upper may have.

    ``costs`` is what the two lines add, see :func:`neighbour_costs`.
    """
    table: list[tuple[Step, ...]] = []
    for target in targets:
        into = _steps_to(target)
        found = ((at, into[source]) for at, source in enumerate(sources) if source in into)
        table.append(tuple(Step(at, weight + costs[kind], starts) for at, (weight, kind, starts) in found))
    return tuple(table)


@cache
def _steps_to(target: int) -> dict[int, tuple[float, Kind, bool]]:
    """All steps to a state, by the state that they come from: weight, kind, and whether they begin an item."""
    second = STATES[target]
    steps: dict[int, tuple[float, Kind, bool]] = {}
    for source, first in enumerate(STATES):
        weight = _weight(first, second)
        if weight is not None:
            steps[source] = weight, _kind(first, second), starts_item(first, second)
    return steps


def _weight(first: State, second: State) -> float | None:
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
    in_head = first.tag in HEADING_TAGS and first.place is Place.HEADED
    if tag in (Tag.TITLE_MORE, Tag.SUBTITLE, Tag.LEAD):
        return in_head
    if tag is Tag.BYLINE:
        return second.place is (Place.HEADED if in_head else Place.HEADLESS)
    if tag in TEXT_TAGS and tag is not Tag.HEADLESS_START:
        return first.place is second.place and not (tag is Tag.BODY and first.tag is Tag.BYLINE and in_head)
    return True


def _kind(first: State, second: State) -> Kind:
    if first.tag in TEXT_TAGS or first.tag in BRIEF_TAGS:
        return _kind_after_text(first, second)
    if first.tag is Tag.SECTION and second.tag is Tag.BRIEF:
        return Kind.BRIEFS
    if first.tag in HEADING_TAGS and second.tag in (Tag.LEAD, Tag.BODY, Tag.BYLINE):
        return Kind.HEAD_TO_TEXT
    if first.tag is second.tag is Tag.CAPTION:
        return Kind.SAME_CAPTION
    return Kind.CAPTION_ENDS if first.tag is Tag.CAPTION and second.tag is not Tag.CREDIT else Kind.PLAIN


def _kind_after_text(first: State, second: State) -> Kind:
    if second.tag in _ARTICLE_STARTS:
        return Kind.NEXT_BRIEF if first.tag in BRIEF_TAGS and second.tag is Tag.BRIEF else Kind.START
    if second.tag is Tag.CAPTION:
        return Kind.CAPTION_START
    if second.tag in _INTERRUPTERS:
        return Kind.INTERRUPT
    if second.tag is Tag.SUBHEAD:
        return Kind.SUBHEAD
    return Kind.HEAD_TO_TEXT if first.tag is Tag.SUBHEAD else Kind.PLAIN
