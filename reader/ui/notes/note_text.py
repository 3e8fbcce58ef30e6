"""A note as it is read on a card: plain or in Markdown, of which the second is set only when it is to be seen."""

from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from reader.ui.notes.markdown import MarkdownText, has_markup
from reader.ui.theme.tokens import Tokens

FOLDED_LINES = 6
"""Lines of a folded note that are shown."""
_LONGEST_WHOLE = 8
"""Lines that a note has at most to be shown whole without being unfolded."""


class NoteText:
    """A note at a width in pixels, its lines ``leading`` apart; ``em`` is as wide as a Chinese character.

    Attributes:
        is_estimated: whether its height is a guess from its length, which ``set`` makes exact.
    """

    def __init__(self, text: str, font: QFont, width: float, leading: int, em: float) -> None:
        self._text = text
        self._font = font
        self._width = width
        self._leading = leading
        self._em = em
        self._markdown: MarkdownText | None = None
        self._is_markdown = has_markup(text)

    @property
    def is_estimated(self) -> bool:
        """Whether the height is a guess from its length, until the note is drawn or ``set``."""
        return self._is_markdown and self._markdown is None

    @property
    def lines(self) -> int:
        """How many lines it has."""
        if self._markdown is not None:
            return max(round(self._markdown.height() / self._leading), 1)
        if self._is_markdown or self._is_one_line:
            return self._estimate
        return self._plain.lineCount()

    def height(self, *, folded: bool) -> float:
        """Of what is shown, in pixels."""
        if folded and self.can_fold:
            return float(FOLDED_LINES * self._leading)
        return self._markdown.height() if self._markdown is not None else float(self.lines * self._leading)

    @property
    def can_fold(self) -> bool:
        """Whether it is long enough to be folded."""
        return self.lines > _LONGEST_WHOLE

    def set(self, tokens: Tokens) -> None:
        """Set it as it is drawn, in the colours of a theme, so that its height is exact."""
        if self._is_markdown and self._markdown is None:
            self._markdown = MarkdownText(self._text, self._font, self._width, self._leading, tokens)

    def draw(self, painter: QPainter, origin: QPointF, height: float, tokens: Tokens) -> None:
        """Draw the lines that fit into a height."""
        self.set(tokens)
        painter.setPen(QColor(tokens.ink))
        if self._markdown is not None:
            self._markdown.draw(painter, origin, height)
        elif self._is_one_line:
            painter.setFont(self._font)
            box = QRectF(origin.x(), origin.y(), self._width + self._em, self._leading)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._text)
        else:
            painter.save()
            painter.setClipRect(QRectF(origin.x(), origin.y(), self._width + self._em, height))
            self._plain.draw(painter, origin)
            painter.restore()

    def link_at(self, point: QPointF) -> str:
        """The address of the link at a point from its upper left corner, or an empty string."""
        return self._markdown.link_at(point) if self._markdown is not None else ""

    @cached_property
    def _is_one_line(self) -> bool:
        return "\n" not in self._text and len(self._text) * self._em <= self._width

    @cached_property
    def _estimate(self) -> int:
        return sum(max(-int(-len(line) * self._em // self._width), 1) for line in self._text.split("\n"))

    @cached_property
    def _plain(self) -> QTextLayout:
        return set_text(self._text, self._font, self._width, self._leading)


def set_text(text: str, font: QFont, width: float, leading: float, most_lines: int | None = None) -> QTextLayout:
    """Plain text in lines of a width, all of it or some lines."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while most_lines is None or layout.lineCount() < most_lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + (leading - line.height()) / 2))
        y += leading
    layout.endLayout()
    return layout
