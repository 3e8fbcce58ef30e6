"""The column of text: laid out, painted with its marks, walked by keyboard and mouse.

Offsets in and out are code points of the article's view.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, floor

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip, QWidget

from reader.domain.article import ArticleView
from reader.domain.model import Item, Kind, Range
from reader.ui.reading.document import Typesetter
from reader.ui.reading.geometry import ColumnGeometry
from reader.ui.reading.gutter import Gutter, tip_words
from reader.ui.reading.keys import moves_caret
from reader.ui.reading.mark_index import MarkIndex
from reader.ui.reading.mark_layer import MarkLayer
from reader.ui.reading.runs import Mark
from reader.ui.reading.scroll_anchor import ScrollAnchor
from reader.ui.reading.stripes import Stripe
from reader.ui.theme.palette import build_palette
from reader.ui.theme.tokens import Tokens
from reader.ui.theme.typography import SHORTEST_MEASURE, Typography

_LEFT, _RIGHT = 48, 16
"""The least margins beside the column, in pixels; the left one holds the stripes."""
_CLICK_SLACK = 4
"""Pixels above and below a character that still count as it."""
NO_ARTICLE = ArticleView("", Item(Kind.ARTICLE, ()))
"""What is shown before the first article."""


class ArticleText(QTextEdit):
    """Shows one article, read-only, with a caret.

    Attributes:
        column: where its characters stand.
        anchor: where the reader is in it.
        gutter: the margin with the stripes.

    Signals:
        clicked: the offset of the character that was clicked, or None beside the text.
        activated: the offset of the character that was double-clicked, or None for Enter at the caret.
        menu_requested: a global ``QPoint``.
        column_moved: the left edge of the column in this widget, in pixels.
        end_reached: reading on was asked for on the last page.
    """

    clicked = Signal(object)
    activated = Signal(object)
    menu_requested = Signal(object)
    column_moved = Signal(object)
    end_reached = Signal()

    def __init__(self, typography: Typography, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typography, self._tokens = typography, tokens
        self._index = MarkIndex(NO_ARTICLE)
        self._pressed: QPoint | None = None
        self._rest = QTimer(self, interval=0)
        self._rest.timeout.connect(self._set_rest)
        self._set_up()
        self.anchor = ScrollAnchor(self.verticalScrollBar())
        self.gutter = Gutter(self, self._visible_stripes, tokens)
        self.verticalScrollBar().valueChanged.connect(self.gutter.update)
        self.open(NO_ARTICLE, self._index)

    def _set_up(self) -> None:
        self.setObjectName("articleText")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # Else an input method would compose the letters that are the window's shortcuts.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A fixed width keeps the lines as they are while the window is resized beyond the measure.
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)

    # --- laying out

    def open(self, view: ArticleView, index: MarkIndex) -> None:
        """Show an article from its beginning, with the marks of an index that the caller keeps up to date."""
        self._index = index
        self.anchor.attach(None)
        self._rest.stop()
        self._set_article(view)
        self.gutter.set_focused(None)
        self.anchor.attach(self.column)
        self.verticalScrollBar().setValue(0)

    def typeset(self, typography: Typography, tokens: Tokens) -> None:
        """Set the article anew; caret, selection and the first visible line stay."""
        caret, selection = self.caret(), self.selection()
        with self.anchor.kept():
            self._typography, self._tokens = typography, tokens
            shown = self._layer
            self._set_article(self.column.view)
            self._layer.take_over(shown)
            self.anchor.regard(self.column)
            if selection:
                self._set_cursor(selection.start, selection.end)
            else:
                self.place_caret(caret)

    def _set_article(self, view: ArticleView) -> None:
        self._typesetter = Typesetter(self._typography, self._tokens)
        beside = _LEFT + _RIGHT + self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(self._typesetter.column_width(0, SHORTEST_MEASURE) + beside)
        self._apply_colours()
        self._fit_column()
        self.column = ColumnGeometry(self.document(), view, self._typesetter)
        self._go_on()
        self._layer = MarkLayer(self.column, self._index, self._tokens)
        self.gutter.set_tokens(self._tokens)

    def _go_on(self) -> None:
        if self.isVisible() and not self.column.complete:
            self._rest.start()

    @Slot()
    def _set_rest(self) -> None:
        self.column.advance()
        if self.column.complete:
            self._rest.stop()

    def _apply_colours(self) -> None:
        palette = build_palette(self._tokens)
        # Translucent, so that marks show through a selection.
        selected = QColor(self._tokens.focus)
        selected.setAlphaF(self._tokens.selection)
        palette.setColor(QPalette.ColorRole.Highlight, selected)
        self.setPalette(palette)

    def _fit_column(self) -> bool:
        """Choose width and place of the column; return whether lines break anew."""
        inner = self.width() - self.verticalScrollBar().sizeHint().width()
        width = self._typesetter.column_width(inner - _LEFT - _RIGHT, SHORTEST_MEASURE)
        left = max((inner - width) // 2, _LEFT)
        self.setViewportMargins(left, 0, 0, 0)
        self.gutter.setGeometry(0, 0, left, self.height())
        self.column_moved.emit(left)
        if width == self.lineWrapColumnOrWidth():
            return False
        self._align(self._typesetter.alignment(width))
        self.setLineWrapColumnOrWidth(width)
        return True

    def _align(self, alignment: Qt.AlignmentFlag) -> None:
        option = self.document().defaultTextOption()
        if option.alignment() != alignment:
            option.setAlignment(alignment)
            self.document().setDefaultTextOption(option)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column to the width; the first visible line stays."""
        with self.anchor.kept():
            super().resizeEvent(event)
            if self._fit_column():
                self.column.forget()
                self._layer.lines_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on setting a long article."""
        super().showEvent(event)
        self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing running or unsaid while out of sight."""
        super().hideEvent(event)
        self._rest.stop()
        self.anchor.flush()

    # --- caret and selection

    def caret(self) -> int:
        """Where the caret stands."""
        return self.column.to_offset(self.textCursor().position())

    def selection(self) -> Range | None:
        """What is selected, or None."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return Range(
            self.column.to_offset(cursor.selectionStart()),
            self.column.to_offset(cursor.selectionEnd()),
        )

    def select(self, span: Range) -> None:
        """Select a span with the caret at its end, and bring it into view."""
        self._set_cursor(span.start, span.end)
        self.ensureCursorVisible()

    def place_caret(self, offset: int) -> None:
        """Put the caret somewhere without scrolling."""
        self._set_cursor(offset, offset)

    def select_word(self) -> None:
        """Select the word at the caret, as a double click does."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self.setTextCursor(cursor)

    def _set_cursor(self, anchor: int, caret: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self.column.to_cursor(anchor))
        cursor.setPosition(self.column.to_cursor(caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    # --- marks and hits

    def marks_changed(self, paragraphs: set[int]) -> None:
        """The index has other marks in these paragraphs."""
        if paragraphs:
            top = self.verticalScrollBar().value()
            self._repaint(self._layer.marks_changed(paragraphs, top, top + self.viewport().height()))

    def show_focus(self, mark: Mark | None) -> None:
        """Underline a mark as the one in focus."""
        before, self._layer.focused = self._layer.focused, mark
        if mark != before:
            self.gutter.set_focused(mark)
            self._repaint(self._layer.extents((before, mark)))

    @Slot(object)
    def show_hovered(self, mark: Mark | None) -> None:
        """Show the extent of the mark that is pointed at elsewhere, or of none."""
        before, self._layer.hovered = self._layer.hovered, mark
        self._repaint(self._layer.extents((before, mark)))

    def show_hits(self, hits: Sequence[Range], current: Range | None) -> None:
        """Outline what was found, in text order, one of them strongly."""
        self._layer.hits, self._layer.hit = hits, current
        self._repaint()

    def _repaint(self, areas: Iterable[tuple[float, float]] | None = None) -> None:
        """Draw again between these heights, or all, and the margin, in which any mark may move others aside."""
        self.gutter.update()
        if areas is None:
            self.viewport().update()
            return
        scrolled, width = self.verticalScrollBar().value(), self.viewport().width()
        for top, bottom in areas:
            self.viewport().update(0, floor(top) - scrolled, width, ceil(bottom) - floor(top) + 1)

    # --- scrolling

    def reveal(self, span: Range) -> None:
        """Scroll a span into the middle part of the view where it is not there already; a long one by its start."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        line = self.column.typesetter.body_line_height()
        top = self.column.line_top(span.start) - bar.value()
        bottom = self.column.line_top(max(span.end - 1, span.start)) - bar.value() + line
        if top < line or min(bottom, top + height / 2) > height - line:
            bar.setValue(round(bar.value() + top - height / 3))

    def page_down(self) -> bool:
        """Read on by a page, the caret going along; False where the end is already in view."""
        return self._turn_page(1)

    def page_up(self) -> bool:
        """Read back by a page; False where the beginning is already in view."""
        return self._turn_page(-1)

    def _turn_page(self, direction: int) -> bool:
        bar = self.verticalScrollBar()
        before = bar.value()
        line = self.column.typesetter.body_line_height()
        wanted = before + direction * max(self.viewport().height() - line, line)
        if wanted > bar.maximum():
            # Qt corrects its estimate of the height at leisure; the last page must end where the text does.
            bar.setMaximum(max(ceil(self.document().size().height()) - self.viewport().height(), 0))
        at_top = self.column.offset_at_top(min(max(wanted, 0), bar.maximum()))
        bar.setValue(min(round(self.column.line_top(at_top)), wanted) if direction > 0 else wanted)
        if bar.value() == before:
            return False
        caret = self.column.offset_at_top(bar.value())
        self.place_caret(caret)
        return True

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw marks and hits, then the text above them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrolled = self.verticalScrollBar().value()
        painter.translate(-self.horizontalScrollBar().value(), -scrolled)
        area = event.rect().translated(0, scrolled)
        self._layer.paint(painter, area.top(), area.bottom())
        painter.end()
        super().paintEvent(event)

    def _visible_stripes(self, room: int) -> Iterator[Stripe]:
        scrolled = self.verticalScrollBar().value()
        return self._layer.stripes(scrolled, scrolled + self.viewport().height(), room)

    # --- mouse

    def offset_at(self, point: QPoint) -> int | None:
        """The offset of the character at a point of the viewport, or None where there is none."""
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        at = QPointF(point) + scrolled
        near = self.column.to_offset(self.cursorForPosition(point).position())
        for offset in (near, near - 1):
            paragraph = self.column.view.paragraph_at(offset)
            if paragraph < 0:
                continue
            character = Range(offset, offset + 1).intersection(self.column.view.paragraphs[paragraph].span)
            for box in self.column.boxes(paragraph, character) if character else ():
                if box.rect.adjusted(0, -_CLICK_SLACK, 0, _CLICK_SLACK).contains(at):
                    return offset
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a selection."""
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection, or a click where the mouse was not moved."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        point = event.position().toPoint()
        still = pressed is not None and (point - pressed).manhattanLength() < QApplication.startDragDistance()
        if still and not self.textCursor().hasSelection():
            self.clicked.emit(self.offset_at(point))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word, and activate what is there."""
        super().mouseDoubleClickEvent(event)
        self._pressed = None
        offset = self.offset_at(event.position().toPoint())
        if offset is not None and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(offset)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: at the caret by key, at the pointer by mouse."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_requested.emit(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
            return
        if not self.textCursor().hasSelection():
            self.clicked.emit(self.offset_at(self.viewport().mapFromGlobal(event.globalPos())))
        self.menu_requested.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the tags of the marks that are pointed at."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            offset = self.offset_at(event.pos())
            marks = self._index.at(offset) if offset is not None else ()
            QToolTip.showText(event.globalPos(), tip_words(marks), self.viewport())
            return True
        return super().viewportEvent(event)

    # --- keyboard

    def event(self, event: QEvent) -> bool:
        """Leave to the window's shortcuts all keys but those of the caret."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(moves_caret(event))
            return event.isAccepted()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret or read on; anything else is the window's."""
        if moves_caret(event):
            super().keyPressEvent(event)
        elif not self._read_on(event):
            event.ignore()

    def _read_on(self, event: QKeyEvent) -> bool:
        """Handle Space, the page keys and Enter; False for any other key."""
        backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        key = event.key() if plain else Qt.Key.Key_unknown
        if key == Qt.Key.Key_PageUp or (key == Qt.Key.Key_Space and backwards):
            self.page_up()
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            if not self.page_down():
                self.end_reached.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit(None)
        else:
            return False
        return True
