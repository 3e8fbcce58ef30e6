"""Reads W3C Web Annotations in the form that ``jsonld_format.py`` writes, and that of others as far as it is alike.

The names of the recommendation's own context are read as they are; no context is fetched and none is worked out, so a
file that renames the terms has to be expanded first. A single annotation, a list in ``items`` or ``@graph``, and a
collection with its first page are taken.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.domain.model import MOST_IMPORTANT, AnchorState, Color, PageMeta, Range
from reader.domain.parcel import CarriedLink, CarriedMark, PageKey, Parcel, Refusal, Unfit, guid
from reader.exchange.foreign import damaged, number_of, parsed_json, text_of, time_of
from reader.exchange.json_reading import tidy_names
from reader.exchange.jsonld_format import PAGE, URN
from reader.exchange.table import split_ranges


def read_jsonld(path: Path) -> Parcel:
    """What a file holds. Raises UserError for one that is damaged, too large, or has no annotations."""
    whole = parsed_json(path)
    items = _items(whole)
    if items is None:
        raise damaged(path, "no annotations")
    marks: list[CarriedMark] = []
    links: list[CarriedLink] = []
    unfit: list[Unfit] = []
    for number, record in enumerate(items, 1):
        where = str(record.get("id") or number) if isinstance(record, dict) else str(number)
        try:
            if not isinstance(record, dict):
                raise ValueError(f"{record!r:.60}")  # noqa: TRY004, TRY301 # listed with the others
            if record.get("motivation") == "linking":
                links.append(_link(record))
            else:
                marks.append(_mark(record, where))
        except ValueError as error:
            unfit.append(Unfit(where, "", Refusal.BAD_VALUE, str(error)))
    return Parcel(marks=tuple(marks), links=tuple(links), unfit=tuple(unfit))


def _items(whole: dict[str, Any]) -> list[Any] | None:
    """The annotations of a document, None where it is of another kind."""
    first = whole.get("first")
    for holder in (first if isinstance(first, dict) else {}, whole):
        for name in ("items", "@graph"):
            if isinstance(holder.get(name), list):
                return list(holder[name])
    return [whole] if whole.get("type") == "Annotation" else None


def _mark(record: dict[str, Any], where: str) -> CarriedMark:
    target = next(_targets(record), None)
    if target is None:
        raise ValueError("target")
    page, selectors, ranges = target
    position = next((each for each in selectors if each.get("type") == "TextPositionSelector"), None)
    quote = next((each for each in selectors if each.get("type") == "TextQuoteSelector"), {})
    if not ranges and position is not None:
        ranges = (Range(number_of(position.get("start")), number_of(position.get("end"))),)
    notes, tags = _bodies(record)
    creator = record.get("creator")
    color, importance = text_of(record, "color"), record.get("importance")
    created = time_of(text_of(record, "created"))
    return CarriedMark(
        uid=_uid(record.get("id")),
        page=page,
        ranges=ranges,
        quote=text_of(quote, "exact"),
        prefix=text_of(quote, "prefix"),
        suffix=text_of(quote, "suffix"),
        color=Color(color) if color else None,
        note="\n\n".join(notes),
        tags=tidy_names(tags),
        importance=None if importance is None else min(number_of(importance), MOST_IMPORTANT),
        coder=text_of(creator, "name") if isinstance(creator, dict) else creator if isinstance(creator, str) else "",
        created_at=created,
        modified_at=time_of(text_of(record, "modified")) or created,
        state=AnchorState(text_of(record, "anchorState") or AnchorState.EXACT),
        where=where,
    )


def _targets(record: dict[str, Any]) -> Iterator[tuple[PageKey, list[dict[str, Any]], tuple[Range, ...]]]:
    """The targets that have selectors: the page they are of, the selectors, and our own ranges."""
    for target in _list(record.get("target")):
        if isinstance(target, dict):
            selectors = [each for each in _list(target.get("selector")) if isinstance(each, dict)]
            if selectors:
                yield _page(target.get("source")), selectors, split_ranges(text_of(target, "ranges"))


def _page(source: object) -> PageKey:
    if not isinstance(source, dict):
        name = source if isinstance(source, str) else ""
        return PageKey(source_name=name.removeprefix(PAGE))
    names = ("newspaper", "issueDate", "pageNo", "pageName")
    meta = PageMeta(*(text_of(source, name) or None for name in names))
    sha256 = text_of(source, "sha256") or text_of(source, "id").removeprefix(PAGE).partition("#")[0]
    return PageKey(sha256.lower(), meta, text_of(source, "sourceName"))


def _bodies(record: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The notes and the tags."""
    notes: list[str] = []
    tags: list[str] = []
    for body in [*_list(record.get("body")), *_list(record.get("bodyValue"))]:
        if isinstance(body, str):
            notes.append(body)
        elif isinstance(body, dict) and "value" in body:
            (tags if "tagging" in _list(body.get("purpose")) else notes).append(text_of(body, "value"))
    return notes, tags


def _link(record: dict[str, Any]) -> CarriedLink:
    return CarriedLink(
        uid=_uid(record.get("id")),
        from_uid=_uid(record.get("target")),
        to_uid=_uid(record.get("body")),
        label=text_of(record, "label"),
        created_at=time_of(text_of(record, "created")),
    )


def _uid(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"id: {value!r:.40}")
    return guid(value.removeprefix(URN))


def _list(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
