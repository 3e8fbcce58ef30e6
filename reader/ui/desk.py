"""The desk: article tree, workbench, reading pane and notes sidebar of one library, and what keeps them in step."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reader.domain.model import READABLE_KINDS, Annotation, Changes, Range
from reader.domain.scope import ReadState, Scope
from reader.services.library import Library
from reader.services.marks import PlacedMark
from reader.services.pages import Article
from reader.ui.change_bus import ChangeBus
from reader.ui.notes.pane import NotesPane
from reader.ui.reading.marks_shown import MarksShown
from reader.ui.reading.pane import ArticleHeader, ReadingPane
from reader.ui.theme.tokens import Tokens
from reader.ui.theme.typography import Typography
from reader.ui.trail import Place, Trail
from reader.ui.tree.pane import TreePane
from reader.ui.words import item_words
from reader.ui.workbench.following import Following
from reader.ui.workbench.pane import WorkbenchPane
from reader.workers.jobs import JobRunner

READ_AFTER_MS = 2000
"""An article counts as read when it was open this long, or when the reader goes on from it."""
_WIDTHS = (260, 380, 700, 320)


class Desk(QWidget):
    """The panes over one library; the workbench is hidden until it is asked for.

    Signals:
        article_changed: the ``Article`` now open, or None.
        mark_changed: the id of the mark in focus, or None.
        selection_changed: the span of the view that is selected, or None.

    Attributes:
        library, bus: what it shows, and who tells it of changes.
        tree, workbench, reading, notes: the panes.
        article: what is open, or None.
    """

    article_changed = Signal(object)
    mark_changed = Signal(object)
    selection_changed = Signal(object)

    def __init__(self, library: Library, bus: ChangeBus, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.bus = bus
        self.article: Article | None = None
        self._placed: list[PlacedMark] = []
        self._annotations: dict[int, Annotation] = {}
        self._shown = MarksShown()
        self._trail = Trail()
        self.tree = TreePane(library, bus, jobs, self)
        self.reading = ReadingPane(self)
        self.workbench = WorkbenchPane(library, bus, self)
        self.workbench.hide()
        self._following = Following(self.workbench, self.reading, self)
        self.notes = NotesPane(library, bus, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for pane, width in zip((self.tree, self.workbench, self.reading, self.notes), _WIDTHS, strict=True):
            self.splitter.addWidget(pane)
            pane.resize(width, pane.height())
        self.splitter.setStretchFactor(2, 1)
        self.splitter.setSizes(list(_WIDTHS))
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._read_timer = QTimer(self)
        self._read_timer.setSingleShot(True)
        self._read_timer.setInterval(READ_AFTER_MS)
        self._connect()

    def _connect(self) -> None:
        self._read_timer.timeout.connect(self.mark_read)
        self.tree.article_selected.connect(self._on_article_selected)
        self.tree.article_activated.connect(self._on_article_activated)
        self.reading.mark_focused.connect(self._on_mark_focused_in_text)
        self.reading.mark_activated.connect(self._on_mark_activated_in_text)
        self.reading.selection_changed.connect(self.selection_changed)
        self.notes.mark_focused.connect(self._on_mark_focused_in_notes)
        self.notes.mark_activated.connect(self._on_mark_activated_in_notes)
        self.notes.link_followed.connect(self.show_mark)
        self.notes.leave_requested.connect(self.focus_text)
        self._following.article_wanted.connect(self._on_article_wanted)
        self.workbench.activated.connect(self.focus_text)
        self.bus.changed.connect(self._on_changed)

    # Opening and walking

    def open_article(self, item_id: int, *, follow: bool = True) -> bool:
        """Show an article where it was left; ``follow`` lets the tree select it. False where it is gone."""
        if self.article is not None and self.article.stored.id == item_id:
            return True
        try:
            article = self.library.pages.article(item_id)
        except KeyError:
            return False
        self._leave()
        self.article = article
        self._trail.visit(item_id)
        self._show(self.library.reading.position(item_id))
        if follow:
            self.tree.show_item(item_id)
        self._read_timer.start()
        self.article_changed.emit(article)
        return True

    def go(self, *, forward: bool, unread: bool = False, scope: Scope | None = None) -> bool:
        """Open the next or previous article of the tree as it is filtered; False at its end."""
        current = self.article.stored.id if self.article else None
        wanted = scope or self.tree.scope()
        found = self.library.tree.neighbour(current, wanted, forward=forward, unread=unread)
        if found is None:
            return False
        if forward:
            self.mark_read()
        return self.open_article(found)

    def step_doubtful(self, *, forward: bool) -> bool:
        """Open the next or previous doubtful article; with the workbench in sight, the doubtful place."""
        scope = self.tree.scope().within(state=ReadState.DOUBTFUL)
        if not self.workbench.isVisible() or self.article is None:
            return self.go(forward=forward, scope=scope)
        if self.workbench.step_doubtful(forward=forward):
            return True
        here = [row.id for row in self.library.tree.items(Scope(page_id=self.article.page.id))]
        found = self.library.tree.neighbour(here[-1 if forward else 0], scope, forward=forward)
        return (
            found is not None
            and self.open_article(found)
            and self.workbench.step_doubtful(forward=forward, from_end=True)
        )

    def follow_page(self) -> None:
        """Open what the caret of the workbench stands in, as after a repair."""
        self._following.open_line()

    def go_back(self) -> bool:
        """Go to where the reader was before: to the article, and to the mark that was left by a jump."""
        return self._return_to(self._trail.back())

    def go_forward(self) -> bool:
        """Go to where ``go_back`` came from."""
        return self._return_to(self._trail.forward())

    def show_mark(self, annotation_id: int) -> bool:
        """Open the article of a mark and put it in focus, with the keyboard in the text; ``go_back`` returns.

        False where the mark is gone, or begins in nothing that is shown.
        """
        try:
            mark = self.library.marks.get(annotation_id)
        except KeyError:
            return False
        article = self._article_at(mark.page_id, mark.start)
        if article is None:
            return False
        self._trail.leave(self.focused_mark())
        self.open_article(article.stored.id)
        self._trail.arrive(annotation_id)
        self.focus_mark(annotation_id)
        self.focus_text()
        return True

    def _return_to(self, place: Place | None) -> bool:
        if place is None or not self.open_article(place.item_id):
            return False
        if place.mark in self._annotations:
            self.focus_mark(place.mark)
        return True

    @Slot()
    def mark_read(self) -> None:
        """Count the open article as read."""
        if self.article is not None:
            self.set_read([self.article.stored.id], read=True)

    def toggle_read(self, *, selected: bool = True) -> None:
        """Turn the articles selected in the tree, or else the open one, from read to unread or back."""
        chosen = list(self.tree.selected_item_ids()) if selected else []
        if not chosen and self.article is not None:
            chosen = [self.article.stored.id]
        if chosen:
            self._read_timer.stop()
            self.set_read(chosen, read=not self.library.reading.is_read(chosen[0]))

    def set_read(self, item_ids: list[int], *, read: bool) -> None:
        """Mark articles as read or unread; those that already are stay untouched."""
        changed = [item_id for item_id in item_ids if self.library.reading.is_read(item_id) != read]
        if changed:
            self.library.reading.set_read(changed, read=read)
            self.bus.announce(Changes(items=frozenset(changed), history=False), self)

    # Marks

    @property
    def marks(self) -> dict[int, Annotation]:
        """The annotations that show in the open article by id, in reading order."""
        return self._annotations

    def focused_mark(self) -> int | None:
        """The mark in focus, or None."""
        return self.reading.focused_mark()

    def focus_mark(self, annotation_id: int | None) -> None:
        """Put a mark in focus in text and sidebar alike."""
        self.reading.focus_mark(annotation_id)
        self.notes.focus_mark(annotation_id)
        self.mark_changed.emit(annotation_id)

    def step_mark(self, by: int) -> None:
        """Put the next (1) or previous (-1) mark in focus."""
        self.reading.step_mark(by)

    # Panes

    def keyboard_places(self) -> dict[str, tuple[QWidget, ...]]:
        """The widgets in which single keys act: none of them takes typed text. The workbench tells when it is made."""
        return {
            "tree": (self.tree.view,),
            "text": (self.reading.text,),
            "notes": (self.notes.list,),
        }

    @Slot()
    def focus_text(self) -> None:
        """Put the keyboard into the text."""
        self.reading.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self.tree.set_tokens(tokens)
        self.workbench.set_tokens(tokens)
        self.reading.set_tokens(tokens)
        self.notes.set_tokens(tokens)

    def set_typography(self, typography: Typography) -> None:
        """Take over the type that the reader chose."""
        self.workbench.set_typography(typography)
        self.reading.set_typography(typography)

    def close_down(self) -> None:
        """Save what was typed and how far was read, before the library is closed."""
        self.notes.save_pending()
        self._leave()

    def _leave(self) -> None:
        self._read_timer.stop()
        if self.article is not None:
            self.library.reading.set_position(self.article.stored.id, self.reading.position())

    def _show(self, position: int) -> None:
        if self.article is None:
            self._place([])
            self.reading.clear()
        else:
            header = ArticleHeader(item_words(self.article.page.meta, self.article.stored.item))
            self._place(self.library.marks.placed(self.article))
            self.reading.show_article(self.article.view, header, self._shown.of(self._placed), position)
        self._following.article_opened(self.article)
        self.notes.show_article(self.article, self._placed)
        self.mark_changed.emit(None)

    def _place(self, placed: list[PlacedMark]) -> None:
        self._placed = placed
        self._annotations = {one.annotation.id: one.annotation for one in placed}

    # What the panes say

    @Slot(object)
    def _on_article_selected(self, item_id: int) -> None:
        self.open_article(item_id, follow=False)

    @Slot(object)
    def _on_article_wanted(self, item_id: int) -> None:
        self.open_article(item_id)

    @Slot(object)
    def _on_article_activated(self, item_id: int) -> None:
        self.open_article(item_id, follow=False)
        self.focus_text()

    @Slot(object)
    def _on_mark_focused_in_text(self, annotation_id: int | None) -> None:
        self.notes.focus_mark(annotation_id)
        self.mark_changed.emit(annotation_id)

    @Slot(object)
    def _on_mark_activated_in_text(self, annotation_id: int) -> None:
        self.focus_mark(annotation_id)
        self.notes.edit_note()

    @Slot(object)
    def _on_mark_focused_in_notes(self, annotation_id: int | None) -> None:
        self.reading.focus_mark(annotation_id)
        self.mark_changed.emit(annotation_id)

    @Slot(object)
    def _on_mark_activated_in_notes(self, annotation_id: int) -> None:
        self.reading.focus_mark(annotation_id)
        self.focus_text()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: QObject | None) -> None:
        if self.article is None:
            return
        page_id, item_id = self.article.page.id, self.article.stored.id
        if page_id in changes.pages or item_id in changes.items:
            self._reload(item_id)
        if self.article is not None and page_id in changes.annotated_pages:
            focused = self.reading.focused_mark()
            self._place(self.library.marks.placed_anew(self.article, self._placed, changes))
            self.reading.set_marks(self._shown.of(self._placed))
            if self.reading.focused_mark() != focused:
                self.mark_changed.emit(self.reading.focused_mark())

    def _reload(self, item_id: int) -> None:
        """Show the open article as it is now: elsewhere in the tree, repaired, or gone after an import was undone.

        Where a repair or a newer text of the page took it away, the article that has its words now is shown.
        """
        assert self.article is not None
        before = self.article
        top, caret = _page_offset(before, self.reading.position()), _page_offset(before, self.reading.caret())
        try:
            self.article = self.library.pages.article(item_id)
        except KeyError:
            self._trail.forget(item_id)
            page_id, caret = self.library.revisions.follow(before.page.id, caret)
            top = self.library.revisions.follow(before.page.id, top)[1]
            self.article = self._article_at(page_id, caret)
        if self.article is None:
            self._read_timer.stop()
        elif (self.article.page, self.article.stored) == (before.page, before.stored):
            return  # only its state of reading changed
        self._show((self.article and self.article.view.to_view_offset(top)) or 0)
        if self.article is not None and self.article.stored.id != item_id:
            self._trail.visit(self.article.stored.id)
            self.tree.show_item(self.article.stored.id)
        self.article_changed.emit(self.article)

    def _article_at(self, page_id: int, offset: int) -> Article | None:
        """The article, photo or brief that has a place of a page, None where none has it."""
        for stored in self.library.pages.items(page_id):
            if stored.item.kind in READABLE_KINDS and any(start <= offset < end for start, end in stored.item.ranges()):
                return self.library.pages.article(stored.id)
        return None


def _page_offset(article: Article, offset: int) -> int:
    """The place on its page of what stands at an offset of an article's view, or before it; -1 where nothing does."""
    ranges = article.view.to_page(Range(max(offset - 1, 0), offset + 1))
    return ranges[-1].end - 1 if ranges else -1
