"""Deleted pages go with all that is about them, and undo brings every row of it back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain.memo import MemoTarget
from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from reader.services.importing import ImportRequest
from reader.services.library import Library

SEEDS = Path(__file__).parents[2] / "seeds"
TABLES = ("page", "page_text", "item", "item_state", "annotation", "annotation_tag", "link", "memo", "correction")


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "a.jianbao", coder="甲") as opened:
        for _event in opened.importer.import_pages(ImportRequest((SEEDS,))):
            pass
        yield opened


def rows_of(library):
    with closing(sqlite3.connect(library.path)) as database:
        return {table: database.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}


def run(work):
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


@pytest.fixture
def worked_on(library):
    """What a reader does to three pages, linked to each other."""
    page_ids = library.tree.page_ids(Scope())[:3]
    marks = []
    for page_id in page_ids:
        row = library.tree.items(Scope(page_id=page_id))[0]
        article = library.pages.article(row.id)
        marks.append(library.marks.add(article, Range(0, 4), Color.GREEN, "注", ("民生",))[0])
        library.reading.set_read([row.id], read=True)
        start = next(article.stored.item.ranges()).start
        library.repairs.correct(page_id, Range(start, start + 1), "改")
        library.memos.set(MemoTarget.PAGE, page_id, "一页的备忘")
    library.links.add(marks[0], marks[1], "因为")
    library.links.add(marks[1], marks[2], "所以")
    return page_ids


def test_everything_about_a_page_goes_and_comes_back(library, worked_on):
    before = rows_of(library)
    assert all(before.values())
    removed = run(library.removal.remove_pages(worked_on[:2]))
    assert (removed.pages, removed.marks) == (2, 2)
    assert removed.changes.pages == set(worked_on[:2])
    after = rows_of(library)
    assert len(after["page"]) == len(before["page"]) - 2
    assert len(after["annotation"]) == 1
    assert after["link"] == []
    assert not {row[1] for row in after["item"]} & set(worked_on[:2])
    assert not list(library.maintenance.problems())
    library.history.undo()
    assert rows_of(library) == before
    assert not list(library.maintenance.problems())
    library.history.redo()
    assert rows_of(library) == after


def test_a_deleted_page_can_be_imported_again(library):
    page_id = library.tree.page_ids(Scope())[0]
    run(library.removal.remove_pages([page_id]))
    *_, end = library.importer.import_pages(ImportRequest((SEEDS,)))
    assert (end.pages, end.known) == (1, 9)


def test_deleting_that_is_stopped_changes_nothing(library, worked_on):
    before = rows_of(library)
    work = library.removal.remove_pages(worked_on)
    next(work)
    work.close()
    assert rows_of(library) == before
    assert library.history.next_redo() is None


def test_pages_that_are_gone_are_passed_over(library):
    steps = len(library.history.steps())
    removed = run(library.removal.remove_pages([9999]))
    assert (removed.pages, removed.changes.history) == (0, False)
    assert len(library.history.steps()) == steps
