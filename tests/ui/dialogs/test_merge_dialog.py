"""Annotations of files come in by keyboard: shown first, merged on request, what does not fit listed and saved."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.dialogs.merge import MergeDialog
from reader.workers.jobs import JobRunner
from tests.support.carried import annotations, export_to
from tests.support.printed import file_page, mark


@pytest.fixture
def library(tmp_path):
    """A library that has the page of the file and none of its annotations."""
    with Library(tmp_path / "work.jianbao", coder="甲") as opened:
        file_page(opened)
        yield opened


@pytest.fixture
def exported(tmp_path):
    """A file with two annotations."""
    with Library(tmp_path / "other.jianbao", coder="乙") as other:
        _, article, _, brief = file_page(other)
        mark(other, article, "集市", note="注", tags=["商业"])
        mark(other, brief, "图书馆")
        return export_to(other, tmp_path / "x.json")


@pytest.fixture
def open_dialog(qtbot, library):
    jobs = JobRunner(library.path)
    opened = []

    def opener(*paths):
        bus = ChangeBus()
        dialog = MergeDialog(library, bus, jobs, paths)
        dialog.heard = []
        bus.changed.connect(lambda changes, _initiator: dialog.heard.append(changes))
        opened.append((dialog, bus))
        dialog.open()
        qtbot.waitUntil(lambda: not jobs.is_busy() if hasattr(jobs, "is_busy") else len(dialog.reports) == len(paths))
        qtbot.waitUntil(lambda: len(dialog.reports) == len(paths) and dialog.progress.isHidden())
        return dialog

    yield opener
    for dialog, _ in opened:
        dialog.done(0)
        dialog.deleteLater()


def test_what_would_come_is_shown_before_anything_is_written(open_dialog, library, exported):
    dialog = open_dialog(exported)
    assert dialog.said.text() == "“x.json”: 2 new annotations · 1 new tag."
    assert dialog.import_.isEnabled()
    assert not annotations(library)
    assert (dialog.table.isHidden(), dialog.save.isHidden()) == (True, True)


def test_return_imports_and_the_views_are_told(qtbot, open_dialog, library, exported):
    dialog = open_dialog(exported)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.is_done)
    assert sorted(one["quote"] for one in annotations(library).values()) == ["图书馆", "集市"]
    assert dialog.said.text() == "“x.json”: 2 new annotations · 1 new tag imported."
    assert [len(changes.annotations) for changes in dialog.heard] == [2]
    assert dialog.import_.isHidden()
    library.history.undo()
    assert not annotations(library)


def test_a_file_that_brings_nothing_cannot_be_imported(qtbot, open_dialog, library, exported):
    dialog = open_dialog(exported)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.is_done)
    again = open_dialog(exported)
    assert again.said.text() == "“x.json”: nothing new."
    assert not again.import_.isEnabled()


def test_what_does_not_fit_is_listed_and_saved(open_dialog, library, exported, tmp_path):
    record = json.loads(exported.read_text(encoding="utf-8"))
    record["annotations"][0].update(page={}, quote="=没有的话")
    exported.write_text(json.dumps(record), encoding="utf-8")
    bad = tmp_path / "bad.qdpx"
    bad.write_bytes(b"nothing")
    dialog = open_dialog(exported, bad)
    model = dialog.table.lines
    cells = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    reason = "Its page is not in the library. Import the page first."
    assert (model.rowCount(), cells) == (1, ["x.json", "annotations 1", "=没有的话", reason])
    assert f"“{bad}” cannot be read as annotations" in dialog.said.text()
    dialog.save_list(str(tmp_path / "left.csv"))
    assert "'=没有的话" in (tmp_path / "left.csv").read_text(encoding="utf-8-sig")
    dialog.save_list(str(tmp_path / "missing" / "left.csv"))
    assert "cannot be written" in dialog.said.text()


def test_esc_closes_without_importing(open_dialog, library, exported):
    dialog = open_dialog(exported)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert not annotations(library)
