"""The menus of the right mouse button and the menu key: the actions that fit where they are asked for."""

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu

from reader.ui.actions.build import ActionSet
from reader.ui.desk import Desk

_TEXT = (
    "highlight",
    "color",
    "",
    "note",
    "tag",
    "tags",
    "",
    "next_stacked",
    "delete_mark",
    "",
    "select_sentence",
    "select_paragraph",
    "find",
)
_TREE = ("toggle_read", "edit_pages", "export", "", "expand_all", "collapse_all")


class ContextMenus(QObject):
    """Opens the context menus of text and tree. Colours and recent tags are submenus, as in the menu bar."""

    def __init__(self, desk: Desk, actions: ActionSet, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._menu = QMenu(desk)
        desk.reading.context_menu_requested.connect(self._on_text)
        desk.tree.context_menu.connect(self._on_tree)

    @Slot(object)
    def _on_text(self, point: QPoint) -> None:
        if self._desk.article is not None:
            self._open(_TEXT, point)

    @Slot(object)
    def _on_tree(self, point: QPoint) -> None:
        self._open(_TREE, point)

    def _open(self, names: tuple[str, ...], point: QPoint) -> None:
        self._menu.clear()
        for name in names:
            if not name:
                self._menu.addSeparator()
            elif name in ("color", "tags"):
                self._menu.addMenu(self._actions.submenu(name))
            else:
                self._menu.addAction(self._actions[name])
        self._menu.popup(point)
