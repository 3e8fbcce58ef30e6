"""Cutting blocks at lines and within them: where a paragraph is taken apart, or some of its lines take another role."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from reader.domain.boundary import trimmed
from reader.domain.decision import decided
from reader.domain.model import Block, Correction, Range, Role


def cut_before(blocks: Sequence[Block], number: int, part: int) -> tuple[tuple[Block, ...], int]:
    """Blocks with one of them cut before one of its ranges, and the index of the block that begins there."""
    block = blocks[number]
    if not part:
        return tuple(blocks), number
    judgement = decided(block.judgement)
    halves = (Block(block.role, block.ranges[:part], judgement), Block(block.role, block.ranges[part:], judgement))
    return (*blocks[:number], *halves, *blocks[number + 1 :]), number + 1


def halves(page_text: str, line: Range, offset: int, corrections: Sequence[Correction]) -> tuple[Range, Range]:
    """What of a line stands before and behind an offset, without the white space there; either may be empty.

    A correction is one thing: an offset within it counts as its beginning.
    """
    for own, _ in corrections:
        if own.start < offset < own.end:
            offset = own.start
    offset = min(max(offset, line.start), line.end)
    return trimmed(page_text, Range(line.start, offset)), trimmed(page_text, Range(offset, line.end))


def with_halves(block: Block, part: int, parts: tuple[Range, Range]) -> Block:
    """A block with two ranges in the place of one of its ranges."""
    return replace(block, ranges=(*block.ranges[:part], *parts, *block.ranges[part + 1 :]))


def put_end_to_end(page_text: str, above: Sequence[Range], below: Sequence[Range]) -> tuple[Range, ...]:
    """The ranges of two paragraphs as those of one; the halves of a line that was cut within become one range again."""
    last, first = above[-1], below[0]
    between = page_text[last.end : first.start]
    if last.end > first.start or "\n" in between or between.strip():
        return (*above, *below)
    return (*above[:-1], Range(last.start, first.end), *below[1:])


def mark_lines(blocks: Sequence[Block], wanted: Sequence[int], role: Role) -> tuple[Block, ...]:
    """Blocks in which the lines that hold any of some offsets have a role; ``wanted`` is sorted.

    Lines of one block that stand together become one block; where they are all of it, it is not cut.
    """

    def is_wanted(span: Range) -> bool:
        found = bisect_left(wanted, span.start)
        return found < len(wanted) and wanted[found] < span.end

    marked: list[Block] = []
    for block in blocks:
        for chosen, ranges in groupby(block.ranges, key=is_wanted):
            if chosen:
                marked.append(Block(role, tuple(ranges), decided(block.judgement)))
            else:
                marked.append(replace(block, ranges=tuple(ranges)))
    return tuple(marked)
