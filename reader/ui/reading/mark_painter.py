"""Draws marks, hits and the rule beside captions beneath the text of the paragraphs that are visible.

What a paragraph needs is computed when it is first painted and kept until its marks or its lines change, so that an
article with thousands of marks opens and scrolls as one without.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.domain.model import Color, Range
from reader.ui.reading.document import RULED
from reader.ui.reading.geometry import ColumnGeometry, LineBox
from reader.ui.reading.mark_index import MarkIndex
from reader.ui.reading.runs import Mark, Run
from reader.ui.theme.tokens import DEEPEST_STACK, Tokens

_RADIUS = 3.0
_OUTSIDE = 3
"""Pixels that the ends of a mark and the blur of an edge reach beyond its box."""
_UNDERLINES = 3
"""How many stacked marks have an underline of their own; deeper ones share the last."""


_NO_BOXES: Mapping[Range, tuple[LineBox, ...]] = {}
_Look = tuple[tuple[float, float, float, float], object]
"""Something that is drawn: the box that it belongs to, and whatever else makes it look as it does."""


@dataclass(slots=True)
class _Drawing:
    """What the marks of one paragraph look like, in document pixels.

    Attributes:
        rects, paths, dots: what is drawn.
        looks: the same to be compared with another drawing.
        boxes: where each run stands, for the next drawing.
    """

    rects: list[tuple[QRectF, QColor]] = field(default_factory=list)
    paths: list[tuple[QPainterPath, QColor]] = field(default_factory=list)
    dots: list[tuple[QPointF, QColor]] = field(default_factory=list)
    looks: set[_Look] = field(default_factory=set)
    boxes: dict[Range, tuple[LineBox, ...]] = field(default_factory=dict)


class MarkPainter:
    """Paints beneath the text of one article."""

    def __init__(self, geometry: ColumnGeometry, index: MarkIndex, tokens: Tokens) -> None:
        self._geometry = geometry
        self._index = index
        self._tokens = tokens
        self._drawings: dict[int, _Drawing] = {}
        self._fills: dict[tuple[Color, ...], QColor] = {}
        self._stripes = {color: QColor(look.stripe) for color, look in tokens.marks.items()}
        em = geometry.typesetter.em
        self._line = max(1, round(em * 0.08))
        self._dot = max(2.0, em * 0.14)

    def forget(self, paragraphs: Iterable[int] | None = None) -> None:
        """Marks or lines of these paragraphs, or of all, have changed."""
        if paragraphs is None:
            self._drawings.clear()
            return
        for paragraph in paragraphs:
            self._drawings.pop(paragraph, None)

    def draw_anew(self, paragraph: int) -> QRectF | None:
        """Draw a paragraph whose marks have changed; the area that looks otherwise now, or None where it is not known.

        Of a paragraph that was never seen nothing is known, and nothing is drawn.
        """
        before = self._drawings.pop(paragraph, None)
        if before is None:
            return None
        after = self._drawings[paragraph] = self._draw(paragraph, before.boxes)
        area = QRectF()
        for box, _look in before.looks ^ after.looks:
            area |= self._around(QRectF(*box))
        return area

    def extent(self, paragraph: int, mark: Mark) -> QRectF:
        """The area in which a mark that is in focus, or pointed at, shows itself in a paragraph."""
        whole = self._geometry.view.paragraphs[paragraph].span
        area = QRectF()
        for span in filter(None, (span.intersection(whole) for span in mark.spans)):
            for box in self._geometry.boxes(paragraph, span):
                area |= self._around(box.rect)
        return area

    def _around(self, box: QRectF) -> QRectF:
        """A box of text with all that is drawn outside of it: underlines, the dot of a note, the ends of a mark."""
        below = self._underline_top(box, _UNDERLINES) - box.bottom()
        return box.adjusted(-_OUTSIDE, -2 * self._dot - _OUTSIDE, self._dot + _OUTSIDE, below)

    def paint(self, painter: QPainter, paragraph: int, focused: Mark | None, hovered: Mark | None = None) -> None:
        """Draw what lies beneath one paragraph; the painter works in document pixels.

        The extent of the marks in focus and pointed at is shown, the latter in a quiet colour.
        """
        if paragraph not in self._drawings:
            self._drawings[paragraph] = self._draw(paragraph)
        drawing = self._drawings[paragraph]
        painter.setPen(Qt.PenStyle.NoPen)
        for path, colour in drawing.paths:
            painter.fillPath(path, colour)
        for rect, colour in drawing.rects:
            painter.fillRect(rect, colour)
        for centre, colour in drawing.dots:
            painter.setBrush(colour)
            painter.drawEllipse(centre, self._dot, self._dot)
        if hovered is not None and hovered != focused:
            self._paint_extent(painter, paragraph, hovered, QColor(self._tokens.ink))
        if focused is not None:
            self._paint_extent(painter, paragraph, focused, QColor(self._tokens.focus))
        if self._geometry.view.paragraphs[paragraph].role in RULED:
            self._paint_rule(painter, paragraph)

    def paint_hits(self, painter: QPainter, paragraph: int, hits: Sequence[Range], current: Range | None) -> None:
        """Outline what a search found in one paragraph; the current hit is filled and outlined strongly."""
        tint = QColor(self._tokens.focus)
        for hit in hits:
            tint.setAlphaF(0.45 if hit == current else 0.12)
            painter.setBrush(tint)
            painter.setPen(QPen(QColor(self._tokens.focus), 2.0 if hit == current else 1.0))
            for box in self._geometry.boxes(paragraph, hit):
                painter.drawRoundedRect(box.rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def _draw(self, paragraph: int, known: Mapping[Range, tuple[LineBox, ...]] = _NO_BOXES) -> _Drawing:
        runs = self._index.runs(paragraph)
        drawing = _Drawing()
        drawing.boxes = {run.span: known.get(run.span) or self._boxes(paragraph, run.span) for run in runs}
        boxes = [(run, box) for run in runs for box in drawing.boxes[run.span]]
        for number, (run, box) in enumerate(boxes):
            before = boxes[number - 1] if number else None
            after = boxes[number + 1] if number + 1 < len(boxes) else None
            left = before is None or before[1].line != box.line or before[0].span.end != run.span.start
            right = after is None or after[1].line != box.line or run.span.end != after[0].span.start
            # Neighbours that share no mark are parted by a hair, or two of one colour would look like one.
            parted = not right and after is not None and not _share_a_mark(after[0], run)
            rect = box.rect.adjusted(0, 0, -1, 0) if parted else box.rect
            self._add_fill(drawing, rect, self._fill(run), rounded=(left, right))
            lanes = {self._lane(mark): mark.color for mark in run.marks} if len(run.marks) > 1 else {}
            for lane, color in lanes.items():
                line = QRectF(box.rect.left(), self._underline_top(box.rect, lane), box.rect.width(), self._line)
                drawing.rects.append((line, self._stripes[color]))
            fill = tuple([mark.color for mark in run.marks[-DEEPEST_STACK:]])
            drawing.looks.add((_edges(rect), (fill, left, right, tuple(lanes.items()))))
        self._add_dots(drawing, paragraph, runs)
        return drawing

    def _boxes(self, paragraph: int, span: Range) -> tuple[LineBox, ...]:
        return tuple(self._geometry.boxes(paragraph, span))

    def _fill(self, run: Run) -> QColor:
        # Of more marks than the deepest ground is made of, the upper ones give the same ground.
        colours = tuple(mark.color for mark in run.marks[-DEEPEST_STACK:])
        if colours not in self._fills:
            self._fills[colours] = QColor(self._tokens.fill_of(colours))
        return self._fills[colours]

    def _add_fill(self, drawing: _Drawing, rect: QRectF, colour: QColor, *, rounded: tuple[bool, bool]) -> None:
        left, right = rounded
        if not left and not right:
            drawing.rects.append((rect, colour))
            return
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(rect, _RADIUS, _RADIUS)
        if not left:
            path.addRect(rect.adjusted(0, 0, -rect.width() / 2, 0))
        if not right:
            path.addRect(rect.adjusted(rect.width() / 2, 0, 0, 0))
        drawing.paths.append((path, colour))

    def _underline(self, rect: QRectF, mark: Mark, thickness: float) -> QRectF:
        return QRectF(rect.left(), self._underline_top(rect, self._lane(mark)), rect.width(), thickness)

    def _underline_top(self, rect: QRectF, lane: int) -> float:
        return rect.bottom() + 1 + lane * (self._line + 2)

    def _lane(self, mark: Mark) -> int:
        return min(self._index.lane(mark), _UNDERLINES - 1)

    def _add_dots(self, drawing: _Drawing, paragraph: int, runs: Sequence[Run]) -> None:
        span = self._geometry.view.paragraphs[paragraph].span
        noted = {mark.id: mark for run in runs for mark in run.marks if mark.has_note and mark.end == run.span.end}
        for mark in noted.values():
            last = Range(max(mark.end - 1, span.start), mark.end)
            for box in self._geometry.boxes(paragraph, last):
                drawing.dots.append((box.rect.topRight() + QPointF(0, -self._dot / 2), self._stripes[mark.color]))
                drawing.looks.add((_edges(box.rect), mark.color))

    def _paint_extent(self, painter: QPainter, paragraph: int, mark: Mark, colour: QColor) -> None:
        """Underline a mark and bracket its ends, so that its extent shows among others."""
        whole = self._geometry.view.paragraphs[paragraph].span
        for span in filter(None, (span.intersection(whole) for span in mark.spans)):
            boxes = list(self._geometry.boxes(paragraph, span))
            for box in boxes:
                painter.fillRect(self._underline(box.rect, mark, max(2, self._line)), colour)
            if boxes and span.start == mark.start:
                painter.fillRect(_edge(boxes[0].rect.left() - 2, boxes[0].rect), colour)
            if boxes and span.end == mark.end:
                painter.fillRect(_edge(boxes[-1].rect.right(), boxes[-1].rect), colour)

    def _paint_rule(self, painter: QPainter, paragraph: int) -> None:
        rect = self._geometry.block_rect(paragraph)
        painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), QColor(self._tokens.rule))


def _share_a_mark(one: Run, other: Run) -> bool:
    return not {mark.id for mark in one.marks}.isdisjoint(mark.id for mark in other.marks)


def _edges(box: QRectF) -> tuple[float, float, float, float]:
    return box.x(), box.y(), box.width(), box.height()


def _edge(x: float, box: QRectF) -> QRectF:
    return QRectF(x, box.top(), 2, box.height() + 1)
