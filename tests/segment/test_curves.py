"""The curves of confidence are fitted to what was right on pages that were held out."""

from math import ceil

import pytest

from reader.domain.decision import DOUBTFUL_BELOW
from tests.tools.segmenter_curves import RECALL, Curve, Held, careful, likeliest, reliability


def decisions(curve: Curve) -> list[Held]:
    """A thousand decisions for each of many margins, right as often as a curve says."""
    return [
        Held(number % 5, margin / 2, number < curve.at(margin / 2) * 1000)
        for margin in range(20)
        for number in range(1000)
    ]


@pytest.mark.parametrize("curve", [Curve(0.6, 0.8), Curve(1.2, -1.0)])
def test_the_likeliest_curve_is_found(curve: Curve) -> None:
    found = likeliest(decisions(curve))
    assert found.slope == pytest.approx(curve.slope, abs=0.03)
    assert found.offset == pytest.approx(curve.offset, abs=0.05)


def test_a_careful_curve_leaves_few_wrong_decisions_sure() -> None:
    held = decisions(Curve(0.6, 2.5))
    wrong = [one for one in held if not one.right]
    curve = careful(held)
    assert sum(curve.at(one.margin) < DOUBTFUL_BELOW for one in wrong) >= ceil(len(wrong) * RECALL)
    assert curve.slope == likeliest(held).slope


def test_reliability_counts_every_decision_once() -> None:
    held = decisions(Curve(0.6, 0.8))
    rows = reliability("roles", held, likeliest)
    assert sum(int(row.split(":")[1].split()[0]) for row in rows[:-1]) == len(held)
