"""The sizes of cards row by row, kept as rows come and go: a list of many asks for all when one has changed."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QSize, Slot


class CardSizes(QObject):
    """Follows a list model. Whoever knows that cards look otherwise for another reason says so with ``forget``."""

    def __init__(self, model: QAbstractItemModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._sizes: list[QSize | None] = [None] * model.rowCount()
        model.modelReset.connect(self.forget)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.rowsMoved.connect(self.forget)
        model.dataChanged.connect(self._on_changed)

    def of(self, row: int) -> QSize | None:
        """The size of a row's card, or None where it is not known."""
        return self._sizes[row]

    def keep(self, row: int, size: QSize) -> None:
        """Take over the size of a row's card."""
        self._sizes[row] = size

    def drop(self, row: int) -> None:
        """The card of a row has another size now."""
        self._sizes[row] = None

    @Slot()
    def forget(self) -> None:
        """All cards have other sizes now."""
        self._sizes = [None] * self._model.rowCount()

    @Slot(QModelIndex, int, int)
    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._sizes[first:first] = [None] * (last + 1 - first)

    @Slot(QModelIndex, int, int)
    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        del self._sizes[first : last + 1]

    @Slot(QModelIndex, QModelIndex)
    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._sizes[row] = None
