"""From labelled lines to items: which lines make one article, photo, brief, banner or piece of furniture.

The labels say where items begin; photos and furniture that stand within an article do not end it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.domain.model import Item, Kind
from reader.segment import confidence
from reader.segment.blocks import Reading, make_blocks
from reader.segment.roles import Labelled
from reader.segment.tags import BRIEF_TAGS, PHOTO_TAGS, Tag


@dataclass(slots=True)
class Draft:
    """An item being put together: the indices of its lines in the order of the page."""

    kind: Kind
    lines: list[int] = field(default_factory=list)


def draft_items(labelled: Sequence[Labelled]) -> list[Draft]:
    """Lines grouped into items, in the order in which the items begin."""
    drafts: list[Draft] = []
    text: Draft | None = None
    for index, found in enumerate(labelled):
        kind = _kind(found.state.tag)
        if found.starts or not drafts:
            drafts.append(Draft(kind))
            if kind in (Kind.ARTICLE, Kind.BRIEF, Kind.SECTION):
                text = drafts[-1] if kind is not Kind.SECTION else None
        goes_on = text is not None and kind in (Kind.ARTICLE, Kind.BRIEF)
        (text if goes_on and text is not None else drafts[-1]).lines.append(index)
    return drafts


def build_item(draft: Draft, reading: Reading) -> Item:
    """An item with its blocks, and what speaks for its beginning there; ``domain/headings.py`` adds its headings."""
    first = draft.lines[0]
    judgement = confidence.boundary(reading.looks[first], reading.labelled[first])
    return Item(draft.kind, make_blocks(draft.lines, reading), judgement=judgement)


def _kind(tag: Tag) -> Kind:
    if tag in PHOTO_TAGS:
        return Kind.PHOTO
    if tag in BRIEF_TAGS:
        return Kind.BRIEF
    return {Tag.SECTION: Kind.SECTION, Tag.FURNITURE: Kind.FURNITURE}.get(tag, Kind.ARTICLE)
