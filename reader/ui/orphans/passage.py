"""A passage of a text with what was marked in it: the older text of a page, or a quote in its context. Read-only."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from reader.domain.model import Color, Range
from reader.domain.textpos import Utf16Map
from reader.ui.theme.tokens import LIGHT, Tokens


class Passage(QPlainTextEdit):
    """Shows a text that can be read and copied, with ranges of it in the colour of a mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens: Tokens = LIGHT
        self._ranges: tuple[Range, ...] = ()
        self._text = ""
        self._color = Color.YELLOW
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )

    def show_text(self, text: str, ranges: Sequence[Range], color: Color) -> None:
        """Show a text, scrolled to the first of some of its ranges, which are in code points."""
        self._text, self._ranges, self._color = text, tuple(ranges), color
        self.setPlainText(text)
        self._tint()
        if ranges:
            cursor = self.textCursor()
            cursor.setPosition(Utf16Map(text).to_utf16(ranges[0].start))
            self.setTextCursor(cursor)
        self._show_ranges()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self._tint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the marked words in sight, which were laid out for another height."""
        super().resizeEvent(event)
        self._show_ranges()

    def marked(self) -> list[str]:
        """The words that are shown in the colour of the mark."""
        return [self._text[start:end] for start, end in self._ranges]

    def _show_ranges(self) -> None:
        if self._ranges:
            self.centerCursor()

    def _tint(self) -> None:
        units = Utf16Map(self._text)
        look = QTextCharFormat()
        look.setBackground(QColor(self._tokens.marks[self._color].fill))
        look.setForeground(QColor(self._tokens.ink))
        found = []
        for start, end in self._ranges:
            tint = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(units.to_utf16(start))
            cursor.setPosition(units.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
            tint.cursor = cursor
            tint.format = look
            found.append(tint)
        self.setExtraSelections(found)
