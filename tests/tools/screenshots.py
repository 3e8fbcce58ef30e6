"""Takes the screenshots of README.md from the seed pages: ``python -m tests.tools.screenshots [FOLDER]``.

With ``--all FOLDER`` it takes every scene in every theme and language, to be looked at. The window is the real one,
drawn without a display, so that pictures do not depend on whose desktop they were taken on.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reader.domain.analysis import Question
from reader.domain.scope import Scope
from reader.paths import resources
from reader.services.library import Library
from reader.ui import i18n
from reader.ui.main_window import MainWindow
from reader.ui.reading.find_bar import FindBar
from reader.ui.settings import LANGUAGE, Settings
from reader.ui.theme.controller import ThemeController
from reader.ui.theme.tokens import Theme
from tests.bench import corpus
from tests.tools import screenshot_library

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "screenshots"
_ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2", "LC_ALL": "C.UTF-8"}
_COLOURS = 256
_SAME = 5
SETTLED_MS = 400
"""Longer than the timers by which the window fills its status line and its lists."""


@dataclass(frozen=True)
class Look:
    """A theme and a language, and the name that pictures of both have."""

    theme: Theme
    language: str

    @property
    def name(self) -> str:
        """As in ``window-light-zh.png``."""
        return f"{self.theme.value}-{self.language.partition('_')[0]}"


class Studio:
    """Opens real windows over libraries made for the purpose, and takes pictures of them."""

    def __init__(self, app: QApplication, work: Path) -> None:
        self._app = app
        self._work = work
        self._theme = ThemeController(app)
        self._opened = 0
        self._marked = screenshot_library.marked(work / "砚川.jianbao")
        self._coded = screenshot_library.coded(work / "砚川编码.jianbao")

    @contextmanager
    def window(self, look: Look, library: Path | None = None) -> Iterator[MainWindow]:
        """A window in a look, over a new copy of the library with the marked article unless another one is named."""
        self._opened += 1
        fresh = self._work / f"{self._opened}.jianbao"
        shutil.copy(self._marked, fresh)
        settings = Settings(QSettings(str(self._work / f"{self._opened}.ini"), QSettings.Format.IniFormat))
        settings.set(LANGUAGE, look.language)
        i18n.install(self._app, look.language, resources() / "i18n")
        self._theme.set_theme(look.theme)
        opened = Library(library or fresh, coder="罗")
        window = MainWindow(opened, settings, self._theme)
        try:
            window.show()
            window.activateWindow()
            QTest.qWaitForWindowActive(window)
            yield window
        finally:
            window.close()
            opened.close()
            window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # before the next language is spoken

    def reading(self, look: Look) -> QPixmap:
        """The article with its marks, one of them in focus."""
        with self.window(look) as window:
            _open_marked(window)
            window.desk.focus_mark(list(window.desk.marks)[1])
            return _taken(window)

    def narrow(self, look: Look) -> QPixmap:
        """The same in the smallest window that it is made for."""
        with self.window(look) as window:
            window.resize(960, 600)
            _open_marked(window)
            window.desk.focus_mark(list(window.desk.marks)[1])
            return _taken(window)

    def writing(self, look: Look) -> QPixmap:
        """A note being written."""
        with self.window(look) as window:
            _open_marked(window)
            window.desk.focus_mark(list(window.desk.marks)[3])
            window.desk.notes.edit_note()
            return _taken(window)

    def finding(self, look: Look) -> QPixmap:
        """Words found in the article."""
        with self.window(look) as window:
            _open_marked(window)
            window.actions_["find"].trigger()
            window.findChild(FindBar).field.setText("断面")
            return _taken(window)

    def nothing_open(self, look: Look) -> QPixmap:
        """A library with pages, and no article open."""
        with self.window(look) as window:
            return _taken(window)

    def empty(self, look: Look) -> QPixmap:
        """A library without pages."""
        with self.window(look, self._work / "empty.jianbao") as window:
            return _taken(window)

    def importing(self, look: Look) -> QPixmap:
        """An import on its way."""
        pages = self._work / "pages"
        if not pages.exists():
            pages.mkdir()
            corpus.write_pages(pages, 600)
        library = self._work / f"importing-{look.name}.jianbao"
        with self.window(look, library) as window:
            done: list[int] = []
            window.importing.controller.progressed.connect(lambda progress: done.append(progress.done))
            window.import_paths([pages])
            _wait(lambda: bool(done) and done[-1] > 0)
            return window.grab()

    def export(self, look: Look) -> QPixmap:
        """The export dialog, with its preview."""
        return self._dialog(look, "export", lambda dialog: bool(dialog.export.isEnabled()))

    def preferences(self, look: Look) -> QPixmap:
        """The preferences."""
        return self._dialog(look, "preferences")

    def keys(self, look: Look) -> QPixmap:
        """The list of keys."""
        return self._dialog(look, "keys")

    def palette(self, look: Look) -> QPixmap:
        """The command palette."""
        return self._dialog(look, "palette")

    def import_dialog(self, look: Look) -> QPixmap:
        """The dialog that asks what to import."""
        return self._dialog(look, "import")

    def coding(self, look: Look) -> QPixmap:
        """The codebook and the list of annotations beside an article."""
        with self._panels(look) as window:
            window.docks.show("codebook")
            window.docks.show("marks")
            _lay_docks(window, marks=300, codebook=300)
            _wait(lambda: not window.jobs.is_busy())
            return _taken(window)

    def analysis(self, look: Look) -> QPixmap:
        """Which tags occur in one article, as a picture, and the quotes behind a cell."""
        return self._panel(look, "analysis", _ask_of_articles)

    def history(self, look: Look) -> QPixmap:
        """What was done."""
        return self._panel(look, "history")

    def copies(self, look: Look) -> QPixmap:
        """A library without copies."""
        return self._panel(look, "copies")

    def orphans(self, look: Look) -> QPixmap:
        """A library without orphans."""
        return self._panel(look, "orphans")

    def workbench(self, look: Look) -> QPixmap:
        """The raw page beside the article, and why a line is what it is."""
        with self.window(look) as window:
            _open_marked(window)
            window.actions_["toggle_workbench"].trigger()
            return _taken(window)

    def searching(self, look: Look) -> QPixmap:
        """Results in the place of the tree."""
        with self.window(look) as window:
            window.searching.run("记者")
            _wait(lambda: not window.jobs.is_busy())
            return _taken(window)

    def _panel(self, look: Look, dock: str, prepare: Callable[[Any], object] = bool) -> QPixmap:
        with self._panels(look) as window:
            panel = window.docks.show(dock)
            _lay_docks(window, **{dock: 400})
            _wait(lambda: not window.jobs.is_busy())
            prepare(panel)
            _let_pass(SETTLED_MS)
            _wait(lambda: not window.jobs.is_busy())
            return _taken(window)

    @contextmanager
    def _panels(self, look: Look) -> Iterator[MainWindow]:
        library = self._work / f"coded-{look.name}-{self._opened}.jianbao"
        shutil.copy(self._coded, library)
        with self.window(look, library) as window:
            window.resize(1440, 900)
            _open_marked(window)
            yield window

    def _dialog(self, look: Look, action: str, is_ready: Callable[[Any], bool] = bool) -> QPixmap:
        with self.window(look) as window:
            _open_marked(window)
            window.actions_[action].trigger()
            (dialog,) = window.findChildren(QDialog)
            _wait(lambda: is_ready(dialog))
            picture = _taken(dialog)
            dialog.reject()
            return picture


SCENES: dict[str, Callable[[Studio, Look], QPixmap]] = {
    "window": Studio.reading,
    "narrow": Studio.narrow,
    "writing": Studio.writing,
    "finding": Studio.finding,
    "nothing": Studio.nothing_open,
    "empty": Studio.empty,
    "importing": Studio.importing,
    "import": Studio.import_dialog,
    "export": Studio.export,
    "preferences": Studio.preferences,
    "keys": Studio.keys,
    "palette": Studio.palette,
    "coding": Studio.coding,
    "analysis": Studio.analysis,
    "history": Studio.history,
    "copies": Studio.copies,
    "orphans": Studio.orphans,
    "workbench": Studio.workbench,
    "searching": Studio.searching,
}
SHOWN = (
    ("window", Look(Theme.LIGHT, "zh_CN")),
    ("window", Look(Theme.DARK, "en")),
    ("coding", Look(Theme.LIGHT, "zh_CN")),
    ("workbench", Look(Theme.SEPIA, "zh_CN")),
    ("analysis", Look(Theme.LIGHT, "en")),
)
"""The pictures that README.md shows."""


def _open_marked(window: MainWindow) -> None:
    row = next(row for row in window.library.tree.items(Scope()) if row.marks)
    window.desk.open_article(row.id)
    window.desk.focus_text()


def _lay_docks(window: MainWindow, **sizes: int) -> None:
    """Give docks a width or height, whichever their place leaves open."""
    for dock_id, size in sizes.items():
        dock = dict(window.docks.visible())[dock_id]
        below = window.dockWidgetArea(dock) == Qt.DockWidgetArea.BottomDockWidgetArea
        window.resizeDocks([dock], [size], Qt.Orientation.Vertical if below else Qt.Orientation.Horizontal)


def _ask_of_articles(panel: Any) -> None:
    panel.choices.set_question(Question.IN_ARTICLE)
    panel.tabs.setCurrentIndex(1)
    _wait(lambda: panel.grid is not None and panel.grid.question is Question.IN_ARTICLE)
    _wait(lambda: not panel.picture.sizeHint().isEmpty())
    beside = {cell: number for cell, number in panel.grid.values.items() if cell[0] != cell[1]}
    panel.picture.chosen.emit(*max(beside, key=lambda cell: beside[cell]))


def _taken(widget: QWidget) -> QPixmap:
    QTest.qWaitForWindowExposed(widget)
    _let_pass(SETTLED_MS)
    return widget.grab()


def _wait(condition: Callable[[], bool]) -> None:
    while not condition():
        _let_pass(10)


def _let_pass(ms: int) -> None:
    """Run the event loop for a while; unlike ``QTest.qWait`` it lets threads go on."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _save(picture: QPixmap, path: Path) -> None:
    """Write a picture in 256 colours, which nobody can tell from all of them; the file is a third as long."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours: list[int] = []
    for colour, _ in Counter(memoryview(image.constBits()).cast("I")).most_common():
        if all(_distance(colour, other) > _SAME for other in colours):
            colours.append(colour)
        if len(colours) == _COLOURS:
            break
    flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    small = image.convertToFormat(QImage.Format.Format_Indexed8, colours, flags)
    if not small.save(str(path), "PNG", 0):  # 0: as small as PNG can make it
        sys.exit(f"cannot write {path}")


def _distance(one: int, other: int) -> int:
    """By how much two colours (0xAARRGGBB) differ in the channel in which they differ most."""
    return max(abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) for shift in (0, 8, 16))


def _has_catalogue(look: Look) -> bool:
    there = look.language == "en" or (resources() / "i18n" / f"jianbao_{look.language}.qm").is_file()
    if not there:
        sys.stderr.write(f"no catalogue of {look.language} yet: {look.name} is left out\n")
    return there


def main(argv: list[str] | None = None) -> int:
    """Take the pictures; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.screenshots", description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER, help="where to (default: %(default)s)")
    parser.add_argument("--all", action="store_true", help="every scene in every theme and language")
    parser.add_argument("--scene", action="append", choices=SCENES, help="with --all: only this one")
    args = parser.parse_args(argv)
    wanted = SHOWN
    if args.all:
        if args.folder == FOLDER:
            parser.error("--all needs a folder of its own")
        looks = [Look(*pair) for pair in product((Theme.LIGHT, Theme.SEPIA, Theme.DARK), i18n.LANGUAGES)]
        wanted = tuple(product(args.scene or SCENES, looks))
    args.folder.mkdir(parents=True, exist_ok=True)
    os.environ.update(_ENVIRONMENT)
    app = QApplication([])
    with tempfile.TemporaryDirectory(prefix="jianbao-") as home:
        os.environ["HOME"] = home
        studio = Studio(app, Path(home))
        for scene, look in wanted:
            if _has_catalogue(look):
                _save(SCENES[scene](studio, look), args.folder / f"{scene}-{look.name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
