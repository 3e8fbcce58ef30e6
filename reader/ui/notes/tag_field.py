"""The tags of a mark: chips, and a field that completes what is typed from the tags of the library."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.errors import UserError
from reader.ui.notes.chips import ChipRow
from reader.ui.notes.keys import ENTER, claims, is_leave, is_next
from reader.ui.notes.tag_completion import CompletionDelegate, Explain, TagCompleter
from reader.ui.theme.tokens import Tokens
from reader.ui.words import error_text

_SEPARATORS = str.maketrans(dict.fromkeys("，；;、\n", ","))


class TagInput(QLineEdit):
    """A line for tags. Enter and separators give what was typed; while a word is composed no key does.

    Signals:
        given: a tag's name as it was typed.
        emptied_further: Backspace in the empty field.
        chips_wanted: Left at the beginning.
        left: the field lost the focus, other than to its list of completions or to another window.
        next_requested, leave_requested: Ctrl+Enter, Esc.
    """

    given = Signal(str)
    emptied_further = Signal()
    chips_wanted = Signal()
    left = Signal()
    next_requested = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self.setObjectName("tagInput")
        self.setAcceptDrops(False)
        completer = TagCompleter(self)
        completer.setMaxVisibleItems(10)
        self.setCompleter(completer)
        self.completions = CompletionDelegate(self)
        popup = completer.popup()
        assert popup is not None
        popup.setItemDelegate(self.completions)
        self._completer = completer
        # Queued, since the line itself takes the completion over as its text when it hears of it.
        completer.activated.connect(self._on_completed, Qt.ConnectionType.QueuedConnection)
        self.textEdited.connect(self._on_edited)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is now in force."""
        self.setAccessibleName(self.tr("Add a tag"))
        self.setPlaceholderText(self.tr("Add a tag"))

    def set_known(self, names: Iterable[str]) -> None:
        """Offer these tags."""
        self._completer.set_names(names)

    def give(self) -> None:
        """Give what was typed, if that is anything."""
        if self._composing:
            QGuiApplication.inputMethod().commit()
        self._hide_list()
        typed = self.text().strip()
        self.clear()
        if typed:
            self.given.emit(typed)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the field before a shortcut of the window takes them."""
        if isinstance(event, QKeyEvent) and claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the tag, Down lists the tags, Left and Backspace reach for the chips."""
        if self._composing:
            super().keyPressEvent(event)
        elif is_next(event):
            self.give()
            self.next_requested.emit()
        elif is_leave(event):
            self._escape()
        elif event.key() in ENTER:
            self.give()
        elif event.key() == Qt.Key.Key_Down:
            self._list_tags()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied_further.emit()
        elif event.key() == Qt.Key.Key_Left and self.cursorPosition() == 0 and not self.hasSelectedText():
            self.chips_wanted.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow whether a word is being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._composing = False
            self.left.emit()

    def _escape(self) -> None:
        if not self._hide_list():
            self.leave_requested.emit()

    def _hide_list(self) -> bool:
        """Close the list of completions; False where it was not open."""
        popup = self._completer.popup()
        if popup is None or not popup.isVisible():
            return False
        popup.hide()
        return True

    def _list_tags(self) -> None:
        self._completer.setCompletionPrefix(self.text())
        self._completer.complete()

    def _on_completed(self, _name: str) -> None:
        self.give()

    def _on_edited(self, text: str) -> None:
        """Give what stands before a separator, however it came: typed, composed or pasted."""
        *whole, rest = text.translate(_SEPARATORS).split(",")
        if whole:
            self.setText(rest.lstrip())
            for name in whole:
                if name.strip():
                    self.given.emit(name.strip())


class TagField(QWidget):
    """Shows the tags of a mark and lets the reader add and remove them; it changes nothing itself.

    Signals:
        added, removed: a tag's name as typed, the name of a tag.
        next_requested, leave_requested: Ctrl+Enter, Esc.
    """

    added = Signal(str)
    removed = Signal(str)
    next_requested = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[str] = []
        self.chips = ChipRow(self)
        self.input = TagInput(self)
        self._refusal = QLabel(self)
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.chips, self.input, self._refusal):
            layout.addWidget(widget)
        self.setFocusProxy(self.input)
        self.input.given.connect(self.added)
        self.input.left.connect(self.input.give)
        self.input.textEdited.connect(self._refusal.hide)
        self.input.emptied_further.connect(self._remove_last)
        self.input.chips_wanted.connect(self.chips.focus_last)
        self.input.next_requested.connect(self.next_requested)
        self.input.leave_requested.connect(self.leave_requested)
        self.chips.removed.connect(self.removed)
        self.chips.left.connect(self.input.setFocus)
        self.chips.leave_requested.connect(self.leave_requested)

    def retranslate(self) -> None:
        """Say everything in the language that is now in force."""
        self.chips.retranslate()
        self.input.retranslate()
        self._refusal.hide()

    def explain_by(self, explain: Explain) -> None:
        """Let a function that gives the tag of a name say what tags mean, in the list and in tool tips."""
        self.chips.explain = explain
        self.input.completions.explain = explain

    def show_tags(self, names: tuple[str, ...]) -> None:
        """Show the tags of a mark; what is typed in the field stays."""
        self.chips.show_tags(names)
        self._offer()

    def set_known(self, names: Iterable[str]) -> None:
        """Offer these tags, but for those that the mark has."""
        self._all = list(names)
        self._offer()

    def refuse(self, typed: str, error: UserError) -> None:
        """Give back what cannot be a tag, and say why."""
        self.input.setText(typed)
        self._refusal.setText(error_text(error))
        self._refusal.show()

    def refusal(self) -> str:
        """What is said against the tag that was typed; empty where nothing is."""
        return self._refusal.text() if not self._refusal.isHidden() else ""

    def reset(self) -> None:
        """Begin anew for another mark."""
        self.input.clear()
        self._refusal.hide()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.chips.set_tokens(tokens)
        self.input.completions.tokens = tokens
        self._refusal.setStyleSheet(f"color: {tokens.accent};")

    def _offer(self) -> None:
        present = set(self.chips.names())
        self.input.set_known(name for name in self._all if name not in present)

    def _remove_last(self) -> None:
        names = self.chips.names()
        if names:
            self.removed.emit(names[-1])
