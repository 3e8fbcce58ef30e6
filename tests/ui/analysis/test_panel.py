"""The panel of analyses, by keyboard and by mouse."""

from unittest.mock import patch

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog

from reader.domain.analysis import Question
from reader.domain.model import Changes, Color, Range
from reader.domain.scope import Scope
from reader.services.importing import ImportRequest
from reader.services.library import Library
from tests.support.wire import PAPERS, STORY, print_wire

CTRL = Qt.KeyboardModifier.ControlModifier


def mark(window, item_id, start, *tags):
    article = window.library.pages.article(item_id)
    return window.library.marks.add(article, Range(start, start + 8), Color.GREEN, tags=tags)[0]


@pytest.fixture
def marked(window):
    """A window with three marks in two articles; returns it and the ids of the marks."""
    first, second = [row.id for row in window.library.tree.items(Scope())][:2]
    marks = [mark(window, first, 20, "经济", "就业"), mark(window, first, 60, "就业"), mark(window, second, 20, "经济")]
    return window, marks


@pytest.fixture
def panel(marked, qtbot):
    """The panel, opened by its key, once it has answered its first question."""
    window, _ = marked
    QTest.keyClick(window, Qt.Key.Key_8, CTRL)
    shown = next(dock for dock_id, dock in window.docks.visible() if dock_id == "analysis").widget()
    qtbot.waitUntil(lambda: shown.grid is not None)
    return shown


def ask(qtbot, panel, question):
    panel.choices.set_question(question)
    qtbot.waitUntil(lambda: panel.grid.question is question)


def test_a_cell_leads_to_its_quotes_and_these_to_the_text_by_keys_alone(panel, marked, qtbot):
    window, marks = marked
    assert panel.grid.question is Question.TAGS
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: panel.grid.question is Question.NEWSPAPERS)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.quotes.hasFocus()
    QTest.keyClick(panel.quotes, Qt.Key.Key_Down)
    QTest.keyClick(panel.quotes, Qt.Key.Key_Return)
    assert window.desk.focused_mark() in marks
    assert window.desk.reading.text.hasFocus()


def test_the_key_goes_to_the_panel_and_then_hides_it(panel, marked):
    window, _ = marked
    window.desk.focus_text()
    QTest.keyClick(window, Qt.Key.Key_8, CTRL)
    assert panel.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(window, Qt.Key.Key_8, CTRL)
    assert not panel.isVisible()
    assert not window.actions_["dock_analysis"].isChecked()


def test_escape_goes_back_to_the_text(panel, marked):
    window, _ = marked
    window.desk.go(forward=True)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    assert window.desk.reading.text.hasFocus()


def test_a_new_mark_is_counted(panel, marked, qtbot):
    window, _ = marked
    before = panel.grid.values[0, 0]
    item = next(row.id for row in window.library.tree.items(Scope()))
    added = mark(window, item, 90, panel.grid.rows[0].value)
    window.bus.announce(Changes(annotations=frozenset([added])), None)
    qtbot.waitUntil(lambda: panel.grid.values[0, 0] == before + 1)


def test_only_what_is_selected_in_the_tree(panel, marked, qtbot):
    window, _ = marked
    everything = sum(panel.grid.values.values())
    window.desk.open_article(next(row.id for row in window.library.tree.items(Scope())))
    panel.choices._where.setCurrentIndex(1)
    qtbot.waitUntil(lambda: sum(panel.grid.values.values()) < everything)


def test_a_click_into_the_picture_opens_quotes(panel, qtbot):
    ask(qtbot, panel, Question.IN_ARTICLE)
    panel.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: panel.picture._picture is not None and bool(panel.picture._names), timeout=30_000)
    cell = panel.picture._picture.cells[0]
    ratio = panel.devicePixelRatioF()
    middle = QPoint(int((cell.left + cell.right) / 2 / ratio), int((cell.top + cell.bottom) / 2 / ratio))
    QTest.mouseClick(panel.picture, Qt.MouseButton.LeftButton, pos=middle)
    assert panel.quotes.isVisible()
    assert panel.quotes.quotes.rowCount() == len(panel.grid.marks[cell.row, cell.column])


def test_closeness_is_shown_in_place_of_numbers(panel, qtbot):
    ask(qtbot, panel, Question.IN_ARTICLE)
    panel.choices._closeness.setChecked(True)
    shown = {
        panel.table.model().index(row, column).data()
        for row in range(len(panel.grid.rows))
        for column in range(len(panel.grid.columns))
    }
    assert shown == {"1.00", "0.50"}


@pytest.mark.parametrize("suffix", [".csv", ".png", ".svg"])
def test_saving(panel, marked, qtbot, tmp_path, suffix):
    window, _ = marked
    path = tmp_path / f"answer{suffix}"
    with patch.object(QFileDialog, "getSaveFileName", return_value=(str(path), "")):
        QTest.mouseClick(panel.choices.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: path.exists() and not window.jobs.is_busy(), timeout=30_000)
    assert path.stat().st_size
    assert [found.name for found in tmp_path.glob(".jianbao-*")] == []


def test_without_annotations_the_panel_says_what_to_do(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_8, CTRL)
    panel = next(dock for dock_id, dock in window.docks.visible() if dock_id == "analysis").widget()
    qtbot.waitUntil(lambda: panel.grid is not None)
    assert "Nothing to count" in panel._said.accessibleName()
    assert not panel.choices.save.isEnabled()


def test_the_next_window_opens_the_panels_of_the_last_one(panel, marked, open_window):
    window, _ = marked
    path = window.library.path
    window.close()
    again = open_window(path)
    assert [dock_id for dock_id, _ in again.docks.visible()] == ["analysis"]


def test_what_is_marked_alike_on_copies_counts_once(open_window, tmp_path, qtbot):
    print_wire(tmp_path / "pages")
    with Library(tmp_path / "wire.jianbao") as library:
        for _event in library.importer.import_pages(ImportRequest((tmp_path / "pages",))):
            pass
    window = open_window(tmp_path / "wire.jianbao")
    for paper in PAPERS:
        (row,) = window.library.tree.items(Scope(newspaper=paper))
        text = window.library.pages.article(row.id).view.text
        mark(window, row.id, text.index(STORY[40:48]), "水利")
    QTest.keyClick(window, Qt.Key.Key_8, CTRL)
    shown = next(dock for dock_id, dock in window.docks.visible() if dock_id == "analysis").widget()
    qtbot.waitUntil(lambda: shown.grid is not None and shown.grid.values[0, 0] == len(PAPERS))
    box = next(box for box in shown.choices.findChildren(QCheckBox) if box.text() == "Copies &once")
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown.grid.values[0, 0] == 1)
    assert not window.library.copies.is_stale()
