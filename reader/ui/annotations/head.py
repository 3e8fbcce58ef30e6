"""What stands above the table of annotations: a field for text, menus, and what is asked in words."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.mark_filter import MarkFilter
from reader.ui.annotations.words import count_words, filter_words

_TEXT_WIDTH = 220


class TextField(QLineEdit):
    """The field for a part of quote or note.

    Signals:
        accepted: Enter or Down was pressed.
    """

    accepted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down go on to the table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.accepted.emit()
        else:
            super().keyPressEvent(event)


class Head(QWidget):
    """One line of controls, and below it what the list is filtered by, as long as it is.

    Signals:
        changed: the text is another one.
        cleared: nothing shall be asked.
    """

    changed = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = TextField(self)
        self.text.setPlaceholderText(self.tr("Find in quotes and notes"))
        self.text.setAccessibleName(self.tr("Find in quotes and notes"))
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(_TEXT_WIDTH)
        self.filter = QPushButton(self.tr("Fi&lter"), self)
        self.filter.setCheckable(True)
        self.view = self._menu_button(self.tr("Vie&w"))
        self.edit = self._menu_button(self.tr("Edi&t"))
        self.saved = self._menu_button(self.tr("Save&d"))
        self.export = QPushButton(self.tr("E&xport…"), self)
        self.export.setToolTip(self.tr("What this list shows, as a file"))
        self.count = QLabel(self)
        self.count.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self._asked = QLabel(self)
        self._asked.setTextFormat(Qt.TextFormat.PlainText)
        self._asked.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self._asked.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.clear = QToolButton(self)
        self.clear.setText(self.tr("&Clear"))
        self.clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self.text.textChanged.connect(self.changed)
        self.clear.clicked.connect(self._on_clear)

    def show_count(self, count: int, wanted: MarkFilter) -> None:
        """Say how many annotations are listed, and why."""
        self.count.setText(count_words(count, filtered=not wanted.asks_nothing()))
        words = filter_words(wanted)
        self._asked.setText(words)
        self._asked.setToolTip(words)
        self._below.setVisible(bool(words))

    def asked(self) -> str:
        """What the list is filtered by, in words."""
        return self._asked.text()

    def _menu_button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setMenu(QMenu(button))
        return button

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        for widget in (self.text, self.filter, self.view, self.edit, self.saved):
            above.addWidget(widget)
        above.addStretch()
        above.addWidget(self.count)
        above.addSpacing(8)
        above.addWidget(self.export)
        self._below = QWidget(self)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self._asked, 1)
        below.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 4)
        layout.setSpacing(4)
        layout.addLayout(above)
        layout.addWidget(self._below)
        self._below.hide()

    @Slot()
    def _on_clear(self) -> None:
        self.cleared.emit()
