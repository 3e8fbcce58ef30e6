"""From labelled lines to items: which lines make one article, photo, brief, banner or piece of furniture.

The labels say where items begin; photos and furniture that stand within an article do not end it. Headings that come
after their text are put before it, since an item's blocks are in reading order.
"""

from dataclasses import dataclass, field

from reader.domain.join import block_text
from reader.domain.model import Block, Item, Judgement, Kind, Range, Role
from reader.segment import confidence
from reader.segment.features import Look
from reader.segment.page import Profile
from reader.segment.joins import Join, judge_join
from reader.segment.roles import Labelled
from reader.segment.tags import BRIEF_TAGS, LATE_TAGS, PHOTO_TAGS, PROSE_TAGS, ROLE_OF, Tag

_JOINABLE = frozenset({Role.BODY, Role.CAPTION})
_BANNER_MARKS = "◎○●■□◆◇△▲▽▼☆★※▶►▷⊙◉❖✦【】〖〗［］[]『』〔〕<>#*｜|· \u3000\xa0"


@dataclass(slots=True)
class Draft:
    """An item being put together: the indices of its lines, in the order of the page."""

    kind: Kind
    lines: list[int] = field(default_factory=list)
    section: str | None = None


def draft_items(labelled: list[Labelled], names: list[str]) -> list[Draft]:
    """Lines grouped into items, in the order in which the items begin.

    ``names`` has each line's text; banners take their section's name from it.
    """
    drafts: list[Draft] = []
    article: Draft | None = None
    banner: str | None = None
    for index, found in enumerate(labelled):
        tag = found.state.tag
        kind = _kind(tag)
        if found.starts or not drafts:
            under_banner = bool(drafts) and _stands_under_banner(drafts)
            draft = Draft(kind)
            drafts.append(draft)
            if kind is Kind.SECTION:
                banner = names[index].strip(_BANNER_MARKS) or names[index]
                draft.section = banner
            elif kind in (Kind.ARTICLE, Kind.BRIEF) or (kind is Kind.PHOTO and under_banner):
                draft.section = banner
            if kind in (Kind.ARTICLE, Kind.BRIEF):
                article = draft
            elif kind is Kind.SECTION:
                article = None
        target = article if article is not None and kind in (Kind.ARTICLE, Kind.BRIEF) else drafts[-1]
        target.lines.append(index)
    return drafts


def build_item(draft: Draft, text: str, looks: list[Look], labelled: list[Labelled], profile: Profile) -> Item:
    """An item with its blocks, the texts of its heading, and what speaks for them."""
    order = [at for at in draft.lines if labelled[at].state.tag in LATE_TAGS]
    order += [at for at in draft.lines if labelled[at].state.tag not in LATE_TAGS]
    blocks = _blocks(order, looks, labelled, profile)
    first = draft.lines[0]
    return Item(
        draft.kind,
        tuple(blocks),
        draft.section,
        _heading(text, blocks, Role.KICKER),
        _heading(text, blocks, Role.TITLE),
        _heading(text, blocks, Role.SUBTITLE),
        _heading(text, blocks, Role.BYLINE),
        confidence.boundary(looks[first], labelled[first]),
    )


def _kind(tag: Tag) -> Kind:
    if tag in PHOTO_TAGS:
        return Kind.PHOTO
    if tag in BRIEF_TAGS:
        return Kind.BRIEF
    return {Tag.SECTION: Kind.SECTION, Tag.FURNITURE: Kind.FURNITURE}.get(tag, Kind.ARTICLE)


def _stands_under_banner(drafts: list[Draft]) -> bool:
    """Whether nothing but photos stands between the last banner and here."""
    for draft in reversed(drafts):
        if draft.kind is Kind.SECTION:
            return True
        if draft.kind is not Kind.PHOTO:
            return False
    return False


def _blocks(order: list[int], looks: list[Look], labelled: list[Labelled], profile: Profile) -> list[Block]:
    blocks: list[Block] = []
    ranges: list[Range] = []
    joins: list[Join] = []
    judgement = Judgement()
    role = Role.BODY
    lead = text_begun = False
    for place, at in enumerate(order):
        tag = labelled[at].state.tag
        above = order[place - 1] if place else None
        join = _join(above, at, looks, labelled, profile, lead=lead)
        if (join is not None and join.joined) or tag is Tag.TITLE_MORE:
            ranges.append(looks[at].line.range)
            judgement = min(judgement, confidence.role(looks[at], labelled[at]), key=lambda one: one.confidence)
            joins += [join] if join is not None else []
            continue
        if ranges:
            blocks.append(Block(role, tuple(ranges), confidence.paragraph(judgement, joins)))
        role, ranges = _role(looks[at], tag), [looks[at].line.range]
        lead, text_begun = role is Role.BODY and not text_begun, text_begun or role is Role.BODY
        judgement, joins = confidence.role(looks[at], labelled[at]), [join] if join is not None else []
    blocks.append(Block(role, tuple(ranges), confidence.paragraph(judgement, joins)))
    return blocks


def _role(look: Look, tag: Tag) -> Role:
    """A line's role. What stands below an article names who wrote it, or who drew or photographed for it."""
    if tag is Tag.SIGNATURE and look.has("credit", "drawn_by"):
        return Role.CREDIT
    return ROLE_OF[tag]


def _join(
    above: int | None, at: int, looks: list[Look], labelled: list[Labelled], profile: Profile, *, lead: bool
) -> Join | None:
    if above is None or (labelled[at].starts and labelled[at].state.tag not in PROSE_TAGS):
        return None
    upper, lower = labelled[above].state.tag, labelled[at].state.tag
    if ROLE_OF[upper] is not ROLE_OF[lower] or ROLE_OF[upper] not in _JOINABLE or labelled[at].starts:
        return None
    return judge_join(looks[above], looks[at], profile, is_lead=lead, adjacent=at == above + 1)


def _heading(text: str, blocks: list[Block], role: Role) -> str | None:
    """The text of an item's heading blocks of a role; None where it has none."""
    parts = [block_text(text, block.ranges) for block in blocks if block.role is role]
    return " ".join(parts) or None
