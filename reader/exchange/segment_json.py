"""A segmented page as one JSON object: what ``jianbao segment`` prints, and what page splits are scored by.

For each item: its kind, its section and heading texts, its confidence and reasons, and its blocks. For each block: its
role, its text as a reader sees it, its confidence and reasons, and ``lines``: the numbers, from 1, of the source lines
that it is made of, in order. Source lines end at LF.
"""

from bisect import bisect_right

from reader.domain.join import block_text
from reader.domain.model import Block, Item, Judgement, Segmentation


def page_record(source: str, text: str, segmentation: Segmentation) -> dict[str, object]:
    """The record of one page; ``source`` is what to call it, ``text`` the page that was segmented."""
    starts = _line_starts(text)
    meta = segmentation.meta
    return {
        "source": source,
        "newspaper": meta.newspaper,
        "issue_date": meta.issue_date,
        "page_no": meta.page_no,
        "page_name": meta.page_name,
        "items": [_item_record(item, text, starts) for item in segmentation.items],
    }


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
        **_judgement_record(item.judgement),
        "blocks": [_block_record(block, text, starts) for block in item.blocks],
    }


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
