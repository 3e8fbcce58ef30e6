"""What was learnt from repairs, by newspaper: to look at, and to remove."""

from itertools import groupby

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from reader.domain.hint import Hint
from reader.engine_words import FEATURES
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.workbench.words import role_words

_SIZE = (600, 420)
_HINT = Qt.ItemDataRole.UserRole
_PARTS = 4


class HintsDialog(QDialog):
    """Lists the hints of a library by newspaper; each can be removed, which can be undone.

    Attributes:
        table: newspapers with their hints below.
    """

    def __init__(self, library: Library, bus: ChangeBus, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._bus = bus
        self.setWindowTitle(self.tr("Learnt from you"))
        self.resize(*_SIZE)
        said = QLabel(
            self.tr(
                "When you change the role of lines that look like no others, later pages of the newspaper follow you."
            )
        )
        said.setWordWrap(True)
        said.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self.table = QTreeWidget(self)
        self.table.setHeaderLabels([self.tr("Lines"), self.tr("are"), self.tr("Times")])
        self.table.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._remove = buttons.addButton(self.tr("&Forget"), QDialogButtonBox.ButtonRole.ActionRole)
        self._remove.clicked.connect(self.forget)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (said, self.table, buttons):
            layout.addWidget(part)
        self.table.currentItemChanged.connect(self._on_current)
        self._fill()

    def _fill(self) -> None:
        self.table.clear()
        for newspaper, hints in groupby(self._library.repairs.hints(), key=lambda hint: hint.newspaper):
            top = QTreeWidgetItem(self.table, [newspaper])
            for hint in hints:
                row = QTreeWidgetItem(top, [shape_words(hint.shape), role_words(hint.role), str(hint.uses)])
                row.setData(0, _HINT, hint)
                row.setToolTip(0, row.text(0))
            top.setExpanded(True)
        if not self.table.topLevelItemCount():
            QTreeWidgetItem(self.table, [self.tr("Nothing yet")])
        self.table.resizeColumnToContents(0)
        self.table.setColumnWidth(0, min(self.table.columnWidth(0) + 24, 380))
        self._on_current()

    @Slot()
    def _on_current(self) -> None:
        self._remove.setEnabled(self._chosen() is not None)

    def _chosen(self) -> Hint | None:
        row = self.table.currentItem()
        hint = row.data(0, _HINT) if row is not None else None
        return hint if isinstance(hint, Hint) else None

    @Slot()
    def forget(self) -> None:
        """Remove the chosen hint; pages that it helped with stay as they are."""
        hint = self._chosen()
        if hint is not None:
            self._bus.announce(self._library.repairs.forget_hint(hint), self)
            self._fill()


def shape_words(shape: str) -> str:
    """The shape of lines in words: their very words, or what they begin with, are made like and end with."""
    translate = QCoreApplication.translate
    if shape.startswith("="):
        return translate("hints", "the words “{words}”").format(words=shape[1:])
    parts = shape.rsplit("|", _PARTS - 1)
    if len(parts) < _PARTS:
        return shape
    dress, make, length, end = parts
    said = [
        translate("hints", "begins with “{mark}”").format(mark=dress) if dress else "",
        translate("reasons", FEATURES[make]) if make in FEATURES else "",
        {"short": translate("hints", "short"), "long": translate("hints", "long")}.get(length, ""),
        translate("reasons", FEATURES[f"end_{end}"]) if f"end_{end}" in FEATURES else "",
    ]
    return translate("reasons", "; ").join(part for part in said if part)
