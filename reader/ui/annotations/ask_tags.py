"""Asks which tags to give to, or take from, many annotations."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from reader.errors import UserError
from reader.services.marks import tag_name
from reader.ui.annotations.tags_field import TagsField
from reader.ui.theme.tokens import Tokens
from reader.ui.words import error_text

_WIDTH = 380


class _Asking(QDialog):
    """A dialog with OK, which is enabled where there is something to do."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, Qt.Orientation.Horizontal, self
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _allow(self, *, allowed: bool) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(allowed)


class AskTags(_Asking):
    """Asks for tags: any that are typed, or only those of the library."""

    def __init__(self, title: str, known: Sequence[str], tokens: Tokens, parent: QWidget, *, only_known: bool) -> None:
        super().__init__(title, parent)
        self._tags = TagsField(title, self, any_name=not only_known)
        self._tags.set_tokens(tokens)
        self._tags.set_known(known)
        self.field = self._tags.field
        layout = QVBoxLayout(self)
        layout.addWidget(self._tags)
        layout.addWidget(self._buttons)
        self._tags.changed.connect(self._on_changed)
        self._tags.leave_requested.connect(self.reject)
        self.field.next_requested.connect(self.accept)
        self._tags.setFocus()
        self._allow(allowed=False)

    def names(self) -> tuple[str, ...]:
        """The tags that were given."""
        return self._tags.names()

    @Slot()
    def _on_changed(self) -> None:
        self._allow(allowed=bool(self._tags.names()))


class AskReplacement(_Asking):
    """Asks which tag to put in the place of which."""

    def __init__(self, known: Sequence[str], parent: QWidget) -> None:
        super().__init__(self.tr("Replace a tag"), parent)
        self.old = QComboBox(self)
        self.old.addItems(list(known))
        self.new = QComboBox(self)
        self.new.setEditable(True)
        self.new.addItems(list(known))
        self.new.setCurrentText("")
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self._said.hide()
        form = QFormLayout()
        form.addRow(self.tr("&Instead of"), self.old)
        form.addRow(self.tr("&put"), self.new)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._said)
        layout.addWidget(self._buttons)
        self.new.editTextChanged.connect(self._on_edited)
        self._allow(allowed=False)

    def names(self) -> tuple[str, str]:
        """The tag that goes, and the one that comes."""
        return self.old.currentText(), tag_name(self.new.currentText())

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        try:
            tag_name(text)
        except UserError as error:
            self._said.setText(error_text(error))
            self._said.setVisible(bool(text))
            self._allow(allowed=False)
        else:
            self._said.hide()
            self._allow(allowed=bool(self.old.currentText()))
