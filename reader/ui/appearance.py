"""How the window looks to this user: theme, type and text size, chosen by actions and remembered."""

from PySide6.QtCore import QObject, Slot

from reader.ui.actions.build import ActionSet
from reader.ui.desk import Desk
from reader.ui.settings import FONT_FAMILY, FONT_SIZE, THEME, Settings
from reader.ui.theme.controller import ThemeController
from reader.ui.theme.tokens import TOKENS, Theme, Tokens
from reader.ui.theme.typography import LARGEST, SMALLEST, Typography
from reader.ui.tool_bar import ToolBar


class Appearance(QObject):
    """Applies theme and type to the desk and keeps the actions' check marks true."""

    def __init__(self, theme: ThemeController, settings: Settings, actions: ActionSet, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._actions = actions
        self._desk: Desk | None = None
        self._tool_bar: ToolBar | None = None
        theme.tokens_changed.connect(self._on_tokens_changed)
        self._show_choice()

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._theme.tokens

    @property
    def typography(self) -> Typography:
        """The type in force."""
        return Typography(self._settings.get(FONT_FAMILY), self._settings.get(FONT_SIZE))

    def dress(self, desk: Desk, tool_bar: ToolBar) -> None:
        """Give a desk and a tool bar the colours and type in force, and keep them so."""
        self._desk = desk
        self._tool_bar = tool_bar
        self._on_tokens_changed(self._theme.tokens)
        self._apply_type()

    def set_theme(self, theme: Theme) -> None:
        """Choose a theme."""
        self._settings.set(THEME, theme)
        self._theme.set_theme(theme)
        self._show_choice()

    def next_theme(self) -> None:
        """Light, sepia, dark, and light again; the one that the system chose is not chosen once more."""
        order = [Theme.LIGHT, Theme.SEPIA, Theme.DARK]
        shown = [theme for theme in order if TOKENS[theme] == self._theme.tokens]
        at = order.index(shown[0]) if shown else -1
        self.set_theme(order[(at + 1) % len(order)])

    def resize_text(self, points: int) -> None:
        """Make the text larger or smaller by some points, within what can be read."""
        self.set_type(self._settings.get(FONT_FAMILY), self._settings.get(FONT_SIZE) + points)

    def reset_text(self) -> None:
        """Text of the usual size."""
        self.set_type(self._settings.get(FONT_FAMILY), FONT_SIZE.default)

    def set_type(self, family: str, size: int) -> None:
        """Choose a family ("" is the built-in list) and a size in points."""
        self._settings.set(FONT_FAMILY, family)
        self._settings.set(FONT_SIZE, min(max(size, SMALLEST), LARGEST))
        self._apply_type()

    def _apply_type(self) -> None:
        if self._desk is not None:
            self._desk.set_typography(self.typography)

    def _show_choice(self) -> None:
        self._actions[f"theme_{self._theme.theme.value}"].setChecked(True)

    @Slot(object)
    def _on_tokens_changed(self, tokens: Tokens) -> None:
        if self._desk is not None and self._tool_bar is not None:
            self._desk.set_tokens(tokens)
            self._tool_bar.set_tokens(tokens)
