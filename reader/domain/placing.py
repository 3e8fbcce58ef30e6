"""Where a quote stands on a page: first where it is said to stand, else wherever its words and its context do.

Words are compared as ``domain/solid.py`` leaves them: white space, width and case do not count. Nothing is guessed: a
quote is found in its own words or not at all, a short one only where its context agrees too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from reader.domain.anchor import quote_stands
from reader.domain.model import Annotation, Correction, Range
from reader.domain.parcel import Refusal
from reader.domain.solid import SolidText, solid

CERTAIN_LENGTH = 8
"""Characters from which a quote that stands once on a page is that quote, whatever stands around it."""
AGREEING_CONTEXT = 4
"""Characters of context that have to agree where the quote alone does not say which place is meant."""


@dataclass(frozen=True)
class Placing:
    """One page on which quotes are looked for."""

    text: str
    corrections: Sequence[Correction] = ()

    def is_within(self, ranges: Sequence[Range]) -> bool:
        """Whether there are ranges and each is on the page, not empty, and behind the one before it."""
        at = 0
        for start, end in ranges:
            if not at <= start < end:
                return False
            at = end
        return bool(ranges) and at <= len(self.text)

    def stands(self, annotation: Annotation) -> bool:
        """Whether the page says the quote at the ranges."""
        return self.is_within(annotation.ranges) and quote_stands(self.text, annotation, self.corrections)

    def find(self, quote: str, prefix: str, suffix: str) -> tuple[Range, ...] | Refusal:
        """The ranges of a quote, one for each line of the page that it touches, or why there are none."""
        words = solid(quote)
        if not words:
            return Refusal.NO_QUOTE
        found = _occurrences(self._page.text, words)
        if not found:
            return Refusal.QUOTE_NOT_FOUND
        before, after = solid(prefix), solid(suffix)
        ranked = sorted(((self._agreement(at, len(words), before, after), -at) for at in found), reverse=True)
        best, place = ranked[0]
        if len(found) > 1:
            if best < AGREEING_CONTEXT or best == ranked[1][0]:
                return Refusal.QUOTE_SEVERAL_TIMES
        elif len(words) < CERTAIN_LENGTH and best < min(AGREEING_CONTEXT, len(before) + len(after)):
            return Refusal.QUOTE_NOT_FOUND
        return self._page.ranges([Range(-place, -place + len(words))])

    def _agreement(self, at: int, length: int, before: str, after: str) -> int:
        """How many characters of the context agree, counted from the quote outwards."""
        page = self._page.text
        start = page[max(at - len(before), 0) : at]
        end = page[at + length : at + length + len(after)]
        return _common(start[::-1], before[::-1]) + _common(end, after)

    @cached_property
    def _page(self) -> SolidText:
        return SolidText(self.text)


def _occurrences(text: str, words: str) -> list[int]:
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _common(text: str, other: str) -> int:
    """How many characters two texts have in common from their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(text, other, strict=False)))
