"""The places that are offered for a mark, as rows of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from reader.domain.rewording import Part, difference
from reader.services.anchoring import Place
from reader.ui.orphans.words import on_one_line, spoken_place

OFFER_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The ``Offer`` of a row."""
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
