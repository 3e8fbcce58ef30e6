"""Splits a tag into several: goes through its marks, by hand or by what their quotes say."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.domain.codebook import Codebook, Tag
from reader.domain.fold import fold
from reader.domain.model import Annotation
from reader.ui.notes.keys import ENTER
from reader.ui.notes.tag_completion import TagCompleter
from reader.ui.theme.tokens import Tokens
from reader.ui.words import tr

_SIZE = (680, 520)
_QUOTE, _TARGET = 0, 1
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SplitModel(QAbstractTableModel):
    """The marks of a tag, as far as they have a text, and the tag that each will get; empty where it keeps this one."""

    def __init__(self, marks: Sequence[Annotation], tokens: Tokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._shown = list(marks)
        self._quiet = QColor(tokens.quiet)
        self._stays = ""
        self.targets: dict[int, str] = {}

    def say_stays(self, text: str) -> None:
        """What to say of a mark that keeps the tag."""
        self._stays = text

    def filter(self, text: str) -> None:
        """Show only marks with a text in quote or note."""
        wanted = fold(text)
        self.beginResetModel()
        self._shown = [mark for mark in self._marks if wanted in fold(mark.quote) or wanted in fold(mark.note)]
        self.endResetModel()

    def give(self, rows: Sequence[int], name: str) -> None:
        """Let the marks of some rows get a tag, or keep this one where the name is empty."""
        for row in rows:
            self.setData(self.index(row, _TARGET), name)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """One for each mark that is shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Quote and tag."""
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Mark"), self.tr("Gets"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The quote on one line; the tag, quietly where it is the present one."""
        mark = self._shown[index.row()]
        target = self.targets.get(mark.id, "")
        if index.column() == _QUOTE:
            if role == Qt.ItemDataRole.ToolTipRole:
                return f"{mark.quote}\n\n{mark.note}".strip()
            return " ".join(mark.quote.split("\n")) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.EditRole:
            return target
        if role == Qt.ItemDataRole.DisplayRole:
            return target or self._stays
        return self._quiet if role == Qt.ItemDataRole.ForegroundRole and not target else None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write the tag that a mark gets."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        mark, name = self._shown[index.row()], str(value).strip()
        if name:
            self.targets[mark.id] = name
        else:
            self.targets.pop(mark.id, None)
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The tag can be typed."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == _TARGET else flags


class SplitDialog(QDialog):
    """The marks of a tag with a tag for each; a text chooses marks, and one tag is set for all that are shown.

    Signals:
        split: the name of the tag that each mark gets, by its id.
    """

    split = Signal(object)

    def __init__(
        self, codebook: Codebook, tag: Tag, marks: Sequence[Annotation], tokens: Tokens, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Split “{name}”").format(name=tag.name))
        self.resize(*_SIZE)
        self.model = SplitModel(marks, tokens, self)
        self.model.say_stays(tag.name)
        self.text = QLineEdit(self)
        self.target = QLineEdit(self)
        completer = TagCompleter(self)
        completer.set_names(other.name for other in codebook if other.id != tag.id)
        self.target.setCompleter(completer)
        self.give = QPushButton(self.tr("&Set"), self)
        self.table = QTableView(self)
        self._count = QLabel(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._split = self.buttons.addButton(self.tr("S&plit"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.text.textChanged.connect(self.model.filter)
        self.text.textChanged.connect(self._refresh)
        self.target.textChanged.connect(self._refresh)
        self.target.returnPressed.connect(self._on_give)
        self.give.clicked.connect(self._on_give)
        self.model.dataChanged.connect(self._refresh)
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._on_accepted)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        self._refresh()

    def targets(self) -> Mapping[int, str]:
        """The tag that each mark gets, by its id; those that keep theirs are not named."""
        return dict(self.model.targets)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sets the tag, and so does not end the dialog; Ctrl+Enter does."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Marks"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setSectionResizeMode(_QUOTE, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().resizeSection(_TARGET, _SIZE[0] // 3)
        self._count.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self.give.setAutoDefault(False)
        self._split.setAutoDefault(False)
        self.text.setPlaceholderText(self.tr("all"))
        grid = QGridLayout()
        for column, (label, field) in enumerate(
            ((self.tr("Marks &with"), self.text), (self.tr("get the &tag"), self.target))
        ):
            name = QLabel(label, self)
            name.setBuddy(field)
            grid.addWidget(name, 0, column)
            grid.addWidget(field, 1, column)
        grid.addWidget(self.give, 1, 2)
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        layout.addWidget(table, 1)
        layout.addWidget(self._count)
        layout.addWidget(self.buttons)

    def _rows(self) -> list[int]:
        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return chosen or list(range(self.model.rowCount()))

    @Slot()
    def _on_give(self) -> None:
        self.model.give(self._rows(), self.target.text())

    @Slot()
    def _refresh(self) -> None:
        count = len(self._rows())
        if self.table.selectionModel().hasSelection():
            said = tr("Set is for the %Ln mark(s) selected.", "", count)
        else:
            said = tr("Set is for %Ln mark(s).", "", count)
        will = tr("%Ln mark(s) will get another tag.", "", len(self.model.targets))
        self._count.setText(f"{said} {will}")
        self._split.setEnabled(bool(self.model.targets))
        self.give.setEnabled(count > 0)

    @Slot()
    def _on_accepted(self) -> None:
        if self.model.targets:
            self.split.emit(self.targets())
