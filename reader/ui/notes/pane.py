"""The notes sidebar: cards above, the mark being written about below, and saving what is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reader.domain.memo import MemoTarget
from reader.domain.model import Changes, Color
from reader.errors import ErrorCode, UserError
from reader.services.library import Library
from reader.services.marks import PlacedMark
from reader.services.pages import Article
from reader.ui.change_bus import ChangeBus
from reader.ui.notes.card_list import CardList
from reader.ui.notes.card_model import CardModel
from reader.ui.notes.drafts import Drafts
from reader.ui.notes.editor import MarkEditor
from reader.ui.notes.empty import EmptyNotes
from reader.ui.notes.header import NotesHeader
from reader.ui.notes.memo_panel import MemoPanel
from reader.ui.theme.tokens import Tokens

SAVE_AFTER_MS = 400
"""How long after the last key a note is saved."""
_LARGEST_SHARE = 0.6
"""How much of the pane a growing note may take from the cards."""
_LEAST_HEIGHT, _LEAST_CARDS, _ROOM_FOR_MEMOS = 280, 40, 400
"""Pixels of the pane; in a low one the fields keep theirs, and the cards scroll."""


class NotesPane(QWidget):
    """The marks of the open article in reading order, one of them current and open for writing.

    What is typed is saved by itself: a moment after the last key, when the field is left, when another mark or article
    is shown, and when the pane is hidden or closed. All typing in one note is one step of the history. Whoever undoes
    or redoes calls ``save_pending`` first, so that the step is the one that the reader sees.

    Signals:
        mark_focused: the id of the mark that the reader made current here, or None; not after ``focus_mark``.
        mark_activated: the id of a mark that the reader wants to see in the text (Enter, double click).
        link_followed: the id of the mark at the other end of a link, in this article or another.
        menu_requested: a global ``QPoint``; the mark that it is asked for is current.
        leave_requested: the keyboard is to go back to the text; everything is saved.
        next_requested: Ctrl+Enter saved the note and went on to the next mark, which is current now.
        refused: a ``UserError`` that kept something from being saved; typed text is kept and tried again.

    Attributes:
        list: the list of cards, for the actions that act there.
        editor: the fields of the current mark.
        memos: the memos on the article and its page.
    """

    mark_focused = Signal(object)
    mark_activated = Signal(object)
    link_followed = Signal(object)
    menu_requested = Signal(object)
    leave_requested = Signal()
    next_requested = Signal()
    refused = Signal(object)

    def __init__(self, library: Library, bus: ChangeBus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._bus = bus
        self._article: Article | None = None
        self._placed: list[PlacedMark] = []
        self._drafts = Drafts(library.marks)
        self._sized_by_hand = False
        self.cards = CardModel(self)
        self.list = CardList(self.cards, self)
        self.editor = MarkEditor(self)
        self.editor.tags.explain_by(lambda name: library.codebook.named(name))  # noqa: PLW0108 # loaded by its first use
        self._empty = EmptyNotes(self)
        self._header = NotesHeader(self)
        self.memos = MemoPanel(library, bus, self)
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(SAVE_AFTER_MS)
        self._grow_timer = QTimer(self)  # after the layout is done: the height of a text depends on its width
        self._grow_timer.setSingleShot(True)
        self._grow_timer.setInterval(0)
        self._build()
        self._connect()
        self._show_state()

    # What the window calls

    def show_article(self, article: Article | None, placed: Sequence[PlacedMark] | None = None) -> None:
        """Show the marks of an article, none of them current, or none at all; ``placed`` spares reading them again."""
        self.save_pending()
        self._article = article
        self.editor.show_mark(None)
        if placed is None:
            placed = self._library.marks.placed(article) if article else ()
        self._placed = list(placed)
        links = self._library.links.ends_on_page(article.page.id) if article and placed else {}
        self.cards.load([one.annotation for one in placed], links)
        self.list.show_cards()
        self.memos.show_article(article)
        self.editor.tags.set_known(self._library.marks.tag_names())
        self._show_state()

    def focus_mark(self, annotation_id: int | None) -> None:
        """Make a mark current and bring its card into view, or none; ``mark_focused`` is not emitted."""
        self.list.set_current_mark(annotation_id)
        self._show_current()

    def current_mark(self) -> int | None:
        """The id of the current mark, or None."""
        return self.list.current_mark()

    def edit_note(self) -> None:
        """Put the keyboard into the note of the current mark, if there is one."""
        if self.editor.mark is not None:
            self.editor.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._grow_timer.start()

    def edit_tags(self) -> None:
        """Put the keyboard into the tag field of the current mark, if there is one."""
        if self.editor.mark is not None:
            self.editor.tags.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_memo(self, target: MemoTarget) -> None:
        """Put the keyboard into the memo on the open article or its page."""
        self.memos.edit(target)

    def save_pending(self) -> None:
        """Save what was typed and not saved yet: note, memos, and a tag that was not finished with Enter."""
        self.memos.save_pending()
        self._save_timer.stop()
        self.editor.note.finish_composing()
        self._save_note()
        self.editor.tags.input.give()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.list.set_tokens(tokens)
        self.memos.set_tokens(tokens)
        self.editor.set_tokens(tokens)

    def set_empty_actions(self, actions: Sequence[QAction]) -> None:
        """Offer these actions while the open article has no marks."""
        self._empty.set_actions(actions)
        self._show_state()

    def minimumSizeHint(self) -> QSize:
        """Lower than all its parts together, so that a panel below finds room in a low window."""
        return QSize(super().minimumSizeHint().width(), _LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the memos back where the pane is low."""
        super().resizeEvent(event)
        self.memos.set_low(low=event.size().height() < _ROOM_FOR_MEMOS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed before the pane goes out of sight, or the window with it."""
        self.save_pending()
        self._grow_timer.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # Building

    def _build(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setObjectName("notesSplitter")
        self._splitter.setChildrenCollapsible(False)
        self.list.setMinimumHeight(_LEAST_CARDS)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.editor)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self.memos)
        layout.addWidget(self._stack)
        self.setAccessibleName(self.tr("Notes"))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Notes"))
        for part in (self._header, self.list, self.editor, self._empty):
            part.retranslate()

    def _connect(self) -> None:
        self._bus.changed.connect(self._on_changed)
        self._save_timer.timeout.connect(self._on_save_timer)
        self._grow_timer.timeout.connect(self._grow_editor)
        self.list.moved.connect(self._on_moved)
        self.list.activated_mark.connect(self._on_activated)
        self.list.leave_requested.connect(self._leave)
        self.list.delete_requested.connect(self._delete_current)
        self.list.weighed.connect(self._weigh)
        self.list.link_followed.connect(self.link_followed)
        self.list.menu_requested.connect(self.menu_requested)
        self.memos.leave_requested.connect(self._leave)
        self.memos.refused.connect(self.refused)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        editor = self.editor
        editor.note.edited.connect(self._save_timer.start)
        editor.note.left.connect(self._on_note_left)
        editor.note.height_wanted.connect(self._on_height_wanted)
        editor.note.next_requested.connect(self._go_on)
        editor.note.leave_requested.connect(self._leave)
        editor.tags.added.connect(self._add_tag)
        editor.tags.removed.connect(self._remove_tag)
        editor.tags.next_requested.connect(self._go_on)
        editor.tags.leave_requested.connect(self._leave)
        editor.swatches.chosen.connect(self._set_color)
        editor.delete_requested.connect(self._delete_current)

    # Showing

    def _show_state(self) -> None:
        """Bring header and empty state in line with the marks there are."""
        marks = self.cards.rowCount()
        self._empty.show_article_open(is_open=self._article is not None)
        shown = self._splitter if marks else self._empty
        focused = QApplication.focusWidget()
        held_focus = focused is not None and self.isAncestorOf(focused)
        switched = self._stack.currentWidget() is not shown
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(self.list if marks else self._empty)
        if held_focus and switched:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_count()

    def _show_count(self) -> None:
        row = self.cards.row_of(self.current_mark())
        self._header.show_place(None if row is None else row + 1, self.cards.rowCount())

    def _show_current(self) -> None:
        """Open the current mark for writing, after what was typed for the one before was saved."""
        current = self.current_mark()
        shown = self.editor.mark.id if self.editor.mark else None
        if current != shown:
            self.save_pending()
            row = self.cards.row_of(current)
            self.editor.show_mark(None if row is None else self.cards.at(row), self._drafts.of(current))
        self._show_count()

    @Slot()
    def _grow_editor(self) -> None:
        """Give a note that is being written the room it needs; nothing shrinks, and nothing moves after a drag."""
        cards, editor = self._splitter.sizes()
        total = cards + editor
        wanted = min(self.editor.wanted_height(), int(total * _LARGEST_SHARE))
        if not self._sized_by_hand and wanted > editor > 0:
            self._splitter.setSizes([total - wanted, wanted])
            self.list.reveal_current()

    # Saving

    def _save_note(self) -> None:
        mark = self.editor.mark
        text = self.editor.pending_note()
        if mark is not None and text is not None:
            self._drafts.keep(mark.id, text)
        try:
            for annotation_id, saved, changes in self._drafts.save():
                if mark is not None and annotation_id == mark.id:
                    self.editor.saved(self._library.marks.get(annotation_id), saved)
                self._took(changes)
        except UserError as error:
            self.refused.emit(error)

    def _write(self, operation: Callable[[int], Changes]) -> None:
        """Change the current mark after saving its note, so that steps stand in the order in which they were made."""
        mark = self.editor.mark
        if mark is None:
            return
        self._save_note()
        try:
            changes = operation(mark.id)
        except UserError as error:
            self.refused.emit(error)
            self.editor.refresh(mark)
        else:
            self._took(changes)

    def _took(self, changes: Changes) -> None:
        """Show a change that was made here, and announce it."""
        self._refresh(changes)
        self._bus.announce(changes, self)

    def _refresh(self, changes: Changes) -> None:
        if changes.tags:
            self.editor.tags.set_known(self._library.marks.tag_names())
        article = self._article
        if article is None or not (changes.tags or article.page.id in changes.annotated_pages):
            return
        self._placed = self._library.marks.placed_anew(article, self._placed, changes)
        self.cards.sync(one.annotation for one in self._placed)
        self.cards.set_links(self._library.links.ends_on_page(article.page.id))
        shown = self.editor.mark
        row = self.cards.row_of(shown.id if shown else None)
        if row is None:
            self.list.set_current_mark(None)
            self.editor.show_mark(None)
        else:
            self.editor.refresh(self.cards.at(row))
        self._show_state()

    # What the reader does

    def _add_tag(self, typed: str) -> None:
        mark = self.editor.mark
        if mark is None:
            return
        try:
            changes = self._library.marks.add_tag(mark.id, typed)
        except UserError as error:
            if error.code is ErrorCode.TAG_NAME:
                self.editor.tags.refuse(typed, error)
            else:
                self.refused.emit(error)
        else:
            self._took(changes)

    @Slot(str)
    def _remove_tag(self, name: str) -> None:
        self._write(lambda mark: self._library.marks.remove_tag(mark, name))

    @Slot(object)
    def _set_color(self, color: Color) -> None:
        self._write(lambda mark: self._library.marks.set_color(mark, color))

    @Slot(object, int)
    def _weigh(self, annotation_id: int, stars: int) -> None:
        """Give a mark so many stars; a click on its last star takes that away."""
        row = self.cards.row_of(annotation_id)
        if row is None:
            return
        self._save_note()
        importance = stars - 1 if self.cards.at(row).importance == stars else stars
        try:
            self._took(self._library.marks.set_importance([annotation_id], importance))
        except UserError as error:
            self.refused.emit(error)

    @Slot()
    def _delete_current(self) -> None:
        """Remove the current mark; the next one becomes current, or the last."""
        row = self.cards.row_of(self.current_mark())
        if row is None:
            return
        self._write(lambda mark: self._library.marks.delete([mark]))
        left = self.cards.rowCount()
        self._move_to(min(row, left - 1) if left else None)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_on(self) -> None:
        self.save_pending()
        row = self.cards.row_of(self.current_mark())
        if row is None or row + 1 == self.cards.rowCount():
            self.leave_requested.emit()
            return
        self._move_to(row + 1)
        self.edit_note()
        self.next_requested.emit()

    @Slot()
    def _leave(self) -> None:
        self.save_pending()
        self.leave_requested.emit()

    def _move_to(self, row: int | None) -> None:
        annotation_id = None if row is None else self.cards.at(row).id
        self.focus_mark(annotation_id)
        self.mark_focused.emit(annotation_id)

    # What happens

    @Slot(object)
    def _on_moved(self, annotation_id: int | None) -> None:
        self._show_current()
        self.mark_focused.emit(annotation_id)

    @Slot(object)
    def _on_activated(self, annotation_id: int) -> None:
        self.save_pending()
        self.mark_activated.emit(annotation_id)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self:
            self._save_note()
            self._refresh(changes)

    @Slot()
    def _on_save_timer(self) -> None:
        if self.editor.note.is_composing:
            self._save_timer.start()
        else:
            self._save_note()

    @Slot()
    def _on_note_left(self) -> None:
        self._save_timer.stop()
        self._save_note()

    @Slot()
    def _on_height_wanted(self) -> None:
        if self.editor.note.hasFocus():
            self._grow_timer.start()

    @Slot()
    def _on_splitter_moved(self) -> None:
        self._sized_by_hand = True
