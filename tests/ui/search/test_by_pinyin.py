"""Searching by pinyin from the window, by keys, over the pages of ``seeds``."""

import pytest

from reader.domain.scope import Scope
from reader.domain.syllables import runs
from reader.ui.settings import SEARCH_PINYIN


@pytest.fixture
def typed(window, hands, qtbot):
    """Types a query into the field and waits for the whole answer."""

    def typed(text):
        window.searching.field.clear()
        hands.press("Ctrl+1", "Slash")
        hands.type(text)
        settle(window, qtbot)

    return typed


@pytest.fixture
def letters(window):
    """The syllables of a headline's first characters, which no text says in Latin letters."""
    title = next(row.label for row in window.library.tree.items(Scope()) if len(next(runs(row.label), ())) > 3)
    return [sound.syllables[0] for sound in next(runs(title))[:4]]


def settle(window, qtbot):
    results = window.searching
    qtbot.waitUntil(lambda: results.is_shown and not window.jobs.is_busy() and "found" in results.results.count_text)


def found(window):
    return [hit.item_id for hit in window.searching.results.model.hits]


def expected(window, query):
    return [hit.item_id for hit in window.library.search.search(query).hits]


def test_letters_find_headlines_by_key_and_the_choice_is_remembered(window, hands, typed, qtbot, letters):
    initials = "".join(syllable[0] for syllable in letters)
    typed(initials)
    assert found(window) == expected(window, initials) == []
    hands.press("Ctrl+Shift+P")
    settle(window, qtbot)
    assert found(window) == expected(window, f"pinyin:{initials}") != []
    assert window.actions_["search_pinyin"].isChecked()
    assert window.settings.get(SEARCH_PINYIN)
    hands.press("Down")
    article = window.desk.article
    assert article.stored.id == found(window)[0]
    (hit, *_) = window.desk.reading.text._layer.hits
    assert len(article.view.text[slice(*hit)]) >= len(letters)
    typed("".join(letters))
    assert found(window) == expected(window, f"pinyin:{''.join(letters)}") != []
    hands.press("Ctrl+Shift+P")
    settle(window, qtbot)
    assert found(window) == []
    assert not window.settings.get(SEARCH_PINYIN)


def test_where_letters_find_nothing_pinyin_is_offered_and_reached_by_key(window, hands, typed, qtbot, letters):
    typed("".join(letters))
    (offer,) = window.searching.results.message.buttons()
    assert offer.isVisible()
    hands.press("Down")
    assert offer.hasFocus()
    hands.press("Space")
    settle(window, qtbot)
    assert window.searching.field.pinyin
    assert found(window) == expected(window, f"pinyin:{''.join(letters)}") != []
    assert window.searching.results.list.hasFocus()


def test_esc_on_the_offer_ends_the_search(window, hands, typed, letters):
    typed("".join(letters))
    hands.press("Down", "Escape")
    assert not window.searching.is_shown
    assert window.desk.tree.view.hasFocus()


def test_nothing_is_offered_where_pinyin_would_find_no_more(window, hands, typed, qtbot):
    for query in ("text:zhongguo", "5050505"):
        typed(query)
        assert window.searching.results.message.buttons() == []
    typed("zzzzzz")
    assert len(window.searching.results.message.buttons()) == 1
    hands.press("Down", "Space")
    settle(window, qtbot)
    assert window.searching.results.message.buttons() == []
    assert window.searching.field.hasFocus()


def test_last_and_saved_searches_keep_the_choice(window, hands, typed, qtbot, letters):
    query = "".join(letters)
    hands.press("Ctrl+Shift+P")
    typed(query)
    hands.press("Down", "Escape")
    assert window.searching.memory.recent() == [f"pinyin:{query}"]
    window.library.saved.save_search("以音", f"pinyin:{query}")
    hands.press("Ctrl+Shift+P")
    assert not window.searching.field.pinyin
    window.searching.memory.show_menu()
    texts = [action.text() for action in window.searching.memory._menu.actions()]
    assert f"{query} (by pinyin)" in texts
    assert "以音" in texts
    window.searching.memory._menu.actions()[texts.index("以音")].trigger()
    settle(window, qtbot)
    assert (window.searching.field.text(), window.searching.field.pinyin) == (query, True)
    assert found(window) == expected(window, f"pinyin:{query}") != []
    window.searching.run("记者")
    settle(window, qtbot)
    assert not window.searching.field.pinyin
    assert found(window) == expected(window, "记者") != []


def test_the_button_beside_the_field_says_what_it_does(window):
    action = window.actions_["search_pinyin"]
    button = window.tool_bar.widgetForAction(action)
    assert button.text() == "Pinyin"
    assert "zhongguo" in button.toolTip()
    assert "Ctrl+Shift+P" in button.toolTip()
    button.click()
    assert window.searching.field.pinyin
    assert button.isChecked()
