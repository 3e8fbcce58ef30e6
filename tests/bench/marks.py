"""The annotation list over 100,000 annotations, and a bulk change of 10,000 undone.

The peers that keep annotations in a file or in memory look at each when they filter; the floor is that, over rows that
are in memory already: what is left of such a way when reading costs nothing.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import TypeVar

from reader.domain.bulk import AddTags, BulkChange, Remove, SetColor
from reader.domain.fold import fold
from reader.domain.history import StepName
from reader.domain.mark_filter import MarkFilter
from reader.domain.mark_list import TREE_ORDER, MarkColumn, MarkGrouping, MarkOrder, MarkRow
from reader.domain.model import Annotation, Color, Range
from reader.domain.scope import Scope
from reader.services.library import Library
from reader.services.mark_list import MarkListService
from tests.bench import corpus
from tests.bench.measure import Sample, check, clock, compare
from tests.bench.prepared import TAGS, Prepared
from tests.bench.table import Judged, Row, Target, row

MARKS = 100_000
_BULK = 10_000
_MOST = "text that half of them have"
_TARGET = Target(50, Judged.CPU)
_Result = TypeVar("_Result")


def listing(prepared: Prepared, runs: int) -> Iterator[Row]:
    """Filtering and sorting 100,000 annotations: from the question to the rows that are seen first."""
    path = prepared.copy(prepared.small_library)
    with Library(path) as library:
        fill(library, MARKS)
        some = _filters()
        rows = list(library.mark_list.rows(library.mark_list.listing(MarkFilter()).groups[0].ids).values())
        for name, (wanted, fits) in some.items():
            pairs = compare(
                lambda wanted=wanted: _list(library.mark_list, wanted),
                lambda wanted=wanted, fits=fits: _look(library.mark_list, rows, wanted, fits),
                runs,
            )
            targets = () if name == _MOST else (_TARGET,)
            yield row(f"list: {MARKS:,} annotations filtered by {name}", pairs, *targets)
        for name, order in (("date", MarkOrder(MarkColumn.DATE)), ("quote", MarkOrder(MarkColumn.QUOTE))):
            pairs = compare(
                lambda order=order: _list(library.mark_list, MarkFilter(), order), lambda: _sort(rows), runs
            )
            yield row(f"list: {MARKS:,} annotations sorted by {name}", pairs)
        pairs = compare(lambda: _group(library.mark_list), lambda: _sort(rows), runs)
        yield row(f"list: {MARKS:,} annotations grouped by tag", pairs)


def undo(prepared: Prepared, runs: int) -> Iterator[Row]:
    """A change of 10,000 annotations in one step, and taking it back; the floor changes the rows and nothing else."""
    path = prepared.copy(prepared.small_library)
    with Library(path) as library:
        fill(library, 2 * _BULK)
        ids = list(library.mark_list.listing(MarkFilter(colors=tuple(Color)[1:])).groups[0].ids[:_BULK])
        changes: dict[str, BulkChange] = {
            "colour": SetColor(Color.YELLOW),
            "tag": AddTags(("汇总",)),
            "removal": Remove(),
        }
        for name, change in changes.items():
            pairs = compare(lambda change=change: _change(library, ids, change), lambda: _plainly(library, ids), runs)
            yield row(f"bulk: {name} of {_BULK:,} annotations, committed", pairs)
            pairs = compare(lambda change=change: _undo(library, ids, change), lambda: _plainly(library, ids), runs)
            yield row(f"undo: {name} of {_BULK:,} annotations", pairs, Target(500, Judged.CPU))


def fill(library: Library, marks: int) -> None:
    """Put annotations all over a library in one step: half of them with a note, two in three with one or two tags."""
    chance = random.Random(corpus.SEED)
    item_ids = sorted(chance.choices([one.id for one in library.tree.items(Scope())], k=marks))
    with library._journal.step(StepName.IMPORT, "") as writer:
        article = library.pages.article(item_ids[0])
        for number, item_id in enumerate(item_ids):
            if article.stored.id != item_id:
                article = library.pages.article(item_id)
            start = chance.randrange(max(len(article.page.text) - 60, 1))
            library._annotations.add(writer, _mark(article.page.id, article.page.text, start, number, chance), item_id)


def _mark(page_id: int, text: str, start: int, number: int, chance: random.Random) -> Annotation:
    end = start + chance.randint(4, 60)
    return Annotation(
        id=0,
        uid=str(uuid.UUID(int=chance.getrandbits(128), version=4)),
        page_id=page_id,
        ranges=(Range(start, end),),
        quote=text[start:end],
        prefix=text[max(start - 32, 0) : start],
        suffix=text[end : end + 32],
        color=list(Color)[number % len(Color)],
        note=f"第{number}条：与{chance.choice(TAGS)}有关，待核对。" if number % 2 else "",
        tags=tuple(chance.sample(TAGS, number % 3)),
        coder="甲" if number % 4 else "乙",
        created_at=f"2024-05-{number % 28 + 1:02}T10:00:00+08:00",
        modified_at=f"2024-06-{number % 28 + 1:02}T10:00:00+08:00",
        importance=number % 4,
    )


def _filters() -> dict[str, tuple[MarkFilter, Callable[[MarkRow], bool]]]:
    tag, other = TAGS[:2]
    dates = "2023-01-02", "2023-01-03"

    def has_text(mark: MarkRow, needle: str = tag) -> bool:
        return needle in fold(mark.quote) or needle in fold(mark.note)

    def in_dates(mark: MarkRow) -> bool:
        return mark.meta.issue_date is not None and dates[0] <= mark.meta.issue_date <= dates[1]

    return {
        "text": (MarkFilter(text=tag), has_text),
        _MOST: (MarkFilter(text="待核"), lambda mark: has_text(mark, "待核")),
        "text, few fit": (MarkFilter(text="第４２１条"), lambda mark: "第421条" in fold(mark.note)),
        "a tag": (MarkFilter(tags=(tag,)), lambda mark: tag in mark.tags),
        "a tag and those below": (MarkFilter(tags=(tag,), subtags=True), lambda mark: tag in mark.tags),
        "dates": (MarkFilter(date_from=dates[0], date_to=dates[1]), in_dates),
        "text, tags, colour and dates": (
            MarkFilter(
                text=tag, tags=(tag,), not_tags=(other,), colors=(Color.GREEN,), date_from=dates[0], date_to=dates[1]
            ),
            lambda mark: (
                tag in mark.tags
                and other not in mark.tags
                and mark.color is Color.GREEN
                and in_dates(mark)
                and has_text(mark)
            ),
        ),
    }


def _list(marks: MarkListService, wanted: MarkFilter, order: MarkOrder = TREE_ORDER) -> Sample:
    with clock() as sample:
        found = marks.listing(wanted, order)
        if found.groups:
            marks.rows(found.groups[0].ids[:50])
    return sample


def _look(
    marks: MarkListService, rows: Sequence[MarkRow], wanted: MarkFilter, fits: Callable[[MarkRow], bool]
) -> Sample:
    with clock() as sample:
        found = [mark.id for mark in rows if fits(mark)]
    check("annotations found", marks.listing(wanted).count, len(found))
    return sample


def _sort(rows: Sequence[MarkRow]) -> Sample:
    with clock() as sample:
        sorted(rows, key=lambda mark: mark.quote)
    return sample


def _group(marks: MarkListService) -> Sample:
    with clock() as sample:
        found = marks.listing(MarkFilter(), TREE_ORDER, MarkGrouping.TAG)
    check("groups", len(found.groups), len(TAGS) + 1)
    return sample


def _change(library: Library, ids: Sequence[int], change: BulkChange) -> Sample:
    with clock() as sample:
        changes = _result(library.bulk.change(ids, change))
    check("annotations changed", len(changes.annotations), len(ids))
    library.history.undo()
    return sample


def _undo(library: Library, ids: Sequence[int], change: BulkChange) -> Sample:
    _result(library.bulk.change(ids, change))
    with clock() as sample:
        walked = library.history.undo()
    check("annotations undone", walked and len(walked[1].annotations), len(ids))
    return sample


def _plainly(library: Library, ids: Sequence[int]) -> Sample:
    """Write one column of as many rows with plain SQL, and commit."""
    connection = library._database.conn
    with clock() as sample:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("UPDATE annotation SET importance = importance WHERE id = ?", [(one,) for one in ids])
        connection.execute("COMMIT")
    return sample


def _result(work: Generator[object, None, _Result]) -> _Result:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value
