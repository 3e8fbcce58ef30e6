"""The slim head of the tree: a field that filters headlines, and choosers of grouping and state."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from reader.domain.scope import Grouping, ReadState
from reader.ui.copies_button import CopiesButton
from reader.ui.tree.header_icons import dots_icon, glass_icon

TYPING_PAUSE_MS = 150
_Choice = TypeVar("_Choice", bound=StrEnum)


class TreeHeader(QWidget):
    """What the tree shows, as chosen by the user.

    Signals:
        changed: grouping, state, the hiding of copies or the filter is another one; typing is answered after a pause of
            150 ms.
        left: the user wants to go on in the tree, by Down or Enter in the field.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = FilterField(self)
        self._grouping = QComboBox(self)
        self._state = QComboBox(self)
        self._once = CopiesButton(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_PAUSE_MS)
        self._timer.timeout.connect(self.changed)
        self._retranslate()
        self._lay_out()
        self._field.textChanged.connect(self._on_typed)
        self._field.left.connect(self._on_left)
        self._grouping.currentIndexChanged.connect(self._on_chosen)
        self._state.currentIndexChanged.connect(self._on_chosen)
        self._once.toggled.connect(self._on_chosen)

    @property
    def field(self) -> QLineEdit:
        """The field of the filter."""
        return self._field

    @property
    def grouping_box(self) -> QComboBox:
        """The chooser of the grouping."""
        return self._grouping

    @property
    def state_box(self) -> QComboBox:
        """The chooser of the state."""
        return self._state

    def headline(self) -> str:
        """What headlines must contain; "" is anything."""
        return self._field.text().strip()

    def grouping(self) -> Grouping:
        """What the tree is grouped by."""
        return Grouping(self._grouping.currentData())

    def state(self) -> ReadState:
        """Which articles are shown."""
        return ReadState(self._state.currentData())

    @property
    def once_button(self) -> QToolButton:
        """The button that hides copies."""
        return self._once

    def once(self) -> bool:
        """Whether copies are hidden."""
        return self._once.isChecked()

    def set_busy(self, *, busy: bool) -> None:
        """Show that headlines are looked for."""
        self._field.set_busy(busy=busy)

    def choose(self, grouping: Grouping, state: ReadState, headline: str = "", *, once: bool = False) -> None:
        """Set everything at once, and say so once."""
        self._once.blockSignals(True)  # noqa: FBT003 # Qt's signature
        self._once.setChecked(once)
        self._once.blockSignals(False)  # noqa: FBT003
        for box, value in ((self._grouping, grouping), (self._state, state)):
            box.blockSignals(True)  # noqa: FBT003 # Qt's signature
            box.setCurrentIndex(box.findData(value.value))
            box.blockSignals(False)  # noqa: FBT003
        self._field.setText(headline)
        self._on_chosen()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the interface."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._field.update_icon()
        super().changeEvent(event)

    @Slot()
    def _on_typed(self) -> None:
        self._timer.start()

    @Slot()
    def _on_chosen(self) -> None:
        self._timer.stop()
        self.changed.emit()

    @Slot()
    def _on_left(self) -> None:
        if self._timer.isActive():
            self._on_chosen()
        self.left.emit()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        finding, choosers = QHBoxLayout(), QHBoxLayout()
        for row in (finding, choosers):
            row.setSpacing(4)
            layout.addLayout(row)
        finding.addWidget(self._field, 1)
        finding.addWidget(self._once)  # the choosers have no room to spare in English
        for box in (self._grouping, self._state):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(4)
            choosers.addWidget(box, 1)
        self.setTabOrder(self._field, self._once)
        self.setTabOrder(self._once, self._grouping)

    def _retranslate(self) -> None:
        self._field.setPlaceholderText(self.tr("Filter headlines"))
        self._field.setAccessibleName(self.tr("Filter headlines"))
        self._grouping.setAccessibleName(self.tr("Group articles"))
        self._state.setAccessibleName(self.tr("Show articles"))
        self._once.explain(
            self.tr("Hide copies"),
            self.tr(
                "Hide copies: an article in several papers or on several days stands once, and wherever it is marked"
            ),
        )
        groupings = {
            Grouping.NEWSPAPER: self.tr("By newspaper"),
            Grouping.SECTION: self.tr("By section"),
            Grouping.TAG: self.tr("By tag"),
        }
        states = {
            ReadState.ALL: self.tr("All"),
            ReadState.UNREAD: self.tr("Unread"),
            ReadState.ANNOTATED: self.tr("Annotated"),
            ReadState.DOUBTFUL: self.tr("Doubtful"),
            ReadState.COPIED: self.tr("With copies"),
        }
        _fill(self._grouping, groupings)
        _fill(self._state, states)


class FilterField(QLineEdit):
    """A field with a magnifying glass, which Esc empties.

    Signals:
        left: Down or Enter was pressed.

    Attributes:
        glass: the action of the magnifying glass.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self.setClearButtonEnabled(True)
        self.glass = QAction(self)
        self.addAction(self.glass, QLineEdit.ActionPosition.LeadingPosition)
        self.update_icon()

    def set_busy(self, *, busy: bool) -> None:
        """Show dots in the place of the glass while something is looked for."""
        if busy != self._busy:
            self._busy = busy
            self.update_icon()

    def update_icon(self) -> None:
        """Draw the glass in the colour of quiet text."""
        draw = dots_icon if self._busy else glass_icon
        self.glass.setIcon(draw(self.palette().placeholderText().color(), self.devicePixelRatioF()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field; when it is empty, Esc is left to the window. Down and Enter leave it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _fill(box: QComboBox, entries: Mapping[_Choice, str]) -> None:
    for number, (value, text) in enumerate(entries.items()):
        if number < box.count():
            box.setItemText(number, text)
        else:
            box.addItem(text, value.value)
