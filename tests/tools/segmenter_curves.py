# /// script
# dependencies = ["numpy>=2"]
# ///
"""From margins to confidences: curves fitted to pages that were held out, and how reliable they are there.

A curve is logistic, ``1 / (1 + exp(-(slope · margin + offset)))`` (Platt, "Probabilistic Outputs for Support Vector
Machines", 1999). That of roles is as likely as can be, given which roles were right. That of boundaries is more
careful: a wrong boundary that looks certain costs the reader more than a right one that is looked at for nothing, so
its offset is such that ``RECALL`` of the wrong boundaries are below ``DOUBTFUL_BELOW``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, exp, log
from typing import NamedTuple

import numpy as np

from reader.domain.decision import DOUBTFUL_BELOW

RECALL = 0.75
"""Others are flagged by what else is doubtful in their items: that makes more than four of five."""

_LARGEST = 30.0
_BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)


@dataclass(frozen=True, slots=True)
class Held:
    """A decision on a page that was held out: its fold, its margin, and whether it was right."""

    fold: int
    margin: float
    right: bool


class Curve(NamedTuple):
    """A logistic curve from a margin to a confidence."""

    slope: float
    offset: float

    def at(self, margin: float) -> float:
        """The confidence of a decision with this margin."""
        return 1.0 / (1.0 + exp(-(self.slope * min(margin, _LARGEST) + self.offset)))


def likeliest(held: Sequence[Held]) -> Curve:
    """The curve under which what was right and wrong is most likely: Newton's method on the logarithm of that."""
    margins = np.array([[min(one.margin, _LARGEST), 1.0] for one in held])
    right = np.array([one.right for one in held], float)
    found = np.zeros(2)
    for _ in range(30):
        guess = 1.0 / (1.0 + np.exp(-margins @ found))
        curvature = (margins * (guess * (1 - guess))[:, None]).T @ margins + 1e-6 * np.eye(2)
        found = found + np.linalg.solve(curvature, margins.T @ (right - guess))
    return Curve(round(float(found[0]), 2), round(float(found[1]), 2))


def careful(held: Sequence[Held]) -> Curve:
    """The likeliest curve, moved so that ``RECALL`` of what was wrong is doubtful by it."""
    wrong = sorted(one.margin for one in held if not one.right)
    slope, offset = likeliest(held)
    if not wrong:
        return Curve(slope, offset)
    least = wrong[ceil(len(wrong) * RECALL) - 1]
    moved = log(DOUBTFUL_BELOW / (1 - DOUBTFUL_BELOW)) - slope * least
    return Curve(slope, round(min(offset, moved) - 0.01, 2))


def reliability(name: str, held: Sequence[Held], fit: Callable[[Sequence[Held]], Curve]) -> list[str]:
    """Rows that say how often decisions of a confidence were right, each by the curve of the other folds."""
    folds = sorted({one.fold for one in held})
    curves = {fold: fit([one for one in held if one.fold != fold]) for fold in folds}
    scored = [(curves[one.fold].at(one.margin), one.right) for one in held]
    rows = []
    for low, high in pairwise(_BINS):
        found = [right for sure, right in scored if low <= sure < high]
        if found:
            rows.append(f"{name} {low:.2f}-{min(high, 1):.2f}: {len(found):5} of which right {np.mean(found):.4f}")
    sure = [right for confidence, right in scored if confidence >= DOUBTFUL_BELOW]
    wrong = [confidence < DOUBTFUL_BELOW for confidence, right in scored if not right]
    doubtful = len(scored) - len(sure)
    rows.append(
        f"{name} sure: {len(sure)} of which right {np.mean(sure):.4f}; wrong: {len(wrong)} of which doubtful"
        f" {sum(wrong)}; doubtful: {doubtful} of {len(scored)}"
    )
    return rows
