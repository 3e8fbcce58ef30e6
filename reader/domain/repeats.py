"""Marks of the same words on copies of one article, which are one mark where each article is to count once.

An article that stands in several papers (``storage/copies.py``) may be marked in any of them, in one or in all. So no
copy is left out for being a copy: what is marked on several is told from what is marked on one alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from rapidfuzz.distance import Levenshtein

from reader.domain.analysis import Coded
from reader.domain.fold import fold

ALIKE = 0.9
"""How alike two quotes are, of 0 to 1, that mark the same words: copies differ by what was read wrongly, or edited."""


@dataclass(frozen=True, slots=True)
class CopiedMark:
    """A mark on an article that has copies: its article, the group of that, how many stand in this, and its quote."""

    id: int
    uid: str
    item_id: int
    group: int
    copies: int
    quote: str


def repeats(marks: Iterable[CopiedMark]) -> dict[int, int]:
    """The marks that repeat one on an earlier copy, each with the id of that; no mark repeats one that repeats.

    ``marks`` are those of one group after the other, by their articles in the order of printing, as they are read.
    Words that an article has twice are marked twice: a mark is repeated once by each further copy.
    """
    found: dict[int, int] = {}
    for _group, of_group in groupby(marks, key=attrgetter("group")):
        firsts: list[tuple[str, int]] = []
        for _item, of_item in groupby(of_group, key=attrgetter("item_id")):
            free, own = dict(enumerate(firsts)), list[tuple[str, int]]()
            for mark in of_item:
                words = fold(mark.quote)
                at = _best(words, free)
                if at is None:
                    own.append((words, mark.id))
                else:
                    found[mark.id] = free.pop(at)[1]
            firsts += own
    return found


def counted_once(coded: Sequence[Coded], repeated: Mapping[int, int], groups: Mapping[int, int]) -> list[Coded]:
    """Annotations as they count where an article counts once, wherever it was printed.

    Those that repeat another (``repeats``) are one with it: they lend it their tags, and it counts where it was printed
    first. Articles that are copies are one unit. ``groups`` has the group of an article by the id of the annotation.
    """
    lent: dict[int, list[int]] = {}
    for one in coded:
        if one.id in repeated:
            lent.setdefault(repeated[one.id], []).extend(one.tags)
    return [
        replace(
            one,
            tags=tuple(dict.fromkeys((*one.tags, *lent.get(one.id, ())))),
            # A group is named by a number of an article, which may stand in another one by now.
            units=(-groups[one.id],) if one.id in groups else one.units,
        )
        for one in coded
        if one.id not in repeated
    ]


def _best(words: str, free: Mapping[int, tuple[str, int]]) -> int | None:
    """Which of the marks that are still free has the same words, the first of those most alike; None where none."""
    likeness = {
        at: Levenshtein.normalized_similarity(words, others, score_cutoff=ALIKE)  # 0 where it is less
        for at, (others, _mark) in free.items()
    }
    best = max(likeness, key=likeness.__getitem__, default=None)
    return best if best is not None and likeness[best] else None
