"""Counting what was marked: tags by newspaper, section or time, and tags that occur together.

Every cell of a ``Grid`` knows the annotations behind it, so that a number can always be read as the quotes that it
counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.domain.codebook import Codebook
from reader.domain.model import Color, PageMeta

_YEAR, _MONTH = len("2024"), len("2024-05")


class Question(StrEnum):
    """What is asked of the marks: how many a tag has, how they spread, or which tags stand together."""

    TAGS = "tags"
    NEWSPAPERS = "newspapers"
    SECTIONS = "sections"
    YEARS = "years"
    MONTHS = "months"
    IN_ARTICLE = "in-article"
    IN_PARAGRAPH = "in-paragraph"
    IN_SENTENCE = "in-sentence"


TOGETHER = (Question.IN_ARTICLE, Question.IN_PARAGRAPH, Question.IN_SENTENCE)
"""The questions about tags that occur together."""
OVER_TIME = (Question.YEARS, Question.MONTHS)
"""The questions whose columns are spans of time, without gaps, from the first to the last that has marks."""


class Count(StrEnum):
    """The columns of ``Question.TAGS``."""

    OWN = "own"
    WITH_SUBTAGS = "with-subtags"
    ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class Coded:
    """An annotation as it is counted: its tags by id, where it was printed, and the units of text that it touches.

    A unit is an article, a paragraph or a sentence by any number of its own; annotations outside of articles have none.
    """

    id: int
    tags: tuple[int, ...]
    newspaper: str | None = None
    issue_date: str | None = None
    section: str | None = None
    units: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A row or column: a tag with its colour and level, or a value; "" where the pages do not say."""

    value: str
    tag_id: int | None = None
    color: Color | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """The answer to a question.

    ``values`` has the number of each cell that is not 0, by row and column; ``marks`` the ids of the annotations behind
    it, in their order. ``ratios``, where tags occur together, is how closely: the units that have both by those that
    have either (the Jaccard index, known to coders as the c-coefficient).
    """

    question: Question
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    values: Mapping[tuple[int, int], int]
    marks: Mapping[tuple[int, int], tuple[int, ...]]
    ratios: Mapping[tuple[int, int], float]

    def of_row(self, row: int) -> tuple[int, ...]:
        """The annotations behind all cells of a row, each once."""
        return tuple(sorted({mark for (at, _), marks in self.marks.items() if at == row for mark in marks}))

    def of_column(self, column: int) -> tuple[int, ...]:
        """The annotations behind all cells of a column, each once."""
        return tuple(sorted({mark for (_, at), marks in self.marks.items() if at == column for mark in marks}))


@dataclass(frozen=True, slots=True)
class Quote:
    """An annotation behind a count: what was marked, and where to find it. ``item_id`` is None outside of articles."""

    annotation_id: int
    item_id: int | None
    quote: str
    note: str
    color: Color
    headline: str
    meta: PageMeta


def count(question: Question, coded: Sequence[Coded], codebook: Codebook, *, subtags: bool) -> Grid:
    """Answer a question about some annotations; with ``subtags`` a tag counts what those under it have, too.

    Annotations without a tag are a row of their own, except where tags occur together.
    """
    own = _by_tag(coded, codebook, subtags=False)
    wide = _by_tag(coded, codebook, subtags=True)
    shown = wide if subtags or question is Question.TAGS else own
    rows = [tag.id for tag in codebook if shown.get(tag.id)]
    headings = [Heading(codebook[tag].name, tag, codebook[tag].color, len(codebook.path(tag)) - 1) for tag in rows]
    counted = wide if subtags else own
    if question in TOGETHER:
        return _together(question, tuple(headings), [counted.get(tag, []) for tag in rows])
    bare = [one for one in coded if not one.tags]
    if bare:
        headings.append(Heading(""))
    wides, owns, chosen = ([*(found.get(tag, []) for tag in rows), bare] for found in (wide, own, counted))
    if question is Question.TAGS:
        return _tags(tuple(headings), owns, wides)
    return _spread(question, tuple(headings), chosen)


def months_between(first: str, last: str) -> list[str]:
    """Every month from one to another, as ``2024-05``."""
    start, stop = _month_number(first), _month_number(last)
    return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(start, stop + 1)]


def _month_number(month: str) -> int:
    return int(month[:_YEAR]) * 12 + int(month[_YEAR + 1 : _MONTH]) - 1


def _by_tag(coded: Iterable[Coded], codebook: Codebook, *, subtags: bool) -> dict[int, list[Coded]]:
    """The annotations of each tag; each counts once for a tag, however many tags below it it has."""
    found = defaultdict(list)
    above = {tag.id: tuple(each.id for each in codebook.path(tag.id)) for tag in codebook}
    for one in coded:
        counted = {each for tag in one.tags for each in above[tag]} if subtags else one.tags
        for tag_id in counted:
            found[tag_id].append(one)
    return found


def _tags(rows: tuple[Heading, ...], owns: Sequence[list[Coded]], wides: Sequence[list[Coded]]) -> Grid:
    columns = tuple(Heading(column) for column in Count)
    values, marks = {}, {}
    for row in range(len(rows)):
        articles = {unit for one in wides[row] for unit in one.units}
        amounts = ((len(owns[row]), owns[row]), (len(wides[row]), wides[row]), (len(articles), wides[row]))
        for column, (amount, behind) in enumerate(amounts):
            if amount:
                values[row, column] = amount
                marks[row, column] = _ids(behind)
    return Grid(Question.TAGS, rows, columns, values, marks, {})


def _spread(question: Question, rows: tuple[Heading, ...], found: Sequence[list[Coded]]) -> Grid:
    cells: dict[tuple[int, str], list[Coded]] = defaultdict(list)
    for row in range(len(rows)):
        for one in found[row]:
            cells[row, _value(question, one)].append(one)
    names = _names(question, {value for _, value in cells})
    at = {name: column for column, name in enumerate(names)}
    marks = {(row, at[value]): _ids(behind) for (row, value), behind in cells.items()}
    values = {cell: len(ids) for cell, ids in marks.items()}
    return Grid(question, rows, tuple(map(Heading, names)), values, marks, {})


def _value(question: Question, one: Coded) -> str:
    if question is Question.NEWSPAPERS:
        return one.newspaper or ""
    if question is Question.SECTIONS:
        return one.section or ""
    length = _YEAR if question is Question.YEARS else _MONTH
    date = one.issue_date or ""
    return date[:length] if len(date) >= length and date[:_YEAR].isdigit() else ""


def _names(question: Question, values: set[str]) -> list[str]:
    """The columns in order, spans of time without gaps; what the pages do not say comes last."""
    known = sorted(values - {""})
    if known and question is Question.YEARS:
        known = [f"{year:04d}" for year in range(int(known[0]), int(known[-1]) + 1)]
    if known and question is Question.MONTHS:
        known = months_between(known[0], known[-1])
    return [*known, ""] if "" in values else known


def _together(question: Question, rows: tuple[Heading, ...], found: Sequence[list[Coded]]) -> Grid:
    """How many units have both of two tags; on the diagonal, how many have the one."""
    units = [_by_unit(coded) for coded in found]
    values, marks, ratios = {}, {}, {}
    for row, here in enumerate(units):
        for column, there in enumerate(units[: row + 1]):
            both = here.keys() & there.keys()
            if both:
                behind = _ids({mark for unit in both for mark in (*here[unit], *there[unit])})
                for cell in ((row, column), (column, row)):
                    values[cell] = len(both)
                    marks[cell] = behind
                    ratios[cell] = len(both) / (len(here) + len(there) - len(both))
    return Grid(question, rows, rows, values, marks, ratios)


def _by_unit(coded: Iterable[Coded]) -> dict[int, list[Coded]]:
    found = defaultdict(list)
    for one in coded:
        for unit in one.units:
            found[unit].append(one)
    return found


def _ids(coded: Iterable[Coded]) -> tuple[int, ...]:
    return tuple(sorted(one.id for one in coded))
