"""The verbs of the codebook are actions: in the overview, the menus and on keys that can be changed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence

from reader.ui.codebook.asking import AskName
from reader.ui.dialogs.keys import KeysDialog
from reader.ui.dialogs.palette import CommandPalette

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support",  # popups, where nothing is shown
    "Keyboard event not accepted",  # the release of a key whose press began a write
    extend=True,
)


def test_the_menu_names_the_keys_of_every_verb(bench):
    bench.view.menu_requested.emit(QPoint(0, 0))
    shown = {action.shortcut().toString() for action in bench.panel.verbs.menu.actions()}
    assert {"T", "N", "I", "R", "E", "M", "S", "Shift+T", "Del", "F"} <= shown
    bench.panel.verbs.menu.hide()


@pytest.mark.parametrize(
    ("key", "there"),
    [
        ("?", lambda window: bool(window.findChildren(KeysDialog))),
        ("Ctrl+K", lambda window: bool(window.findChildren(CommandPalette))),
        ("/", lambda window: window.searching.field.hasFocus()),
        ("W", lambda window: window.desk.workbench.isVisible()),
    ],
)
def test_the_keys_of_every_pane_act_in_the_tree_of_tags(bench, key, there):
    assert not there(bench.window)
    bench.press(key)
    bench.qtbot.waitUntil(lambda: there(bench.window))


def test_the_verbs_are_in_the_overview_and_can_be_given_other_keys(bench):
    dialog = KeysDialog(bench.window.actions_, bench.window.settings, bench.window)
    bench.qtbot.addWidget(dialog)
    (row,) = dialog.table.findItems("Rename tag", Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)
    assert [row.text(1), row.text(2)] == ["R", "codebook"]
    dialog.table.setCurrentItem(row)
    for keys, given in (("E", "R"), ("J", "J")):  # one is that of another verb, one that of the tree of articles
        dialog.editor.setKeySequence(QKeySequence(keys))
        dialog.editor.editingFinished.emit()
        assert row.text(1) == given
    dialog.close()
    bench.stand_on(bench.city)
    bench.press("R")
    assert not bench.window.findChildren(AskName)
    bench.press("J")
    assert bench.answer(AskName).name.text() == "城建"


def test_what_names_keys_follows_them(bench):
    bench.stand_on(bench.city)
    assert bench.panel.meaning.text().endswith("E writes what it means.")
    bench.window.settings.set_shortcuts("codebook_define", ("D",))
    bench.window.settings.set_shortcuts("codebook_new", ())
    bench.window.actions_.reload_shortcuts()
    assert bench.panel.meaning.text().endswith("D writes what it means.")
    assert bench.panel._new.toolTip() == "New tag"


def test_verbs_are_in_the_menu_bar_and_ask_for_a_tag_that_was_not_seen(bench):
    bench.window.docks.toggle("codebook")
    assert not bench.panel.isVisible()
    bench.window.actions_["codebook_rename"].trigger()
    assert bench.panel.isVisible()
    assert bench.window.status._message.text() == "Choose a tag first"
    bench.window.actions_["codebook_rename"].trigger()
    assert bench.answer(AskName).name.text() == "民生"
