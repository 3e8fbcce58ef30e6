"""The panel of copies, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.domain.scope import ReadState, Scope
from reader.services.importing import ImportRequest
from reader.services.library import Library


@pytest.fixture
def twice(seeded, seeds, tmp_path):
    """A library that holds the articles of one seed page twice, the second time in another paper."""
    page = min(seeds.glob("*.txt"))
    other = tmp_path / "临江日报_2024-06-01_第01版.txt"
    other.write_text(page.read_text(encoding="utf-8").replace("砚川日报", "临江日报") + "\n多一句。", encoding="utf-8")
    with Library(seeded) as library:
        for _event in library.importer.import_pages(ImportRequest((other,))):
            pass
    return seeded


@pytest.fixture
def panel(twice, open_window, qtbot):
    window = open_window(twice)
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    found = next(dock for dock_id, dock in window.docks.visible() if dock_id == "copies").widget()
    qtbot.waitUntil(lambda: found._groups.rowCount() > 0, timeout=30_000)
    return found


def test_from_a_group_to_a_copy_to_its_text(panel, qtbot):
    assert panel.groups.hasFocus()
    QTest.keyClick(panel.groups, Qt.Key.Key_Down)
    assert panel.groups.currentIndex().row() == 1
    QTest.keyClick(panel.groups, Qt.Key.Key_Return)
    assert panel.copies.hasFocus()
    article = panel._copies.articles[panel.copies.currentIndex().row()]
    qtbot.waitUntil(lambda: article.view.text[:8] in panel.text.toPlainText())
    QTest.keyClick(panel.copies, Qt.Key.Key_Return)
    desk = panel._window.desk
    assert desk.article.stored.id == article.stored.id
    assert desk.reading.text.hasFocus()


def test_the_tree_shows_what_has_copies(panel):
    tree = panel._window.desk.tree
    tree.header.state_box.setCurrentIndex(tree.header.state_box.findData(ReadState.COPIED.value))
    assert tree.scope().state is ReadState.COPIED
    shown = panel._window.library.tree.items(Scope(state=ReadState.COPIED))
    assert {row.id for row in shown} == {
        article.stored.id for group in panel._window.library.copies.groups() for article in group.articles
    }


def test_a_library_without_copies_says_so(window, qtbot):
    panel = window.docks.show("copies")
    qtbot.waitUntil(lambda: "No article" in panel._said.accessibleName(), timeout=30_000)
