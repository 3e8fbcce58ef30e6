"""What every panel beside the desk is."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from reader.domain.saved import SavedQuery
from reader.ui.theme.tokens import Tokens

_LEAST_WIDTH, _LEAST_HEIGHT = 220, 140
_WIDTH, _HEIGHT = 320, 240


class DockPanel(QWidget):
    """The content of a dock. It puts the keyboard where it is of use when it is given the focus."""

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme; called once before it is shown."""

    def show_saved(self, query: SavedQuery) -> None:
        """Show what a saved query finds, where the panel shows such things."""

    def sizeHint(self) -> QSize:
        """Room for some rows of a list at the first time; after that the reader's own size counts."""
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Small enough that a low window need not grow; lists scroll, and a dock can be made larger."""
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)

    def save_pending(self) -> None:
        """Save what is being typed."""

    def close_down(self) -> None:
        """Save what was typed, before the library is closed. Raises UserError where it cannot be written."""


def headed(heading: QLabel, content: QWidget) -> QWidget:
    """A column of a panel: its heading, on one line however narrow it is, over what it holds."""
    heading.setProperty("heading", True)  # noqa: FBT003 # Qt's signature
    heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(heading)
    layout.addWidget(content, 1)
    return column
