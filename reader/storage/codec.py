"""Items, ranges and metadata as JSON, as compact as a column read a million times should be."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reader.domain.model import (
    NO_META,
    Block,
    Item,
    ItemMeta,
    ItemOutline,
    Kind,
    Named,
    Range,
    Role,
)
from reader.storage.reason_codec import Reasons, ReasonTable

_HEADINGS = ("kicker", "title", "subtitle", "byline")
_ONE = ("genre", "place")
_SEVERAL = ("reporters", "correspondents", "photographers")

_ROLES = {role.value: role for role in Role}
_KINDS = {kind.value: kind for kind in Kind}
"""By their values, for a search reads hundreds of items at once: the enumerations find them in six times as long."""


def encode_item(item: Item) -> str:
    """The content column of an item; kind and section have columns of their own."""
    reasons = ReasonTable()
    content: dict[str, object] = {
        **{name: heading for name in _HEADINGS if (heading := getattr(item, name)) is not None},
        "judgement": reasons.encode(item.judgement),
        "blocks": [
            [block.role, [offset for span in block.ranges for offset in span], reasons.encode(block.judgement)]
            for block in item.blocks
        ],
        "why": reasons.sets,
    }
    if item.meta != NO_META:
        content["meta"] = _encode_meta(item.meta)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def decode_item(kind: str, section: str | None, content: str) -> Item:
    """What ``encode_item`` made."""
    fields = json.loads(content)
    reasons = Reasons(fields.get("why", ()))
    blocks = tuple(
        Block(_ROLES[role], tuple(_pairs(offsets)), reasons.decode(judgement))
        for role, offsets, judgement in fields["blocks"]
    )
    return Item(
        _KINDS[kind],
        blocks,
        section,
        fields.get("kicker"),
        fields.get("title"),
        fields.get("subtitle"),
        fields.get("byline"),
        reasons.decode(fields["judgement"]),
        _decode_meta(fields.get("meta")),
    )


def decode_outline(item_id: int, seq: int, kind: str, section: str | None, content: str) -> ItemOutline:
    """What ``encode_item`` made, as far as an outline has it: a fifth of the work."""
    fields = json.loads(content)
    blocks = tuple((role, offsets) for role, offsets, _judgement in fields["blocks"])
    return ItemOutline(
        item_id,
        seq,
        kind,
        section,
        fields.get("kicker"),
        fields.get("title"),
        fields.get("byline"),
        blocks,
        _decode_meta(fields.get("meta")),
    )


def encode_ranges(ranges: Iterable[Range]) -> str:
    """Ranges as ``[[start, end], ...]``."""
    return json.dumps([list(span) for span in ranges], separators=(",", ":"))


def decode_ranges(text: str) -> tuple[Range, ...]:
    """What ``encode_ranges`` made."""
    # As it is written there are only brackets, commas and digits in it; reading it as JSON takes three times as long.
    pairs = text[2:-2].split("],[")
    if len(pairs) == 1:  # most marks and many lines are in one piece
        start, end = pairs[0].split(",")
        return (Range(int(start), int(end)),)
    return tuple([Range(*map(int, pair.split(","))) for pair in pairs])


def encode_meta_ranges(ranges: Mapping[str, Range]) -> str:
    """The ranges that a page's metadata were read from, as ``{"page_no": [start, end], ...}``."""
    return json.dumps({name: list(span) for name, span in sorted(ranges.items())}, separators=(",", ":"))


def decode_meta_ranges(text: str) -> dict[str, Range]:
    """What ``encode_meta_ranges`` made."""
    return {name: Range(start, end) for name, (start, end) in json.loads(text).items()}


def listed(values: Iterable[object]) -> str:
    """Values as what ``json_each`` reads: any number of them as one parameter of a statement."""
    return json.dumps([*values])


def _encode_meta(meta: ItemMeta) -> dict[str, object]:
    """What is known of an item; what is not has no key. A value is ``[text, start, end]``, or ``[text]``."""
    found: dict[str, object] = {
        name: _encode_named(value) for name in _ONE if (value := getattr(meta, name)) is not None
    }
    found.update((name, [_encode_named(one) for one in values]) for name in _SEVERAL if (values := getattr(meta, name)))
    if meta.decided:
        found["decided"] = meta.decided
    return found


def _decode_meta(value: dict[str, list[Any]] | None) -> ItemMeta:
    """What ``_encode_meta`` made; None of an item that was kept before there was any of it."""
    if value is None:
        return NO_META
    genre, place = (_decode_named(value[name]) if name in value else None for name in _ONE)
    writers, others, photos = (tuple(_decode_named(one) for one in value.get(name, ())) for name in _SEVERAL)
    return ItemMeta(genre, place, writers, others, photos, tuple(value.get("decided", ())))


def _encode_named(named: Named) -> list[object]:
    return [named.text, *(named.range or ())]


def _decode_named(value: list[Any]) -> Named:
    text, *span = value
    return Named(text, Range(*span) if span else None)


def _pairs(offsets: Sequence[int]) -> Iterable[Range]:
    return map(Range, offsets[::2], offsets[1::2])
