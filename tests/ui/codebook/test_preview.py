"""Merging the codebook of a file: looked at, shown, done or stopped."""

from threading import Event

import pytest

from reader.ui.codebook.preview import CodebookPreview

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support",  # popups, where nothing is shown
    "Keyboard event not accepted",  # the release of a key whose press began a write
    extend=True,
)


def test_a_codebook_is_shown_before_it_is_taken(bench, tmp_path, qtbot):
    table = tmp_path / "theirs.csv"
    table.write_text("name,parent,color,definition\n医疗,民生,,看病\n城建,,red,\n住房,,,新的\n", encoding="utf-8")
    dialog = bench.look_at(table)
    assert dialog.counts.text() == "1 new tag · 1 changed · 1 as it is"
    rows = [[dialog.table.item(row, column).text() for column in range(3)] for row in range(dialog.table.rowCount())]
    assert rows == [["医疗", "new", "看病"], ["住房", "meaning", "新的"]]
    assert dialog.problems.count() == 1
    assert bench.named("医疗") is None, "nothing is done before it is wanted"
    dialog.take.click()
    assert bench.window.writes.is_busy
    bench.qtbot.waitUntil(lambda: not dialog.is_busy())
    assert bench.shown() == ["民生", "  住房", "  医疗", "城建"]
    assert dialog.counts.text().startswith("Done")
    assert bench.answer(CodebookPreview) is dialog
    bench.press("Return")
    assert not dialog.isVisible()
    bench.window.actions_["undo"].trigger()
    assert bench.shown() == ["民生", "  住房", "城建"]


def test_a_damaged_codebook_is_refused_in_words(bench, tmp_path):
    (tmp_path / "x.qdc").write_bytes(b"<CodeBook>")
    dialog = bench.look_at(tmp_path / "x.qdc")
    assert "x.qdc" in dialog.counts.text()
    assert not dialog.table.isVisible()
    bench.press("Return")
    assert not dialog.isVisible()


def many_tags(path, count):
    path.write_text("name\n" + "".join(f"标签{number}\n" for number in range(count)), encoding="utf-8")
    return path


def test_a_merge_that_is_stopped_leaves_nothing_and_can_be_done_again(bench, tmp_path):
    dialog = bench.look_at(many_tags(tmp_path / "many.csv", 3000))
    steps, heard = len(bench.library.history.steps()), []
    dialog.take.click()
    job = dialog._job
    job.progressed.connect(lambda progress: heard.append(progress) or dialog.reject())
    bench.qtbot.waitUntil(lambda: not dialog.is_busy())
    assert 0 < len(heard) < 30, "there was more to come"
    assert heard[0].total == 6000
    assert dialog.isVisible()
    assert dialog.counts.text().startswith("The import was cancelled")
    assert len(bench.library.history.steps()) == steps
    assert bench.shown() == ["民生", "  住房", "城建"]
    assert not bench.window.writes.is_busy
    dialog.take.click()
    bench.qtbot.waitUntil(lambda: not dialog.isVisible())
    assert len(bench.library.codebook.load()) == 3003


def test_a_look_that_is_closed_is_not_heard_of_again(bench, tmp_path):
    dialog = CodebookPreview(bench.window, many_tags(tmp_path / "many.csv", 100))
    dialog.open()
    assert dialog.is_busy()
    assert not dialog.take.isEnabled()
    dialog.reject()
    bench.settle()
    assert dialog.table.rowCount() == 0


def test_a_merge_waits_for_other_writes(bench, tmp_path):
    dialog = bench.look_at(many_tags(tmp_path / "many.csv", 3))
    hold = Event()

    def other(_library):
        yield from ()
        hold.wait()

    bench.window.writes.start(other)
    dialog.take.click()
    assert dialog.counts.text().startswith("Something else")
    hold.set()
    bench.qtbot.waitUntil(lambda: not bench.window.writes.is_busy)
    dialog.take.click()
    bench.qtbot.waitUntil(lambda: not dialog.isVisible())
    assert len(bench.library.codebook.load()) == 6
