"""Which keys the text keeps for itself; every other one is left to the actions of the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_Key = QKeySequence.StandardKey
_CLIPBOARD = (_Key.Copy, _Key.SelectAll)
_MOVES = (
    _Key.MoveToNextChar,
    _Key.MoveToPreviousChar,
    _Key.SelectNextChar,
    _Key.SelectPreviousChar,
    _Key.MoveToNextLine,
    _Key.MoveToPreviousLine,
    _Key.SelectNextLine,
    _Key.SelectPreviousLine,
    _Key.MoveToNextWord,
    _Key.MoveToPreviousWord,
    _Key.SelectNextWord,
    _Key.SelectPreviousWord,
    _Key.MoveToStartOfLine,
    _Key.MoveToEndOfLine,
    _Key.SelectStartOfLine,
    _Key.SelectEndOfLine,
    _Key.MoveToStartOfDocument,
    _Key.MoveToEndOfDocument,
    _Key.SelectStartOfDocument,
    _Key.SelectEndOfDocument,
)


def moves_caret(event: QKeyEvent) -> bool:
    """Whether a key moves the caret, selects or copies.

    Letters never move it: on X11 Ctrl+E would also be the end of the line, and the window's action is not that.
    """
    if any(event.matches(key) for key in _CLIPBOARD):
        return True
    is_letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
    return not is_letter and any(event.matches(key) for key in _MOVES)
