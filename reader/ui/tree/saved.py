"""The group of what was saved by name, below the tree: filters of annotations, and searches."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QInputDialog, QLabel, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from reader.domain.model import Changes
from reader.domain.saved import QueryKind, SavedQuery
from reader.errors import UserError
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus

_MOST_ROWS = 6


class SavedList(QListWidget):
    """Saved queries by name; Enter chooses one, letters are left to the window."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.itemActivated.emit(item)
        elif event.text().isprintable() and event.text() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its rows, up to a few."""
        rows = min(self.count(), _MOST_ROWS)
        height = rows * max(self.sizeHintForRow(0), 0) + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), height)


class SavedGroup(QWidget):
    """Shows what was saved; nothing of it while there is nothing.

    Signals:
        chosen: the ``SavedQuery`` that is to be looked at.
        said: what was done, and can be undone.
        refused: the ``UserError`` that stood against it.
        emptied: nothing is left of it, where the keyboard was.
    """

    chosen = Signal(object)
    emptied = Signal()
    said = Signal(str)
    refused = Signal(object)

    def __init__(self, library: Library, bus: ChangeBus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._bus = bus
        self._heading = QLabel(self)
        self._heading.setProperty("heading", True)  # noqa: FBT003 # Qt's signature
        self.list = SavedList(self)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rename = QAction(self)
        self._delete = QAction(self)
        self._delete.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self._delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.list.addAction(self._delete)
        self._menu = QMenu(self)
        self._menu.addActions([self._rename, self._delete])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self.list)
        self._retranslate()
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self._rename.triggered.connect(self._ask_name)
        self._delete.triggered.connect(self._on_delete)
        bus.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Show what is saved now."""
        current = self.list.currentRow()
        self.list.clear()
        for query in self._library.saved.all():
            item = QListWidgetItem(query.name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, query.id)
            kind = self.tr("Annotations") if query.kind is QueryKind.MARKS else self.tr("Search")
            item.setToolTip(f"{kind}: {query.name}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())
        self.list.setCurrentRow(min(current, self.list.count() - 1))
        self.list.setFixedHeight(self.list.sizeHint().height())
        if not self.list.count() and self.list.hasFocus():
            self.emptied.emit()
        self.setVisible(self.list.count() > 0)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the language that is now in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Saved"))
        self.list.setAccessibleName(self.tr("Saved filters and searches"))
        self._rename.setText(self.tr("&Rename…"))
        self._delete.setText(self.tr("&Delete"))

    def _current(self) -> SavedQuery | None:
        item = self.list.currentItem()
        return None if item is None else self._library.saved.get(item.data(Qt.ItemDataRole.UserRole))

    @Slot(QListWidgetItem)
    def _on_activated(self, _item: QListWidgetItem) -> None:
        query = self._current()
        if query is not None:
            self.chosen.emit(query)

    @Slot(QPoint)
    def _on_menu(self, point: QPoint) -> None:
        if self._current() is not None:
            self._menu.popup(self.list.viewport().mapToGlobal(point))

    @Slot()
    def _ask_name(self) -> None:
        query = self._current()
        if query is None:
            return
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Rename"))
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(query.name)
        dialog.textValueSelected.connect(self._on_named)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_named(self, name: str) -> None:
        query = self._current()
        if query is None:
            return
        try:
            changes = self._library.saved.rename(query.id, name)
        except UserError as error:
            self.refused.emit(error)
            return
        self._bus.announce(changes, self)
        self.refresh()
        self.said.emit(self.tr("Renamed “{name}”").format(name=name))

    @Slot()
    def _on_delete(self) -> None:
        query = self._current()
        if query is not None:
            self._bus.announce(self._library.saved.delete(query.id), self)
            self.refresh()
            self.said.emit(self.tr("Deleted “{name}”").format(name=query.name))

    @Slot(object, object)
    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if changes.queries and initiator is not self:
            self.refresh()
