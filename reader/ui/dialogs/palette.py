"""The command palette: type a few letters of what should be done, and do it."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from reader.ui.actions.build import ActionSet
from reader.ui.actions.table import ACTIONS
from reader.ui.words import plain

_SIZE = (520, 420)
_ACTION = Qt.ItemDataRole.UserRole
_FOR_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """A field and the actions that fit what is typed in it; Return runs the chosen one."""

    def __init__(self, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Commands"))
        self.resize(*_SIZE)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("What should be done?"))
        self.field.setAccessibleName(self.tr("What should be done?"))
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self._actions = [actions[spec.id] for spec in ACTIONS if spec.id != "palette"]
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._run)
        self.list.itemActivated.connect(self._run)
        self._on_text("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the field move in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _FOR_THE_LIST:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.list.clear()
        for action in self._actions:
            name = plain(action.text())
            if action.isEnabled() and _fits(text.casefold(), name.casefold()):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                QTreeWidgetItem(self.list, [name, keys]).setData(0, _ACTION, action)
        self.list.setCurrentIndex(self.list.model().index(0, 0))

    @Slot()
    def _run(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        action = item.data(0, _ACTION)
        self.accept()
        assert isinstance(action, QAction)
        action.trigger()


def _fits(wanted: str, name: str) -> bool:
    """Whether the letters that were typed stand in the name in this order."""
    letters = iter(name)
    return all(letter in letters for letter in wanted if not letter.isspace())
