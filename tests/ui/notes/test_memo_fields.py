"""Memos above the cards: read, written in place, saved by themselves, undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.domain.memo import MemoTarget
from reader.domain.model import Item, Kind, PageMeta, Role
from reader.ui.change_bus import ChangeBus
from reader.ui.notes.memo_dialog import MemoDialog
from reader.ui.theme.tokens import DARK
from tests.support.printed import block, file_page
from tests.ui.notes.conftest import compose


@pytest.fixture
def field(bench):
    return bench.pane.memos.fields[MemoTarget.ITEM]


def test_an_empty_memo_is_one_line(bench, field):
    assert not field.is_writing()
    assert field.height() < 3 * field.fontMetrics().lineSpacing()
    assert bench.pane.memos.isVisible()


def test_what_is_typed_is_saved_when_the_field_is_left_and_shown(bench, field):
    bench.pane.edit_memo(MemoTarget.ITEM)
    compose(field._note, commit="**线索**：看第三段")
    bench.text.setFocus()
    assert bench.library.memos.text(MemoTarget.ITEM, bench.article.stored.id) == "**线索**：看第三段"
    assert not field.is_writing()
    assert "线索" in field._view.accessibleName()
    assert [changes.memos for changes, _ in bench.heard] == [True]


def test_typing_that_goes_on_is_one_step(bench, field):
    before = bench.library.history.next_undo()
    bench.pane.edit_memo(MemoTarget.ITEM)
    for letters in ("线", "索"):
        compose(field._note, commit=letters)
        field.save_pending()
    assert bench.undo().rows == 1
    assert bench.library.history.next_undo() == before
    assert field._note.text() == ""
    bench.redo()
    assert field._note.text() == "线索"


def test_what_is_being_typed_is_not_lost_to_a_change_of_another_memo(bench, field):
    bench.pane.edit_memo(MemoTarget.ITEM)
    compose(field._note, commit="没写完")
    bench.bus.announce(bench.library.memos.set(MemoTarget.LIBRARY, None, "别处"))
    assert field._note.text() == "没写完"
    assert field.is_writing()
    assert bench.library.memos.text(MemoTarget.ITEM, bench.article.stored.id) == "没写完"


def test_escape_saves_and_goes_back_to_the_text(bench, field, qtbot):
    bench.pane.edit_memo(MemoTarget.PAGE)
    page = bench.pane.memos.fields[MemoTarget.PAGE]
    QTest.keyClicks(page._note, "page")
    with qtbot.waitSignal(bench.pane.leave_requested):
        QTest.keyClick(page._note, Qt.Key.Key_Escape)
    assert bench.library.memos.text(MemoTarget.PAGE, bench.article.page.id) == "page"


def test_what_was_typed_stays_with_its_article_when_another_is_opened(bench, field):
    (other,) = file_page(
        bench.library, "另一篇\n正文。", [_article("另一篇\n正文。")], PageMeta("青陵日报", "2024-05-13", "1"), "b.txt"
    )
    bench.pane.edit_memo(MemoTarget.ITEM)
    compose(field._note, commit="只属于第一篇")
    bench.pane.show_article(bench.library.pages.article(other))
    assert bench.library.memos.text(MemoTarget.ITEM, bench.article.stored.id) == "只属于第一篇"
    assert bench.library.memos.text(MemoTarget.ITEM, other) == ""
    assert not field.is_writing()


def _article(text):
    title, body = text.split("\n")
    return Item(Kind.ARTICLE, (block(text, Role.TITLE, title), block(text, Role.BODY, body)), title=title)


def test_a_memo_is_opened_by_key_and_a_long_one_unfolds(bench, field):
    bench.library.memos.set(MemoTarget.ITEM, bench.article.stored.id, "行\n" * 20)
    bench.pane.show_article(bench.article)
    folded = field._view.height()
    QTest.keyClick(field._view, Qt.Key.Key_Right)
    assert field._view.height() > 2 * folded
    QTest.keyClick(field._view, Qt.Key.Key_Left)
    assert field._view.height() == folded
    QTest.keyClick(field._view, Qt.Key.Key_Return)
    assert field.is_writing()
    assert field._note.text() == "行\n" * 20


def test_the_memo_on_the_library_is_written_in_a_dialog(qtbot, library):
    dialog = MemoDialog(library, ChangeBus(), DARK)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.field.is_writing()
    compose(dialog.field._note, commit="全库说明")
    dialog.reject()
    assert library.memos.text(MemoTarget.LIBRARY) == "全库说明"
    again = MemoDialog(library, ChangeBus(), DARK)
    qtbot.addWidget(again)
    assert not again.field.is_writing()
