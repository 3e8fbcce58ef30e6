"""The parts of an item that metadata are read from, each as one text with the way back to the page."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from reader.domain.correction import stretches
from reader.domain.join import join_glue
from reader.domain.model import Correction, Item, Range, Role

_HEAD, _TAIL = 160, 80
"""Code points of a paragraph that are looked at, at its beginning and its end."""
_OPENING_BLOCKS, _ENDING_BLOCKS = 2, 2


class Part(StrEnum):
    """Which text of an item a rule reads."""

    SECTION = "section"
    KICKER = "kicker"
    TITLE = "title"
    BYLINE = "byline"
    OPENING = "opening"
    ENDING = "ending"
    CREDIT = "credit"
    CAPTION_END = "caption end"
    KICKER_AND_TEXT = "kicker and text"


class PartText:
    """Some ranges of a page as they read, with ``between`` between them, or joined as a reader sees them.

    Attributes:
        text: what they say.
    """

    def __init__(
        self,
        page_text: str,
        ranges: Iterable[Range],
        corrections: Sequence[Correction] = (),
        between: str | None = None,
    ) -> None:
        parts: list[str] = []
        self._starts: list[int] = []
        self._pieces: list[tuple[Range, bool]] = []
        length = 0
        for span in ranges:
            begins = True
            for piece, replaced in stretches(span, corrections) if corrections else ((span, None),):
                shown = page_text[piece.start : piece.end] if replaced is None else replaced
                if begins and parts:
                    parts.append(join_glue(parts[-1], shown) if between is None else between)
                    length += len(parts[-1])
                begins = False
                parts.append(shown)
                self._starts.append(length)
                self._pieces.append((piece, replaced is not None))
                length += len(shown)
        self.text = "".join(parts)

    def on_page(self, start: int, end: int) -> Range:
        """The range of the page from where a part of the text begins to where it ends; ``start < end``."""
        first, last = self._offset(start), self._offset(end - 1)
        return Range(min(first.start, last.start), max(first.end, last.end))

    def _offset(self, at: int) -> Range:
        """What one character of the text shows: one character of the page, or all that a correction replaces."""
        number = max(bisect_right(self._starts, at) - 1, 0)
        piece, replaced = self._pieces[number]
        if replaced:
            return piece
        offset = min(piece.start + at - self._starts[number], piece.end - 1)
        return Range(offset, offset + 1)


def parts_of(
    item: Item, page_text: str, corrections: Sequence[Correction] = (), banner: Sequence[Range] = ()
) -> Iterator[tuple[Part, PartText]]:
    """The parts of an item in the order in which they say most; ``banner`` are the ranges of its section's banner."""
    by_role: dict[Role, list[tuple[Range, ...]]] = {}
    for block in item.blocks:
        by_role.setdefault(block.role, []).append(block.ranges)
    body, kickers = by_role.get(Role.BODY, []), by_role.get(Role.KICKER, [])
    opening = [_head(ranges) for ranges in body[:_OPENING_BLOCKS]]
    sources: list[tuple[Part, Iterable[Sequence[Range]], str | None]] = [
        (Part.BYLINE, by_role.get(Role.BYLINE, ()), " "),
        (Part.OPENING, opening, None),
        (Part.ENDING, map(_tail, reversed(body[-_ENDING_BLOCKS:])), None),
        (Part.CREDIT, map(_head, by_role.get(Role.CREDIT, ())), " "),
        (Part.CAPTION_END, map(_tail, by_role.get(Role.CAPTION, ())), None),
        (Part.KICKER, map(_head, kickers), None),
        (Part.KICKER_AND_TEXT, [[*kickers[0][:1], *opening[0]]] if kickers and opening else (), "\n"),
        (Part.TITLE, map(_head, by_role.get(Role.TITLE, ())), None),
        (Part.SECTION, [banner] if banner else (), None),
    ]
    for part, texts, between in sources:
        for ranges in texts:
            yield part, PartText(page_text, ranges, corrections, between)


def _head(ranges: Sequence[Range]) -> list[Range]:
    """The first code points of some ranges."""
    left, found = _HEAD, []
    for start, end in ranges:
        found.append(Range(start, min(end, start + left)))
        left -= end - start
        if left <= 0:
            break
    return found


def _tail(ranges: Sequence[Range]) -> list[Range]:
    """The last code points of some ranges."""
    left, found = _TAIL, []
    for start, end in reversed(ranges):
        found.append(Range(max(start, end - left), end))
        left -= end - start
        if left <= 0:
            break
    return found[::-1]
