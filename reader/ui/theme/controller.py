"""The theme of the running application: what was chosen, what that means on this desktop, and telling everyone."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.ui.theme.palette import build_palette, tokens_of_palette
from reader.ui.theme.stylesheet import build_stylesheet
from reader.ui.theme.tokens import DARK, LIGHT, TOKENS, Theme, Tokens
from reader.ui.theme.typography import interface_font

_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.SEPIA: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


class ThemeController(QObject):
    """Applies a theme to the application and follows the desktop where the reader chose to.

    Signals:
        tokens_changed: the ``Tokens`` now in force, after palette and style sheet were set; GUI thread.
    """

    tokens_changed = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._theme = Theme.SYSTEM
        self._system_palette = app.palette()
        self._tokens = LIGHT
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        """What was chosen."""
        return self._theme

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    def set_theme(self, theme: Theme) -> None:
        """Choose a theme and apply it to the whole application."""
        self._theme = theme
        # Also asks the desktop for a title bar that fits. Unknown hands the choice back to it.
        self._app.styleHints().setColorScheme(_SCHEMES[theme])
        self._apply()

    @Slot()
    def _on_system_changed(self) -> None:
        if self._theme is Theme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self._tokens = self._resolved()
        self._app.setStyle("Fusion")
        self._app.setFont(interface_font())
        self._app.setPalette(build_palette(self._tokens))
        self._app.setStyleSheet(build_stylesheet(self._tokens))
        self.tokens_changed.emit(self._tokens)

    def _resolved(self) -> Tokens:
        if self._theme is not Theme.SYSTEM:
            return TOKENS[self._theme]
        if wants_high_contrast():
            return tokens_of_palette(self._system_palette)
        return DARK if desktop_scheme() == Qt.ColorScheme.Dark else LIGHT


def desktop_scheme() -> Qt.ColorScheme:
    """The colour scheme of the desktop; unknown where it has none."""
    return QGuiApplication.styleHints().colorScheme()


def wants_high_contrast() -> bool:
    """Whether the desktop asks for high contrast."""
    # Kept in a variable: the wrapper of what it owns dies with its own.
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    return accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
