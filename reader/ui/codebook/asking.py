"""The small questions about tags: a name, another tag, what becomes of marks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.codebook import Codebook, Tag
from reader.errors import UserError
from reader.ui.codebook.words import names_words, path_words
from reader.ui.notes.tag_completion import TagCompleter
from reader.ui.words import error_text, tr

_WIDTH = 380


class TagLine(QLineEdit):
    """A field that names one tag of a codebook, completed from any part of its path."""

    def __init__(self, codebook: Codebook, without: Sequence[int] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags = {tag.name: tag for tag in codebook if tag.id not in set(without)}
        self._paths = {path_words(codebook, tag): tag for tag in self._tags.values()}
        completer = TagCompleter(self)
        completer.set_names(self._paths)
        self.setCompleter(completer)

    def tag(self) -> Tag | None:
        """The tag that is named, by its name or its path."""
        text = self.text().strip()
        return self._paths.get(text) or self._tags.get(text)


class Asking(QDialog):
    """A question with OK and Cancel; what stands against the answer is said below it."""

    def __init__(self, title: str, explanation: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, Qt.Orientation.Horizontal, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.refusal = QLabel(self)
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self._said = QLabel(explanation, self)
        self._said.setWordWrap(True)
        self._said.setVisible(bool(explanation))
        self.rows = QVBoxLayout(self)
        self.rows.addWidget(self._said)

    def finish(self, *parts: QWidget) -> None:
        """Put the parts of the question in their order above the buttons."""
        for part in parts:
            self.rows.addWidget(part)
        self.rows.addWidget(self.refusal)
        self.rows.addWidget(self.buttons)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.check()

    def can_answer(self) -> bool:
        """Whether OK is of use."""
        return True

    @Slot()
    def check(self) -> None:
        """Enable OK where it is of use, and forget what stood against the answer."""
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.can_answer())
        self.refusal.hide()

    def refuse(self, error: UserError) -> None:
        """Say what stands against the answer."""
        self.refusal.setText(error_text(error))
        self.refusal.show()


class AskName(Asking):
    """Asks for the name of a tag. ``take`` is given it, and what it raises as a UserError is said."""

    def __init__(self, title: str, name: str, take: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(title, "", parent)
        self._take = take
        self.name = QLineEdit(name, self)
        self.name.setAccessibleName(title)
        self.name.selectAll()
        self.name.textChanged.connect(self.check)
        self.finish(self.name)
        self.name.setFocus()

    def can_answer(self) -> bool:
        """A tag has a name."""
        return bool(self.name.text().strip())

    def accept(self) -> None:
        """Take the name, or say why not."""
        try:
            self._take(self.name.text())
        except UserError as error:
            self.refuse(error)
        else:
            super().accept()


class AskTag(Asking):
    """Asks for another tag, and with ``option`` whether something else is wanted too."""

    def __init__(
        self,
        title: str,
        explanation: str,
        codebook: Codebook,
        without: Sequence[int],
        parent: QWidget,
        option: str = "",
    ) -> None:
        super().__init__(title, explanation, parent)
        self.line = TagLine(codebook, without, self)
        self.line.setAccessibleName(title)
        self.line.textChanged.connect(self.check)
        self.option = QCheckBox(option, self)
        self.option.setVisible(bool(option))
        self.finish(self.line, self.option)
        self.line.setFocus()

    def can_answer(self) -> bool:
        """A tag of the codebook is named."""
        return self.line.tag() is not None


class AskDeletion(Asking):
    """Asks what becomes of the marks of tags that are deleted, and of the tags below them."""

    def __init__(self, codebook: Codebook, tags: Sequence[Tag], marks: int, parent: QWidget) -> None:
        names = names_words([tag.name for tag in tags])
        said = tr("%Ln mark(s) have {names}.", "", marks).format(names=names)
        super().__init__(tr("Delete %Ln tag(s)", "", len(tags)), said, parent)
        below = sum(1 for tag in tags for _ in codebook.below(tag.id))
        self.lose = QRadioButton(self.tr("The marks &lose it"), self)
        self.give = QRadioButton(self.tr("The marks &get another tag:"), self)
        self.spare = QRadioButton(self.tr("&Delete only what no mark has"), self)
        parent_id = tags[0].parent_id
        self.line = TagLine(codebook, [tag.id for tag in tags], self)
        self.line.setAccessibleName(self.tr("Another tag"))
        if parent_id is not None:
            self.line.setText(codebook[parent_id].name)
        self.with_below = QCheckBox(tr("Delete the %Ln tag(s) &below too", "", below), self)
        self.with_below.setVisible(below > 0)
        self.lose.setChecked(True)
        for choice in (self.lose, self.give, self.spare, self.with_below):
            choice.toggled.connect(self.check)
        self.line.textChanged.connect(self.check)
        self.finish(self.lose, self.give, self.line, self.spare, self.with_below)

    def can_answer(self) -> bool:
        """Another tag is named where one is wanted."""
        self.line.setEnabled(self.give.isChecked())
        return not self.give.isChecked() or self.line.tag() is not None

    def to(self) -> int | None:
        """The tag that the marks get."""
        tag = self.line.tag() if self.give.isChecked() else None
        return tag.id if tag else None
