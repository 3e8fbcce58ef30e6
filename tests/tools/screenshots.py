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
from random import Random
from typing import Any
from unittest.mock import patch
from uuid import UUID

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from reader.paths import resources
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.ui import i18n
from reader.ui.main_window import MainWindow
from reader.ui.reading.find_bar import FindBar
from reader.ui.settings import LANGUAGE, Settings
from reader.ui.theme.controller import ThemeController
from reader.ui.theme.tokens import Theme
from tests.bench import corpus

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "screenshots"
_ENVIRONMENT = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2", "LC_ALL": "C.UTF-8"}
_COLOURS = 256
_SAME = 5
SETTLED_MS = 400
"""Longer than the timers by which the window fills its status line and its lists."""

MARKS: tuple[tuple[Color, str, str, tuple[str, ...]], ...] = (
    (Color.YELLOW, "谁也拿不出一张两家都认的单子", "改革前的僵局：没有双方都认的数据。", ("数据共认",)),
    (
        Color.GREEN,
        "水质比上年同期变好，下游给上游补；变差，上游给下游赔。",
        "核心规则，双向补偿。",
        ("政策工具", "跨界补偿"),
    ),
    (Color.PINK, "上游给下游赔。一年下来，17个断面结算12次，流转资金4386.2万元", "", ("资金",)),
    (Color.BLUE, "采样日由摇号产生，前一天晚上8点才通知", "防止临时应付。可与禾渡县的做法比较。", ("数据共认",)),
    (Color.ORANGE, "县财政按规则划走46万元", "第一笔赔付。", ("资金", "案例")),
    (Color.VIOLET, "四成修支流河堤，三成给沿岸停养的97户养殖户转产", "", ("资金",)),
)
"""The marks of one article of the seeds: colour, words, note, tags. The second and the third overlap."""


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
        self._marked = self._marked_library()

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

    def _dialog(self, look: Look, action: str, is_ready: Callable[[Any], bool] = bool) -> QPixmap:
        with self.window(look) as window:
            _open_marked(window)
            window.actions_[action].trigger()
            (dialog,) = window.findChildren(QDialog)
            _wait(lambda: is_ready(dialog))
            picture = _taken(dialog)
            dialog.reject()
            return picture

    def _marked_library(self) -> Path:
        path = self._work / "砚川.jianbao"
        chance = Random(0)
        with (
            Library(path, coder="罗") as library,
            patch("uuid.uuid4", lambda: UUID(int=chance.getrandbits(128), version=4)),  # the export shows them
        ):
            for _event in library.importer.import_pages(ImportRequest((ROOT / "seeds",))):
                pass
            rows = library.tree.items(Scope())
            library.reading.set_read([row.id for row in rows[:8]], read=True)
            articles = (library.pages.article(row.id) for row in rows)
            article = next(article for article in articles if MARKS[0][1] in article.view.text)
            for color, words, note, tags in MARKS:
                start = article.view.text.index(words)
                library.marks.add(article, Range(start, start + len(words)), color, note, tags)
        return path


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
}
SHOWN = (
    ("window", Look(Theme.LIGHT, "zh_CN")),
    ("window", Look(Theme.DARK, "en")),
    ("export", Look(Theme.SEPIA, "zh_CN")),
)
"""The pictures that README.md shows."""


def _open_marked(window: MainWindow) -> None:
    row = next(row for row in window.library.tree.items(Scope()) if row.marks)
    window.desk.open_article(row.id)
    window.desk.focus_text()


def _taken(widget: QWidget) -> QPixmap:
    QTest.qWaitForWindowExposed(widget)
    QTest.qWait(SETTLED_MS)
    return widget.grab()


def _wait(condition: Callable[[], bool]) -> None:
    while not condition():
        QTest.qWait(10)


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
