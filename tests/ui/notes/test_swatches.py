"""Choosing the colour of a mark."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.domain.history import StepName
from reader.domain.model import Color


@pytest.fixture
def painting(bench):
    bench.pane.focus_mark(bench.marks[0])
    return bench


def test_a_click_gives_the_mark_a_colour(painting):
    QTest.mouseClick(painting.editor.swatches.swatch(Color.PINK), Qt.MouseButton.LeftButton)
    assert painting.stored(0).color is Color.PINK
    assert painting.pane.cards.at(0).color is Color.PINK
    assert painting.heard[-1][1] is painting.pane
    painting.undo()
    assert painting.editor.swatches.color() is Color.YELLOW


@pytest.mark.parametrize(("number", "color"), list(enumerate(Color, 1)))
def test_alt_and_a_digit_choose_a_colour_while_writing(painting, number, color):
    painting.pane.edit_note()
    QTest.keyClick(painting.note, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
    assert painting.stored(0).color is color
    assert painting.note.text() == "核对年份"
    assert painting.note.hasFocus()


def test_arrows_move_and_space_or_enter_choose(painting):
    painting.editor.swatches.swatch(Color.YELLOW).setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert painting.stored(0).color is Color.YELLOW
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert painting.stored(0).color is Color.BLUE
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert painting.stored(0).color is Color.GREEN
    assert [step.name for step in painting.library.history.steps(3)] == [
        StepName.RECOLOR,
        StepName.RECOLOR,
        StepName.MARK,
    ]


def test_the_colour_in_force_is_told_by_a_tick_and_not_by_colour_alone(painting):
    swatch = painting.editor.swatches.swatch(Color.GREEN)
    before = swatch.grab().toImage()
    painting.bus.announce(painting.library.marks.set_color(painting.marks[0], Color.GREEN))
    assert swatch.isChecked()
    assert swatch.grab().toImage() != before
    assert swatch.accessibleName() == "Green"
