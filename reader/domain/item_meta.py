"""What the reader changes about what an item says of itself, and what becomes of that when items are put together."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reader.domain.model import Genre, ItemMeta, Named, PageMeta, Range

SINGLE_FIELDS = ("genre", "place")
"""The fields of ``ItemMeta`` that have one value, or none."""

NAME_FIELDS = ("reporters", "correspondents", "photographers")
"""The fields of ``ItemMeta`` that have any number of names."""

ITEM_FIELDS = (*SINGLE_FIELDS, *NAME_FIELDS)


@dataclass(frozen=True, slots=True)
class ItemMetaEdit:
    """What to change about an item: None leaves a field as it is, "" or () empties it."""

    genre: Genre | str | None = None
    place: str | None = None
    reporters: tuple[str, ...] | None = None
    correspondents: tuple[str, ...] | None = None
    photographers: tuple[str, ...] | None = None

    def applied_to(self, meta: ItemMeta) -> ItemMeta:
        """The metadata after the change. What reads as before stays what it was, with the range it was read from."""
        changed: dict[str, object] = {}
        for name in SINGLE_FIELDS:
            text, before = getattr(self, name), getattr(meta, name)
            if text is not None and text != (before.text if before else ""):
                changed[name] = Named(text) if text else None
        for name in NAME_FIELDS:
            texts, several = getattr(self, name), getattr(meta, name)
            if texts is not None and texts != tuple(one.text for one in several):
                known = {one.text: one for one in several}
                changed[name] = tuple(known.get(text, Named(text)) for text in dict.fromkeys(texts) if text)
        if not changed:
            return meta
        decided = tuple(name for name in ITEM_FIELDS if name in changed or name in meta.decided)
        return replace(meta, **changed, decided=decided)  # type: ignore[arg-type] # names and types go together above


def put_together(own: ItemMeta, other: ItemMeta) -> ItemMeta:
    """The metadata of an item that another was put into: what the reader wrote of either stays, if of both its own."""
    taken = [name for name in other.decided if name not in own.decided]
    values = {name: getattr(other, name) for name in taken}
    return replace(own, **values, decided=tuple(name for name in ITEM_FIELDS if name in (*own.decided, *taken)))


def ranges_still_true(meta: PageMeta, before: PageMeta, ranges: Mapping[str, Range]) -> dict[str, Range]:
    """The ranges that fields of a page were read from, without those of fields that the reader changed since."""
    return {name: span for name, span in ranges.items() if getattr(meta, name) == getattr(before, name)}
