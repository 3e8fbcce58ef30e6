"""The menu of what can be done to the annotations that are selected, all in one step."""

from collections.abc import Generator, Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from reader.domain.bulk import AddTags, BulkChange, Remove, RemoveTags, ReplaceTag, SetColor, SetImportance
from reader.domain.model import MOST_IMPORTANT, Changes, Color
from reader.services.library import Library
from reader.ui.annotations.ask_tags import AskReplacement, AskTags
from reader.ui.annotations.table import MarkTable
from reader.ui.annotations.words import STARS
from reader.ui.change_bus import ChangeBus
from reader.ui.large_writes import LargeWrites
from reader.ui.notes.wording import color_name
from reader.ui.swatch import swatch
from reader.ui.theme.tokens import LIGHT, Tokens
from reader.ui.words import tr
from reader.workers.jobs import Work


class BulkMenu(QObject):
    """Changes the annotations that are selected in a table.

    Signals:
        said: what was done; undo takes it back.
        refused: the ``UserError`` that stood against it.
    """

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, library: Library, bus: ChangeBus, writes: LargeWrites, table: MarkTable) -> None:
        super().__init__(table)
        self._library = library
        self._bus = bus
        self._writes = writes
        self._table = table
        self._tokens: Tokens = LIGHT
        self._ids: Sequence[int] = ()
        self.menu = QMenu(table)
        self._add(self.tr("&Add tags…"), "T", self._ask_tags)
        self._add(self.tr("&Take tags away…"), "Shift+T", self._ask_fewer_tags)
        self._add(self.tr("&Replace a tag…"), "R", self._ask_replacement)
        self._colors = self.menu.addMenu(self.tr("&Colour"))
        self._importance = self.menu.addMenu(self.tr("&Importance"))
        self._fill_choices()
        self.menu.addSeparator()
        self._add(self.tr("&Delete"), "Delete", self._on_remove)
        self._colors.triggered.connect(self._on_color)
        self._importance.triggered.connect(self._on_importance)
        self.menu.aboutToShow.connect(self._on_about_to_show)

    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        for action in self._colors.actions():
            action.setIcon(swatch(tokens.marks[Color(action.data())]))

    def change(self, change: BulkChange) -> None:
        """Do something to what is selected, as a job."""
        self._ids = self._table.selected_ids()
        if not self._ids:
            return
        job = self._writes.start(_changing(tuple(self._ids), change))
        if job is not None:
            job.finished.connect(self._on_done)
            job.refused.connect(self.refused)
            job.cancelled.connect(self._on_cancelled)

    def _add(self, text: str, keys: str, slot: object) -> None:
        action = QAction(text, self._table)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        self.menu.addAction(action)
        self._table.addAction(action)

    def _fill_choices(self) -> None:
        for color in Color:
            self._colors.addAction(color_name(color)).setData(color.value)
        self._importance.addAction(self.tr("Not weighed")).setData(0)
        for importance in range(1, MOST_IMPORTANT + 1):
            self._importance.addAction(STARS * importance).setData(importance)

    @Slot()
    def _on_about_to_show(self) -> None:
        there = self._table.selectionModel().hasSelection()
        for action in self.menu.actions():
            action.setEnabled(there)

    @Slot()
    def _ask_tags(self) -> None:
        self._open(
            AskTags(self.tr("Add tags"), self._known(), self._tokens, self._table, only_known=False), self._on_add
        )

    @Slot()
    def _ask_fewer_tags(self) -> None:
        title = self.tr("Take tags away")
        self._open(AskTags(title, self._known(), self._tokens, self._table, only_known=True), self._on_take)

    @Slot()
    def _ask_replacement(self) -> None:
        self._open(AskReplacement(self._known(), self._table), self._on_replace)

    def _open(self, dialog: AskTags | AskReplacement, slot: object) -> None:
        if not self._table.selectionModel().hasSelection():
            dialog.deleteLater()
            return
        dialog.accepted.connect(slot)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _known(self) -> list[str]:
        return self._library.marks.tag_names()

    @Slot()
    def _on_add(self) -> None:
        self.change(AddTags(_names_of(self.sender())))

    @Slot()
    def _on_take(self) -> None:
        self.change(RemoveTags(_names_of(self.sender())))

    @Slot()
    def _on_replace(self) -> None:
        dialog = self.sender()
        assert isinstance(dialog, AskReplacement)
        self.change(ReplaceTag(*dialog.names()))

    @Slot(QAction)
    def _on_color(self, action: QAction) -> None:
        self.change(SetColor(Color(action.data())))

    @Slot(QAction)
    def _on_importance(self, action: QAction) -> None:
        self.change(SetImportance(action.data()))

    @Slot()
    def _on_remove(self) -> None:
        self.change(Remove())

    @Slot(object)
    def _on_done(self, changes: Changes) -> None:
        self._bus.announce(changes, self)
        count = len(changes.annotations)
        self.said.emit(tr("%Ln annotation(s) changed", "", count) if count else self.tr("They are so already"))
        self._table.setFocus()

    @Slot()
    def _on_cancelled(self) -> None:
        self.said.emit(self.tr("Stopped; nothing was changed"))


def _names_of(dialog: QObject) -> tuple[str, ...]:
    assert isinstance(dialog, AskTags)
    return dialog.names()


def _changing(ids: Sequence[int], change: BulkChange) -> Work:
    def work(library: Library) -> Generator[object, None, Changes]:
        return library.bulk.change(ids, change)

    return work
