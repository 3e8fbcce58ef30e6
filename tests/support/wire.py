"""Pages of several newspapers with one story of a news agency in common."""

from pathlib import Path
from random import Random

_HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 800)]
PAPERS = ("甲报", "乙报", "丙报")
"""The papers that print the story, in the order of their dates; ``丁报`` prints something else."""


def story(seed: int, length: int = 400) -> str:
    """A text of Han characters like no other of another seed."""
    rng = Random(seed)
    return "".join(rng.choice(_HAN) for _ in range(length))


STORY = story(1)


def print_wire(folder: Path) -> None:
    """Write four pages: the story whole, with a sentence more, and shortened; and an article of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {
        "甲报_2024-05-03_第01版.txt": ("水库通水", STORY),
        "乙报_2024-05-04_第02版.txt": ("水库昨日通水", STORY[:120] + "这里多了一句。" + STORY[120:]),
        "丙报_2024-05-05_第03版.txt": ("水库", STORY[:300]),
        "丁报_2024-05-05_第01版.txt": ("别的事", "另一件事" + story(2)),
    }
    for name, (headline, text) in pages.items():
        (folder / name).write_text(f"{headline}\n\n本报记者 林听雨\n\n　　{text}。\n", encoding="utf-8")
