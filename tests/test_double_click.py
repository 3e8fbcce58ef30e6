"""Jianbao as a desktop starts it: by its launcher, with and without files, in real windows under a window manager."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from configparser import ConfigParser
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.domain.scope import Scope
from reader.paths import Paths
from reader.services.importing import ImportRequest
from reader.services.launcher import MIME_TYPE, install_launcher, user_data_home
from reader.services.library import Library
from tests.support.desktop import PATIENCE_S, Desktop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    Until = Callable[[Callable[[], object]], None]

TITLE = "剪报 Jianbao"
SEEDS = Path(__file__).resolve().parents[1] / "seeds"
PAGES = sorted(SEEDS.glob("*.txt"))[:2]

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="launchers of freedesktop.org")


@pytest.fixture
def desktop(x_display: dict[str, str], home: Path) -> Iterator[Desktop]:
    """A display with Jianbao among its programs."""
    for program in ("gio", "dex", "xdotool"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    install_launcher()
    found = Desktop(x_display, home)
    yield found
    found.end_all()


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    """Waits until a condition holds, and fails when it does not come to hold."""
    return lambda condition: qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_S * 1000)


def entry() -> Path:
    return user_data_home() / "applications" / "jianbao.desktop"


def double_click(desktop: Desktop, *files: Path) -> None:
    """Start the launcher, with files dropped on it if there are any, and wait until the desktop has done its part."""
    desktop.run("gio", "launch", str(entry()), *map(str, files))


def window_of(desktop: Desktop) -> int:
    (window,) = desktop.windows(TITLE, wait=True)
    return window


def close_window(desktop: Desktop, window: int, until: Until) -> None:
    """Close as a user does, by the window manager, and wait until the process is gone."""
    desktop.run("xdotool", "windowactivate", "--sync", str(window))
    desktop.press("alt+F4")
    until(lambda: not desktop.programs())


def a_library(path: Path, *pages: Path) -> Path:
    with Library(path) as library:
        for _ in library.importer.import_pages(ImportRequest(pages)):
            pass
    return path


def article_count(path: Path) -> int:
    if not path.exists():
        return 0
    with Library(path) as library:
        return library.tree.counts(Scope())[0]


def expected_count(tmp_path: Path, *pages: Path) -> int:
    return article_count(a_library(tmp_path / "expected.jianbao", *pages))


def test_it_opens_the_last_library_and_closes_with_its_state_saved(
    desktop: Desktop, tmp_path: Path, until: Until
) -> None:
    library = a_library(tmp_path / "我的 剪报.jianbao", *PAGES)
    double_click(desktop, library)
    window = window_of(desktop)
    assert library in desktop.open_files(desktop.pid_of(window))
    desktop.run("xdotool", "windowactivate", "--sync", str(window))
    desktop.press("ctrl+2")
    desktop.press("j")
    until(lambda: article_read(library))  # going on from an article counts it as read
    close_window(desktop, window, until)

    desktop.run("dex", str(entry()))
    again = window_of(desktop)
    assert library in desktop.open_files(desktop.pid_of(again)), "the last library"
    with Library(library) as opened:
        walked = [row.id for row in opened.tree.items(Scope())]
        assert opened.reading.setting("window.article") == str(walked[1])
    close_window(desktop, again, until)
    assert not list(tmp_path.glob("*-wal")), "the library was closed, not dropped"


def article_read(path: Path) -> bool:
    with Library(path) as library:
        return library.reading.is_read(library.tree.items(Scope())[0].id)


def test_the_window_is_known_as_the_one_of_the_launcher(desktop: Desktop) -> None:
    parsed = ConfigParser(interpolation=None)
    parsed.read(entry(), encoding="utf-8")
    double_click(desktop)
    window = window_of(desktop)
    assert desktop.windows_of_class(parsed["Desktop Entry"]["StartupWMClass"]) == [window]
    assert Paths.of_user().library in desktop.open_files(desktop.pid_of(window)), "the first library of all"


def test_pages_dropped_on_the_launcher_are_imported(desktop: Desktop, tmp_path: Path, until: Until) -> None:
    expected = expected_count(tmp_path, *PAGES)
    double_click(desktop, *PAGES)
    window_of(desktop)
    until(lambda: article_count(Paths.of_user().library) == expected)


def test_a_second_start_hands_over_and_ends(desktop: Desktop, tmp_path: Path, until: Until) -> None:
    expected = expected_count(tmp_path, *PAGES)
    double_click(desktop)
    window = window_of(desktop)
    pid = desktop.pid_of(window)
    with another_window_on_top(desktop, until):
        double_click(desktop, *PAGES)
        until(lambda: desktop.active_window() == window)
    until(lambda: article_count(Paths.of_user().library) == expected)
    until(lambda: desktop.programs() == [pid])
    assert desktop.windows(TITLE) == [window]

    other = a_library(tmp_path / "other.jianbao")
    double_click(desktop, other, PAGES[0])
    until(lambda: other in desktop.open_files(pid))
    expected = article_count(a_library(tmp_path / "first.jianbao", PAGES[0]))
    until(lambda: article_count(other) == expected)
    until(lambda: Paths.of_user().library not in desktop.open_files(pid))
    until(lambda: desktop.programs() == [pid])
    (changed,) = desktop.windows(TITLE)
    assert desktop.pid_of(changed) == pid


OTHER_PROGRAM = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
window = QLabel("other")
window.setWindowTitle("other")
window.showMaximized()
app.exec()
"""


@contextmanager
def another_window_on_top(desktop: Desktop, until: Until) -> Iterator[None]:
    """Another program that has the keyboard, as long as the context lasts."""
    with subprocess.Popen([sys.executable, "-c", OTHER_PROGRAM], env=desktop.environ) as process:
        try:
            until(lambda: desktop.active_window() in desktop.windows("other"))
            yield
        finally:
            process.kill()


def test_starts_at_the_same_moment_give_one_window(desktop: Desktop, until: Until) -> None:
    starters = [subprocess.Popen(["gio", "launch", str(entry())], env=desktop.environ) for _ in range(3)]
    for starter in starters:
        assert starter.wait(PATIENCE_S) == 0
    window = window_of(desktop)
    until(lambda: desktop.programs() == [desktop.pid_of(window)])
    assert desktop.windows(TITLE) == [window]


def test_a_program_that_was_killed_keeps_nobody_from_starting(desktop: Desktop, until: Until) -> None:
    double_click(desktop)
    killed = desktop.pid_of(window_of(desktop))
    os.kill(killed, signal.SIGKILL)
    until(lambda: killed not in desktop.programs() and not desktop.windows(TITLE))
    double_click(desktop)
    window = window_of(desktop)
    double_click(desktop)
    until(lambda: desktop.programs() == [desktop.pid_of(window)])


def test_the_desktop_opens_libraries_with_it(desktop: Desktop, tmp_path: Path) -> None:
    library = a_library(tmp_path / "剪报.jianbao")
    assert MIME_TYPE in desktop.run("gio", "info", "--attributes=standard::content-type", str(library))
    assert f"Default application for “{MIME_TYPE}”: jianbao.desktop" in desktop.run("gio", "mime", MIME_TYPE)
    if shutil.which("xdg-mime"):
        assert desktop.run("xdg-mime", "query", "filetype", str(library)) == MIME_TYPE
        assert desktop.run("xdg-mime", "query", "default", MIME_TYPE) == "jianbao.desktop"
    desktop.run("gio", "open", str(library))
    assert library in desktop.open_files(desktop.pid_of(window_of(desktop)))
