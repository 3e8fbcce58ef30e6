"""The list of places that are offered for a mark: arrows choose, Enter accepts."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from reader.services.anchoring import Place
from reader.ui.orphans.place_delegate import PlaceDelegate
from reader.ui.orphans.places_model import PlacesModel
from reader.ui.theme.tokens import Tokens


class PlaceList(QListView):
    """Shows the places of one mark.

    Signals:
        accepted: Enter or a double click on a place.
    """

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = PlacesModel(self)
        self._delegate = PlaceDelegate(self)
        self.setModel(self.places)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Places in the newer text"))
        self.doubleClicked.connect(self._on_double_clicked)

    def show_places(self, quote: str, places: Sequence[Place]) -> None:
        """Offer places for a quote; the first one is chosen."""
        self.places.replace(quote, places)
        self.setCurrentIndex(self.places.index(0))

    def current_place(self) -> Place | None:
        """The place that is chosen."""
        return self.places.place(self.currentIndex())

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._delegate.set_tokens(tokens)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter accepts, whatever the desktop takes for activation; letters are left to the panel."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.accepted.emit()
