"""The running program: which library it opens, what it asks when that fails, and how it outlives windows and bugs."""

import logging
import sqlite3
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from reader import log
from reader.app import RECENT_KEPT, Program, program_icon
from reader.domain.scope import Scope
from reader.paths import resources
from reader.services.library import Library
from reader.storage.connection import open_database
from reader.ui import i18n
from reader.ui.crash import CrashReporter
from reader.ui.frame import Found
from reader.ui.settings import COLOR, LANGUAGE, LAST_LIBRARY, RECENT_LIBRARIES, THEME
from reader.ui.theme.tokens import Theme
from tests.support.answers import answering, choose, click
from tests.tools.render_icons import DRAWINGS, png_path


@pytest.fixture
def default(tmp_path):
    return tmp_path / "data" / "library.jianbao"


@pytest.fixture
def program(qapp, settings, default, theme_controller):
    made = Program(qapp, settings, default)
    yield made
    made.close()
    made.setParent(None)
    made.deleteLater()
    i18n.install(qapp, "en", resources() / "i18n")
    theme_controller.set_theme(Theme.LIGHT)


def library_of(program):
    return program.window.library.path


def make_library(path):
    Library(path).close()
    return path


# Which library


def test_the_first_start_makes_the_first_library(program, default, settings):
    assert program.open(None)
    assert library_of(program) == default
    assert settings.get(LAST_LIBRARY) == str(default)


def test_the_last_library_is_opened_again(program, settings, tmp_path, default):
    last = make_library(tmp_path / "last.jianbao")
    settings.set(LAST_LIBRARY, str(last))
    assert program.open(None)
    assert library_of(program) == last
    assert not default.exists()


def test_a_library_that_is_named_is_made_as_needed(program, tmp_path, settings):
    assert program.open(tmp_path / "new.jianbao")
    assert settings.get(LAST_LIBRARY) == str(tmp_path / "new.jianbao")


def test_pages_are_imported_into_the_library_that_they_come_with(program, tmp_path, qtbot, seeds):
    assert program.open(tmp_path / "new.jianbao", [seeds / "20240513-02.txt"])
    with qtbot.waitSignal(program.window.importing.controller.finished, timeout=60_000):
        pass
    assert program.window.library.tree.counts(Scope())[0] > 0


def test_recent_libraries_are_listed_once_each_and_newest_first(program, tmp_path, settings):
    paths = [tmp_path / f"{number}.jianbao" for number in range(RECENT_KEPT + 2)]
    for path in [*paths, paths[4]]:
        assert program.open(path)
    recent = settings.get(RECENT_LIBRARIES).splitlines()
    assert recent[:2] == [str(paths[4]), str(paths[-1])]
    assert len(recent) == len(set(recent)) == RECENT_KEPT


# When it does not open


@pytest.fixture
def missing(settings, tmp_path):
    """The last library, on a disk that is not there."""
    path = tmp_path / "disk" / "last.jianbao"
    settings.set(LAST_LIBRARY, str(path))
    return path


def test_a_missing_library_is_not_made_anew(program, missing, settings):
    with answering(click("Cancel")) as said:
        assert not program.open(None)
    assert str(missing) in said[0]
    assert not missing.parent.exists()
    assert program.window is None
    assert settings.get(LAST_LIBRARY) == str(missing), "it may be back at the next start"


def test_trying_again_finds_it_when_it_is_back(program, missing):
    def plug_in_and_try(box):
        missing.parent.mkdir()
        make_library(missing)
        click("Try again")(box)

    with answering(click("Try again"), plug_in_and_try) as said:
        assert program.open(None)
    assert len(said) == 2
    assert library_of(program) == missing


def test_another_library_can_be_opened_instead(program, missing, tmp_path):
    other = make_library(tmp_path / "other.jianbao")
    with answering(click("Open another…"), choose(other)):
        assert program.open(None)
    assert library_of(program) == other


def test_a_new_library_can_be_made_instead(program, missing, tmp_path):
    with answering(click("New library…"), choose(tmp_path / "fresh")):
        assert program.open(None)
    assert library_of(program) == tmp_path / "fresh.jianbao"


def test_who_chooses_no_file_is_asked_again(program, missing):
    with answering(click("Open another…"), lambda chooser: chooser.reject(), click("Cancel")) as said:
        assert not program.open(None)
    assert len(said) == 2


def a_newer(path):
    make_library(path)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()


def a_foreign(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipe (id)")
    connection.close()


def a_text(path):
    path.write_text("not a database, " * 100)


def a_folder(path):
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (a_newer, "newer Jianbao"),
        (a_foreign, "not a library"),
        (a_text, "not a library"),
        (a_folder, "cannot be opened"),
    ],
)
def test_a_file_that_is_no_good_is_named_and_left_as_it_is(program, tmp_path, spoil, words):
    path = tmp_path / "spoilt.jianbao"
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with answering(click("Cancel")) as said:
        assert not program.open(path)
    assert str(path) in said[0]
    assert words in said[0]
    assert before == (path.read_bytes() if path.is_file() else None)


def test_a_library_that_another_program_locks_opens_when_it_lets_go(program, tmp_path, monkeypatch):
    path = make_library(tmp_path / "locked.jianbao")
    monkeypatch.setitem(open_database.__kwdefaults__, "busy_timeout_ms", 10)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")

    def let_go_and_try(box):
        other.close()
        click("Try again")(box)

    with answering(let_go_and_try) as said:
        assert program.open(path)
    assert "used by another program" in said[0]


def test_a_window_stays_when_another_library_does_not_open(program, tmp_path, default):
    program.open(None)
    window = program.window
    window.want_library(tmp_path / "gone.jianbao")
    assert "gone.jianbao" in window.status.message()
    assert program.window is window
    assert not (tmp_path / "gone.jianbao").exists()


# Other windows


def test_another_library_comes_with_its_pages(program, tmp_path, qtbot, seeds):
    program.open(None)
    other = make_library(tmp_path / "other.jianbao")
    program.window.open_or_import([seeds / "20240513-02.txt", other])
    qtbot.waitUntil(lambda: library_of(program) == other)
    with qtbot.waitSignal(program.window.importing.controller.finished, timeout=60_000):
        pass
    assert program.window.library.tree.counts(Scope())[0] > 0


def test_what_was_found_in_another_library_is_open_when_that_is(program, seeded, qtbot):
    program.open(None)
    with Library(seeded) as library:
        hit = library.search.search("记者").hits[1]
    program.window.want_library(seeded, found=Found(hit.item_id, "记者"))
    qtbot.waitUntil(lambda: library_of(program) == seeded)
    window = program.window
    assert window.desk.article.stored.id == hit.item_id
    assert tuple(window.desk.reading.text._layer.hits) == window.library.search.hits("记者", window.desk.article)
    qtbot.waitUntil(window.desk.reading.text.hasFocus)
    window.want_library(library_of(program), found=Found(0))
    qtbot.waitUntil(lambda: program.window is not window)
    assert program.window.status.message() == "The article is gone"


def test_a_new_library_is_begun_from_the_menu(program, tmp_path, qtbot):
    program.open(None)
    with answering(choose(tmp_path / "new")):
        program.window.actions_["new_library"].trigger()
    qtbot.waitUntil(lambda: library_of(program) == tmp_path / "new.jianbao")


def test_a_library_in_the_place_of_a_new_one_is_opened_not_replaced(program, seeded, qtbot):
    program.open(None)
    with answering(choose(seeded)):
        program.window.actions_["new_library"].trigger()
    qtbot.waitUntil(lambda: library_of(program) == seeded)
    assert program.window.library.tree.counts(Scope())[0] > 60


def test_calls_before_there_is_a_window_are_not_lost(program, missing, tmp_path, qtbot, seeds):
    other = make_library(tmp_path / "other.jianbao")

    def call_and_open_another(box):
        program.on_called([str(seeds / "20240513-02.txt")])
        click("Open another…")(box)

    with answering(call_and_open_another, choose(other)):
        assert program.open(None)
    with qtbot.waitSignal(program.window.importing.controller.finished, timeout=60_000):
        pass
    assert program.window.library.tree.counts(Scope())[0] > 0


def test_a_start_and_a_call_that_name_an_article_show_it(program, seeded, tmp_path, qtbot):
    with Library(seeded) as library:
        first, second = (row.id for row in library.tree.items(Scope())[3:5])
    assert program.open(seeded, found=Found(first))
    assert program.window.desk.article.stored.id == first
    program.on_called([f"--article={second}"])
    assert program.window.desk.article.stored.id == second
    other = make_library(tmp_path / "other.jianbao")
    program.on_called([str(other)])
    qtbot.waitUntil(lambda: library_of(program) == other)
    program.on_called([str(seeded), f"--article={first}"])
    qtbot.waitUntil(lambda: library_of(program) == seeded)
    assert program.window.desk.article.stored.id == first


def test_a_call_without_files_raises_the_window(program, qtbot):
    program.open(None)
    program.window.showMinimized()
    program.on_called([])
    qtbot.waitUntil(program.window.isActiveWindow)
    assert not program.window.isMinimized()


def test_a_change_of_language_keeps_everything_but_the_words(program, seeded, settings, qtbot):
    program.open(seeded)
    before = program.window
    row = before.library.tree.items(Scope())[3]
    before.desk.open_article(row.id)
    before.desk.reading.set_caret(200)
    position = before.desk.reading.position()
    settings.set(LANGUAGE, "zh_CN")
    before.rebuild_wanted.emit()
    qtbot.waitUntil(lambda: program.window not in (None, before))
    assert library_of(program) == seeded
    assert program.window.desk.article.stored.id == row.id
    assert program.window.desk.reading.position() == position
    assert program.window.menuBar().actions()[0].text() == "文件(&F)"


# What it remembers, and how it looks


@pytest.mark.parametrize(("setting", "key"), [(THEME, "view/theme"), (COLOR, "marks/color")])
def test_a_setting_that_makes_no_sense_is_the_usual_one(program, settings, setting, key):
    settings._store.setValue(key, "beige")
    assert settings.get(setting) is setting.default
    assert program.open(None)


def test_the_icon_is_the_one_drawn_for_each_size(qapp):
    icon = program_icon()
    assert sorted(size.width() for size in icon.availableSizes()) == sorted(DRAWINGS)
    for size in DRAWINGS:
        shown = icon.pixmap(size, size).toImage().convertToFormat(QImage.Format.Format_ARGB32)
        assert shown == QImage(str(png_path("jianbao", size))).convertToFormat(QImage.Format.Format_ARGB32), size


# Bugs


@pytest.fixture
def reporter(qapp, tmp_path, monkeypatch):
    made = CrashReporter(tmp_path / "jianbao.log")
    monkeypatch.setattr(sys, "excepthook", made.on_exception)
    root = logging.getLogger()
    before = root.handlers[:]
    log.log_to(tmp_path / "jianbao.log")
    yield made
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()


def raised(words):
    """What an exception hook is given."""
    return ZeroDivisionError, ZeroDivisionError(words), None


def test_a_bug_is_logged_shown_once_and_can_be_copied(reporter, tmp_path):
    bug = raised("a bug of ours")
    with answering(click("Copy the report")) as said:
        sys.excepthook(*bug)
        sys.excepthook(*bug)
    assert len(said) == 1
    assert str(tmp_path / "jianbao.log") in said[0]
    report = QGuiApplication.clipboard().text()
    assert "ZeroDivisionError: a bug of ours" in report
    assert "Qt " in report
    assert Path(tmp_path / "jianbao.log").read_text().count("ZeroDivisionError: a bug of ours") == 2


def test_a_bug_while_another_is_shown_does_not_pile_up(reporter, tmp_path):
    second = raised("second")

    def fail_again(box):
        sys.excepthook(*second)
        click("Close")(box)

    with answering(fail_again) as said:
        sys.excepthook(*raised("first"))
    assert len(said) == 1
    assert "second" in Path(tmp_path / "jianbao.log").read_text()


def test_a_bug_in_a_thread_is_shown_by_the_window(reporter, qtbot):
    bug = raised("in a thread")
    thread = threading.Thread(target=lambda: sys.excepthook(*bug))
    with answering(click("Close")) as said:
        thread.start()
        thread.join()
        assert said == []
        qtbot.waitUntil(lambda: len(said) == 1)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_ctrl_c_is_no_bug(reporter):
    with answering() as said:
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert said == []


@pytest.mark.qt_no_exception_capture
def test_the_program_lives_on_after_a_bug(program, reporter, seeded):
    program.open(seeded)
    program.window.actions_["next_article"].triggered.connect(lambda: 1 / 0)
    with answering(click("Close")) as said:
        program.window.actions_["next_article"].trigger()
    assert len(said) == 1
    first = program.window.desk.article
    assert first is not None
    program.window.actions_["next_article"].trigger()
    assert program.window.desk.article.stored.id != first.stored.id
