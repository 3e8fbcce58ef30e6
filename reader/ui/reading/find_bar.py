"""The bar that finds in the open article."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

_WIDEST = 360
"""Pixels; a wider field would only be harder to read."""


class FindBar(QWidget):
    """A field to type into, the count of hits, and buttons to step through them.

    Signals:
        query_changed: the text in the field, at each change.
        stepped: 1 for the next hit, -1 for the previous one.
        closed: Esc or the close button.
    """

    query_changed = Signal(object)
    stepped = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in article"))
        self.field.setAccessibleName(self.tr("Find in article"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._on_text)
        self._count = QLabel(self)
        self._count.setProperty("quiet", "true")
        self._previous = self._button("‹", self.tr("Previous hit"))
        self._next = self._button("›", self.tr("Next hit"))
        close = self._button("✕", self.tr("Close"))
        self._previous.clicked.connect(self._on_previous)
        self._next.clicked.connect(self._on_next)
        close.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._previous)
        layout.addWidget(self._next)
        layout.addSpacing(4)
        layout.addWidget(self._count)
        layout.addStretch(1)
        layout.addWidget(close)
        self.field.setMaximumWidth(_WIDEST)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.show_count(-1, 0)

    def query(self) -> str:
        """What is looked for."""
        return self.field.text()

    def open(self, query: str | None = None) -> None:
        """Show the bar with the field ready to type; a query replaces what it holds."""
        self.show()
        if query:
            self.field.setText(query)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, current: int, total: int) -> None:
        """Say which hit is shown (from 0) of how many."""
        self._previous.setEnabled(total > 0)
        self._next.setEnabled(total > 0)
        if not self.query():
            said = ""
        elif total == 0:
            said = self.tr("Not found")
        else:
            said = self.tr("{0} of {1}").format(current + 1, total)
        self._count.setText(said)
        self._count.setAccessibleName(said)

    def count_text(self) -> str:
        """What the bar says of the hits."""
        return self._count.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; Enter steps, with Shift backwards."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc, even where the window has a shortcut on it."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the pane may become."""
        return QSize(0, super().minimumSizeHint().height())

    def _button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _on_text(self, text: str) -> None:
        self.query_changed.emit(text)

    def _on_previous(self) -> None:
        self.stepped.emit(-1)

    def _on_next(self) -> None:
        self.stepped.emit(1)
