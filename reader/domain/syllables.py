"""How Chinese text reads: its characters as syllables of Hanyu Pinyin without tones, each with its place.

A character is read as the word says that it stands in (重庆 is chong qing, 银行 is yin hang), the longest word that
begins at a place first; the tables are those of pypinyin (``domain/pinyin_words.py``). A character that no word
explains may be read in each way that is common, so that a name is found by the reading its bearer uses. Text is read
as it is compared (``domain/fold.py``), so a traditional form reads as its simplified one. ``ü`` is written ``v``, and
in lüe and nüe, where nothing else can be meant, ``u``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from string import ascii_lowercase
from typing import NamedTuple

from reader.domain.fold import Folded
from reader.domain.model import Range

_MOST_WAYS = 8
"""In how many ways one run of characters may be read: an index holds each of them."""

_SPELT = re.compile("([^a-z ])([a-z]*)")
_LONGEST = 4
_PIECE = re.compile(
    r"(?P<han>[\u3007\u3400-\u9fff\U00020000-\U0003ffff]+)"
    r"|(?P<letter>(?<![a-z0-9])[a-z](?![a-z0-9]))"
    r"|(?P<other>[^\W_])"
)

Readings = tuple[str, ...]
"""The syllables that a character may be read as, the likeliest first."""


class Sound(NamedTuple):
    """A character that is read, and its place in the text."""

    span: Range
    syllables: Readings


@dataclass(frozen=True, slots=True)
class _Tables:
    """What is known of characters, and of words whose characters are read otherwise or in one way only."""

    characters: Mapping[str, Readings]
    words: Mapping[str, Readings]


def plain_syllable(syllable: str) -> str:
    """A syllable without its tone as it is written here; empty for what Latin letters cannot write."""
    written = {"lve": "lue", "nve": "nue"}.get(syllable, syllable)
    return written if re.fullmatch("[a-z]+", written) else ""


def runs(text: str, start: int = 0) -> Iterator[tuple[Sound, ...]]:
    """The characters of a text that are read one after the other; its offsets begin at ``start``.

    Punctuation and space between them are passed over. A Latin letter that stands alone, as in A股, reads as itself;
    words, numbers and other scripts part what is before from what follows.
    """
    folded = Folded(text, start)
    run: list[Sound] = []
    for piece in _PIECE.finditer(folded.text):
        if piece.lastgroup == "other":
            yield from _limited(run)
            run = []
            continue
        readings = [(piece[0],)] if piece.lastgroup == "letter" else read_characters(piece[0])
        places = folded.origin[piece.start() : piece.end()]
        for at, syllables in zip(places, readings, strict=True):
            if syllables:
                run.append(Sound(Range(at, at + 1), syllables))
            else:
                yield from _limited(run)
                run = []
    yield from _limited(run)


def ways(run: Sequence[Sound]) -> list[Readings]:
    """Every way in which a run can be read, the likeliest first."""
    return list(product(*(sound.syllables for sound in run)))


def read_characters(text: str) -> list[Readings]:
    """How each character of a folded Chinese text may be read; nothing where that is not known."""
    tables = _tables()
    return read(text, tables.characters, tables.words)


def read(text: str, characters: Mapping[str, Readings], words: Mapping[str, Readings]) -> list[Readings]:
    """As ``read_characters``, by other tables."""
    found: list[Readings] = []
    while len(found) < len(text):
        at = len(found)
        for length in range(min(_LONGEST, len(text) - at), 1, -1):
            if syllables := words.get(text[at : at + length]):
                found += [(syllable,) for syllable in syllables]
                break
        else:
            found.append(characters.get(text[at], ()))
    return found


@cache
def all_syllables() -> frozenset[str]:
    """The syllables there are, without those that have no vowel."""
    found = {syllable for readings in _tables().characters.values() for syllable in readings}
    return frozenset(syllable for syllable in found if re.search("[aeiouv]", syllable))


@cache
def syllables_from(letters: str) -> tuple[str, ...]:
    """Everything that a character may be read as and that begins with some letters."""
    found = {syllable for readings in _tables().characters.values() for syllable in readings}
    found.update(syllable for readings in _tables().words.values() for syllable in readings)
    found.update(ascii_lowercase)  # letters that stand alone
    return tuple(sorted(syllable for syllable in found if syllable.startswith(letters)))


@cache
def _tables() -> _Tables:
    # They are large, and whoever asks for nothing by pinyin needs them not.
    from reader.domain.pinyin_characters import CHARACTERS
    from reader.domain.pinyin_words import WORDS

    characters: dict[str, Readings] = {}
    for entry in CHARACTERS.split(" "):
        readings, _, those = entry.partition(":")
        characters.update(dict.fromkeys(those, tuple(readings.split(","))))
    words = {}
    for entry in WORDS.split(" "):
        spelt = _SPELT.findall(entry)
        words["".join(char for char, _ in spelt)] = tuple(syllable or characters[char][0] for char, syllable in spelt)
    return _Tables(characters, words)


def _limited(run: list[Sound]) -> Iterator[tuple[Sound, ...]]:
    """A run, if there is any, in which the last characters have but one reading where there were too many ways."""
    number = 1
    for at, sound in enumerate(run):
        if len(sound.syllables) > 1:
            if number * len(sound.syllables) > _MOST_WAYS:
                run[at] = Sound(sound.span, sound.syllables[:1])
            else:
                number *= len(sound.syllables)
    if run:
        yield tuple(run)
