"""The composition root: paths, settings, library, window; and their orderly end."""

import gc
import getpass
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from reader import __version__
from reader.errors import ErrorCode, UserError
from reader.log import log_to
from reader.paths import Paths, resources
from reader.services.library import Library
from reader.ui import i18n
from reader.ui.crash import CrashReporter
from reader.ui.dialogs.library_file import library_to_make, library_to_open
from reader.ui.frame import Found
from reader.ui.instance import FirstInstance, call_first
from reader.ui.main_window import TITLE, MainWindow
from reader.ui.settings import CODER, LANGUAGE, LAST_LIBRARY, RECENT_LIBRARIES, THEME, Settings
from reader.ui.theme.controller import ThemeController
from reader.ui.window_state import fit
from reader.ui.words import error_text

RECENT_KEPT = 8
_LISTEN_AFTER_MS = 500
"""When the program begins to listen for later starts: what it needs for that takes longer to load than many a pane."""
_ARTICLE = "--article="
"""What stands before the id of an article among the files of a second start; those are absolute paths."""


class Program(QObject):
    """The running program: one window over one library, and what outlives both."""

    def __init__(self, app: QApplication, settings: Settings, default_library: Path) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._default_library = default_library
        self._theme = ThemeController(app)
        self._theme.set_theme(settings.get(THEME))
        self._speak()
        self.window: MainWindow | None = None
        self._refusal: UserError | None = None
        self._calls: list[tuple[list[Path], Found | None]] = []

    def open(self, library_path: Path | None, pages: Sequence[Path] = (), found: Found | None = None) -> bool:
        """Show a window over a library (the last one if None), import pages and show an article.

        Returns False where the user gave up.

        A library that is named is made as needed, as is the first of all. The last one is not: it may lie on a disk
        that is not there now.
        """
        last = self._settings.get(LAST_LIBRARY)
        path = library_path or Path(last or self._default_library)
        library = self._opened(path, make=bool(library_path) or not last)
        while library is None:
            other = self._asked_for_another(path)
            if other is None:
                return False
            path, make = other
            library = self._opened(path, make=make)
        self._show(library)
        if pages and self.window is not None:
            self.window.import_paths([page.absolute() for page in pages])
        if found is not None and self.window is not None:
            self.window.show_found(found)
        for paths, wanted in self._calls:
            self._take(paths, wanted)
        self._calls.clear()
        return True

    @Slot(object)
    def on_called(self, arguments: Sequence[str]) -> None:
        """A second start: raise the window and take over its files, at the latest when there is a window."""
        articles = [text for text in arguments if text.startswith(_ARTICLE)]
        paths = [Path(argument) for argument in arguments if argument not in articles]
        found = next((Found(int(text.removeprefix(_ARTICLE))) for text in articles), None)
        if self.window is None:
            self._calls.append((paths, found))
        else:
            self._take(paths, found)

    def _take(self, paths: list[Path], found: Found | None) -> None:
        if self.window is not None:
            self.window.raise_up()
            self.window.open_or_import(paths, found)

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

    def _opened(self, path: Path, *, make: bool) -> Library | None:
        if not make and not os.path.lexists(path):
            self._refusal = UserError(ErrorCode.FILE_VANISHED, str(path))
            return None
        try:
            return Library(path, coder=self._settings.get(CODER) or getpass.getuser())
        except UserError as error:
            self._refusal = error
            return None

    def _asked_for_another(self, path: Path) -> tuple[Path, bool] | None:
        """Say why a library does not open; returns the one to open instead, and whether it may be made."""
        box = QMessageBox(QMessageBox.Icon.Warning, TITLE, self._words(), parent=self.window)
        retry = box.addButton(self.tr("&Try again"), QMessageBox.ButtonRole.AcceptRole)
        other = box.addButton(self.tr("&Open another…"), QMessageBox.ButtonRole.ActionRole)
        fresh = box.addButton(self.tr("&New library…"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is retry:
            return path, False
        if box.clickedButton() is other:
            chosen = library_to_open(self.window, path.parent)
            return (chosen or path), False
        if box.clickedButton() is fresh:
            made = library_to_make(self.window, path.parent)
            return (made or path), made is not None
        return None

    def _words(self) -> str:
        return error_text(self._refusal) if self._refusal else ""

    def _show(self, library: Library) -> None:
        self.close()
        self._remember(library.path.absolute())
        window = MainWindow(library, self._settings, self._theme)
        window.library_wanted.connect(self._on_library_wanted)
        window.rebuild_wanted.connect(self._on_rebuild_wanted)
        self.window = window
        fit(window)
        window.show()

    def _remember(self, path: Path) -> None:
        self._settings.set(LAST_LIBRARY, str(path))
        recent = [str(path), *self._settings.get(RECENT_LIBRARIES).splitlines()]
        self._settings.set(RECENT_LIBRARIES, "\n".join(list(dict.fromkeys(recent))[:RECENT_KEPT]))

    def _speak(self) -> None:
        language = i18n.language_in_force(self._settings.get(LANGUAGE))
        i18n.install(self._app, language, resources() / "i18n")

    @Slot(object, object, object)
    def _on_library_wanted(self, path: Path, pages: Sequence[Path], found: Found | None) -> None:
        library = self._opened(path, make=False)
        if library is not None:
            # In the next turn of the event loop, since the old window is still inside the signal that asked.
            QTimer.singleShot(0, self, lambda: self._change_to(library, pages, found))
        elif self.window is not None and self._refusal is not None:
            self.window.show_error(self._refusal)

    def _change_to(self, library: Library, pages: Sequence[Path], found: Found | None) -> None:
        self._show(library)
        if pages and self.window is not None:
            self.window.import_paths(list(pages))
        if found is not None and self.window is not None:
            self.window.show_found(found)

    @Slot()
    def _on_rebuild_wanted(self) -> None:
        QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        if self.window is not None:
            self._speak()
            self.close()
            self.open(None)


def program_icon() -> QIcon:
    """The icon at every size that it was fitted to the pixel grid for, so that no small one is scaled."""
    icon = QIcon()
    for image in sorted((resources() / "icons" / "hicolor").glob("*/apps/jianbao.png")):
        icon.addFile(str(image))
    return icon


def main(paths: Sequence[Path], library: Path | None, article: int | None = None) -> int:
    """Show the window, or hand files and the id of an article to the one that is open; returns the exit code."""
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    app.setApplicationName("jianbao")
    app.setApplicationDisplayName(TITLE)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("jianbao")
    app.setWindowIcon(program_icon())
    wanted = [str(path.absolute()) for path in ([library] if library else [])] + [str(p.absolute()) for p in paths]
    if article is not None:
        wanted.append(f"{_ARTICLE}{article}")
    first = FirstInstance(app)
    is_first = first.claim()
    if not is_first and call_first(wanted, patiently=first.there_is_another()):
        return 0
    folders = Paths.of_user()
    log_to(folders.log)
    reporter = CrashReporter(folders.log)
    sys.excepthook = reporter.on_exception
    settings = Settings(QSettings(str(folders.settings), QSettings.Format.IniFormat))
    program = Program(app, settings, folders.library)
    first.called.connect(program.on_called)
    if is_first:
        QTimer.singleShot(_LISTEN_AFTER_MS, first, first.listen)
    try:
        if not program.open(library, paths, None if article is None else Found(article)):
            return 1
        gc.freeze()  # what the start made stays until the end: looking for garbage in it only holds the window up
        gc.enable()
        return app.exec()
    finally:
        first.close()
        program.close()
        sys.excepthook = sys.__excepthook__
