"""A page as the page engine reads it, for people: the raw lines, with what became of each in the margin."""

import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reader.domain.decision import DOUBTFUL_BELOW
from reader.domain.join import is_wide, is_word_char
from reader.domain.model import READABLE_KINDS, Block, Item, Judgement, Range, Role, Segmentation
from reader.engine_words import kind_text, reason_text, role_text, sure_text
from reader.messages import printable

_ROLE_WIDTH = max(len(role_text(role)) for role in Role)
_MARGIN = _ROLE_WIDTH + 11
_NARROWEST, _WIDEST = 60, 160
_WITHOUT_TERMINAL = 120
_CLOSING = ".,;:)]”’"
_COLOURS: Mapping[str, str] = MappingProxyType({"quiet": "2", "bold": "1", "doubtful": "33", "meta": "36"})
_META = (
    ("genre", "genre"),
    ("place", "place"),
    ("reporters", "by"),
    ("correspondents", "with"),
    ("photographers", "photo"),
)


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed on: how many columns wide, and whether in colour."""

    width: int
    coloured: bool

    @classmethod
    def of_stdout(cls) -> "Paper":
        """The terminal, or plain text of a usual width where standard output is none."""
        if not sys.stdout.isatty():
            return cls(_WITHOUT_TERMINAL, coloured=False)
        columns = shutil.get_terminal_size((_WITHOUT_TERMINAL, 0)).columns
        return cls(min(max(columns, _NARROWEST), _WIDEST), coloured=True)

    def ink(self, text: str, look: str) -> str:
        """A text in one of the looks, where there is colour."""
        return f"\x1b[{_COLOURS[look]}m{text}\x1b[0m" if self.coloured and text else text


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the page: where it stands, and whose it is."""

    span: Range
    number: int
    item: Item
    block: Block
    part: int


def explained(source: str, text: str, made: Segmentation, paper: Paper) -> Iterator[str]:
    """The page in the order of its lines, after the file's name and the page's metadata; ready to print line by line.

    Each line has in the margin: a bracket by item, its role, how sure this is (``?`` where it is doubtful), ``↳`` where
    it continues the paragraph above. Reasons stand below the line that they are about. East-Asian characters count two
    columns, and nothing is wider than the paper.
    """
    yield paper.ink(f"── {printable(source)} ", "bold") + paper.ink(_page_words(made), "quiet")
    lines = sorted(
        (
            _Line(span, number, item, block, part)
            for number, item in enumerate(made.items)
            for block in item.blocks
            for part, span in enumerate(block.ranges)
        ),
        key=lambda line: line.span,
    )
    last = {line.number: line.span for line in lines}
    places = _places(made.items)
    above: _Line | None = None
    begun: set[int] = set()
    for line in lines:
        if above is None or above.number != line.number:
            yield from _header(line, places[line.number], paper, resumed=line.number in begun)
        begun.add(line.number)
        bracket = _bracket(line, ends=last[line.number] == line.span)
        yield from _body(line, text[line.span.start : line.span.end], bracket, paper)
        above = line


def _page_words(made: Segmentation) -> str:
    meta = made.meta
    return " · ".join(value for value in (meta.newspaper, meta.issue_date, meta.page_no, meta.page_name) if value)


def _places(items: Iterable[Item]) -> list[int]:
    """Each item's place among the articles, photos and briefs, from 1; 0 for others."""
    places, count = [], 0
    for item in items:
        count += item.kind in READABLE_KINDS
        places.append(count if item.kind in READABLE_KINDS else 0)
    return places


def _header(line: _Line, place: int, paper: Paper, *, resumed: bool) -> Iterator[str]:
    """What stands above an item: its number and kind, how sure it is that it begins here, and what is known of it."""
    if not place:
        return
    name = f"{place}  {kind_text(line.item.kind)}"
    if resumed:
        yield paper.ink(f"⋯ {name}", "quiet")
        return
    yield paper.ink(f"┌ {name}", "bold") + f"  {_sure(line.item.judgement, paper)}"
    known = _known(line.item)
    notes = [(known, "meta"), (_reasons(line.item.judgement), "quiet")]
    for words, look in notes:
        for row in wrapped(words, paper.width - 4):
            yield "│   " + paper.ink(row, look)


def _known(item: Item) -> str:
    parts = [f"section {item.section}"] if item.section else []
    for field, words in _META:
        value = getattr(item.meta, field)
        names = [one.text for one in value] if field in ("reporters", "correspondents", "photographers") else []
        said = "、".join(names) if names else value.text if value else ""
        if said:
            parts.append(f"{words} {said}")
    return printable(" · ".join(parts))


def _bracket(line: _Line, *, ends: bool) -> str:
    if line.item.kind not in READABLE_KINDS:
        return " "
    return "└" if ends else "│"


def _body(line: _Line, words: str, bracket: str, paper: Paper) -> Iterator[str]:
    """A line of the page with its margin, and below it the reasons for its role and its join."""
    continued = "│" if bracket == "│" else " "
    role = "" if line.part else role_text(line.block.role)
    doubt = "" if line.part else _sure(line.block.judgement, paper)
    sign = "↳" if line.part else " "
    margin = f"{bracket} {role:<{_ROLE_WIDTH}} {doubt or ' ' * 5} {sign} "
    for number, row in enumerate(wrapped(words, paper.width - _MARGIN)):
        quiet = line.item.kind not in READABLE_KINDS
        yield (margin if not number else f"{continued}{'':{_MARGIN - 1}}") + (paper.ink(row, "quiet") if quiet else row)
    if not line.part and line.item.kind in READABLE_KINDS:
        for row in wrapped(_reasons(line.block.judgement), paper.width - _MARGIN - 2):
            yield f"{continued}{'':{_MARGIN + 1}}" + paper.ink(row, "quiet")


def _sure(judgement: Judgement, paper: Paper) -> str:
    """How sure a decision is, five columns wide."""
    doubtful = judgement.confidence < DOUBTFUL_BELOW
    said = ("?" if doubtful else " ") + sure_text(judgement).replace(" ", "")
    return paper.ink(f"{said:>5}", "doubtful" if doubtful else "quiet")


def _reasons(judgement: Judgement) -> str:
    return printable("; ".join(dict.fromkeys(filter(None, map(reason_text, judgement.reasons)))))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for an East-Asian wide character, none for a combining one."""
    return sum(map(_columns, text))


def wrapped(text: str, width: int) -> Iterator[str]:
    """A text in rows of at most so many columns, with control characters as escapes; none of "".

    Chinese is broken anywhere, words of alphabetic scripts only where they are longer than half a row.
    """
    row, taken = "", 0
    for char in printable(text.replace("\t", " ")):
        wide = _columns(char)
        if taken + wide > width:
            kept = row.rpartition(" ")[2] if is_word_char(char) or char in _CLOSING else ""
            kept = kept if columns(kept) * 2 <= width and not any(map(is_wide, kept)) else ""
            yield row.removesuffix(kept)
            row, taken = kept, columns(kept)
            if char == " " and not row:
                continue
        row, taken = row + char, taken + wide
    if row:
        yield row


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
