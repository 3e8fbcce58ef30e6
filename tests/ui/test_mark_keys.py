"""Weighing, linking, commenting and resizing marks in the window by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.domain.memo import MemoTarget
from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from tests.ui.notes.conftest import compose


@pytest.fixture
def articles(window):
    """The ids of the two longest articles; the first is open, with the keyboard in its text."""
    library = window.library
    ids = [row.id for row in library.tree.items(Scope())]
    longest = sorted(ids, key=lambda one: -len(library.pages.article(one).view.text))[:2]
    window.desk.open_article(longest[0])
    window.desk.focus_text()
    return longest


@pytest.fixture
def body(window, articles):
    """Where the first long paragraph of the open article begins."""
    view = window.desk.article.view
    return next(one.span.start for one in view.paragraphs if one.span.end - one.span.start > 60)


def marked(window, start, length, color=Color.GREEN):
    annotation_id, changes = window.library.marks.add(window.desk.article, Range(start, start + length), color)
    window.bus.announce(changes)
    return annotation_id


def test_i_gives_stars_and_after_three_none(window, hands, body):
    one = marked(window, body, 6)
    window.desk.focus_mark(one)
    seen = []
    for _ in range(4):
        hands.press("I")
        seen.append(window.library.marks.get(one).importance)
    assert seen == [1, 2, 3, 0]
    hands.press("Shift+I")
    assert window.library.marks.get(one).importance == 3
    assert window.desk.notes.cards.at(0).importance == 3


def test_a_link_is_made_and_followed_over_articles_and_alt_left_returns(window, hands, articles, body):
    here = marked(window, body, 6)
    window.desk.focus_mark(here)
    hands.press("L")
    window.desk.open_article(articles[1])
    window.desk.focus_text()
    there = marked(window, 0, 4)
    window.desk.focus_mark(there)
    hands.press("Shift+L")
    ((link,), back) = window.library.links.ends_of(there), window.library.links.ends_of(here)
    assert (link.other.id, link.outgoing, back[0].other.id) == (here, False, there)
    hands.press("G")
    assert window.desk.article.stored.id == articles[0]
    assert window.desk.focused_mark() == here
    hands.press("Alt+Left")
    assert window.desk.article.stored.id == articles[1]
    assert window.desk.focused_mark() == there
    hands.press("Alt+Right")
    assert window.desk.focused_mark() == here


def test_a_jump_within_an_article_returns_to_the_mark_that_was_left(window, hands, body):
    first, second = marked(window, body, 6), marked(window, body + 20, 6)
    window.bus.announce(window.library.links.add(first, second)[1])
    window.desk.focus_mark(first)
    hands.press("G")
    assert window.desk.focused_mark() == second
    hands.press("Alt+Left")
    assert window.desk.focused_mark() == first


def test_a_link_that_cannot_be_made_says_why(window, hands, body, qtbot):
    one = marked(window, body, 6)
    window.desk.focus_mark(one)
    with qtbot.waitSignal(window.marking.hinted) as said:
        hands.press("Shift+L")
    assert "first" in said.args[0]
    hands.press("L")
    with qtbot.waitSignal(window.marking.refused):
        hands.press("Shift+L")
    other = marked(window, body + 20, 6)
    window.bus.announce(window.library.marks.delete([one]))
    window.desk.focus_mark(other)
    with qtbot.waitSignal(window.marking.hinted) as said:
        hands.press("Shift+L")
    assert "gone" in said.args[0]
    assert window.library.links.all() == []


def test_links_are_named_and_removed_in_their_dialog(window, hands, body):
    first, second = marked(window, body, 6), marked(window, body + 20, 6)
    window.bus.announce(window.library.links.add(first, second)[1])
    window.desk.focus_mark(first)
    hands.press("Shift+G")
    dialog = QApplication.activeModalWidget()
    table = dialog._table
    table.item(0, 1).setText("反例")
    assert [link.label for link in window.library.links.all()] == ["反例"]
    assert window.desk.notes.cards.links_at(0)[0].label == "反例"
    table.setFocus()
    dialog.remove_button.click()
    assert window.library.links.all() == []
    assert not dialog.remove_button.isEnabled()
    dialog.reject()
    hands.press("Ctrl+Z")
    assert [link.label for link in window.library.links.all()] == ["反例"]


def test_both_ends_go_by_sentence_and_the_beginning_by_clause(window, hands, body):
    text = window.desk.article.view.text
    stop = text.index("。", body)
    one = marked(window, body + 4, 2)
    window.desk.focus_mark(one)
    hands.press("Alt+Shift+End")
    assert window.library.marks.get(one).quote == text[body + 4 : stop + 1]
    hands.press("Alt+Shift+Home")
    assert window.library.marks.get(one).quote == text[body : stop + 1].strip()
    hands.press("Ctrl+Alt+Shift+Down")
    clause = window.library.marks.get(one).quote
    assert text[body : stop + 1].endswith(clause)
    assert len(clause) < stop + 1 - body
    hands.press("Ctrl+Alt+Shift+Up")
    assert window.library.marks.get(one).quote == text[body : stop + 1].strip()


def test_an_end_stays_within_the_article_and_something_stays_marked(window, hands, body):
    text = window.desk.article.view.text
    one = marked(window, 0, 1)
    window.desk.focus_mark(one)
    for keys in ("Alt+Shift+Home", "Alt+Shift+Up", "Ctrl+Alt+Shift+End", "Ctrl+Alt+Shift+Left", "Alt+Shift+Left"):
        hands.press(keys)
    assert window.library.marks.get(one).quote == text[0]


def test_shift_n_writes_the_memo_on_the_article_and_undo_takes_it_back(window, hands, articles):
    hands.press("Shift+N")
    compose(window.focusWidget(), commit="线索")
    hands.press("Escape")
    assert window.desk.reading.text.hasFocus()
    assert window.library.memos.text(MemoTarget.ITEM, articles[0]) == "线索"
    hands.press("Ctrl+Z")
    assert window.library.memos.text(MemoTarget.ITEM, articles[0]) == ""


def test_the_memos_on_page_and_library_are_commands(window, hands, articles):
    window.actions_["memo_page"].trigger()
    compose(window.focusWidget(), commit="整版")
    hands.press("Escape")
    page = window.desk.article.page.id
    assert window.library.memos.text(MemoTarget.PAGE, page) == "整版"
    window.actions_["memo_library"].trigger()
    dialog = QApplication.activeModalWidget()
    compose(dialog.focusWidget(), commit="全库")
    dialog.reject()
    assert window.library.memos.text(MemoTarget.LIBRARY) == "全库"


def test_shift_o_offers_the_marks_under_the_caret(window, hands, body):
    ids = [marked(window, body, 12 - number, color) for number, color in enumerate((Color.GREEN, Color.PINK))]
    window.desk.reading.set_caret(body + 3)
    hands.press("Shift+O")
    menu = QApplication.activePopupWidget()
    assert [action.data() for action in menu.actions()] == ids[::-1]
    QTest.keyClick(menu, Qt.Key.Key_2)
    assert window.desk.focused_mark() == ids[0]


def test_the_card_of_a_mark_offers_what_can_be_done_with_it(window, body):
    window.desk.focus_mark(marked(window, body, 6))
    window.desk.notes.list.menu_requested.emit(window.mapToGlobal(window.rect().center()))
    menu = QApplication.activePopupWidget()
    names = [action.objectName() for action in menu.actions() if isinstance(action, QAction)]
    menu.close()
    assert {"weigh_more", "note", "tag", "delete_mark"} <= set(names)
