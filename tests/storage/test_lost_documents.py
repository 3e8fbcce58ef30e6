"""The index of texts alone counts right, though it cannot forget the documents of articles that changed or went."""

import pytest

from reader.domain.model import Color, Item, Kind, PageMeta, Range, Role
from reader.domain.scope import Scope
from reader.services.library import Library
from tests.support.printed import block, file_page

TEXT = "桥通了\n镇上的新桥今天通车。\n路宽了\n老街的路今天放行。"


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "a.jianbao") as opened:
        one, two, three, four = TEXT.split("\n")
        items = [
            Item(Kind.ARTICLE, (block(TEXT, Role.TITLE, one), block(TEXT, Role.BODY, two)), title=one),
            Item(Kind.ARTICLE, (block(TEXT, Role.TITLE, three), block(TEXT, Role.BODY, four)), title=three),
        ]
        file_page(opened, TEXT, items, PageMeta("晨报", "2024-01-02"))
        yield opened


def lost(library):
    return [row[0] for row in library._database.conn.execute("SELECT doc FROM search_lost ORDER BY doc")]


def unknown(library):
    """The documents that the index has and nobody else."""
    sql = "SELECT id FROM search_text_docsize WHERE id NOT IN (SELECT doc FROM search_doc) ORDER BY id"
    return [row[0] for row in library._database.conn.execute(sql)]


def test_articles_that_changed_or_went_are_not_counted(library):
    assert library.search.count("今天") == 2
    assert lost(library) == []
    page_id = library.pages.article(library.tree.items(Scope())[0].id).page.id
    library.repairs.split(page_id, Range(TEXT.index("镇上"), TEXT.index("\n路宽")))
    assert library.search.count("桥通了") == library.search.count("新桥") == 1
    assert library.search.count("今天") == 2
    assert lost(library) == unknown(library) != []
    library.history.undo()
    assert library.search.count("今天") == 2
    library.history.undo()
    assert library.search.count("今天") == 0
    assert lost(library) == unknown(library)


def test_an_index_made_anew_has_lost_nothing(library):
    library.search.count("今天")
    library.history.undo()
    library.history.redo()
    list(library.search.rebuild())
    assert lost(library) == unknown(library) == []
    assert library.search.count("今天") == 2


def test_an_article_with_the_word_in_its_text_and_in_a_note_counts_once(library):
    first, second = (library.pages.article(row.id) for row in library.tree.items(Scope()))
    library.marks.add(first, Range(0, 3), Color.BLUE, "今天读过")
    assert library.search.count("今天") == 2
    library.marks.add(second, Range(0, 3), Color.BLUE, "另一条：新桥")
    assert library.search.count("新桥") == 2
    assert library.search.count("新桥 -路") == 1
