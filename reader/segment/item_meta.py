"""What an item says about itself: genre, place, who wrote it and who took its photos, with where it says so.

``parts.py`` takes the item apart, ``meta_rules.py`` says what to look for in each part, ``people.py`` reads names. Only
the beginnings and ends of paragraphs are read, so that a paragraph of any length costs the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.domain.decision import has_decided_section
from reader.domain.model import NO_META, READABLE_KINDS, Correction, Genre, Item, ItemMeta, Kind, Named
from reader.segment.meta_rules import RULES, Rule
from reader.segment.parts import Part, parts_of
from reader.segment.people import Field, people

_BY_PART = {part: tuple(rule for rule in RULES if part in rule.parts) for part in Part}
_ORDER = {rule.name: number for number, rule in enumerate(RULES)}
_OF_KIND = {Kind.PHOTO: Genre.PHOTO, Kind.BRIEF: Genre.BRIEF}


class Finding(NamedTuple):
    """A value that a rule read: for which field of ``ItemMeta``, and where it stands in the text."""

    field: str
    text: str
    start: int
    end: int


def read(rule: Rule, text: str) -> Iterator[Finding]:
    """What a rule reads in the text of one part."""
    found = rule.pattern.search(text)
    if found is None:
        return
    groups = found.re.groupindex
    if rule.genre is not None:
        name = next(one for one in ("genre", "more") if one in groups and found[one])
        yield Finding("genre", rule.genre, *found.span(name))
    if "place" in groups and found["place"]:
        yield Finding("place", found["place"], *found.span("place"))
    named = False
    if "people" in groups and found["people"]:
        start = found.start("people")
        for one in people(found["people"], usual=rule.usual, strict=rule.strict):
            if rule.usual is Field.REPORTER or one.field is rule.usual:
                named = True
                yield Finding(one.field, one.name, start + one.start, start + one.end)
    if "credit" in groups and found["credit"] and not named:
        yield Finding(Field.PHOTOGRAPHER, found["credit"].strip(), *found.span("credit"))


def with_meta(items: Sequence[Item], page_text: str, corrections: Sequence[Correction] = ()) -> tuple[Item, ...]:
    """The items of a page, in order, with what they say about themselves; fields that the reader wrote stay."""
    found: list[Item] = []
    banner: Item | None = None
    for item in items:
        if item.kind is Kind.SECTION:
            banner = item
        meta = NO_META
        if item.kind in READABLE_KINDS:
            stands_under = banner if item.section is not None and not has_decided_section(item) else None
            meta = _kept(item.meta, _read_item(item, page_text, corrections, stands_under))
        found.append(item if meta == item.meta else replace(item, meta=meta))
    return tuple(found)


def _kept(before: ItemMeta, fresh: ItemMeta) -> ItemMeta:
    if not before.decided:
        return fresh
    return replace(fresh, decided=before.decided, **{name: getattr(before, name) for name in before.decided})


def _read_item(item: Item, page_text: str, corrections: Sequence[Correction], banner: Item | None) -> ItemMeta:
    ranges = banner.blocks[0].ranges[:1] if banner is not None else ()
    best: dict[str, tuple[int, Named]] = {}
    names: dict[str, dict[str, Named]] = {field: {} for field in Field}
    for part, text in parts_of(item, page_text, corrections, ranges):
        for rule in _BY_PART[part]:
            for one in read(rule, text.text):
                value = Named(one.text, text.on_page(one.start, one.end))
                if one.field in names:
                    names[one.field].setdefault(one.text, value)
                elif one.field not in best or _ORDER[rule.name] < best[one.field][0]:
                    best[one.field] = _ORDER[rule.name], value
    correspondents = names[Field.CORRESPONDENT]
    return ItemMeta(
        _genre(item, best["genre"][1] if "genre" in best else None),
        best["place"][1] if "place" in best else None,
        # A byline may leave out what the text says: that one of the names is not of the paper.
        tuple(one for one in names[Field.REPORTER].values() if one.text not in correspondents),
        tuple(correspondents.values()),
        tuple(names[Field.PHOTOGRAPHER].values()),
    )


def _genre(item: Item, said: Named | None) -> Named | None:
    """The genre of an item: what its kind says, else its words; an article with a headline is news if nothing else."""
    if item.kind in _OF_KIND:
        return Named(_OF_KIND[item.kind])
    return said or (Named(Genre.NEWS) if item.title else None)
