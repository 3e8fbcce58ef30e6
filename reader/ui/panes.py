"""Which panes are shown, and moving the keyboard between them."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from reader.ui.actions.build import ActionSet
from reader.ui.desk import Desk
from reader.ui.docks import Docks, holds_focus

_ORDER = ("tree", "workbench", "text", "notes")
_TOGGLED = ("tree", "workbench", "notes")
_ENOUGH = 1180
"""Pixels: in a narrower window the notes make room for the workbench."""


class Panes(QObject):
    """Shows, hides and focuses the panes of the desk by name: ``tree``, ``workbench``, ``text``, ``notes``."""

    def __init__(self, window: QMainWindow, desk: Desk, docks: Docks, actions: ActionSet) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._docks = docks
        self._actions = actions
        self._panes: Mapping[str, QWidget] = {
            "tree": desk.tree,
            "workbench": desk.workbench,
            "text": desk.reading,
            "notes": desk.notes,
        }
        self._hidden_for_text: list[QWidget] = []
        self._hidden_for_page = False

    def show(self, name: str, *, filtering: bool = False) -> None:
        """Put the keyboard into a pane, which is shown if it was not; ``filtering`` into the tree's filter.

        A text that shows nothing shows the first article then.
        """
        pane = self._panes[name]
        self._set_shown(name, shown=True)
        if name == "text" and self._desk.article is None:
            self._desk.go(forward=True)
        if filtering:
            self._desk.tree.focus_filter()
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, name: str) -> None:
        """Show a pane and leave the keyboard where it is."""
        self._set_shown(name, shown=True)

    def step(self, by: int) -> None:
        """Put the keyboard into the next (1) or previous (-1) pane or panel that is shown."""
        stops: dict[QWidget, Callable[[], object]] = {
            self._panes[name]: partial(self.show, name) for name in _ORDER if not self._panes[name].isHidden()
        }
        stops |= {dock: partial(self._docks.show, dock_id) for dock_id, dock in self._docks.visible()}
        places = list(stops)
        current = next((place for place in places if holds_focus(place)), places[0])
        stops[places[(places.index(current) + by) % len(places)]]()

    def toggle(self, name: str) -> None:
        """Show or hide a pane; the keyboard goes to the text when its pane goes, and to the workbench when it comes."""
        self._set_shown(name, shown=self._panes[name].isHidden())
        if self._panes[name].isHidden():
            self.show("text")
        elif name == "workbench":
            self.show(name)

    def _set_shown(self, name: str, *, shown: bool) -> None:
        notes = self._panes["notes"]
        if name == "workbench" and shown == self._panes[name].isHidden():
            if shown and not notes.isHidden() and self._desk.width() < _ENOUGH:
                self._hidden_for_page = True
                notes.hide()
            elif not shown and self._hidden_for_page:
                self._hidden_for_page = False
                notes.show()
        self._panes[name].setVisible(shown)
        self._check()

    def toggle_distractions(self) -> None:
        """Leave the column of text alone on the screen, or bring everything else back."""
        if self._hidden_for_text:
            for widget in self._hidden_for_text:
                widget.show()
            self._hidden_for_text = []
            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        else:
            around = [
                self._desk.tree,
                self._desk.workbench,
                self._desk.notes,
                self._window.menuBar(),
                self._window.statusBar(),
                *self._window.findChildren(QWidget, "tools"),
                *self._docks.widgets(),
            ]
            self._hidden_for_text = [widget for widget in around if not widget.isHidden()]
            for widget in self._hidden_for_text:
                widget.hide()
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)
        self._actions["distraction_free"].setChecked(bool(self._hidden_for_text))
        self.show("text")

    def _check(self) -> None:
        for name in _TOGGLED:
            self._actions[f"toggle_{name}"].setChecked(not self._panes[name].isHidden())
