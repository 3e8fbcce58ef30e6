"""What every panel beside the desk is."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from reader.domain.saved import SavedQuery
from reader.ui.theme.tokens import Tokens

_LEAST_WIDTH, _LEAST_HEIGHT = 220, 140


class DockPanel(QWidget):
    """The content of a dock. It puts the keyboard where it is of use when it is given the focus."""

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme; called once before it is shown."""

    def show_saved(self, query: SavedQuery) -> None:
        """Show what a saved query finds, where the panel shows such things."""

    def minimumSizeHint(self) -> QSize:
        """Small enough that a low window need not grow; lists scroll, and a dock can be made larger."""
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)

    def save_pending(self) -> None:
        """Save what is being typed."""

    def close_down(self) -> None:
        """Save what was typed, before the library is closed. Raises UserError where it cannot be written."""
