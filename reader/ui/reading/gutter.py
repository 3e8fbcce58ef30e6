"""The margin left of the column, where each mark has a stripe that can be pointed at and clicked."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget

from reader.ui.reading.margin_labels import BEHIND, MarginLabel, place_labels
from reader.ui.reading.mark_words import mark_words, meaning_tip
from reader.ui.reading.runs import Mark
from reader.ui.reading.stripes import Stripe
from reader.ui.theme.tokens import Tokens

Meanings = Callable[[int], Sequence[tuple[str, str]]]
"""Gives the tags of an annotation by name, each with its definition."""
_PITCH = 8
_STRIPE = 4
_FOCUSED_STRIPE = 6
_GAP = 12
"""Between the column and its nearest stripe."""
_COUNT_WIDTH = 20
_MOST_COLUMNS = 6
_EDGE = 8
"""Pixels that labels keep from the edge of the pane."""
_SMALLER = 0.85
_DOT = 5
_NOTCH, _NOTCH_PITCH = 1.5, 4
_STACKED_IN_TIP = 12
"""Marks that a tool tip names; what is said of more would not be read."""


class Gutter(QWidget):
    """Paints the stripes beside the lines that are visible, and names the tags of a mark where there is room.

    A stripe has a notch for each star of its mark. Marks for which no column is left share a number.

    Signals:
        mark_clicked: the id of the mark whose stripe was clicked.
        stack_clicked: the marks (lowest first) behind a number that was clicked, and the global ``QPoint``.
        mark_hovered: the ``Mark`` whose stripe the pointer is on, or None.
    """

    mark_clicked = Signal(object)
    stack_clicked = Signal(object, object)
    mark_hovered = Signal(object)

    def __init__(self, text: QAbstractScrollArea, stripes: Callable[[int], Iterator[Stripe]], tokens: Tokens) -> None:
        """``stripes`` gives the visible stripes for a number of columns, in pixels of this widget."""
        super().__init__(text)
        self._text = text
        self._stripes = stripes
        self._tokens = tokens
        self._focused: Mark | None = None
        self._hovered: Mark | None = None
        self._meanings: Meanings = _no_meanings
        self.setMouseTracking(True)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of another theme."""
        self._tokens = tokens
        self.update()

    def set_meanings(self, meanings: Meanings) -> None:
        """Ask this what the tags of a mark mean when its stripe or label is pointed at."""
        self._meanings = meanings

    def set_focused(self, mark: Mark | None) -> None:
        """Show the stripe of this mark broader than the others."""
        self._focused = mark
        self.update()

    def room(self) -> int:
        """How many columns of stripes fit."""
        return max(1, min((self.width() - _GAP - _COUNT_WIDTH) // _PITCH, _MOST_COLUMNS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the stripes that are visible, and their labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_smaller(self.font()))
        stripes = list(self._stripes(self.room()))
        for stripe in stripes:
            rect = self._rect(stripe)
            if not rect.toAlignedRect().intersects(event.rect()):
                continue
            if stripe.column is None:
                painter.setPen(QColor(self._tokens.quiet))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"+{len(stripe.marks)}")
            else:
                self._paint_stripe(painter, rect, stripe.marks[0])
        for label in self._labels(stripes):
            self._paint_label(painter, label)

    def _paint_stripe(self, painter: QPainter, rect: QRectF, mark: Mark) -> None:
        focused = self._focused is not None and mark.id == self._focused.id
        width = _FOCUSED_STRIPE if focused else _STRIPE
        bar = QRectF(rect.center().x() - width / 2, rect.top(), width, rect.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.marks[mark.color].stripe))
        painter.drawRoundedRect(bar, 2, 2)
        for star in range(mark.importance):
            top = rect.top() + (star + 1) * _NOTCH_PITCH - _NOTCH / 2
            painter.fillRect(QRectF(bar.left(), top, width, _NOTCH), QColor(self._tokens.paper))

    def _paint_label(self, painter: QPainter, label: MarginLabel) -> None:
        painter.setPen(QColor(self._tokens.ink if label.mark == self._focused else self._tokens.quiet))
        line = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine
        painter.drawText(label.box.adjusted(0, 0, -BEHIND, 0), line, label.text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.marks[label.mark.color].stripe))
        middle = label.box.center().y()
        painter.drawEllipse(QRectF(label.box.right() - 1.5 * _DOT, middle - _DOT / 2, _DOT, _DOT))

    def _labels(self, stripes: Sequence[Stripe]) -> Iterator[MarginLabel]:
        metrics = QFontMetricsF(_smaller(self.font()))
        return place_labels(stripes, metrics, self._right_of, _EDGE, self._focused)

    def _right_of(self, columns: int, *, counted: bool) -> float:
        """Where labels end beside lines that have so many columns of stripes, and perhaps a number."""
        return self.width() - _GAP - columns * _PITCH - (_COUNT_WIDTH if counted else 0)

    def _rect(self, stripe: Stripe) -> QRectF:
        """The whole area that belongs to a stripe, broader than what is painted."""
        height = stripe.bottom - stripe.top
        if stripe.column is None:
            right = self._right_of(self.room(), counted=False)
            return QRectF(right - _COUNT_WIDTH, stripe.top, _COUNT_WIDTH, height)
        right = self._right_of(stripe.column, counted=False)
        return QRectF(right - _PITCH, stripe.top, _PITCH, height)

    def _at(self, point: QPoint) -> tuple[Mark, ...]:
        """The marks whose stripe, number or label is at a point, lowest first."""
        stripes = list(self._stripes(self.room()))
        for stripe in stripes:
            if self._rect(stripe).adjusted(0, -2, 0, 2).contains(point):
                return stripe.marks
        return next(((label.mark,) for label in self._labels(stripes) if self._extent(label).contains(point)), ())

    def _extent(self, label: MarginLabel) -> QRectF:
        """Where a label is painted in its box: its words at the right, and the dot."""
        width = QFontMetricsF(_smaller(self.font())).horizontalAdvance(label.text) + BEHIND
        return QRectF(label.box.right() - width, label.box.top(), width, label.box.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark whose stripe or label is pressed; offer those behind a number."""
        marks = self._at(event.position().toPoint())
        if not marks or event.button() != Qt.MouseButton.LeftButton:
            return
        if len(marks) > 1:
            self.stack_clicked.emit(marks, event.globalPosition().toPoint())
        else:
            self.mark_clicked.emit(marks[0].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a stripe or label, and tell which mark it belongs to."""
        marks = self._at(event.position().toPoint())
        self.setCursor(Qt.CursorShape.PointingHandCursor if marks else Qt.CursorShape.ArrowCursor)
        self._hover(marks[0] if len(marks) == 1 else None)

    def leaveEvent(self, event: QEvent) -> None:
        """No mark is pointed at any more."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, mark: Mark | None) -> None:
        if mark != self._hovered:
            self._hovered = mark
            self.mark_hovered.emit(mark)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text that the margin belongs to."""
        QApplication.sendEvent(self._text.viewport(), event)

    def event(self, event: QEvent) -> bool:
        """Tell the tags of the marks that are pointed at, and what they mean where it is one mark."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(self._at(event.pos())), self)
            return True
        return super().event(event)

    def _tip(self, marks: tuple[Mark, ...]) -> str:
        return meaning_tip(marks[0], self._meanings(marks[0].id)) if len(marks) == 1 else tip_words(marks)


def _no_meanings(_annotation_id: int) -> Sequence[tuple[str, str]]:
    return ()


def tip_words(marks: tuple[Mark, ...]) -> str:
    """What a tool tip says of marks that lie on each other, the uppermost first."""
    lines = [mark_words(mark) for mark in reversed(marks)]
    return "\n".join([*lines[:_STACKED_IN_TIP], *(["…"] if len(lines) > _STACKED_IN_TIP else [])])


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALLER)
    return small
