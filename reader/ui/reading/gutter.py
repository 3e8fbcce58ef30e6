"""The margin left of the column, where each mark has a stripe that can be pointed at and clicked."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip, QWidget

from reader.ui.reading.runs import Mark
from reader.ui.reading.stripes import Stripe
from reader.ui.theme.tokens import Tokens

_PITCH = 8
_STRIPE = 4
_FOCUSED_STRIPE = 6
_GAP = 12
"""Between the column and its nearest stripe."""
_COUNT_WIDTH = 20
_MOST_COLUMNS = 8


class Gutter(QWidget):
    """Paints the stripes beside the lines that are visible.

    Signals:
        mark_clicked: the id of the mark whose stripe was clicked.
    """

    mark_clicked = Signal(object)

    def __init__(self, text: QAbstractScrollArea, stripes: Callable[[int], Iterator[Stripe]], tokens: Tokens) -> None:
        """``stripes`` gives the visible stripes for a number of columns, in pixels of this widget."""
        super().__init__(text)
        self._text = text
        self._stripes = stripes
        self._tokens = tokens
        self._focused: Mark | None = None
        self.setMouseTracking(True)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of another theme."""
        self._tokens = tokens
        self.update()

    def set_focused(self, mark: Mark | None) -> None:
        """Show the stripe of this mark broader than the others."""
        self._focused = mark
        self.update()

    def room(self) -> int:
        """How many columns of stripes fit."""
        return max(1, min((self.width() - _GAP - _COUNT_WIDTH) // _PITCH, _MOST_COLUMNS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the stripes that are visible."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for stripe in self._stripes(self.room()):
            rect = self._rect(stripe)
            if not rect.toAlignedRect().intersects(event.rect()):
                continue
            if stripe.column is None:
                painter.setPen(QColor(self._tokens.quiet))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"+{len(stripe.marks)}")
                painter.setPen(Qt.PenStyle.NoPen)
            else:
                self._paint_stripe(painter, rect, stripe.marks[0])

    def _paint_stripe(self, painter: QPainter, rect: QRectF, mark: Mark) -> None:
        focused = self._focused is not None and mark.id == self._focused.id
        width = _FOCUSED_STRIPE if focused else _STRIPE
        bar = QRectF(rect.center().x() - width / 2, rect.top(), width, rect.height())
        painter.setBrush(QColor(self._tokens.marks[mark.color].stripe))
        painter.drawRoundedRect(bar, 2, 2)

    def _rect(self, stripe: Stripe) -> QRectF:
        """The whole area that belongs to a stripe, broader than what is painted."""
        height = stripe.bottom - stripe.top
        if stripe.column is None:
            right = self.width() - _GAP - self.room() * _PITCH
            return QRectF(right - _COUNT_WIDTH, stripe.top, _COUNT_WIDTH, height)
        right = self.width() - _GAP - stripe.column * _PITCH
        return QRectF(right - _PITCH, stripe.top, _PITCH, height)

    def _at(self, point: QPoint) -> Stripe | None:
        for stripe in self._stripes(self.room()):
            if self._rect(stripe).adjusted(0, -2, 0, 2).contains(point):
                return stripe
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark whose stripe is pressed."""
        stripe = self._at(event.position().toPoint())
        if stripe is not None and event.button() == Qt.MouseButton.LeftButton:
            self.mark_clicked.emit(self._next_of(stripe))

    def _next_of(self, stripe: Stripe) -> int:
        """The mark to go to: of several that share a place, the one after that in focus."""
        ids = [mark.id for mark in stripe.marks]
        if self._focused is not None and self._focused.id in ids:
            return ids[(ids.index(self._focused.id) + 1) % len(ids)]
        return ids[0]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a stripe."""
        over = self._at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text that the margin belongs to."""
        QApplication.sendEvent(self._text.viewport(), event)

    def event(self, event: QEvent) -> bool:
        """Tell the labels of the marks whose stripe is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            stripe = self._at(event.pos())
            labels = [mark.label for mark in stripe.marks if mark.label] if stripe else []
            QToolTip.showText(event.globalPos(), "\n".join(labels), self)
            return True
        return super().event(event)
