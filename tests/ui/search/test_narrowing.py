"""Narrowing a search, and searching again, from the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog

from reader.domain.found import Facet
from reader.domain.saved import QueryKind
from reader.domain.scope import Scope

WORD = "记者"


@pytest.fixture
def search(window, hands, qtbot):
    """Types a query into the field and waits for the whole answer."""

    def search(text):
        window.searching.field.clear()
        hands.press("Ctrl+1", "Slash")
        hands.type(text)
        settle(window, qtbot)

    return search


def settle(window, qtbot):
    qtbot.waitUntil(
        lambda: (
            not window.searching._typed.isActive()
            and not window.jobs.is_busy()
            and "found" in window.searching.results.count_text
        )
    )


def found(window):
    return [hit.item_id for hit in window.searching.results.model.hits]


def entries(button):
    return [action.text().partition("\t")[::2] for action in button.menu().actions() if not action.isSeparator()]


def test_facets_are_offered_with_their_numbers_and_narrow(window, search, qtbot):
    search(WORD)
    facets = window.library.search.facets(WORD)[Facet.NEWSPAPER]
    button = window.searching.results.narrowing.button(Facet.NEWSPAPER)
    assert entries(button)[1:] == [(name, str(number)) for name, number in facets]
    name, number = facets[-1]
    next(action for action in button.menu().actions() if action.text().startswith(name)).trigger()
    settle(window, qtbot)
    expected = window.library.search.search(WORD, Scope(newspaper=name))
    assert found(window) == [hit.item_id for hit in expected.hits]
    assert len(found(window)) == number
    assert button.text().startswith(name)


def test_the_end_of_a_search_ends_its_narrowing(window, search, hands):
    search(WORD)
    narrowing = window.searching.results.narrowing
    narrowing.choose(Facet.NEWSPAPER, window.library.search.facets(WORD)[Facet.NEWSPAPER][0][0])
    hands.press("Escape")
    assert narrowing.scope == Scope()


def test_a_group_selected_in_the_tree_is_searched_alone(window, hands, search, qtbot):
    window.desk.tree.view.setCurrentIndex(window.desk.tree.view.model().index(0, 0))
    [scope] = window.desk.tree.selected_scopes()
    search(WORD)
    everywhere = len(found(window))
    window.searching.results.narrowing.search_within(part=True)
    settle(window, qtbot)
    assert len(found(window)) == window.library.search.count(WORD, scope) < everywhere


def test_nothing_found_in_what_was_narrowed_says_so(window, search, qtbot):
    search(WORD)
    window.searching.results.narrowing.choose(Facet.SECTION, "没有这个栏目")
    settle(window, qtbot)
    assert "narrowed" in window.searching.results.message.accessibleName()


def test_a_search_that_led_to_an_article_is_remembered(window, search, hands):
    search(WORD)
    hands.press("Down")
    search("采样")
    hands.press("Down")
    assert window.searching.memory.recent() == ["采样", WORD]
    hands.press("Escape", "Slash", "Down")
    menu = window.searching.memory._menu
    assert [action.text() for action in menu.actions()].index("采样") < [a.text() for a in menu.actions()].index(WORD)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert window.searching.field.text() == "采样"


def test_saving_a_search_by_name_and_undoing_that(window, search, hands):
    search(WORD)
    window.searching.memory.save()
    dialog = window.findChild(QInputDialog)
    dialog.setTextValue("所有记者")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    [saved] = [query for query in window.library.saved.all() if query.kind is QueryKind.SEARCH]
    assert (saved.name, saved.content) == ("所有记者", WORD)
    hands.press("Escape", "Ctrl+Z")
    assert window.library.saved.all() == []


def test_running_a_saved_search_opens_its_first_article(window, hands, qtbot):
    window.searching.run(WORD)
    settle(window, qtbot)
    assert window.desk.article.stored.id == found(window)[0]


def test_next_unread_walks_the_results(window, search, hands, qtbot):
    search(WORD)
    ids = found(window)
    hands.press("Down")
    window.desk.set_read([ids[1]], read=True)
    hands.press("U")
    assert window.desk.article.stored.id == ids[2]


def test_results_bring_back_a_hidden_tree(window, qtbot, hands):
    hands.press("F7")
    assert window.desk.tree.isHidden()
    QTest.mouseClick(window.searching.field, Qt.MouseButton.LeftButton)
    hands.type(WORD)
    qtbot.waitUntil(window.searching.results.isVisible)
    assert window.actions_["toggle_tree"].isChecked()
    assert window.searching.field.hasFocus()


def test_a_library_left_unindexed_is_indexed_before_anything_is_searched(open_window, seeded, qtbot):
    from reader.services.library import Library

    with Library(seeded) as library:
        library._index.clear()
    window = open_window(seeded)
    qtbot.waitUntil(lambda: window.library._index.stale() == 0, timeout=30_000)
