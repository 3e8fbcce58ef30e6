"""The tags of a mark as chips that can be taken away by mouse and by keyboard."""

from collections.abc import Sequence
from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QWidget

from reader.ui.notes.flow_layout import FlowLayout
from reader.ui.notes.tag_completion import Explain, gist, unexplained
from reader.ui.theme.colour import mix
from reader.ui.theme.tokens import LIGHT, Tokens

_PAD, _CROSS, _SPACING, _RADIUS = 8, 20, 4, 3
_MOST_ROWS = 3
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Chip(QToolButton):
    """One tag. Pressing it (its cross by mouse, Space by key) takes it away; a click on its name gives it the focus.

    Signals:
        stepped: -1 or 1, the reader wants the chip before or behind.
        leave_requested: Esc was pressed.
    """

    stepped = Signal(int)
    leave_requested = Signal()

    def __init__(self, name: str, tokens: Tokens, explain: Explain, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self._tokens = tokens
        self._explain = explain
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Remove tag {name}").format(name=name))
        self._say_tip()

    def event(self, event: QEvent) -> bool:
        """Say what the tag means as it is written now."""
        if event.type() == QEvent.Type.ToolTip:
            self._say_tip()
        return super().event(event)

    def _say_tip(self) -> None:
        keys = self.tr("{name}: Delete removes this tag").format(name=self.name)
        meaning = gist(self._explain(self.name))
        # As rich text, so that Qt breaks the lines of a long definition.
        self.setToolTip(f"<p>{escape(meaning)}</p><p>{escape(keys)}</p>" if meaning else keys)

    def sizeHint(self) -> QSize:
        """Room for the name and the cross."""
        metrics = QFontMetricsF(self.font())
        # A pixel more than the name is wide: elidedText counts in whole ones.
        width = _PAD + ceil(metrics.horizontalAdvance(f"#{self.name}")) + 1 + _CROSS
        return QSize(width, ceil(metrics.height()) + 4)

    def minimumSizeHint(self) -> QSize:
        """A long name is shortened."""
        return QSize(_PAD + _CROSS, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw name and cross on a quiet ground."""
        tokens = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(tokens.canvas, tokens.ink, 0.17 if self.underMouse() else 0.1)))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.setPen(QColor(tokens.ink))
        room = QRect(_PAD, 0, self.width() - _PAD - _CROSS, self.height())
        text = self.fontMetrics().elidedText(f"#{self.name}", Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        painter.setPen(QPen(QColor(tokens.quiet), 1.4))
        centre = self._cross().center()
        for dy in (-3, 3):
            painter.drawLine(centre.x() - 3, centre.y() - dy, centre.x() + 3, centre.y() + dy)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press only the cross."""
        if self._cross().contains(event.position().toPoint()):
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step, Delete and Backspace remove, Esc leaves."""
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in _REMOVING:
            self.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def _cross(self) -> QRect:
        return QRect(self.width() - _CROSS, 0, _CROSS, self.height())


class ChipRow(QScrollArea):
    """The chips of one mark, in rows; beyond three rows they scroll.

    Signals:
        removed: the name of a tag that the reader took away.
        left: the reader stepped beyond the last chip, or took the last one away.
        leave_requested: Esc was pressed.

    Attributes:
        explain: gives the tag of a name, with what it means, for the tool tips.
    """

    removed = Signal(str)
    left = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = LIGHT
        self.explain: Explain = unexplained
        self._chips: list[Chip] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = QWidget()
        self._flow = FlowLayout(self._sheet, _SPACING)
        self.setWidget(self._sheet)
        # A scroll area fills its viewport; the chips are to stand on whatever the sidebar stands on.
        self.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is now in force."""
        self._sheet.setAccessibleName(self.tr("Tags"))
        self._make_anew()

    def names(self) -> list[str]:
        """The tags that are shown."""
        return [chip.name for chip in self._chips]

    def show_tags(self, names: Sequence[str]) -> None:
        """Show the tags of a mark; the focus stays in the row if it was there."""
        if list(names) == self.names():
            return
        focused = self._focused()
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._make(name) for name in names]
        self._fit()
        if focused is not None:
            self._focus(min(focused, len(self._chips) - 1))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        self._make_anew()

    def focus_last(self) -> None:
        """Put the keyboard on the last chip, if there is one."""
        if self._chips:
            self._focus(len(self._chips) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the rows at this width."""
        super().resizeEvent(event)
        self._fit()

    def _make_anew(self) -> None:
        names = self.names()
        self.show_tags([])
        self.show_tags(names)

    def _make(self, name: str) -> Chip:
        chip = Chip(name, self._tokens, self.explain, self._sheet)
        chip.clicked.connect(self._on_clicked)
        chip.stepped.connect(self._on_stepped)
        chip.leave_requested.connect(self.leave_requested)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _fit(self) -> None:
        self.setVisible(bool(self._chips))
        if not self._chips:
            return
        row = self._chips[0].sizeHint().height()
        most = _MOST_ROWS * row + (_MOST_ROWS - 1) * _SPACING
        # By hand: a resizable scroll area gives its widget the width that it has without the scroll bar.
        width = self.width()
        if self._flow.heightForWidth(width) > most:
            width -= self.verticalScrollBar().sizeHint().width()
        height = self._flow.heightForWidth(width)
        self._sheet.resize(width, height)
        self.setFixedHeight(min(height, most))

    def _focused(self) -> int | None:
        return next((number for number, chip in enumerate(self._chips) if chip.hasFocus()), None)

    def _focus(self, number: int) -> None:
        if not 0 <= number < len(self._chips):
            self.left.emit()
            return
        self._chips[number].setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self._chips[number], 0, 0)

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.removed.emit(chip.name)

    def _on_stepped(self, by: int) -> None:
        focused = self._focused()
        if focused is not None:
            self._focus(max(focused + by, 0))
