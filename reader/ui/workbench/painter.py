"""Draws the lines of a page: tint and bracket by item, role, joins and doubt in the margin, and the text."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout

from reader.domain.decision import DOUBTFUL_BELOW
from reader.domain.model import Color, Range, Role
from reader.ui.theme.colour import mix
from reader.ui.theme.tokens import Tokens
from reader.ui.workbench.carrying import Landing
from reader.ui.workbench.columns import Columns
from reader.ui.workbench.page_lines import PageLines
from reader.ui.workbench.rows import Rows
from reader.ui.workbench.words import kind_words, role_words, sure_words

_HUES = (Color.BLUE, Color.ORANGE, Color.GREEN, Color.VIOLET, Color.YELLOW, Color.PINK)
"""Neighbours differ in hue and in lightness."""
_TINT, _OPEN_TINT = 0.22, 0.7
"""How strongly the lines of an item are tinted with its colour, and those of the open article."""
_HOOK = 5
_BADGE = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(slots=True)
class Shown:
    """What is to be seen beside the lines themselves: the selection, the caret, and which item is open."""

    selected: range
    caret: int
    """An offset of the page."""
    line: int
    focused: bool
    open_item: int | None
    """The number of the item that the reading pane shows."""
    said: tuple[Range, ...] = ()
    """Ranges of the page that say what is known of the item at the caret."""
    spans: tuple[Range, ...] = ()
    """Ranges of the page that were asked for, as what one of these fields was read from."""
    landing: Landing | None = None
    """Where a paragraph that is being dragged would go."""


class PagePainter:
    """Draws a page in one theme."""

    def __init__(self, rows: Rows, columns: Columns, tokens: Tokens) -> None:
        self._rows = rows
        self._page: PageLines = rows.page
        self._columns = columns
        self._tokens = tokens
        self._at_caret = _underlined(QTextCharFormat.UnderlineStyle.SingleUnderline, tokens.focus)
        self._said = _underlined(QTextCharFormat.UnderlineStyle.DotLine, tokens.quiet)
        self._asked_for = QTextCharFormat()
        self._asked_for.setBackground(QColor(mix(tokens.paper, tokens.accent, 0.35)))
        self._corrected = _underlined(QTextCharFormat.UnderlineStyle.WaveUnderline, tokens.accent)

    def paint(self, painter: QPainter, area: QRectF, width: int, shown: Shown) -> None:
        """Draw what lies in an area, in pixels of the page; ``width`` is that of the view."""
        first, last = self._rows.at(area.top()), self._rows.at(area.bottom())
        if first < 0:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = range(first, last + 1)
        for line in lines:
            self._ground(painter, line, width, shown)
        for item in self._page.reaching(first, last):
            self._bracket(painter, item, lines, shown.open_item == item)
        for line in lines:
            self._line(painter, line, width, shown)
        if shown.landing is not None:
            self._landing(painter, width, shown.landing)

    # Ground

    def _ground(self, painter: QPainter, line: int, width: int, shown: Shown) -> None:
        rows, columns = self._rows, self._columns
        item = self._page.lines[line].item
        top, bottom = rows.top(line) + rows.above(line), rows.bottom(line)
        left = columns.role - 4
        box = QRectF(left, top, width - left, bottom - top)
        if self._page.is_readable(item):
            painter.fillRect(box, QColor(self._tint(item, is_open=shown.open_item == item)))
        if line in shown.selected:
            ground = self._tokens.selected if shown.focused else mix(self._tokens.paper, self._tokens.ink, 0.12)
            painter.fillRect(box, QColor(ground))
        if line == shown.line:
            painter.fillRect(QRectF(left, top, 3, bottom - top), QColor(self._tokens.focus))

    def _tint(self, item: int, *, is_open: bool) -> str:
        tokens = self._tokens
        return mix(tokens.paper, tokens.marks[self._hue(item)].fill, _OPEN_TINT if is_open else _TINT)

    def _hue(self, item: int) -> Color:
        return _HUES[(self._page.place_of(item) - 1) % len(_HUES)]

    def _stripe(self, item: int) -> QColor:
        return QColor(self._tokens.marks[self._hue(item)].stripe)

    # Brackets

    def _bracket(self, painter: QPainter, item: int, lines: range, is_open: bool) -> None:  # noqa: FBT001 # private
        """A bracket from the first to the last line of an item; dashed where its beginning is doubtful."""
        rows, extent = self._rows, self._page.extents[item]
        x = self._columns.lane(extent.lane)
        begins, ends = extent.first in lines, extent.last in lines
        first, last = max(extent.first, lines.start), min(extent.last, lines[-1])
        top = rows.top(first) + (rows.above(first) / 2 if begins else 0)
        bottom = rows.bottom(last) - (3 if ends else 0)
        doubtful = self._page.items[item].item.judgement.confidence < DOUBTFUL_BELOW
        pen = QPen(self._stripe(item), 3.0 if is_open else 1.6)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if doubtful:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        path = QPainterPath(QPointF(x + _HOOK, top) if begins else QPointF(x, top))
        if begins:
            path.lineTo(x, top)
        path.lineTo(x, bottom)
        if ends:
            path.lineTo(x + _HOOK, bottom)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    # Lines

    def _line(self, painter: QPainter, line: int, width: int, shown: Shown) -> None:
        page, rows = self._page, self._rows
        item = page.lines[line].item
        above = rows.above(line)
        if above and page.is_readable(item):
            self._header(painter, line, QRectF(self._columns.role, rows.top(line), width - self._columns.role, above))
        self._margin(painter, line)
        painter.setPen(QColor(self._ink(page.role(line))))
        origin = QPointF(self._columns.text, rows.text_top(line))
        laid_out = rows.laid_out(line)
        laid_out.layout.draw(painter, origin, self._formats(line, shown))
        if shown.focused and line == shown.line:
            laid_out.layout.drawCursor(painter, origin, laid_out.shown.position(shown.caret), 2)

    def _formats(self, line: int, shown: Shown) -> list[QTextLayout.FormatRange]:
        """What is drawn otherwise: what metadata were read from, corrected characters, and the one at the caret."""
        own = self._page.lines[line].span
        formats = [
            self._format(line, part, look)
            for spans, look in ((shown.said, self._said), (shown.spans, self._asked_for))
            for span in spans
            if (part := span.intersection(own)) is not None
        ]
        formats += [self._format(line, one.range, self._corrected) for one in self._page.corrected(line)]
        if shown.focused and line == shown.line:
            formats.append(self._format(line, Range(shown.caret, shown.caret + 1), self._at_caret))
        return formats

    def _format(self, line: int, span: Range, look: QTextCharFormat) -> QTextLayout.FormatRange:
        shown = self._rows.laid_out(line).shown
        found = QTextLayout.FormatRange()
        found.start = shown.position(span.start)
        found.length = shown.position(span.end) - found.start
        found.format = look
        return found

    def _ink(self, role: Role) -> str:
        return self._tokens.quiet if role in (Role.SECTION, Role.FURNITURE) else self._tokens.ink

    def _header(self, painter: QPainter, line: int, box: QRectF) -> None:
        """The number and kind of the item that begins, or is taken up again, below."""
        page = self._page
        item = page.lines[line].item
        painter.setFont(self._rows.bold)
        painter.setPen(self._stripe(item))
        name = f"{page.place_of(item)}  {kind_words(page.items[item].item.kind)}"
        if page.resumes_item(line):
            painter.drawText(box, _LEFT, f"⋯  {name}")
            return
        painter.drawText(box, _LEFT, name)
        boundary = page.boundary(line)
        if boundary.confidence < DOUBTFUL_BELOW:
            painter.drawText(box.adjusted(0, 0, -12, 0), _RIGHT, f"? {sure_words(boundary)}")

    def _margin(self, painter: QPainter, line: int) -> None:
        rows, columns, page = self._rows, self._columns, self._page
        box = QRectF(columns.role, rows.text_top(line), columns.role_width, rows.line_height)
        if page.is_joined(line):
            self._link(painter, QRectF(columns.sign, box.top(), 14, box.height()))
        else:
            painter.setFont(rows.small)
            painter.setPen(QColor(self._tokens.quiet))
            painter.drawText(box, _RIGHT, role_words(page.role(line)))
        if page.is_doubtful(line):
            self._badge(painter, QPointF(columns.role - _BADGE, box.center().y()))

    def _link(self, painter: QPainter, box: QRectF) -> None:
        """A hook from the line above into this one: it is one paragraph."""
        pen = QPen(QColor(self._tokens.quiet), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x, y = box.left() + 4, box.center().y()
        path = QPainterPath(QPointF(x, y - 11))
        path.lineTo(x, y - 3)
        path.quadTo(x, y, x + 3, y)
        path.lineTo(x + 9, y)
        path.moveTo(x + 6, y - 3)
        path.lineTo(x + 9, y)
        path.lineTo(x + 6, y + 3)
        painter.drawPath(path)

    def _landing(self, painter: QPainter, width: int, landing: Landing) -> None:
        """A line where a dragged paragraph would be put in, or a frame around the item that it would go to."""
        rows, page = self._rows, self._page
        painter.setPen(QPen(QColor(self._tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        left, right = self._columns.role - 4, width - 4
        if landing.elsewhere:
            extent = page.extent(landing.over)
            top = rows.top(extent.first) + rows.above(extent.first)
            painter.drawRoundedRect(QRectF(left, top, right - left, rows.bottom(extent.last) - top), 3, 3)
            return
        there = page.lines[landing.over]
        block = [at for at in page.of_item(page.items[there.item].id) if page.lines[at].block == there.block]
        y = rows.bottom(block[-1]) if landing.below else rows.top(block[0]) + rows.above(block[0])
        painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _badge(self, painter: QPainter, middle: QPointF) -> None:
        """A question mark in a ring."""
        colour = QColor(self._tokens.accent)
        painter.setPen(QPen(colour, 1.3))
        painter.setBrush(QColor(self._tokens.paper))
        painter.drawEllipse(middle, _BADGE / 2 - 1, _BADGE / 2 - 1)
        painter.setFont(self._rows.small)
        box = QRectF(0, 0, _BADGE, _BADGE)
        box.moveCenter(middle)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def _underlined(style: QTextCharFormat.UnderlineStyle, colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(style)
    look.setUnderlineColor(QColor(colour))
    return look
