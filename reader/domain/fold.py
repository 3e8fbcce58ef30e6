"""How texts are compared when something is searched for: the one place that says which characters are the same.

Folding is done a character at a time, so that the folded form of any part of a text is a part of the folded text, and
nothing that is searched for can be missed. Full- and half-width forms are one (NFKC of each character), letters have no
case, and characters that are not seen are left out. White space, line feeds among them, counts only between two words
of an alphabet, where any amount of it is one space; between Chinese it is nothing, whether a column ended there or a
reading machine put it in. Traditional and variant forms of Han characters are one with the simplified form
(``domain/han_variants.py``). Characters are not composed: a half-width kana with its voicing mark apart stays two.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import overload

from reader.domain.han_variants import PLAIN, VARIANTS
from reader.domain.model import Range

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_UNKNOWN = "\ufffd"
_NO_TEXT = re.compile("[\0\ufdd0\ufdd1\ufffc\ud800-\udfff\U0010ff00-\U0010ffff]")
"""What a view shows as unknown, what cannot be stored, and what the index keeps for itself."""

_WORD_CHAR = "[^\\W_\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\U0010ffff]"
_SOLID = re.compile("[^ ]+")
_BETWEEN_WORDS = re.compile(f" (?<={_WORD_CHAR} ) *(?={_WORD_CHAR})")
"""Begins with what it looks for, a space: what is before that is looked at only where there is one."""
_KEPT_SPACE = "\0"


_PLAIN_FORMS = str.maketrans(VARIANTS, PLAIN)


class _Table(dict[int, str]):
    """For ``str.translate``: what each character is compared as, worked out when it is first met."""

    def __init__(self) -> None:
        super().__init__()
        self._uneven = ""
        self._any_uneven: re.Pattern[str] | None = None

    def is_even(self, text: str) -> bool:
        """Whether each character of a text, which was translated, has become one."""
        if self._any_uneven is None:
            self._any_uneven = re.compile(f"[{re.escape(self._uneven)}]" if self._uneven else "(?!)")
        return not self._any_uneven.search(text)

    def __missing__(self, code: int) -> str:
        char = chr(code)
        same = _compared_as(char)
        if len(same) != 1:
            self._uneven += char
            self._any_uneven = None
        self[code] = same
        return same


def _compared_as(char: str) -> str:
    if char.isspace():
        return " "
    if _NO_TEXT.match(char):
        return _UNKNOWN
    if _UNSEEN.match(char):
        return ""
    plain = unicodedata.normalize("NFKC", char).casefold()
    return "".join(unicodedata.normalize("NFKC", plain).split()).translate(_PLAIN_FORMS)


_TABLE = _Table()


def fold(text: str) -> str:
    """A text as it is compared: two texts with the same folded form are the same to a search."""
    folded = text.translate(_TABLE)
    if " " not in folded:
        return folded
    return _BETWEEN_WORDS.sub(_KEPT_SPACE, folded).replace(" ", "").replace(_KEPT_SPACE, " ")


class _Chained(Sequence[int]):
    """Some sequences as one; they are few, so that most offsets need never be written down."""

    def __init__(self, parts: Sequence[Sequence[int]]) -> None:
        self._parts = parts
        self._starts = list(accumulate(map(len, parts), initial=0))

    def __len__(self) -> int:
        return self._starts[-1]

    def __iter__(self) -> Iterator[int]:
        return chain.from_iterable(self._parts)

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...

    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(len(self)))]
        at += len(self) if at < 0 else 0
        part = bisect_right(self._starts, at) - 1
        if not 0 <= part < len(self._parts):
            raise IndexError(at)
        return self._parts[part][at - self._starts[part]]


class Folded:
    """A folded text and the way back.

    Attributes:
        text: the folded text.

    Args:
        text: what is folded.
        start: the offset that it begins at.
    """

    def __init__(self, text: str, start: int = 0) -> None:
        self._original = text
        self._start = start
        self._spaced = folded = text.translate(_TABLE)
        if " " in folded:
            self._spaced = _BETWEEN_WORDS.sub(lambda found: _KEPT_SPACE.ljust(len(found[0])), folded)
            folded = self._spaced.replace(" ", "").replace(_KEPT_SPACE, " ")
        self.text = folded

    @cached_property
    def origin(self) -> Sequence[int]:
        """For each character of the folded text, the offset of the one it is from; worked out when it is asked for."""
        text, spaced, start = self._original, self._spaced, self._start
        origin: Sequence[int] = range(start, start + len(text))
        if len(spaced) != len(text) or not _TABLE.is_even(text):
            origin = [start + at for at, char in enumerate(text) for _ in _TABLE[ord(char)]]
        if len(spaced) == len(self.text):
            return origin
        return _Chained([origin[solid.start() : solid.end()] for solid in _SOLID.finditer(spaced)])

    def find(self, wanted: str) -> Iterator[Range]:
        """Where a folded text stands in the original, from left to right, no place twice."""
        at = self.text.find(wanted) if wanted else -1
        if at < 0:
            return
        origin = self.origin
        while at >= 0:
            end = at + len(wanted)
            yield Range(origin[at], origin[end - 1] + 1)
            at = self.text.find(wanted, end)
