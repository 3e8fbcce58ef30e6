"""The reading pane: one article, its marks and the find bar, as one widget."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.domain.article import ArticleView
from reader.domain.boundary import paragraph_at, sentence_at
from reader.domain.model import Range
from reader.ui.empty_state import EmptyState
from reader.ui.reading.context_line import ContextLine
from reader.ui.reading.find_bar import FindBar
from reader.ui.reading.finder import Finder
from reader.ui.reading.gutter import Meanings
from reader.ui.reading.mark_index import MarkIndex
from reader.ui.reading.runs import Mark
from reader.ui.reading.selecting import Unit, extended
from reader.ui.reading.stack_menu import StackMenu
from reader.ui.reading.text_view import NO_ARTICLE, ArticleText
from reader.ui.theme.palette import build_palette
from reader.ui.theme.tokens import LIGHT, Tokens
from reader.ui.theme.typography import Typography


@dataclass(frozen=True, slots=True)
class ArticleHeader:
    """What stands above an article: section, newspaper, date and page, in one line of words."""

    context: str


class ReadingPane(QWidget):
    """Shows one article to read, select in and mark; it knows nothing of the library.

    Offsets are code points of the ``ArticleView`` that is shown. Nothing here writes: a key or a click becomes a
    signal, and what came of it comes back by ``set_marks``.

    Signals (GUI thread):
        selection_changed: the selected ``Range``, or None.
        mark_focused: the id of the mark that was clicked or stepped onto, or None for a click beside all marks.
        mark_activated: the id of the mark that was double-clicked, or in focus when Enter was pressed.
        position_changed: ``position()``, at most every 200 ms while the reader scrolls.
        context_menu_requested: a global ``QPoint``; the mark under the pointer is in focus by then.
        end_reached: Space or Page Down on the last page.

    Attributes:
        text: the widget that shows the article, for shortcuts that act only there.
    """

    selection_changed = Signal(object)
    mark_focused = Signal(object)
    mark_activated = Signal(object)
    position_changed = Signal(object)
    context_menu_requested = Signal(object)
    end_reached = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, typography: Typography | None = None, tokens: Tokens = LIGHT
    ) -> None:
        super().__init__(parent)
        self._typography, self._tokens = typography or Typography(), tokens
        self._view: ArticleView | None = None
        self._index = MarkIndex(NO_ARTICLE)
        self._focused: int | None = None
        self._selected: Range | None = None
        self._build()
        self._connect()
        self.clear()

    def set_meanings(self, meanings: Meanings) -> None:
        """Let the margin tell what the tags of a mark mean when it is pointed at."""
        self.text.gutter.set_meanings(meanings)

    def _build(self) -> None:
        self._empty = EmptyState(leads=True, across=True)
        self._context = ContextLine()
        self.text = ArticleText(self._typography, self._tokens)
        self.text.setAccessibleName(self.tr("Article"))
        self._find_bar = FindBar()
        article = QWidget()
        column = QVBoxLayout(article)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._context, self.text, self._find_bar):
            column.addWidget(part)
        self._find_bar.hide()
        self._finder = Finder(self._find_bar, self.text)
        self._stack_menu = StackMenu(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(article)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.setAutoFillBackground(True)
        self.setFocusProxy(self.text)
        self._apply_colours()

    def _connect(self) -> None:
        text = self.text
        text.column_moved.connect(self._context.set_left)
        text.selectionChanged.connect(self._on_selection)
        text.clicked.connect(self._on_clicked)
        text.activated.connect(self._on_activated)
        text.menu_requested.connect(self.context_menu_requested)
        text.end_reached.connect(self.end_reached)
        text.anchor.moved.connect(self.position_changed)
        text.gutter.mark_clicked.connect(self._on_stripe_clicked)
        text.gutter.stack_clicked.connect(self._offer)
        text.gutter.mark_hovered.connect(text.show_hovered)
        self._stack_menu.pointed.connect(text.show_hovered)
        self._stack_menu.chosen.connect(self._on_stripe_clicked)
        self._finder.left.connect(text.setFocus)

    # --- what is shown

    def show_article(self, view: ArticleView, header: ArticleHeader, marks: Sequence[Mark], position: int = 0) -> None:
        """Show an article with its marks, the line of ``position`` on top and the caret there."""
        self._view = view
        self._index = MarkIndex(view)
        self._index.replace(marks)
        self._focused = None
        self._context.setText(header.context)
        with QSignalBlocker(self.text):
            self.text.open(view, self._index)
            self.text.place_caret(position)
        self._stack.setCurrentIndex(1)
        self.text.anchor.hold(position)
        self._finder.article_changed()
        self._on_selection()

    def clear(self) -> None:
        """Show no article but the empty state."""
        self._view = None
        self._focused = None
        self._index = MarkIndex(NO_ARTICLE)
        self.text.open(NO_ARTICLE, self._index)
        self._stack.setCurrentIndex(0)
        self._on_selection()

    def set_empty_state(self, title: str, hint: str, actions: Sequence[QAction] = ()) -> None:
        """What to say and offer while no article is shown; the first action is the one to press."""
        self._empty.say(title, hint)
        self._empty.set_actions(actions)

    def set_typography(self, typography: Typography) -> None:
        """Set the text anew; the first visible line, caret and selection stay."""
        self._typography = typography
        self.text.typeset(typography, self._tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of another theme."""
        self._tokens = tokens
        self._apply_colours()
        self.text.typeset(self._typography, tokens)

    def _apply_colours(self) -> None:
        palette = build_palette(self._tokens)
        palette.setColor(palette.ColorRole.Window, palette.color(palette.ColorRole.Base))
        self.setPalette(palette)

    # --- marks

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks; only paragraphs whose marks differ are drawn anew."""
        self.text.marks_changed(self._index.replace(marks))
        self.text.show_focus(self._index.get(self._focused))
        if self._index.get(self._focused) is None:
            self._focused = None

    def marks_at(self, offset: int) -> tuple[int, ...]:
        """The ids of the marks on the character at an offset, lowest first."""
        return tuple(mark.id for mark in self._index.at(offset))

    def focused_mark(self) -> int | None:
        """The id of the mark in focus, or None."""
        return self._focused

    def focus_mark(self, mark_id: int | None) -> None:
        """Put a mark in focus: underlined, scrolled into view, the caret at its beginning. None takes it away.

        An id that is not among the marks counts as None. Emits nothing.
        """
        mark = self._index.get(mark_id)
        self._set_focused(mark)
        if mark is not None:
            self.text.place_caret(mark.start)
            self.text.reveal(Range(mark.start, mark.end))

    def step_mark(self, direction: int) -> int | None:
        """Go to the next (1) or previous (-1) mark in reading order, from the caret; its id, None at the last."""
        caret = self.text.caret()
        current = self._index.get(self._focused)
        if current is not None and not current.start <= caret <= current.end:
            current = None
        found = self._index.step(current, caret, direction)
        if found is None:
            return None
        self.focus_mark(found.id)
        self.mark_focused.emit(found.id)
        return found.id

    def cycle_stacked(self) -> int | None:
        """Put the next of the marks under the caret in focus, the uppermost first; its id, None where there is none."""
        stacked = [mark.id for mark in reversed(self._index.at(self.text.caret()))]
        if not stacked:
            return None
        place = stacked.index(self._focused) + 1 if self._focused in stacked else 0
        chosen = stacked[place % len(stacked)]
        self._set_focused(self._index.get(chosen))
        self.mark_focused.emit(chosen)
        return chosen

    def choose_stacked(self) -> None:
        """Offer the marks under the caret in a menu."""
        stacked = self._index.at(self.text.caret())
        if stacked:
            self._offer(stacked, self.caret_point())

    @Slot(object, object)
    def _offer(self, marks: Sequence[Mark], point: QPoint) -> None:
        if self._view is not None:
            self._stack_menu.offer(marks, self._view, self._tokens, point)

    def _set_focused(self, mark: Mark | None) -> None:
        self._focused = mark.id if mark is not None else None
        self.text.show_focus(mark)
        if mark is not None and QAccessible.isActive():
            said = self.tr("Mark: {0}").format(mark.label)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.text, said))

    # --- caret and selection

    def selection(self) -> Range | None:
        """What is selected, or None."""
        return self.text.selection()

    def select(self, span: Range) -> None:
        """Select a span and bring its end into view."""
        self.text.select(span)

    def caret(self) -> int:
        """Where the caret stands."""
        return self.text.caret()

    def set_caret(self, offset: int) -> None:
        """Put the caret somewhere, without a selection, and bring it into view."""
        self.text.place_caret(offset)
        self.text.ensureCursorVisible()

    def caret_point(self) -> QPoint:
        """Where on the screen something about the caret can be shown without covering its line."""
        return self.text.viewport().mapToGlobal(self.text.cursorRect().bottomLeft())

    def select_word(self) -> None:
        """Select the word at the caret."""
        self.text.select_word()

    def extend_sentence(self) -> None:
        """Select the sentence at the caret; extend a selection to whole sentences, then by the next one."""
        self._extend(sentence_at)

    def extend_paragraph(self) -> None:
        """Select the paragraph at the caret; extend a selection to whole paragraphs, then by the next one."""
        self._extend(paragraph_at)

    def _extend(self, unit: Unit) -> None:
        if self._view is None:
            return
        span = extended(self._view.text, unit, self.text.selection(), self.text.caret())
        if span is not None:
            self.text.select(span)

    # --- place

    def position(self) -> int:
        """The offset of the first character on the first visible line; ``show_article`` takes it back."""
        return self.text.anchor.offset()

    def page_down(self) -> bool:
        """Read on by a page; False where the end is in view already, so that the caller may go to the next article."""
        return self.text.page_down()

    def page_up(self) -> bool:
        """Read back by a page; False where the beginning is in view already."""
        return self.text.page_up()

    # --- finding

    def open_find(self) -> None:
        """Show the find bar, ready to type."""
        if self._view is not None:
            self._finder.open()

    def show_hits(self, hits: Sequence[Range], *, last: bool = False) -> None:
        """Outline what a search of the library found in this article, and go to the first hit or the last."""
        self._finder.show(hits, last=last)

    def step_hit(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) hit; False where the article has none in that direction."""
        return self._finder.step_within(direction)

    def find_next(self) -> None:
        """Go to the next hit of what was looked for last."""
        self._finder.step(1)

    def find_previous(self) -> None:
        """Go to the previous hit of what was looked for last."""
        self._finder.step(-1)

    # --- from the text

    @Slot()
    def _on_selection(self) -> None:
        selected = self.text.selection()
        if selected != self._selected:
            self._selected = selected
            self.selection_changed.emit(selected)

    @Slot(object)
    def _on_clicked(self, offset: int | None) -> None:
        under = self._index.at(offset) if offset is not None else ()
        mark = under[-1] if under else None
        if mark is not None and any(other.id == self._focused for other in under):
            return
        if mark is None and self._focused is None:
            return
        self._set_focused(mark)
        self.mark_focused.emit(self._focused)

    @Slot(object)
    def _on_stripe_clicked(self, mark_id: int) -> None:
        self.focus_mark(mark_id)
        self.text.setFocus(Qt.FocusReason.MouseFocusReason)
        self.mark_focused.emit(mark_id)

    @Slot(object)
    def _on_activated(self, offset: int | None) -> None:
        if offset is not None:
            self._on_clicked(offset)
        mark = self._index.get(self._focused)
        if mark is not None and (offset is None or mark.covers(offset)):
            self.mark_activated.emit(mark.id)
