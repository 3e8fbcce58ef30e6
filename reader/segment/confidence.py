"""From margins and clues to a probability and the reasons for it, as codes that the interface turns into words.

The codes, and what their detail is:

``begins_with``          an item begins with this role: the role
``no_headline_above``    an article begins without a headline: how its text begins
``feature``              what speaks most for a role: the name of a feature, from ``shapes.py`` and ``features.py``
``could_be``             the role that comes close where a role is doubtful
``could_begin``          an item could begin at a line that was taken to lie within one
``joined``               a line continues the paragraph above: how sure this is, then the clues, from ``joins.py``, with
                         commas between
``not_joined``           a line does not continue the paragraph above: how sure this is, then the clues
``begins_mid_sentence``  a paragraph's beginning seems to stand elsewhere, as when lines are shuffled: how it begins
"""

from functools import lru_cache
from math import exp

from reader.domain.decision import DOUBTFUL_BELOW
from reader.domain.model import Judgement, Reason
from reader.segment import weights
from reader.segment.features import Look
from reader.segment.joins import Join
from reader.segment.roles import Labelled, score_parts
from reader.segment.tags import ROLE_OF, Place, Tag

BOUNDARY = weights.learned_curve("boundary")
ROLE = weights.learned_curve("role")
JOIN = 1.4, 0.15
"""Slope and offset of the logistic curves from a margin to how often decisions of that margin were right.

Those of boundaries and roles are fitted to pages that were held out while the weights were learned, that of boundaries
with care (``tests/tools/segmenter_curves.py``); that of joins to all pages with gold, its weights being set by hand.
"""

_REASONS_SHOWN = 4


def boundary(look: Look, labelled: Labelled) -> Judgement:
    """How sure it is that an item begins at this line."""
    reasons = [_situation(look, labelled), *_features(tuple(look.features), labelled.state.tag)]
    return Judgement(_logistic(labelled.boundary_margin, BOUNDARY), tuple(reasons))


def role(look: Look, labelled: Labelled) -> Judgement:
    """How sure a line's role is, and that no item begins there unless it was found to begin one.

    Names the rival where there is one that comes close.
    """
    reasons = _features(tuple(look.features), labelled.state.tag)
    confidence = _logistic(labelled.role_margin, ROLE)
    if confidence < DOUBTFUL_BELOW and labelled.rival is not None:
        reasons += (Reason("could_be", labelled.rival.value),)
    if not labelled.starts:
        within = _logistic(labelled.boundary_margin, BOUNDARY)
        if within < DOUBTFUL_BELOW:
            reasons += (Reason("could_begin"),)
            confidence = min(confidence, within)
    return Judgement(confidence, reasons)


def paragraph(judgement: Judgement, joins: list[Join]) -> Judgement:
    """A body block's judgement: that of its role, and of the joins within it."""
    confidence, reasons = judgement.confidence, list(judgement.reasons)
    for join in joins:
        sure = _logistic(abs(join.score), JOIN)
        confidence = min(confidence, sure)
        reasons.append(Reason("joined" if join.joined else "not_joined", ",".join([f"{sure:.2f}", *join.clues])))
    return Judgement(confidence, tuple(reasons))


def _situation(look: Look, labelled: Labelled) -> Reason:
    tag = labelled.state.tag
    if tag is Tag.HEADLESS_START or (tag is Tag.BYLINE and labelled.state.place is Place.HEADLESS):
        return Reason("no_headline_above", look.text[:12])
    return Reason("begins_with", ROLE_OF[tag].value)


@lru_cache(maxsize=4096)
def _features(features: tuple[str, ...], tag: Tag) -> tuple[Reason, ...]:
    """The features of a line that speak most for a tag."""
    parts = score_parts(features, tag)[:_REASONS_SHOWN]
    return tuple(Reason("feature", name) for name, weight in parts if weight > 0)


def _logistic(margin: float, curve: tuple[float, float]) -> float:
    slope, offset = curve
    return round(1.0 / (1.0 + exp(-min(slope * margin + offset, 40.0))), 4)
