"""The annotation list by keyboard: filter, jump and back, bulk, saved filters, groups."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog

from reader.domain.mark_filter import MarkFilter
from reader.domain.mark_list import MarkColumn, MarkGrouping, MarkOrder
from reader.domain.model import Color
from reader.ui.annotations.ask_tags import AskReplacement, AskTags
from reader.ui.annotations.model import COLUMNS, GROUP_ROLE


def dialog_of(panel, kind, qtbot):
    found = []

    def look():
        found[:] = [one for one in panel.window().findChildren(kind) if one.isVisible()]
        return bool(found)

    qtbot.waitUntil(look)
    return found[0]


def come_back(window, qtbot):
    """What a window manager does when a dialog is closed."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_enter_goes_to_the_text_and_the_key_comes_back(panel, marked, hands):
    window, marks = marked
    assert panel.table.hasFocus()
    hands.press("Down", "Down", "Down", "Return")
    assert window.desk.focused_mark() == marks[3]
    assert window.desk.reading.text.hasFocus()
    assert panel.isVisible()
    hands.press("Ctrl+5")
    assert panel.table.hasFocus()
    assert panel.table.current_id() == marks[3]


def test_the_list_follows_the_mark_in_focus(panel, marked, hands):
    window, marks = marked
    hands.press("Return", "]")
    assert window.desk.focused_mark() == marks[1]
    assert panel.table.current_id() == marks[1]
    assert window.desk.reading.text.hasFocus()


def test_typing_filters_quotes_and_notes_in_any_width_and_case(panel, marked, hands, settled):
    _, marks = marked
    hands.press("/")
    hands.type("abc")
    assert settled() == [marks[3]]
    assert "1" in panel.head.count.text()
    hands.press("Ctrl+A")
    hands.type("没有这样的话")
    assert settled() == []
    assert not panel.table.isVisible()
    panel._clear.trigger()
    assert settled() == marks


def test_tags_are_asked_for_in_the_form(panel, marked, hands, settled, qtbot):
    _, marks = marked
    hands.press("F")
    assert panel.form.any_tags.field.input.hasFocus()
    hands.type("经济")
    hands.press("Return")
    assert settled() == marks[:2]
    panel.form.not_tags.setFocus()
    hands.type("就业")
    hands.press("Return")
    assert settled() == marks[:1]
    assert panel.wanted == MarkFilter(tags=("经济",), not_tags=("就业",))
    assert "就业" in panel.head.asked()


def test_a_filter_is_saved_by_name_chosen_renamed_and_deleted(panel, marked, hands, settled, qtbot):
    window, marks = marked
    panel.show_filter(MarkFilter(colors=(Color.GREEN,)))
    assert settled() == marks[1:3]
    panel.saved.fill()
    panel.saved.save.trigger()
    dialog = dialog_of(panel, QInputDialog, qtbot)
    dialog.setTextValue("绿的")
    dialog.accept()
    (query,) = window.library.saved.all()
    assert (query.name, window.library.saved.wanted(query)) == ("绿的", MarkFilter(colors=(Color.GREEN,)))
    panel.show_filter(MarkFilter())
    assert settled() == marks
    panel.saved.fill()
    next(action for action in panel.saved.menu.actions() if action.text() == "绿的").trigger()
    assert settled() == marks[1:3]
    panel.saved.fill()
    panel.saved.rename.trigger()
    dialog = dialog_of(panel, QInputDialog, qtbot)
    dialog.setTextValue("绿色")
    dialog.accept()
    assert [query.name for query in window.library.saved.all()] == ["绿色"]
    panel.saved.fill()
    panel.saved.delete.trigger()
    assert window.library.saved.all() == []
    come_back(window, qtbot)
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert [query.name for query in window.library.saved.all()] == ["绿的"]


def test_tags_are_given_to_all_that_is_selected_in_one_step(panel, marked, hands, qtbot):
    window, marks = marked
    hands.press("Ctrl+A", "T")
    dialog = dialog_of(panel, AskTags, qtbot)
    qtbot.waitUntil(dialog.field.input.hasFocus)
    event_target = QApplication.focusWidget()
    assert event_target is dialog.field.input
    dialog.field.input.setText("新")
    QTest.keyClick(dialog.field.input, Qt.Key.Key_Return)
    QTest.keyPress(dialog.field.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not window.writes.is_busy)
    assert all("新" in window.library.marks.get(one).tags for one in marks)
    assert "4" in window.status.message()
    come_back(window, qtbot)
    hands.press("Ctrl+Z")
    assert not any("新" in window.library.marks.get(one).tags for one in marks)
    assert "新" not in window.library.marks.tag_names()


def test_a_tag_is_replaced_where_it_is(panel, marked, hands, qtbot):
    window, marks = marked
    hands.press("Ctrl+A", "R")
    dialog = dialog_of(panel, AskReplacement, qtbot)
    dialog.old.setCurrentText("经济")
    dialog.new.setCurrentText("财政")
    dialog.accept()
    qtbot.waitUntil(lambda: not window.writes.is_busy)
    assert [window.library.marks.get(one).tags for one in marks] == [("财政",), ("就业", "财政"), (), ("就业",)]


def test_delete_removes_and_undo_brings_back(panel, marked, hands, qtbot, settled):
    window, marks = marked
    hands.press("Down", "Delete")
    qtbot.waitUntil(lambda: not window.writes.is_busy)
    assert settled() == [marks[0], *marks[2:]]
    hands.press("Ctrl+Z")
    assert settled() == marks


def test_groups_have_counts_and_fold(panel, marked, hands, settled):
    _, marks = marked
    next(one for one in panel.view.menu.actions() if one.data() == MarkGrouping.TAG.value).trigger()
    assert settled() == [None, marks[1], marks[3], None, marks[0], marks[1], None, marks[2]]
    names = [panel.model.index(row, 0).data(GROUP_ROLE) for row in (0, 3, 6)]
    assert [name[-3:] for name in names] == ["(2)", "(2)", "(1)"]
    assert panel.model.listing.count == 4
    panel.table.setFocus()
    hands.press("Ctrl+Home", "Left")
    assert panel.model.rowCount() == 6
    hands.press("Return")
    assert panel.model.rowCount() == 8


def test_the_header_sorts_and_columns_are_remembered(panel, marked, settled, open_window):
    window, marks = marked
    panel.table.sort_by(MarkOrder(MarkColumn.COLOR, descending=True))
    assert settled() == [marks[3], marks[1], marks[2], marks[0]]
    panel.table.show_column(MarkColumn.CODER, shown=True)
    panel.table.horizontalHeader().moveSection(0, 3)
    path = window.library.path
    window.close()
    again = open_window(path)
    table = again.docks.show("marks").table
    assert table.is_shown(MarkColumn.CODER)
    assert table.horizontalHeader().visualIndex(COLUMNS.index(MarkColumn.QUOTE)) == 3
    assert table.order() == MarkOrder(MarkColumn.COLOR, descending=True)


def test_export_writes_what_the_list_shows(panel, settled, qtbot):
    from reader.ui.dialogs.export import ExportDialog

    panel.show_filter(MarkFilter(colors=(Color.GREEN,), text=""))
    settled()
    panel.head.export.click()
    dialog = dialog_of(panel, ExportDialog, qtbot)
    assert dialog.wanted() == panel.wanted == MarkFilter(colors=(Color.GREEN,))
    dialog.reject()


def test_what_is_saved_stands_below_the_tree_and_shows_the_list_filtered_so(panel, marked, hands, settled, qtbot):
    window, marks = marked
    assert not window.saved.isVisible()
    _, changes = window.library.saved.save_filter("绿的", MarkFilter(colors=(Color.GREEN,)))
    window.bus.announce(changes)
    assert window.saved.isVisible()
    window.docks.toggle("marks")
    window.saved.list.setFocus()
    hands.press("Down", "Return")
    assert panel.table.hasFocus()
    assert settled() == marks[1:3]
    assert panel.saved.shown.name == "绿的"
    window.saved.list.setFocus()
    hands.press("Delete")
    assert not window.saved.isVisible()
    hands.press("Ctrl+Z")
    assert window.saved.isVisible()
    assert settled() == marks[1:3]


def test_a_saved_search_is_run(window, hands, qtbot):
    _, changes = window.library.saved.save_search("桥", "大桥")
    window.bus.announce(changes)
    window.saved.list.setFocus()
    hands.press("Down", "Return")
    assert window.searching.field.text() == "大桥"
