"""Where the lines of a page stand in the workbench: their heights, and the layout of those that are in sight.

A page may have 200,000 lines, so heights are guessed from the number of characters until a line comes into sight.
"""

from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from reader.domain.article import SHOWN_AS
from reader.domain.model import Range, Role
from reader.domain.textpos import Utf16Map
from reader.ui.theme.typography import Typography
from reader.ui.workbench.page_lines import PageLines

_SCALE = 0.85
"""Of the size of running text."""
_LEADING = 1.5
_PADDING = 2
"""Pixels above and below the characters of a line."""
_HEADER_EMS = 1.7
"""Height of what stands above the first line of an item."""
_KEPT_LAYOUTS = 400
_LONGEST = 4000
_TAIL = 400
"""Code points: of a line that is longer than ``_LONGEST``, the beginning and the last ``_TAIL`` are shown."""
_CUT = " … "


class ShownLine:
    """The text of one line as it is laid out, and the way between offsets of the page and positions in the layout."""

    def __init__(self, text: str, span: Range) -> None:
        self._span = span
        self._head = span.end - span.start
        if self._head <= _LONGEST:
            self.text = text[span.start : span.end].translate(SHOWN_AS)
        else:
            self._head = _LONGEST - _TAIL
            ends = text[span.start : span.start + self._head], text[span.end - _TAIL : span.end]
            self.text = _CUT.join(ends).translate(SHOWN_AS)
        self._units = Utf16Map(self.text)

    def position(self, offset: int) -> int:
        """The position (UTF-16) of an offset of the page; what is not shown counts as the gap."""
        within = min(max(offset, self._span.start), self._span.end) - self._span.start
        if within > self._head:
            from_end = self._span.end - self._span.start - within
            within = max(len(self.text) - from_end, self._head)
        return self._units.to_utf16(within)

    def offset(self, position: int) -> int:
        """The offset of the page at a position (UTF-16)."""
        within = min(self._units.to_codepoint(position), len(self.text))
        if within > self._head:
            return max(self._span.end - (len(self.text) - within), self._span.start + self._head)
        return self._span.start + within


@dataclass(slots=True)
class LaidOut:
    """A line that was laid out, its text relative to its upper left corner."""

    shown: ShownLine
    layout: QTextLayout


class Rows:
    """The heights of all lines of a page for a width, and layouts of lines as they are asked for.

    Heights and tops are in pixels from the top of the page. Lines count from 0.
    """

    def __init__(self, page: PageLines, typography: Typography, width: int) -> None:
        self.page = page
        self.font = typography.body_font(_SCALE)
        self.small = typography.display_font(_SCALE * 0.78)
        self.bold = typography.display_font(_SCALE * 0.78, bold=True)
        metrics = QFontMetricsF(self.font)
        self._em = metrics.horizontalAdvance("国")
        self._ascent = metrics.ascent()
        self.line_height = round(self._em * _LEADING)
        self.header_height = round(self._em * _HEADER_EMS)
        self._layouts: OrderedDict[int, LaidOut] = OrderedDict()
        self.set_width(width)

    def set_width(self, width: int) -> None:
        """Break the lines at another width, in pixels."""
        self._width = max(width, round(self._em * 4))
        self._layouts.clear()
        columns = self._width / self._em
        text, rows = self.page.text, self.line_height
        self._heights = [
            rows * max(-(-_ems(text[start:end]) // columns), 1) + 2 * _PADDING + self.above(number)
            for number, ((start, end), _, _, _) in enumerate(self.page.lines)
        ]
        self._exact: set[int] = set()
        self._sum_up()

    def above(self, line: int) -> int:
        """The height of what stands above a line: a header where an item begins or is taken up again."""
        page = self.page
        if page.begins_item(line) or page.resumes_item(line):
            readable = page.is_readable(page.lines[line].item)
            return self.header_height if readable else self.header_height // 3
        return 0

    @property
    def total(self) -> int:
        """The height of the page."""
        return int(self._tops[-1])

    def top(self, line: int) -> int:
        """The upper edge of a line, with what stands above it."""
        return int(self._tops[line])

    def bottom(self, line: int) -> int:
        """The lower edge of a line."""
        return int(self._tops[line + 1])

    def at(self, y: float) -> int:
        """The line at a height; the first or last one beyond the ends, -1 of a page without lines."""
        return min(max(bisect_right(self._tops, y) - 1, 0), len(self.page) - 1)

    def measure(self, top: float, height: float) -> bool:
        """Lay out what is in sight; whether anything is higher or lower than it was guessed."""
        line, y, changed = self.at(top), top, False
        while 0 <= line < len(self.page) and y < top + height:
            changed |= self._measure(line)
            y += self._heights[line]
            line += 1
        if changed:
            self._sum_up()
        return changed

    def measure_line(self, line: int) -> None:
        """Lay out a line, so that its height is right."""
        if self._measure(line):
            self._sum_up()

    def laid_out(self, line: int) -> LaidOut:
        """A line, laid out."""
        found = self._layouts.get(line)
        if found is None:
            found = self._layouts[line] = self._lay_out(line)
            if len(self._layouts) > _KEPT_LAYOUTS:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(line)
        return found

    def text_top(self, line: int) -> int:
        """The upper edge of the characters of a line."""
        return self.top(line) + self.above(line) + _PADDING

    def _measure(self, line: int) -> bool:
        if line in self._exact:
            return False
        self._exact.add(line)
        rows = self.laid_out(line).layout.lineCount()
        height = rows * self.line_height + 2 * _PADDING + self.above(line)
        changed = height != self._heights[line]
        self._heights[line] = height
        return changed

    def _lay_out(self, line: int) -> LaidOut:
        shown = ShownLine(self.page.text, self.page.lines[line].span)
        layout = QTextLayout(shown.text, self._font_of(self.page.role(line)))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        y = (self.line_height - self._em) / 2 + self._em * 0.88 - self._ascent
        while (row := layout.createLine()).isValid():
            row.setLineWidth(self._width)
            row.setPosition(QPointF(0, y + self._ascent - row.ascent()))
            y += self.line_height
        layout.endLayout()
        return LaidOut(shown, layout)

    def _font_of(self, role: Role) -> QFont:
        font = QFont(self.font)
        font.setBold(role in (Role.TITLE, Role.SUBHEAD))
        return font

    def _sum_up(self) -> None:
        self._tops = list(accumulate(self._heights, initial=0))


def _ems(text: str) -> float:
    """About how many Chinese characters wide a text is."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2
