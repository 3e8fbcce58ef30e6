"""What an item's texts and place on the page say about it: its headings, and the section that it stands under.

Both are derived from kinds, roles and ranges alone, in this one place, for the page engine and for repairs alike.
"""

from collections.abc import Sequence
from dataclasses import replace

from reader.domain.correction import reading
from reader.domain.decision import has_decided_section
from reader.domain.join import block_text
from reader.domain.model import Correction, Item, Kind, Range, Role

_BANNER_MARKS = "◎○●■□◆◇△▲▽▼☆★※▶►▷⊙◉❖✦【】〖〗［］[]『』〔〕<>#*｜|· \u3000\xa0"
_LONGEST_NAME = 120


def derived(items: Sequence[Item], page_text: str, corrections: Sequence[Correction] = ()) -> tuple[Item, ...]:
    """The items of a page, in order, with their headings and sections brought up to date.

    Articles and briefs belong to the last banner above them, photos only where nothing but photos stands between. A
    section that the reader gave stays.
    """
    found: list[Item] = []
    banner: str | None = None
    banner_is_next = False
    for item in items:
        if item.kind is Kind.SECTION:
            banner = _banner_name(item, page_text, corrections)
        banner_is_next = item.kind is Kind.SECTION or (item.kind is Kind.PHOTO and banner_is_next)
        belongs = banner_is_next or item.kind in (Kind.ARTICLE, Kind.BRIEF)
        section = banner if belongs else None
        found.append(
            replace(
                item,
                section=item.section if has_decided_section(item) else section,
                kicker=_heading(item, Role.KICKER, page_text, corrections),
                title=_heading(item, Role.TITLE, page_text, corrections),
                subtitle=_heading(item, Role.SUBTITLE, page_text, corrections),
                byline=_heading(item, Role.BYLINE, page_text, corrections),
            )
        )
    return tuple(found)


def _heading(item: Item, role: Role, page_text: str, corrections: Sequence[Correction]) -> str | None:
    """The text of an item's heading blocks of a role; None where it has none."""
    parts = [block_text(page_text, block.ranges, corrections) for block in item.blocks if block.role is role]
    return " ".join(parts) or None


def _banner_name(item: Item, page_text: str, corrections: Sequence[Correction]) -> str:
    """What a banner says, without its marks; with them where it is made of nothing else."""
    start, end = item.blocks[0].ranges[0]
    name = reading(page_text, Range(start, min(end, start + _LONGEST_NAME)), corrections)
    return name.strip(_BANNER_MARKS) or name
