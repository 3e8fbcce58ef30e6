"""The list of cards: which are measured, what stays in its place, and what keys and screen readers find in it."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from reader.ui.notes.card_list import CardList
from reader.ui.notes.card_model import CardModel
from tests.ui.notes.test_card_model import annotation

_NOTES = ("", "待核", "第一行\n第二行\n第三行", "水" * 200, "**要点**\n\n- 一\n- 二")
_MANY = 300


def _marks(numbers, seed=3):
    chance = random.Random(seed)
    return [annotation(number, chance.choice(_NOTES)) for number in numbers]


def _shown(qtbot, cards, width=320, height=600):
    shown = CardList(cards)
    qtbot.addWidget(shown)
    shown.resize(width, height)
    shown.show()
    QApplication.processEvents()
    return shown


@pytest.fixture
def cards():
    model = CardModel()
    model.load(_marks(range(_MANY)))
    return model


@pytest.fixture
def shown(qtbot, cards):
    return _shown(qtbot, cards)


def _heights(shown):
    """The heights of all cards, each of which was in sight."""
    rows = range(shown.model().rowCount())
    for row in rows:
        shown.scrollTo(shown.model().index(row, 0))
    return [_rect(shown, row).height() for row in rows]


def _rect(shown, row):
    return shown.visualRect(shown.model().index(row, 0))


def _in_sight(shown):
    """Where the cards stand that can be seen, by the ids of their marks."""
    model = shown.model()
    return {model.at(row).id: _rect(shown, row).top() for row in shown.rows_in_sight()}


def test_cards_keep_their_heights_as_others_come_and_go(qtbot):
    chance = random.Random(3)
    cards = CardModel()
    cards.load(_marks(range(20)))
    shown = _shown(qtbot, cards)
    _heights(shown)
    rows = [cards.at(row) for row in range(cards.rowCount())]
    for number in range(100, 112):
        rows.pop(chance.randrange(len(rows)))
        rows.insert(chance.randrange(len(rows)), annotation(number, chance.choice(_NOTES)))
        changed = chance.randrange(len(rows))
        rows[changed] = replace(rows[changed], note=chance.choice(_NOTES))
        rows.insert(0, rows.pop())
        cards.sync(rows)
        heights = _heights(shown)
        assert len(set(heights)) > 1
        assert heights == _heights(_shown(qtbot, cards))


def test_rows_stand_one_below_the_other_and_fill_the_list(shown, cards):
    for row in (0, 150, _MANY - 1, 40):
        shown.scrollTo(cards.index(row))
        rows = shown.rows_in_sight()
        rects = [_rect(shown, one) for one in rows]
        assert all(above.bottom() + 1 == below.top() for above, below in pairwise(rects))
        assert rects[0].top() <= 0
        assert rects[-1].bottom() >= shown.viewport().height() - 1
        assert [shown.indexAt(rect.center()).row() for rect in rects[1:-1]] == list(rows)[1:-1]


def test_one_card_more_asks_for_the_height_of_that_card_alone(qtbot, cards):
    asked = []
    shown = _shown(qtbot, cards)
    delegate = shown.itemDelegate()
    hint = delegate.sizeHint
    delegate.sizeHint = lambda option, index: asked.append(index.row()) or hint(option, index)
    rows = [cards.at(row) for row in range(_MANY)]
    rows.insert(2, annotation(1000, "新"))
    cards.sync(rows)
    QApplication.processEvents()
    assert asked == [2]


def test_what_is_looked_at_stays_in_its_place_when_cards_come_and_go_above(shown, cards):
    shown.verticalScrollBar().setValue(9000)
    before = _in_sight(shown)
    rows = [cards.at(row) for row in range(_MANY)]
    cards.sync([annotation(1000, "水" * 300), *rows[3:]])
    assert _in_sight(shown) == before
    cards.sync(rows)
    assert _in_sight(shown) == before


def test_what_is_looked_at_stays_when_the_first_in_sight_goes(shown, cards):
    shown.verticalScrollBar().setValue(9000)
    before = _in_sight(shown)
    first = next(iter(before))
    cards.sync([cards.at(row) for row in range(_MANY) if cards.at(row).id != first])
    after = _in_sight(shown)
    second = list(before)[1]
    assert after[second] == before[first]


def test_at_the_beginning_a_card_that_comes_first_is_seen(shown, cards):
    cards.sync([annotation(1000, "新"), *(cards.at(row) for row in range(_MANY))])
    assert _in_sight(shown)[1000] == 0


@pytest.mark.parametrize("step", [-37, -500, 37, 500])
def test_scrolling_moves_what_stays_in_sight_by_what_was_scrolled(shown, cards, step):
    shown.scrollTo(cards.index(150), QListView.ScrollHint.PositionAtTop)  # all above is unknown yet
    bar = shown.verticalScrollBar()
    for _ in range(12):
        before = _in_sight(shown)
        bar.setValue(bar.value() + step)
        after = _in_sight(shown)
        both = before.keys() & after.keys()
        assert both
        assert {after[one] - before[one] for one in both} == {-step}


def test_the_last_card_ends_where_the_list_ends(shown, cards):
    shown.setCurrentIndex(cards.index(0))
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_End)
    assert shown.current_mark() == _MANY - 1
    assert _rect(shown, _MANY - 1).bottom() == shown.viewport().height() - 1
    assert shown.verticalScrollBar().value() == shown.verticalScrollBar().maximum()


def test_keys_go_from_card_to_card(shown):
    shown.setFocus()
    keys = Qt.Key
    QTest.keyClick(shown, keys.Key_Down)
    assert shown.current_mark() == 0
    for _ in range(3):
        QTest.keyClick(shown, keys.Key_Down)
    assert shown.current_mark() == 3
    QTest.keyClick(shown, keys.Key_Up)
    assert shown.current_mark() == 2
    QTest.keyClick(shown, keys.Key_PageDown)
    further = shown.current_mark()
    assert further >= 4
    assert shown.viewport().rect().contains(shown.visualRect(shown.currentIndex()))
    QTest.keyClick(shown, keys.Key_PageUp)
    assert shown.current_mark() <= further - 2
    QTest.keyClick(shown, keys.Key_PageUp)
    assert shown.current_mark() == 0
    QTest.keyClick(shown, keys.Key_Up)
    assert shown.current_mark() == 0


def test_a_card_higher_than_the_list_is_shown_by_its_beginning(qtbot):
    cards = CardModel()
    cards.load([annotation(number, "水" * 600) for number in range(5)])
    shown = _shown(qtbot, cards, height=120)
    shown.set_current_mark(3)
    assert _rect(shown, 3).top() == 0


def test_the_pointer_selects_the_card_that_it_is_on(shown):
    point = _rect(shown, 2).topLeft() + QPoint(40, 8)
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert shown.current_mark() == 2
    assert [index.row() for index in shown.selectedIndexes()] == [2]
    area = shown.visualRegionForSelection(shown.selectionModel().selection())
    assert area.boundingRect() == _rect(shown, 2) & shown.viewport().rect()


def test_an_article_without_marks_has_nothing_to_scroll(shown, cards):
    cards.load([])
    shown.show_cards()
    QApplication.processEvents()
    assert list(shown.rows_in_sight()) == []
    assert shown.verticalScrollBar().maximum() == 0
    assert not shown.indexAt(QPoint(5, 5)).isValid()
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert shown.current_mark() is None


def test_a_screen_reader_finds_a_list_of_named_rows(shown, cards):
    told = QAccessible.queryAccessibleInterface(shown)
    assert told.role() is QAccessible.Role.List
    assert told.text(QAccessible.Text.Name) == shown.accessibleName() != ""
    assert told.childCount() == _MANY
    row = told.child(2)
    assert row.role() is QAccessible.Role.ListItem
    assert row.text(QAccessible.Text.Name) == cards.data(cards.index(2), Qt.ItemDataRole.AccessibleTextRole)
    corner = shown.viewport().mapToGlobal(QPoint(0, 0))
    assert row.rect() == _rect(shown, 2).translated(corner)
    shown.set_current_mark(2)
    assert row.state().selected
    assert not told.child(1).state().selected
