"""The menu of saved filters: each by name, and what can be done with them."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QWidget

from reader.domain.mark_filter import MarkFilter
from reader.domain.saved import QueryKind, SavedQuery
from reader.errors import UserError
from reader.services.saved import SavedService
from reader.ui.annotations.words import short_name
from reader.ui.change_bus import ChangeBus


class SavedMenu(QObject):
    """Keeps the filter of the list by name, and brings back those that were kept.

    Signals:
        chosen: the ``SavedQuery`` to filter by.
        said: what was done.
        refused: the ``UserError`` that stood against it.
    """

    chosen = Signal(object)
    said = Signal(str)
    refused = Signal(object)

    def __init__(self, saved: SavedService, bus: ChangeBus, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._saved = saved
        self._bus = bus
        self._wanted = MarkFilter()
        self._shown: SavedQuery | None = None
        self.menu = QMenu(parent)
        self.save = QAction(self.tr("&Save this filter…"), parent)
        self.rename = QAction(self.tr("&Rename…"), parent)
        self.delete = QAction(self.tr("&Delete"), parent)
        self.save.triggered.connect(self._ask_name)
        self.rename.triggered.connect(self._ask_new_name)
        self.delete.triggered.connect(self._on_delete)
        self.menu.aboutToShow.connect(self.fill)
        self.menu.triggered.connect(self._on_triggered)

    @property
    def shown(self) -> SavedQuery | None:
        """The saved filter that the list shows, as long as it was not changed."""
        return self._shown

    def filtered(self, wanted: MarkFilter) -> None:
        """The list is filtered so now."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._shown = None

    def show_query(self, query: SavedQuery, wanted: MarkFilter) -> None:
        """The list is filtered by what was saved."""
        self._wanted = wanted
        self._shown = query

    @Slot()
    def fill(self) -> None:
        """List what is saved."""
        self.menu.clear()
        queries = [query for query in self._saved.all() if query.kind is QueryKind.MARKS]
        if self._shown is not None:
            self._shown = next((query for query in queries if query.id == self._shown.id), None)
        for query in queries:
            action = self.menu.addAction(query.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self._shown is not None and query.id == self._shown.id)
            action.setData(query.id)
        if not queries:
            self.menu.addAction(self.tr("Nothing saved yet")).setEnabled(False)
        self.menu.addSeparator()
        self.menu.addActions([self.save, self.rename, self.delete])
        self.save.setEnabled(not self._wanted.asks_nothing())
        for action in (self.rename, self.delete):
            action.setEnabled(self._shown is not None)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action.data() is not None:
            self.chosen.emit(self._saved.get(action.data()))

    @Slot()
    def _ask_name(self) -> None:
        proposed = self._shown.name if self._shown else short_name(self._wanted)
        self._ask(self.tr("Save this filter"), proposed).textValueSelected.connect(self._on_named)

    @Slot()
    def _ask_new_name(self) -> None:
        if self._shown is not None:
            self._ask(self.tr("Rename the filter"), self._shown.name).textValueSelected.connect(self._on_renamed)

    def _ask(self, title: str, proposed: str) -> QInputDialog:
        dialog = QInputDialog(self._parent)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        dialog.setTextValue(proposed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    @Slot(str)
    def _on_named(self, name: str) -> None:
        try:
            query_id, changes = self._saved.save_filter(name, self._wanted)
        except UserError as error:
            self.refused.emit(error)
            return
        self._shown = self._saved.get(query_id)
        self._bus.announce(changes, self)
        self.said.emit(self.tr("Filter saved as “{name}”").format(name=self._shown.name))

    @Slot(str)
    def _on_renamed(self, name: str) -> None:
        assert self._shown is not None
        try:
            changes = self._saved.rename(self._shown.id, name)
        except UserError as error:
            self.refused.emit(error)
            return
        self._shown = self._saved.get(self._shown.id)
        self._bus.announce(changes, self)
        self.said.emit(self.tr("Filter renamed “{name}”").format(name=self._shown.name))

    @Slot()
    def _on_delete(self) -> None:
        if self._shown is not None:
            name, changes = self._shown.name, self._saved.delete(self._shown.id)
            self._shown = None
            self._bus.announce(changes, self)
            self.said.emit(self.tr("Saved filter “{name}” deleted").format(name=name))
