"""All keys at a glance, out of the table of actions; each can be given other keys here."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.messages import QT_TRANSLATE_NOOP
from reader.ui.actions.build import ActionSet, meet, sequences
from reader.ui.actions.spec import ActionSpec, Where
from reader.ui.actions.table import ACTIONS, MENUS
from reader.ui.settings import Settings
from reader.ui.words import plain

_SIZE = (720, 640)
_SPEC = Qt.ItemDataRole.UserRole
_WHERE = {
    Where.WINDOW: QT_TRANSLATE_NOOP("keys", "anywhere"),
    Where.WORKBENCH: QT_TRANSLATE_NOOP("keys", "workbench"),
    Where.TREE: QT_TRANSLATE_NOOP("keys", "articles"),
    Where.TEXT: QT_TRANSLATE_NOOP("keys", "text"),
    Where.READING: QT_TRANSLATE_NOOP("keys", "articles, text"),
    Where.MARKS: QT_TRANSLATE_NOOP("keys", "text, notes"),
    Where.CODEBOOK: QT_TRANSLATE_NOOP("keys", "codebook"),
    Where.PANES: QT_TRANSLATE_NOOP("keys", "every pane"),
}
# What the panes do by themselves, as every tree and text does.
_BY_NATURE = (
    (QT_TRANSLATE_NOOP("keys", "Move by character, word, line"), "Left, Ctrl+Left, Up", Where.TEXT),
    (QT_TRANSLATE_NOOP("keys", "Select by character, word, line"), "Shift+Left, Ctrl+Shift+Left, Shift+Up", Where.TEXT),
    (QT_TRANSLATE_NOOP("keys", "Recent tags"), "1, 9", Where.MARKS),
    (QT_TRANSLATE_NOOP("keys", "Open in the text"), "Return", Where.TREE),
    (QT_TRANSLATE_NOOP("keys", "Save the note and go on to the next mark"), "Ctrl+Return", Where.WINDOW),
    (QT_TRANSLATE_NOOP("keys", "Save the note and go back to the text"), "Esc", Where.WINDOW),
)


class KeysDialog(QDialog):
    """A table of action, keys and where they act, filtered as one types; below it the keys of the chosen action."""

    def __init__(self, actions: ActionSet, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self.setWindowTitle(self.tr("Keys"))
        self.resize(*_SIZE)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter by action or key"))
        self.filter.setAccessibleName(self.tr("Filter by action or key"))
        self.filter.setClearButtonEnabled(True)
        self.table = QTreeWidget(self)
        self.table.setColumnCount(3)
        self.table.setHeaderLabels([self.tr("Action"), self.tr("Keys"), self.tr("Where")])
        self.table.setAccessibleName(self.tr("Keys"))
        self.table.setUniformRowHeights(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.header().setStretchLastSection(False)
        self.table.header().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.editor = QKeySequenceEdit(self)
        self.editor.setMaximumSequenceLength(1)
        self.editor.setAccessibleName(self.tr("Keys of the chosen action"))
        self.note = QLabel(self)
        self.note.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self._reset = QPushButton(self.tr("&Reset"), self)
        self._lay_out()
        self._fill()
        self.filter.textChanged.connect(self._on_filter)
        self.table.currentItemChanged.connect(self._on_current)
        self.editor.editingFinished.connect(self._on_edited)
        self._reset.clicked.connect(self._on_reset)
        self._on_current()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        editing = QHBoxLayout()
        label = QLabel(self.tr("&Change to"), self)
        label.setBuddy(self.editor)
        for widget in (label, self.editor, self._reset):
            editing.addWidget(widget)
        editing.addWidget(self.note, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addLayout(editing)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        tops: dict[object, QTreeWidgetItem] = {}
        for spec in ACTIONS:
            if spec.menu not in tops:
                heading = plain(QCoreApplication.translate("menus", MENUS[spec.menu]))
                tops[spec.menu] = self._heading(heading)
            row = QTreeWidgetItem(tops[spec.menu], ["", "", QCoreApplication.translate("keys", _WHERE[spec.where])])
            row.setData(0, _SPEC, spec)
            self._show_row(row, spec)
        nature = self._heading(self.tr("In every pane"))
        for text, keys, where in _BY_NATURE:
            shown = ", ".join(_native(key) for key in keys.split(", "))
            if keys == "1, 9":
                shown = "1–9"
            QTreeWidgetItem(
                nature,
                [QCoreApplication.translate("keys", text), shown, QCoreApplication.translate("keys", _WHERE[where])],
            )
        self.table.expandAll()

    def _heading(self, text: str) -> QTreeWidgetItem:
        heading = QTreeWidgetItem(self.table, [text])
        heading.setFirstColumnSpanned(True)
        font = self.font()
        font.setBold(True)
        heading.setFont(0, font)
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return heading

    def _show_row(self, row: QTreeWidgetItem, spec: ActionSpec) -> None:
        name = plain(QCoreApplication.translate("actions", spec.text))
        if spec.detail:
            name += self.tr(" ({detail})").format(detail=QCoreApplication.translate("actions", spec.detail))
        row.setText(0, name)
        row.setText(1, ", ".join(_native(key) for key in self._actions.keys_of(spec)))

    def _chosen(self) -> tuple[QTreeWidgetItem, ActionSpec] | None:
        row = self.table.currentItem()
        if row is None:
            return None
        spec = row.data(0, _SPEC)
        return (row, spec) if isinstance(spec, ActionSpec) else None

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        wanted = text.casefold()
        for top in range(self.table.topLevelItemCount()):
            heading = self.table.topLevelItem(top)
            assert heading is not None
            shown = 0
            for number in range(heading.childCount()):
                row = heading.child(number)
                assert row is not None
                fits = any(wanted in row.text(column).casefold() for column in range(3))
                row.setHidden(not fits)
                shown += fits
            heading.setHidden(not shown)

    @Slot()
    def _on_current(self) -> None:
        chosen = self._chosen()
        self.editor.setEnabled(chosen is not None)
        self._reset.setEnabled(chosen is not None and self._settings.shortcuts(chosen[1].id) is not None)
        keys = self._actions.keys_of(chosen[1]) if chosen else ()
        self.editor.setKeySequence(sequences(keys[:1])[0] if keys else QKeySequence())
        self.note.clear()

    @Slot()
    def _on_edited(self) -> None:
        chosen = self._chosen()
        keys = self.editor.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if chosen is None or not keys or keys in self._actions.keys_of(chosen[1]):
            return
        taken = self._taken_by(keys, chosen[1])
        if taken is not None:
            name = plain(QCoreApplication.translate("actions", taken.text))
            self.note.setText(self.tr("{keys} is taken by “{action}”").format(keys=_native(keys), action=name))
            return
        self._give(chosen, (keys,))

    @Slot()
    def _on_reset(self) -> None:
        if chosen := self._chosen():
            self._give(chosen, None)

    def _give(self, chosen: tuple[QTreeWidgetItem, ActionSpec], keys: tuple[str, ...] | None) -> None:
        row, spec = chosen
        self._settings.set_shortcuts(spec.id, keys)
        self._actions.reload_shortcuts()
        self._show_row(row, spec)
        self._on_current()

    def _taken_by(self, keys: str, but: ActionSpec) -> ActionSpec | None:
        for spec in ACTIONS:
            if spec is not but and meet(spec.where, but.where) and keys in self._actions.keys_of(spec):
                return spec
        return None


def _native(keys: str) -> str:
    """Keys as this system writes them."""
    sequence = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText) or keys
