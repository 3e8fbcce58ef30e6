"""Asks for one line of text: a line of the page as it should read, or the name of a section."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from reader.domain.textpos import Utf16Map
from reader.ui.notes.keys import ENTER

_SIZE = (520, 220)


class LineDialog(QDialog):
    """A field with a text in it; Enter takes it, Esc leaves it.

    Signals:
        entered: the text, on one line, where it is another one than before.
    """

    entered = Signal(str)

    def __init__(self, title: str, explanation: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        said = QLabel(explanation)
        said.setWordWrap(True)
        said.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self.field = QPlainTextEdit(text)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (said, self.field, buttons):
            layout.addWidget(part)
        self.accepted.connect(self._on_accepted)
        self.field.installEventFilter(self)
        self.field.setFocus()

    def stand_on(self, offset: int) -> None:
        """Select the character (code point) at an offset, so that what is typed takes its place."""
        units = Utf16Map(self.field.toPlainText())
        cursor = self.field.textCursor()
        cursor.setPosition(units.to_utf16(offset))
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        self.field.setTextCursor(cursor)
        self.field.ensureCursorVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the text at Enter, which is never part of a line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ENTER:
            self.accept()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_accepted(self) -> None:
        # toPlainText turns no-break spaces into spaces, so what was not touched is compared as the field shows it.
        if self.field.document().isModified():
            self.entered.emit(self.field.document().toRawText().replace("\u2029", "").replace("\u2028", ""))
