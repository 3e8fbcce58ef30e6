"""From labelled lines to items: which lines make one article, photo, brief, banner or piece of furniture.

The labels say where items begin; photos and furniture that stand within an article do not end it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.domain.join import block_text
from reader.domain.model import Block, Item, Kind, Role
from reader.segment import confidence
from reader.segment.blocks import Reading, make_blocks
from reader.segment.roles import Labelled
from reader.segment.tags import BRIEF_TAGS, PHOTO_TAGS, Tag

_BANNER_MARKS = "◎○●■□◆◇△▲▽▼☆★※▶►▷⊙◉❖✦【】〖〗［］[]『』〔〕<>#*｜|· \u3000\xa0"


@dataclass(slots=True)
class Draft:
    """An item being put together: the indices of its lines in the order of the page, and the banner it stands under."""

    kind: Kind
    lines: list[int] = field(default_factory=list)
    section: str | None = None


def draft_items(labelled: Sequence[Labelled], names: Sequence[str]) -> list[Draft]:
    """Lines grouped into items, in the order in which the items begin.

    ``names`` has the beginning of each line's text; sections get their names from it. Articles and briefs belong to the
    last banner above them, photos only where nothing but photos stands between.
    """
    drafts: list[Draft] = []
    text: Draft | None = None
    banner: str | None = None
    banner_is_next = False
    for index, found in enumerate(labelled):
        kind = _kind(found.state.tag)
        if found.starts or not drafts:
            drafts.append(Draft(kind))
            if kind is Kind.SECTION:
                banner = names[index].strip(_BANNER_MARKS) or names[index]
            banner_is_next = kind is Kind.SECTION or (kind is Kind.PHOTO and banner_is_next)
            if banner_is_next or kind in (Kind.ARTICLE, Kind.BRIEF):
                drafts[-1].section = banner
            if kind in (Kind.ARTICLE, Kind.BRIEF, Kind.SECTION):
                text = drafts[-1] if kind is not Kind.SECTION else None
        goes_on = text is not None and kind in (Kind.ARTICLE, Kind.BRIEF)
        (text if goes_on and text is not None else drafts[-1]).lines.append(index)
    return drafts


def build_item(draft: Draft, text: str, reading: Reading) -> Item:
    """An item with its blocks, the texts of its heading, and what speaks for them."""
    blocks = make_blocks(draft.lines, reading)
    first = draft.lines[0]
    return Item(
        draft.kind,
        blocks,
        draft.section,
        _heading(text, blocks, Role.KICKER),
        _heading(text, blocks, Role.TITLE),
        _heading(text, blocks, Role.SUBTITLE),
        _heading(text, blocks, Role.BYLINE),
        confidence.boundary(reading.looks[first], reading.labelled[first]),
    )


def _kind(tag: Tag) -> Kind:
    if tag in PHOTO_TAGS:
        return Kind.PHOTO
    if tag in BRIEF_TAGS:
        return Kind.BRIEF
    return {Tag.SECTION: Kind.SECTION, Tag.FURNITURE: Kind.FURNITURE}.get(tag, Kind.ARTICLE)


def _heading(text: str, blocks: Sequence[Block], role: Role) -> str | None:
    """The text of an item's heading blocks of a role; None where it has none."""
    parts = [block_text(text, block.ranges) for block in blocks if block.role is role]
    return " ".join(parts) or None
