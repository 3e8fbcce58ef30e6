"""The composition root: paths, settings, library, window; and their orderly end."""

import getpass
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from reader import __version__
from reader.errors import UserError
from reader.log import log_to
from reader.paths import LIBRARY_SUFFIX, Paths, resources
from reader.services.library import Library
from reader.ui import i18n
from reader.ui.crash import CrashReporter
from reader.ui.instance import FirstInstance, call_first
from reader.ui.main_window import TITLE, MainWindow
from reader.ui.settings import CODER, LANGUAGE, LAST_LIBRARY, RECENT_LIBRARIES, THEME, Settings
from reader.ui.theme.controller import ThemeController
from reader.ui.theme.tokens import Theme
from reader.ui.words import error_text

RECENT_KEPT = 8


class Program(QObject):
    """The running program: one window over one library, and what outlives both."""

    def __init__(self, app: QApplication, settings: Settings, default_library: Path) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._default_library = default_library
        self._theme = ThemeController(app)
        self._theme.set_theme(Theme(settings.get(THEME)))
        self._speak()
        self.window: MainWindow | None = None
        self._refusal: UserError | None = None

    def open(self, library_path: Path | None, pages: Sequence[Path] = ()) -> bool:
        """Show a window over a library (the last one if None) and import pages; False where the user gave up."""
        path = library_path or Path(self._settings.get(LAST_LIBRARY) or self._default_library)
        library = self._opened(path)
        while library is None:
            other = self._asked_for_another(path)
            if other is None:
                return False
            path = other
            library = self._opened(path)
        self._show(library)
        if pages and self.window is not None:
            self.window.import_paths([page.absolute() for page in pages])
        return True

    @Slot(object)
    def on_called(self, arguments: Sequence[str]) -> None:
        """A second start: raise the window and take over its files."""
        if self.window is not None:
            self.window.raise_up()
            self.window.open_or_import([Path(argument) for argument in arguments])

    def close(self) -> None:
        """Let the window and its library go."""
        if self.window is not None:
            window, self.window = self.window, None
            window.library_wanted.disconnect()
            window.rebuild_wanted.disconnect()
            window.close()
            window.library.close()
            window.setParent(None)
            window.deleteLater()

    def _opened(self, path: Path) -> Library | None:
        try:
            return Library(path, coder=self._settings.get(CODER) or getpass.getuser())
        except UserError as error:
            self._refusal = error
            return None

    def _asked_for_another(self, path: Path) -> Path | None:
        """Say why a library does not open; returns the one to open instead."""
        box = QMessageBox(QMessageBox.Icon.Warning, TITLE, self._words(), parent=self.window)
        retry = box.addButton(self.tr("&Try again"), QMessageBox.ButtonRole.AcceptRole)
        other = box.addButton(self.tr("&Open another…"), QMessageBox.ButtonRole.ActionRole)
        fresh = box.addButton(self.tr("&New library…"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        files = self.tr("Jianbao libraries (*{suffix})").format(suffix=LIBRARY_SUFFIX)
        chosen = ""
        if box.clickedButton() is retry:
            return path
        if box.clickedButton() is other:
            chosen, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open library"), str(path.parent), files)
        elif box.clickedButton() is fresh:
            chosen, _ = QFileDialog.getSaveFileName(self.window, self.tr("New library"), str(path.parent), files)
        return Path(chosen) if chosen else None

    def _words(self) -> str:
        return error_text(self._refusal) if self._refusal else ""

    def _show(self, library: Library) -> None:
        self.close()
        self._remember(library.path.absolute())
        window = MainWindow(library, self._settings, self._theme)
        window.library_wanted.connect(self._on_library_wanted)
        window.rebuild_wanted.connect(self._on_rebuild_wanted)
        self.window = window
        window.show()

    def _remember(self, path: Path) -> None:
        self._settings.set(LAST_LIBRARY, str(path))
        recent = [str(path), *self._settings.get(RECENT_LIBRARIES).splitlines()]
        self._settings.set(RECENT_LIBRARIES, "\n".join(list(dict.fromkeys(recent))[:RECENT_KEPT]))

    def _speak(self) -> None:
        language = i18n.language_in_force(self._settings.get(LANGUAGE))
        i18n.install(self._app, language, resources() / "i18n")

    @Slot(object)
    def _on_library_wanted(self, path: Path) -> None:
        library = self._opened(path)
        if library is not None:
            # In the next turn of the event loop, since the old window is still inside the signal that asked.
            QTimer.singleShot(0, self, lambda: self._show(library))
        elif self.window is not None and self._refusal is not None:
            self.window.show_error(self._refusal)

    @Slot()
    def _on_rebuild_wanted(self) -> None:
        QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        if self.window is not None:
            path = self.window.library.path
            self._speak()
            self.close()
            self.open(path)


def main(paths: Sequence[Path], library: Path | None) -> int:
    """Show the window, or hand the files to the one that is open; returns the exit code."""
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    app.setApplicationName("jianbao")
    app.setApplicationDisplayName(TITLE)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("jianbao")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "jianbao.svg")))
    wanted = [str(path.absolute()) for path in ([library] if library else [])] + [str(p.absolute()) for p in paths]
    if call_first(wanted):
        return 0
    folders = Paths.of_user()
    log_to(folders.log)
    reporter = CrashReporter(folders.log)
    sys.excepthook = reporter.on_exception
    first = FirstInstance(app)
    first.listen()
    settings = Settings(QSettings(str(folders.settings), QSettings.Format.IniFormat))
    program = Program(app, settings, folders.library)
    first.called.connect(program.on_called)
    try:
        if not program.open(library, paths):
            return 1
        return app.exec()
    finally:
        first.close()
        program.close()
        sys.excepthook = sys.__excepthook__
