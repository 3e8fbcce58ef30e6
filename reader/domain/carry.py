"""Carrying annotations over to a newer text of their page: by their words, what stands around them, and their order.

The model is fuzzy anchoring as the Hypothesis client does it (``anchoring/match-quote.ts``): exact places first, then
approximate ones; each is scored by quote 50, prefix 20, suffix 20 and position 2, and what is not sure enough stays an
orphan. Two things differ, since a Chinese quote says much in few characters and pages repeat themselves: the position
is not that in the file but follows from an alignment of the two texts, and a short quote counts only where what stands
around it agrees. Half of the characters wrong, as there, would be far too many; see the thresholds below.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.domain.alignment import Alignment, Block
from reader.domain.carry_match import Match, Matcher, Sought
from reader.domain.model import AnchorState, Range
from reader.domain.solid import SolidText, solid

SHORT = 8
"""A quote of fewer characters is found only where its context agrees: on both sides, if its words are not the same."""
LONG = 16
"""A quote of as many characters that stands once in either text is taken as moved although its context is gone."""
AGREES = 0.6
"""Likeness from which the 32 characters on one side of a quote count as the same context."""
ALIKE = 0.8
"""Likeness that a quote in other words needs where one side agrees."""
HARDLY_ALIKE = 0.6
"""Likeness that a quote in other words needs where both sides agree."""
OFFERED = 0.25
"""Score from which a place is offered to the reader as a candidate."""
OFFERED_QUOTE = 0.35
"""Likeness of the words that such a place needs, unless its context agrees on both sides."""
_SAME_SCORE = 0.01
_MANY = 40
"""Places that a quote stands at beyond which only those near its own and those in its very context are looked at."""
_LEAST_PIECE = 4
_PIECES = 8
"""Into so many pieces a quote is cut to look for it; with fewer errors than pieces, one of them is whole."""
_MANY_PIECES = 8


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of an annotation: its state, its ranges in the newer text (none of an orphan), and how sure that is.

    ``score`` is from 0 to 1. An ``EXACT`` one has its very words at ``ranges``, but for what ``domain/solid.py`` leaves
    out of a comparison, in a context that agrees.
    """

    state: AnchorState
    ranges: tuple[Range, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the newer text that an orphan may belong to, with its score, 0 to 1."""

    ranges: tuple[Range, ...]
    score: float


ORPHANED = Carried(AnchorState.ORPHAN)


class Carrier:
    """Carries annotations from one text of a page to a newer one; the alignment of the two is made once.

    Attributes:
        blocks: what both texts have, in offsets of ``solid_spans``.
    """

    def __init__(self, old: str, new: str) -> None:
        self._old = SolidText(old)
        self._new = SolidText(new)
        alignment = Alignment(self._old.text, self._new.text)
        self.blocks: Sequence[Block] = alignment.blocks
        self._matcher = Matcher(self._old.text, self._new.text, alignment)

    def carry(self, ranges: Sequence[Range], quote: str) -> Carried:
        """Find an annotation's place, given its ranges in the older text and its quote, which corrections may differ.

        An annotation whose ranges have other text between them (a caption, say) is found with or without such text
        between them, or piece by piece.
        """
        spans = self._old.spans(ranges)
        if not spans:
            return ORPHANED
        whole = self._best(self._sought(spans, quote))
        if len(spans) > 1 and (whole is None or not whole.exact):
            return self._pieces(spans) or self._carried([whole])
        return self._carried([whole])

    def candidates(self, ranges: Sequence[Range], quote: str, limit: int = 5) -> list[Candidate]:
        """The likeliest places of an annotation in the newer text, best first; none overlaps a better one."""
        spans = self._old.spans(ranges)
        if not spans:
            return []
        sought = self._sought(spans, quote)
        found: list[Match] = []
        for match in sorted([*self._likely(sought), *self._rough(sought)], key=lambda match: -match.score):
            extent = match.extent
            fits = match.quote >= OFFERED_QUOTE or min(match.before, match.behind) >= AGREES
            if fits and match.score >= OFFERED and not any(extent.intersection(better.extent) for better in found):
                found.append(match)
        return [Candidate(self._new.ranges(match.spans), round(match.score, 3)) for match in found[:limit]]

    def place(self, span: Range) -> Range | None:
        """Where a range of the older text stands in the newer one, with every character as it was; None if nowhere.

        White space counts here, unlike elsewhere.
        """
        words = self._old.page_text[span.start : span.end]
        carried = self.carry([span], words)
        if carried.state is not AnchorState.EXACT or len(carried.ranges) != 1:
            return None
        found = carried.ranges[0]
        return found if self._new.page_text[found.start : found.end] == words else None

    def solid_spans(self, ranges: Iterable[Range], *, newer: bool) -> list[Range]:
        """Ranges of the newer or the older text as spans of its words without white space."""
        return (self._new if newer else self._old).spans(ranges)

    def _sought(self, spans: Sequence[Range], quote: str) -> Sought:
        words = "".join(self._old.text[span.start : span.end] for span in spans)
        forms = tuple(dict.fromkeys(form for form in (words, solid(quote)) if form))
        return Sought(Range(spans[0].start, spans[-1].end), words, forms)

    def _pieces(self, spans: Sequence[Range]) -> Carried | None:
        """The pieces of an annotation, each found by itself and apart from each other; None where one is not."""
        found: list[Match] = []
        for span in spans:
            piece = self._best(self._sought([span], ""))
            if piece is None or any(piece.extent.intersection(other.extent) for other in found):
                return None
            found.append(piece)
        return self._carried(found)

    def _carried(self, found: Sequence[Match | None]) -> Carried:
        matches = [match for match in found if match is not None]
        if not matches:
            return ORPHANED
        sure = all(match.exact and max(match.before, match.behind) >= AGREES for match in matches)
        state = AnchorState.EXACT if sure else AnchorState.MOVED
        spans = [span for match in matches for span in match.spans]
        length = sum(map(_length, matches))
        score = sum(match.score * _length(match) for match in matches) / length
        return Carried(state, self._new.ranges(spans), round(score, 3))

    def _best(self, sought: Sought) -> Match | None:
        """The place that is surely that of an annotation, None where there is none.

        Of places that are as good as each other, as those of words that the page repeats, the nearest to where the
        alignment expects it counts.
        """
        best: Match | None = None
        for match in self._likely(sought):
            if match.exact and match.near == 1 and min(match.before, match.behind) == 1:
                return match
            if self._holds(match, sought) and (best is None or _rank(match) > _rank(best)):
                best = match
        if best is None:
            holding = [match for match in self._rough(sought) if self._holds(match, sought)]
            best = max(holding, key=_rank, default=None)
        return best

    def _holds(self, match: Match, sought: Sought) -> bool:
        """Whether a place is surely that of the annotation."""
        length = len(sought.words)
        if match.of_another and min(match.before, match.behind) < 1:
            return False
        one, both = max(match.before, match.behind) >= AGREES, min(match.before, match.behind) >= AGREES
        if match.exact:
            return one or (length >= LONG and all(map(self._matcher.is_unique, sought.forms)))
        if length < SHORT:
            return both and match.quote >= HARDLY_ALIKE
        return (one and match.quote >= ALIKE) or (both and match.quote >= HARDLY_ALIKE)

    def _likely(self, sought: Sought) -> Iterator[Match]:
        """First the places that the alignment expects, then those that have the very words."""
        yield from self._matcher.expected(sought)
        for form in sought.forms:
            places = [*self._matcher.places(form, _MANY)]
            if len(places) == _MANY:
                places = [*self._matcher.places_in_context(sought, form, _MANY)]
            for at in places:
                yield self._matcher.exactly(sought, Range(at, at + len(form)))

    def _rough(self, sought: Sought) -> Iterator[Match]:
        """Places at which at least one piece of the words stands as it was."""
        words = sought.words
        size = max(len(words) // _PIECES, _LEAST_PIECE)
        tried: set[int] = set()
        for at in range(0, len(words) - size + 1, size):
            for place in self._matcher.places(words[at : at + size], _MANY_PIECES):
                start = max(place - at, 0)
                if tried.isdisjoint(range(start - _LEAST_PIECE, start + _LEAST_PIECE)):
                    tried.add(start)
                    yield from self._matcher.near(sought, Range(start, start + len(words)))


def _length(match: Match) -> int:
    return sum(span.end - span.start for span in match.spans)


def _rank(match: Match) -> tuple[float, float]:
    return round(match.certainty / _SAME_SCORE), match.near
