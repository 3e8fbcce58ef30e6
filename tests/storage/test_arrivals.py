"""What is to be done for articles that come is noted, whether they come with their page, after it, or back by undo."""

import pytest

from reader.domain.model import Item, Kind, PageMeta, Range, Role
from reader.domain.scope import Scope
from reader.services.library import Library
from tests.support.printed import block, file_page

TEXT = "桥通了\n镇上的新桥今天通车。\n路宽了\n老街的路今天放行。"


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "a.jianbao") as opened:
        yield opened


def noted(library, table):
    return [row[0] for row in library._database.conn.execute(f"SELECT id FROM {table} ORDER BY id")]


def version(library):
    return library._database.conn.execute("SELECT number FROM headline_version").fetchone()[0]


def filed(library):
    """A page with an article of two paragraphs, another article, and a line that is not read."""
    one, two, three, four = TEXT.split("\n")
    items = [
        Item(Kind.ARTICLE, (block(TEXT, Role.TITLE, one), block(TEXT, Role.BODY, two)), title=one),
        Item(Kind.FURNITURE, (block(TEXT, Role.FURNITURE, three),)),
        Item(Kind.ARTICLE, (block(TEXT, Role.BODY, four),)),
    ]
    return file_page(library, TEXT, items, PageMeta("晨报", "2024-01-02"))


def test_articles_that_come_with_their_page_are_noted_once(library):
    before = version(library)
    filed(library)
    ids = [row.id for row in library.tree.items(Scope())]
    assert len(ids) == 2
    assert noted(library, "search_stale") == noted(library, "copy_stale") == ids
    assert version(library) == before + 1


def test_an_article_that_comes_to_a_page_is_noted(library):
    first, *_ = filed(library)
    page_id = library.pages.article(first).page.id
    list(library.search.catch_up())
    before, known = version(library), {row.id for row in library.tree.items(Scope())}
    start = TEXT.index("镇上")
    library.repairs.split(page_id, Range(start, TEXT.index("\n路宽")))
    made = {row.id for row in library.tree.items(Scope())} - known
    assert len(made) == 1
    assert made <= set(noted(library, "search_stale"))
    assert made <= set(noted(library, "copy_stale"))
    assert version(library) > before


def test_articles_that_redo_brings_back_are_noted(library):
    filed(library)
    ids = [row.id for row in library.tree.items(Scope())]
    library.history.undo()
    assert noted(library, "search_stale") == noted(library, "copy_stale") == []
    before = version(library)
    library.history.redo()
    assert noted(library, "search_stale") == noted(library, "copy_stale") == ids
    assert version(library) > before
