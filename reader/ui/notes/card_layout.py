"""Where everything on a card stands. Heights come cheap, lines of text are set when a card is first painted."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from reader.domain.model import Annotation
from reader.domain.textpos import Utf16Map
from reader.ui.notes.wording import longest_ages, quote_line, translate
from reader.ui.theme.typography import SERIF

LEFT, STRIPE, GAP, RIGHT = 12, 4, 16, 20
TOP = BOTTOM = 12
BETWEEN, ABOVE_CHIPS = 4, 8
CHIP_PAD, CHIP_GAP = 6, 4
_QUOTE_LINES = 2
_SMALLER = 0.88
_LEADING = 1.5
_LONGEST_QUOTE = 200
"""Code points of a quote that can matter for two lines, however wide the pane is."""
_LONG_DATE = QDate(2028, 12, 28)


class CardType:
    """The fonts of cards and their measures, derived from the font of the list."""

    def __init__(self, base: QFont) -> None:
        self.note = QFont(base)
        self.quote = QFont(base)
        self.quote.setFamilies(list(SERIF))
        self.small = QFont(base)
        self.small.setPointSizeF(base.pointSizeF() * _SMALLER)
        self.note_metrics = QFontMetricsF(self.note)
        self.quote_metrics = QFontMetricsF(self.quote)
        self.small_metrics = QFontMetricsF(self.small)
        em = self.note_metrics.horizontalAdvance("国")
        self.leading = round(em * _LEADING)
        self.chip_height = round(self.small_metrics.horizontalAdvance("国") * 1.6)
        # The room for the time is that of its longest form, so that a card does not change its height as it ages.
        date = QLocale().toString(_LONG_DATE, QLocale.FormatType.ShortFormat)
        self.time_width = max(map(self.small_metrics.horizontalAdvance, (date, *longest_ages())))


@dataclass(frozen=True, slots=True)
class ChipBox:
    """A tag on a card: its text, shortened where it is longer than the card is wide, and its box."""

    text: str
    box: QRectF


class CardLayout:
    """One card, set to a width in pixels; coordinates are from the card's upper left corner.

    Attributes:
        height: of the card in pixels.
        chips: the tags.
        time_line: the base rectangle of the time, at the right of the last row.
    """

    def __init__(self, annotation: Annotation, width: int, type_: CardType) -> None:
        self._type = type_
        self.quote_top = TOP
        self._quote = translate("notes", "“{quote}”").format(quote=quote_line(annotation)[:_LONGEST_QUOTE])
        self.left = LEFT + STRIPE + GAP
        self.width = max(width - self.left - RIGHT, type_.leading)
        y = float(TOP + self._quote_rows() * type_.leading)
        self.note_top = y + BETWEEN
        self.note = _set_text(annotation.note, type_.note, self.width, type_.leading) if annotation.note else None
        if self.note is not None:
            y = self.note_top + self.note.lineCount() * type_.leading
        self.chips: list[ChipBox] = []
        y = self._place_chips(annotation.tags, y + ABOVE_CHIPS)
        self.time_line = QRectF(self.left, y, self.width, type_.chip_height)
        self.height = round(y + type_.chip_height + BOTTOM)

    @cached_property
    def quote_lines(self) -> tuple[str, ...]:
        """The quote with its marks on at most two lines, the second shortened by an ellipsis."""
        opening, text = self._quote[0], self._quote[1:]
        if self._quote_rows() == 1:
            return (self._quote,)
        metrics = self._type.quote_metrics
        layout = _set_text(text, self._type.quote, self.width, self._type.leading, _QUOTE_LINES)
        cut = Utf16Map(text).to_codepoint(layout.lineAt(0).textLength())
        first, rest = opening + text[:cut], text[cut:]
        if metrics.horizontalAdvance(rest) <= self.width:
            return first, rest
        room = self.width - metrics.horizontalAdvance(rest[-1])
        return first, metrics.elidedText(rest[:-1], Qt.TextElideMode.ElideRight, room) + rest[-1]

    @cached_property
    def hanging(self) -> float:
        """How far the first line of the quote stands out to the left, so that words and not marks are in line."""
        return self._type.quote_metrics.horizontalAdvance(self._quote[0])

    def _quote_rows(self) -> int:
        return 1 if self._type.quote_metrics.horizontalAdvance(self._quote[1:]) <= self.width else _QUOTE_LINES

    def _place_chips(self, tags: tuple[str, ...], y: float) -> float:
        """Place tags row by row from ``y``; returns the top of the row that has room for the time."""
        x, right = float(self.left), self.left + self.width
        metrics, height = self._type.small_metrics, self._type.chip_height
        for tag in tags:
            text = metrics.elidedText(f"#{tag}", Qt.TextElideMode.ElideRight, self.width - 2 * CHIP_PAD)
            width = metrics.horizontalAdvance(text) + 2 * CHIP_PAD
            if x > self.left and x + width > right:
                x, y = float(self.left), y + height + CHIP_GAP
            self.chips.append(ChipBox(text, QRectF(x, y, width, height)))
            x += width + CHIP_GAP
        if x > self.left and x + CHIP_GAP + self._type.time_width > right:
            y += height + CHIP_GAP
        return y


def _set_text(text: str, font: QFont, width: float, leading: float, most_lines: int | None = None) -> QTextLayout:
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
