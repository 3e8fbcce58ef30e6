"""The files of an import that could not be read: why, and trying them again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ErrorCode, UserError
from reader.messages import printable
from reader.services.importing import Failed
from reader.ui.dialogs.encoding_chooser import ReencodeDialog
from reader.ui.words import error_text

_NAME_WIDTH = 220
_SIZE = (720, 400)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_OF_FILES = frozenset(ErrorCode) - {ErrorCode.FOLDER_LOOP, ErrorCode.NOTHING_TO_IMPORT}


class FailureModel(QAbstractTableModel):
    """Failed files as rows: name and reason; the tool tip of a name is its path."""

    def __init__(self, failures: Sequence[Failed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._failures = failures

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """One for each file."""
        return 0 if parent.isValid() else len(self._failures)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Name and reason."""
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("File"), self.tr("Reason"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Name or reason; as tool tip the path or the whole reason."""
        failure = self._failures[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (_name(failure), reason(failure))[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return (printable(failure.path), reason(failure))[index.column()]
        return None


class ImportReportDialog(QDialog):
    """Lists what failed. What is selected, or everything where nothing is, can be tried again.

    Signals:
        retry_requested: the paths to try again, a tuple, and the encoding to read them with, or None.

    Attributes:
        table: the files.
        retry, retry_encoding, copy: the buttons.
    """

    retry_requested = Signal(object, object)

    def __init__(self, failures: Sequence[Failed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._failures = failures
        self.setWindowTitle(self.tr("Files that could not be read"))
        self.table = QTableView(self)
        self.table.setModel(FailureModel(failures, self))
        self._dress_table()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.retry = self._button(self.tr("&Retry"), QDialogButtonBox.ButtonRole.ActionRole)
        self.retry_encoding = self._button(self.tr("Retry with &encoding…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy = self._button(self.tr("&Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        hint = QLabel(self.tr("The other files are in the library. Select some to retry only those."), self)
        hint.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        layout = QVBoxLayout(self)
        for widget in (hint, self.table, self._buttons):
            layout.addWidget(widget)
        self.resize(*_SIZE)
        self.retry.clicked.connect(self._on_retry)
        self.retry_encoding.clicked.connect(self._on_retry_encoding)
        self.copy.clicked.connect(self._on_copy)
        self._buttons.rejected.connect(self.reject)

    def chosen(self) -> list[Failed]:
        """The selected failures, or all where none is selected."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})
        return [self._failures[row] for row in rows] if rows else list(self._failures)

    def report(self) -> str:
        """Path and reason of every failure, a line each, with a tab between."""
        return "".join(f"{printable(failure.path)}\t{reason(failure)}\n" for failure in self._failures)

    @Slot()
    def _on_retry(self) -> None:
        self._request(None)

    @Slot()
    def _on_retry_encoding(self) -> None:
        sample = next((found for found in self.chosen() if found.code in _OF_FILES), self.chosen()[0])
        dialog = ReencodeDialog(Path(sample.path), self)
        dialog.accepted.connect(self._on_encoding)
        dialog.open()

    @Slot()
    def _on_encoding(self) -> None:
        dialog = self.sender()
        assert isinstance(dialog, ReencodeDialog)
        self._request(dialog.chooser.encoding())

    def _request(self, encoding: str | None) -> None:
        paths = tuple(dict.fromkeys(Path(failure.path) for failure in self.chosen()))
        self.accept()
        self.retry_requested.emit(paths, encoding)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())

    def _button(self, text: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = self._buttons.addButton(text, role)
        button.setAutoDefault(False)
        return button

    def _dress_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.windowTitle())
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, _NAME_WIDTH)


def reason(failure: Failed) -> str:
    """Why a file could not be read and what can be done, in words, with its name instead of its path."""
    return error_text(UserError(failure.code, _name(failure), failure.detail))


def _name(failure: Failed) -> str:
    return printable(Path(failure.path).name or failure.path)
