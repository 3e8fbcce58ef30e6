"""What the sidebar says while it has no marks to show."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget


class EmptyNotes(QWidget):
    """Says how marks are made, and offers it as buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = QLabel(self)
        self._words.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons: list[QToolButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 24, 24, 24)
        self._layout.setSpacing(12)
        self._layout.addStretch(1)
        self._layout.addWidget(self._words)
        self._layout.addStretch(2)
        self.show_article_open(is_open=False)

    def show_article_open(self, *, is_open: bool) -> None:
        """Say what fits: there is an article without marks, or none at all."""
        self._is_open = is_open
        words = (
            self.tr("No marks in this article yet. Select words in the text, then highlight them or write a note.")
            if is_open
            else self.tr("Open an article to see its marks and notes here.")
        )
        self._words.setText(words)
        self.setAccessibleName(words)
        for button in self._buttons:
            button.setVisible(is_open)

    def retranslate(self) -> None:
        """Say everything in the language that is now in force."""
        self.show_article_open(is_open=self._is_open)

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Offer these actions, one button each, below the words."""
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        for action in actions:
            button = QToolButton(self)
            button.setProperty("button", True)  # noqa: FBT003 # Qt's signature
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._layout.insertWidget(self._layout.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._buttons.append(button)
