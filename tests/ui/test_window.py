"""The window by keys alone, over the pages of ``seeds``."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from reader.domain.model import Color, Kind
from reader.domain.scope import Scope
from reader.ui.actions.table import ACTIONS
from reader.ui.handlers import handlers
from reader.ui.theme.typography import DEFAULT_SIZE, LARGEST


@pytest.fixture
def article(window, hands):
    """An article of some length, open, with the keyboard in its text at the beginning of the first body paragraph."""
    rows = [row for row in window.library.tree.items(Scope()) if row.kind is Kind.ARTICLE]
    window.desk.open_article(rows[0].id)
    hands.press("Ctrl+2")
    body = next(p for p in window.desk.article.view.paragraphs if p.role == "body")
    window.desk.reading.set_caret(body.span.start + 2)
    return window.desk.article


def marks(window):
    return list(window.desk.marks.values())


def test_every_action_has_a_handler(window):
    assert set(handlers(window)) == {spec.id for spec in ACTIONS}


def test_articles_are_walked_by_key(window, hands):
    walked = [row.id for row in window.library.tree.items(Scope())]
    hands.press("Ctrl+2")
    assert window.desk.article.stored.id == walked[0]
    hands.press("J", "J")
    assert window.desk.article.stored.id == walked[2]
    hands.press("K")
    assert window.desk.article.stored.id == walked[1]
    assert window.desk.tree.selected_item_ids() == (walked[1],)
    assert window.library.reading.is_read(walked[0])
    window.library.reading.set_read([walked[2]], read=True)
    hands.press("U")
    assert window.desk.article.stored.id == walked[3]
    hands.press("Alt+Left")
    assert window.desk.article.stored.id == walked[1]
    hands.press("Alt+Right")
    assert window.desk.article.stored.id == walked[3]


def test_panes_take_the_keyboard_in_turn(window, hands, article):
    desk = window.desk
    for keys, pane in (("Ctrl+1", desk.tree), ("F6", desk.reading), ("F6", desk.notes), ("F6", desk.tree)):
        hands.press(keys)
        focused = window.focusWidget()
        assert focused is pane or pane.isAncestorOf(focused), keys


def test_a_sentence_is_marked_tagged_and_noted_by_key(window, hands, qtbot, article):
    hands.press("S", "H")
    (mark,) = marks(window)
    assert mark.quote.endswith(("。", "”", "！", "？"))
    assert window.desk.focused_mark() == mark.id == window.desk.notes.current_mark()
    hands.press("T")
    hands.type("乡村")
    hands.press("Return", "Escape")
    assert window.library.marks.get(mark.id).tags == ("乡村",)
    hands.press("N")
    hands.type("note js")
    hands.press("Escape")
    assert window.library.marks.get(mark.id).note == "note js"
    assert window.desk.article.stored.id == article.stored.id, "J in a note is a letter"
    assert window.desk.reading.text.hasFocus()


def test_digits_give_and_take_recent_tags(window, hands, article):
    hands.press("S", "H")
    first = window.desk.focused_mark()
    window.marking.tag("政策")
    window.desk.reading.set_caret(article.view.paragraphs[-1].span.start)
    window.desk.focus_mark(None)
    hands.press("1")
    second = window.desk.focused_mark()
    assert second != first
    assert window.library.marks.get(second).tags == ("政策",)
    hands.press("1")
    assert window.library.marks.get(second).tags == ()


def test_undo_and_redo_walk_everything(window, hands, article):
    hands.press("S", "H")
    (mark,) = marks(window)
    window.marking.tag("甲")
    window.marking.highlight(Color.PINK)
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert (marks(window)[0].color, marks(window)[0].tags) == (Color.YELLOW, ())
    hands.press("Ctrl+Z")
    assert marks(window) == []
    assert "1" not in [action.text() for action in window.actions_.tags if action.isVisible()]
    hands.press("Ctrl+Shift+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert (marks(window)[0].uid, marks(window)[0].color, marks(window)[0].tags) == (mark.uid, Color.PINK, ("甲",))


def test_ends_are_moved_by_key(window, hands, article):
    hands.press("S", "H")
    (before,) = marks(window)
    hands.press("Alt+Shift+Left")
    (after,) = marks(window)
    assert after.quote == before.quote[:-1].rstrip()
    hands.press("Alt+Shift+Right")
    assert marks(window)[0].quote == before.quote


def test_stacked_marks_are_all_reached(window, hands, article):
    hands.press("S", "H")
    window.desk.focus_mark(None)
    hands.press("P", "H")
    assert len(marks(window)) == 2
    reached = set()
    for _ in range(2):
        hands.press("O")
        reached.add(window.desk.focused_mark())
    assert reached == {mark.id for mark in marks(window)}
    hands.press("Delete")
    assert len(marks(window)) == 1
    hands.press("Delete")
    assert len(marks(window)) == 1, "nothing is in focus, so nothing more is deleted"


def test_marks_are_stepped_in_text_and_notes_together(window, hands, article):
    paragraphs = [p for p in article.view.paragraphs if p.role == "body"][:3]
    for paragraph in paragraphs:
        window.desk.reading.set_caret(paragraph.span.start + 1)
        window.desk.focus_mark(None)
        hands.press("S", "H")
    window.desk.focus_mark(None)
    window.desk.reading.set_caret(0)
    stepped = []
    for _ in paragraphs:
        hands.press("]")
        stepped.append(window.desk.focused_mark())
        assert window.desk.notes.current_mark() == stepped[-1]
    assert stepped == list(window.desk.marks)
    hands.press("[")
    assert window.desk.focused_mark() == stepped[-2]


def test_a_window_comes_back_as_it_was(window, hands, article, open_window, seeded):
    hands.press("S", "H")
    (mark,) = marks(window)
    position = window.desk.reading.position()
    window.resize(700, 600)
    window.close()
    again = open_window(seeded)
    assert again.desk.article.stored.id == article.stored.id
    assert again.desk.reading.position() == position
    assert list(again.desk.marks) == [mark.id]
    assert again.desk.tree.selected_item_ids() == (article.stored.id,)
    assert again.size() == QSize(700, 600)


def test_undoing_an_import_empties_the_desk(window, hands, article, qtbot):
    hands.press("Ctrl+Z")
    qtbot.waitUntil(lambda: window.desk.article is None)
    assert window.library.tree.items(Scope()) == []
    hands.press("Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: len(window.library.tree.items(Scope())) > 60)


def test_only_the_text_and_back(window, hands, article):
    hands.press("F11")
    assert window.desk.tree.isHidden()
    assert window.menuBar().isHidden()
    assert window.desk.reading.text.hasFocus()
    hands.press("F11")
    assert not window.desk.tree.isHidden()
    assert not window.menuBar().isHidden()


def test_the_overview_lists_every_key_and_runs_from_every_pane(window, hands, article):
    from reader.ui.dialogs.keys import KeysDialog

    hands.press("?")
    (dialog,) = window.findChildren(KeysDialog)
    shown = set()
    for top in range(dialog.table.topLevelItemCount()):
        heading = dialog.table.topLevelItem(top)
        shown |= {heading.child(row).text(0) for row in range(heading.childCount())}
    assert len(shown) >= len(ACTIONS)
    dialog.reject()


def test_a_menu_opens_on_the_text_and_in_the_tree(window, article, qtbot):
    desk = window.desk
    for signal, expected in (
        (desk.reading.context_menu_requested, "highlight"),
        (desk.tree.context_menu, "edit_pages"),
    ):
        signal.emit(window.mapToGlobal(window.rect().center()))
        menu = QApplication.activePopupWidget()
        assert window.actions_[expected] in menu.actions()
        menu.close()


def test_a_library_that_is_dropped_is_asked_for_and_pages_are_imported(window, tmp_path, qtbot):
    page = tmp_path / "20240601-01.txt"
    page.write_text("标题一行字\n\n本报讯（记者 甲乙）正文有一句话，很短。\n", "utf-8")
    with qtbot.waitSignal(window.importing.controller.finished, timeout=30_000):
        window.open_or_import([page])
    assert window.library.tree.neighbour(None, Scope(issue_date="2024-06-01"), forward=True) is not None
    with qtbot.waitSignal(window.library_wanted) as asked:
        window.open_or_import([tmp_path / "other.jianbao", page])
    assert asked.args[0].name == "other.jianbao"


@pytest.mark.parametrize("size", [DEFAULT_SIZE, LARGEST])
def test_no_line_is_cut_off_in_the_smallest_window(window, hands, article, qtbot, size):
    window.appearance.set_type("", size)
    window.resize(window.minimumSizeHint())
    text = window.desk.reading.text
    qtbot.waitUntil(lambda: window.width() < 960)
    assert text.document().size().width() <= text.viewport().width()
    assert text.horizontalScrollBar().maximum() == 0
