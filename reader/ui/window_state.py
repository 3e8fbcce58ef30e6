"""How a window is left and found again: sizes and panes for the user, article and tree for the library."""

import json

from PySide6.QtCore import QSize

from reader.ui.frame import Frame
from reader.ui.settings import (
    COLOR,
    DOCKS_PLACE,
    DOCKS_SHOWN,
    GEOMETRY,
    NOTES_SHOWN,
    SPLITTER,
    TREE_SHOWN,
    WORKBENCH_SHOWN,
    decode,
    encode,
)

_SIZE = (1280, 800)
_FRAME = QSize(16, 48)
"""Pixels for the frame and the title bar that a window manager draws around a window."""
_ARTICLE = "window.article"
_TREE = "window.tree"


def restore(window: Frame) -> None:
    """Bring a new window into the state in which the last one was left."""
    settings, desk = window.settings, window.desk
    window.resize(*_SIZE)
    if geometry := settings.get(GEOMETRY):
        window.restoreGeometry(decode(geometry))
    if splitter := settings.get(SPLITTER):
        desk.splitter.restoreState(decode(splitter))
    desk.tree.setVisible(settings.get(TREE_SHOWN))
    desk.notes.setVisible(settings.get(NOTES_SHOWN))
    desk.workbench.setVisible(settings.get(WORKBENCH_SHOWN))
    window.actions_["toggle_workbench"].setChecked(settings.get(WORKBENCH_SHOWN))
    window.actions_["toggle_tree"].setChecked(settings.get(TREE_SHOWN))
    window.actions_["toggle_notes"].setChecked(settings.get(NOTES_SHOWN))
    if shown := settings.get(DOCKS_SHOWN):
        window.docks.open(shown.split())
        window.restoreState(decode(settings.get(DOCKS_PLACE)))
    if tree := window.library.reading.setting(_TREE):
        desk.tree.restore_state(tree)
    if article := window.library.reading.setting(_ARTICLE):
        desk.open_article(json.loads(article), follow=not desk.tree.is_placed())


def fit(window: Frame) -> None:
    """Make a window no larger than its screen has room for, so that the status line of a first start is in sight."""
    if not window.isMaximized() and not window.isFullScreen():
        window.resize(window.size().boundedTo(window.screen().availableSize() - _FRAME))


def remember(window: Frame) -> None:
    """Keep the state of a window that closes. Raises UserError where the library cannot be written."""
    settings, desk = window.settings, window.desk
    if not window.actions_["distraction_free"].isChecked():
        settings.set(GEOMETRY, encode(window.saveGeometry()))
        settings.set(SPLITTER, encode(desk.splitter.saveState()))
        settings.set(TREE_SHOWN, not desk.tree.isHidden())
        settings.set(WORKBENCH_SHOWN, not desk.workbench.isHidden())
        settings.set(NOTES_SHOWN, not desk.notes.isHidden())
        settings.set(DOCKS_SHOWN, " ".join(window.docks.shown()))
        settings.set(DOCKS_PLACE, encode(window.saveState()))
    settings.set(COLOR, window.marking.color)
    window.library.reading.set_setting(_TREE, desk.tree.save_state())
    if desk.article is not None:
        window.library.reading.set_setting(_ARTICLE, json.dumps(desk.article.stored.id))
