"""Reads Jianbao's own JSON; ``json_format.py`` says what is in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from reader.domain.code import TEXTS, Code, CodeIssue, CodeProblem, ForeignCodebook, checked, tidy_name, tidy_text
from reader.domain.memo import MemoTarget
from reader.domain.model import MOST_IMPORTANT, AnchorState, Color, PageMeta, Range
from reader.domain.parcel import CarriedLink, CarriedMark, CarriedMemo, PageKey, Parcel, Refusal, Unfit, guid
from reader.exchange.foreign import damaged, number_of, parsed_json, text_of, time_of
from reader.exchange.json_format import FORMAT

_T = TypeVar("_T")


def read_json(path: Path) -> Parcel:
    """What a file holds. Raises UserError for one that is damaged, too large, or of another format or version."""
    whole = parsed_json(path)
    if whole.get("format") != FORMAT:
        raise damaged(path, f"format: {whole.get('format')!r:.40}")
    unfit: list[Unfit] = []
    return Parcel(
        marks=tuple(_each(whole, "annotations", _mark, unfit)),
        codebook=_codebook(_records(whole, "codebook", path)),
        memos=tuple(_each(whole, "memos", _memo, unfit)),
        links=tuple(_each(whole, "links", _link, unfit)),
        unfit=tuple(unfit),
    )


def _each(
    whole: dict[str, Any], name: str, reading: Callable[[dict[str, Any], str], _T], unfit: list[Unfit]
) -> Iterator[_T]:
    """The records of a list as they are read; one that is not as it should be is listed."""
    listed = whole.get(name) or []
    for number, record in enumerate(listed if isinstance(listed, list) else [], 1):
        where = f"{name} {number}"
        try:
            if not isinstance(record, dict):
                raise ValueError(f"{record!r:.60}")  # noqa: TRY004, TRY301 # listed with the others
            yield reading(record, where)
        except ValueError as error:
            what = record.get("quote") or record.get("text") if isinstance(record, dict) else ""
            unfit.append(Unfit(where, what if isinstance(what, str) else "", Refusal.BAD_VALUE, str(error)))


def _records(whole: dict[str, Any], name: str, path: Path) -> Sequence[dict[str, Any]]:
    listed = whole.get(name) or []
    if not isinstance(listed, list) or not all(isinstance(record, dict) for record in listed):
        raise damaged(path, name)
    return listed


def _mark(record: dict[str, Any], where: str) -> CarriedMark:
    uid = text_of(record, "uid")
    if not uid.strip():
        raise ValueError("uid")
    tags = record.get("tags")
    if tags is not None and not (isinstance(tags, list) and all(isinstance(tag, str) for tag in tags)):
        raise ValueError("tags")
    note, color, importance = record.get("note"), record.get("color"), record.get("importance")
    return CarriedMark(
        uid=guid(uid),
        page=_page(record.get("page")),
        ranges=_ranges(record.get("ranges")),
        quote=text_of(record, "quote"),
        prefix=text_of(record, "prefix"),
        suffix=text_of(record, "suffix"),
        color=None if color is None else Color(color),
        note=None if note is None else text_of(record, "note"),
        tags=None if tags is None else tidy_names(tags),
        importance=None if importance is None else min(number_of(importance), MOST_IMPORTANT),
        coder=text_of(record, "coder"),
        created_at=time_of(text_of(record, "created_at")),
        modified_at=time_of(text_of(record, "modified_at")),
        state=AnchorState(record.get("state") or AnchorState.EXACT),
        where=where,
    )


def tidy_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names of tags as they are kept, each once, without those of which nothing is left."""
    return tuple(dict.fromkeys(filter(None, map(tidy_name, names))))


def _ranges(value: object) -> tuple[Range, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise ValueError("ranges")  # noqa: TRY004 # listed with the others
    found = []
    for pair in value:
        if not isinstance(pair, list) or len(pair) != len(Range._fields):
            raise ValueError(f"ranges: {pair!r:.40}")
        found.append(Range(*map(number_of, pair)))
    return tuple(found)


def _page(value: object) -> PageKey:
    if value is None:
        return PageKey()
    if not isinstance(value, dict):
        raise ValueError("page")  # noqa: TRY004 # listed with the others
    names = ("newspaper", "issue_date", "page_no", "page_name")
    meta = PageMeta(*(text_of(value, name) or None for name in names))
    return PageKey(text_of(value, "sha256").lower(), meta, text_of(value, "source_name"))


def _memo(record: dict[str, Any], _where: str) -> CarriedMemo:
    anchor, tag = record.get("anchor"), text_of(record, "tag")
    return CarriedMemo(
        uid=guid(text_of(record, "uid")),
        target=MemoTarget(text_of(record, "target")),
        text=text_of(record, "text"),
        coder=text_of(record, "coder"),
        created_at=time_of(text_of(record, "created_at")),
        modified_at=time_of(text_of(record, "modified_at")),
        page=None if record.get("page") is None else _page(record["page"]),
        anchor=None if anchor is None else number_of(anchor),
        tag=tidy_name(tag) or None,
    )


def _link(record: dict[str, Any], _where: str) -> CarriedLink:
    return CarriedLink(
        uid=guid(text_of(record, "uid")),
        from_uid=guid(text_of(record, "from")),
        to_uid=guid(text_of(record, "to")),
        label=text_of(record, "label"),
        created_at=time_of(text_of(record, "created_at")),
    )


def _codebook(records: Sequence[dict[str, Any]]) -> ForeignCodebook:
    """The codes; what is wrong with one is listed with the codebook."""
    codes: list[Code] = []
    problems: list[CodeProblem] = []
    parents: list[str] = []
    for record in records:
        said = {name: value for name, value in record.items() if isinstance(value, str)}
        name = tidy_name(said.get("name", ""))
        if not name:
            problems.append(CodeProblem(CodeIssue.NO_NAME, said.get("name", "")))
            continue
        color = said.get("color")
        if color is not None and color not in set(Color):
            problems.append(CodeProblem(CodeIssue.BAD_COLOR, name, color))
            color = None
        uid = said.get("uid", "")
        texts: dict[str, Any] = {field: tidy_text(said.get(field, "")) for field in TEXTS}
        code = Code(name, guid(uid) if uid else "", color=Color(color) if color else None)
        codes.append(replace(code, **texts))
        parents.append(guid(said["parent"]) if said.get("parent") else "")
    places = {code.uid: place for place, code in reversed([*enumerate(codes)]) if code.uid}
    for place, parent in enumerate(parents):
        if parent and parent not in places:
            problems.append(CodeProblem(CodeIssue.UNKNOWN_PARENT, codes[place].name, parent))
        elif parent:
            codes[place] = replace(codes[place], parent=places[parent])
    return checked(codes, problems)
