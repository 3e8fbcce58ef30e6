"""Notes in Markdown, set to be read: nothing is fetched, no HTML is taken, and only web links lead anywhere.

What is stored is the plain text as it was typed. A line end in it is a line end, as in any note, and not a space as in
CommonMark.
"""

import re

from PySide6.QtCore import QPointF, QRectF, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QDesktopServices,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from reader.ui.theme.tokens import Tokens

_MARKUP = re.compile(
    r"[*_`~\[\]\\<|]|&\w+;|https?://|www\.|^ {0,3}(?:#{1,6}\s|>|[-+]\s|\d{1,9}[.)]\s|-{3,}\s*$|={3,}\s*$|\t| {4})",
    re.MULTILINE,
)
_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_WEB = ("http", "https")
_INDENT = 1.5
"""Ems that a list or quotation stands in."""
_GOES_ON = "\ufdef"
"""Stands at the end of a line that goes on in the next, and in no text: Unicode keeps it for such uses."""
_WITHIN = re.compile(r"^(?!\s*(?:```|~~~))(?=[^\n\w|]*+\w)([^\n|]++)\n(?=[^\n]*\S)", re.MULTILINE)
"""A line of words, of no table and no fence, that another line follows."""
_BETWEEN = 0.4
"""Ems between paragraphs."""
_NOTHING = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
_NOTHING.fill(0)


def has_markup(text: str) -> bool:
    """Whether a text may look otherwise as Markdown than as it stands; it does not find out whether it does."""
    return _MARKUP.search(text) is not None


def open_link(address: str) -> bool:
    """Open a web page in the desktop's browser; False for an address of any other kind, which is left alone."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.scheme().lower() in _WEB and bool(url.host()) and QDesktopServices.openUrl(url)


class MarkdownText(QTextDocument):
    """A text in Markdown, set to a width in pixels with lines ``leading`` apart."""

    def __init__(self, text: str, font: QFont, width: float, leading: int, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setDefaultFont(font)
        em = leading / 1.5
        self.setIndentWidth(em * _INDENT)
        self.setMarkdown(_WITHIN.sub(rf"\1{_GOES_ON}\n", text).replace("\n", "  \n"), _FEATURES)
        self._set_blocks(font, leading, em)
        self.setTextWidth(width)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is fetched, neither from the net nor from the disk."""
        return _NOTHING

    def height(self) -> float:
        """Of all lines, in pixels."""
        return self.size().height()

    def draw(self, painter: QPainter, origin: QPointF, height: float) -> None:
        """Draw the lines that begin within a height."""
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(self._tokens.ink))
        clip = QRectF(0, 0, self.textWidth(), height)
        context.clip = clip
        painter.save()
        painter.translate(origin)
        painter.setClipRect(clip)
        self.documentLayout().draw(painter, context)
        painter.restore()

    def link_at(self, point: QPointF) -> str:
        """The address of the link at a point, or an empty string."""
        return self.documentLayout().anchorAt(point)

    def _set_blocks(self, font: QFont, leading: int, em: float) -> None:
        """Set all paragraphs alike: what is a heading or code shows by weight and family, not by size."""
        self._name_images()
        cursor = QTextCursor(self)
        block = self.begin()
        goes_on = True
        while block.isValid():
            form = QTextBlockFormat(block.blockFormat())
            form.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            cursor.setPosition(block.position())
            form.setTopMargin(0 if goes_on or cursor.currentTable() is not None else round(em * _BETWEEN))
            goes_on = block.text().endswith(_GOES_ON)
            form.setBottomMargin(0)
            form.setNonBreakableLines(False)
            if form.hasProperty(QTextFormat.Property.BlockQuoteLevel):
                form.setLeftMargin(em * _INDENT * form.intProperty(QTextFormat.Property.BlockQuoteLevel))
                form.setRightMargin(0)
            cursor.setBlockFormat(form)
            self._set_letters(block.position(), block.length(), font, heading=bool(form.headingLevel()))
            block = block.next()
        while not (found := self.find(_GOES_ON)).isNull():
            found.removeSelectedText()

    def _set_letters(self, position: int, length: int, font: QFont, *, heading: bool) -> None:
        block = self.findBlock(position)
        cursor = QTextCursor(self)
        pieces = []
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            pieces.append((fragment.position(), fragment.length(), QTextCharFormat(fragment.charFormat())))
            iterator += 1
        for start, size, letters in pieces:
            letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            letters.setFontPointSize(font.pointSizeF())
            letters.setForeground(QColor(self._tokens.accent if letters.isAnchor() else self._tokens.ink))
            if heading:
                letters.setFontWeight(QFont.Weight.Bold)
            cursor.setPosition(start)
            cursor.setPosition(min(start + size, position + length - 1), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(letters)

    def _name_images(self) -> None:
        """Put the words that stand for an image in its place."""
        found = []
        block = self.begin()
        while block.isValid():
            iterator = block.begin()
            while not iterator.atEnd():
                fragment = iterator.fragment()
                if fragment.charFormat().isImageFormat():
                    image = fragment.charFormat().toImageFormat()
                    words = image.stringProperty(QTextFormat.Property.ImageAltText) or image.name()
                    found.append((fragment.position(), fragment.length(), words))
                iterator += 1
            block = block.next()
        for position, length, words in reversed(found):
            cursor = QTextCursor(self)
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(f"[{words}]", QTextCharFormat())
