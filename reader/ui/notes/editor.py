"""The mark that is being written about: note, tags, colour, and a button that removes it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.model import Annotation
from reader.ui.notes.note_field import NoteField
from reader.ui.notes.swatches import SwatchRow
from reader.ui.notes.tag_field import TagField
from reader.ui.theme.tokens import Tokens

_LEAST_WIDTH = 184
"""Pixels: the colours in one row between the margins."""
_SIDES = 24


class MarkEditor(QWidget):
    """Shows one mark for writing, or a line that says how to get one. It changes nothing itself.

    Signals:
        delete_requested: the button was pressed.

    Attributes:
        note, tags, swatches, delete_button: its parts, in the order of Tab.
        mark: the annotation that is shown, as the library has it; None while there is none.
    """

    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark: Annotation | None = None
        self._baseline = ""
        self.note = NoteField(self)
        self.tags = TagField(self)
        self.swatches = SwatchRow(self)
        self.delete_button = QToolButton(self)
        self.delete_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.delete_button.clicked.connect(self.delete_requested)
        hint = self._hint = QLabel(self)
        hint.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setMargin(24)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(hint)
        self._stack.addWidget(self._build_form())
        self.swatches.add_shortcuts(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Mark"))
        self._hint.setText(self.tr("Choose a mark to write about it."))
        self.delete_button.setText(self.tr("Delete"))
        self.delete_button.setToolTip(self.tr("Delete this mark with its note and tags"))
        self.delete_button.setAccessibleName(self.tr("Delete this mark"))
        for part in (self.note, self.tags, self.swatches):
            part.retranslate()

    def show_mark(self, mark: Annotation | None, draft: str | None = None) -> None:
        """Show another mark, or none; a draft is text for it that could not be saved yet."""
        self.mark = mark
        self.tags.reset()
        self._stack.setCurrentIndex(0 if mark is None else 1)
        if mark is None:
            self._show_note("")
            return
        self._show_note(mark.note)
        if draft is not None:
            self.note.setPlainText(draft)
        self._show_rest(mark)

    def refresh(self, mark: Annotation) -> None:
        """Take over what changed in the mark that is shown; text that says the same is left alone with its cursor."""
        before, self.mark = self.mark, mark
        if before is None or mark.note != before.note:
            if self.note.text() == mark.note:
                self._baseline = mark.note
            else:
                self._show_note(mark.note, keep_cursor=True)
        self._show_rest(mark)

    def saved(self, mark: Annotation, text: str) -> None:
        """Take note that the library has this text now; the field may have gone on already."""
        self.mark = mark
        self._baseline = text

    def pending_note(self) -> str | None:
        """The text that was typed and is not in the library yet, or None."""
        text = self.note.text()
        return text if self.mark is not None and text != self._baseline else None

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.tags.set_tokens(tokens)
        self.swatches.set_tokens(tokens)

    def wanted_height(self) -> int:
        """The height in pixels that shows the whole note, within bounds."""
        return self.sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        """It may be squeezed to a few lines of note and the rest."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the button stand below the colours where both are too wide for one row."""
        super().resizeEvent(event)
        needed = self.swatches.sizeHint().width() + self.delete_button.sizeHint().width() + _SIDES
        narrow = event.size().width() < needed
        self._bottom.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _build_form(self) -> QWidget:
        self._bottom = bottom = QHBoxLayout()
        bottom.setContentsMargins(0, 0, 0, 0)
        bottom.addWidget(self.swatches)
        bottom.addStretch()
        bottom.addWidget(self.delete_button)
        form = QWidget(self)
        layout = QVBoxLayout(form)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.note, 1)
        layout.addWidget(self.tags)
        layout.addLayout(bottom)
        self.tags.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        return form

    def _show_note(self, note: str, *, keep_cursor: bool = False) -> None:
        self.note.show_text(note, keep_cursor=keep_cursor)
        # What the field makes of the note, so that one with unusual line ends does not look edited.
        self._baseline = self.note.text()

    def _show_rest(self, mark: Annotation) -> None:
        self.tags.show_tags(mark.tags)
        self.swatches.show_color(mark.color)
