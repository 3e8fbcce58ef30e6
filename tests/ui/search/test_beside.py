"""Searching another library beside the open one from the window, by keys, over the pages of ``seeds`` and others."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.domain.found import Facet, Order
from reader.domain.scope import Scope
from reader.services.importing import ImportRequest
from reader.services.joint_search import JointSearch
from reader.services.library import Library
from reader.storage import schema
from reader.ui.search.attaching import names_of
from reader.ui.search.glance import Glance
from reader.ui.search.model import PLACE_ROLE
from tests.support.answers import answering, choose

WORD = "记者"


@pytest.fixture
def other(tmp_path):
    """A library of a local paper, with more articles than are fetched at a time, on the days of ``seeds``."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(9):
        stories = [
            f"第{number}{story}号桥建成通车\n\n本报记者 林听雨\n\n本报讯 昨日上午，记者看到群众争相观看{story}号桥。\n"
            for story in range(7)
        ]
        (folder / f"山县日报_2024-05-{number + 12}_第01版.txt").write_text("\n".join(stories))
    path = tmp_path / "local.jianbao"
    with Library(path) as library:
        list(library.importer.import_pages(ImportRequest((folder,))))
        assert library.search.count(WORD) > 50
    return path


@pytest.fixture
def beside(window, other, qtbot):
    """The window, with the other library attached as a user does it."""
    with answering(choose(other)):
        window.actions_["attach_library"].trigger()
    window.activateWindow()  # without a window manager nobody does
    qtbot.waitUntil(window.isActiveWindow)
    assert window.searching.attaching.paths == (other,)
    return window


def settle(window, qtbot):
    searching = window.searching
    qtbot.waitUntil(
        lambda: (
            not searching._typed.isActive()
            and not window.jobs.is_busy()
            and (searching.results.message.isVisible() or "found" in searching.results.count_text)
        )
    )


@pytest.fixture
def search(window, hands, qtbot):
    """Types a query into the field and waits for the whole answer."""

    def search(text):
        window.searching.field.clear()
        hands.press("Ctrl+1", "Slash")
        hands.type(text)
        settle(window, qtbot)

    return search


def shown(window):
    return [(hit.library, hit.item_id) for hit in window.searching.results.model.hits]


def row_of_other(window):
    return next(row for row, (library, _) in enumerate(shown(window)) if library)


def go_to(window, row):
    searched = window.searching.results.list
    searched.setFocus()
    searched.setCurrentIndex(searched.model().index(row))


def test_both_libraries_are_one_list(beside, other, search, qtbot):
    window = beside
    search(WORD)
    with JointSearch(window.library, [other]) as joint:
        for order in Order:
            box = window.searching.results.order_box
            box.setCurrentIndex(box.findData(order.value))
            settle(window, qtbot)
            found = joint.search(WORD, order=order)
            assert shown(window)[:50] == [(hit.library, hit.item_id) for hit in found.hits]
        counts = joint.counts(WORD)
        papers = [name for name, _ in joint.facets(WORD)[Facet.NEWSPAPER]]
    assert window.searching.results.count_text == f"{sum(counts.values())} found"
    assert window.searching.results.beside.button(other).text().startswith(f"+ local  {counts[other]}")
    assert "山县日报" in papers
    offered = window.searching.results.narrowing.button(Facet.NEWSPAPER).menu().actions()
    assert any(action.text().startswith("山县日报") for action in offered)


def test_further_results_of_both_come_on_scrolling(beside, other, search, qtbot):
    window = beside
    search(WORD)
    assert len(shown(window)) == 50
    window.searching.results.list.scrollToBottom()
    qtbot.waitUntil(lambda: len(shown(window)) > 50)
    settle(window, qtbot)
    with JointSearch(window.library, [other]) as joint:
        expected = [(hit.library, hit.item_id) for hit in joint.search(WORD, limit=999).hits]
    assert shown(window) == expected[: len(shown(window))]


def test_a_row_of_another_library_names_it(beside, search):
    window = beside
    search(WORD)
    model = window.searching.results.model
    for row, (library, _) in enumerate(shown(window)):
        assert model.index(row).data(PLACE_ROLE).startswith("local › ") == bool(library)


def test_enter_shows_an_article_of_another_library_and_esc_leaves_it(beside, other, search, hands, hands_of, qtbot):
    window = beside
    search(WORD)
    before = other.read_bytes()
    opened = window.desk.article
    row = row_of_other(window)
    go_to(window, row)
    hands.press("Return")
    glance = QApplication.activeModalWidget()
    assert isinstance(glance, Glance)
    hit = window.searching.results.model.hits[row]
    qtbot.waitUntil(lambda: glance.windowTitle() == hit.label)
    with Library(other, read_only=True) as library:
        article = library.pages.article(hit.item_id)
        hits = library.search.hits(WORD, article)
    keys, layer = hands_of(glance), glance.reading.text._layer
    assert glance.reading.text.column.view.text == article.view.text
    assert (tuple(layer.hits), layer.hit) == (hits, hits[0])
    assert glance.reading.text.hasFocus()
    keys.press("F4")
    assert layer.hit == hits[1]
    keys.press("J")
    following = window.searching.results.list.current_hit()
    assert following is not hit
    assert following.library == str(other)
    qtbot.waitUntil(lambda: glance.windowTitle() == following.label)
    keys.press("K")
    qtbot.waitUntil(lambda: glance.windowTitle() == hit.label)
    keys.press("Escape")
    assert QApplication.activeModalWidget() is None
    assert window.focusWidget() is window.searching.results.list
    assert window.desk.article is opened
    assert other.read_bytes() == before


def test_its_library_is_asked_for_with_the_article(beside, other, search, hands, hands_of, qtbot):
    window = beside
    search(WORD)
    go_to(window, row_of_other(window))
    hands.press("Return")
    glance = QApplication.activeModalWidget()
    qtbot.waitUntil(glance.isActiveWindow)
    with qtbot.waitSignal(window.library_wanted) as asked:
        hands_of(glance).press("Ctrl+Return")
    path, pages, found = asked.args
    assert (path, tuple(pages)) == (other, ())
    assert (found.item_id, found.query) == (window.searching.results.model.hits[row_of_other(window)].item_id, WORD)


def test_next_article_goes_over_the_librarys_own_and_says_so(beside, search, hands):
    window = beside
    search(WORD)
    of_others = [bool(library) for library, _ in shown(window)]
    before = of_others.index(True, of_others.index(False)) - 1  # the last of its own before some of the other
    after = of_others.index(False, before + 1)
    go_to(window, before)
    hands.press("J")
    assert window.searching.results.list.currentIndex().row() == after
    assert window.desk.article.stored.id == window.searching.results.model.hits[after].item_id
    assert window.status.message() == f"Passed over: {after - before - 1} articles of other libraries"
    hands.press("K")
    assert window.searching.results.list.currentIndex().row() == before


def test_what_is_attached_is_attached_at_the_next_start_and_let_go_by_key(beside, open_window, other, hands_of, qtbot):
    beside.close()
    beside.library.close()
    window = open_window(beside.library.path)
    assert window.searching.attaching.paths == (other,)
    window.searching.run(WORD)
    settle(window, qtbot)
    assert any(library for library, _ in shown(window))
    window.searching.results.beside.button(other).setFocus()
    hands_of(window).press("Delete")
    settle(window, qtbot)
    assert window.searching.attaching.paths == ()
    assert not any(library for library, _ in shown(window))
    assert window.searching.results.beside.isHidden()
    assert not window.actions_["detach_libraries"].isEnabled()


def test_it_is_let_go_from_the_menu(beside, search, qtbot):
    search(WORD)
    assert beside.actions_["detach_libraries"].isEnabled()
    beside.actions_["detach_libraries"].trigger()
    settle(beside, qtbot)
    assert not any(library for library, _ in shown(beside))
    assert "No longer searched: local" in beside.status.message()


def entries(button):
    menu = button.menu()
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def test_a_library_that_is_gone_is_said_beside_the_results_and_found_again(beside, other, search, qtbot, tmp_path):
    window = beside
    moved = other.rename(tmp_path / "moved.jianbao")
    search(WORD)
    row = window.searching.results.beside
    assert "local.jianbao” is not there any more" in row.reasons
    assert row.button(other).text().startswith("⚠ local")
    assert shown(window)
    assert not any(library for library, _ in shown(window))
    with answering(choose(moved)):
        entries(row.button(other))["Find it…"].trigger()
    settle(window, qtbot)
    assert window.searching.attaching.paths == (moved,)
    assert row.reasons == ""
    assert any(library == str(moved) for library, _ in shown(window))
    assert json.loads(window.library.reading.setting("search.beside")) == [str(moved)]


def test_a_library_that_goes_while_one_scrolls_does_not_mix_results(beside, other, search, qtbot):
    window = beside
    search(WORD)
    other.unlink()
    window.searching.results.list.scrollToBottom()
    qtbot.waitUntil(lambda: window.searching.results.beside.reasons != "")
    settle(window, qtbot)
    expected = window.library.search.search(WORD, limit=999).hits
    assert shown(window) == [("", hit.item_id) for hit in expected[: len(shown(window))]]
    assert window.searching.results.count_text == f"{len(expected)} found"


def test_an_article_that_is_gone_says_so(beside, other, search, hands, qtbot):
    window = beside
    search(WORD)
    go_to(window, row_of_other(window))
    other.unlink()
    hands.press("Return")
    glance = QApplication.activeModalWidget()
    qtbot.waitUntil(lambda: glance.windowTitle() != "")
    assert "is not there any more" in glance.reading._empty.accessibleName()


def test_a_library_that_cannot_be_searched_is_refused(window, tmp_path, other):
    with closing(sqlite3.connect(other)) as database:
        database.execute(f"PRAGMA user_version = {schema.VERSION - 1}")
    for path, words in (
        (window.library.path, "is being searched already"),
        (other, "was made by an earlier Jianbao"),
    ):
        with answering(choose(path)):
            window.actions_["attach_library"].trigger()
        assert words in window.status.message()
        assert window.searching.attaching.paths == ()


def test_a_page_of_the_library_is_searched_alone(beside, other, search, qtbot):
    window = beside
    page_id = window.library.search.search(WORD).hits[0].page_id
    window.searching.results.narrowing.set_within(Scope(page_id=page_id), "a page")
    search(WORD)
    assert any(library for library, _ in shown(window))
    window.searching.results.narrowing.search_within(part=True)
    settle(window, qtbot)
    assert shown(window)
    assert not any(library for library, _ in shown(window))
    button = window.searching.results.beside.button(other)
    assert button.text().startswith("– local")
    assert button.accessibleName() == "Not searched for a part of this library: local"


def test_one_of_the_same_name_goes_by_its_folder(tmp_path):
    own, other, third = tmp_path / "a" / "library.jianbao", tmp_path / "b" / "library.jianbao", Path("/c/x.jianbao")
    assert names_of([other, third], own) == {other: "b/library", third: "x"}


def test_the_button_of_a_library_opens_it(beside, other, search, qtbot):
    search(WORD)
    with qtbot.waitSignal(beside.library_wanted) as asked:
        entries(beside.searching.results.beside.button(other))["Open this library"].trigger()
    assert asked.args[0] == other


def test_the_button_is_reached_by_tab(beside, other, search):
    search(WORD)
    once = beside.searching.results.once
    once.setFocus()
    QTest.keyClick(once, Qt.Key.Key_Tab)
    assert beside.searching.results.beside.button(other).hasFocus()
