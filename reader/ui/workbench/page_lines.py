"""A page as the workbench shows it: its lines in the order of the page, and whose each of them is."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from reader.domain.decision import DOUBTFUL_BELOW
from reader.domain.model import READABLE_KINDS, Block, Correction, Judgement, PageMeta, Range, Role, StoredItem

NOT_KNOWN = PageMeta()
NOWHERE: Mapping[str, Range] = MappingProxyType({})


class PageLine(NamedTuple):
    """A line of the page: where it stands, and which range of which block of which item it is (each from 0).

    It counts as a line of its own even where several share one line of the file.
    """

    span: Range
    item: int
    block: int
    part: int


class Extent(NamedTuple):
    """The first and last line of an item, in the order of the page, and the column of its bracket (0 is outermost)."""

    first: int
    last: int
    lane: int


class PageLines:
    """All lines of a page in the order of the page.

    Attributes:
        page_id: the page, None for no page at all.
        text: of the page.
        items: of the page in reading order; ``PageLine.item`` counts them.
        meta, meta_ranges: where the page was printed, and where it says so.
        corrections: characters that the reader put right; the lines are shown as they stand on the page.
        lines: in the order of the page.
    """

    def __init__(
        self,
        page_id: int | None,
        text: str,
        items: Sequence[StoredItem],
        corrections: Sequence[Correction] = (),
        meta: PageMeta = NOT_KNOWN,
        meta_ranges: Mapping[str, Range] = NOWHERE,
    ) -> None:
        self.page_id = page_id
        self.text = text
        self.corrections = tuple(corrections)
        self.meta = meta
        self.meta_ranges = meta_ranges
        self.items = tuple(items)
        self.lines: tuple[PageLine, ...] = tuple(
            sorted(
                PageLine(span, number, at, part)
                for number, stored in enumerate(self.items)
                for at, block in enumerate(stored.item.blocks)
                for part, span in enumerate(block.ranges)
            )
        )

    def __len__(self) -> int:
        return len(self.lines)

    # Finding

    def at(self, offset: int) -> int:
        """The line at an offset of the page, or the last one before it; the first one beyond the beginning."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def of_item(self, item_id: int) -> Sequence[int]:
        """The lines of an item in the order of the page; none of an item that is not on it."""
        number = self._numbers.get(item_id)
        return () if number is None else self._of_item[number]

    def stored(self, line: int) -> StoredItem:
        """The item that a line belongs to."""
        return self.items[self.lines[line].item]

    def block(self, line: int) -> Block:
        """The block that a line belongs to."""
        found = self.lines[line]
        return self.items[found.item].item.blocks[found.block]

    def role(self, line: int) -> Role:
        """The role of a line."""
        return self.block(line).role

    def extent(self, line: int) -> Extent:
        """From where to where the item of a line reaches."""
        return self.extents[self.lines[line].item]

    def reaching(self, first: int, last: int) -> Iterator[int]:
        """The articles, photos and briefs that reach into a span of lines, or beyond it on both sides."""
        for lane in self._lanes:
            for at in range(max(bisect_right(lane, first, key=_first) - 1, 0), len(lane)):
                extent, number = lane[at]
                if extent.first > last:
                    break
                if extent.last >= first:
                    yield number

    # What is to be said of a line

    def is_readable(self, item: int) -> bool:
        """Whether an item is an article, photo or brief: banners and furniture are shown quietly."""
        return self.items[item].item.kind in READABLE_KINDS

    def place_of(self, item: int) -> int:
        """An item's place among the articles, photos and briefs of the page, from 1; 0 for others."""
        return self._places[item]

    def begins_item(self, line: int) -> bool:
        """Whether a line is the first of its item in the order of the page."""
        return self.extent(line).first == line

    def resumes_item(self, line: int) -> bool:
        """Whether a line goes on with an item that lines of another one have interrupted."""
        return line > 0 and self.lines[line - 1].item != self.lines[line].item and not self.begins_item(line)

    def is_joined(self, line: int) -> bool:
        """Whether a line continues the paragraph of the line before it in the same item."""
        return self.lines[line].part > 0

    def corrected(self, line: int) -> Iterator[Correction]:
        """The corrections within a line."""
        span = self.lines[line].span
        first = bisect_right(self.corrections, span.start, key=_end)
        for correction in self.corrections[first:]:
            if correction.range.start >= span.end:
                return
            yield correction

    def boundary(self, line: int) -> Judgement:
        """How sure it is that the item of a line begins where it does."""
        return self.stored(line).item.judgement

    def is_doubtful(self, line: int) -> bool:
        """Whether a line's role, its joins, or the beginning of an item at it are doubtful."""
        begins = self.begins_item(line) and self.boundary(line).confidence < DOUBTFUL_BELOW
        found = self.lines[line]
        return begins or (found.part == 0 and self.block(line).judgement.confidence < DOUBTFUL_BELOW)

    def doubtful_place(self, line: int) -> range:
        """The lines that are one doubtful place with a line, itself among them; none where the line is not doubtful.

        Doubtful lines of an item that follow each other are one decision, such as which of them it begins with; so are
        a banner and what begins below it.
        """
        if not self.is_doubtful(line):
            return range(0)
        first, last = line, line
        while self._goes_on_in_doubt(first):
            first -= 1
        while last + 1 < len(self.lines) and self._goes_on_in_doubt(last + 1):
            last += 1
        return range(first, last + 1)

    def next_doubtful(self, after: int) -> int | None:
        """The first line of the first doubtful place that begins after a line (-1: of all), or None."""
        return next((line for line in range(after + 1, len(self.lines)) if self._begins_doubt(line)), None)

    def previous_doubtful(self, before: int) -> int | None:
        """The first line of the last doubtful place that begins before a line, or None."""
        return next((line for line in range(before - 1, -1, -1) if self._begins_doubt(line)), None)

    def _begins_doubt(self, line: int) -> bool:
        return self.is_doubtful(line) and not self._goes_on_in_doubt(line)

    def _goes_on_in_doubt(self, line: int) -> bool:
        """Whether a line is doubtful and about the same decision as the one above it."""
        if not line or not self.is_doubtful(line) or not self.is_doubtful(line - 1):
            return False
        above = self.lines[line - 1].item
        return above == self.lines[line].item or not self.is_readable(above)

    # Derived once

    @cached_property
    def extents(self) -> tuple[Extent, ...]:
        """The extent of every item, with lanes so that brackets which overlap stand beside each other."""
        ends: list[int] = []
        extents = [Extent(0, -1, 0)] * len(self.items)
        for first, number in sorted((lines[0], number) for number, lines in enumerate(self._of_item) if lines):
            last, lane = self._of_item[number][-1], 0
            if self.is_readable(number):
                lane = next((lane for lane, end in enumerate(ends) if end < first), len(ends))
                ends[lane : lane + 1] = [last]
            extents[number] = Extent(first, last, lane)
        return tuple(extents)

    @cached_property
    def lanes(self) -> int:
        """How many columns the brackets need."""
        return max(len(self._lanes), 1)

    @cached_property
    def _lanes(self) -> list[list[tuple[Extent, int]]]:
        lanes: list[list[tuple[Extent, int]]] = []
        for extent, number in sorted((extent, number) for number, extent in enumerate(self.extents)):
            if self.is_readable(number) and extent.last >= extent.first:
                if extent.lane == len(lanes):
                    lanes.append([])
                lanes[extent.lane].append((extent, number))
        return lanes

    @cached_property
    def _starts(self) -> list[int]:
        return [line.span.start for line in self.lines]

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {stored.id: number for number, stored in enumerate(self.items)}

    @cached_property
    def _of_item(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.items]
        for number, line in enumerate(self.lines):
            found[line.item].append(number)
        return found

    @cached_property
    def _places(self) -> list[int]:
        places, count = [], 0
        for stored in self.items:
            readable = stored.item.kind in READABLE_KINDS
            count += readable
            places.append(count if readable else 0)
        return places


NO_PAGE = PageLines(None, "", ())
"""What is shown while no article is open."""


def _first(entry: tuple[Extent, int]) -> int:
    return entry[0].first


def _end(correction: Correction) -> int:
    return correction.range.end
