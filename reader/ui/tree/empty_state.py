"""What a pane shows while it has nothing to show: why, and what can be done, as buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """A title, a hint and buttons, in the middle of the pane; the first button is the one to press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)  # noqa: FBT003 # Qt's signature
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QLabel(self)
        self._title.setProperty("title", True)  # noqa: FBT003
        self._hint = QLabel(self)
        self._hint.setProperty("quiet", True)  # noqa: FBT003
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addStretch(2)
        for label in (self._title, self._hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addSpacing(8)
        layout.addLayout(self._buttons)
        layout.addStretch(3)

    def say(self, title: str, hint: str) -> None:
        """Say why nothing is here, and what to do."""
        self._title.setText(title)
        self._hint.setText(hint)

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Offer actions as buttons."""
        for old in self.buttons():
            self._buttons.removeWidget(old)
            old.setParent(None)
        for number, action in enumerate(actions):
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.setProperty("primary" if number == 0 else "button", True)  # noqa: FBT003
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def buttons(self) -> list[QToolButton]:
        """The buttons in order."""
        return self.findChildren(QToolButton)
