"""What a search found, as a list model that asks for more when it is scrolled to its end."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.domain.found import SearchHit
from reader.ui.search.words import place_words, spoken

HIT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The ``SearchHit`` of a row."""
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

    @property
    def hits(self) -> tuple[SearchHit, ...]:
        """The articles that are here."""
        return self._hits

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """How many articles are here."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The headline, headline and place in a tool tip, words for a screen reader, and the hit itself."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HIT_ROLE:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{hit.label}\n{place_words(hit)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(hit)
        return None

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

    def row_of(self, item_id: int | None) -> int | None:
        """The row of an article, or None where it is not here."""
        return next((row for row, hit in enumerate(self._hits) if hit.item_id == item_id), None)

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether further articles were found."""
        return self._more and not parent.isValid()

    def fetchMore(self, _parent: _Index) -> None:
        """Ask for them; they come by ``append``."""
        self.more_wanted.emit()
