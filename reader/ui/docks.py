"""The panels beside the desk: docks that are made when they are first shown, so that a start does not wait for them."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabBar, QWidget

from reader.ui.actions.build import ActionSet
from reader.ui.actions.dock_table import DOCKS, DockRow
from reader.ui.dock_panel import DockPanel
from reader.ui.theme.tokens import Tokens
from reader.ui.words import plain


class Docks(QObject):
    """Shows, hides and focuses the panels of one window by id.

    ``make`` gives the panel of an id; ``leave`` puts the keyboard back into the text.
    """

    def __init__(
        self,
        window: QMainWindow,
        actions: ActionSet,
        make: Callable[[str], DockPanel],
        leave: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._make_panel = make
        self._leave = leave
        self._rows = {row.id: row for row in DOCKS}
        self._docks: dict[str, QDockWidget] = {}
        self._tokens: Tokens | None = None

    def toggle(self, dock_id: str) -> None:
        """Show a panel and go to it; one that has the keyboard already is hidden."""
        dock = self._docks.get(dock_id)
        if dock is not None and dock.isVisible() and holds_focus(dock):
            dock.close()
            self._leave()
        else:
            self.show(dock_id)
        self._check(dock_id)

    def show(self, dock_id: str) -> DockPanel:
        """Show a panel, put the keyboard into it, and return it."""
        dock = self._dock(dock_id)
        dock.show()
        dock.raise_()
        panel = dock.widget()
        assert isinstance(panel, DockPanel)
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return panel

    def shown(self) -> list[str]:
        """The ids of the panels that are open, whether or not another one of the same place covers them."""
        return [dock_id for dock_id, dock in self._docks.items() if not dock.isHidden()]

    def open(self, dock_ids: list[str]) -> None:
        """Make and show panels without going to them, as at a start; ids that no row has are of another version."""
        for dock_id in dock_ids:
            if dock_id in self._rows:
                self._dock(dock_id).show()

    def visible(self) -> list[tuple[str, QDockWidget]]:
        """The docks in sight, with the ids of their panels."""
        return [(dock_id, dock) for dock_id, dock in self._docks.items() if dock.widget().isVisible()]

    def widgets(self) -> list[QDockWidget]:
        """The docks that were made."""
        return [*self._docks.values()]

    def set_enabled(self, *, enabled: bool) -> None:
        """Let panels answer or not, while many pages are being changed."""
        for dock in self._docks.values():
            dock.setEnabled(enabled)

    @Slot(object)
    def set_tokens(self, tokens: Tokens) -> None:
        """Take over the colours of a theme."""
        self._tokens = tokens
        for dock in self._docks.values():
            self._dress(dock)

    def save_pending(self) -> None:
        """Save what is being typed in any panel."""
        for panel in self._panels():
            panel.save_pending()

    def close_down(self) -> None:
        """Save what was typed in any panel. Raises UserError where it cannot be written."""
        for panel in self._panels():
            panel.close_down()

    def _panels(self) -> Iterator[DockPanel]:
        for dock in self._docks.values():
            panel = dock.widget()
            assert isinstance(panel, DockPanel)
            yield panel

    def _dock(self, dock_id: str) -> QDockWidget:
        if dock_id not in self._docks:
            self._docks[dock_id] = self._make(self._rows[dock_id])
        return self._docks[dock_id]

    def _make(self, row: DockRow) -> QDockWidget:
        title = plain(QApplication.translate("actions", row.text))
        dock = QDockWidget(title, self._window)
        dock.setObjectName(row.action)
        panel = self._make_panel(row.id)
        panel.setAccessibleName(title)
        dock.setWidget(panel)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), dock, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._leave)
        dock.visibilityChanged.connect(self._on_visibility_changed)
        others = [other for other in self._docks.values() if self._window.dockWidgetArea(other) == row.area]
        self._window.addDockWidget(row.area, dock)
        if others:
            self._window.tabifyDockWidget(others[-1], dock)
        self._dress(dock)
        return dock

    def _dress(self, dock: QDockWidget) -> None:
        panel = dock.widget()
        assert isinstance(panel, DockPanel)
        if self._tokens is not None:
            panel.set_tokens(self._tokens)

    @Slot()
    def _on_visibility_changed(self) -> None:
        for bar in self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # panels have keys of their own, and Esc leaves them
        for dock_id in self._docks:
            self._check(dock_id)

    def _check(self, dock_id: str) -> None:
        dock = self._docks.get(dock_id)
        self._actions[self._rows[dock_id].action].setChecked(dock is not None and not dock.isHidden())


def holds_focus(widget: QWidget) -> bool:
    """Whether the keyboard is in a widget or in one within it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
