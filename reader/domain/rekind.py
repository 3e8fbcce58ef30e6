"""How the kind of an item and the roles of its blocks fit together when the reader changes either.

An article, photo or brief has no banner and no furniture in it; a banner has nothing but banner lines, furniture
nothing but furniture.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reader.domain.decision import decided
from reader.domain.model import READABLE_KINDS, Block, Item, Kind, Role

ASIDE_ROLES = {Role.SECTION: Kind.SECTION, Role.FURNITURE: Kind.FURNITURE}
"""The roles whose lines are items of their own."""

_RANK = {Role.KICKER: 0, Role.TITLE: 1, Role.SUBTITLE: 2}
_TEXT = {Role.BODY, Role.SUBHEAD}
_PHOTO = {Role.CAPTION, Role.CREDIT}
_IN_PHOTO = {Role.BODY: Role.CAPTION, Role.SUBHEAD: Role.CAPTION, Role.BYLINE: Role.CREDIT}


def with_role(block: Block, role: Role) -> Block:
    """A block in a role; one that has it already stays as it is."""
    return block if block.role is role else replace(block, role=role, judgement=decided(block.judgement))


def kind_for(blocks: Iterable[Block], kind: Kind) -> Kind:
    """The kind that an item has by its roles; of several that they allow, the one given."""
    roles = {block.role for block in blocks}
    for role, aside in ASIDE_ROLES.items():
        if roles == {role}:
            return aside
    if roles & _TEXT:
        return kind if kind in (Kind.ARTICLE, Kind.BRIEF) else Kind.ARTICLE
    if roles & _PHOTO and Role.BYLINE not in roles:
        return Kind.PHOTO
    return kind if kind in READABLE_KINDS else Kind.ARTICLE


def fitted(blocks: Iterable[Block], kind: Kind, *, was: Kind | None = None) -> tuple[Block, ...]:
    """Blocks in roles that an item of a kind can have; ``was`` is the kind that they come from.

    A banner's line becomes the headline, or a kicker where there is one.
    """
    blocks = tuple(blocks)
    titled = any(block.role is Role.TITLE for block in blocks)
    found: list[Block] = []
    for block in blocks:
        found.append(with_role(block, _fitting(block.role, kind, was, titled=titled)))
        titled = titled or found[-1].role is Role.TITLE
    return tuple(found)


def unravelled(item: Item) -> tuple[list[Item], list[Item]]:
    """An item whose roles do not go together as several that do: its texts and banners in order, and its furniture.

    A banner ends the text above it; furniture stands aside. The first text is the item itself, with its section and
    judgement; the reader decided the rest.
    """
    roles = {block.role for block in item.blocks}
    if not roles & ASIDE_ROLES.keys() or len(roles) == 1:
        return [replace(item, kind=kind_for(item.blocks, item.kind))], []
    texts: list[Item] = []
    begun = False
    for role, blocks in groupby(_without_furniture(item.blocks), key=_aside_role):
        if role is Role.SECTION:
            texts.extend(Item(Kind.SECTION, (block,), judgement=decided()) for block in blocks)
        else:
            text = tuple(blocks)
            rest = Item(item.kind, text, judgement=decided()) if begun else replace(item, blocks=text)
            texts.append(replace(rest, kind=kind_for(text, item.kind)))
            begun = True
    asides = [
        Item(Kind.FURNITURE, tuple(blocks), judgement=decided())
        for role, blocks in groupby(item.blocks, key=_aside_role)
        if role is Role.FURNITURE
    ]
    return texts, asides


def is_headline(block: Block) -> bool:
    """Whether a block is a headline, or the small or second line with it."""
    return block.role in _RANK


def heading_place(blocks: Sequence[Block], role: Role) -> int:
    """Where among blocks a headline, kicker or subtitle belongs."""
    above = (index for index, block in enumerate(blocks) if _RANK.get(block.role, len(_RANK)) > _RANK[role])
    return next(above, len(blocks))


def _without_furniture(blocks: Iterable[Block]) -> Iterator[Block]:
    return (block for block in blocks if block.role is not Role.FURNITURE)


def _aside_role(block: Block) -> Role | None:
    return block.role if block.role in ASIDE_ROLES else None


def _fitting(role: Role, kind: Kind, was: Kind | None, *, titled: bool) -> Role:
    if kind not in READABLE_KINDS:
        return Role.SECTION if kind is Kind.SECTION else Role.FURNITURE
    if role is Role.SECTION:
        role = Role.KICKER if titled else Role.TITLE
    if role is Role.FURNITURE:
        role = Role.BODY
    if kind is Kind.PHOTO:
        return _IN_PHOTO.get(role, role)
    return Role.BODY if was is Kind.PHOTO and role is Role.CAPTION else role
