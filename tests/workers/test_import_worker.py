"""Imports run in a process of their own, tell how it goes, and can be stopped or killed without harm."""

import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess

from reader.domain.history import StepName
from reader.domain.scope import Scope
from reader.errors import ErrorCode, UserError
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.services.pages import MetaEdit
from reader.workers.import_worker import ImportController

WAIT_MS = 30000


def page(number):
    return f"第{number}条新闻的标题\n□本报记者 林听雨\n本报讯 昨日上午，第{number}座桥正式通车，两岸群众前来观看。\n"


def make_pages(folder, count):
    folder.mkdir()
    for number in range(1, count + 1):
        (folder / f"{number:04}.txt").write_text(page(number), encoding="utf-8")
    return folder


@pytest.fixture
def library_path(tmp_path):
    return tmp_path / "名 称" / "test.jianbao"


@pytest.fixture
def controller(qapp, library_path):
    made = ImportController(library_path)
    yield made
    made.shutdown(10000)


@pytest.fixture
def heard(controller):
    """Everything that the controller says, by signal."""
    said = {name: [] for name in ("started", "progressed", "imported", "file_failed", "finished")}
    for name, values in said.items():
        getattr(controller, name).connect(values.append)
    return said


def run(qtbot, controller, request):
    with qtbot.waitSignal(controller.finished, timeout=WAIT_MS) as end:
        controller.add(request)
    return end.args[0]


def process_of(controller):
    return controller.findChild(QProcess).processId()


def numbers(library_path):
    """The numbers of the pages that are in the library, in the order in which they came."""
    with closing(sqlite3.connect(library_path)) as connection:
        names = connection.execute("SELECT source_name FROM page ORDER BY id").fetchall()
    return [int(Path(name).stem) for (name,) in names]


def test_pages_arrive_with_their_changes_and_a_report(qtbot, tmp_path, library_path, controller, heard):
    folder = make_pages(tmp_path / "pages", 30)
    (folder / "empty.txt").touch()
    request = ImportRequest((folder, tmp_path / "gone"), meta=MetaEdit(newspaper="砚川日报", page_no="07"))
    summary = run(qtbot, controller, request)
    assert heard["started"] == [request]
    assert (summary.pages, summary.articles, summary.known, summary.cancelled, summary.error) == (
        30,
        30,
        0,
        False,
        None,
    )
    assert [Path(failure.path).name for failure in summary.failures] == ["empty.txt", "gone"]
    assert tuple(heard["file_failed"]) == summary.failures
    last = heard["progressed"][-1]
    assert (last.done, last.total, last.failed, last.path) == (32, 32, 2, "")
    assert last.pages_per_s > 0
    with Library(library_path) as library:
        told = [page_id for changes in heard["imported"] for page_id in changes.pages]
        assert sorted(told) == sorted({row.page_id for row in library.tree.items(Scope())})
        items = {item.id for page_id in told for item in library.pages.items(page_id)}
        assert items == {item_id for changes in heard["imported"] for item_id in changes.items}
        assert {meta.newspaper for meta in library.pages.metas(told).values()} == {"砚川日报"}
        assert library.history.next_undo().detail == "30"
    assert not controller.is_running()


def test_a_burst_of_pages_is_told_in_a_few_words(qtbot, tmp_path, controller, heard):
    run(qtbot, controller, ImportRequest((make_pages(tmp_path / "pages", 200),)))
    assert sum(len(changes.pages) for changes in heard["imported"]) == 200
    assert len(heard["imported"]) < 100


def test_requests_are_run_in_turn(qtbot, tmp_path, controller, heard):
    first = ImportRequest((make_pages(tmp_path / "a", 5),))
    second = ImportRequest((make_pages(tmp_path / "b", 7),))
    controller.add(first)
    controller.add(second)
    qtbot.waitUntil(lambda: not controller.is_running(), timeout=WAIT_MS)
    assert [(end.request, end.pages, end.known) for end in heard["finished"]] == [(first, 5, 0), (second, 2, 5)]
    assert [changes.pages for changes in heard["imported"] if not changes.pages] == []


@pytest.mark.parametrize("name", ["📰 头版.txt", "两\n行.txt", os.fsdecode(b"\xb5\xda.txt")])
def test_names_of_every_kind_cross_the_pipe(qtbot, tmp_path, controller, heard, name):
    path = tmp_path / name
    path.touch()
    summary = run(qtbot, controller, ImportRequest((path,)))
    assert [failure.path for failure in summary.failures] == [str(path)]
    path.write_text(page(1), encoding="utf-8")
    with qtbot.waitSignal(controller.finished, timeout=WAIT_MS) as end:
        controller.retry([path])
    assert (end.args[0].pages, end.args[0].failures) == (1, ())


def test_failed_files_can_be_tried_again_in_another_encoding(qtbot, tmp_path, library_path, controller, heard):
    path = tmp_path / "page.txt"
    path.write_bytes("上海".encode("gb18030"))
    request = ImportRequest((path,), encoding="utf-8", meta=MetaEdit(newspaper="砚川日报"))
    failed = run(qtbot, controller, request).failures
    assert [failure.code for failure in failed] == [ErrorCode.FILE_ENCODING]
    with qtbot.waitSignal(controller.finished, timeout=WAIT_MS):
        controller.retry([Path(failure.path) for failure in failed], "gb18030")
    with Library(library_path) as library:
        stored = library.pages.page(1)
    assert (stored.text, stored.meta.newspaper) == ("上海", "砚川日报")


def test_cancel_stops_at_the_next_file_and_keeps_the_rest(qtbot, tmp_path, library_path, controller, heard):
    folder = make_pages(tmp_path / "pages", 3000)
    with qtbot.waitSignal(controller.imported, timeout=WAIT_MS):
        controller.add(ImportRequest((folder,)))
    controller.add(ImportRequest((tmp_path / "never begun",)))
    with qtbot.waitSignal(controller.finished, timeout=WAIT_MS) as end:
        controller.cancel()
    summary = end.args[0]
    assert summary.cancelled
    assert 0 < summary.pages < 3000
    assert numbers(library_path) == list(range(1, summary.pages + 1))
    assert not controller.is_running()
    assert len(heard["started"]) == 1
    with Library(library_path) as library:
        library.history.undo()
    assert numbers(library_path) == []


def test_a_killed_import_leaves_no_gap_and_no_duplicate(qtbot, tmp_path, library_path, controller, heard):
    folder = make_pages(tmp_path / "pages", 2500)
    before = 0
    for _ in range(2):
        with qtbot.waitSignal(controller.imported, timeout=WAIT_MS):
            controller.add(ImportRequest((folder,)))
        with qtbot.waitSignal(controller.finished, timeout=WAIT_MS) as end:
            os.kill(process_of(controller), signal.SIGKILL)
        assert end.args[0].error.code is ErrorCode.WORKER_DIED
        new = len(numbers(library_path)) - before
        before = len(numbers(library_path))
        with Library(library_path) as library:
            assert (library.history.next_undo().name, library.history.next_undo().detail) == (StepName.IMPORT, str(new))
            assert not list(library.maintenance.problems())
            told = {page_id for changes in heard["imported"] for page_id in changes.pages}
            assert told <= {row.page_id for row in library.tree.items(Scope())}
        assert numbers(library_path) == list(range(1, len(numbers(library_path)) + 1))
    assert 0 < before < 2500
    summary = run(qtbot, controller, ImportRequest((folder,)))
    assert (summary.pages, summary.known, summary.error) == (2500 - before, before, None)
    assert numbers(library_path) == list(range(1, 2501))
    with Library(library_path) as library:
        assert not list(library.maintenance.problems())
        while library.history.next_undo():
            library.history.undo()
    assert numbers(library_path) == []


def test_a_process_that_dies_says_its_last_words(qtbot, controller, monkeypatch):
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    summary = run(qtbot, controller, ImportRequest((Path("any"),)))
    assert summary.error.code is ErrorCode.WORKER_DIED
    assert "encodings" in summary.error.detail


def test_a_process_that_cannot_be_started_is_told(qtbot, controller, monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    summary = run(qtbot, controller, ImportRequest((Path("any"),)))
    assert summary.error.code is ErrorCode.WORKER_DIED
    assert not controller.is_running()


def test_a_library_that_is_none_ends_the_import_by_name(qtbot, tmp_path, library_path, controller, heard):
    library_path.parent.mkdir()
    library_path.write_text("a letter, and not a library of anything " * 9)
    summary = run(qtbot, controller, ImportRequest((make_pages(tmp_path / "pages", 2),)))
    assert (summary.error.code, summary.error.path) == (ErrorCode.LIBRARY_FOREIGN, str(library_path))
    assert library_path.read_text().startswith("a letter")


def test_another_reader_in_the_working_directory_is_not_run(qtbot, tmp_path, controller, monkeypatch):
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader/__init__.py").write_text("raise SystemExit('the wrong one')")
    monkeypatch.chdir(tmp_path)
    summary = run(qtbot, controller, ImportRequest((make_pages(tmp_path / "pages", 1),)))
    assert (summary.pages, summary.error) == (1, None)


def test_shutdown_stops_the_process_and_says_no_more(qtbot, tmp_path, library_path, controller, heard):
    with qtbot.waitSignal(controller.imported, timeout=WAIT_MS):
        controller.add(ImportRequest((make_pages(tmp_path / "pages", 3000),)))
    process = process_of(controller)
    assert controller.shutdown(10000)
    assert not Path(f"/proc/{process}").exists()
    assert heard["finished"] == []
    assert numbers(library_path) == list(range(1, len(numbers(library_path)) + 1))
    with Library(library_path) as library:
        assert library.history.next_undo().detail == str(len(numbers(library_path)))


def test_shutdown_kills_a_process_that_does_not_listen(qtbot, tmp_path, library_path, controller):
    Library(library_path).close()
    with closing(sqlite3.connect(library_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # so that the import waits for the lock
        with qtbot.waitSignal(controller.progressed, timeout=WAIT_MS):
            controller.add(ImportRequest((make_pages(tmp_path / "pages", 2),)))
        process = process_of(controller)
        assert not controller.shutdown(1)
    assert not Path(f"/proc/{process}").exists()


def test_a_paused_import_waits_until_it_may_go_on(qtbot, tmp_path, library_path, controller, heard):
    folder = make_pages(tmp_path / "pages", 1500)
    with qtbot.waitSignal(controller.imported, timeout=WAIT_MS):
        controller.add(ImportRequest((folder,)))
    with qtbot.waitSignal(controller.progressed, timeout=WAIT_MS, check_params_cb=lambda progress: progress.paused):
        controller.pause()
    waiting = heard["progressed"][-1]
    assert 0 < waiting.done < 1500
    assert len(numbers(library_path)) == waiting.done
    with Library(library_path) as library:
        library.reading.set_setting("written", "meanwhile")
        with pytest.raises(UserError, match="undo-while-importing"):
            library.history.undo()
    assert len(numbers(library_path)) == waiting.done
    with qtbot.waitSignal(controller.finished, timeout=WAIT_MS) as end:
        controller.resume()
    assert (end.args[0].pages, end.args[0].cancelled) == (1500, False)
    assert numbers(library_path) == list(range(1, 1501))
    with Library(library_path) as library:
        assert library.history.next_undo().detail == "1500"


def test_a_paused_import_can_be_cancelled(qtbot, tmp_path, library_path, controller, heard):
    with qtbot.waitSignal(controller.imported, timeout=WAIT_MS):
        controller.add(ImportRequest((make_pages(tmp_path / "pages", 1500),)))
    with qtbot.waitSignal(controller.progressed, timeout=WAIT_MS, check_params_cb=lambda progress: progress.paused):
        controller.pause()
    with qtbot.waitSignal(controller.finished, timeout=WAIT_MS) as end:
        controller.cancel()
    assert end.args[0].cancelled
    assert numbers(library_path) == list(range(1, end.args[0].pages + 1))
