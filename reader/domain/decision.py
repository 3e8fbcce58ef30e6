"""What the reader decided, as judgements: certain, and told apart from what the page engine is sure of."""

import re

from reader.domain.model import Item, Judgement, Reason

READER = "reader"
"""The code of the reason that the reader decided something; its detail says what where that matters."""

ENGINE = "engine"
"""The code of the reason that keeps the engine's confidence beside what the reader accepted."""

SECTION = "section"
"""The detail of a section that the reader gave, which no banner changes."""

ACCEPTED = "accepted"
"""The detail of what the reader looked at and left as the engine had it."""

_SURE = re.compile(r"[01]\.\d\d")
DOUBTFUL_BELOW = 0.9
"""Below this confidence a decision is shown as doubtful."""


def decided(judgement: Judgement | None = None, what: str = "") -> Judgement:
    """A judgement after the reader decided: certain, with what the reader decided about it before."""
    before = judgement.reasons if judgement is not None else ()
    earlier = [reason for reason in before if reason.code == READER]
    return Judgement(1.0, tuple(dict.fromkeys([*earlier, Reason(READER, what)])))


def join_judgement(reason: Reason) -> Judgement | None:
    """How sure a join is that is among the reasons of a paragraph, None where it does not say so.

    The detail of such a reason begins with a number of two digits after the point (``segment/confidence.py``).
    """
    sure = reason.detail.partition(",")[0]
    return Judgement(float(sure), (reason,)) if _SURE.fullmatch(sure) else None


def is_decided(item: Item) -> bool:
    """Whether the reader decided anything about an item, what it says of itself, or one of its blocks."""
    if item.meta.decided:
        return True
    judgements = [item.judgement, *(block.judgement for block in item.blocks)]
    return any(reason.code == READER for judgement in judgements for reason in judgement.reasons)


def has_decided_section(item: Item) -> bool:
    """Whether the reader gave the item its section."""
    return Reason(READER, SECTION) in item.judgement.reasons


def is_doubtful(item: Item) -> bool:
    """Whether anything about an item is doubtful."""
    return min([item.judgement.confidence, *(block.judgement.confidence for block in item.blocks)]) < DOUBTFUL_BELOW


def accepted(judgement: Judgement) -> Judgement:
    """A judgement that the reader looked at and found right; the engine's confidence stays as a reason.

    One that was not doubtful stays as it is.
    """
    if judgement.confidence >= DOUBTFUL_BELOW:
        return judgement
    engine = Reason(ENGINE, f"{judgement.confidence:.2f}")
    return Judgement(1.0, (Reason(READER, ACCEPTED), engine, *judgement.reasons))
