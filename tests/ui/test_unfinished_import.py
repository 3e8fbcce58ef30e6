"""An import that was killed, or stopped by closing its window, is offered at the next start."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.domain.scope import Scope
from reader.services.importing import MANY_FILES, ImportRequest
from reader.services.library import Library
from tests.bench import corpus

ROOT = Path(__file__).parents[2]
PAGES = MANY_FILES + 60
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
LONG_MS = 60_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("剪报")
    for page in corpus.pages(PAGES * corpus.ARTICLES_PER_PAGE):
        text = "\n".join(page.text.splitlines()[:40])
        (made / Path(page.name).name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def killed(tmp_path, folder):
    """A library into which an import was killed when some pages were there."""
    path = tmp_path / "killed.jianbao"
    Library(path).close()
    command = [sys.executable, "-m", "reader", "import", "--processes", "0", "-l", path, folder.name]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=folder.parent, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    with Library(path) as library:
        while process.poll() is None and len(library.tree.page_ids(Scope())) < 5:
            pass
        assert library.unfinished.all() == []  # it still runs
    process.send_signal(signal.SIGKILL)
    process.wait()
    return path


def test_it_is_offered_with_its_folder_and_gone_on_with_by_key(killed, open_window, folder, qtbot):
    window = open_window(killed)
    there = len(window.library.tree.page_ids(Scope()))
    assert not window.actions_["resume_import"].isEnabled()
    qtbot.waitUntil(lambda: window.importing.has_offer)
    panel = window.importing.panel
    assert panel.text.text() == f"Interrupted: import of “{folder.name}” · {PAGES - there} of {PAGES} files left"
    assert panel.resume.isVisible()
    assert "Ctrl+Alt+I" in panel.resume.toolTip()
    with qtbot.waitSignal(window.importing.controller.finished, timeout=LONG_MS) as ended:
        QTest.keyClick(window, Qt.Key.Key_I, HELD)
    (summary,) = ended.args
    assert (summary.pages, summary.known) == (PAGES - there, there)
    assert not window.importing.has_offer
    assert not panel.resume.isVisible()
    assert window.library.unfinished.all() == []
    assert len(window.library.tree.page_ids(Scope())) == PAGES


def test_it_is_forgotten_by_key_and_its_pages_stay(killed, open_window, qtbot):
    window = open_window(killed)
    qtbot.waitUntil(lambda: window.importing.has_offer)
    there = len(window.library.tree.page_ids(Scope()))
    QTest.keyClick(window, Qt.Key.Key_X, HELD)
    assert not window.importing.has_offer
    assert not window.importing.panel.isVisible()
    assert not window.actions_["dismiss_import"].isEnabled()
    assert window.library.unfinished.all() == []
    assert len(window.library.tree.page_ids(Scope())) == there >= 5


def test_the_terminal_goes_on_with_it_as_well(killed, folder):
    with Library(killed) as library:
        assert [one.request.paths for one in library.unfinished.all()] == [(folder,)]
        for _event in library.importer.import_pages(ImportRequest((folder,)), processes=0):
            pass
        assert library.unfinished.all() == []


@pytest.mark.parametrize("closed", [True, False])
def test_closing_the_window_keeps_it_and_cancelling_does_not(tmp_path, open_window, folder, qtbot, closed):
    path = tmp_path / "closed.jianbao"
    window = open_window(path)
    controller = window.importing.controller
    with qtbot.waitSignal(controller.progressed, timeout=LONG_MS, check_params_cb=lambda progress: progress.paused):
        window.import_paths([folder])
        controller.pause()  # or else it might come to its end before the window does
    if closed:
        window.close()
    else:
        with qtbot.waitSignal(controller.finished, timeout=LONG_MS) as ended:
            controller.cancel()
        assert ended.args[0].cancelled
        window.close()
    with Library(path) as library:
        found = library.unfinished.all()
        assert [one.request.paths for one in found] == ([(folder,)] if closed else [])
        assert all(one.left == PAGES - len(library.tree.page_ids(Scope())) for one in found)


def test_one_whose_files_are_gone_is_not_offered_again(killed, folder):
    with Library(killed) as library:
        (left,) = library.unfinished.all()
        hidden = folder.rename(folder.with_name("elsewhere"))
        try:
            for _event in library.importer.import_pages(left.request):
                pass
        finally:
            hidden.rename(folder)
        assert library.unfinished.all() == []


def test_small_imports_and_whole_ones_leave_nothing(seeded, folder):
    with Library(seeded) as library:
        assert library.unfinished.all() == []
        events = library.importer.import_pages(ImportRequest((folder,)), lambda: False, processes=0)
        for _event in events:
            pass
        assert library._database.conn.execute("SELECT count(*) FROM setting").fetchone()[0] == 0
