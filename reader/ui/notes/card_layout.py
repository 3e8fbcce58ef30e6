"""Where everything on a card stands. Heights come cheap, lines of text are set when a card is first painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from reader.domain.model import MOST_IMPORTANT, Annotation
from reader.domain.textpos import Utf16Map
from reader.services.links import LinkEnd
from reader.ui.notes.note_text import NoteText, set_text
from reader.ui.notes.stars import STARS_WIDTH
from reader.ui.notes.wording import link_line, longest_ages, quote_line, translate
from reader.ui.theme.tokens import Tokens
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
        self.em = self.note_metrics.horizontalAdvance("国")
        self.quote_em = self.quote_metrics.horizontalAdvance("国")
        self.leading = round(self.em * _LEADING)
        self.chip_height = round(self.small_metrics.horizontalAdvance("国") * 1.6)
        # The room for the time is that of its longest form, so that a card does not change its height as it ages.
        date = QLocale().toString(_LONG_DATE, QLocale.FormatType.ShortFormat)
        self.time_width = max(map(self.small_metrics.horizontalAdvance, (date, *longest_ages())))
        self._chips: dict[tuple[str, float], tuple[str, float]] = {}

    def chip(self, tag: str, room: float) -> tuple[str, float]:
        """What a chip says of a tag where it may be so wide, and how wide that is."""
        if (tag, room) not in self._chips:
            text = self.small_metrics.elidedText(f"#{tag}", Qt.TextElideMode.ElideRight, room)
            self._chips[tag, room] = text, self.small_metrics.horizontalAdvance(text)
        return self._chips[tag, room]


@dataclass(frozen=True, slots=True)
class ChipBox:
    """A tag on a card: its text, shortened where it is longer than the card is wide, and its box."""

    text: str
    box: QRectF


class Part(Enum):
    """What of a card can be clicked."""

    STAR = "star"
    LINK = "link"
    ADDRESS = "address"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Hit:
    """A part of a card, and which: the number of a star from 1, the end of a link, the address of a web page."""

    part: Part
    value: int | LinkEnd | str = ""


class CardLayout:
    """One card, set to a width in pixels; coordinates are from the card's upper left corner.

    Attributes:
        note: the note, or None.
        note_height: of what is shown of it.
        is_folded: whether a long note is shown in part.
        fold_line: the box of the line that shows more or less of a long note, or None.
        links: the lines that lead to other marks, with their boxes.
        chips: the tags.
        stars: the box of the importance.
        time_line: the base rectangle of the time, at the right of the last row.
        height: of the card in pixels.
    """

    def __init__(
        self,
        annotation: Annotation,
        width: int,
        type_: CardType,
        links: Sequence[LinkEnd] = (),
        *,
        folded: bool = True,
    ) -> None:
        self._type = type_
        self._links = links
        self._tags = annotation.tags
        self.is_folded = folded
        self.quote_top = TOP
        self._quote = translate("notes", "“{quote}”").format(quote=quote_line(annotation)[:_LONGEST_QUOTE])
        self.left = LEFT + STRIPE + GAP
        self.width = max(width - self.left - RIGHT, type_.leading)
        self.note_top = float(TOP + self._quote_rows * type_.leading) + BETWEEN
        note = annotation.note
        self.note = NoteText(note, type_.note, self.width, type_.leading, type_.em) if note else None
        self._place()

    def _place(self) -> None:
        type_ = self._type
        y = self.note_top - BETWEEN
        self.note_height = 0.0
        self.fold_line: QRectF | None = None
        if self.note is not None:
            self.note_height = self.note.height(folded=self.is_folded)
            y = self.note_top + self.note_height
            if self.note.can_fold:
                self.fold_line = QRectF(self.left, y, self.width, type_.leading)
                y += type_.leading
        self.links: list[tuple[LinkEnd, QRectF]] = []
        if self._links:
            y += BETWEEN
        for end in self._links:
            self.links.append((end, QRectF(self.left, y, self.width, type_.leading)))
            y += type_.leading
        self.chips: list[ChipBox] = []
        y = self._place_chips(self._tags, y + ABOVE_CHIPS)
        self.time_line = QRectF(self.left, y, self.width, type_.chip_height)
        right = self.left + self.width - type_.time_width - CHIP_GAP
        self.stars = QRectF(right - STARS_WIDTH, y, STARS_WIDTH, type_.chip_height)
        self.height = round(y + type_.chip_height + BOTTOM)

    def set_note(self, tokens: Tokens) -> bool:
        """Set the note as it is drawn; returns whether the card is of another height now."""
        if self.note is None or not self.note.is_estimated:
            return False
        before = self.height
        self.note.set(tokens)
        self._place()
        return self.height != before

    @cached_property
    def quote_lines(self) -> tuple[str, ...]:
        """The quote with its marks on at most two lines, the second shortened by an ellipsis."""
        opening, text = self._quote[0], self._quote[1:]
        if self._quote_rows == 1:
            return (self._quote,)
        metrics = self._type.quote_metrics
        layout = set_text(text, self._type.quote, self.width, self._type.leading, _QUOTE_LINES)
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

    def link_text(self, end: LinkEnd) -> str:
        """What the line of a link says, on one line."""
        return self._type.note_metrics.elidedText(link_line(end), Qt.TextElideMode.ElideRight, self.width)

    def hit(self, point: QPointF) -> Hit | None:
        """What of the card is at a point."""
        if self.stars.adjusted(-2, -4, 2, 4).contains(point):
            number = int((point.x() - self.stars.left()) // (STARS_WIDTH / MOST_IMPORTANT)) + 1
            return Hit(Part.STAR, min(max(number, 1), MOST_IMPORTANT))
        if self.fold_line is not None and self.fold_line.contains(point):
            return Hit(Part.FOLD)
        for end, box in self.links:
            if box.contains(point):
                return Hit(Part.LINK, end)
        inside = QPointF(point.x() - self.left, point.y() - self.note_top)
        if self.note is not None and 0 <= inside.y() < self.note_height:
            address = self.note.link_at(inside)
            return Hit(Part.ADDRESS, address) if address else None
        return None

    @cached_property
    def _quote_rows(self) -> int:
        if (len(self._quote) - 1) * self._type.quote_em <= self.width:
            return 1
        return 1 if self._type.quote_metrics.horizontalAdvance(self._quote[1:]) <= self.width else _QUOTE_LINES

    def _place_chips(self, tags: tuple[str, ...], y: float) -> float:
        """Place tags row by row from ``y``; returns the top of the row that has room for stars and time."""
        x, right = float(self.left), self.left + self.width
        height = self._type.chip_height
        for tag in tags:
            text, advance = self._type.chip(tag, self.width - 2 * CHIP_PAD)
            width = advance + 2 * CHIP_PAD
            if x > self.left and x + width > right:
                x, y = float(self.left), y + height + CHIP_GAP
            self.chips.append(ChipBox(text, QRectF(x, y, width, height)))
            x += width + CHIP_GAP
        if x > self.left and x + 2 * CHIP_GAP + STARS_WIDTH + self._type.time_width > right:
            y += height + CHIP_GAP
        return y
