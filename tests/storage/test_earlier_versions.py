"""A library of every earlier version is brought up to date with all that is in it.

``tests/golden/library_v1.jianbao`` was written by the release of version 1: two seed pages with marks of several
colours, tags and notes, a correction, a hint, what was read, one step undone, and the journal of it all.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain.model import Color
from reader.domain.scope import Grouping, Scope
from reader.services.library import Library
from reader.storage import schema

GOLDEN = Path(__file__).parents[1] / "golden"
KEPT = (
    *("page", "page_text", "item", "item_state", "annotation", "tag", "annotation_tag", "correction", "hint"),
    *("journal", "journal_image", "setting"),
)


@pytest.fixture
def path(tmp_path):
    return Path(shutil.copy(GOLDEN / "library_v1.jianbao", tmp_path))


def rows_of(path, columns=None):
    """All rows of version 1's tables as dicts, of its columns alone."""
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        found = {}
        for table in KEPT:
            rows = [dict(row) for row in database.execute(f"SELECT * FROM {table} ORDER BY 1")]
            names = columns[table] if columns else sorted(rows[0])
            found[table] = [{name: row[name] for name in names} for row in rows]
        return found


def columns_of(rows):
    return {table: list(found[0]) for table, found in rows.items()}


def test_nothing_of_it_is_lost_or_changed(path):
    before = rows_of(path)
    assert all(before.values())
    with Library(path) as library:
        assert library._database.conn.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION
        assert not list(library.maintenance.problems())
    assert rows_of(path, columns_of(before)) == before


def test_it_reads_as_it_did(path):
    with Library(path) as library:
        rows = library.tree.items(Scope())
        (paper,) = library.tree.roots(Grouping.NEWSPAPER, Scope())
        assert (paper.value, paper.count, paper.unread) == ("砚川日报", 21, 16)
        assert [row.marks for row in rows[:8]] == [1] * 7 + [0]
        first = library.marks.of_article(library.pages.article(rows[0].id))[0]
        assert (first.color, first.note, first.tags, first.coder) == (
            Color.YELLOW,
            "第一条，后来写的\n两行",
            ("民生",),
            "甲",
        )
        assert library.reading.position(rows[2].id) == 33
        assert len(library.pages.page(rows[0].page_id).corrections) == 1
        assert library.repairs.hints()
        assert library.search.count("砚川") == 6


def test_its_headlines_are_found_by_how_they_read(path):
    with Library(path) as library:
        title = next(row.label for row in library.tree.items(Scope()) if row.label.startswith("一条河"))
        (hit, *_) = library.search.search("pinyin:title:yitiaohe").hits
        assert hit.label == title
        assert library.search.count("pinyin:zzzzzz") == 0


def test_its_steps_can_still_be_undone_and_redone(path):
    before = rows_of(path)
    with Library(path) as library:
        steps = 0
        while library.history.undo():
            steps += 1
            assert not list(library.maintenance.problems())
        assert steps == 15
        assert library.tree.items(Scope()) == []
        while library.history.next_redo():
            library.history.redo()
        library.history.undo()  # the one that was undone when the library was kept
        assert not list(library.maintenance.problems())
    after = rows_of(path, columns_of(before))
    changed = {"journal", "journal_image", "item_state"}  # which steps may merge, the images, what was read
    assert {table: after[table] for table in KEPT if table not in changed} == {
        table: before[table] for table in KEPT if table not in changed
    }
