"""The pages in ``seeds/`` are split well enough to read; ``tests/bench`` prints the exact figures."""

from collections import Counter
from pathlib import Path

import pytest

from tests.support.page_scores import item_f1, pages_with_gold, score

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def counts() -> Counter[str]:
    return sum((score(page) for page in pages_with_gold(SEEDS)), Counter())


def test_there_are_seeds() -> None:
    assert len(pages_with_gold(SEEDS)) >= 8


def test_items_are_found_exactly(counts: Counter[str]) -> None:
    assert item_f1(counts) >= 0.85


def test_roles_are_right(counts: Counter[str]) -> None:
    assert counts["roles"] >= 0.95 * counts["lines"]


def test_no_line_is_lost_or_used_twice(counts: Counter[str]) -> None:
    assert counts["lost"] == 0
