"""Repairing: what keys and menus do to the page that the workbench shows."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog

from reader.domain.model import Changes, Kind, Range, Role
from reader.errors import UserError
from reader.services.library import Library
from reader.ui.desk import Desk
from reader.ui.large_writes import LargeWrites
from reader.ui.words import step_text
from reader.ui.workbench.carrying import Landing, line_behind
from reader.ui.workbench.pane import WorkbenchPane

if TYPE_CHECKING:
    from reader.domain.item_meta import ItemMetaEdit
    from reader.services.repairs import RepairService

Repair = Callable[[int, Range], Changes]
"""A repair that can be made at any line: it takes a page and a line."""

_COMPARED = 50_000
"""Code points: on a longer page, lines that are alike are looked for in the background."""
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Again:
    """A change that can be made to all lines which look like one of them, in the role that it had."""

    page_id: int
    line: Range
    role: Role
    change: Callable[[int, Sequence[Range]], Changes]

    def alike(self, library: Library) -> tuple[Range, ...]:
        """The lines that look like it, itself among them; takes about as long as splitting the page."""
        return library.repairs.similar(self.page_id, self.line, self.role)

    def search(self, library: Library) -> Generator[object, None, tuple[Range, ...]]:
        """``alike`` as a job."""
        from reader.services.resegmenting import SplitProgress

        yield SplitProgress(0, 1)
        return self.alike(library)


class Repairing(QObject):
    """Repairs the page at the caret of the workbench. Each repair is one step that can be undone.

    Signals:
        said: a sentence for the status bar, about something that can be undone.
        nothing_done: a sentence for the status bar, about why nothing changed.
        refused: the ``UserError`` that stood against it.
    """

    said = Signal(str)
    nothing_done = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk, writes: LargeWrites, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._writes = writes
        self._again: Again | None = None
        self._dialog: QDialog | None = None
        desk.workbench.dropped.connect(self.drop)

    # Items

    def split(self) -> None:
        """Let a new item begin at the line of the caret."""
        self._at_line(self._repairs.split)

    def split_at_caret(self) -> None:
        """Let a new item begin at the caret, within its line."""
        offset = self._workbench.view.caret()
        self._at_line(lambda page_id, line: self._repairs.split_at(page_id, line, offset))

    def merge(self) -> None:
        """Put the item of the caret together with the one before it."""
        self._at_line(self._repairs.merge_with_previous)

    def set_kind(self, kind: Kind) -> None:
        """Say what the item of the caret is."""
        again = self._at_caret(self._repairs.make_briefs) if kind is Kind.BRIEF else None
        self._at_line(lambda page_id, line: self._repairs.set_kind(page_id, line, kind))
        self._again = again

    # Blocks

    def move_block(self, *, up: bool) -> None:
        """Let the paragraph of the caret change places with the one before or behind it in its item."""
        self._at_line(partial(self._repairs.move_block, up=up))

    def move_to_item(self, *, up: bool) -> None:
        """Give the paragraph of the caret to the item above or below."""
        self._at_line(partial(self._repairs.move_to_neighbour, up=up))

    @Slot(object, object)
    def drop(self, line: int, place: Landing) -> None:
        """Put the paragraph of a line where it was dragged to."""
        page = self._workbench.page
        span = page.lines[line].span
        if place.elsewhere:
            to = page.lines[place.over].span
            self._write(lambda page_id: self._repairs.move_to_item(page_id, span, to))
        else:
            before = line_behind(page, place)
            self._write(lambda page_id: self._repairs.place_block(page_id, span, before))

    def set_role(self, role: Role) -> None:
        """Give the selected lines a role."""
        lines = self._selected()
        if not lines:
            return
        again = self._at_caret(lambda page_id, alike: self._repairs.set_role(page_id, alike, role))
        self._write(lambda page_id: self._repairs.set_role(page_id, lines, role))
        self._again = again

    def same_everywhere(self) -> None:
        """Do the last change of role, or to briefs, to all lines of the page that looked like the one changed."""
        again, page = self._again, self._workbench.page
        if again is None or again.page_id != page.page_id:
            self.nothing_done.emit(self.tr("Change the role of a line first"))
            return
        if len(page.text) <= _COMPARED:
            self._do_again(again.alike(self._desk.library))
            return
        job = self._writes.start(again.search)
        if job is not None:
            job.finished.connect(self._do_again)
            job.refused.connect(self.refused)

    @Slot(object)
    def _do_again(self, alike: tuple[Range, ...]) -> None:
        """Do the last change to all lines that look alike."""
        again, self._again = self._again, None
        if again is None or len(alike) < _SEVERAL:
            self.nothing_done.emit(self.tr("No other line of this page looks like the one that you changed"))
        else:
            self._write(lambda page_id: again.change(page_id, alike))

    def join(self) -> None:
        """Let the line of the caret continue the paragraph above it, or begin one of its own where it does."""
        page, line = self._workbench.page, self._workbench.view.line()
        joined = line >= 0 and page.is_joined(line)
        self._at_line(self._repairs.unjoin if joined else self._repairs.join)

    # What is asked for

    def set_section(self) -> None:
        """Ask for the section of the item of the caret."""
        from reader.ui.workbench.line_dialog import LineDialog  # seldom asked for

        page, line = self._workbench.page, self._workbench.view.line()
        if line < 0:
            return
        span = page.lines[line].span
        dialog = LineDialog(
            self.tr("Section"),
            self.tr("The section of this article. An empty field takes it out of every section."),
            page.stored(line).item.section or "",
            self._desk,
        )
        dialog.entered.connect(
            lambda name: self._write(lambda page_id: self._repairs.set_section(page_id, span, name.strip() or None))
        )
        self._show(dialog)

    def edit_item(self) -> None:
        """Ask what genre and place of the open article are, who wrote it, and who took its photos."""
        from reader.ui.workbench.meta_dialog import ItemMetaDialog  # seldom asked for

        article = self._desk.article
        if article is None:
            return
        line = article.stored.item.blocks[0].ranges[0]
        dialog = ItemMetaDialog(self.tr("Article details"), article.stored.item.meta, article.page.text, self._desk)
        dialog.ranges_shown.connect(self._workbench.view.show_spans)
        dialog.entered.connect(lambda edit: self._write_to(article.page.id, partial(self._set_meta, line, edit)))
        self._show(dialog)

    def _set_meta(self, line: Range, edit: "ItemMetaEdit", page_id: int) -> Changes:
        return self._repairs.set_meta(page_id, line, edit)

    def correct(self) -> None:
        """Ask how the line of the caret should read."""
        from reader.domain.correction import reading
        from reader.ui.workbench.line_dialog import LineDialog

        page, line = self._workbench.page, self._workbench.view.line()
        if line < 0:
            return
        span = page.lines[line].span
        dialog = LineDialog(
            self.tr("Correct characters"),
            self.tr("How this line should read. The page stays as it was imported; marks stay where they are."),
            reading(page.text, span, page.corrections),
            self._desk,
        )
        caret = len(reading(page.text, Range(span.start, self._workbench.view.caret()), page.corrections))
        dialog.stand_on(caret)
        dialog.entered.connect(lambda text: self._correct(span, text))
        self._show(dialog)

    def _correct(self, line: Range, text: str) -> None:
        from reader.ui.workbench.correcting import changed_part

        page = self._workbench.page
        part = changed_part(page.text, line, page.corrections, text)
        if part is not None:
            self._write(lambda page_id: self._repairs.correct(page_id, *part))

    def show_hints(self) -> None:
        """Show what was learnt from repairs."""
        from reader.ui.workbench.hints_dialog import HintsDialog  # seldom asked for

        self._show(HintsDialog(self._desk.library, self._desk.bus, self._desk))

    # Certainty

    def accept(self) -> None:
        """Say that the doubtful place at the caret is right as it is, and go on to the next one."""
        page, line = self._workbench.page, self._workbench.view.line()
        if line >= 0:
            place = page.doubtful_place(line) or [line]
            lines = [page.lines[one].span for one in place]
            self._write(lambda page_id: self._repairs.accept(page_id, lines))
            self._desk.step_doubtful(forward=True)

    # How

    def _at_caret(self, change: Callable[[int, Sequence[Range]], Changes]) -> "Again | None":
        """A change to the lines that look like that of the caret as it is now."""
        page, line = self._workbench.page, self._workbench.view.line()
        if page.page_id is None or line < 0:
            return None
        return Again(page.page_id, page.lines[line].span, page.role(line), change)

    def _show(self, dialog: QDialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        """Let the dialog go by taking it from its parent: Python then owns its end, and no wrapper outlives it."""
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.setParent(None)
        if self._workbench.isVisible():
            self._workbench.setFocus()

    @property
    def _repairs(self) -> "RepairService":
        return self._desk.library.repairs

    @property
    def _workbench(self) -> WorkbenchPane:
        return self._desk.workbench

    def _selected(self) -> tuple[Range, ...]:
        page = self._workbench.page
        return tuple(page.lines[line].span for line in self._workbench.view.selected())

    def _at_line(self, repair: Repair) -> None:
        page, line = self._workbench.page, self._workbench.view.line()
        if line >= 0:
            self._write(lambda page_id: repair(page_id, page.lines[line].span))

    def _write(self, repair: Callable[[int], Changes]) -> None:
        page_id = self._workbench.page.page_id
        if page_id is not None:
            self._write_to(page_id, repair)

    def _write_to(self, page_id: int, repair: Callable[[int], Changes]) -> None:
        try:
            changes = repair(page_id)
        except UserError as error:
            self.refused.emit(error)
            return
        if changes == Changes(history=False):
            self.nothing_done.emit(self.tr("There is nothing to change here"))
            return
        self._desk.bus.announce(changes, self)
        if self._workbench.isVisible():
            self._desk.follow_page()
        step = self._desk.library.history.next_undo()
        if step is not None:
            self.said.emit(step_text(step))
