"""Work on all that is selected in the tree of a window: deleted, marked as read, and the library compacted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit

from reader.domain.model import Color, Range
from reader.domain.scope import Grouping, Scope

WAIT_MS = 20000


@pytest.fixture
def done(qtbot, window):
    """Runs something that is a job, and waits for its end."""

    def act(name):
        with qtbot.waitSignal(window.writes.busy_changed, timeout=WAIT_MS, check_params_cb=lambda busy: not busy):
            window.actions_[name].trigger()

    return act


@pytest.fixture
def newspaper(window):
    """Selects the first newspaper of the tree."""
    tree = window.desk.tree
    node = window.library.tree.roots(Grouping.NEWSPAPER, Scope())[0]
    tree.view.show_path(((node.level, node.value),))
    return node


def test_the_pages_of_a_newspaper_are_deleted_and_undo_brings_them_back(qtbot, window, newspaper, done):
    library = window.library
    row = library.tree.items(newspaper.scope)[0]
    library.marks.add(library.pages.article(row.id), Range(0, 3), Color.PINK)
    before = library.tree.roots(Grouping.NEWSPAPER, Scope())
    pages = len(library.tree.page_ids(newspaper.scope))
    window.desk.open_article(row.id, follow=False)
    done("delete_pages")
    qtbot.waitUntil(lambda: "deleted" in window.status.message())
    assert f"{pages} pages deleted, with 1 mark" in window.status.message()
    assert newspaper.value not in [node.value for node in library.tree.roots(Grouping.NEWSPAPER, Scope())]
    assert [row.data.value for row in window.desk.tree.model.root.children] == [
        node.value for node in library.tree.roots(Grouping.NEWSPAPER, Scope())
    ]
    assert window.desk.article is None
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: library.tree.roots(Grouping.NEWSPAPER, Scope()) == before)


def test_a_selected_group_is_read_as_a_whole_and_unread_again(qtbot, window, newspaper, done):
    library = window.library
    window.desk.open_article(library.tree.items(newspaper.scope)[0].id, follow=False)
    window.desk.mark_read()
    done("toggle_read")
    qtbot.waitUntil(lambda: window.desk.tree.model.root.children[0].data.unread == 0)
    assert library.tree.counts(newspaper.scope)[1] == 0
    done("toggle_read")
    qtbot.waitUntil(lambda: window.desk.tree.model.root.children[0].data.unread == newspaper.count)


@pytest.fixture
def answer(qtbot, window):
    """Types into the dialog that is open, and accepts it; waits for the end of the work."""

    def act(text):
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(dialog.findChild(QLineEdit), event)
        QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
        ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
        with qtbot.waitSignal(window.writes.busy_changed, timeout=WAIT_MS, check_params_cb=lambda busy: not busy):
            if dialog.isVisible():
                ok.click()

    return act


def open_group(window, key):
    """Closes the article, puts the keyboard into the tree and presses a key."""
    window.desk.tree.view.setFocus()
    QTest.keyClick(window.desk.tree.view, key)


def test_a_group_is_read_by_key_with_nothing_open(qtbot, window, newspaper):
    assert window.desk.article is None
    assert window.actions_["toggle_read"].isEnabled()
    open_group(window, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: window.library.tree.counts(newspaper.scope)[1] == 0)
    qtbot.waitUntil(lambda: window.desk.tree.model.root.children[0].data.unread == 0)


def test_from_the_text_only_what_is_open_is_read(qtbot, window, newspaper):
    rows = window.library.tree.items(newspaper.scope)
    window.desk.open_article(rows[0].id, follow=False)
    window.desk.focus_text()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_M)
    qtbot.waitUntil(lambda: window.library.reading.is_read(rows[0].id))
    assert window.library.tree.counts(newspaper.scope)[1] == len(rows) - 1


def test_all_articles_of_a_group_are_tagged_on_their_headlines(qtbot, window, newspaper, answer):
    library = window.library
    rows = library.tree.items(newspaper.scope)
    first = library.pages.article(rows[0].id)
    title = first.stored.item.title
    there, _ = library.marks.add(
        first, Range(first.view.text.index(title), first.view.text.index(title) + len(title)), Color.BLUE
    )
    open_group(window, Qt.Key.Key_T)
    answer("来源可靠")
    qtbot.waitUntil(lambda: "tagged" in window.status.message())
    assert [row.id for row in library.tree.items(Scope(tag="来源可靠"))] == [row.id for row in rows]
    assert [row.marks for row in library.tree.items(newspaper.scope)] == [1] * len(rows)
    assert library.marks.get(there).tags == ("来源可靠",)
    for row in rows:
        article = library.pages.article(row.id)
        (marked,) = library.marks.of_article(article)
        if article.stored.item.title:
            assert "".join(marked.quote.split()) == "".join(article.stored.item.title.split())
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: not library.tree.items(Scope(tag="来源可靠")))
    assert library.marks.get(there).tags == ()


def test_all_articles_of_a_group_are_moved_to_a_section(qtbot, window, newspaper, answer):
    library = window.library
    rows = library.tree.items(newspaper.scope)
    sections = {row.id: library.pages.article(row.id).stored.item.section for row in rows}
    window.desk.tree.view.setFocus()
    QTest.keyClick(window.desk.tree.view, Qt.Key.Key_F2, Qt.KeyboardModifier.ControlModifier)
    answer("专题")
    qtbot.waitUntil(lambda: "moved" in window.status.message())
    assert [row.id for row in library.tree.items(Scope(section="专题"))] == [row.id for row in rows]
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: not library.tree.items(Scope(section="专题")))
    assert {row.id: library.pages.article(row.id).stored.item.section for row in rows} == sections


def test_the_library_is_compacted_while_the_window_has_it_open(qtbot, window, done):
    before = window.library.tree.items(Scope())
    done("compact")
    qtbot.waitUntil(lambda: "MB now" in window.status.message())
    assert window.library.tree.items(Scope()) == before
