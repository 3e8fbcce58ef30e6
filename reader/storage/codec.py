"""Items and ranges as JSON, as compact as a column read a million times should be."""

import json
from collections.abc import Iterable, Sequence

from reader.domain.model import Block, Item, ItemOutline, Judgement, Kind, Range, Reason, Role


def encode_item(item: Item) -> str:
    """The content column of an item; kind and section have columns of their own."""
    content = {
        "kicker": item.kicker,
        "title": item.title,
        "subtitle": item.subtitle,
        "byline": item.byline,
        "judgement": _encode_judgement(item.judgement),
        "blocks": [
            [block.role, [offset for span in block.ranges for offset in span], _encode_judgement(block.judgement)]
            for block in item.blocks
        ],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def decode_item(kind: str, section: str | None, content: str) -> Item:
    """What ``encode_item`` made."""
    fields = json.loads(content)
    blocks = tuple(
        Block(Role(role), tuple(_pairs(offsets)), _decode_judgement(judgement))
        for role, offsets, judgement in fields["blocks"]
    )
    return Item(
        Kind(kind),
        blocks,
        section,
        fields["kicker"],
        fields["title"],
        fields["subtitle"],
        fields["byline"],
        _decode_judgement(fields["judgement"]),
    )


def decode_outline(item_id: int, seq: int, kind: str, section: str | None, content: str) -> ItemOutline:
    """What ``encode_item`` made, as far as an outline has it: a fifth of the work."""
    fields = json.loads(content)
    blocks = tuple((role, offsets) for role, offsets, _judgement in fields["blocks"])
    return ItemOutline(item_id, seq, kind, section, fields["kicker"], fields["title"], fields["byline"], blocks)


def encode_ranges(ranges: Iterable[Range]) -> str:
    """Ranges as ``[[start, end], ...]``."""
    return json.dumps([list(span) for span in ranges], separators=(",", ":"))


def decode_ranges(text: str) -> tuple[Range, ...]:
    """What ``encode_ranges`` made."""
    return tuple(Range(start, end) for start, end in json.loads(text))


def _pairs(offsets: Sequence[int]) -> Iterable[Range]:
    return map(Range, offsets[::2], offsets[1::2])


def _encode_judgement(judgement: Judgement) -> list[object]:
    return [round(judgement.confidence, 3), [[reason.code, reason.detail] for reason in judgement.reasons]]


def _decode_judgement(value: tuple[float, list[list[str]]]) -> Judgement:
    confidence, reasons = value
    return Judgement(confidence, tuple(Reason(code, detail) for code, detail in reasons))
