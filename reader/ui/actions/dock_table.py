"""The rows of the table that show panels beside the desk. To add one: a row here, and its maker in ``ui/panels.py``."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from reader.messages import QT_TRANSLATE_NOOP
from reader.ui.actions.spec import ActionSpec, Menu


@dataclass(frozen=True, slots=True)
class DockRow:
    """A panel: its id, its name (as in a menu), its keys, and where it stands until it is moved."""

    id: str
    text: str
    keys: tuple[str, ...]
    area: Qt.DockWidgetArea

    @property
    def action(self) -> str:
        """The id of the action that shows it, goes to it, or hides it."""
        return f"dock_{self.id}"


_BELOW = Qt.DockWidgetArea.BottomDockWidgetArea

DOCKS: tuple[DockRow, ...] = (
    DockRow("codebook", QT_TRANSLATE_NOOP("actions", "&Codebook"), ("Ctrl+4",), Qt.DockWidgetArea.RightDockWidgetArea),
    DockRow("marks", QT_TRANSLATE_NOOP("actions", "Annotat&ions"), ("Ctrl+5",), _BELOW),
    DockRow("history", QT_TRANSLATE_NOOP("actions", "&History"), ("Ctrl+6",), Qt.DockWidgetArea.RightDockWidgetArea),
    DockRow("orphans", QT_TRANSLATE_NOOP("actions", "O&rphans"), ("Ctrl+7",), _BELOW),
    DockRow("analysis", QT_TRANSLATE_NOOP("actions", "Anal&ysis"), ("Ctrl+8",), _BELOW),
    DockRow("copies", QT_TRANSLATE_NOOP("actions", "Co&pies"), ("Ctrl+Shift+D",), _BELOW),
)

PANELS_SUBMENU = QT_TRANSLATE_NOOP("menus", "Pan&els")

DOCK_ACTIONS = tuple(
    ActionSpec(row.action, row.text, Menu.VIEW, 2, row.keys, submenu="panels", checkable=True) for row in DOCKS
)
