"""The tool bar: icons of what one often does, each with its name and key as a tool tip."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from reader.ui.actions.build import ActionSet
from reader.ui.icons import SIZE, action_icon
from reader.ui.theme.tokens import Tokens
from reader.ui.words import plain

_LEFT = ("import", "export", "", "undo", "redo", "", "find")
_PINYIN = "search_pinyin"
_RIGHT = ("next_theme", "keys")
_NAMED = ("import", "export")
"""What has its name beside the icon: the way in and the way out, which a new reader looks for."""


class ToolBar(QToolBar):
    """Buttons for some actions of a window, and the field that searches; it keeps icons in the theme's colours."""

    def __init__(self, actions: ActionSet, search: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tools"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(QSize(SIZE, SIZE))
        self._shown = {name: actions[name] for name in (*_LEFT, _PINYIN, *_RIGHT) if name}
        actions["export"].setIconText(self.tr("Export"))
        actions[_PINYIN].setIconText(self.tr("Pinyin"))
        for name in _LEFT:
            self._add(name)
        self._add_space()
        self.addWidget(search)
        self._add(_PINYIN)
        self._add_space()
        for name in _RIGHT:
            self._add(name)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        for name, action in self._shown.items():
            if name != _PINYIN:  # a word says it better
                action.setIcon(action_icon(name, tokens))

    def _add_space(self) -> None:
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)

    def _add(self, name: str) -> None:
        if not name:
            self.addSeparator()
            return
        action = self._shown[name]
        action.setIconVisibleInMenu(False)  # menus are words
        action.changed.connect(self._on_changed)
        self.addAction(action)
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        if name in _NAMED:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        _explain(action)

    @Slot()
    def _on_changed(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        _explain(action)


def _explain(action: QAction) -> None:
    """Let the tool tip say what an action does now, and its key."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    words = plain(action.text())
    text = f"{words} ({key})" if key else words
    if action.isCheckable():  # what one would not try out to learn what it does
        text += f"\n{action.statusTip()}"
    if action.toolTip() != text:
        action.setToolTip(text)
