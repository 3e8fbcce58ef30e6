"""The tree of tags as it is shown: what is open stays open when the codebook changes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from reader.domain.codebook import Codebook
from reader.ui.codebook.delegate import TagDelegate
from reader.ui.codebook.model import CodebookModel
from reader.ui.notes.keys import ENTER
from reader.ui.theme.colour import mix
from reader.ui.theme.tokens import Tokens
from reader.ui.tree.icons import draw_chevron

_Index = QModelIndex | QPersistentModelIndex
_INDENT = 16
_IDLE = 0.12
_ALL_OPEN = 300
"""Tags up to which a codebook is first shown with everything open."""


class TagView(QTreeView):
    """A tree of tags with one or several selected.

    Signals:
        applied: the current tag is to be given to a mark (Enter, double click).
        current_changed: another tag is current, or none.
        menu_requested: the global point where the menu is asked for.
    """

    applied = Signal()
    current_changed = Signal()
    menu_requested = Signal(object)

    def __init__(self, tags: CodebookModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tags = tags
        self._closed: set[int] | None = None
        self._delegate = TagDelegate(self)
        self.setModel(tags)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.setProperty("pane", True)  # noqa: FBT003 # Qt's signature
        self.setAccessibleName(self.tr("Tags"))
        self.doubleClicked.connect(self._on_double_clicked)
        self.collapsed.connect(self._on_collapsed)
        self.expanded.connect(self._on_expanded)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._delegate.tokens = tokens
        self.viewport().update()

    def show_codebook(self, codebook: Codebook) -> None:
        """Show another state of the codebook; the current tag, the selection and what is closed stay."""
        current, chosen = self.current_id(), self.selected_ids()
        if self._closed is None and len(codebook):
            self._closed = set() if len(codebook) <= _ALL_OPEN else {tag.id for tag in codebook}
        if self.tags.show_codebook(codebook):
            self._restore(current, chosen)
        self.current_changed.emit()

    def filter(self, text: str) -> None:
        """Show only tags with a text, all open, and go to the first of them."""
        current, chosen = self.current_id(), self.selected_ids()
        self.tags.filter(text)
        self._restore(current, chosen)
        found = self.tags.matches() if text else []
        if found:
            self.go_to(found[0])

    def current_id(self) -> int | None:
        """The tag that is current."""
        tag = self.tags.tag(self.currentIndex())
        return tag.id if tag else None

    def selected_ids(self) -> list[int]:
        """The tags that are selected, or else the current one, in the order of the tree."""
        chosen = {index.internalId() for index in self.selectionModel().selectedIndexes()}
        if not chosen and (current := self.current_id()) is not None:
            chosen = {current}
        return [tag.id for tag in self.tags.codebook if tag.id in chosen]

    def go_to(self, tag_id: int | None) -> None:
        """Make a tag current and open what it stands in."""
        index = self.tags.index_of(tag_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the tag; letters are keys of verbs and find nothing."""
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.applied.emit()
        elif event.text().isprintable() and event.text() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu at the pointer, or at the current tag where a key asked."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = self.visualRect(self.currentIndex())
            self.menu_requested.emit(self.viewport().mapToGlobal(box.bottomLeft()))
        else:
            self.menu_requested.emit(event.globalPos())

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Say so."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """The ground of the whole row, then an arrow head before tags with others below; the style's would differ."""
        ground = self._ground(index)
        if ground is not None:
            painter.fillRect(QRect(0, rect.top(), self.viewport().width(), rect.height()), ground)
        if self.tags.hasChildren(index):
            box = QRect(rect.right() - _INDENT + 1, rect.top(), _INDENT, rect.height())
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            quiet = QColor(self._delegate.tokens.quiet)
            draw_chevron(painter, box.toRectF(), quiet, is_open=self.isExpanded(index))
            painter.restore()

    def _ground(self, index: _Index) -> QColor | None:
        tokens = self._delegate.tokens
        if not self.selectionModel().isSelected(index):
            return None
        return QColor(tokens.selected if self.hasFocus() else mix(tokens.paper, tokens.ink, _IDLE))

    def _restore(self, current: int | None, chosen: list[int]) -> None:
        self.blockSignals(True)  # noqa: FBT003 # what opens now was open before
        if self.tags.is_filtered() or not self._closed:
            self.expandAll()
        else:  # after the reset all is closed
            for tag in self.tags.codebook:
                if tag.id not in self._closed and self.tags.codebook.children(tag.id):
                    self.expand(self.tags.index_of(tag.id))
        self.blockSignals(False)  # noqa: FBT003 # as above
        index = self.tags.index_of(current)
        if not index.isValid():
            index = self.tags.index(0, 0)
        self.setCurrentIndex(index)
        for tag_id in chosen:
            self.selectionModel().select(self.tags.index_of(tag_id), self.selectionModel().SelectionFlag.Select)

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.applied.emit()

    def _on_collapsed(self, index: QModelIndex) -> None:
        if self._closed is not None and not self.tags.is_filtered():
            self._closed.add(index.internalId())

    def _on_expanded(self, index: QModelIndex) -> None:
        if self._closed is not None and not self.tags.is_filtered():
            self._closed.discard(index.internalId())
