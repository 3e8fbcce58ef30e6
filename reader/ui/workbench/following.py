"""Keeps page and article together: whatever moves in one shows in the other."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.domain.model import READABLE_KINDS, Range
from reader.services.pages import Article
from reader.ui.reading.pane import ReadingPane
from reader.ui.workbench.pane import WorkbenchPane

_PAUSE_MS = 60
"""Longer than the repeat rate of a held arrow key, so that articles passed over are not opened."""


class Following(QObject):
    """Lets the reading pane follow the workbench, and the workbench the reading pane.

    Signals:
        article_wanted: the id of the item in which the user put the caret of the workbench.
    """

    article_wanted = Signal(object)

    def __init__(self, workbench: WorkbenchPane, reading: ReadingPane, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._reading = workbench, reading
        self._article: Article | None = None
        self._moving = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._open_line)
        workbench.caret_moved.connect(self._on_page_caret)
        workbench.shown.connect(self._on_text_caret)
        workbench.scrolled_by_user.connect(self._on_page_scrolled)
        reading.text.cursorPositionChanged.connect(self._on_text_caret)
        reading.position_changed.connect(self._on_text_scrolled)

    def article_opened(self, article: Article | None) -> None:
        """Another article is open, or the same one as it is now; the workbench shows its page, and where it is."""
        before, self._article = self._article, article
        with self._leading():
            self._workbench.show_article(article)
        if article is None or not self._workbench.isVisible() or self._line_is_of(article):
            return
        if before is None or before.stored.id != article.stored.id:
            self._on_text_caret()  # else it was repaired, and the caret stays on its line

    def open_line(self) -> None:
        """Show in the reading pane, at once, where the caret of the workbench stands."""
        self._pause.stop()
        self._open_line()

    @contextmanager
    def _leading(self) -> Iterator[None]:
        before, self._moving = self._moving, True
        try:
            yield
        finally:
            self._moving = before

    def _line_is_of(self, article: Article) -> bool:
        view = self._workbench.view
        return view.line() >= 0 and view.page.stored(view.line()).id == article.stored.id

    # From the page to the article

    @Slot()
    def _on_page_caret(self) -> None:
        if self._article is not None and self._line_is_of(self._article):
            self._pause.stop()
            self._show_in_text()
        else:
            self._pause.start()

    @Slot()
    def _open_line(self) -> None:
        view = self._workbench.view
        if view.line() < 0:
            return
        stored = view.page.stored(view.line())
        if stored.item.kind in READABLE_KINDS:
            with self._leading():
                self.article_wanted.emit(stored.id)
            self._show_in_text()

    def _show_in_text(self) -> None:
        if self._article is None or self._moving:
            return
        offset = self._article.view.to_view_offset(self._workbench.view.caret())
        if offset is None:
            line = self._workbench.page.lines[self._workbench.view.line()]
            offset = self._article.view.to_view_offset(line.span.start)
        if offset is not None:
            with self._leading():
                self._reading.set_caret(offset)

    @Slot(object)
    def _on_page_scrolled(self, line: int) -> None:
        """The text goes along while lines of its article are the first in sight."""
        if self._article is None or line < 0 or self._workbench.page.stored(line).id != self._article.stored.id:
            return
        offset = self._article.view.to_view_offset(self._workbench.page.lines[line].span.start)
        if offset is not None:
            with self._leading():
                self._reading.text.anchor.hold(offset)

    # From the article to the page

    @Slot()
    def _on_text_caret(self) -> None:
        self._follow(self._reading.caret())

    @Slot(object)
    def _on_text_scrolled(self, position: int) -> None:
        if self._reading.text.hasFocus() and self._article is not None and not self._moving:
            ranges = self._article.view.to_page(_character(position))
            if ranges and self._workbench.isVisible():
                self._workbench.view.scroll_to_line(self._workbench.page.at(ranges[0].start))

    def _follow(self, offset: int) -> None:
        if self._moving or self._article is None or not self._workbench.isVisible():
            return
        text = self._article.view.text
        ranges = self._article.view.to_page(_character(offset if offset < len(text) else offset - 1))
        if ranges:
            self._workbench.place(ranges[0].start)


def _character(offset: int) -> Range:
    return Range(offset, offset + 1)
