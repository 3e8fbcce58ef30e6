"""Filters and searches by name."""

import pytest

from reader.domain.mark_filter import MarkFilter
from reader.domain.model import Color
from reader.domain.saved import QueryKind
from reader.domain.scope import Scope
from reader.errors import ErrorCode, UserError
from reader.services.library import Library
from tests.support.printed import file_page, mark

WANTED = MarkFilter(scopes=(Scope(tag="交通"),), tags=("交通",), not_tags=("没有",), colors=(Color.GREEN,))


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "test.jianbao") as opened:
        _, article, *_ = file_page(opened)
        mark(opened, article, "正式通车", Color.YELLOW, tags=["交通"])
        yield opened


def test_a_filter_comes_back_by_name_and_means_the_same_tag_when_it_is_renamed(library):
    query_id, changes = library.saved.save_filter("  绿的  ", WANTED)
    assert changes.queries
    (query,) = library.saved.all()
    assert (query.id, query.kind, query.name) == (query_id, QueryKind.MARKS, "绿的")
    assert library.saved.wanted(query) == WANTED
    library._database.conn.execute("UPDATE tag SET name = '运输' WHERE name = '交通'")
    found = library.saved.wanted(query)
    assert (found.tags, found.scopes[0].tag, found.not_tags) == (("运输",), "运输", ("没有",))


def test_saving_under_the_same_name_changes_it_in_one_step(library):
    first, _ = library.saved.save_filter("绿的", WANTED)
    again, _ = library.saved.save_filter("绿的", MarkFilter(importance=2))
    assert first == again
    library.history.undo()
    assert library.saved.wanted(library.saved.get(first)) == WANTED
    library.history.undo()
    assert library.saved.all() == []
    library.history.redo()
    assert [query.uid for query in library.saved.all()] != [""]


def test_searches_stand_behind_filters_and_may_have_their_names(library):
    library.saved.save_search("甲", "大桥 OR 通车")
    library.saved.save_filter("甲", WANTED)
    library.saved.save_search("乙", "集市")
    assert [(query.kind, query.name) for query in library.saved.all()] == [
        (QueryKind.MARKS, "甲"),
        (QueryKind.SEARCH, "甲"),
        (QueryKind.SEARCH, "乙"),
    ]


def test_renaming_and_deleting_are_undone(library):
    query_id, _ = library.saved.save_filter("绿的", WANTED)
    library.saved.rename(query_id, "绿")
    library.saved.delete(query_id)
    assert library.saved.all() == []
    library.history.undo()
    assert library.saved.get(query_id).name == "绿"
    library.history.undo()
    assert library.saved.get(query_id).name == "绿的"


def test_names_are_there_and_taken_once(library):
    query_id, _ = library.saved.save_filter("甲", WANTED)
    library.saved.save_filter("乙", WANTED)
    for name, code in ((" ", ErrorCode.SAVED_NAME), ("乙", ErrorCode.SAVED_NAME_TAKEN)):
        with pytest.raises(UserError) as refused:
            library.saved.rename(query_id, name)
        assert refused.value.code is code


def test_what_a_newer_version_saved_is_refused_in_words(library):
    query_id, _ = library.saved.save_filter("甲", WANTED)
    library._database.conn.execute("UPDATE saved_query SET content = ?", ['{"filter": {"mood": "x"}, "tags": {}}'])
    with pytest.raises(UserError) as refused:
        library.saved.wanted(library.saved.get(query_id))
    assert (refused.value.code, refused.value.detail) == (ErrorCode.SAVED_UNREADABLE, "甲")
