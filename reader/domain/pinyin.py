"""Finding Chinese by how it reads: Latin letters in a query as pinyin, as people type it into an input method.

``zhongguo``, ``zhong guo`` and ``zhong'guo`` in full, the last syllable maybe unfinished (``zhonggu``); ``zgrb`` by
initials, where ``zh``, ``ch`` and ``sh`` may be written in two letters and count as ``z``, ``c`` and ``s``; and, where
letters mean neither, both forms in one (``zgren``, ``heiljiang``). Where letters can be cut in several ways (``xian``
is 先 and 西安), each counts. ``ü`` may be written ``ü``, ``v``, ``u:`` or, after l and n, ``yu``. Marks of tones are
passed over.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, islice, product

from reader.domain.model import Range
from reader.domain.syllables import Sound, all_syllables, runs

MOST_LETTERS = 100
"""A query of more is no headline's; it is not taken as pinyin."""
MOST_PATTERNS = 64
"""Of more ways to cut the letters of a query those with the longer syllables in front are taken."""

_MOST_INITIALS = 16
"""Four pairs of letters each of which may be two initials or one."""
_LONGEST_SYLLABLE = 6
_UMLAUT, _TONES = "\u0308", "\u0300\u0301\u0304\u030c"
_LETTERS = re.compile("[a-z]+(?:[ '’][a-z]+)*['’]?")
_SPELLINGS = {"lve": "lue", "nve": "nue", "lyu": "lv", "nyu": "nv", "lyue": "lue", "nyue": "nue"}
_NEVER_FIRST = "iuv"
_TWO_LETTERS = ("zh", "ch", "sh")


@dataclass(frozen=True, slots=True)
class Part:
    """What one character must read as: a whole syllable, or anything that begins with the letters."""

    letters: str
    whole: bool = False

    def fits(self, sound: Sound) -> bool:
        """Whether a character may be read so."""
        if self.whole:
            return self.letters in sound.syllables
        return any(syllable.startswith(self.letters) for syllable in sound.syllables)


Pattern = tuple[Part, ...]
"""What characters that follow each other must read as."""

Steps = Callable[[str, int], Iterable[tuple[int, Part]]]
"""Gives, of letters and a place in them, how far the next character may go and what it must read as."""


@lru_cache(maxsize=100)
def patterns(written: str) -> tuple[Pattern, ...]:
    """The ways to take letters as pinyin, at most ``MOST_PATTERNS``; none for what is no pinyin."""
    chunks = _chunks(written)
    letters = "".join(chunks)
    if not 0 < len(letters) <= MOST_LETTERS:
        return ()
    full = list(_few(_full(chunks)))
    # A pair such as zh alone is the beginning of a syllable, no initial of which z would do as well.
    initials = (way for way in islice(_walk(letters, _initials), _MOST_INITIALS) if len(way) > 1 or len(letters) == 1)
    mixed = () if full else _few(_walk(letters, _mixed))
    return tuple(_few(dict.fromkeys(chain(initials, full, mixed))))


def find(text: str, written: str, start: int = 0) -> Iterator[Range]:
    """Where characters of a text read as letters say, from left to right, no place twice, the longest of a place.

    Offsets begin at ``start``. What is between the characters belongs to the span.
    """
    wanted = patterns(written)
    if not wanted:
        return
    for run in runs(text, start):
        at = 0
        while at < len(run):
            count = longest(run, at, wanted)
            if count:
                yield Range(run[at].span.start, run[at + count - 1].span.end)
            at += count or 1


def reads(text: str, written: str) -> bool:
    """Whether anything in a text reads as letters say; for names, which are asked anew with every letter typed."""
    wanted = patterns(written)
    return bool(wanted) and any(longest(run, at, wanted) for run in _known_runs(text) for at in range(len(run)))


def longest(run: Sequence[Sound], at: int, wanted: Sequence[Pattern]) -> int:
    """How many characters of a run from a place on one of the patterns takes at most; 0 where none fits."""
    return max((len(pattern) for pattern in wanted if _fits(run, at, pattern)), default=0)


@lru_cache(maxsize=10_000)
def _known_runs(text: str) -> tuple[tuple[Sound, ...], ...]:
    return tuple(runs(text))


def _fits(run: Sequence[Sound], at: int, pattern: Pattern) -> bool:
    return at + len(pattern) <= len(run) and all(part.fits(run[at + by]) for by, part in enumerate(pattern))


def _chunks(written: str) -> list[str]:
    """The letters of a query, parted where it parts syllables; none where it has anything but letters."""
    decomposed = unicodedata.normalize("NFKD", written).casefold().replace(f"u{_UMLAUT}", "v").replace("u:", "v")
    plain = "".join(char for char in decomposed if char not in _TONES).replace(f"u{_UMLAUT}", "v")
    if not _LETTERS.fullmatch(plain):
        return []
    return [chunk for chunk in re.split("[ '’]", plain) if chunk]


def _few(found: Iterable[Pattern]) -> Iterator[Pattern]:
    return islice(found, MOST_PATTERNS)


def _full(chunks: Sequence[str]) -> Iterator[Pattern]:
    """Whole syllables, the last of all maybe unfinished."""
    finished = [list(_few(_walk(chunk, _wholes))) for chunk in chunks[:-1]]
    for parts in product(*finished, list(_few(_walk(chunks[-1], _open_wholes)))):
        yield tuple(chain.from_iterable(parts))


def _walk(letters: str, steps: Steps) -> Iterator[Pattern]:
    """The ways through letters by steps from place to place; none is begun that does not lead to the end."""
    leading = {len(letters)}
    by_place: list[list[tuple[int, Part]]] = [[] for _ in letters]
    for at in reversed(range(len(letters))):
        by_place[at] = [(end, part) for end, part in steps(letters, at) if end in leading]
        if by_place[at]:
            leading.add(at)

    def onward(at: int) -> Iterator[Pattern]:
        if at == len(letters):
            yield ()
            return
        for end, part in by_place[at]:
            for tail in onward(end):
                yield (part, *tail)

    return onward(0)


def _wholes(letters: str, at: int) -> Iterator[tuple[int, Part]]:
    """The whole syllables that begin at a place, the longest first."""
    for end in range(min(len(letters), at + _LONGEST_SYLLABLE), at, -1):
        if letters[at:end] in _spelt():
            yield end, Part(_syllable(letters[at:end]), whole=True)


def _open_wholes(letters: str, at: int) -> Iterator[tuple[int, Part]]:
    """As ``_wholes``, and what may be an unfinished syllable at the end."""
    yield from _unfinished(letters, at)
    yield from ((end, part) for end, part in _wholes(letters, at) if end < len(letters))


def _unfinished(letters: str, at: int) -> Iterator[tuple[int, Part]]:
    rest = letters[at:]
    if rest in _beginnings():
        yield len(letters), Part(_syllable(rest))


def _initials(letters: str, at: int) -> Iterator[tuple[int, Part]]:
    """A character for each letter, or for the two of ``zh``, ``ch`` and ``sh``."""
    if letters[at] not in _NEVER_FIRST:
        if letters.startswith(_TWO_LETTERS, at):
            yield at + 2, Part(letters[at])
        yield at + 1, Part(letters[at])


def _mixed(letters: str, at: int) -> Iterator[tuple[int, Part]]:
    """Whole syllables where one begins, and initials where none does; the last may be unfinished."""
    yield from _unfinished(letters, at)
    begun = [(end, part) for end, part in _wholes(letters, at) if end - at > 1]
    yield from ((end, part) for end, part in begun or islice(_initials(letters, at), 1) if end < len(letters))


def _syllable(letters: str) -> str:
    return _SPELLINGS.get(letters, letters)


@cache
def _spelt() -> frozenset[str]:
    """The syllables in each of their spellings."""
    return all_syllables() | set(_SPELLINGS)


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(syllable[:end] for syllable in _spelt() for end in range(1, len(syllable) + 1))
