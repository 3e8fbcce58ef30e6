"""Asks which tags to give to, or take from, many annotations."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from reader.errors import UserError
from reader.services.marks import tag_name
from reader.ui.notes.tag_field import TagField
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
        self._known = known
        self._only_known = only_known
        self._names: tuple[str, ...] = ()
        self.field = TagField(self)
        self.field.set_tokens(tokens)
        self.field.set_known(known)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self._buttons)
        self.field.added.connect(self._on_added)
        self.field.removed.connect(self._on_removed)
        self.field.leave_requested.connect(self.reject)
        self.field.next_requested.connect(self.accept)
        self.field.setFocus()
        self._allow(allowed=False)

    def names(self) -> tuple[str, ...]:
        """The tags that were given."""
        return self._names

    @Slot(str)
    def _on_added(self, typed: str) -> None:
        try:
            name = tag_name(typed)
        except UserError as error:
            self.field.refuse(typed, error)
            return
        if self._only_known and name not in self._known:
            self.field.input.setText(typed)
            self.field.input.selectAll()
        elif name not in self._names:
            self._show((*self._names, name))

    @Slot(str)
    def _on_removed(self, name: str) -> None:
        self._show(tuple(other for other in self._names if other != name))

    def _show(self, names: tuple[str, ...]) -> None:
        self._names = names
        self.field.show_tags(names)
        self._allow(allowed=bool(names))


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
