"""The find bar at work on the open article: which hits there are, and which of them is the current one."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from reader.domain.model import Range
from reader.ui.reading.find import find_all, first_from, fold
from reader.ui.reading.find_bar import FindBar
from reader.ui.reading.text_view import ArticleText


class Finder(QObject):
    """Keeps hits, count and highlights in step with the field and the article.

    Signals:
        left: the bar was closed and the text should have the focus again.
    """

    left = Signal()

    def __init__(self, bar: FindBar, text: ArticleText) -> None:
        super().__init__(text)
        self._bar, self._text = bar, text
        self._folded: str | None = None
        self._hits: list[Range] = []
        self._current = -1
        bar.query_changed.connect(self._on_query)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)

    def open(self) -> None:
        """Show the bar; it looks for what is selected, if that is within a paragraph."""
        selection = self._text.selection()
        words = self._text.column.view.text[slice(*selection)] if selection else ""
        self._bar.open(words if "\n" not in words else None)
        self._look(selection.start if selection else self._text.anchor.offset())

    def close(self) -> None:
        """Hide the bar, with the current hit selected in the text."""
        hit = self._hit()
        self._bar.hide()
        self._hits, self._current = [], -1
        self._text.show_hits((), None)
        if hit is not None:
            self._text.select(hit)
        self.left.emit()

    def show(self, hits: Sequence[Range], *, last: bool = False) -> None:
        """Outline what a search found in the article, and go to the first hit or the last.

        They stay until another article is open, or the bar finds something else.
        """
        self._hits = list(hits)
        self._current = len(self._hits) - 1 if last else 0
        self._show()
        hit = self._hit()
        if hit is not None:
            self._text.place_caret(hit.start)

    def step_within(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) hit of the article; False where there is none in that direction."""
        if not 0 <= self._current + direction < len(self._hits):
            return False
        self._current += direction
        self._show()
        return True

    def article_changed(self) -> None:
        """Another article is open: look there, from its beginning, where the bar is shown."""
        self._folded = None
        self._hits, self._current = [], -1
        self._text.show_hits((), None)
        if not self._bar.isHidden():
            self._look(0, reveal=False)

    @Slot(object)
    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) hit, round the end; opens the bar where nothing was found yet."""
        if self._bar.isHidden() and not self._hits:
            self._bar.show()
            self._look(self._text.caret())
        elif self._hits:
            self._current = (self._current + direction) % len(self._hits)
            self._show()

    @Slot(object)
    def _on_query(self, _query: str) -> None:
        hit = self._hit()
        self._look(hit.start if hit else self._text.anchor.offset())

    def _look(self, start: int, *, reveal: bool = True) -> None:
        if self._folded is None:
            self._folded = fold(self._text.column.view.text)
        self._hits = find_all(self._folded, self._bar.query())
        self._current = first_from(self._hits, start)
        self._show(reveal=reveal)

    def _show(self, *, reveal: bool = True) -> None:
        hit = self._hit()
        self._bar.show_count(self._current, len(self._hits))
        self._text.show_hits(self._hits, hit)
        if hit is not None and reveal:
            self._text.reveal(hit)

    def _hit(self) -> Range | None:
        return self._hits[self._current] if self._hits else None
