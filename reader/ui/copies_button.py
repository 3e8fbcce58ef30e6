"""The button above a list that lets an article which stands in several papers be there once."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QToolButton, QWidget

from reader.ui.tree.header_icons import copies_icon


class CopiesButton(QToolButton):
    """A button that stays down; it draws its icon in the colour of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self._update_icon()

    def explain(self, name: str, help_text: str) -> None:
        """Say what it does, to all readers."""
        self.setAccessibleName(name)
        self.setToolTip(help_text)

    def changeEvent(self, event: QEvent) -> None:
        """Wear the colours of the interface."""
        if event.type() == QEvent.Type.PaletteChange:
            self._update_icon()
        super().changeEvent(event)

    def _update_icon(self) -> None:
        self.setIcon(copies_icon(self.palette().text().color(), self.devicePixelRatioF()))
