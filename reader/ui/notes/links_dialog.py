"""The links of one mark: to name, follow and remove."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.domain.model import Changes
from reader.errors import UserError
from reader.services.library import Library
from reader.services.links import LinkEnd
from reader.ui.change_bus import ChangeBus
from reader.ui.notes.wording import link_line, shortened

_SIZE = (560, 320)
_QUOTE, _LABEL = range(2)
_ROOM = 60


class LinksDialog(QDialog):
    """Lists the links of a mark. A name is typed into its cell, Delete removes a link, Enter or a button follows it.

    Signals:
        followed: the id of the mark at the other end of the link that was chosen; the dialog closes.
        refused: a ``UserError`` that stood against a change.
    """

    followed = Signal(object)
    refused = Signal(object)

    def __init__(self, library: Library, bus: ChangeBus, annotation_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._bus = bus
        self._mark = annotation_id
        self._ends: list[LinkEnd] = []
        quote = shortened(library.marks.get(annotation_id).quote)
        self.setWindowTitle(self.tr("Links of “{quote}”").format(quote=quote))
        self._hint = QLabel(self.tr("Name a link in its second column. Delete removes it."), self)
        self._hint.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self._hint.setWordWrap(True)
        self._table = QTableWidget(0, 2, self)
        self._table.setAccessibleName(self.windowTitle())
        self._table.setHorizontalHeaderLabels([self.tr("Linked mark"), self.tr("Name of the link")])
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.verticalHeader().hide()
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self._table.setEditTriggers(
            QTableWidget.EditTrigger.DoubleClicked
            | QTableWidget.EditTrigger.EditKeyPressed
            | QTableWidget.EditTrigger.AnyKeyPressed
        )
        self._table.itemChanged.connect(self._on_item_changed)
        self._table.currentCellChanged.connect(self._refresh_buttons)
        self._build_buttons()
        layout = QVBoxLayout(self)
        for part in (self._hint, self._table, self._buttons):
            layout.addWidget(part)
        self.resize(*_SIZE)
        self._load()
        bus.changed.connect(self._on_changed)

    def _build_buttons(self) -> None:
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        self.follow_button = QPushButton(self.tr("&Go to it"), self)
        self.remove_button = QPushButton(self.tr("&Remove link"), self)
        self._buttons.addButton(self.follow_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(self.remove_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.follow_button.clicked.connect(self._follow)
        self.remove_button.clicked.connect(self._remove)
        delete = QShortcut(QKeySequence.StandardKey.Delete, self._table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)

    def _load(self) -> None:
        row = max(self._table.currentRow(), 0)
        self._ends = self._library.links.ends_of(self._mark)
        self._table.blockSignals(True)  # noqa: FBT003 # Qt's signature
        self._table.setRowCount(len(self._ends))
        for number, end in enumerate(self._ends):
            line = link_line(LinkEnd(end.link_id, "", end.other, end.outgoing))
            quote = QTableWidgetItem(line if len(line) <= _ROOM else line[: _ROOM - 1] + "…")
            quote.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            quote.setToolTip(end.other.quote)
            self._table.setItem(number, _QUOTE, quote)
            self._table.setItem(number, _LABEL, QTableWidgetItem(end.label))
        self._table.blockSignals(False)  # noqa: FBT003 # Qt's signature
        if self._ends:
            self._table.setCurrentCell(min(row, len(self._ends) - 1), _LABEL)
        else:
            self._hint.setText(self.tr("This mark has no links. Link from one mark, then to another."))
        self._refresh_buttons()

    def _current(self) -> LinkEnd | None:
        row = self._table.currentRow()
        return self._ends[row] if 0 <= row < len(self._ends) else None

    def _write(self, operation: Callable[[], Changes]) -> None:
        try:
            changes = operation()
        except UserError as error:
            self.refused.emit(error)
        else:
            self._bus.announce(changes, self)
        self._load()

    @Slot()
    def _refresh_buttons(self) -> None:
        for button in (self.follow_button, self.remove_button):
            button.setEnabled(self._current() is not None)

    @Slot(QTableWidgetItem)
    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        link_id, label = self._ends[item.row()].link_id, item.text()
        self._write(lambda: self._library.links.set_label(link_id, label))

    @Slot()
    def _follow(self) -> None:
        end = self._current()
        if end is not None:
            self.accept()
            self.followed.emit(end.other.id)

    @Slot()
    def _remove(self) -> None:
        end = self._current()
        if end is not None:
            self._write(lambda: self._library.links.delete(end.link_id))

    @Slot(object, object)
    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and self._mark in changes.annotations:
            try:
                self._library.marks.get(self._mark)
            except KeyError:
                self.reject()
            else:
                self._load()
