"""Adding and removing tags, by keys, by mouse, and through an input method."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.domain.history import StepName
from tests.ui.notes.conftest import compose

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, where nothing is shown


@pytest.fixture
def tagging(bench):
    """The tag field of the first mark, which has two tags, with the keyboard in it."""
    bench.pane.focus_mark(bench.marks[0])
    bench.pane.edit_tags()
    assert bench.tags.input.hasFocus()
    return bench


def completions(bench):
    model = bench.tags.input.completer().completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_enter_adds_a_tag(tagging):
    QTest.keyClicks(tagging.tags.input, "bridge")
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Return)
    assert tagging.stored(0).tags == ("文物", "交通", "bridge")
    assert tagging.tags.chips.names() == ["文物", "交通", "bridge"]
    assert tagging.tags.input.text() == ""
    assert tagging.tags.input.hasFocus()
    assert tagging.heard[-1][1] is tagging.pane


@pytest.mark.parametrize("separator", [",", "，", "；", ";", "、"])
def test_separators_add_a_tag_and_leave_the_rest(tagging, separator):
    tagging.tags.input.insert("廊桥")
    QTest.keyClicks(tagging.tags.input, separator) if separator in ",;" else compose(
        tagging.tags.input, commit=separator
    )
    assert tagging.stored(0).tags[2:] == ("廊桥",)
    assert tagging.tags.input.text() == ""


def test_a_pasted_list_becomes_several_tags(tagging):
    QApplication.clipboard().setText("甲，乙;丙, 丁")
    tagging.tags.input.paste()
    assert tagging.stored(0).tags[2:] == ("甲", "乙", "丙")
    assert tagging.tags.input.text() == "丁"


def test_a_tag_that_is_there_is_not_added_twice(tagging):
    QTest.keyClicks(tagging.tags.input, "x")
    tagging.tags.input.setText("文物")
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Return)
    assert tagging.stored(0).tags == ("文物", "交通")


def test_a_name_of_nothing_is_refused_beside_the_field(tagging):
    QTest.keyClicks(tagging.tags.input, "#")
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Return)
    assert tagging.stored(0).tags == ("文物", "交通")
    assert "name" in tagging.tags.refusal()
    assert tagging.tags.input.text() == "#"
    QTest.keyClicks(tagging.tags.input, "a")
    assert tagging.tags.refusal() == ""


def test_enter_while_composing_adds_nothing(tagging):
    compose(tagging.tags.input, preedit="lang qiao")
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Return)
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Backspace)
    assert tagging.stored(0).tags == ("文物", "交通")
    compose(tagging.tags.input, commit="廊桥")
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Return)
    assert tagging.stored(0).tags == ("文物", "交通", "廊桥")


def test_backspace_in_the_empty_field_removes_the_last_tag(tagging):
    QTest.keyClicks(tagging.tags.input, "a")
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Backspace)
    assert tagging.stored(0).tags == ("文物", "交通")
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Backspace)
    assert tagging.stored(0).tags == ("文物",)
    assert tagging.undo().name is StepName.UNTAG
    assert tagging.tags.chips.names() == ["文物", "交通"]


def test_chips_are_reached_and_removed_by_keys(tagging):
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Left)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert QApplication.focusWidget().accessibleName() == "Remove tag 文物"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert tagging.stored(0).tags == ("交通",)
    assert QApplication.focusWidget().accessibleName() == "Remove tag 交通"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert tagging.tags.input.hasFocus()
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Left)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert tagging.stored(0).tags == ()
    assert tagging.tags.input.hasFocus()


def test_the_cross_of_a_chip_removes_it_and_its_name_does_not(tagging):
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Left)
    chip = QApplication.focusWidget()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, chip.height() // 2))
    assert tagging.stored(0).tags == ("文物", "交通")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 8, chip.height() // 2))
    assert tagging.stored(0).tags == ("文物",)


def test_escape_on_a_chip_leaves(tagging, qtbot):
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Left)
    with qtbot.waitSignal(tagging.pane.leave_requested):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_down_lists_the_tags_that_the_mark_does_not_have(tagging):
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Down)
    assert tagging.tags.input.completer().popup().isVisible()
    assert completions(tagging) == ["民生"]


def test_completion_finds_any_part_in_any_case(tagging):
    for name in ("Public Health", "HEALTH", "环境健康"):
        tagging.library.marks.add_tag(tagging.marks[2], name)
    tagging.bus.announce(tagging.library.marks.add_tag(tagging.marks[2], "新标签"))
    QTest.keyClicks(tagging.tags.input, "heal")
    assert sorted(completions(tagging)) == ["HEALTH", "Public Health"]
    tagging.tags.input.clear()
    compose(tagging.tags.input, commit="健")
    assert completions(tagging) == ["环境健康"]


def test_completion_finds_by_initials_and_pinyin(tagging):
    for name in ("环境健康", "重庆", "民 生"):
        tagging.bus.announce(tagging.library.marks.add_tag(tagging.marks[2], name))
    for typed, offered in (("hjjk", ["环境健康"]), ("chongq", ["重庆"]), ("ms", ["民 生", "民生"]), ("huanms", [])):
        tagging.tags.input.clear()
        QTest.keyClicks(tagging.tags.input, typed)
        assert sorted(completions(tagging)) == offered


def test_a_chosen_completion_is_added(tagging):
    QTest.keyClicks(tagging.tags.input, "x")
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Backspace)
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Down)
    popup = tagging.tags.input.completer().popup()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert tagging.stored(0).tags == ("文物", "交通", "民生")
    assert tagging.tags.input.text() == ""
    assert not popup.isVisible()


def test_a_completion_clicked_is_added(tagging, qtbot):
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Down)
    popup = tagging.tags.input.completer().popup()
    place = popup.visualRect(popup.model().index(0, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: tagging.stored(0).tags == ("文物", "交通", "民生"))
    assert tagging.tags.input.text() == ""


def test_escape_closes_the_list_first_and_then_leaves(tagging, qtbot):
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(tagging.pane.leave_requested):
        QTest.keyClick(tagging.tags.input, Qt.Key.Key_Escape)
    assert not tagging.tags.input.completer().popup().isVisible()
    with qtbot.waitSignal(tagging.pane.leave_requested):
        QTest.keyClick(tagging.tags.input, Qt.Key.Key_Escape)


def test_a_tag_half_typed_goes_to_its_own_mark_when_the_field_is_left(tagging):
    QTest.keyClicks(tagging.tags.input, "mine")
    tagging.pane.focus_mark(tagging.marks[1])
    assert tagging.stored(0).tags == ("文物", "交通", "mine")
    assert tagging.stored(1).tags == ()
    assert tagging.tags.input.text() == ""


def test_ctrl_enter_adds_what_is_typed_and_goes_on(tagging):
    QTest.keyClicks(tagging.tags.input, "last")
    QTest.keyClick(tagging.tags.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert tagging.stored(0).tags == ("文物", "交通", "last")
    assert tagging.pane.current_mark() == tagging.marks[1]
    assert tagging.note.hasFocus()


def test_the_note_typed_before_a_tag_is_the_step_before_it(tagging):
    tagging.pane.edit_note()
    QTest.keyClicks(tagging.note, "!")
    tagging.tags.chips.removed.emit("交通")
    assert tagging.stored(0).note == "核对年份!"
    assert [step.name for step in tagging.library.history.steps(2)] == [StepName.UNTAG, StepName.NOTE]


def test_many_tags_do_not_push_the_note_away(tagging):
    for number in range(40):
        tagging.library.marks.add_tag(tagging.marks[0], f"标签{number}")
    tagging.bus.announce(tagging.library.marks.add_tag(tagging.marks[0], "还有一个"))
    assert len(tagging.tags.chips.names()) == 43
    assert tagging.tags.chips.height() < 150
    assert tagging.note.height() >= tagging.note.minimumSizeHint().height()
