"""What the sidebar says while it has no marks to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reader.ui.empty_state import EmptyState


class EmptyNotes(EmptyState):
    """Says how marks are made, and offers it as buttons while an article is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", False)  # noqa: FBT003 # Qt's signature
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_article_open(is_open=False)

    def show_article_open(self, *, is_open: bool) -> None:
        """Say what fits: there is an article without marks, or none at all."""
        self._is_open = is_open
        words = (
            self.tr("No marks in this article yet. Select words in the text, then highlight them or write a note.")
            if is_open
            else self.tr("Open an article to see its marks and notes here.")
        )
        self.say("", words)
        for button in self.buttons():
            button.setVisible(is_open)

    def retranslate(self) -> None:
        """Say everything in the language that is now in force."""
        self.show_article_open(is_open=self._is_open)
