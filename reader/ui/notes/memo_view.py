"""A memo to be read: its caption, and its text as Markdown, folded where it is long."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.notes.markdown import open_link
from reader.ui.notes.note_text import NoteText
from reader.ui.theme.colour import mix
from reader.ui.theme.tokens import LIGHT, Tokens

_SIDE, _PAD, _RADIUS = 8, 6, 3
_LEADING = 1.5
_FOLDS = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
_EDITS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2)


class MemoView(QWidget):
    """Shows a caption, and below it a text where there is one. A click or Enter asks to write it.

    Signals:
        edit_requested: the reader wants to write.
        leave_requested: Esc was pressed.
    """

    edit_requested = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = LIGHT
        self._caption, self._text = "", ""
        self._note: NoteText | None = None
        self._folded = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, caption: str, text: str) -> None:
        """Show a caption and a text, which may be empty."""
        if text != self._text:
            self._folded = True
        self._caption, self._text = caption, text
        self.setAccessibleName(f"{caption}: {text}" if text else caption)
        self._set()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self._set()

    def sizeHint(self) -> QSize:
        """One line, or as many as the text has while it is not folded."""
        return QSize(160, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the text to the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw caption and text; the ground tells of the pointer, the ring of the keyboard."""
        tokens = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        share = 0.09 if self.underMouse() else 0.05 if self._text else 0.0
        painter.setBrush(QColor(mix(tokens.canvas, tokens.ink, share)))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.setPen(QColor(tokens.quiet))
        line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRectF(_SIDE, _PAD, self._room(), self._leading()), line, self._caption)
        if self._note is None:
            return
        top = _PAD + self._leading()
        height = self._note.height(folded=self._folded)
        self._note.draw(painter, QPointF(_SIDE, top), height, tokens)
        if self._note.can_fold:
            painter.setPen(QColor(tokens.accent))
            words = self.tr("Show all") if self._folded else self.tr("Show less")
            painter.drawText(QRectF(_SIDE, top + height, self._room(), self._leading()), line, words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a web link, show more or less, or begin to write."""
        if event.button() != Qt.MouseButton.LeftButton or not self.rect().contains(event.position().toPoint()):
            return
        inside = event.position() - QPointF(_SIDE, _PAD + self._leading())
        if self._note is not None and inside.y() >= 0:
            shown = self._note.height(folded=self._folded)
            if inside.y() >= shown and self._note.can_fold:
                self._fold(folded=not self._folded)
                return
            if address := self._note.link_at(inside):
                open_link(address)
                return
        self.edit_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space and F2 write, Right and Left unfold and fold, Esc leaves."""
        key = Qt.Key(event.key())
        if key in _EDITS:
            self.edit_requested.emit()
        elif key in _FOLDS:
            self._fold(folded=_FOLDS[key])
        elif key == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def _fold(self, *, folded: bool) -> None:
        self._folded = folded
        self._set()

    def _set(self) -> None:
        leading, em = self._leading(), QFontMetricsF(self.font()).horizontalAdvance("国")
        height = leading
        self._note = None
        if self._text and self._room() > em:
            self._note = NoteText(self._text, self.font(), self._room(), leading, em)
            self._note.set(self._tokens)
            height += ceil(self._note.height(folded=self._folded)) + (leading if self._note.can_fold else 0)
        self.setFixedHeight(height + 2 * _PAD)
        self.update()

    def _room(self) -> float:
        return float(self.width() - 2 * _SIDE)

    def _leading(self) -> int:
        return round(QFontMetricsF(self.font()).horizontalAdvance("国") * _LEADING)
