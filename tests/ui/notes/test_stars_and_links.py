"""What can be clicked on a card: stars, links to other marks, and the line that unfolds a note."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from reader.domain.model import Color, Range
from reader.ui.notes.card_layout import Part


@pytest.fixture
def linked(bench):
    first, _, last = bench.marks
    bench.library.links.add(first, last, "印证")
    bench.pane.show_article(bench.article)
    return bench


def place_of(bench, row, part, value=None):
    """A point of a card at which a part of it is, in pixels of the list."""
    cards = bench.pane.list
    cards.grab()
    rect = cards.visualRect(bench.pane.cards.index(row))
    for y in range(rect.top(), rect.bottom(), 3):
        for x in range(rect.left(), rect.right(), 5):
            hit = cards._hit(QPointF(x, y))
            if hit is not None and hit.part is part and value in (None, hit.value):
                return QPointF(x, y).toPoint()
    raise AssertionError(f"no {part}")


def click(bench, point):
    QTest.mouseClick(bench.pane.list.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_a_click_on_a_star_weighs_and_one_on_the_last_star_takes_it_away(bench):
    click(bench, place_of(bench, 1, Part.STAR, 3))
    assert bench.stored(1).importance == 3
    click(bench, place_of(bench, 1, Part.STAR, 3))
    assert bench.stored(1).importance == 2
    click(bench, place_of(bench, 1, Part.STAR, 1))
    assert bench.stored(1).importance == 1
    assert bench.undo().detail == "四十二米"


def test_a_link_is_on_both_cards_and_a_click_asks_to_follow_it(linked, qtbot):
    first, _, last = linked.marks
    with qtbot.waitSignal(linked.pane.link_followed) as followed:
        click(linked, place_of(linked, 0, Part.LINK))
    assert followed.args == [last]
    with qtbot.waitSignal(linked.pane.link_followed) as followed:
        click(linked, place_of(linked, 2, Part.LINK))
    assert followed.args == [first]


def test_a_card_says_its_links_and_stars_to_a_screen_reader(linked):
    linked.library.marks.set_importance(linked.marks[:1], 2)
    linked.pane.show_article(linked.article)
    said = linked.pane.cards.data(linked.pane.cards.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "2 stars" in said
    assert "linked to 茶摊 印证" in said


def test_a_long_note_unfolds_by_click_and_by_key(bench):
    bench.library.marks.set_note(bench.marks[0], "很长的一行\n" * 30)
    bench.pane.show_article(bench.article)
    cards = bench.pane.list
    height = cards.visualRect(bench.pane.cards.index(0)).height()
    click(bench, place_of(bench, 0, Part.FOLD))
    cards.doItemsLayout()
    assert cards.visualRect(bench.pane.cards.index(0)).height() > 2 * height
    bench.pane.focus_mark(bench.marks[0])
    QTest.keyClick(cards, Qt.Key.Key_Left)
    cards.doItemsLayout()
    assert cards.visualRect(bench.pane.cards.index(0)).height() == height


def test_a_far_card_is_reached_before_all_cards_are_laid_out(bench):
    text = bench.article.view.text
    body = text.index("青陵州")
    for number in range(120):
        bench.library.marks.add(bench.article, Range(body + number % 30, body + number % 30 + 5), Color.BLUE)
    bench.pane.show_article(bench.article)
    last = bench.pane.cards.at(bench.pane.cards.rowCount() - 1).id
    bench.pane.focus_mark(last)
    cards = bench.pane.list
    assert cards.viewport().rect().intersects(cards.visualRect(cards.currentIndex()))
