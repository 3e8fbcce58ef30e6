"""How each feature of the page engine earns its place: what the seeds lose without it.

``python -m tests.bench.ablation`` prints a row for each feature that changes anything on the seeds, the dearest first.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from reader.segment import roles, weights
from tests.support.page_scores import item_f1, pages_with_gold, score

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


class Loss(NamedTuple):
    """What is lost without a feature: in F1 of items, and in the share of lines with the right role."""

    feature: str
    items: float
    roles: float


def losses(folder: Path = SEEDS) -> list[Loss]:
    """The loss for each feature that has a weight, the greatest first."""
    base_items, base_roles = _figures(folder)
    found = []
    for feature in sorted({name for table in weights.WEIGHTS.values() for name in table} - {"bias"}):
        with _without(feature):
            items, right = _figures(folder)
        found.append(Loss(feature, base_items - items, base_roles - right))
    return sorted(found, key=lambda loss: (-loss.items - loss.roles, loss.feature))


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


if __name__ == "__main__":
    for loss in losses():
        if loss.items or loss.roles:
            print(f"{loss.feature:26} items {-loss.items:+.4f}  roles {-loss.roles:+.4f}")
