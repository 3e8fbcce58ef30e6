"""A menu of the marks that a mark is linked to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reader.services.links import LinkEnd
from reader.ui.notes.wording import link_line

_LONGEST = 40


class LinkMenu(QMenu):
    """Offers the other ends of links; digits choose.

    Signals:
        chosen: the id of the mark at the end that was chosen.
    """

    chosen = Signal(object)

    def __init__(self, ends: Sequence[LinkEnd], parent: QWidget) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        for number, end in enumerate(ends, 1):
            words = link_line(end).replace("&", "&&")
            action = QAction(f"&{number} {words[:_LONGEST]}", self)
            action.setData(end.other.id)
            self.addAction(action)
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())
