"""How well pages were split, against gold: a plain scorer for the test suite.

Gold is one JSON file beside each page, ``NAME.gold.json``: its items, with each line's role by its number from 1.
"""

import json
from collections import Counter
from pathlib import Path

from reader.domain.model import Kind, Segmentation
from reader.segment import segment

CONTENT = (Kind.ARTICLE, Kind.PHOTO, Kind.BRIEF)
_Items = set[tuple[str, frozenset[int]]]


def pages_with_gold(folder: Path) -> list[Path]:
    """The pages of a folder that have gold beside them."""
    return sorted(page for page in folder.glob("*.txt") if gold_path(page).exists())


def gold_path(page: Path) -> Path:
    """Where a page's gold is."""
    return page.with_name(page.name.removesuffix(".txt") + ".gold.json")


def read_page(page: Path) -> str:
    """A page's text; seeds are UTF-8 unless they are named for another encoding."""
    return page.read_bytes().decode("gb18030" if ".gb18030" in page.name else "utf-8-sig").replace("\r\n", "\n")


def score(page: Path) -> Counter[str]:
    """Counts for one page: items ``right``, ``found``, in ``gold``; ``lines``, their ``roles`` right, and ``lost``.

    Only lines with text count.
    """
    text = read_page(page)
    gold = json.loads(gold_path(page).read_text("utf-8"))["items"]
    lines = {number for number, line in enumerate(text.split("\n"), 1) if line.strip()}
    wanted: _Items = {
        (item["kind"], frozenset(lines.intersection(map(int, item["lines"]))))
        for item in gold
        if item["kind"] in CONTENT
    }
    gold_roles = {int(line): role for item in gold for line, role in item["lines"].items()}
    found, roles = _found(text, segment(text, page.name))
    return Counter(
        right=len(wanted & found),
        found=len(found),
        gold=len(wanted),
        lines=len(lines),
        roles=sum(roles.get(line) == [gold_roles[line]] for line in lines),
        lost=sum(len(roles.get(line, [])) != 1 for line in lines),
    )


def item_f1(counts: Counter[str]) -> float:
    """F1 of the items whose kind and set of lines are exactly the gold's."""
    return 2 * counts["right"] / (counts["found"] + counts["gold"])


def _found(text: str, segmentation: Segmentation) -> tuple[_Items, dict[int, list[str]]]:
    """The items that were found, and the roles that each line was given."""
    items: _Items = set()
    roles: dict[int, list[str]] = {}
    for item in segmentation.items:
        numbers = [(text.count("\n", 0, one.start) + 1, block.role) for block in item.blocks for one in block.ranges]
        for number, role in numbers:
            roles.setdefault(number, []).append(role)
        if item.kind in CONTENT:
            items.add((item.kind, frozenset(number for number, _ in numbers)))
    return items, roles
