"""The field in which a note is written: plain text that keeps its keys to itself."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from reader.ui.notes.keys import claims, is_leave, is_next

_FEWEST_LINES, _MOST_LINES = 3, 14


class NoteField(QPlainTextEdit):
    """A plain-text field that wants to be as high as its text, within bounds.

    Ctrl+Z and Ctrl+Shift+Z are the field's own, as in every text field: they walk what was typed since this note came
    into it and never go on to other steps of the library. What they leave is saved like anything typed. Outside of
    text fields Ctrl+Z is the library's, for which all typing in a note is one step.

    Signals:
        edited: the text changed by the reader's hand, or an undo of the field; not by ``show_text``.
        left: the field lost the focus, other than to a menu or another window.
        next_requested, leave_requested: Ctrl+Enter, Esc.
        height_wanted: the text needs another height.
    """

    edited = Signal()
    left = Signal()
    next_requested = Signal()
    leave_requested = Signal()
    height_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self._quiet = False
        self.setObjectName("noteField")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Note"))
        self.setPlaceholderText(self.tr("Write a note"))

    @property
    def is_composing(self) -> bool:
        """Whether an input method is in the middle of a word; what it shows is not part of the text yet."""
        return self._composing

    def text(self) -> str:
        """What was written. ``toPlainText`` would turn no-break spaces into spaces."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str, *, keep_cursor: bool = False) -> None:
        """Show another text, with nothing to undo; the cursor at its end or, as near as can be, where it was."""
        position = self.textCursor().position()
        self._quiet = True
        self.setPlainText(text)
        self._quiet = False
        self._composing = False
        cursor = self.textCursor()
        end = self.document().characterCount() - 1
        cursor.setPosition(min(position, end) if keep_cursor else end)
        self.setTextCursor(cursor)

    def finish_composing(self) -> None:
        """Take what an input method has half written as written."""
        if self._composing:
            QGuiApplication.inputMethod().commit()

    def sizeHint(self) -> QSize:
        """As high as the text, within bounds."""
        most = self._height_of(_MOST_LINES * self.fontMetrics().lineSpacing())
        return QSize(200, min(max(self._height_of(self._text_height(most)), self.minimumSizeHint().height()), most))

    def minimumSizeHint(self) -> QSize:
        """Room for the fewest lines."""
        return QSize(80, self._height_of(_FEWEST_LINES * self.fontMetrics().lineSpacing()))

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the field before a shortcut of the window takes them."""
        if isinstance(event, QKeyEvent) and claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on to the next mark, Esc leaves; neither while a word is being composed."""
        if self._composing:
            super().keyPressEvent(event)
        elif is_next(event):
            self.next_requested.emit()
        elif is_leave(event):
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow whether a word is being composed."""
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._composing = False
            self.left.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files that are dropped here are pages for the window, not text for a note."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def _text_height(self, enough: float) -> float:
        """The height of the text in pixels, or something above ``enough``. Lines of rare characters are higher."""
        height, block = 0.0, self.document().firstBlock()
        while block.isValid() and height < enough:
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return height

    def _height_of(self, text_height: float) -> int:
        """The height in pixels of the field around a text."""
        margins = self.contentsMargins()
        # A style sheet adds padding that only the size of the viewport tells of.
        frame = max(margins.top() + margins.bottom(), self.height() - self.viewport().height())
        return ceil(text_height + 2 * self.document().documentMargin()) + frame + 1

    def _on_text_changed(self) -> None:
        if not self._quiet:
            self.edited.emit()

    def _on_size_changed(self) -> None:
        self.updateGeometry()
        self.height_wanted.emit()
