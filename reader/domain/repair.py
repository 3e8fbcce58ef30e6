"""Repairs of a page's split: operations on the ordered items of a page, each giving new items.

A line is named by its range on the page, an item by any of its lines, so that a name outlives other repairs. Every
operation keeps each range in exactly one block and leaves no item or block empty; where there is nothing to do (no
item above, a paragraph that is whole) it gives back the items as they are. A line of the page that was cut within is
two lines for all of them, until its halves are joined. What the reader touched becomes certain (``decision.py``).
Headings and sections are brought up to date afterwards, by ``headings.derived``.

Every operation raises KeyError for a line that no block has.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.domain.correction import reading
from reader.domain.decision import SECTION, accepted, decided
from reader.domain.item_meta import ItemMetaEdit, put_together
from reader.domain.model import READABLE_KINDS, Block, Correction, Item, Kind, Range, Role
from reader.domain.recut import cut_before, halves, mark_lines, put_end_to_end, with_halves
from reader.domain.rekind import fitted, heading_place, is_headline, kind_for, unravelled, with_role

Items = tuple[Item, ...]
"""The items of a page, in order."""

_TEXT_KINDS = (Kind.ARTICLE, Kind.BRIEF)


class Place(NamedTuple):
    """Where a line stands: the indices of its item, of its block there, and of its range there."""

    item: int
    block: int
    part: int


def place_of(items: Sequence[Item], line: Range) -> Place:
    """Where the line stands that holds the beginning of a range."""
    for at, item in enumerate(items):
        for number, block in enumerate(item.blocks):
            for part, (start, end) in enumerate(block.ranges):
                if start <= line.start < end:
                    return Place(at, number, part)
    raise KeyError(line)


def split(items: Items, line: Range) -> Items:
    """Let a new item begin at a line; its block is cut where the line stands within it."""
    at = place_of(items, line)
    item = items[at.item]
    if not at.block and not at.part:
        return items
    blocks, first = cut_before(item.blocks, at.block, at.part)
    below = blocks[first:]
    begun = Item(kind_for(below, item.kind), below, item.section, judgement=decided())
    return _insert(_put(items, at.item, [replace(item, blocks=blocks[:first])]), at.item, begun)


def split_at(items: Items, line: Range, offset: int, page_text: str, corrections: Sequence[Correction] = ()) -> Items:
    """Let a new item begin within a line, at an offset of the page; at the line, where nothing of it stands before.

    Where nothing of the line stands behind the offset there is nothing to do.
    """
    at = place_of(items, line)
    item = items[at.item]
    block = item.blocks[at.block]
    upper, lower = halves(page_text, block.ranges[at.part], offset, corrections)
    if not reading(page_text, lower, corrections).strip():
        return items
    if not reading(page_text, upper, corrections).strip():
        return split(items, line)
    cut = with_halves(block, at.part, (upper, lower))
    blocks = (*item.blocks[: at.block], cut, *item.blocks[at.block + 1 :])
    return split(_put(items, at.item, [replace(item, blocks=blocks)]), lower)


def merge_with_previous(items: Items, line: Range) -> Items:
    """Put an item together with the one above it on the page.

    Text goes on above photos and furniture that stand within it, as it does for the page engine.
    """
    at = place_of(items, line).item
    return _merge(items, at, _above(items, at)) if at else items


def merge(items: Items, line: Range, into: Range) -> Items:
    """Put an item together with another one, whose place, kind and section count; what stands above is read first.

    Headings that so come below text are subheads there, or go to the top of text that has no headline.
    """
    return _merge(items, place_of(items, line).item, place_of(items, into).item)


def move_block(items: Items, line: Range, *, up: bool) -> Items:
    """Let the block of a line change places with the one before or behind it in its item."""
    at = place_of(items, line)
    blocks = list(items[at.item].blocks)
    other = at.block - 1 if up else at.block + 1
    if not 0 <= other < len(blocks):
        return items
    moved = blocks.pop(at.block)
    blocks.insert(other, _sure(moved))
    return _put(items, at.item, [replace(items[at.item], blocks=tuple(blocks))])


def place_block(items: Items, line: Range, before: Range | None) -> Items:
    """Let the block of a line stand before that of another line of its item, or last.

    Raises:
        KeyError: the other line is of another item.
    """
    at = place_of(items, line)
    item = items[at.item]
    target = len(item.blocks) if before is None else place_of([item], before).block
    if target in (at.block, at.block + 1):
        return items
    blocks = list(item.blocks)
    moved = blocks.pop(at.block)
    blocks.insert(target - (target > at.block), _sure(moved))
    return _put(items, at.item, [replace(item, blocks=tuple(blocks))])


def move_to_item(items: Items, line: Range, to: Range) -> Items:
    """Move the block of a line to the item of another one, in a role that this can have.

    From below it comes to the end, from above to the beginning of the text; a headline, kicker or subtitle to the top.
    """
    return _move(items, place_of(items, line), place_of(items, to).item)


def move_to_neighbour(items: Items, line: Range, *, up: bool) -> Items:
    """Move the block of a line to the nearest article, photo or brief above or below."""
    at = place_of(items, line)
    others = range(at.item - 1, -1, -1) if up else range(at.item + 1, len(items))
    target = next((index for index in others if items[index].kind in READABLE_KINDS), None)
    return items if target is None else _move(items, at, target)


def set_role(items: Items, lines: Iterable[Range], role: Role) -> Items:
    """Give lines a role; those that stood together in a block stay together, cut off from its rest.

    Lines that become banners or furniture become items of their own; a banner ends the item that it stands in.
    """
    wanted = sorted(line.start for line in lines)
    _require(items, wanted)
    for at in range(len(items) - 1, -1, -1):  # backwards, since what is put in moves what stands behind it
        blocks = mark_lines(items[at].blocks, wanted, role)
        if blocks != items[at].blocks:
            texts, asides = unravelled(replace(items[at], blocks=blocks))
            items = _put(items, at, texts)
            for aside in asides:
                items = _insert(items, at + len(texts) - 1, aside)
    return items


def set_kind(items: Items, line: Range, kind: Kind) -> Items:
    """Say what the item of a line is; its blocks take roles that it can have."""
    at = place_of(items, line).item
    item = items[at]
    if item.kind is kind:
        return items
    blocks = fitted(item.blocks, kind, was=item.kind)
    return _put(items, at, [replace(item, kind=kind, blocks=blocks, judgement=decided(item.judgement))])


def make_briefs(items: Items, lines: Iterable[Range]) -> Items:
    """Let a brief of its own begin at each of some lines."""
    for line in lines:
        items = set_kind(split(items, line), line, Kind.BRIEF)
    return items


def set_section(items: Items, line: Range, name: str | None) -> Items:
    """Give the item of a line a section, or none, that no banner changes from now on."""
    at = place_of(items, line).item
    item = items[at]
    return _put(items, at, [replace(item, section=name or None, judgement=decided(item.judgement, SECTION))])


def set_meta(items: Items, line: Range, edit: ItemMetaEdit) -> Items:
    """Say of the item of a line what it does not say itself: its genre, its place, who wrote it."""
    at = place_of(items, line).item
    return _put(items, at, [replace(items[at], meta=edit.applied_to(items[at].meta))])


def join(items: Items, line: Range, page_text: str) -> Items:
    """Let the paragraph that begins at a line carry on the one before it in its item, in that one's role.

    The halves of a line that was cut within become one line again.
    """
    at = place_of(items, line)
    if at.part or not at.block:
        return items
    item = items[at.item]
    above, below = item.blocks[at.block - 1 : at.block + 1]
    ranges = put_end_to_end(page_text, above.ranges, below.ranges)
    whole = Block(above.role, ranges, decided(above.judgement))
    blocks = (*item.blocks[: at.block - 1], whole, *item.blocks[at.block + 1 :])
    return _put(items, at.item, [replace(item, blocks=blocks, kind=kind_for(blocks, item.kind))])


def unjoin(items: Items, line: Range) -> Items:
    """Let a paragraph of its own begin at a line."""
    at = place_of(items, line)
    blocks, _ = cut_before(items[at.item].blocks, at.block, at.part)
    return _put(items, at.item, [replace(items[at.item], blocks=blocks)]) if at.part else items


def accept(items: Items, lines: Iterable[Range]) -> Items:
    """Say that the blocks of some lines are right as the engine has them, and that items begin at these lines."""
    for line in lines:
        at = place_of(items, line)
        item = items[at.item]
        block = item.blocks[at.block]
        blocks = list(item.blocks)
        blocks[at.block] = replace(block, judgement=accepted(block.judgement))
        begins = block.ranges[at.part].start == _start(item)
        judgement = accepted(item.judgement) if begins else item.judgement
        items = _put(items, at.item, [replace(item, blocks=tuple(blocks), judgement=judgement)])
    return items


def _require(items: Items, wanted: Sequence[int]) -> None:
    spans = sorted(span for item in items for span in item.ranges())
    for start in wanted:
        found = bisect_right(spans, start, key=lambda span: span.start) - 1
        if found < 0 or start >= spans[found].end:
            raise KeyError(start)


def _above(items: Items, at: int) -> int:
    """The item that an item is merged with from below."""
    if items[at].kind in _TEXT_KINDS:
        for above in range(at - 1, -1, -1):
            if items[above].kind in _TEXT_KINDS:
                return above
            if items[above].kind is Kind.SECTION:
                break
    return at - 1


def _merge(items: Items, source: int, target: int) -> Items:
    if source == target:
        return items
    upper, lower = (items[at] for at in sorted((source, target)))
    own = items[target]
    kind = own.kind if own.kind in READABLE_KINDS else items[source].kind
    blocks = list(upper.blocks)
    below = lower.blocks
    if any(block.role is Role.BODY for block in blocks):
        titled = any(block.role is Role.TITLE for block in blocks)
        below = tuple(_below_text(block) for block in lower.blocks if titled or not is_headline(block))
        for block in () if titled else filter(is_headline, lower.blocks):
            blocks.insert(heading_place(blocks, block.role), block)
    whole = fitted([*blocks, *below], kind)
    merged = replace(
        own,
        kind=kind_for(whole, kind),
        blocks=whole,
        judgement=decided(own.judgement),
        meta=put_together(own.meta, items[source].meta),
    )
    return _put(_put(items, target, [merged]), source, [])


def _below_text(block: Block) -> Block:
    return with_role(block, Role.SUBHEAD) if is_headline(block) or block.role is Role.SECTION else block


def _move(items: Items, at: Place, target: int) -> Items:
    if at.item == target:
        return items
    source, goal = items[at.item], items[target]
    moved = fitted([*filter(is_headline, goal.blocks), _sure(source.blocks[at.block])], goal.kind)[-1]
    blocks = list(goal.blocks)
    place = len(blocks)
    if is_headline(moved):
        place = heading_place(blocks, moved.role)
    elif at.item < target:
        place = next((number for number, block in enumerate(blocks) if not _is_heading(block)), place)
    blocks.insert(place, moved)
    left = source.blocks[: at.block] + source.blocks[at.block + 1 :]
    kept = [replace(source, blocks=left, judgement=decided(source.judgement))] if left else []
    grown = replace(goal, blocks=tuple(blocks), judgement=decided(goal.judgement))
    return _put(_put(items, target, [grown]), at.item, kept)


def _is_heading(block: Block) -> bool:
    return block.role is Role.BYLINE or is_headline(block)


def _sure(block: Block) -> Block:
    return replace(block, judgement=decided(block.judgement))


def _put(items: Items, at: int, instead: Sequence[Item]) -> Items:
    return (*items[:at], *instead, *items[at + 1 :])


def _insert(items: Items, above: int, item: Item) -> Items:
    """Items with one more below another: past those that begin before it on the page, as a photo within it does."""
    at = above + 1
    while at < len(items) and _start(items[at]) < _start(item):
        at += 1
    return (*items[:at], item, *items[at:])


def _start(item: Item) -> int:
    return min(span.start for span in item.ranges())
