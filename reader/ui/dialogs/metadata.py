"""Where pages were printed: newspaper, date, page number and page name of many pages at once."""

from collections.abc import Mapping, Sequence
from dataclasses import fields

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.domain.model import PageMeta
from reader.errors import UserError
from reader.services.library import Library
from reader.services.pages import MetaEdit
from reader.ui.change_bus import ChangeBus
from reader.ui.dialogs.completion import newspaper_completer
from reader.ui.dialogs.date_field import DateField
from reader.ui.dialogs.meta_field import MetaField
from reader.ui.words import error_text

_COLUMNS = tuple(field.name for field in fields(PageMeta))
_SIZE = (600, 480)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PreviewModel(QAbstractTableModel):
    """The pages as they would be after the edit; what it changes is set in bold."""

    def __init__(self, metas: Mapping[int, PageMeta], titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = list(metas.values())
        self._after = self._before
        self._titles = titles

    def show_edit(self, edit: MetaEdit) -> None:
        """Preview another edit."""
        self._after = [edit.applied_to(meta) for meta in self._before]
        if self._before:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._before) - 1, len(_COLUMNS) - 1))

    def changed(self) -> int:
        """How many pages the edit changes."""
        return sum(before != after for before, after in zip(self._before, self._after, strict=True))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """One for each page."""
        return 0 if parent.isValid() else len(self._before)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """One for each field."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The names of the fields."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._titles[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The value after the edit, bold where it is another one."""
        name = _COLUMNS[index.column()]
        after = getattr(self._after[index.row()], name)
        if role == Qt.ItemDataRole.DisplayRole:
            return after or ""
        if role == Qt.ItemDataRole.FontRole and after != getattr(self._before[index.row()], name):
            font = QFont()
            font.setBold(True)
            return font
        return None


class MetadataDialog(QDialog):
    """Edits the metadata of some pages in one step that can be undone; only fields that were touched are changed.

    Attributes:
        newspaper, date, page_no, page_name: the fields.
        preview: the pages as they will be.
        buttons: Save and Cancel.
    """

    def __init__(
        self, library: Library, bus: ChangeBus, page_ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._bus = bus
        self._metas = library.pages.metas(page_ids)
        self.setWindowTitle(self.tr("Newspaper, date and page"))
        self.newspaper = QLineEdit(self)
        self.newspaper.setCompleter(newspaper_completer(library, self))
        self.date = DateField(self)
        self.page_no = QLineEdit(self)
        self.page_name = QLineEdit(self)
        self._fields = [
            MetaField(edit, [getattr(meta, name) for meta in self._metas.values()])
            for name, edit in zip(_COLUMNS, (self.newspaper, self.date, self.page_no, self.page_name), strict=True)
        ]
        titles = [self.tr("Newspaper"), self.tr("Date"), self.tr("Page"), self.tr("Page name")]
        self._model = PreviewModel(self._metas, titles, self)
        self.preview = QTableView(self)
        self.preview.setModel(self._model)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._save = self.buttons.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._hint = QLabel(self)
        self._lay_out()
        for field in self._fields:
            field.changed.connect(self._refresh)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._refresh()

    def edit(self) -> MetaEdit:
        """What was touched. Raises ValueError where the date is none."""
        newspaper, date, page_no, page_name = (field.value() for field in self._fields)
        return MetaEdit(newspaper, None if date is None else self.date.date(), page_no, page_name)

    def accept(self) -> None:
        """Save, and tell everyone. Where the library cannot be written, say why and stay open."""
        try:
            changes = self._library.pages.edit_meta(self._metas, self.edit())
        except UserError as error:
            self._hint.setText(error_text(error))
            return
        super().accept()
        self._bus.announce(changes, self)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Newspaper"), self.newspaper)
        form.addRow(self.tr("&Date"), self.date)
        form.addRow(self.tr("&Page"), self.page_no)
        form.addRow(self.tr("Page na&me"), self.page_name)
        table = self.preview
        table.setAccessibleName(self.tr("Pages after the change"))
        table.setShowGrid(False)
        table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._hint.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self._hint.setWordWrap(True)
        self._save.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(table, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self.buttons)
        self.resize(*_SIZE)

    @Slot()
    def _refresh(self) -> None:
        if not self.date.is_valid():
            self._save.setEnabled(False)
            self._hint.setText(self.tr("Write the date as 2024-05-12 or 2024年5月12日."))
            return
        self._model.show_edit(self.edit())
        changed = self._model.changed()
        self._save.setEnabled(changed > 0)
        count = len(self._metas)
        self._hint.setText(self.tr("{changed} of %n page(s) will change.", "", count).format(changed=changed))
