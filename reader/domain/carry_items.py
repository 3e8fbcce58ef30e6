"""What the reader decided about the items of a page, carried over to a newer text of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.domain.carry import Carrier
from reader.domain.decision import is_decided
from reader.domain.item_meta import SINGLE_FIELDS
from reader.domain.model import Block, Correction, Item, ItemMeta, Named, Range

_MOST = 0.5
"""Share of a line, or of an item, that must come from another one for it to continue that."""


def continued_in(carrier: Carrier, before: Sequence[Item], after: Sequence[Item]) -> list[int | None]:
    """For each item of the newer text, the index of the older one that most of its characters come from, or None."""
    old_owners = _owners(carrier, before, newer=False)
    new_owners = _owners(carrier, after, newer=True)
    shared: Counter[tuple[int, int]] = Counter()
    for block in carrier.blocks:
        for at in range(block.length):
            pair = (new_owners.get(block.new + at), old_owners.get(block.old + at))
            if pair[0] is not None and pair[1] is not None:
                shared[pair[0], pair[1]] += 1
    sizes = Counter(new_owners.values())
    found: list[int | None] = [None] * len(after)
    for (new, old), count in shared.items():
        if count >= _MOST * sizes[new]:
            found[new] = old
    return found


def decisions(carrier: Carrier, before: Sequence[Item], fresh: Sequence[Item]) -> list[Item]:
    """The items that the reader decided anything about, made of the lines of the newer text; those that it still has.

    An item goes that has lost half of its characters, and so does a block that has no line any more.
    """
    lines = sorted(span for item in fresh for span in item.ranges())
    taken: set[Range] = set()
    found = []
    for item in before:
        if is_decided(item):
            moved = _moved(carrier, item, lines, taken)
            if moved is not None:
                taken.update(moved.ranges())
                found.append(moved)
    return found


def corrections(carrier: Carrier, page_text: str, before: Sequence[Correction]) -> tuple[Correction, ...]:
    """The corrections that still apply: what they put right stands in the newer text as it did, between the same.

    One character on each side is taken along, so that what was only put in or left out has a place as well.
    """
    found: list[Correction] = []
    for span, words in before:
        wider = Range(max(span.start - 1, 0), min(span.end + 1, len(page_text)))
        place = carrier.place(wider)
        if place is not None:
            start = place.start + span.start - wider.start
            found.append(Correction(Range(start, start + span.end - span.start), words))
    found.sort()
    return tuple(one for at, one in enumerate(found) if at == 0 or found[at - 1].range.end <= one.range.start)


def _owners(carrier: Carrier, items: Sequence[Item], *, newer: bool) -> dict[int, int]:
    """For each character without white space, the index of the item that has it."""
    return {
        at: index
        for index, item in enumerate(items)
        for span in carrier.solid_spans(item.ranges(), newer=newer)
        for at in range(*span)
    }


def _moved(carrier: Carrier, item: Item, lines: Sequence[Range], taken: Iterable[Range]) -> Item | None:
    free = [line for line in lines if line not in set(taken)]
    blocks: list[Block] = []
    kept = total = 0
    for block in item.blocks:
        ranges: list[Range] = []
        covered: Counter[Range] = Counter()
        for span in block.ranges:
            total += span.end - span.start
            for place in carrier.carry([span], "").ranges:
                kept += place.end - place.start
                for line in _touching(free, place):
                    common = line.intersection(place)
                    covered[line] += common.end - common.start if common else 0
        ranges = [line for line, length in covered.items() if length >= _MOST * (line.end - line.start)]
        free = [line for line in free if line not in ranges]
        if ranges:
            blocks.append(replace(block, ranges=tuple(ranges)))
    if not blocks or kept < _MOST * total:
        return None
    return replace(item, blocks=tuple(blocks), meta=_as_written(item.meta))


def _as_written(meta: ItemMeta) -> ItemMeta:
    """What the reader wrote of an item's metadata; all else was read from the older text."""
    found: dict[str, object] = {}
    for name in meta.decided:
        value = getattr(meta, name)
        found[name] = value and (
            Named(value.text) if name in SINGLE_FIELDS else tuple(Named(one.text) for one in value)
        )
    return ItemMeta(**found, decided=meta.decided)  # type: ignore[arg-type] # the fields are those of the class


def _touching(lines: Sequence[Range], place: Range) -> Iterable[Range]:
    return (line for line in lines if line.intersection(place))
