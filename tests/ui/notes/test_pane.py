"""Moving among the marks, following changes, and what is shown when there are none."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QToolButton, QWidget

from reader.domain.model import Color, Range
from tests.support.printed import mark


def spy(signal):
    heard = []
    signal.connect(lambda *args: heard.append(args[0] if args else None))
    return heard


def shown_words(pane):
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]


def click(bench, number, *, double=False):
    bench.pane.list.scrollTo(bench.pane.cards.index(number))
    place = bench.pane.list.visualRect(bench.pane.cards.index(number)).topLeft() + QPoint(40, 20)
    QTest.mouseClick(bench.pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if double:
        QTest.mouseDClick(bench.pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_marks_stand_in_reading_order_and_none_is_current_at_first(bench):
    assert [bench.pane.cards.at(row).id for row in range(3)] == bench.marks
    assert bench.pane.current_mark() is None
    assert "3" in shown_words(bench.pane)
    assert not bench.note.isVisible()


def test_focus_mark_shows_the_mark_without_a_signal(bench):
    heard = spy(bench.pane.mark_focused)
    bench.pane.focus_mark(bench.marks[2])
    assert bench.pane.current_mark() == bench.marks[2]
    assert bench.note.text() == "采访"
    assert bench.tags.chips.names() == ["民生"]
    assert bench.editor.swatches.color() is Color.VIOLET
    assert "3 of 3" in shown_words(bench.pane)
    bench.pane.focus_mark(None)
    assert bench.pane.current_mark() is None
    bench.pane.focus_mark(987654)
    assert bench.pane.current_mark() is None
    assert heard == []


def test_the_reader_moves_by_keys_and_by_mouse(bench):
    heard = spy(bench.pane.mark_focused)
    bench.pane.list.setFocus()
    assert bench.pane.current_mark() is None
    QTest.keyClick(bench.pane.list, Qt.Key.Key_Down)
    QTest.keyClick(bench.pane.list, Qt.Key.Key_Down)
    click(bench, 2)
    assert heard == bench.marks
    assert bench.note.text() == "采访"


def test_enter_and_double_click_ask_for_the_text(bench):
    heard = spy(bench.pane.mark_activated)
    bench.pane.focus_mark(bench.marks[1])
    QTest.keyClick(bench.pane.list, Qt.Key.Key_Return)
    click(bench, 2, double=True)
    assert heard == bench.marks[1:]


def test_escape_in_the_list_leaves(bench, qtbot):
    bench.pane.list.setFocus()
    with qtbot.waitSignal(bench.pane.leave_requested):
        QTest.keyClick(bench.pane.list, Qt.Key.Key_Escape)


def test_letters_in_the_list_find_no_card(bench):
    bench.pane.list.setFocus()
    QTest.keyClicks(bench.pane.list, "q4")
    assert bench.pane.current_mark() is None


@pytest.mark.parametrize(("number", "then"), [(0, 1), (2, 1)])
def test_delete_removes_the_mark_and_goes_to_its_neighbour(bench, number, then):
    heard = spy(bench.pane.mark_focused)
    bench.pane.focus_mark(bench.marks[number])
    bench.pane.list.setFocus()
    QTest.keyClick(bench.pane.list, Qt.Key.Key_Delete)
    with pytest.raises(KeyError):
        bench.stored(number)
    assert bench.pane.current_mark() == bench.marks[then]
    assert heard == [bench.marks[then]]
    assert bench.pane.list.hasFocus()
    assert bench.heard[-1][0].annotations == {bench.marks[number]}
    assert bench.heard[-1][1] is bench.pane


def test_the_last_mark_deleted_leaves_the_empty_state_with_its_actions(bench):
    action = QAction("Highlight")
    asked = spy(action.triggered)
    bench.pane.set_empty_actions([action])
    for number in range(3):
        bench.pane.focus_mark(bench.marks[number])
        QTest.mouseClick(bench.editor.delete_button, Qt.MouseButton.LeftButton)
    assert bench.pane.current_mark() is None
    assert any("No marks" in words for words in shown_words(bench.pane))
    (button,) = [button for button in bench.pane.findChildren(QToolButton) if button.isVisible()]
    button.click()
    assert len(asked) == 1
    bench.undo()
    assert bench.pane.cards.rowCount() == 1
    assert bench.pane.list.isVisible()


def test_no_article_is_said_apart_from_no_marks(bench):
    bench.pane.show_article(None)
    assert any("Open an article" in words for words in shown_words(bench.pane))
    bench.pane.show_article(bench.article)
    assert bench.pane.list.isVisible()
    assert bench.pane.current_mark() is None


def test_setting_the_focus_on_the_pane_reaches_something_that_is_shown(bench):
    bench.pane.setFocus()
    assert bench.pane.list.hasFocus()
    bench.bus.announce(bench.library.marks.delete(bench.marks))
    bench.text.setFocus()
    bench.pane.setFocus()
    assert not bench.text.hasFocus()
    assert bench.window.focusWidget().isVisible()


def test_a_mark_made_elsewhere_comes_to_its_place(bench):
    bench.pane.focus_mark(bench.marks[1])
    made, changes = bench.library.marks.add(bench.article, Range(0, 2), Color.BLUE)
    bench.bus.announce(changes)
    assert bench.pane.cards.row_of(made) == 0
    assert bench.pane.current_mark() == bench.marks[1]
    assert "3 of 4" in shown_words(bench.pane)


def test_changes_from_elsewhere_refresh_only_the_touched_card(bench):
    bench.pane.focus_mark(bench.marks[0])
    QAbstractItemModelTester(bench.pane.cards, QAbstractItemModelTester.FailureReportingMode.Warning, bench.pane)
    rows = []
    bench.pane.cards.dataChanged.connect(lambda first, last: rows.append((first.row(), last.row())))
    changes = bench.library.marks.set_color(bench.marks[2], Color.PINK)
    changes |= bench.library.marks.add_tag(bench.marks[2], "茶")
    bench.bus.announce(changes)
    assert rows == [(2, 2)]
    assert bench.pane.current_mark() == bench.marks[0]


def test_the_current_mark_deleted_elsewhere_leaves_none_current(bench):
    heard = spy(bench.pane.mark_focused)
    bench.pane.focus_mark(bench.marks[1])
    bench.bus.announce(bench.library.marks.delete([bench.marks[1]]))
    assert bench.pane.current_mark() is None
    assert not bench.note.isVisible()
    assert heard == []
    assert bench.text.hasFocus()


def test_tab_goes_from_the_list_over_note_and_tags_to_the_colours(bench):
    bench.pane.focus_mark(bench.marks[2])
    bench.pane.list.setFocus()
    stops = []
    for _ in range(4):
        QTest.keyClick(bench.window.focusWidget(), Qt.Key.Key_Tab)
        stops.append(bench.window.focusWidget())
    violet = bench.editor.swatches.swatch(Color.VIOLET)
    assert stops == [bench.note, bench.tags.input, violet, bench.editor.delete_button]


def test_everything_that_takes_the_focus_has_a_name(bench):
    bench.pane.focus_mark(bench.marks[0])
    nameless = [
        widget
        for widget in bench.pane.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not (widget.accessibleName() or isinstance(widget, QSplitter))
        and widget.objectName() != "qt_scrollarea_viewport"
    ]
    assert nameless == []


def test_a_letter_command_acts_in_the_list_but_never_while_a_note_is_typed(bench):
    pressed = spy(QShortcut(QKeySequence("J"), bench.window).activated)
    bench.pane.focus_mark(bench.marks[0])
    bench.pane.list.setFocus()
    QTest.keyClick(bench.pane.list, Qt.Key.Key_J)
    assert len(pressed) == 1
    for field in (bench.note, bench.tags.input):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_J)
    assert len(pressed) == 1
    assert bench.note.text() == "核对年份j"
    assert bench.tags.input.text() == "j"


def test_marks_of_another_page_change_nothing_here(bench):
    from tests.support.printed import file_page

    _, item_id, *_ = file_page(bench.library)
    before = bench.pane.cards.rowCount()
    other = mark(bench.library, item_id, "正式通车")
    bench.bus.announce(bench.library.marks.set_note(other, "别处"))
    assert bench.pane.cards.rowCount() == before


class Foreign(QTranslator):
    """A language that sets everything between angle brackets."""

    def translate(self, _context, text, _disambiguation=None, _number=-1):
        return f"<{text}>"

    def isEmpty(self):  # noqa: N802 # Qt's name
        return False


def test_another_language_is_spoken_at_once(bench, qapp):
    bench.pane.focus_mark(bench.marks[0])
    foreign = Foreign()
    qapp.installTranslator(foreign)
    try:
        QApplication.sendPostedEvents()
        assert bench.note.placeholderText() == "<Write a note>"
        assert bench.tags.input.accessibleName() == "<Add a tag>"
        assert bench.editor.delete_button.text() == "<Delete>"
        assert bench.editor.swatches.swatch(Color.PINK).accessibleName() == "<Pink>"
        assert bench.note.text() == "核对年份"
        assert bench.tags.chips.names() == ["文物", "交通"]
    finally:
        qapp.removeTranslator(foreign)
        QApplication.sendPostedEvents()
    assert bench.note.placeholderText() == "Write a note"


def test_the_current_card_stays_in_view_when_the_list_gets_shorter(bench, qtbot):
    for words in ("廊桥", "桥长", "修了三年", "老人", "游客", "照"):
        mark(bench.library, bench.article.stored.id, words)
    bench.pane.show_article(bench.article)
    cards = bench.pane.list
    bench.pane.focus_mark(bench.marks[2])
    cards.scrollTo(cards.currentIndex(), cards.ScrollHint.PositionAtBottom)
    before = cards.height()
    bench.window.resize(320, bench.window.height() - 120)
    qtbot.waitUntil(lambda: cards.height() < before)
    QApplication.sendPostedEvents()
    assert cards.viewport().rect().contains(cards.visualRect(cards.currentIndex()))
