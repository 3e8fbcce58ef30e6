"""Results that show of copies the first that matches."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.ui.search.model import HIT_ROLE
from reader.ui.search.words import hits_words
from tests.support.wire import STORY, print_wire


@pytest.fixture
def window(open_window, tmp_path):
    print_wire(tmp_path / "pages")
    with Library(tmp_path / "wire.jianbao") as library:
        for _event in library.importer.import_pages(ImportRequest((tmp_path / "pages",))):
            pass
        [*library.copies.catch_up()]
    return open_window(tmp_path / "wire.jianbao")


def test_copies_stand_behind_the_first_and_both_numbers_are_said(window, qtbot):
    window.searching.run(f"{STORY[40:44]} OR 另一件事")
    results = window.searching.results
    qtbot.waitUntil(lambda: results.count_text == "4 found")
    results.once.setFocus()
    QTest.keyClick(results.once, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: results.count_text == "2 of 4 found")
    hits = [results.model.index(row).data(HIT_ROLE) for row in range(results.model.rowCount())]
    assert sorted(hit.copies for hit in hits) == [0, 2]
    assert sorted(map(hits_words, hits)) == ["1 hit", "1 hit · +2 copies"]
    results.once.setFocus()
    QTest.keyClick(results.once, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: results.count_text == "4 found" and results.model.rowCount() == 4)
