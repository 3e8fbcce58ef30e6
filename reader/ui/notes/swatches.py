"""The colours of a mark as a row of round radio buttons; the one in force has a tick."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QPolygonF, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from reader.domain.model import Color
from reader.ui.notes.wording import color_name
from reader.ui.theme.tokens import LIGHT, Tokens

_SIZE = 24
_CIRCLE = QRectF(4, 4, 16, 16)
_RING = QRectF(1, 1, 22, 22)
_TICK = QPolygonF([QPointF(8.5, 12.2), QPointF(11, 14.7), QPointF(15.5, 9.6)])
_KEYS = tuple(QKeySequence(f"Alt+{number}") for number in range(1, len(Color) + 1))
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Swatch(QRadioButton):
    """One colour.

    Signals:
        stepped: -1 or 1, the reader wants the focus on the colour before or behind.
    """

    stepped = Signal(int)

    def __init__(self, color: Color, parent: QWidget) -> None:
        super().__init__(parent)
        self.color = color
        self.tokens = LIGHT

    def sizeHint(self) -> QSize:
        """A square that a finger can hit."""
        return QSize(_SIZE, _SIZE)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, position: object) -> bool:  # noqa: ARG002 # Qt's signature
        """The whole square counts."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the colour as it looks in the text, a tick if it is in force, a ring if it has the focus."""
        colours = self.tokens.marks[self.color]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.stripe), 1.5))
        painter.setBrush(QColor(colours.fill))
        painter.drawEllipse(_CIRCLE)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(QColor(self.tokens.ink), 1.8, c=Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(_TICK)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self.tokens.focus), 2))
            painter.drawEllipse(_RING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the focus alone: every change of colour is a step of the history, so none comes by passing."""
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class SwatchRow(QWidget):
    """The six colours.

    Signals:
        chosen: the ``Color`` that the reader wants.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._swatches = [Swatch(color, self) for color in Color]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for number, swatch in enumerate(self._swatches):
            self._group.addButton(swatch, number)
            layout.addWidget(swatch)
            swatch.stepped.connect(self._on_stepped)
        self._group.idClicked.connect(self._on_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Colour"))
        for swatch, keys in zip(self._swatches, _KEYS, strict=True):
            name = color_name(swatch.color)
            swatch.setAccessibleName(name)
            swatch.setToolTip(f"{name} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")

    def add_shortcuts(self, scope: QWidget) -> None:
        """Let Alt+1 to Alt+6 choose a colour wherever the keyboard is within a widget."""
        for swatch, keys in zip(self._swatches, _KEYS, strict=True):
            shortcut = QShortcut(keys, scope)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(swatch.click)

    def show_color(self, color: Color) -> None:
        """Tick the colour in force."""
        self.swatch(color).setChecked(True)
        for swatch in self._swatches:  # Tab stops at the one in force, arrows go on from there
            swatch.setFocusPolicy(Qt.FocusPolicy.StrongFocus if swatch.isChecked() else Qt.FocusPolicy.ClickFocus)

    def color(self) -> Color:
        """The colour that is ticked."""
        return self._swatches[self._group.checkedId()].color

    def swatch(self, color: Color) -> Swatch:
        """The button of a colour."""
        return self._swatches[list(Color).index(color)]

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        for swatch in self._swatches:
            swatch.tokens = tokens
            swatch.update()

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self._swatches[number].color)

    def _on_stepped(self, by: int) -> None:
        swatch = self.sender()
        if isinstance(swatch, Swatch):
            number = (self._swatches.index(swatch) + by) % len(self._swatches)
            self._swatches[number].setFocus(Qt.FocusReason.OtherFocusReason)
