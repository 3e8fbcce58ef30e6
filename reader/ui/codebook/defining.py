"""Writes what a tag means."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from reader.domain.codebook import Tag
from reader.services.codebook import Meaning
from reader.ui.notes.keys import is_next

_SIZE = (460, 520)


class DefineDialog(QDialog):
    """Four fields; Ctrl+Enter saves them.

    Signals:
        written: the ``Meaning`` that was written.
    """

    written = Signal(object)

    def __init__(self, tag: Tag, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Meaning of “{name}”").format(name=tag.name))
        self.resize(*_SIZE)
        layout = QVBoxLayout(self)
        self.definition = self._field(layout, self.tr("&Definition"), tag.definition)
        self.use_when = self._field(layout, self.tr("&Use when"), tag.use_when)
        self.not_when = self._field(layout, self.tr("&Not when"), tag.not_when)
        self.example = self._field(layout, self.tr("&Example"), tag.example)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addSpacing(4)
        layout.addWidget(buttons)
        self.accepted.connect(self._on_accepted)

    def meaning(self) -> Meaning:
        """What is written."""
        fields = (self.definition, self.use_when, self.not_when, self.example)
        return Meaning(*(field.toPlainText() for field in fields))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, since Enter begins a line."""
        if is_next(event):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _field(self, layout: QVBoxLayout, name: str, text: str) -> QPlainTextEdit:
        label = QLabel(name, self)
        field = QPlainTextEdit(text, self)
        field.setTabChangesFocus(True)
        label.setBuddy(field)
        layout.addWidget(label)
        layout.addWidget(field)
        return field

    def _on_accepted(self) -> None:
        self.written.emit(self.meaning())
