"""The keys that both text fields of the sidebar answer to."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_next(event: QKeyEvent) -> bool:
    """Ctrl+Enter: save, and on to the next mark."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in ENTER and modifiers == Qt.KeyboardModifier.ControlModifier


def is_leave(event: QKeyEvent) -> bool:
    """Esc: save, and back to the text."""
    return event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier


def claims(event: QKeyEvent) -> bool:
    """Whether this is Qt asking if a field wants one of these keys before shortcuts get it."""
    return event.type() == QEvent.Type.ShortcutOverride and (is_next(event) or is_leave(event))
