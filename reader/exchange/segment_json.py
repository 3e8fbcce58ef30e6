"""A segmented page as one JSON object: what ``jianbao segment`` prints, and what page splits are scored by.

For each item: its kind, its section and heading texts, its confidence and reasons, and its blocks. For each block: its
role, its text as a reader sees it, its confidence and reasons, and ``lines``: the numbers, from 1, of the source lines
that it is made of, in order. Source lines end at LF.

A spacer, a line that somebody set with no-break spaces and nothing else, is no line of a block, since it has no text.
Here it is a body block of its own without text, in the item of the nearest line with text above it: items begin with
text, so a spacer between two of them is the end of the upper one. A spacer above all text, and a line that is empty or
holds ordinary spaces only, is in no item.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from reader.domain.join import block_text
from reader.domain.model import Block, Item, ItemMeta, Judgement, Named, Range, Reason, Role, Segmentation

NO_BREAK_SPACE = "\u00a0"
_SPACER = Judgement(reasons=(Reason("spacer"),))


def page_record(source: str, text: str, segmentation: Segmentation) -> dict[str, object]:
    """The record of one page; ``source`` is what to call it, ``text`` the page that was segmented."""
    starts = _line_starts(text)
    items = with_spacers(segmentation.items, text)
    meta = segmentation.meta
    return {
        "source": source,
        "newspaper": meta.newspaper,
        "issue_date": meta.issue_date,
        "page_no": meta.page_no,
        "page_name": meta.page_name,
        "meta_ranges": {field: list(span) for field, span in segmentation.meta_ranges.items()},
        "items": [_item_record(item, text, starts) for item in items],
    }


def with_spacers(items: Sequence[Item], text: str) -> list[Item]:
    """The items of a page with a body block for each spacer, below the block of the line above it."""
    above = sorted((one.start, at, number) for at, item in enumerate(items) for number, one in _numbered(item))
    added: dict[tuple[int, int], list[Block]] = {}
    for spacer in _spacers(text):
        found = bisect_right(above, spacer.start, key=itemgetter(0))
        if found:
            _, at, number = above[found - 1]
            added.setdefault((at, number), []).append(Block(Role.BODY, (spacer,), _SPACER))
    return [_with(item, at, added) for at, item in enumerate(items)] if added else list(items)


def _numbered(item: Item) -> Iterator[tuple[int, Range]]:
    """The ranges of an item, each with the number of its block."""
    return ((number, one) for number, block in enumerate(item.blocks) for one in block.ranges)


def _with(item: Item, at: int, added: Mapping[tuple[int, int], Sequence[Block]]) -> Item:
    blocks = [each for number, block in enumerate(item.blocks) for each in (block, *added.get((at, number), ()))]
    return replace(item, blocks=tuple(blocks))


def _spacers(text: str) -> Iterator[Range]:
    """The empty ranges at which spacers begin, in order."""
    start = 0
    for line in text.split("\n") if NO_BREAK_SPACE in text else ():
        if NO_BREAK_SPACE in line and line.isspace():
            yield Range(start, start)
        start += len(line) + 1


def _line_starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _item_record(item: Item, text: str, starts: list[int]) -> dict[str, object]:
    return {
        "kind": item.kind.value,
        "section": item.section,
        "kicker": item.kicker,
        "title": item.title,
        "subtitle": item.subtitle,
        "byline": item.byline,
        "meta": _meta_record(item.meta),
        **_judgement_record(item.judgement),
        "blocks": [_block_record(block, text, starts) for block in item.blocks],
    }


def _meta_record(meta: ItemMeta) -> dict[str, object]:
    single = {"genre": meta.genre, "place": meta.place}
    several = {
        "reporters": meta.reporters,
        "correspondents": meta.correspondents,
        "photographers": meta.photographers,
    }
    return {
        **{field: _named_record(value) if value else None for field, value in single.items()},
        **{field: [_named_record(one) for one in values] for field, values in several.items()},
    }


def _named_record(named: Named) -> dict[str, object]:
    return {"text": named.text, "range": list(named.range) if named.range else None}


def _block_record(block: Block, text: str, starts: list[int]) -> dict[str, object]:
    return {
        "role": block.role.value,
        "text": block_text(text, block.ranges),
        "lines": [bisect_right(starts, one.start) for one in block.ranges],
        **_judgement_record(block.judgement),
    }


def _judgement_record(judgement: Judgement) -> dict[str, object]:
    reasons = [{"code": reason.code, "detail": reason.detail} for reason in judgement.reasons]
    return {"confidence": judgement.confidence, "reasons": reasons}
