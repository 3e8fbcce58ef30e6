"""Where the words of a text stand in a newer one, when paragraphs came, went, changed places or were read anew.

Short stretches that stand once in either text are found by a table, as ``rsync`` and patience diff find theirs, and
grown as far as both texts agree. The time is linear in the length of both. Nothing is asked of the order of these
blocks, so that an article which stands elsewhere on the page is found there.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from reader.domain.model import Range

_GRAM = 10
"""Characters of a stretch: at one character in ten misread, every third one is still whole."""
_ALL_UP_TO = 50_000
"""Characters of a text up to which all of its stretches are looked at."""
_NEIGHBOURS = 3
_SAME_PLACE = 4
_CHANCE = 24
"""A block of fewer characters between two that agree with each other, not with it, is the same words by chance."""
_CLAIM = 64
_CHUNK = 64


class Block(NamedTuple):
    """``length`` characters that both texts have, at an offset of each."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        """Where it ends in the older text."""
        return self.old + self.length

    @property
    def shift(self) -> int:
        """How much further on it stands in the newer text."""
        return self.new - self.old


class Alignment:
    """The blocks that two texts have in common.

    Attributes:
        blocks: in the order of the older text; none overlaps another in either text.
    """

    def __init__(self, old: str, new: str) -> None:
        self.blocks = _without_chance([*_blocks(old, new)])
        self._starts = [block.old for block in self.blocks]
        self._by_new = sorted(self.blocks, key=lambda block: block.new)
        self._new_starts = [block.new for block in self._by_new]

    def shifts(self, offset: int) -> list[int]:
        """How far on in the newer text an offset of the older one may stand, the likeliest first.

        That of the block that holds it is the only one; otherwise those of the nearest blocks on both sides.
        """
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self.blocks[at].old_end:
            return [self.blocks[at].shift]
        near = self.blocks[max(at + 1 - _NEIGHBOURS, 0) : at + 1 + _NEIGHBOURS]
        near.sort(key=lambda block: max(block.old - offset, offset - block.old_end))
        found: list[int] = []
        for block in near:
            if all(abs(block.shift - other) > _SAME_PLACE for other in found):
                found.append(block.shift)
        return found

    def is_of_another(self, span: Range, shift: int) -> bool:
        """Whether a span of the newer text has its like elsewhere in the older one than ``shift`` back.

        That is so where the block that holds it has another shift, or the blocks around it, which must be near.
        """
        behind = bisect_right(self._new_starts, span.start)
        if behind and span.end <= (block := self._by_new[behind - 1]).new + block.length:
            return abs(block.shift - shift) > _SAME_PLACE
        around = self._by_new[max(behind - 1, 0) : behind]
        behind = bisect_right(self._new_starts, span.end - 1)
        around += self._by_new[behind - 1 : behind + 1] if behind else self._by_new[:1]
        apart = _SAME_PLACE + span.end - span.start
        near = [
            block
            for block in around
            if block.new < span.end + _CLAIM and block.new + block.length > span.start - _CLAIM
        ]
        return bool(near) and all(abs(block.shift - shift) > apart for block in near)


def _without_chance(blocks: list[Block]) -> list[Block]:
    around = zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
    return [block for before, block, behind in around if not _is_chance(before, block, behind)]


def _is_chance(before: Block | None, block: Block, behind: Block | None) -> bool:
    if before is None or behind is None or block.length >= _CHANCE:
        return False
    return abs(before.shift - behind.shift) <= _CHANCE < abs(block.shift - before.shift)


def _blocks(old: str, new: str) -> Iterator[Block]:
    end = 0
    taken = bytearray(len(new))
    for gram, found in _pairs(old, new):
        at, place = gram, found
        if at < end:  # the block before it has its beginning
            at, place = end, found + end - gram
            if at >= gram + _GRAM:
                continue
        if taken[place]:
            continue
        while at > end and place > 0 and old[at - 1] == new[place - 1] and not taken[place - 1]:
            at, place = at - 1, place - 1
        length = _alike(old, at, new, place)
        ahead = taken.find(1, place, place + length)
        block = Block(at, place, length if ahead < 0 else ahead - place)
        taken[place : place + block.length] = b"\x01" * block.length
        end = block.old_end
        yield block


def _pairs(old: str, new: str) -> list[tuple[int, int]]:
    """Where stretches that stand once in either text are in both, in the order of the older one."""
    every = 1 + len(old) // _ALL_UP_TO
    old_places, new_places = _once(old, every), _once(new, every)
    pairs = ((at, new_places.get(gram, -1)) for gram, at in old_places.items() if at >= 0)
    return sorted((at, place) for at, place in pairs if place >= 0)


def _once(text: str, every: int) -> dict[str, int]:
    """Stretches and where they stand, -1 where more than once; of a long text only some, by what they begin with.

    What is left out is the same in every text, which would not be so if it went by place.
    """
    found: dict[str, int] = {}
    for at in range(len(text) - _GRAM + 1):
        if every == 1 or ord(text[at]) % every == 0:
            gram = text[at : at + _GRAM]
            found[gram] = -1 if gram in found else at
    return found


def _alike(old: str, at: int, new: str, place: int) -> int:
    """How many characters are the same from two offsets on."""
    length = 0
    while (part := old[at + length : at + length + _CHUNK]) and part == new[place + length : place + length + _CHUNK]:
        length += len(part)
    for one, other in zip(part, new[place + length : place + length + _CHUNK], strict=False):
        if one != other:
            break
        length += 1
    return length
