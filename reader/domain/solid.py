"""A page's text as it is compared with a newer text of the same page: without what a new setting of it changes.

Line feeds, white space, full- and half-width forms, the case of letters and heading marks say nothing about whether two
texts have the same words: ``domain/fold.py`` makes them one, and here the spaces between words go too, since a word may
stand at the end of a line in one text and within a line in the other. Offsets lead back to the page.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from reader.domain.boundary import trimmed
from reader.domain.fold import Folded, fold
from reader.domain.model import Range

_HEADING_MARK = re.compile(r"(?m)^[ \t\u3000]*[#＃]{1,6}(?=[ \t\u3000])")
FIRST, LAST = "\x02", "\x03"
"""Stand before and behind the text, so that its ends are a context like any other."""


def solid(text: str) -> str:
    """A text of which only the words are left, for comparing."""
    return fold(text).replace(" ", "")


class SolidText:
    """A page's text with nothing but its words, between ``FIRST`` and ``LAST``; offsets below are into ``text``.

    Attributes:
        page_text: the page's text.
        text: the words, in which nothing that a new setting changes is left.
    """

    def __init__(self, page_text: str) -> None:
        self.page_text = page_text
        self._lines = _HEADING_MARK.sub(lambda mark: " " * len(mark[0]), page_text)
        folded = Folded(self._lines)
        origin = list(folded.origin)
        words = folded.text
        if " " in words:
            origin = [at for at, char in zip(origin, words, strict=True) if char != " "]
            words = words.replace(" ", "")
        self._origin: Sequence[int] = origin
        self.text = f"{FIRST}{words}{LAST}"

    def spans(self, ranges: Iterable[Range]) -> list[Range]:
        """Ranges of the page as spans of the words, those that follow each other at once put together.

        Empty where the ranges hold nothing but white space.
        """
        found: list[Range] = []
        for start, end in ranges:
            span = Range(self._at(start), self._at(end))
            if span.start >= span.end:
                continue
            if found and found[-1].end == span.start:
                span = Range(found.pop().start, span.end)
            found.append(span)
        return found

    def ranges(self, spans: Iterable[Range]) -> tuple[Range, ...]:
        """Spans of the words as ranges of the page: one for each line, as marks have them."""
        found: list[Range] = []
        for start, end in spans:
            at, stop = self._origin[start - 1], self._origin[end - 2] + 1
            while at < stop:
                line_end = self._lines.find("\n", at, stop)
                line = trimmed(self._lines, Range(at, stop if line_end < 0 else line_end))
                if line.start < line.end:
                    found.append(line)
                at = stop if line_end < 0 else line_end + 1
        return tuple(found)

    def _at(self, offset: int) -> int:
        return bisect_left(self._origin, offset) + 1
