"""What a pane shows while it has nothing to show: what to do, and buttons that do it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """A title, a hint and buttons in the middle of a pane; the first button is the one to press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._label("title")
        self._hint = self._label("quiet")
        self._shown: list[QToolButton] = []
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addSpacing(8)
        layout.addLayout(self._buttons)
        layout.addStretch(3)

    def set_content(self, title: str, hint: str, actions: Sequence[QAction] = ()) -> None:
        """Say something else; the buttons follow their actions' texts and states."""
        self._title.setText(title)
        self._hint.setText(hint)
        for button in self._shown:
            self._buttons.removeWidget(button)
            button.deleteLater()
        self._shown.clear()
        for number, action in enumerate(actions):
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setProperty("button", "true")
            button.setProperty("primary", "true" if number == 0 else "false")
            self._buttons.addWidget(button)
            self._shown.append(button)

    def _label(self, look: str) -> QLabel:
        label = QLabel(self)
        label.setProperty(look, "true")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        return label
