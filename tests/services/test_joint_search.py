"""A search of several libraries finds what each finds by itself, in one order, and does no harm to the others."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from itertools import chain, zip_longest
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.found import Facet, Order
from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from reader.errors import ErrorCode, UserError
from reader.services.importing import ImportRequest
from reader.services.joint_search import JointSearch, check_beside, glance
from reader.services.library import Library
from reader.services.searching import SearchStoppedError
from reader.storage import schema
from tests.support.privilege import open_folder, ordinary_user

DAYS = st.lists(
    st.tuples(st.sampled_from(["", "2023-05-0", "2024-05-0"]), st.integers(1, 3), st.sampled_from("桥水")), max_size=5
)
PAPERS = ("海国日报", "海国晚报", "海国时报")


def file_articles(path, paper, articles):
    """A library with a page for each of some (beginning of a date, day, word); the last is said the more often."""
    folder = path.parent / paper
    folder.mkdir()
    for number, (month, day, word) in enumerate(articles):
        date = f"_{month}{day}" if month else ""
        text = f"第{number}号{word}通车\n\n本报记者 林听雨\n\n本报讯 {word * (number + 1)}上群众争相观看。\n"
        (folder / f"{paper}{date}_第{number:02}版.txt").write_text(text)
    with Library(path) as library:
        list(library.importer.import_pages(ImportRequest((folder,))))
    return path


def place(hit):
    return hit.library, hit.item_id


def merged(own, others, query, order):
    """The plain results of all libraries in one order, by what the rule says."""
    found = [
        [(str(library.path) if n else "", hit) for hit in library.search.search(query, order=order, limit=99).hits]
        for n, library in enumerate((own, *others))
    ]
    if order is Order.RELEVANCE:
        return [each for turn in zip_longest(*found) for each in turn if each is not None]
    joined = list(chain(*found))
    if order is Order.OLDEST:
        return sorted(joined, key=lambda each: each[1].meta.issue_date or "")
    dates = sorted({hit.meta.issue_date or "" for _, hit in joined}, reverse=True)
    return [each for date in dates for each in joined if (each[1].meta.issue_date or "") == date]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DAYS, min_size=2, max_size=3), st.data())
def test_joint_results_are_the_plain_ones_merged(libraries, data):
    with tempfile.TemporaryDirectory(prefix="jianbao-") as folder:
        paths = [
            file_articles(Path(folder) / f"{paper}.jianbao", paper, articles)
            for paper, articles in zip(PAPERS, libraries, strict=False)
        ]
        own, *others = (Library(path) for path in paths)
        with JointSearch(own, paths[1:]) as joint:
            for query in ("群众", "桥 | 水", "桥 -水", "日期:2024", "没有"):
                for order in Order:
                    expected = merged(own, others, query, order)
                    offset, limit = data.draw(st.integers(0, 6)), data.draw(st.integers(1, 6))
                    page = joint.search(query, order=order, limit=limit, offset=offset)
                    shown = expected[offset : offset + limit]
                    assert [place(hit) for hit in page.hits] == [(name, hit.item_id) for name, hit in shown]
                    assert [hit.snippets for hit in page.hits] == [hit.snippets for _, hit in shown]
                    assert page.more == (len(expected) > offset + limit)
                assert joint.count(query) == len(expected)
                assert joint.counts(query) == {each.path: each.search.count(query) for each in (own, *others)}
            assert not joint.troubles
        for library in (own, *others):
            library.close()


@pytest.fixture
def one(tmp_path):
    with Library(
        file_articles(tmp_path / "one.jianbao", "海国日报", [("2024-05-0", 1, "桥"), ("", 1, "水")])
    ) as library:
        yield library


@pytest.fixture
def other(tmp_path):
    return file_articles(tmp_path / "other.jianbao", "海国晚报", [("2024-05-0", 2, "桥"), ("2023-05-0", 1, "桥")])


def found(joint, query="群众", **options):
    return [place(hit) for hit in joint.search(query, **options).hits]


def own_only(library):
    return [("", hit.item_id) for hit in library.search.search("群众").hits]


def test_facets_are_sums(one, other):
    with Library(other) as library:
        for item_id in [hit.item_id for hit in library.search.search("桥").hits]:
            library.marks.add(library.pages.article(item_id), Range(0, 2), Color.BLUE, "", ("民生",))
    item_id = one.search.search("桥").hits[0].item_id
    one.marks.add(one.pages.article(item_id), Range(0, 2), Color.BLUE, "", ("民生", "交通"))
    with JointSearch(one, [other]) as joint:
        facets = joint.facets("群众")
    assert facets[Facet.TAG] == [("民生", 3), ("交通", 1)]
    assert facets[Facet.YEAR] == [("2024", 2), ("", 1), ("2023", 1)]
    assert facets[Facet.NEWSPAPER] == [("海国日报", 2), ("海国晚报", 2)]


def test_a_scope_with_ids_is_of_the_library_itself(one, other):
    with JointSearch(one, [other]) as joint:
        assert joint.count("群众", Scope(newspaper="海国晚报")) == 2
        page_id = one.search.search("桥").hits[0].page_id
        for scope in (Scope(page_id=page_id), Scope(item_id=one.search.search("桥").hits[0].item_id)):
            assert joint.counts("群众", scope) == {one.path: 1}
            assert [name for name, _ in found(joint, scope=scope)] == [""]
            assert joint.facets("群众", scope)[Facet.NEWSPAPER] == [("海国日报", 1)]


def test_looking_into_a_library_leaves_it_as_it_is(one, other):
    before = other.read_bytes()
    with JointSearch(one, [other]) as joint:
        assert joint.count("群众") == 4
        joint.facets("群众")
        found(joint)
    assert other.read_bytes() == before
    assert sorted(path.name for path in other.parent.glob("other*")) == ["other.jianbao"]
    with Library(other, read_only=True) as library, pytest.raises(UserError) as caught:
        library.reading.set_setting("a", "b")
    assert (caught.value.code, caught.value.path) == (ErrorCode.LIBRARY_READ_ONLY, str(other))


def test_a_search_of_others_can_be_stopped(one, other):
    with JointSearch(one, [other]) as joint:
        with pytest.raises(SearchStoppedError):
            joint.search("群众", should_stop=lambda: True)
        assert joint.count("群众") == 4


def test_what_another_window_writes_there_is_found(one, other):
    with JointSearch(one, [other]) as joint, Library(other) as window:
        hit = window.search.search("桥").hits[0]
        window.marks.add(window.pages.article(hit.item_id), Range(0, 2), Color.BLUE, "见水利局")
        assert found(joint, "note:水利局") == [(str(other), hit.item_id)]


# What stands against it


@pytest.fixture
def troubled(one):
    """What is said of another library, after a look at what is found without it."""

    def troubled(path):
        with JointSearch(one, [path]) as joint:
            list(joint.catch_up())
            assert found(joint) == own_only(one)
            assert joint.count("群众") == 2
            assert sum(number for _, number in joint.facets("群众")[Facet.YEAR]) == 2
            return joint.troubles[path].code

    return troubled


def test_a_missing_library_is_said_and_not_made(troubled, tmp_path):
    assert troubled(tmp_path / "gone.jianbao") is ErrorCode.FILE_VANISHED
    assert not (tmp_path / "gone.jianbao").exists()


def test_the_same_library_is_not_searched_twice(one, other, troubled, tmp_path):
    assert troubled(one.path) is ErrorCode.LIBRARY_SAME
    link = tmp_path / "link.jianbao"
    link.symlink_to(one.path)
    assert troubled(link) is ErrorCode.LIBRARY_SAME
    with JointSearch(one, [other, other.parent / "." / ".." / other.parent.name / other.name]) as joint:
        assert joint.count("群众") == 4
        assert [error.code for error in joint.troubles.values()] == [ErrorCode.LIBRARY_SAME]


@pytest.mark.parametrize(
    ("version", "code"),
    [(schema.VERSION - 1, ErrorCode.LIBRARY_OLDER), (schema.VERSION + 1, ErrorCode.LIBRARY_NEWER)],
)
def test_a_library_of_another_version_is_not_touched(troubled, other, version, code):
    with closing(sqlite3.connect(other)) as database:
        database.execute(f"PRAGMA user_version = {version}")
    before = other.read_bytes()
    assert troubled(other) is code
    assert other.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"a letter, and no library of anything. " * 9, b"SQLite format 3\0"])
def test_a_file_that_is_no_library(troubled, tmp_path, content):
    path = tmp_path / "letter.jianbao"
    path.write_bytes(content)
    assert troubled(path) in {ErrorCode.LIBRARY_FOREIGN, ErrorCode.LIBRARY_DAMAGED}
    assert path.read_bytes() == content


def test_a_folder_is_no_library(troubled, tmp_path):
    assert troubled(tmp_path) is ErrorCode.LIBRARY_CANNOT_OPEN


def test_a_damaged_library(troubled, other):
    data = bytearray(other.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    other.write_bytes(data)
    assert troubled(other) is ErrorCode.LIBRARY_DAMAGED


def test_a_library_that_another_program_keeps_to_itself(troubled, other):
    with closing(sqlite3.connect(other, isolation_level=None)) as program:
        program.execute("PRAGMA locking_mode = EXCLUSIVE")
        program.execute("BEGIN EXCLUSIVE")
        assert troubled(other) is ErrorCode.LIBRARY_LOCKED


@pytest.mark.parametrize("damage", [b'"blockz"', b'"bl\xffcks"', b'"blocks}'])
def test_rows_that_are_not_as_they_were_written(troubled, other, damage):
    data = other.read_bytes()
    assert b'"blocks"' in data
    other.write_bytes(data.replace(b'"blocks"', damage))
    with Library(other.parent / "empty.jianbao") as empty, JointSearch(empty, [other]) as joint:
        assert joint.count("群众") == 2, "only what is shown is read"
    assert troubled(other) is ErrorCode.LIBRARY_DAMAGED
    with pytest.raises(UserError) as caught:
        glance(other, 1)
    assert caught.value.code is ErrorCode.LIBRARY_DAMAGED
    assert glance(other, 0) is None, "it is gone"


def test_rows_that_cannot_be_indexed(one, other):
    with closing(sqlite3.connect(other)) as database, database:
        database.execute("UPDATE item SET content = '{'")
    with JointSearch(one, [other]) as joint:
        assert list(joint.catch_up()) == []
        assert joint.troubles[other].code is ErrorCode.LIBRARY_DAMAGED
        assert found(joint) == own_only(one)


def test_a_library_that_is_lost_between_two_questions_is_left_out(one, other):
    with JointSearch(one, [other]) as joint:
        assert joint.count("群众") == 4
        with other.open("r+b") as file:  # as if the disk were taken out: what was there cannot be read
            file.truncate(4096)
        assert found(joint, offset=0) == own_only(one)
        assert joint.troubles[other].code in {ErrorCode.LIBRARY_DAMAGED, ErrorCode.DISK_ERROR}
        assert joint.count("群众") == 2


def test_an_error_of_the_library_itself_is_raised(one, other):
    with JointSearch(one, [other]) as joint:
        with Library(one.path) as again:
            again._database.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        one.path.write_bytes(one.path.read_bytes()[:4096])
        for ask in (joint.search, joint.count):
            with pytest.raises(UserError) as caught:
                ask("群众")
            assert caught.value.path == str(one.path)
        assert not joint.troubles


@pytest.mark.parametrize("indexed", [True, False])
def test_a_library_on_a_disk_that_cannot_be_written_to(one, other, indexed):
    with open_folder() as folder:
        path = folder / "other.jianbao"
        if not indexed:
            with Library(other) as library:
                library._index.clear()
        shutil.copy(other, path)
        path.chmod(0o444)
        folder.chmod(0o555)
        with ordinary_user(), JointSearch(one, [path]) as joint:
            assert list(joint.catch_up()) == []
            assert joint.count("群众") == (4 if indexed else 2)
            assert len(found(joint)) == (4 if indexed else 2)
            codes = {code: error.detail for code, error in joint.troubles.items()}
            assert codes == ({} if indexed else {path: "2"})


def test_changes_beside_a_file_that_cannot_be_read_are_not_passed_over(one, other):
    with open_folder() as folder:
        path = folder / "other.jianbao"
        with Library(other) as library:
            library.reading.set_setting("a", "b")
            shutil.copy(other, path)
            shutil.copy(f"{other}-wal", f"{path}-wal")
        folder.chmod(0o555)
        with ordinary_user(), JointSearch(one, [path]) as joint:
            assert joint.troubles[path].code is ErrorCode.LIBRARY_CANNOT_OPEN


def test_an_index_that_lags_behind_is_brought_in_step_where_it_can_be(one, other):
    with Library(other) as library:
        library._index.clear()
    with JointSearch(one, [other]) as joint:
        assert list(joint.catch_up()) == [(2, 2)]
        assert joint.count("群众") == 4
        assert not joint.troubles


def test_whether_a_library_can_be_searched_beside_another_is_seen_before(one, other, tmp_path):
    check_beside(one.path, other)
    for path, code in ((one.path, ErrorCode.LIBRARY_SAME), (tmp_path / "gone", ErrorCode.FILE_VANISHED)):
        with pytest.raises(UserError) as caught:
            check_beside(one.path, path)
        assert caught.value.code is code
