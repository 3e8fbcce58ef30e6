"""Sets an article little by little, so that one of megabytes opens as fast as any other."""

from PySide6.QtGui import QTextCursor, QTextDocument

from reader.domain.article import ArticleView
from reader.ui.reading.document import Typesetter

_PORTION = 20_000
"""Code points set in one go: a few milliseconds' work."""


class Composition:
    """An article being set into a document: paragraph ``i`` of the view becomes block ``i``.

    A first portion is set at once, the rest by ``advance`` or when something there is asked for by ``require``.
    """

    def __init__(self, document: QTextDocument, view: ArticleView, typesetter: Typesetter) -> None:
        self._view = view
        self._typesetter = typesetter
        self._set = 0
        document.clear()
        document.setDefaultFont(typesetter.typography.body_font())
        self._cursor = QTextCursor(document)
        typesetter.set_frame(document)
        self.advance()

    @property
    def complete(self) -> bool:
        """Whether all paragraphs are set."""
        return self._set == len(self._view.paragraphs)

    def advance(self) -> None:
        """Set the next portion."""
        if not self.complete:
            begin = self._view.paragraphs[self._set].span.start
            self.require(self._view.paragraph_at(begin + _PORTION))

    def require(self, paragraph: int) -> None:
        """Set everything up to a paragraph and with it, unless that was done before."""
        if paragraph < self._set:
            return
        self._cursor.beginEditBlock()
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        while self._set <= paragraph:
            self._append(self._set)
            self._set += 1
        self._cursor.endEditBlock()

    def _append(self, number: int) -> None:
        paragraph = self._view.paragraphs[number]
        above = self._view.paragraphs[number - 1] if number else None
        block = self._typesetter.block_format(paragraph, above)
        letters = self._typesetter.char_format(paragraph.role)
        if above is None:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(letters)
        else:
            self._cursor.insertBlock(block, letters)
        self._cursor.insertText(self._view.text[paragraph.span.start : paragraph.span.end], letters)
