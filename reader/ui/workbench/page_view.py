"""The page itself: its lines, walked by keyboard and mouse. Only what is in sight is laid out and drawn."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reader.domain.model import Range
from reader.ui.theme.tokens import Tokens
from reader.ui.theme.typography import Typography
from reader.ui.workbench.about import said_in
from reader.ui.workbench.carrying import landing
from reader.ui.workbench.columns import columns_for
from reader.ui.workbench.page_lines import NO_PAGE, PageLines
from reader.ui.workbench.painter import PagePainter, Shown
from reader.ui.workbench.rows import Rows
from reader.ui.workbench.words import role_words

_MARGIN = 12
"""Pixels of paper above the first and below the last line."""


class PageView(QAbstractScrollArea):
    """Shows the lines of a page with a caret; several lines can be selected with Shift or by dragging over their text.

    A paragraph is dragged by the margin beside it.

    Lines count from 0; the caret is an offset of the page.

    Signals:
        caret_moved: the user put the caret somewhere else, or selected lines.
        activated: Enter's place was double-clicked: the article is to be read there.
        scrolled_by_user: the first line in sight, after the wheel or the scroll bar was used.
        menu_requested: a global ``QPoint``.
        dropped: a paragraph was dragged: the number of its line, and the ``Landing`` where it was let go.
    """

    caret_moved = Signal()
    activated = Signal()
    scrolled_by_user = Signal(object)
    menu_requested = Signal(object)
    dropped = Signal(object, object)

    def __init__(self, typography: Typography, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typography, self._tokens = typography, tokens
        self._shown = Shown(range(0), 0, 0, focused=False, open_item=None)
        self._anchor = 0
        self._leading = False
        self._carried: int | None = None
        self.setObjectName("pageText")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Page"))
        self.viewport().setMouseTracking(True)
        self._set(NO_PAGE)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # What is shown

    @property
    def page(self) -> PageLines:
        """The page that is shown."""
        return self._rows.page

    def show_page(self, page: PageLines) -> None:
        """Show a page from its beginning, or the same one as it is now without moving the reader."""
        same = page.page_id is not None and page.page_id == self.page.page_id
        top, above = self._top_offset()
        caret = self._shown.caret if same else 0
        self._set(page)
        self._place(caret)
        if same and len(page):
            self._scroll_to(self._rows.top(page.at(top)) - above)
        else:
            self._scroll_to(0)

    def set_open_item(self, item_id: int | None) -> None:
        """Emphasise the item that the reading pane shows."""
        numbers = [number for number, stored in enumerate(self.page.items) if stored.id == item_id]
        self._shown.open_item = numbers[0] if numbers else None
        self.viewport().update()

    def set_look(self, typography: Typography, tokens: Tokens) -> None:
        """Take over type and colours."""
        self._typography, self._tokens = typography, tokens
        self.show_page(self.page)

    def _set(self, page: PageLines) -> None:
        small = Rows(NO_PAGE, self._typography, 1).small
        self._columns = columns_for(self.viewport().width(), page.lanes, small)
        self._rows = Rows(page, self._typography, self._columns.text_width)
        self._painter = PagePainter(self._rows, self._columns, self._tokens)
        self._fit_bar()
        self.viewport().update()

    # Caret and selection

    def line(self) -> int:
        """The line of the caret; -1 of an empty page."""
        return self._shown.line if len(self.page) else -1

    def caret(self) -> int:
        """Where the caret stands."""
        return self._shown.caret

    def selected(self) -> range:
        """The selected lines: at least that of the caret, none of an empty page."""
        return self._shown.selected

    def place(self, offset: int) -> None:
        """Put the caret somewhere and bring its line into view; says nothing to others."""
        self._place(offset)
        self.reveal()

    def go(self, offset: int) -> None:
        """Put the caret somewhere as the user does: what follows it goes along."""
        self._move(offset, extend=False)

    def show_spans(self, spans: Sequence[Range]) -> None:
        """Set off some ranges of the page, until the caret moves, and bring the first into view."""
        self._shown.spans = tuple(spans)
        if spans and len(self.page):
            self._bring_into_view(self.page.at(min(spans).start))
        self.viewport().update()

    def spans(self) -> tuple[Range, ...]:
        """The ranges of the page that are set off."""
        return self._shown.spans

    def reveal(self) -> None:
        """Scroll the line of the caret into view, with a line above and below it."""
        line = self.line()
        if line >= 0:
            self._bring_into_view(line)

    def _bring_into_view(self, line: int) -> None:
        for near in range(max(line - 1, 0), min(line + 2, len(self.page))):
            self._rows.measure_line(near)
        self._fit_bar()
        height, top = self.viewport().height() - 2 * _MARGIN, self.verticalScrollBar().value()
        upper = self._rows.top(
            max(line - 1, 0) if self._rows.top(line) - self._rows.top(max(line - 1, 0)) < height / 3 else line
        )
        lower = self._rows.bottom(line) + self._rows.line_height
        if upper < top:
            self._scroll_to(upper)
        elif lower > top + height:
            self._scroll_to(min(lower - height, upper))

    def caret_point(self) -> QPoint:
        """Where on the screen something about the caret can be shown without covering its line."""
        line = max(self.line(), 0)
        y = self._rows.bottom(line) - self.verticalScrollBar().value() + _MARGIN if len(self.page) else 0
        return self.viewport().mapToGlobal(QPoint(self._columns.text, min(y, self.viewport().height())))

    def _place(self, offset: int, *, extend: bool = False) -> None:
        page = self.page
        if not len(page):
            self._shown.selected, self._shown.line, self._shown.caret = range(0), 0, 0
            return
        line = page.at(offset)
        if not extend:
            self._anchor = line
        self._anchor = min(self._anchor, len(page) - 1)
        span = page.lines[line].span
        self._shown.line, self._shown.caret = line, min(max(offset, span.start), span.end)
        self._shown.selected = range(min(self._anchor, line), max(self._anchor, line) + 1)
        self._shown.said, self._shown.spans = said_in(page, line), ()
        self.viewport().update()

    def _move(self, offset: int, *, extend: bool) -> None:
        self._place(offset, extend=extend)
        self.reveal()
        self._announce()
        self.caret_moved.emit()

    def _announce(self) -> None:
        span = self.page.lines[self.line()].span
        said = f"{role_words(self.page.role(self.line()))}: {self.page.text[span.start : span.end]}"
        self.setAccessibleDescription(said)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    # Scrolling

    def top_line(self) -> int:
        """The first line in sight."""
        return self._rows.at(self.verticalScrollBar().value())

    def scroll_to_line(self, line: int) -> None:
        """Bring a line to the top; says nothing to others."""
        self._scroll_to(self._rows.top(line))

    def _top_offset(self) -> tuple[int, int]:
        """The offset of the first line in sight, and how many pixels of it are out of sight."""
        line = self.top_line()
        if line < 0:
            return 0, 0
        return self.page.lines[line].span.start, self._rows.top(line) - self.verticalScrollBar().value()

    def _scroll_to(self, y: float) -> None:
        self._leading = True
        self.verticalScrollBar().setValue(round(y))
        self._leading = False
        self._measure()

    def _measure(self) -> None:
        """Lay out what is in sight; the first line in sight stays where it is."""
        line = self.top_line()
        if line < 0:
            return
        bar = self.verticalScrollBar()
        within = bar.value() - self._rows.top(line)
        if self._rows.measure(bar.value(), self.viewport().height()):
            self._leading = True
            self._fit_bar()
            bar.setValue(self._rows.top(line) + within)
            self._leading = False

    def _fit_bar(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(self._rows.total + 2 * _MARGIN - height, 0))
        bar.setPageStep(height)
        bar.setSingleStep(self._rows.line_height * 2)

    @Slot()
    def _on_scrolled(self) -> None:
        self.viewport().update()
        if not self._leading:
            self._measure()
            self.scrolled_by_user.emit(self.top_line())

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew; the first line in sight stays."""
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            self._fit_bar()
            self._measure()
            return
        top, _ = self._top_offset()
        self._set(self.page)
        if len(self.page):
            self._scroll_to(self._rows.top(self.page.at(top)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight."""
        self._measure()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._tokens.paper))
        scrolled = self.verticalScrollBar().value() - _MARGIN
        painter.translate(0, -scrolled)
        area = QRectF(event.rect().translated(0, scrolled))
        self._shown.focused = self.hasFocus()
        self._painter.paint(painter, area, self.viewport().width(), self._shown)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Mouse

    def offset_at(self, point: QPoint) -> int | None:
        """The offset of the page nearest to a point of the viewport; None of an empty page."""
        y = point.y() + self.verticalScrollBar().value() - _MARGIN
        line = self._rows.at(y)
        if line < 0:
            return None
        laid_out, within = self._rows.laid_out(line), y - self._rows.text_top(line)
        number = min(max(int(within // self._rows.line_height), 0), laid_out.layout.lineCount() - 1)
        position = laid_out.layout.lineAt(number).xToCursor(point.x() - self._columns.text)
        return laid_out.shown.offset(position[0] if isinstance(position, tuple) else position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret there, with Shift selecting lines."""
        offset = self.offset_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and offset is not None:
            self._move(offset, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            self._carried = self.line() if self._in_margin(event) else None
            self._point_with(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select lines, or drag the paragraph that was taken by its margin."""
        offset = self.offset_at(event.position().toPoint())
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._point_with(event)
        elif self._carried is not None and offset is not None:
            self._shown.landing = landing(self.page, self._carried, self.page.at(offset))
            self.viewport().update()
        elif offset is not None:
            self._move(offset, extend=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of a paragraph that was dragged."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        carried, place = self._carried, self._shown.landing
        self._carried = self._shown.landing = None
        self._point_with(event)
        self.viewport().update()
        if carried is not None and place is not None:
            self.dropped.emit(carried, place)

    def _in_margin(self, event: QMouseEvent) -> bool:
        return len(self.page) > 0 and event.position().x() < self._columns.text

    def _point_with(self, event: QMouseEvent) -> None:
        """Give the pointer the shape of what it can do here."""
        if self._carried is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        else:
            shape = Qt.CursorShape.OpenHandCursor if self._in_margin(event) else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the article at this place."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: at the caret by key, at the pointer by mouse."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_requested.emit(self.caret_point())
            return
        offset = self.offset_at(self.viewport().mapFromGlobal(event.globalPos()))
        if offset is not None and self.page.at(offset) not in self.selected():
            self._move(offset, extend=False)
        self.menu_requested.emit(event.globalPos())

    # Keyboard

    def event(self, event: QEvent) -> bool:
        """Keep the keys that walk lines from the window's shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._target(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by lines and characters; anything else is the window's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
            return
        target = self._target(event)
        if target is None:
            event.ignore()
            return
        self._move(target, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def selected_text(self) -> str:
        """The selected lines as they stand on the page, a line feed between them."""
        spans = [self.page.lines[line].span for line in self.selected()]
        return "\n".join(self.page.text[span.start : span.end] for span in spans)

    def _target(self, event: QKeyEvent) -> int | None:
        """Where a key leads to; None of a key that does not walk."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not len(self.page):
            return None
        if held == Qt.KeyboardModifier.ControlModifier:
            return self._far_target(event.key())
        if held:
            return None
        lines, line, last = self.page.lines, self.line(), len(self.page) - 1
        targets = {
            Qt.Key.Key_Up: lines[max(line - 1, 0)].span.start,
            Qt.Key.Key_Down: lines[min(line + 1, last)].span.start,
            Qt.Key.Key_Left: self.caret() - 1
            if self.caret() > lines[line].span.start
            else lines[max(line - 1, 0)].span.end,
            Qt.Key.Key_Right: self.caret() + 1
            if self.caret() < lines[line].span.end
            else lines[min(line + 1, last)].span.start,
            Qt.Key.Key_Home: lines[line].span.start,
            Qt.Key.Key_End: lines[line].span.end,
            Qt.Key.Key_PageUp: self._page_away(-1),
            Qt.Key.Key_PageDown: self._page_away(1),
        }
        return targets.get(Qt.Key(event.key()))

    def _far_target(self, key: int) -> int | None:
        """With Ctrl: the beginning of an item, or the ends of the page."""
        page, line = self.page, self.line()
        starts = [at for at in range(len(page)) if page.lines[at].item != page.lines[max(at - 1, 0)].item or at == 0]
        targets = {
            Qt.Key.Key_Up: max((at for at in starts if at < line), default=0),
            Qt.Key.Key_Down: min((at for at in starts if at > line), default=len(page) - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(page) - 1,
        }
        found = targets.get(Qt.Key(key))
        return None if found is None else page.lines[found].span.start

    def _page_away(self, direction: int) -> int:
        y = self._rows.top(self.line()) + direction * (self.viewport().height() - 2 * self._rows.line_height)
        return self.page.lines[self._rows.at(max(y, 0))].span.start
