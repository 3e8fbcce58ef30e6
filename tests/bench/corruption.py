"""What happens to a page between one scan of it and the next, with a record of where every character went.

The ways: characters misread, dropped or put in by a reading machine; lines lost and lines of another page come in;
articles in another order; columns of another width.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Char = tuple[str, int | None]
"""A character, and its offset in the older text, None where it is new."""
Chars = list[Char]
Corrupt = Callable[[Chars, random.Random], Chars]

_WIDTH = 17
_LINES = 0.1


@dataclass(frozen=True, slots=True)
class Corrupted:
    """A newer text, and for each of its characters the offset of the same one in the older text."""

    text: str
    origin: Sequence[int | None]


def corrupted(text: str, ways: Sequence[Corrupt], seed: object) -> Corrupted:
    """A page after some ways of corruption, one after another."""
    chance = random.Random(f"{seed}")
    chars: Chars = [(char, at) for at, char in enumerate(text)]
    for way in ways:
        chars = way(chars, chance)
    return Corrupted("".join(char for char, _ in chars), [at for _, at in chars])


def misread(share: float) -> Corrupt:
    """So many of the characters read as another one of the page; one in five of these dropped, or with one more."""

    def way(chars: Chars, chance: random.Random) -> Chars:
        made: Chars = []
        for char, at in chars:
            if char == "\n" or chance.random() >= share:
                made.append((char, at))
                continue
            other = chance.choice(chars)[0].replace("\n", "一")
            made += chance.choices([[(other, at)], [], [(char, at), (other, None)]], [8, 1, 1])[0]
        return made

    return way


def lose_lines(chars: Chars, chance: random.Random) -> Chars:
    """One line in ten is gone."""
    return [char for line in _lines(chars) if chance.random() >= _LINES for char in line]


def gain_lines(others: Sequence[str]) -> Corrupt:
    """Before one line in ten comes a line of another page."""

    def way(chars: Chars, chance: random.Random) -> Chars:
        made: Chars = []
        for line in _lines(chars):
            if chance.random() < _LINES:
                made += [(char, None) for char in chance.choice(others) + "\n"]
            made += line
        return made

    return way


def reorder(headlines: Sequence[str]) -> Corrupt:
    """The articles, which begin at these lines, stand in another order."""

    def way(chars: Chars, chance: random.Random) -> Chars:
        articles = _articles(chars, headlines)
        chance.shuffle(articles)
        return [char for article in articles for char in article]

    return way


def lose_articles(headlines: Sequence[str]) -> Corrupt:
    """Three articles in ten are gone."""

    def way(chars: Chars, chance: random.Random) -> Chars:
        articles = _articles(chars, headlines)
        kept = sorted(chance.sample(range(len(articles)), len(articles) - len(articles) * 3 // 10))
        return [char for number in kept for char in articles[number]]

    return way


def reflow(chars: Chars, _chance: random.Random) -> Chars:
    """Every line is broken at the width of a column."""
    made: Chars = []
    for line in _lines(chars):
        for at in range(0, len(line), _WIDTH):
            made += [*line[at : at + _WIDTH], ("\n", None)]
    return made


def _lines(chars: Chars) -> list[Chars]:
    lines: list[Chars] = [[]]
    for char in chars:
        lines[-1].append(char)
        if char[0] == "\n":
            lines.append([])
    return lines


def _articles(chars: Chars, headlines: Sequence[str]) -> list[Chars]:
    starts = set(headlines)
    articles: list[Chars] = [[]]
    for line in _lines(chars):
        if "".join(char for char, _ in line).lstrip("# ").rstrip("\n") in starts and articles[-1]:
            articles.append([])
        articles[-1] += line
    return articles
