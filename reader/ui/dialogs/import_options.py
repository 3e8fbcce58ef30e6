"""What to import: files and folders, how they are encoded, and what to say of their pages."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.messages import printable
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.services.pages import MetaEdit
from reader.ui.dialogs.completion import newspaper_completer
from reader.ui.dialogs.date_field import DateField
from reader.ui.dialogs.encoding_chooser import EncodingChooser
from reader.ui.dialogs.file_list import FileList

_PATH_ROLE = Qt.ItemDataRole.UserRole
_SIZE = (560, 460)


class ImportOptionsDialog(QDialog):
    """Asks what to import.

    Signals:
        requested: the ``ImportRequest`` that was put together.

    Attributes:
        files, folder, remove: the buttons that choose files or a folder, and take some away.
        paths: what was chosen.
        chooser, newspaper, date: the encoding, and what to say of the pages; empty is as the pages say themselves.
        buttons: Import and Cancel.
    """

    requested = Signal(object)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import pages"))
        self.files = QPushButton(self.tr("Add &files…"), self)
        self.folder = QPushButton(self.tr("Add f&older…"), self)
        self.remove = QPushButton(self.tr("&Remove"), self)
        self.paths = FileList(self)
        self.paths.setAccessibleName(self.tr("Files and folders to import"))
        self.chooser = EncodingChooser(self, detects=True)
        self.newspaper = QLineEdit(self)
        self.newspaper.setCompleter(newspaper_completer(library, self))
        self.date = DateField(self)
        for field in (self.newspaper, self.date):
            field.setPlaceholderText(self.tr("as the pages say"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._import = self.buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._import.setDefault(True)
        self._lay_out()
        self._connect()
        self._refresh()

    def add_paths(self, paths: Iterable[Path]) -> None:
        """Choose more files or folders; those that are chosen already stay once."""
        known = set(self._chosen())
        for path in paths:
            if path not in known:
                known.add(path)
                entry = QListWidgetItem(printable(str(path)), self.paths)
                entry.setData(_PATH_ROLE, path)
        self._refresh()

    def request(self) -> ImportRequest:
        """What was put together. Raises ValueError where the date is none."""
        # An empty field leaves alone what the pages say; it does not empty it.
        meta = MetaEdit(newspaper=self.newspaper.text().strip() or None, issue_date=self.date.date() or None)
        return ImportRequest(tuple(self._chosen()), self.chooser.encoding(), meta)

    def accept(self) -> None:
        """Hand the request over."""
        request = self.request()
        super().accept()
        self.requested.emit(request)

    def _lay_out(self) -> None:
        choose = QHBoxLayout()
        for button in (self.files, self.folder, self.remove):
            button.setAutoDefault(False)
            choose.addWidget(button)
        choose.addStretch()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Encoding"), self.chooser)
        form.addRow(self.tr("&Newspaper"), self.newspaper)
        form.addRow(self.tr("&Date"), self.date)
        form.labelForField(self.chooser).setBuddy(self.chooser.box)  # type: ignore[attr-defined] # a QLabel
        self._hint = QLabel(self)
        self._hint.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        layout = QVBoxLayout(self)
        layout.addLayout(choose)
        layout.addWidget(self.paths, 1)
        layout.addLayout(form)
        layout.addWidget(self._hint)
        layout.addWidget(self.buttons)
        self.resize(*_SIZE)

    def _connect(self) -> None:
        self.files.clicked.connect(self._on_files)
        self.folder.clicked.connect(self._on_folder)
        self.remove.clicked.connect(self._on_remove)
        self.paths.itemSelectionChanged.connect(self._refresh)
        self.paths.dropped.connect(self.add_paths)
        self.date.textChanged.connect(self._refresh)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    @Slot()
    def _refresh(self) -> None:
        chosen = self._chosen()
        self._import.setEnabled(bool(chosen) and self.date.is_valid())
        self.remove.setEnabled(bool(self.paths.selectedItems()))
        self.chooser.show_file(next((path for path in chosen if path.is_file()), None))
        if self.date.is_valid():
            self._hint.setText(self.tr("Folders are searched for .txt, .text and .md files."))
        else:
            self._hint.setText(self.tr("Write the date as 2024-05-12 or 2024年5月12日."))

    @Slot()
    def _on_files(self) -> None:
        self._choose(self.tr("Add files"), QFileDialog.FileMode.ExistingFiles)

    @Slot()
    def _on_folder(self) -> None:
        self._choose(self.tr("Add folder"), QFileDialog.FileMode.Directory)

    def _choose(self, title: str, mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(mode)
        dialog.setNameFilters([self.tr("Pages (*.txt *.text *.md)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(self._on_selected)
        dialog.open()

    @Slot(list)
    def _on_selected(self, names: Sequence[str]) -> None:
        self.add_paths(map(Path, names))

    @Slot()
    def _on_remove(self) -> None:
        for entry in self.paths.selectedItems():
            self.paths.takeItem(self.paths.row(entry))
        self._refresh()

    def _chosen(self) -> list[Path]:
        return [self.paths.item(row).data(_PATH_ROLE) for row in range(self.paths.count())]
