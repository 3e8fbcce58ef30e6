"""The memo on a tag, in the panel of the codebook."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from reader.domain.memo import MemoTarget
from reader.services.codebook import Meaning
from reader.services.library import Library
from reader.ui.codebook.asking import AskDeletion
from tests.ui.notes.conftest import compose

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support",  # popups, where nothing is shown
    "Keyboard event not accepted",  # the release of a key whose press began a write
    extend=True,
)


def test_a_memo_on_a_tag_is_one_line_until_it_is_written_and_is_undone_as_one_step(bench):
    memo, memos = bench.panel.memo, bench.library.memos
    bench.stand_on(bench.city)
    line = memo.height()
    assert line < 3 * bench.view.fontMetrics().height()
    bench.press("Tab")
    assert memo.isAncestorOf(QApplication.focusWidget())
    bench.press("Return")
    assert memo.is_writing()
    compose(memo._note, commit="与住房如何分界？\n再问编码员。")
    bench.press("Escape")
    assert bench.view.hasFocus()
    assert memos.text(MemoTarget.TAG, bench.city) == "与住房如何分界？\n再问编码员。"
    assert memo.height() > line
    bench.stand_on(bench.life)
    bench.qtbot.waitUntil(lambda: memo.height() == line)  # the memo on another tag is empty
    bench.window.actions_["undo"].trigger()
    assert memos.text(MemoTarget.TAG, bench.city) == ""
    bench.window.actions_["redo"].trigger()
    bench.stand_on(bench.city)
    bench.qtbot.waitUntil(lambda: memo.height() > line)


def test_a_memo_under_way_is_saved_before_anything_else_is_done(bench):
    memo = bench.panel.memo
    bench.stand_on(bench.city)
    memo.edit()
    compose(memo._note, commit="写到一半")
    bench.window.actions_["undo"].trigger()
    assert bench.library.memos.text(MemoTarget.TAG, bench.city) == "", "it was a step, and the last one"
    bench.window.actions_["redo"].trigger()
    assert bench.library.memos.text(MemoTarget.TAG, bench.city) == "写到一半"
    assert memo.is_writing(), "the tag is still the one that is shown"
    compose(memo._note, commit="又写")
    bench.stand_on(bench.life)
    assert bench.library.memos.text(MemoTarget.TAG, bench.city) == "又写写到一半"
    assert bench.library.memos.text(MemoTarget.TAG, bench.life) == ""


def test_a_memo_under_way_is_saved_when_the_window_closes(bench):
    bench.stand_on(bench.city)
    bench.panel.memo.edit()
    compose(bench.panel.memo._note, commit="关窗之前")
    path = bench.library.path
    bench.window.close()
    with Library(path) as again:
        assert again.memos.text(MemoTarget.TAG, bench.city) == "关窗之前"


def test_the_memo_goes_with_its_tag(bench):
    bench.library.memos.set(MemoTarget.TAG, bench.city, "旧说")
    bench.panel._load()
    bench.stand_on(bench.city)
    bench.press("Delete")
    bench.answer(AskDeletion).lose.setChecked(True)
    bench.press("Return")
    bench.settle()
    assert bench.named("城建") is None
    assert bench.library.memos.all() == []
    bench.window.actions_["undo"].trigger()
    assert bench.library.memos.text(MemoTarget.TAG, bench.city) == "旧说"


def test_the_memo_is_scrolled_to_where_it_is_written(bench):
    bench.library.codebook.define(bench.home, Meaning("很长的定义。" * 200))
    bench.panel._load()
    bench.stand_on(bench.home)
    viewport, memo = bench.panel._scroll.viewport(), bench.panel.memo

    def is_seen():
        caret = memo._note.cursorRect().bottomLeft()
        return viewport.rect().contains(
            memo._note.viewport().mapTo(bench.panel, caret) - viewport.mapTo(bench.panel, QPoint())
        )

    bench.qtbot.waitUntil(lambda: memo.mapTo(bench.panel._scroll, QPoint()).y() > viewport.height())
    bench.press("Shift+E")
    bench.qtbot.waitUntil(is_seen)
    compose(memo._note, commit="一行\n" * 30)
    bench.qtbot.waitUntil(is_seen)


def test_a_key_writes_the_memo(bench):
    bench.stand_on(bench.city)
    bench.press("Shift+E")
    assert bench.panel.memo.is_writing()
    assert bench.panel.memo.isAncestorOf(QApplication.focusWidget())
