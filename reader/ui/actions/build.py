"""Makes the actions of one window out of the table, and its menus out of the actions."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.ui.actions.spec import ActionSpec, Menu, Where
from reader.ui.actions.table import ACTIONS, MENUS, RECENT_TAGS, SUBMENUS
from reader.ui.settings import Settings
from reader.ui.words import plain

_PLACES: Mapping[Where, tuple[str, ...]] = {
    Where.TREE: ("tree",),
    Where.WORKBENCH: ("workbench",),
    Where.TEXT: ("text",),
    Where.READING: ("tree", "text"),
    Where.MARKS: ("text", "notes"),
    Where.CODEBOOK: ("codebook",),
    Where.PANES: ("tree", "workbench", "text", "notes", "codebook"),
}


class ActionSet(QObject):
    """The actions of one window by id, with the shortcuts of the table or those that the user chose."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {spec.id: self._make(spec) for spec in ACTIONS}
        self._tags = [self._make_tag(number) for number in range(1, RECENT_TAGS + 1)]
        self._submenus: dict[str, QMenu] = {}
        self._enable = {spec.id: frozenset(spec.needs.split()) for spec in ACTIONS if spec.needs}
        self._tags_shown: tuple[list[str], bool] | None = None

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    @property
    def tags(self) -> list[QAction]:
        """The actions of the digits, in order."""
        return self._tags

    def submenu(self, name: str) -> QMenu:
        """A submenu of the menu bar, for what the table cannot list (languages, recent files)."""
        return self._submenus[name]

    def connect_to(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Connect every action of the table to the method for its id. Raises KeyError where one has none."""
        for spec in ACTIONS:
            self._actions[spec.id].triggered.connect(_without_argument(handlers[spec.id]))

    def attach(self, places: Mapping[str, Iterable[QWidget]]) -> None:
        """Let actions that belong to a pane act in its widgets, and only there.

        The panes are ``tree``, ``workbench``, ``text``, ``notes`` and ``codebook``; each is attached when it is made.
        """
        for spec in ACTIONS:
            for place in _PLACES.get(spec.where, ()):
                for widget in places.get(place, ()):
                    widget.addAction(self._actions[spec.id])
        for action in self._tags:
            for place in _PLACES[Where.MARKS]:
                for widget in places.get(place, ()):
                    widget.addAction(action)

    def set_available(self, present: Iterable[str]) -> None:
        """Enable what is of use now: ``present`` names what is there (article, mark, selection)."""
        there = set(present)
        for action_id, needs in self._enable.items():
            self._actions[action_id].setEnabled(not there.isdisjoint(needs))

    def show_tags(self, names: Iterable[str], *, usable: bool) -> None:
        """Name the actions of the digits by the recent tags."""
        known = list(names)
        if self._tags_shown == (known, usable):
            return
        self._tags_shown = known, usable
        for number, action in enumerate(self._tags):
            action.setVisible(number < len(known))
            action.setEnabled(usable and number < len(known))
            action.setText(known[number].replace("&", "&&") if number < len(known) else "")
            action.setData(known[number] if number < len(known) else None)

    def fill(self, bar: QMenuBar) -> None:
        """Put all actions into menus."""
        menus = {menu: bar.addMenu(QCoreApplication.translate("menus", text)) for menu, text in MENUS.items()}
        groups: dict[Menu, int] = {}
        for spec in ACTIONS:
            menu = menus[spec.menu]
            if groups.setdefault(spec.menu, spec.group) != spec.group:
                menu.addSeparator()
                groups[spec.menu] = spec.group
            self._menu_for(spec, menu).addAction(self._actions[spec.id])
            if spec.id == "toggle_notes":  # panels stand with the panes
                self._add_submenu("panels", menu)
            if spec.id == "open_library":
                self._add_submenu("recent", menu)
            if spec.id == "next_theme":
                self._add_submenu("language", menu)
            if spec.id == "tag":
                self._add_submenu("tags", menu).addActions(self._tags)

    def reload_shortcuts(self) -> None:
        """Take over the shortcuts that the user chose."""
        for spec in ACTIONS:
            self._actions[spec.id].setShortcuts(sequences(self.keys_of(spec)))

    def keys_of(self, spec: ActionSpec) -> tuple[str, ...]:
        """The keys of an action: the user's choice or those of the table."""
        chosen = self._settings.shortcuts(spec.id)
        return spec.keys if chosen is None else chosen

    def _menu_for(self, spec: ActionSpec, menu: QMenu) -> QMenu:
        if not spec.submenu:
            return menu
        return self._submenus.get(spec.submenu) or self._add_submenu(spec.submenu, menu)

    def _add_submenu(self, name: str, menu: QMenu) -> QMenu:
        self._submenus[name] = menu.addMenu(QCoreApplication.translate("menus", SUBMENUS[name]))
        return self._submenus[name]

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(QCoreApplication.translate("actions", spec.text), self._window)
        action.setObjectName(spec.id)
        action.setIconText(plain(action.text()))  # what buttons say
        action.setCheckable(spec.checkable)
        action.setShortcuts(sequences(self.keys_of(spec)))
        if spec.detail:
            action.setStatusTip(QCoreApplication.translate("actions", spec.detail))
        if spec.choice:
            group = self._groups.setdefault(spec.choice, QActionGroup(self._window))
            group.addAction(action)
        if spec.where is Where.WINDOW:
            self._window.addAction(action)
        else:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    def _make_tag(self, number: int) -> QAction:
        action = QAction(self._window)
        action.setObjectName(f"tag_{number}")
        action.setShortcut(QKeySequence(str(number)))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setVisible(False)
        return action


def meet(one: Where, other: Where) -> bool:
    """Whether there is a place where the shortcuts of both act."""
    return Where.WINDOW in (one, other) or not set(_PLACES[one]).isdisjoint(_PLACES[other])


def sequences(keys: Iterable[str]) -> list[QKeySequence]:
    """Keys in Qt's portable notation as sequences."""
    return [QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in keys]


def _without_argument(handler: Callable[[], object]) -> Callable[[bool], object]:
    """``triggered`` says whether the action is checked; handlers ask the action where they want to know."""

    def triggered(_checked: bool = False) -> object:  # noqa: FBT001, FBT002 # as the signal calls it
        return handler()

    return triggered
