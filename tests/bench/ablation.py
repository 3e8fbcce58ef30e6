"""How each feature of the page engine earns its place: what the seeds lose without it.

``python3 -m tests bench --only ablation`` prints a row for each feature that changes anything on the seeds, the dearest
first: what is lost of F1 of items, and of the share of lines with the right role. ``python -m tests.bench.ablation
FOLDER`` prints the same for other pages with gold. The other weights stay as they are, so a feature whose work others
do as well costs little.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from reader.segment import confidence, roles, weights
from tests.bench.prepared import Prepared
from tests.bench.table import Row
from tests.support.page_scores import item_f1, pages_with_gold, score

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


class Loss(NamedTuple):
    """What is lost without a feature: in F1 of items, and in the share of lines with the right role."""

    feature: str
    items: float
    roles: float


def ablation(_prepared: Prepared, _runs: int) -> Iterator[Row]:
    """A row of the benchmark's table for each feature that changes anything on the seeds."""
    yield from map(_row, losses())


def losses(folder: Path = SEEDS) -> list[Loss]:
    """The loss for each feature without which anything changes, the greatest first."""
    base_items, base_roles = _figures(folder)
    found = []
    for feature in sorted({name for table in weights.WEIGHTS.values() for name in table} - {"bias"}):
        with _without(feature):
            items, right = _figures(folder)
        found.append(Loss(feature, base_items - items, base_roles - right))
    changed = [loss for loss in found if loss.items or loss.roles]
    return sorted(changed, key=lambda loss: (-loss.items - loss.roles, loss.feature))


def _row(loss: Loss) -> Row:
    return Row(
        (f"page engine without {loss.feature}", f"items {-loss.items:+.4f}, roles {-loss.roles:+.4f}", *[""] * 5)
    )


def _figures(folder: Path) -> tuple[float, float]:
    counts = sum((score(page) for page in pages_with_gold(folder)), Counter[str]())
    return item_f1(counts), counts["roles"] / counts["lines"]


@contextmanager
def _without(feature: str) -> Iterator[None]:
    """The engine as it would be without a feature."""
    kept = {tag: table.pop(feature) for tag, table in weights.WEIGHTS.items() if feature in table}
    _forget()
    try:
        yield
    finally:
        for tag, weight in kept.items():
            weights.WEIGHTS[tag][feature] = weight
        _forget()


def _forget() -> None:
    roles._resolved.cache_clear()
    roles._emission.cache_clear()
    confidence._features.cache_clear()


if __name__ == "__main__":
    for each in losses(*map(Path, sys.argv[1:])):
        print(*filter(None, _row(each).cells), sep=": ")
