from PySide6.QtCore import Qt

from reader.ui.dialogs.palette import CommandPalette


def test_letters_narrow_the_commands_and_return_runs_one(window, hands, qtbot):
    hands.press("Ctrl+K")
    (palette,) = window.findChildren(CommandPalette)
    everything = palette.list.topLevelItemCount()
    qtbot.keyClicks(palette.field, "onlytxt")
    assert palette.list.topLevelItemCount() == 1 < everything
    hidden = window.desk.tree.isHidden()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.desk.tree.isHidden() != hidden
    assert not palette.isVisible()


def test_arrows_in_the_field_choose(window, hands, qtbot):
    hands.press("Ctrl+K")
    (palette,) = window.findChildren(CommandPalette)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    palette.reject()
