"""The panel of the codebook: a filter, the tree of tags, and what the current tag means."""

from collections.abc import Generator, Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.domain.codebook import Codebook, TagCount
from reader.domain.memo import MemoTarget
from reader.domain.model import Changes
from reader.services.library import Library
from reader.ui.codebook.model import CodebookModel
from reader.ui.codebook.verbs import TagVerbs, keys_of, keys_words
from reader.ui.codebook.view import TagView
from reader.ui.codebook.words import meaning_words, path_words
from reader.ui.dock_panel import DockPanel
from reader.ui.empty_state import EmptyState
from reader.ui.frame import Frame
from reader.ui.notes.keys import ENTER
from reader.ui.notes.memo_field import MemoField
from reader.ui.theme.tokens import Tokens

_SETTLE_MS = 120
_SHARES = (3, 2)
_LEAST = 260
_INSET = 8
"""Pixels by which a memo sets its text in, so that the text of all parts begins on one line."""


class FilterLine(QLineEdit):
    """What is typed filters the tree.

    Signals:
        chosen: Enter: the first tag that fits is to be given.
        down: the keyboard goes to the tree.
    """

    chosen = Signal()
    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Down goes to the tree, Esc empties the field first."""
        if event.key() in ENTER:
            self.chosen.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim Esc as long as there is something to empty."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.text():
                event.accept()
            return event.isAccepted() or super().event(event)
        return super().event(event)


class CodebookPanel(DockPanel):
    """All tags of the library; those of new marks come in as they are made.

    Attributes:
        filter, view, verbs: what is typed in, the tree, and its actions.
        meaning: what the current tag means.
        memo: the memo on the current tag.
    """

    def __init__(self, window: Frame) -> None:
        super().__init__(window)
        self._window = window
        self._stale = True
        self._described: int | None = None
        self.model = CodebookModel(self)
        self.filter = FilterLine(self)
        self.view = TagView(self.model, self)
        self.verbs = TagVerbs(window, self.view)
        self.meaning = QLabel(self)
        self.memo = MemoField(window.library, window.bus, MemoTarget.TAG, self)
        self._path = QLabel(self)
        self._scroll = QScrollArea(self)
        self._new = QToolButton(self)
        self._empty = EmptyState(self)
        self._pages = QStackedWidget(self)
        self._timer = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._lay_out()
        self._connect()

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.view.set_tokens(tokens)
        self.verbs.set_tokens(tokens)
        self.memo.set_tokens(tokens)

    def save_pending(self) -> None:
        """Save the memo that is being written."""
        self.memo.save_pending()

    def close_down(self) -> None:
        """Save the memo that is being written."""
        self.save_pending()

    def is_settled(self) -> bool:
        """Whether the counts are those of the marks as they are now."""
        return not self._stale and not self._timer.isActive()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._load()

    def _lay_out(self) -> None:
        self.setFocusProxy(self.view)
        self.setMinimumWidth(_LEAST)
        self.filter.setPlaceholderText(self.tr("Filter tags"))
        self.filter.setAccessibleName(self.tr("Filter tags"))
        self.filter.setClearButtonEnabled(True)
        self._new.setText("+")
        self._new.setAccessibleName(self.tr("New tag"))
        self._empty.say(self.tr("No tags yet"), self.tr("A tag that a mark gets stands here, and what it means."))
        self._empty.set_actions([self._window.actions_["codebook_new"], self._window.actions_["import_codebook"]])
        for label in (self._path, self.meaning):
            label.setWordWrap(True)
            label.setContentsMargins(_INSET, 0, _INSET, 0)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._path.setProperty("quiet", True)  # noqa: FBT003 # Qt's signature
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.meaning.setAccessibleName(self.tr("Meaning"))
        card = QWidget(self)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(12 - _INSET, 8, 12 - _INSET, 8)
        rows.setSpacing(4)
        for widget in (self._path, self.meaning, self.memo):
            rows.addWidget(widget)
        rows.addStretch()
        self.memo.hide()
        scroll = self._scroll
        scroll.setWidget(card)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        for number, part in enumerate((self.view, scroll)):
            split.addWidget(part)
            split.setStretchFactor(number, _SHARES[number])
        split.setSizes([share * _LEAST for share in _SHARES])
        head = QHBoxLayout()
        head.setContentsMargins(8, 6, 8, 6)
        head.addWidget(self.filter, 1)
        head.addWidget(self._new)
        self._pages.addWidget(split)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_typed)
        self.filter.chosen.connect(self._on_chosen)
        self.filter.down.connect(self.view.setFocus)
        self.view.current_changed.connect(self._show_meaning)
        self.verbs.made.connect(self._on_made)
        self._new.clicked.connect(self.verbs.create)
        self._timer.timeout.connect(self._count)
        self._window.bus.changed.connect(self._on_changed)
        self.verbs.filter_wanted.connect(self.filter.setFocus)
        self.verbs.memo_wanted.connect(self.memo.edit)
        for action in ("codebook_new", "codebook_define"):  # their keys are named here, and may change
            self._window.actions_[action].changed.connect(self._name_keys)
        self._window.actions_.attach({"codebook": [self.view]})
        self._name_keys()
        self.memo.leave_requested.connect(self.view.setFocus)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._follow_caret)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_caret)
        self.memo.refused.connect(self._window.show_error)

    def _load(self) -> None:
        codebook = self._window.library.codebook.load()
        self.view.show_codebook(codebook)
        self._pages.setCurrentIndex(0 if len(codebook) else 1)
        self.setFocusProxy(self.view if len(codebook) else self._empty.buttons()[0])
        self._count()

    @Slot()
    def _count(self) -> None:
        """Count in the background: a large library has many marks."""
        self._stale = False
        job = self._window.jobs.start(_counting, supersedes="codebook")
        job.finished.connect(self._on_counted)
        job.refused.connect(self._window.show_error)

    @Slot(object)
    def _on_counted(self, counts: Mapping[int, TagCount]) -> None:
        self.model.show_counts(counts)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if not changes.tags and not changes.annotations:
            return
        if not self.isVisible():
            self._stale = True
            return
        if changes.tags:
            self._load()
        else:
            self._timer.start()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.view.filter(text.strip())

    @Slot()
    def _on_chosen(self) -> None:
        self.verbs.apply()

    @Slot(int)
    def _on_made(self, tag_id: int) -> None:
        self.filter.clear()
        self.view.go_to(tag_id)
        self.view.setFocus()

    @Slot()
    def _show_meaning(self) -> None:
        tag = self.model.tag(self.view.currentIndex())
        codebook: Codebook = self.model.codebook
        self._path.setText(path_words(codebook, tag) if tag else "")
        self.meaning.setText((meaning_words(tag) or self._nothing()) if tag else "")
        self._show_memo(tag.id if tag else None)

    @Slot()
    def _follow_caret(self) -> None:
        """Scroll to where the memo is written, or to the memo that the keyboard came to."""
        focused, card = QApplication.focusWidget(), self._scroll.widget()
        if focused is not None and card is not None and self.memo.isAncestorOf(focused):
            caret = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
            place = focused.mapTo(card, caret.center())
            self._scroll.ensureVisible(0, place.y(), 0, caret.height() // 2 + _INSET)

    def _nothing(self) -> str:
        keys = keys_of(self._window.actions_["codebook_define"])
        if not keys:
            return self.tr("Nothing is written about it yet.")
        return self.tr("Nothing is written about it yet. {keys} writes what it means.").format(keys=keys)

    @Slot()
    def _name_keys(self) -> None:
        self._new.setToolTip(keys_words(self._window.actions_["codebook_new"]))
        self._show_meaning()

    def _show_memo(self, tag_id: int | None) -> None:
        """Show the memo on a tag; that of the one that is shown already may be under way."""
        if tag_id == self._described:
            return
        self._described = tag_id
        self.memo.setVisible(tag_id is not None)
        if tag_id is None:
            self.memo.clear()
        else:
            self.memo.show_target(tag_id)


def _counting(library: Library) -> Generator[object, None, Mapping[int, TagCount]]:
    yield from ()
    return library.codebook.counts(library.codebook.load())
