"""What a search found, as a list model that asks for more when it is scrolled to its end."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.domain.found import SearchHit
from reader.ui.search.words import place_words, spoken

HIT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The ``SearchHit`` of a row."""
PLACE_ROLE = HIT_ROLE + 1
"""Where the article of a row stands, in words."""
_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class SearchModel(QAbstractListModel):
    """The articles found so far, in the order of the search.

    Signals:
        more_wanted: the end is in sight and further articles were found.
    """

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[SearchHit, ...] = ()
        self._more = False
        self._names: Mapping[str, str] = {}

    @property
    def hits(self) -> tuple[SearchHit, ...]:
        """The articles that are here."""
        return self._hits

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """How many articles are here."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The headline, headline and place in a tool tip, words for a screen reader, the hit itself and its place."""
        answer = _ANSWERS.get(role) if index.isValid() else None
        return None if answer is None else answer(self, self._hits[index.row()])

    def set_names(self, names: Mapping[str, str]) -> None:
        """Say what other libraries are called, by their paths as the articles have them."""
        self._names = names

    def replace(self, hits: Sequence[SearchHit], *, more: bool) -> None:
        """Show other articles altogether; nothing happens where they are the same."""
        self._more = more
        if self._hits != tuple(hits):
            self.beginResetModel()
            self._hits = tuple(hits)
            self.endResetModel()

    def append(self, hits: Sequence[SearchHit], *, more: bool) -> None:
        """Add the articles that follow."""
        self._more = more
        if hits:
            first = len(self._hits)
            self.beginInsertRows(QModelIndex(), first, first + len(hits) - 1)
            self._hits += tuple(hits)
            self.endInsertRows()

    def row_of(self, wanted: SearchHit | None) -> int | None:
        """The row of an article, or None where it is not here."""
        if wanted is None:
            return None
        places = ((hit.library, hit.item_id) for hit in self._hits)
        return next((row for row, place in enumerate(places) if place == (wanted.library, wanted.item_id)), None)

    def place(self, hit: SearchHit) -> str:
        """Where an article stands, in words."""
        return place_words(hit, self._names.get(hit.library, ""))

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether further articles were found."""
        return self._more and not parent.isValid()

    def fetchMore(self, _parent: _Index) -> None:
        """Ask for them; they come by ``append``."""
        self.more_wanted.emit()


_ANSWERS: Mapping[int, Callable[[SearchModel, SearchHit], object]] = {
    HIT_ROLE: lambda _, hit: hit,
    PLACE_ROLE: SearchModel.place,
    Qt.ItemDataRole.DisplayRole: lambda _, hit: hit.label,
    Qt.ItemDataRole.ToolTipRole: lambda model, hit: f"{hit.label}\n{model.place(hit)}",
    Qt.ItemDataRole.AccessibleTextRole: lambda model, hit: spoken(hit, model.place(hit)),
}
