"""The colours of marks as check boxes: a swatch as the mark looks in the text, and its name."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from reader.domain.model import Color
from reader.ui.notes.wording import color_name
from reader.ui.swatch import swatch
from reader.ui.theme.tokens import Tokens

_SIZE = 16
_SPACING = 8


class ColorChecks(QWidget):
    """Any number of the six colours.

    Signals:
        changed: a colour was ticked or unticked.
    """

    changed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {color: QCheckBox(color_name(color), self) for color in Color}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        for color, box in self._boxes.items():
            box.setIcon(swatch(tokens.marks[color], _SIZE))
            box.setIconSize(QSize(_SIZE, _SIZE))
            box.setAccessibleName(self.tr("Colour: {name}").format(name=color_name(color)))
            box.toggled.connect(self.changed)
            layout.addWidget(box)
        layout.addStretch()
        # So that the mnemonic of a label gives the focus to the first box; with that box as its buddy it would tick it.
        self.setFocusProxy(self._boxes[Color.YELLOW])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def box(self, color: Color) -> QCheckBox:
        """The check box of a colour."""
        return self._boxes[color]

    def colors(self) -> tuple[Color, ...]:
        """The colours that are ticked."""
        return tuple(color for color, box in self._boxes.items() if box.isChecked())
