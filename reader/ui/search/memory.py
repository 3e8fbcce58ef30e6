"""Searches that are not typed again: the last ones, and those kept by name, in a menu under the search field."""

import json
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu

from reader.domain.model import Changes
from reader.domain.saved import QueryKind
from reader.errors import UserError
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.search.field import SearchField

_RECENT = "search.recent"
_MOST = 12
_LONGEST = 60


class SearchMemory(QObject):
    """Remembers the searches of one library.

    Signals:
        chosen: the query that is to be searched again.
        said: what was done, and can be undone.
        refused: the ``UserError`` that stood against it.
    """

    chosen = Signal(str)
    said = Signal(str)
    refused = Signal(object)

    def __init__(self, library: Library, bus: ChangeBus, field: SearchField, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._bus = bus
        self._field = field
        self._menu = QMenu(field)
        self._dialog: QInputDialog | None = None

    def remember(self, query: str) -> None:
        """Keep a query among the last ones: it led to an article."""
        recent = self.recent()
        if query and query != (recent[0] if recent else ""):
            kept = [query, *(other for other in recent if other != query)][:_MOST]
            self._library.reading.set_setting(_RECENT, json.dumps(kept, ensure_ascii=False))

    def recent(self) -> list[str]:
        """The last queries, newest first."""
        return [str(query) for query in json.loads(self._library.reading.setting(_RECENT) or "[]")]

    @Slot()
    def show_menu(self) -> None:
        """Offer the last searches, those kept by name, and keeping this one."""
        menu = self._menu
        menu.clear()
        saved = [query for query in self._library.saved.all() if query.kind is QueryKind.SEARCH]
        for title, entries in (
            (self.tr("Saved searches"), [(query.name, query.content) for query in saved]),
            (self.tr("Last searches"), [(self._shown(query), query) for query in self.recent()]),
        ):
            if entries:
                self._add(title, lambda: None, enabled=False)
                for name, query in entries:
                    self._add(name, lambda query=query: self.chosen.emit(query))  # type: ignore[misc] # bound now
        menu.addSeparator()
        self._add(self.tr("Save this search…"), self.save, enabled=bool(self._query()))
        self._add(self.tr("Forget the last searches"), self._forget, enabled=bool(self.recent()))
        menu.popup(self._field.mapToGlobal(QPoint(0, self._field.height())))
        if first := next(
            (action for action in menu.actions() if action.isEnabled() and not action.isSeparator()), None
        ):
            menu.setActiveAction(first)

    @Slot()
    def save(self) -> None:
        """Ask for a name, and keep the query that stands in the field."""
        if not self._query():
            return
        self._dialog = QInputDialog(self._field.window())
        self._dialog.setWindowTitle(self.tr("Save this search"))
        self._dialog.setLabelText(self.tr("Name, under which the article tree shows it:"))
        self._dialog.setTextValue(self._field.text().strip())
        self._dialog.textValueSelected.connect(self._on_named)
        self._dialog.open()

    def _query(self) -> str:
        return self._field.query()

    def _shown(self, query: str) -> str:
        from reader.domain.query import parted  # a start asks nothing

        text, pinyin = parted(query)
        return self.tr("{query} (by pinyin)").format(query=text) if pinyin else query

    @Slot(str)
    def _on_named(self, name: str) -> None:
        try:
            _, changes = self._library.saved.save_search(name, self._query())
        except UserError as error:
            self.refused.emit(error)
            return
        self._bus.announce(changes if changes.history else Changes(history=False))
        self.said.emit(self.tr("Saved: {name}").format(name=name.strip()))

    @Slot()
    def _forget(self) -> None:
        self._library.reading.set_setting(_RECENT, "[]")

    def _add(self, text: str, chosen: Callable[[], None], *, enabled: bool = True) -> None:
        shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        action = QAction(shown.replace("&", "&&"), self._menu)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked: chosen())
        self._menu.addAction(action)
