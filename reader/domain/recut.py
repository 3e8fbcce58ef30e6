"""Cutting blocks at lines: where a paragraph is taken apart, and where some of its lines take another role."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from reader.domain.decision import decided
from reader.domain.model import Block, Range, Role


def cut_before(blocks: Sequence[Block], number: int, part: int) -> tuple[tuple[Block, ...], int]:
    """Blocks with one of them cut before one of its ranges, and the index of the block that begins there."""
    block = blocks[number]
    if not part:
        return tuple(blocks), number
    judgement = decided(block.judgement)
    halves = (Block(block.role, block.ranges[:part], judgement), Block(block.role, block.ranges[part:], judgement))
    return (*blocks[:number], *halves, *blocks[number + 1 :]), number + 1


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
