"""Codebooks as CSV tables, one row for each tag in the order of the tree, to be edited in a spreadsheet.

The columns are ``uid``, ``name``, ``parent`` (the name of the tag above, empty at the root), ``color`` (one of ours by
its English name, or ``#RRGGBB``), ``definition``, ``use_when``, ``not_when`` and ``example``; cells are guarded as in
``exchange/csv_format.py``. A table that is read needs a column of names and nothing else; ``tag`` and ``code`` mean
``name``, and ``description`` means ``definition``, as other programs write them. Where several rows have the name that
``parent`` says, the nearest one above is meant; where none has it, a tag of the library. A table without a column
``parent`` says nothing about the tree. The encoding is UTF-8, with or without a byte order mark.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reader.domain.code import (
    TEXTS,
    Code,
    CodeIssue,
    CodeProblem,
    ForeignCodebook,
    NoCodebookError,
    checked,
    tidy_name,
    tidy_text,
)
from reader.domain.codebook import Codebook
from reader.domain.model import Color
from reader.exchange.code_colours import nearest_color
from reader.exchange.csv_format import guard, unguard

COLUMNS = ("uid", "name", "parent", "color", *TEXTS)
_OTHER_NAMES = {"tag": "name", "code": "name", "description": "definition", "colour": "color"}
_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LONGEST_CELL = 10_000_000


def write_codebook(codebook: Codebook) -> bytes:
    """The content of a table; only its header for a codebook without tags."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for tag in codebook:
        parent = "" if tag.parent_id is None else codebook[tag.parent_id].name
        texts = (getattr(tag, name) for name in TEXTS)
        table.writerow(map(guard, (tag.uid, tag.name, parent, tag.color or "", *texts)))
    return stream.getvalue().encode("utf-8-sig", "replace")


def read_codebook(content: bytes) -> ForeignCodebook:
    """The codes of a table.

    Raises:
        NoCodebookError: it is not UTF-8, no table, or has no column of names.
    """
    try:
        rows = [*_rows(content.decode("utf-8-sig"))]
    except (UnicodeDecodeError, csv.Error) as error:
        raise NoCodebookError(str(error)) from error
    header = [_column(cell) for cell in rows[0]] if rows else []
    if "name" not in header:
        raise NoCodebookError("no column “name”")
    problems: list[CodeProblem] = []
    codes: list[Code] = []
    parents: list[str] = []
    for row in rows[1:]:
        cells = dict(zip(header, map(unguard, row), strict=False))
        if any(cell.strip() for cell in cells.values()):
            code = _code(cells, problems)
            if code is not None:
                codes.append(code)
                parents.append(tidy_name(cells.get("parent", "")))
    return checked(_with_parents(codes, parents), problems, is_tree="parent" in header)


def _rows(text: str) -> Iterable[list[str]]:
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        first = text.partition("\n")[0]
        delimiter = max(",;\t", key=first.count)
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    finally:
        csv.field_size_limit(before)


def _column(cell: str) -> str:
    name = unguard(cell).strip().lower()
    return _OTHER_NAMES.get(name, name)


def _code(cells: Mapping[str, str], problems: list[CodeProblem]) -> Code | None:
    name = tidy_name(cells["name"]) if "name" in cells else ""
    if not name:
        problems.append(CodeProblem(CodeIssue.NO_NAME, cells.get("name", ""), cells.get("uid", "")))
        return None
    uid = cells.get("uid", "").strip().strip("{}").lower()
    if uid and not _UID.fullmatch(uid):
        problems.append(CodeProblem(CodeIssue.BAD_UID, name, uid))
        uid = ""
    return Code(
        name,
        uid,
        color=_color(cells.get("color", "").strip(), name, problems),
        definition=tidy_text(cells.get("definition", "")),
        use_when=tidy_text(cells.get("use_when", "")),
        not_when=tidy_text(cells.get("not_when", "")),
        example=tidy_text(cells.get("example", "")),
    )


def _color(written: str, name: str, problems: list[CodeProblem]) -> Color | None:
    if not written:
        return None
    try:
        return Color(written.lower()) if written.lower() in [*Color] else nearest_color(written)
    except ValueError:
        problems.append(CodeProblem(CodeIssue.BAD_COLOR, name, written))
        return None


def _with_parents(codes: list[Code], parents: list[str]) -> list[Code]:
    places: dict[str, list[int]] = {}
    for place, code in enumerate(codes):
        places.setdefault(code.name, []).append(place)
    placed = []
    for place, (code, parent) in enumerate(zip(codes, parents, strict=True)):
        others = [other for other in places.get(parent, ()) if other != place]
        above = [other for other in others if other < place]
        if others:
            placed.append(replace(code, parent=above[-1] if above else others[0]))
        else:
            placed.append(replace(code, parent_name=parent))
    return placed
