"""Finding a word in the open article: without case, and without regard to full and half width. Pure."""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

from reader.domain.model import Range


class _Folding(dict[int, str]):
    """Maps a character to one that stands for all its widths and cases; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        for form in (unicodedata.normalize("NFKC", char).casefold(), char.casefold()):
            if len(form) == 1:
                self[code] = form
                return form
        self[code] = char
        return char


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text with one character for each of its own, equal for those that differ only in width or case."""
    return text.translate(_FOLDING)


def find_all(folded: str, query: str) -> list[Range]:
    """Where a query occurs in a folded text, in order, without overlaps; an empty query occurs nowhere."""
    wanted = fold(query)
    hits: list[Range] = []
    start = folded.find(wanted) if wanted else -1
    while start >= 0:
        hits.append(Range(start, start + len(wanted)))
        start = folded.find(wanted, hits[-1].end)
    return hits


def first_from(hits: Sequence[Range], offset: int) -> int:
    """The index of the first hit that begins at an offset or after it, the first of all behind the last. -1 of none."""
    if not hits:
        return -1
    return bisect_left(hits, offset, key=lambda hit: hit.start) % len(hits)
