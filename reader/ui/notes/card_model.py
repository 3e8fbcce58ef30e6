"""The marks of one article as a list model; rows come, go and change by id, so that the view stays where it is."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QDateTime, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.domain.model import Annotation
from reader.services.links import LinkEnd
from reader.ui.notes.wording import quote_line, spoken, tooltip

ANNOTATION_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The ``Annotation`` of a row."""
_NO_PARENT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """The annotations of one article in reading order.

    Attributes:
        is_changing: whether rows are coming or going just now, so that a view's current row moves by itself.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Annotation] = []
        self._row_of: dict[int, int] = {}
        self._links: Mapping[int, Sequence[LinkEnd]] = {}
        self.is_changing = False

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """How many marks there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The quote, the whole of it in a tooltip, words for a screen reader, and the annotation."""
        if not index.isValid():
            return None
        annotation = self._rows[index.row()]
        if role == ANNOTATION_ROLE:
            return annotation
        if role == Qt.ItemDataRole.DisplayRole:
            return quote_line(annotation)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(annotation)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(annotation, QDateTime.currentDateTime(), self.links_at(index.row()))
        return None

    def at(self, row: int) -> Annotation:
        """The annotation of a row."""
        return self._rows[row]

    def links_at(self, row: int) -> Sequence[LinkEnd]:
        """What the annotation of a row is linked to."""
        return self._links.get(self._rows[row].id, ())

    def set_links(self, links: Mapping[int, Sequence[LinkEnd]]) -> None:
        """Take over what the annotations are linked to, by their ids; those without links are left out."""
        before, self._links = self._links, links
        for annotation_id in before.keys() | links.keys():
            row = self._row_of.get(annotation_id)
            if row is not None and before.get(annotation_id) != links.get(annotation_id):
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, annotation_id: int | None) -> int | None:
        """The row of an annotation, or None where it is not here."""
        return None if annotation_id is None else self._row_of.get(annotation_id)

    def load(self, annotations: Iterable[Annotation], links: Mapping[int, Sequence[LinkEnd]] | None = None) -> None:
        """Show other marks altogether."""
        self.beginResetModel()
        self._rows = list(annotations)
        self._links = links or {}
        self._count_rows()
        self.endResetModel()

    def sync(self, annotations: Iterable[Annotation]) -> None:
        """Take over what changed, in a list of the same article; rows that are the same are not touched."""
        self.is_changing = True
        try:
            self._sync(list(annotations))
        finally:
            self.is_changing = False

    def update(self, annotation: Annotation) -> None:
        """Take over one annotation that is here and has not moved."""
        self._put(self._row_of[annotation.id], annotation)

    def _sync(self, wanted: list[Annotation]) -> None:
        self._drop_all_but({annotation.id for annotation in wanted})
        for row, annotation in enumerate(wanted):
            at = self._row_of.get(annotation.id)
            if at is None:
                self.beginInsertRows(QModelIndex(), row, row)
                self._rows.insert(row, annotation)
                self._count_rows()
                self.endInsertRows()
                continue
            if at != row:
                # What stands before this row is in place, so the annotation can only come from further down.
                self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), row)
                self._rows.insert(row, self._rows.pop(at))
                self._count_rows()
                self.endMoveRows()
            here = self._rows[row]
            if here is not annotation and here != annotation:
                self._put(row, annotation)

    def _put(self, row: int, annotation: Annotation) -> None:
        self._rows[row] = annotation
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def _drop_all_but(self, ids: set[int]) -> None:
        for row in range(len(self._rows) - 1, -1, -1):
            if self._rows[row].id not in ids:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self._count_rows()
                self.endRemoveRows()

    def _count_rows(self) -> None:
        self._row_of = {annotation.id: row for row, annotation in enumerate(self._rows)}
