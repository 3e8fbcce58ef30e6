"""Marking: what keys and menus do to the marks of the open article."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from reader.domain.boundary import End, Unit, resized, sentence_at, trimmed
from reader.domain.model import MOST_IMPORTANT, Changes, Color, Range
from reader.errors import UserError
from reader.ui.desk import Desk
from reader.ui.notes.wording import shortened


class Marking(QObject):
    """Makes, tags, moves and removes marks at the desk.

    Signals:
        said: a sentence for the status bar about what was done.
        hinted: one about what can be done next, or why nothing was done.
        refused: the ``UserError`` that stood against it.
    """

    said = Signal(str)
    hinted = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk, color: Color, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._link_from: int | None = None
        self.color = color

    def highlight(self, color: Color | None = None) -> int | None:
        """Mark the selection, or the sentence at the caret, in a colour (that used last); the mark gets the focus.

        Where nothing is selected and a mark is in focus, a colour that was asked for recolours that mark.
        """
        focused = self._desk.focused_mark()
        if color is not None:
            self.color = color
            if focused is not None and self._desk.reading.selection() is None:
                self._write(lambda: self._desk.library.marks.set_color(focused, color))
                return focused
        return self._mark_selection()

    def note(self) -> None:
        """Write the note of the mark in focus; a selection becomes a mark first."""
        if self._ensure_mark() is not None:
            self._desk.notes.edit_note()

    def edit_tags(self) -> None:
        """Type a tag for the mark in focus; a selection becomes a mark first."""
        if self._ensure_mark() is not None:
            self._desk.notes.edit_tags()

    def tag(self, name: str) -> None:
        """Give the mark in focus a tag, or take it away where it has it; a selection becomes a mark first."""
        marks = self._desk.library.marks
        annotation_id = self._desk.focused_mark() if self._desk.reading.selection() is None else None
        if annotation_id is None:
            color = self._desk.library.codebook.color_of(name)
            if self._mark_selection(color, [name]) is not None:
                self.said.emit(self.tr("Tagged “{name}”").format(name=name))
        elif name in marks.get(annotation_id).tags:
            self._write(lambda: marks.remove_tag(annotation_id, name))
            self.said.emit(self.tr("Tag “{name}” taken away").format(name=name))
        else:
            self._write(lambda: marks.add_tag(annotation_id, name))
            self.said.emit(self.tr("Tagged “{name}”").format(name=name))

    def weigh(self, by: int) -> None:
        """Give the mark in focus a star more (1) or less (-1); beyond either end it begins at the other."""
        focused = self._desk.focused_mark()
        if focused is not None:
            importance = (self._desk.marks[focused].importance + by) % (MOST_IMPORTANT + 1)
            self._write(lambda: self._desk.library.marks.set_importance([focused], importance))

    def link_from(self) -> None:
        """Let a link begin at the mark in focus; ``link_to`` ends it, in this article or another."""
        focused = self._desk.focused_mark()
        if focused is not None:
            self._link_from = focused
            quote = shortened(self._desk.marks[focused].quote)
            self.hinted.emit(self.tr("A link from “{quote}”: go to the other mark and link to it").format(quote=quote))

    def link_to(self) -> None:
        """End the link that ``link_from`` began at the mark in focus."""
        focused = self._desk.focused_mark()
        if focused is None:
            return
        start = self._link_from
        if start is None:
            self.hinted.emit(self.tr("Choose first from where: go to the other mark and link from there"))
            return
        try:
            quote = shortened(self._desk.library.marks.get(start).quote)
        except KeyError:
            self._link_from = None
            self.hinted.emit(self.tr("The mark that the link came from is gone"))
            return
        if self._write(lambda: self._desk.library.links.add(start, focused)[1]):
            self._link_from = None
            self.said.emit(self.tr("Linked from “{quote}”").format(quote=quote))

    def delete(self) -> None:
        """Remove the mark in focus; the next one does not take the focus, so a second press removes nothing."""
        focused = self._desk.focused_mark()
        if focused is not None:
            self._desk.focus_mark(None)
            self._write(lambda: self._desk.library.marks.delete([focused]))
            self.said.emit(self.tr("Mark deleted"))

    def move(self, end: End, *, forward: bool, unit: Unit = Unit.CHARACTER) -> None:
        """Move one end of the mark in focus by a character, clause or sentence; it keeps at least one character."""
        focused, article = self._desk.focused_mark(), self._desk.article
        if focused is None or article is None:
            return
        spans = article.view.to_view(self._desk.marks[focused].ranges)
        extent = Range(spans[0].start, spans[-1].end)
        moved = resized(article.view.text, extent, end, forward=forward, unit=unit)
        if moved != extent:
            self._write(lambda: self._desk.library.marks.resize(focused, article, moved))

    def _ensure_mark(self) -> int | None:
        """The mark to work on: a new one of the selection, else the one in focus, else a new one of the sentence."""
        if self._desk.reading.selection() is None and (focused := self._desk.focused_mark()) is not None:
            return focused
        return self._mark_selection()

    def _mark_selection(self, color: Color | None = None, tags: Sequence[str] = ()) -> int | None:
        article = self._desk.article
        if article is None:
            return None
        selection = self._desk.reading.selection()
        span = selection or trimmed(article.view.text, sentence_at(article.view.text, self._desk.reading.caret()))
        made: list[int] = []

        def add() -> Changes:
            annotation_id, changes = self._desk.library.marks.add(article, span, color or self.color, tags=tags)
            made.append(annotation_id)
            return changes

        if not self._write(add):
            return None
        self._desk.reading.set_caret(span.start)
        self._desk.focus_mark(made[0])
        return made[0]

    def _write(self, operation: Callable[[], Changes]) -> bool:
        try:
            changes = operation()
        except UserError as error:
            self.refused.emit(error)
            return False
        self._desk.bus.announce(changes, self)
        return True
