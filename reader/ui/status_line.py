"""The line at the foot of the window: what just happened and Undo, and where in the library the reader is."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

SHOWN_MS = 8000
"""How long a message about something done stays."""
_MOST_ACTIONS = 2


class StatusLine(QStatusBar):
    """Shows messages at the left and the reader's place at the right; an import panel may sit between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._message = QLabel(self)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setContentsMargins(12, 0, 0, 0)
        self._buttons = [QToolButton(self) for _ in range(_MOST_ACTIONS)]
        for button in self._buttons:
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._place = QLabel(self)
        self._place.setContentsMargins(0, 0, 12, 0)
        self._place.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.clear_message)
        self.addWidget(self._message)
        for button in self._buttons:
            self.addWidget(button)
        self.addPermanentWidget(self._place)
        self.clear_message()

    def say(self, text: str, *actions: QAction) -> None:
        """Say what happened, with buttons for what can be done about it, two at most."""
        self._message.setText(text)
        self._message.setAccessibleName(text)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(actions))
            if place < len(actions):
                button.setDefaultAction(actions[place])
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._timer.start()

    def hold(self, widget: QWidget) -> None:
        """Keep a widget between the message and the place."""
        self.removeWidget(self._place)
        self.addPermanentWidget(widget)
        self.addPermanentWidget(self._place)
        self._place.show()

    def message(self) -> str:
        """What is said now, "" if nothing."""
        return self._message.text()

    def show_place(self, text: str) -> None:
        """Say where in the library the reader is."""
        self._place.setText(text)

    @Slot()
    def clear_message(self) -> None:
        """Say nothing."""
        self._message.clear()
        for button in self._buttons:
            button.hide()
