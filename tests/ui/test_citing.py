"""Copying with the source, by key, from the text and the list of notes, in the style that was chosen."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reader.domain.export import CitationStyle
from reader.services.library import Library
from reader.ui.dialogs.merge import MergeDialog
from reader.ui.dialogs.preferences import PreferencesDialog
from reader.ui.settings import CITATION
from tests.support.printed import file_page, mark

GB = "林听雨. 𠮷林大桥建成通车[N]. 砚川日报, 2024-05-12(1)."


@pytest.fixture
def window(tmp_path, open_window):
    path = tmp_path / "work.jianbao"
    with Library(path) as library:
        _, article, _, _ = file_page(library)
        mark(library, article, "集市")
    opened = open_window(path)
    assert opened.desk.open_article(article)
    return opened


def clipboard():
    return QGuiApplication.clipboard().text()


def test_c_copies_the_selection_with_its_source(window, hands_of):
    hands = hands_of(window)
    view = window.desk.article.view
    start = view.text.index("正式通车")
    hands.press("Ctrl+2")
    window.desk.reading.select(type(view.paragraphs[0].span)(start, start + 4))
    hands.press("C")
    assert clipboard() == f"“正式通车”\n{GB}"


def test_c_copies_the_mark_in_focus_and_without_one_the_source_alone(window, hands_of):
    hands = hands_of(window)
    hands.press("Ctrl+2", "C")
    assert clipboard() == GB
    hands.press("]", "C")
    assert clipboard() == f"“集市”\n{GB}"
    hands.press("Ctrl+3", "C")
    assert clipboard() == f"“集市”\n{GB}"


def test_the_style_is_a_setting_and_can_be_chosen_for_once(window, hands_of):
    hands = hands_of(window)
    window.settings.set(CITATION, CitationStyle.PLAIN)
    hands.press("Ctrl+2", "]", "C")
    assert clipboard() == "“集市”《砚川日报》2024年5月12日第1版《𠮷林大桥建成通车》"
    window.actions_["cite_markdown"].trigger()
    assert clipboard() == "> 集市\n>\n> —— 《砚川日报》2024年5月12日第1版《𠮷林大桥建成通车》"
    window.actions_["cite_csl_json"].trigger()
    (item,) = json.loads(clipboard())
    assert (item["type"], item["note"], item["author"]) == ("article-newspaper", "集市", [{"literal": "林听雨"}])


def test_annotations_that_are_dropped_are_offered_and_pages_imported(qtbot, window, tmp_path):
    offered = tmp_path / "x.json"
    offered.write_text('{"format": "jianbao/1", "annotations": []}', encoding="utf-8")
    page = tmp_path / "page.txt"
    page.write_text("砚川晚报\n夜市开街\n城东夜市昨晚开街。\n", encoding="utf-8")
    with qtbot.waitSignal(window.importing.controller.finished, timeout=60_000):
        window.open_or_import([offered, page])
    (dialog,) = window.findChildren(MergeDialog)
    qtbot.waitUntil(lambda: dialog.reports != {})
    assert dialog.said.text() == "“x.json”: nothing new."
    dialog.reject()
    assert not window.findChildren(MergeDialog)  # a closed one is let go


def test_the_style_is_chosen_in_the_preferences(window):
    window.actions_["preferences"].trigger()
    (dialog,) = window.findChildren(PreferencesDialog)
    dialog.citation.setFocus()
    QTest.keyClick(dialog.citation, Qt.Key.Key_Home)
    QTest.keyClick(dialog.citation, Qt.Key.Key_Down)
    dialog.citation.activated.emit(dialog.citation.currentIndex())
    assert window.settings.get(CITATION) is CitationStyle.PLAIN
    dialog.reject()
