"""What a pane shows while it has nothing to show: why, and what can be done, as buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """A title, a hint and buttons, in the middle of the pane.

    ``leads`` makes the first button the one to press: one pane of a window does. ``across`` puts the buttons beside
    each other, where the pane is wide.
    """

    def __init__(self, parent: QWidget | None = None, *, leads: bool = False, across: bool = False) -> None:
        super().__init__(parent)
        self._leads = leads
        self.setProperty("pane", True)  # noqa: FBT003 # Qt's signature
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = self._label("title")
        self._hint = self._label("quiet")
        direction = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._buttons = QBoxLayout(direction)
        self._buttons.setSpacing(8)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown: list[QToolButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addSpacing(8)
        layout.addLayout(self._buttons)
        layout.addStretch(3)

    def say(self, title: str, hint: str) -> None:
        """Say why nothing is here, and what to do; an empty title is left out."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._hint.setText(hint)
        self.setAccessibleName(f"{title} {hint}".strip())

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Offer actions as buttons, which follow their texts and states."""
        for old in self._shown:
            self._buttons.removeWidget(old)
            old.setParent(None)
        self._shown = [self._button(action, leads=self._leads and not n) for n, action in enumerate(actions)]
        for button in self._shown:
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def buttons(self) -> list[QToolButton]:
        """The buttons in order."""
        return list(self._shown)

    def _button(self, action: QAction, *, leads: bool) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("primary" if leads else "button", True)  # noqa: FBT003 # Qt's signature
        return button

    def _label(self, look: str) -> QLabel:
        label = QLabel(self)
        label.setProperty(look, True)  # noqa: FBT003 # Qt's signature
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label
