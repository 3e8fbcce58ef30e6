"""The places that are offered for a mark: arrows choose, Enter accepts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from reader.domain.rewording import Part, difference
from reader.services.anchoring import Place
from reader.ui.orphans.place_delegate import OFFER_ROLE, PlaceDelegate
from reader.ui.orphans.words import on_one_line, spoken_place
from reader.ui.theme.tokens import Tokens

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Offer:
    """A place, and how the words there differ from the quote."""

    place: Place
    parts: tuple[Part, ...]


class PlacesModel(QAbstractListModel):
    """Places in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offers: list[Offer] = []

    def replace(self, quote: str, places: Sequence[Place]) -> None:
        """Show the places of a mark with another quote."""
        self.beginResetModel()
        words = on_one_line(quote)
        self._offers = [Offer(place, tuple(difference(words, on_one_line(place.quote)))) for place in places]
        self.endResetModel()

    def place(self, index: _Index) -> Place | None:
        """The place of a row."""
        return self._offers[index.row()].place if index.isValid() else None

    def rowCount(self, parent: _Index = _TOP) -> int:
        """How many places there are."""
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is painted, and what a screen reader says of it."""
        offer = self._offers[index.row()]
        if role == OFFER_ROLE:
            return offer
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_place(offer.place)
        return offer.place.quote if role == Qt.ItemDataRole.DisplayRole else None


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
