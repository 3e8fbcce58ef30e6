"""Places of a newer text that words of an older one may have, and how well they fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from reader.domain.alignment import Alignment
from reader.domain.model import Range

CONTEXT = 32
"""Characters looked at on each side of a quote."""
_TELLING = 6
"""Characters of context that say something although they are not all that could be there."""
_SLACK = 16
_CUT_IN = 8
"""Characters that came in within a quote from which they are taken for something else, such as a caption."""
_LONGEST_CUT_IN = 1500
_CUT_INS = 2
_LONG = 1500
_END = 256
"""Of a quote longer than ``_LONG`` only so much of either end is compared character by character."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: where it stands in the older text, its words there, and the forms it may be found in.

    ``extent`` is from its first character to its last as it is read, ``words`` only its own; ``forms`` are these and
    its quote.
    """

    extent: Range
    words: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A place in the newer text: its spans in order, and how alike are the words there, 0 to 1.

    ``before`` and ``behind`` are the likeness of the context, ``near`` says how close it is to where the alignment
    expects it, 1 being just there. ``exact`` is whether it has one of the forms that were sought; ``of_another`` that
    this part of the newer text has its like elsewhere in the older one.
    """

    spans: tuple[Range, ...]
    exact: bool
    quote: float
    before: float
    behind: float
    near: float
    of_another: bool

    @property
    def extent(self) -> Range:
        """From its first to its last character."""
        return Range(min(span.start for span in self.spans), max(span.end for span in self.spans))

    @property
    def certainty(self) -> float:
        """The score without the position: quote 50, prefix 20, suffix 20."""
        return (50 * self.quote + 20 * self.before + 20 * self.behind) / 90

    @property
    def score(self) -> float:
        """The score, 0 to 1, in which the position has a weight of 2."""
        return (90 * self.certainty + 2 * self.near) / 92


class Matcher:
    """Compares places of two texts, both without white space, of which the alignment is known."""

    def __init__(self, old: str, new: str, alignment: Alignment) -> None:
        self._old = old
        self._new = new
        self._alignment = alignment

    def expected(self, sought: Sought) -> Iterator[Match]:
        """The places that the alignment expects, from either end of what is sought."""
        (start, end), length = sought.extent, len(sought.words)
        starts = [start + shift for shift in self._alignment.shifts(start)]
        ends = [end + shift for shift in self._alignment.shifts(end - 1)]
        asked = [Range(at, at + length) for at in starts]
        if starts and ends and 0 < ends[0] - starts[0] - length <= _LONGEST_CUT_IN:
            parted = self._parted(sought, Range(starts[0], ends[0]))
            if parted is not None:
                yield parted
            asked.append(Range(starts[0], ends[0]))
        asked += [Range(at - length, at) for at in ends]
        for place in dict.fromkeys(asked):
            yield from self.near(sought, place)

    def places(self, words: str, limit: int) -> Iterator[int]:
        """Where words stand in the newer text, at most so many places."""
        at = self._new.find(words)
        while at >= 0 and limit > 0:
            yield at
            limit -= 1
            at = self._new.find(words, at + 1)

    def places_in_context(self, sought: Sought, form: str, limit: int) -> Iterator[int]:
        """Where a form stands in the newer text in the very context that it has in the older one."""
        before, behind = self._context(self._old, sought.extent)
        for at in self.places(before + form + behind, limit):
            yield at + len(before)

    def is_unique(self, words: str) -> bool:
        """Whether words stand once in the newer text, and at most once in the older one."""
        return self._new.count(words) == 1 and self._old.count(words) <= 1

    def exactly(self, sought: Sought, span: Range) -> Match:
        """A place that has one of the forms."""
        return self._match(sought, (span,))

    def near(self, sought: Sought, place: Range) -> Iterator[Match]:
        """The part of the newer text at about a place that fits best; nothing where no character does."""
        if place.start > 0 and self._new[place.start : place.end] in sought.forms:
            yield self.exactly(sought, place)
            return
        spans = self._long(sought, place) if len(sought.words) > _LONG else self._fitted(sought, place)
        if spans:
            yield self._match(sought, spans)

    def _parted(self, sought: Sought, place: Range) -> Match | None:
        """The words in two parts, from either end of a place, that together are all of them."""
        words = sought.words
        head = 0
        while head < len(words) and words[head] == self._new[place.start + head : place.start + head + 1]:
            head += 1
        rest = words[head:]
        if not head or not rest or self._new[place.end - len(rest) : place.end] != rest:
            return None
        return self._match(sought, (Range(place.start, place.start + head), Range(place.end - len(rest), place.end)))

    def _match(self, sought: Sought, spans: tuple[Range, ...]) -> Match:
        words = "".join(self._new[span.start : span.end] for span in spans)
        exact = words in sought.forms
        before, behind = self._context(self._old, sought.extent)
        there_before, there_behind = self._context(self._new, Range(spans[0].start, spans[-1].end))
        return Match(
            spans,
            exact,
            1.0 if exact else max(Levenshtein.normalized_similarity(form, words) for form in sought.forms),
            _alike(before[::-1], there_before[::-1]),
            _alike(behind, there_behind),
            self._nearness(sought.extent, spans),
            self._is_of_another(sought.extent, spans),
        )

    def _nearness(self, extent: Range, spans: Sequence[Range]) -> float:
        off = [abs(extent.start + shift - spans[0].start) for shift in self._alignment.shifts(extent.start)[:1]]
        off += [abs(extent.end + shift - spans[-1].end) for shift in self._alignment.shifts(extent.end - 1)[:1]]
        return 1 - min(min(off) / len(self._new), 1) if off else 0.0

    def _is_of_another(self, extent: Range, spans: Sequence[Range]) -> bool:
        shifts = spans[0].start - extent.start, spans[-1].end - extent.end
        ends = Range(spans[0].start, spans[0].start + 1), Range(spans[-1].end - 1, spans[-1].end)
        return all(self._alignment.is_of_another(end, shift) for end, shift in zip(ends, shifts, strict=True))

    def _fitted(self, sought: Sought, place: Range) -> tuple[Range, ...]:
        before, behind = self._context(self._old, sought.extent)
        slack = _SLACK + len(sought.words) // 8
        low = max(place.start - len(before) - slack, 0)
        high = min(place.end + len(behind) + slack, len(self._new))
        if low >= high:
            return ()
        inner = Range(len(before), len(before) + len(sought.words))
        found = _carried_span(before + sought.words + behind, inner, self._new[low:high], low)
        text = Range(1, len(self._new) - 1)  # without what stands for its ends
        if len(found) > _CUT_INS + 1:
            return ()
        return tuple(part for span in found if (part := span.intersection(text)) is not None)

    def _long(self, sought: Sought, place: Range) -> tuple[Range, ...]:
        """From where its beginning is found to where its end is."""
        (start, end), words = sought.extent, sought.words
        head = Sought(Range(start, start + _END), words[:_END], ())
        tail = Sought(Range(end - _END, end), words[-_END:], ())
        first = self._fitted(head, Range(place.start, place.start + _END))
        last = self._fitted(tail, Range(place.end - _END, place.end))
        if not first or not last or first[0].start >= last[-1].end:
            return ()
        return (Range(first[0].start, last[-1].end),)

    @staticmethod
    def _context(text: str, extent: Range) -> tuple[str, str]:
        return text[max(extent.start - CONTEXT, 0) : extent.start], text[extent.end : extent.end + CONTEXT]


def _carried_span(old: str, inner: Range, new: str, offset: int) -> tuple[Range, ...]:
    """Where a span of a text is in another one that is its edited form, without what came in and is not its own."""
    found: list[Range] = []
    for edit in Levenshtein.opcodes(old, new):
        if edit.tag == "insert":
            if inner.start < edit.src_start < inner.end and edit.dest_end - edit.dest_start < _CUT_IN:
                _append(found, Range(edit.dest_start + offset, edit.dest_end + offset))
            continue
        common = inner.intersection(Range(edit.src_start, edit.src_end))
        if edit.tag != "delete" and common is not None:
            shift = edit.dest_start - edit.src_start + offset
            _append(found, Range(common.start + shift, common.end + shift))
    return tuple(found)


def _append(found: list[Range], span: Range) -> None:
    if found and found[-1].end == span.start:
        span = Range(found.pop().start, span.end)
    found.append(span)


def _alike(one: str, other: str) -> float:
    """How alike two contexts are that begin beside a quote, as far as both go; less if that says next to nothing."""
    if one == other:
        return 1.0
    length = min(len(one), len(other))
    return Levenshtein.normalized_similarity(one[:length], other[:length]) * min(length / _TELLING, 1)
