"""A memo that is read, and written in its place: one line while it is empty."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from reader.domain.memo import MemoTarget
from reader.domain.model import Changes
from reader.errors import UserError
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.notes.memo_view import MemoView
from reader.ui.notes.note_field import NoteField
from reader.ui.theme.tokens import Tokens

SAVE_AFTER_MS = 400
"""How long after the last key a memo is saved."""


class MemoField(QWidget):
    """The memo on one target of a kind: a page, an item, a tag, or the library.

    What is typed is saved by itself: a moment after the last key, when the field is left, when another target is shown,
    and when it is hidden. All typing is one step of the history. Whoever undoes or redoes calls ``save_pending`` first.

    Signals:
        leave_requested: Esc was pressed; everything is saved.
        refused: a ``UserError`` that kept it from being saved; the text is kept and tried again.
    """

    leave_requested = Signal()
    refused = Signal(object)

    def __init__(
        self,
        library: Library,
        bus: ChangeBus,
        target: MemoTarget,
        parent: QWidget | None = None,
        *,
        fills: bool = False,
    ) -> None:
        """``fills`` lets what is written take all the height that there is, and no more than it needs otherwise."""
        super().__init__(parent)
        self._fills = fills
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding if fills else QSizePolicy.Policy.Fixed
        )
        self._library = library
        self._bus = bus
        self._target = target
        self._target_id: int | None = None
        self._is_shown = False
        self._saved = ""
        self._unsaved: dict[int | None, str] = {}
        self._view = MemoView(self)
        self._note = NoteField(self)
        self._note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        layout.addWidget(self._note, 1)
        if fills:
            layout.setAlignment(self._view, Qt.AlignmentFlag.AlignTop)
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(SAVE_AFTER_MS)
        self._save_timer.timeout.connect(self._on_save_timer)
        self._view.edit_requested.connect(self.edit)
        self._view.leave_requested.connect(self.leave_requested)
        self._note.edited.connect(self._save_timer.start)
        self._note.left.connect(self._on_left)
        self._note.height_wanted.connect(self._fit)
        self._note.next_requested.connect(self._finish)
        self._note.leave_requested.connect(self._finish)
        bus.changed.connect(self._on_changed)
        self.setFocusProxy(self._view)
        self.retranslate()

    def show_target(self, target_id: int | None) -> None:
        """Show the memo on a page, item or tag of an id; on the library for None."""
        self.save_pending()
        self._target_id = target_id
        self._is_shown = True
        self._stop_writing()
        self._read()

    def clear(self) -> None:
        """Show nothing: there is no target."""
        self.save_pending()
        self._is_shown = False
        self._target_id = None
        self._stop_writing()

    @Slot()
    def edit(self) -> None:
        """Put the keyboard into the text."""
        if not self._is_shown:
            return
        if self._note.isHidden():
            self._note.show_text(self._unsaved.get(self._target_id, self._saved))
            self._view.say(self._caption(), "")
            self._note.show()
            self.setFocusProxy(self._note)
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._fit()

    def is_writing(self) -> bool:
        """Whether the text is open for writing."""
        return not self._note.isHidden()

    def save_pending(self) -> None:
        """Save what was typed and not saved yet."""
        self._save_timer.stop()
        if self.is_writing():
            self._note.finish_composing()
            text = self._note.text()
            if text != self._saved and (text.strip() or self._saved):
                self._unsaved[self._target_id] = text
        for target_id, text in list(self._unsaved.items()):
            try:
                changes = self._library.memos.set(self._target, target_id, text)
            except KeyError:
                continue  # it is gone; should an undo bring it back, the text is saved then
            except UserError as error:
                self.refused.emit(error)
                return
            self._unsaved.pop(target_id, None)
            if target_id == self._target_id:
                self._saved = text if text.strip() else ""
            self._bus.announce(changes, self)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._view.set_tokens(tokens)

    def retranslate(self) -> None:
        """Say everything in the language that is now in force."""
        self._note.setAccessibleName(self._caption())
        self._note.setPlaceholderText(self.tr("Write a memo; Markdown is understood"))
        self._show_text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _caption(self) -> str:
        return {
            MemoTarget.ITEM: self.tr("Memo on the article"),
            MemoTarget.PAGE: self.tr("Memo on the page"),
            MemoTarget.TAG: self.tr("Memo on the tag"),
            MemoTarget.LIBRARY: self.tr("Memo on the library"),
        }[self._target]

    def _read(self) -> None:
        text = self._library.memos.text(self._target, self._target_id)
        if text != self._saved and self.is_writing():
            self._note.show_text(text, keep_cursor=True)
        self._saved = text
        self._show_text()

    def _show_text(self) -> None:
        if self.is_writing():
            self._view.say(self._caption(), "")
        elif self._saved:
            self._view.say(self._caption(), self._saved)
        else:
            self._view.say(self._caption() + "…", "")

    def _stop_writing(self) -> None:
        held_focus = self._note.hasFocus()
        self._note.hide()
        self.setFocusProxy(self._view)
        self._show_text()
        if held_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _fit(self) -> None:
        height = self._note.sizeHint().height()
        if self._fills:
            self._note.setMinimumHeight(height)
        else:
            self._note.setFixedHeight(height)

    @Slot()
    def _finish(self) -> None:
        self.save_pending()
        self._stop_writing()
        self.leave_requested.emit()

    @Slot()
    def _on_left(self) -> None:
        self.save_pending()
        focused = QApplication.focusWidget()
        # With no widget in focus the reader went to another window, and comes back to go on.
        if focused is not None and not self.isAncestorOf(focused):
            self._stop_writing()

    @Slot()
    def _on_save_timer(self) -> None:
        if self._note.is_composing:
            self._save_timer.start()
        else:
            self.save_pending()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and self._is_shown and changes.memos:
            self.save_pending()
            self._read()
