"""Reads annotations back from CSV in either shape, also after a spreadsheet has saved it with other separators.

``annotation_id`` and ``quote`` must be there; what other columns are missing is not known. Guards are taken away, so a
cell reads as it did in the library. Columns that nobody knows are passed over.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from reader.domain.code import Code, CodeProblem, ForeignCodebook, checked, tidy_name
from reader.domain.model import MOST_IMPORTANT, AnchorState, Color, PageMeta, Range
from reader.domain.parcel import CarriedLink, CarriedMark, PageKey, Parcel, Refusal, Unfit, derived_guid, guid
from reader.errors import ErrorCode, UserError
from reader.exchange.csv_format import unguard
from reader.exchange.foreign import damaged, decoded, number_of, read_bytes, time_of
from reader.exchange.json_reading import tidy_names
from reader.exchange.rows import FORMAT
from reader.exchange.table import split_ranges, split_tags

REQUIRED = ("annotation_id", "quote")
_SEPARATORS = ",;\t"
_LONGEST_CELL = 1 << 24
_LEVEL = "tag_level"


@dataclass
class _Found:
    """What has been read so far."""

    marks: dict[str, CarriedMark] = field(default_factory=dict)
    links: dict[str, CarriedLink] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    unfit: list[Unfit] = field(default_factory=list)


def read_csv(path: Path) -> Parcel:
    """What a file holds. Raises UserError for one that is no table of annotations, or of an unknown version."""
    text = decoded(read_bytes(path), path)
    columns, lines = _table(text, path)
    by_tag = "tag" in columns and "tags" not in columns
    found = _Found()
    for number, line in lines:
        _read_line(dict(zip(columns, map(unguard, line), strict=False)), f"{number}", by_tag=by_tag, found=found)
    return Parcel(
        marks=tuple(found.marks.values()),
        codebook=_codebook(found.parents),
        links=tuple(found.links.values()),
        unfit=tuple(found.unfit),
    )


def _table(text: str, path: Path) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """The names of the columns, and the rows with the number of the line in which each ends."""
    csv.field_size_limit(_LONGEST_CELL)
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)

    def rows() -> Iterator[tuple[int, list[str]]]:
        try:
            for row in reader:
                if any(row):
                    yield reader.line_num, row
        except csv.Error as error:
            raise damaged(path, f"{reader.line_num}: {error}") from error

    lines = rows()
    header = [name.strip().lower() for name in next(lines, (0, []))[1]]
    missing = [name for name in REQUIRED if name not in header]
    if missing:
        raise UserError(ErrorCode.PARCEL_COLUMNS, str(path), ", ".join(missing))
    return header, _checked_version(header, lines, path)


def _checked_version(
    header: list[str], lines: Iterator[tuple[int, list[str]]], path: Path
) -> Iterator[tuple[int, list[str]]]:
    at = header.index("format") if "format" in header else None
    for number, line in lines:
        if at is not None and at < len(line) and line[at] not in ("", FORMAT):
            raise damaged(path, f"format: {line[at]!r:.40}")
        yield number, line


def _read_line(cells: Mapping[str, str], where: str, *, by_tag: bool, found: _Found) -> None:
    """Add what a line says; with a row for each tag, the lines of one annotation become one."""
    try:
        mark = _mark(cells, where, by_tag=by_tag)
        links = [_link(mark.uid, said) for said in split_tags(cells.get("link", ""))]
    except ValueError as error:
        found.unfit.append(Unfit(where, cells.get("quote", ""), Refusal.BAD_VALUE, str(error)))
        return
    if not cells["annotation_id"].strip():
        found.unfit.append(Unfit(where, mark.quote, Refusal.NO_UID))
        return
    before = found.marks.get(mark.uid)
    if before is None:
        found.marks[mark.uid] = mark
    elif by_tag and replace(mark, tags=None, where="") == replace(before, tags=None, where=""):
        found.marks[mark.uid] = replace(before, tags=(*(before.tags or ()), *(mark.tags or ())))
    else:
        found.unfit.append(Unfit(where, mark.quote, Refusal.DUPLICATE, mark.uid))
    found.links.update({link.uid: link for link in links})
    _learn_levels(cells, found)


def _mark(cells: Mapping[str, str], where: str, *, by_tag: bool) -> CarriedMark:
    tags: tuple[str, ...] | None = None
    if by_tag:
        tags = tidy_names([cells.get("tag", "")])
    elif "tags" in cells:
        tags = tidy_names(split_tags(cells["tags"]))
    color, importance = cells.get("color"), cells.get("importance")
    meta = PageMeta(*(cells.get(name) or None for name in ("newspaper", "issue_date", "page_no", "page_name")))
    return CarriedMark(
        uid=guid(cells["annotation_id"]),
        page=PageKey(cells.get("page_sha256", "").lower(), meta, cells.get("source_file", "")),
        ranges=_ranges(cells),
        quote=cells.get("quote", ""),
        prefix=cells.get("context_before", ""),
        suffix=cells.get("context_after", ""),
        color=Color(color) if color else None,
        note=cells.get("note"),
        tags=tags,
        importance=None if importance is None else min(_number(importance or "0"), MOST_IMPORTANT),
        coder=cells.get("coder", ""),
        created_at=time_of(cells.get("created_at", "")),
        modified_at=time_of(cells.get("updated_at", "")),
        state=AnchorState(cells.get("anchor_state") or AnchorState.EXACT),
        where=where,
    )


def _ranges(cells: Mapping[str, str]) -> tuple[Range, ...]:
    if cells.get("ranges"):
        return split_ranges(cells["ranges"])
    if cells.get("start") and cells.get("end"):
        return (Range(_number(cells["start"]), _number(cells["end"])),)
    return ()


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise ValueError(text[:60])
    return number_of(int(text[:20]))


def _link(uid: str, said: str) -> CarriedLink:
    other, _, label = said.partition(" ")
    other = guid(other)
    return CarriedLink(derived_guid(uid, "link", other), uid, other, label)


def _learn_levels(cells: Mapping[str, str], found: _Found) -> None:
    """What the columns of levels say of where a tag stands."""
    levels = sorted((int(name[len(_LEVEL) :]), name) for name in cells if _is_level(name))
    path = [name for _, column in levels if (name := tidy_name(cells[column]))]
    for above, below in pairwise(path):
        found.parents.setdefault(below, above)
    for name in path[:1]:
        found.parents.setdefault(name, "")


def _is_level(name: str) -> bool:
    return name.startswith(_LEVEL) and name[len(_LEVEL) :].isdigit()


def _codebook(parents: Mapping[str, str]) -> ForeignCodebook:
    names = list(dict.fromkeys((*parents, *filter(None, parents.values()))))
    places = {name: place for place, name in enumerate(names)}
    problems: list[CodeProblem] = []
    codes = [Code(name, parent=places.get(parents.get(name, ""))) for name in names]
    return checked(codes, problems, is_tree=any(parents.values()))
