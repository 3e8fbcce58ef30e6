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
    "weigh_more",
    "weigh_less",
    "links",
    "next_stacked",
    "delete_mark",
    "",
    "select_sentence",
    "select_paragraph",
    "find",
    "",
    "cite",
    "cite_as",
)
_CARD = (
    "note",
    "tag",
    "tags",
    "",
    "weigh_more",
    "weigh_less",
    "links",
    "",
    "cite",
    "cite_as",
    "",
    "delete_mark",
)
_PAGE = (
    "split_item",
    "split_at_caret",
    "merge_item",
    "",
    "role",
    "kind",
    "set_section",
    "same_everywhere",
    "",
    "join_lines",
    "move_block_up",
    "move_block_down",
    "to_item_above",
    "to_item_below",
    "",
    "correct_line",
    "edit_item",
    "accept_item",
)
_SUBMENUS = ("color", "tags", "links", "role", "kind", "cite_as")
_TREE = (
    "toggle_read",
    "tag_articles",
    "move_to_section",
    "edit_item",
    "edit_pages",
    "split_all_anew",
    "delete_pages",
    "export",
    "",
    "expand_all",
    "collapse_all",
)


class ContextMenus(QObject):
    """Opens the context menus of text, tree and page.

    Colours, recent tags, roles and kinds are submenus, as in the menu bar.
    """

    def __init__(self, desk: Desk, actions: ActionSet, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self._menu = QMenu(desk)
        desk.reading.context_menu_requested.connect(self._on_text)
        desk.tree.context_menu.connect(self._on_tree)
        desk.notes.menu_requested.connect(self._on_card)
        desk.workbench.menu_requested.connect(self._on_page)

    @Slot(object)
    def _on_text(self, point: QPoint) -> None:
        if self._desk.article is not None:
            self._open(_TEXT, point)

    @Slot(object)
    def _on_card(self, point: QPoint) -> None:
        self._open(_CARD, point)

    @Slot(object)
    def _on_tree(self, point: QPoint) -> None:
        self._open(_TREE, point)

    @Slot(object)
    def _on_page(self, point: QPoint) -> None:
        if self._desk.article is not None:
            self._open(_PAGE, point)

    def _open(self, names: tuple[str, ...], point: QPoint) -> None:
        self._menu.clear()
        for name in names:
            if not name:
                self._menu.addSeparator()
            elif name in _SUBMENUS:
                self._menu.addMenu(self._actions.submenu(name))
            else:
                self._menu.addAction(self._actions[name])
        self._menu.popup(point)
