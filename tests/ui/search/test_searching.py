"""Searching the whole library from the window, by keys, over the pages of ``seeds``."""

import pytest

from reader.domain.found import Order
from reader.domain.scope import Scope
from reader.ui.search.delegate import visible_part

WORD, RARE = "记者", "采样"


@pytest.fixture
def search(window, hands, qtbot):
    """Types a query into the field and waits for the whole answer."""

    def search(text):
        window.searching.field.clear()
        hands.press("Ctrl+1", "Slash")
        assert window.searching.field.hasFocus()
        hands.type(text)
        qtbot.waitUntil(lambda: window.searching.is_shown and not window.jobs.is_busy() and answered(window))

    return search


def answered(window):
    return "found" in window.searching.results.count_text


def found(window):
    return [hit.item_id for hit in window.searching.results.model.hits]


def expected(window, text, order=Order.NEWEST):
    return [hit.item_id for hit in window.library.search.search(text, order=order).hits]


def outlined(window):
    layer = window.desk.reading.text._layer  # what is painted beneath the text
    return tuple(layer.hits), layer.hit


def test_results_are_those_of_the_library_in_every_order(window, search, qtbot):
    search(WORD)
    assert len(found(window)) > 2
    assert found(window) == expected(window, WORD)
    assert window.searching.results.count_text == f"{window.library.search.count(WORD)} found"
    box = window.searching.results.order_box
    for order in (Order.OLDEST, Order.RELEVANCE):
        box.setCurrentIndex(box.findData(order.value))
        qtbot.waitUntil(lambda: not window.jobs.is_busy() and answered(window))
        assert found(window) == expected(window, WORD, order)


def test_down_opens_the_first_result_at_its_first_hit(window, hands, search):
    search(WORD)
    hands.press("Down")
    assert window.searching.results.list.hasFocus()
    article = window.desk.article
    assert article.stored.id == found(window)[0]
    hits = window.library.search.hits(WORD, article)
    assert outlined(window) == (hits, hits[0])
    hands.press("Return")
    assert window.desk.reading.text.hasFocus()


def test_keys_walk_the_results_and_their_hits(window, hands, search):
    search(WORD)
    hands.press("Down", "J")
    assert window.desk.article.stored.id == found(window)[1]
    hands.press("Return", "K")
    assert window.desk.article.stored.id == found(window)[0]
    walked = []
    for _hit in window.library.search.hits(WORD, window.desk.article):
        walked.append(outlined(window)[1])
        hands.press("F4")
    assert tuple(walked) == window.library.search.hits(WORD, window.library.pages.article(found(window)[0]))
    assert window.desk.article.stored.id == found(window)[1]
    hands.press("Shift+F4")
    assert window.desk.article.stored.id == found(window)[0]
    assert outlined(window)[1] == walked[-1]


def test_esc_brings_the_tree_back_as_it_was(window, hands, search):
    rows = window.library.tree.items(Scope())
    window.desk.open_article(rows[0].id)
    before = set(map(str, window.desk.tree.view.expansion.paths()))
    search(RARE)
    assert not window.desk.tree.view.isVisible()
    hands.press("Down", "Escape")
    assert window.desk.tree.view.isVisible()
    assert window.desk.tree.view.hasFocus()
    assert window.searching.field.text() == ""
    assert before <= set(map(str, window.desk.tree.view.expansion.paths()))
    assert window.desk.tree.selected_item_ids() == (window.desk.article.stored.id,)
    assert outlined(window)[0], "hits stay while the article is open"


def test_only_the_last_of_two_quick_queries_is_shown(window, hands, search, qtbot):
    search(WORD)
    window.searching.field.setText("中")
    window.searching.results.order_changed.emit()  # at once, without the pause
    window.searching.field.setText(RARE)
    window.searching.results.order_changed.emit()
    qtbot.waitUntil(lambda: not window.jobs.is_busy() and answered(window))
    assert found(window) == expected(window, RARE) != expected(window, "中")


def test_nothing_found_says_what_to_do(window, search):
    search("龘龘龘")
    results = window.searching.results
    assert results.message.isVisible()
    assert "Nothing found" in results.message.accessibleName()


def test_letters_are_letters_while_typing(window, hands, search):
    window.desk.open_article(window.library.tree.items(Scope())[0].id)
    opened = window.desk.article.stored.id
    hands.press("Ctrl+1", "Slash")
    hands.type("jkmw/")
    assert window.searching.field.text() == "jkmw/"
    assert window.desk.article.stored.id == opened
    assert not window.desk.workbench.isVisible()


def test_a_note_that_is_written_is_found_at_once(window, hands, search, qtbot):
    window.desk.open_article(window.library.tree.items(Scope())[0].id)
    search("qqq")
    assert found(window) == []
    hands.press("Ctrl+2", "S", "H", "N")
    hands.type("qqq")
    hands.press("Escape")
    qtbot.waitUntil(lambda: found(window) == [window.desk.article.stored.id])


def test_the_first_hit_is_in_sight_in_a_narrow_row(window):
    for hit in window.library.search.search(WORD).hits:
        text, spans = visible_part(hit.snippets[0])
        assert {text[span.start : span.end] for span in spans} == {WORD}
        assert spans[0].start <= 7
