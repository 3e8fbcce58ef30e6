"""Typing a note: when it is saved, what undo does to it, and that no word is lost."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest

from reader.domain.history import StepName
from reader.errors import ErrorCode, UserError
from tests.ui.notes.conftest import Bench, compose


def test_typing_is_saved_a_moment_later_and_announced_as_ours(bench, qtbot):
    bench.write(1)
    with qtbot.waitSignal(bench.bus.changed):
        QTest.keyClicks(bench.note, "long")
    assert bench.stored(1).note == "long"
    changes, initiator = bench.heard[-1]
    assert changes.annotations == {bench.marks[1]}
    assert initiator is bench.pane
    assert bench.pane.cards.at(1).note == "long"
    assert bench.note.hasFocus()


def leave_field(bench):
    bench.text.setFocus()


def choose_other_mark(bench):
    bench.pane.focus_mark(bench.marks[0])


def show_nothing(bench):
    bench.pane.show_article(None)


def close_window(bench):
    bench.window.close()


def hide_pane(bench):
    bench.pane.hide()


def save(bench):
    bench.pane.save_pending()


def press_escape(bench):
    QTest.keyClick(bench.note, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    "leave", [leave_field, choose_other_mark, show_nothing, close_window, hide_pane, save, press_escape]
)
def test_what_is_typed_is_saved_at_once_when_the_note_is_left(bench, leave):
    bench.write(1)
    QTest.keyClicks(bench.note, "kept")
    assert bench.stored(1).note == ""
    leave(bench)
    assert bench.stored(1).note == "kept"
    assert bench.stored(0).note == "核对年份"


def test_nothing_is_written_where_nothing_was_typed(bench):
    for number in (0, 1, 2):
        bench.write(number)
    bench.pane.show_article(None)
    assert bench.heard == []
    assert bench.library.history.next_undo().name is StepName.MARK


def test_typing_in_one_note_is_one_step(bench):
    bench.write(1)
    for word in ("one ", "two ", "three"):
        QTest.keyClicks(bench.note, word)
        bench.pane.save_pending()
    assert bench.undo().name is StepName.NOTE
    assert bench.stored(1).note == ""
    assert bench.note.text() == ""
    bench.redo()
    assert bench.note.text() == "one two three"


def test_undo_of_the_window_takes_pending_text_with_it(bench):
    bench.write(1)
    QTest.keyClicks(bench.note, "typed just now")
    bench.undo()
    assert bench.stored(1).note == ""
    bench.redo()
    assert bench.stored(1).note == "typed just now"


def test_ctrl_z_in_the_field_walks_the_text_and_never_the_library(bench):
    pressed = []
    QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), bench.window).activated.connect(lambda: pressed.append(1))
    bench.write(0)
    QTest.keyClicks(bench.note, "x")
    for _ in range(3):
        QTest.keyClick(bench.note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.note.text() == "核对年份"
    bench.pane.save_pending()
    assert bench.stored(0).note == "核对年份"
    assert pressed == []
    bench.pane.list.setFocus()
    QTest.keyClick(bench.pane.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [1]


def test_the_undo_of_the_field_survives_saving_but_not_another_mark(bench):
    bench.write(1)
    QTest.keyClicks(bench.note, "x")
    bench.pane.save_pending()
    assert bench.note.document().isUndoAvailable()
    bench.pane.focus_mark(bench.marks[2])
    assert not bench.note.document().isUndoAvailable()


def test_ctrl_enter_saves_and_goes_on_and_leaves_at_the_end(bench, qtbot):
    focused = []
    bench.pane.mark_focused.connect(focused.append)
    bench.write(0)
    QTest.keyClicks(bench.note, "!")
    with qtbot.waitSignal(bench.pane.next_requested):
        QTest.keyClick(bench.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.stored(0).note == "核对年份!"
    assert bench.pane.current_mark() == bench.marks[1]
    assert bench.note.hasFocus()
    QTest.keyClicks(bench.note, "two")
    QTest.keyClick(bench.note, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert bench.stored(1).note == "two"
    assert focused == bench.marks[1:]
    with qtbot.assertNotEmitted(bench.pane.next_requested), qtbot.waitSignal(bench.pane.leave_requested):
        QTest.keyClick(bench.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert bench.pane.current_mark() == bench.marks[2]


@pytest.mark.parametrize("keys", ["Esc", "Ctrl+Return"])
def test_shortcuts_of_the_window_do_not_take_the_keys_of_the_field(bench, qtbot, keys):
    pressed = []
    QShortcut(QKeySequence(keys), bench.window).activated.connect(lambda: pressed.append(1))
    bench.write(2)
    with qtbot.waitSignal(bench.pane.leave_requested):
        QTest.keySequence(bench.note, QKeySequence(keys))
    assert pressed == []


def test_a_plain_enter_is_a_new_line_and_tab_goes_on(bench):
    bench.write(1)
    QTest.keyClicks(bench.note, "a")
    QTest.keyClick(bench.note, Qt.Key.Key_Return)
    QTest.keyClicks(bench.note, "b")
    QTest.keyClick(bench.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(bench.note, "c")
    bench.pane.save_pending()
    assert bench.stored(1).note == "a\nb\nc"


def test_a_change_from_elsewhere_saves_what_is_typed_first(bench):
    bench.write(1)
    QTest.keyClicks(bench.note, "mine")
    bench.bus.announce(bench.library.marks.set_note(bench.marks[2], "另一条"))
    assert bench.stored(1).note == "mine"
    assert bench.note.text() == "mine"
    assert bench.pane.cards.at(2).note == "另一条"


def test_a_note_changed_elsewhere_is_shown_with_the_cursor_where_it_was(bench):
    bench.write(0)
    cursor = bench.note.textCursor()
    cursor.setPosition(2)
    bench.note.setTextCursor(cursor)
    bench.bus.announce(bench.library.marks.set_note(bench.marks[0], "核对年份和地点"))
    assert bench.note.text() == "核对年份和地点"
    assert bench.note.textCursor().position() == 2
    bench.pane.save_pending()
    assert bench.stored(0).note == "核对年份和地点"


def test_a_change_that_leaves_the_note_alone_leaves_the_field_alone(bench):
    bench.write(0)
    QTest.keyClicks(bench.note, "ab")
    QTest.keyClick(bench.note, Qt.Key.Key_Left)
    position = bench.note.textCursor().position()
    bench.bus.announce(bench.library.marks.add_tag(bench.marks[0], "桥"))
    assert bench.note.textCursor().position() == position
    assert bench.note.document().isUndoAvailable()
    assert bench.tags.chips.names()[-1] == "桥"


def test_what_a_refusal_kept_back_is_saved_with_the_next_chance(bench, monkeypatch):
    refused = []
    bench.pane.refused.connect(refused.append)
    write = bench.library.marks.set_note

    def disk_is_full(_annotation_id, _note):
        raise UserError(ErrorCode.DISK_FULL, "notes.jianbao")

    monkeypatch.setattr(bench.library.marks, "set_note", disk_is_full)
    bench.write(1)
    QTest.keyClicks(bench.note, "not lost")
    bench.pane.focus_mark(bench.marks[0])
    assert refused
    assert {error.code for error in refused} == {ErrorCode.DISK_FULL}
    bench.pane.focus_mark(bench.marks[1])
    assert bench.note.text() == "not lost"
    bench.pane.focus_mark(bench.marks[0])
    monkeypatch.setattr(bench.library.marks, "set_note", write)
    bench.pane.save_pending()
    assert bench.stored(1).note == "not lost"
    assert bench.stored(0).note == "核对年份"


def test_text_for_a_mark_that_went_away_meanwhile_comes_back_with_it(bench):
    bench.write(1)
    QTest.keyClicks(bench.note, "still here")
    bench.bus.announce(bench.library.marks.delete([bench.marks[1]]))
    assert bench.pane.current_mark() is None
    bench.undo()
    bench.pane.save_pending()
    assert bench.stored(1).note == "still here"


def test_an_unusual_note_is_not_rewritten_by_looking_at_it(bench):
    note = "不换\u00a0行\u2028下一行\r末"
    bench.library.marks.set_note(bench.marks[1], note)
    bench.pane.show_article(bench.article)
    bench.write(1)
    bench.pane.focus_mark(bench.marks[0])
    assert bench.stored(1).note == note
    bench.write(1)
    QTest.keyClicks(bench.note, "!")
    bench.pane.save_pending()
    assert bench.stored(1).note == "不换\u00a0行\n下一行\n末!"


def test_half_composed_words_are_neither_saved_nor_answered(bench, qtbot):
    bench.write(1)
    compose(bench.note, preedit="ni hao")
    for keys in ("Esc", "Ctrl+Return"):
        with qtbot.assertNotEmitted(bench.pane.leave_requested), qtbot.assertNotEmitted(bench.pane.next_requested):
            QTest.keySequence(bench.note, QKeySequence(keys))
    bench.pane._on_save_timer()
    assert bench.stored(1).note == ""
    compose(bench.note, commit="你好𠮷")
    bench.pane.save_pending()
    assert bench.stored(1).note.endswith("你好𠮷")
    assert "ni hao" not in bench.stored(1).note


def test_dropped_files_are_left_to_the_window(bench):
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/pages/a.txt")])
    words.setText("引文")
    assert not bench.note.canInsertFromMimeData(files)
    assert bench.note.canInsertFromMimeData(words)


def test_the_field_grows_with_its_text_and_not_after_the_reader_set_the_height(bench, qtbot):
    bench.write(1)
    before = bench.note.height()
    bench.note.insertPlainText("一行\n" * 9)
    qtbot.waitUntil(lambda: bench.note.height() > before)
    qtbot.waitUntil(lambda: bench.note.verticalScrollBar().maximum() == 0)
    assert bench.pane.list.height() > 0
    bench.pane._on_splitter_moved()
    grown = bench.note.height()
    bench.note.insertPlainText("一行\n" * 3)
    qtbot.waitUntil(lambda: not bench.pane._grow_timer.isActive())
    assert bench.note.height() == grown


def test_two_panes_on_one_library_follow_each_other(bench, qtbot):
    other = Bench(bench.library, bench.article, bench.marks)
    qtbot.addWidget(other.window)
    bench.bus.changed.connect(other.bus.changed)
    other.pane.focus_mark(bench.marks[1])
    bench.write(1)
    QTest.keyClicks(bench.note, "seen twice")
    bench.pane.save_pending()
    assert other.note.text() == "seen twice"
