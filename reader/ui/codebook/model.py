"""The tags of a codebook as a model of a tree, filtered by what is typed, with counts and places to drop at."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.domain.codebook import Codebook, Tag, TagCount
from reader.domain.codebook_places import Place
from reader.domain.fold import fold
from reader.domain.pinyin import reads
from reader.ui.codebook.words import meaning_words

TAG_ROLE = Qt.ItemDataRole.UserRole
COUNT_ROLE = Qt.ItemDataRole.UserRole + 1
MIME = "application/x-jianbao-tags"
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NO_COUNT = TagCount(0, 0)


class CodebookModel(QAbstractItemModel):
    """Shows a codebook; an index carries the id of its tag.

    Signals:
        dropped: the ids of tags and the ``Place`` that they were dropped at.
    """

    dropped = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codebook = Codebook(())
        self._counts: Mapping[int, TagCount] = {}
        self._text = ""
        self._children: dict[int | None, list[int]] = {}
        self._rows: dict[int, int] = {}

    def show_codebook(self, codebook: Codebook) -> bool:
        """Show another state of the codebook; returns whether the tree has another shape, so that all was reset."""
        children = _shown(codebook, self._text)
        if children == self._children:
            before, self.codebook = self.codebook, codebook
            self._announce(tag.id for tag in codebook if tag != before[tag.id])
            return False
        self.beginResetModel()
        self.codebook = codebook
        self._take(children)
        self.endResetModel()
        return True

    def show_counts(self, counts: Mapping[int, TagCount]) -> None:
        """Show how many marks each tag has."""
        before, self._counts = self._counts, counts
        self._announce(tag_id for tag_id, count in counts.items() if count != before.get(tag_id, _NO_COUNT))

    def filter(self, text: str) -> None:
        """Show only tags with a text in their name or meaning, or whose name reads so, and those they stand under."""
        if fold(text) != fold(self._text):
            self._text = text
            self.beginResetModel()
            self._take(_shown(self.codebook, text))
            self.endResetModel()

    def matches(self) -> list[int]:
        """The tags that fit what the tree is filtered by, those that begin with it first."""
        wanted = fold(self._text)
        found = [tag for tag in self.codebook if _matches(tag, wanted)]
        return [tag.id for tag in sorted(found, key=lambda tag: not fold(tag.name).startswith(wanted))]

    def is_filtered(self) -> bool:
        """Whether not all tags may be shown."""
        return bool(self._text)

    def tag(self, index: _Index) -> Tag | None:
        """The tag of an index."""
        return self.codebook[index.internalId()] if index.isValid() else None

    def index_of(self, tag_id: int | None) -> QModelIndex:
        """Where a tag is shown; invalid where it is not."""
        return self.createIndex(self._rows[tag_id], 0, tag_id) if tag_id in self._rows else _NOWHERE

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        """The index of a child."""
        children = self._children.get(_id(parent), [])
        return self.createIndex(row, column, children[row]) if 0 <= row < len(children) and not column else _NOWHERE

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override] # QObject has a parent() too
        """The index of the tag that one stands under."""
        tag = self.tag(index)
        return _NOWHERE if tag is None else self.index_of(tag.parent_id)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many tags stand right under one."""
        return len(self._children.get(_id(parent), []))

    def columnCount(self, _parent: _Index = _NOWHERE) -> int:
        """One; the delegate paints the count beside the name."""
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, the whole tag, its count, and its meaning as a tool tip."""
        tag = self.tag(index)
        if tag is None:
            return None
        values: dict[int, Callable[[Tag], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda tag: tag.name,
            TAG_ROLE: lambda tag: tag,
            COUNT_ROLE: self._count,
            Qt.ItemDataRole.ToolTipRole: meaning_words,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }
        return values[role](tag) if role in values else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every tag can be dragged, and dropped on or between."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Tags are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Tags of this program."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of tags that are dragged."""
        data = QMimeData()
        data.setData(MIME, ",".join(str(index.internalId()) for index in indexes).encode())
        return data

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: _Index) -> bool:
        """Say what was dropped where. The model itself changes when the codebook did."""
        if not data.hasFormat(MIME):
            return False
        ids = [int(one) for one in bytes(data.data(MIME).data()).decode().split(",")]
        self.dropped.emit(ids, self._place(_id(parent), row, set(ids)))
        return False  # nothing is left for the view to take away

    def _place(self, parent_id: int | None, row: int, moved: set[int]) -> Place:
        """A row between those that are shown as a place among all."""
        shown = self._children.get(parent_id, [])
        if not 0 <= row < len(shown):
            return Place(parent_id)
        before = [tag.id for tag in self.codebook.children(parent_id)]
        before = before[: before.index(shown[row])]
        return Place(parent_id, sum(one not in moved for one in before))

    def _count(self, tag: Tag) -> TagCount:
        return self._counts.get(tag.id, _NO_COUNT)

    def _spoken(self, tag: Tag) -> str:
        """A row for a screen reader."""
        return self.tr("{name}, %n mark(s)", "", self._count(tag).total).format(name=tag.name)

    def _take(self, children: dict[int | None, list[int]]) -> None:
        self._children = children
        self._rows = {tag_id: row for ids in children.values() for row, tag_id in enumerate(ids)}

    def _announce(self, tag_ids: Iterable[int]) -> None:
        """Say that tags look otherwise; those that are not shown are passed over."""
        for index in map(self.index_of, tag_ids):
            if index.isValid():
                self.dataChanged.emit(index, index)


def _shown(codebook: Codebook, text: str) -> dict[int | None, list[int]]:
    wanted = fold(text)
    shown = (
        {above.id for tag in codebook if _matches(tag, wanted) for above in codebook.path(tag.id)} if wanted else None
    )
    children: dict[int | None, list[int]] = {}
    for tag in codebook:
        if shown is None or tag.id in shown:
            children.setdefault(tag.parent_id, []).append(tag.id)
    return children


def _matches(tag: Tag, wanted: str) -> bool:
    return wanted in fold(tag.name) or wanted in fold(tag.definition) or reads(tag.name, wanted)


def _id(index: _Index) -> int | None:
    return index.internalId() if index.isValid() else None
