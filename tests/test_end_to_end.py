"""From a folder of pages to a table of marks: one reader's way through the window, by keys alone."""

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from reader.domain.scope import Scope
from reader.ui.dialogs.export import ExportDialog
from reader.ui.settings import EXPORT_FOLDER

GOLDEN = Path(__file__).with_name("golden") / "end_to_end.csv"
HEADLINE = "村口那块黑板 又写满了"
CHANGING = ("annotation_id", "created_at", "updated_at")


def broken_paragraph(article):
    """Where a paragraph of the article runs on over a column end: the view offset of the first character after it."""
    for block in article.stored.item.blocks:
        if block.role == "body" and len(block.ranges) > 1:
            return article.view.to_view_offset(block.ranges[1].start)
    pytest.fail("the article has no broken paragraph")


def rows(path):
    text = path.read_bytes().decode("utf-8-sig")
    return [
        {name: value for name, value in row.items() if name not in CHANGING}
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


def test_a_reader_imports_marks_restarts_and_exports(qtbot, tmp_path, open_window, hands_of, seeds):
    library = tmp_path / "work.jianbao"
    window = open_window(library)
    with qtbot.waitSignal(window.importing.controller.finished, timeout=60_000):
        window.import_paths([seeds])
    hands = hands_of(window)

    # To the article, as one walks: the text, then on and on.
    hands.press("Ctrl+2")
    while window.desk.article.stored.item.title != HEADLINE:
        before = window.desk.article
        hands.press("J")
        assert window.desk.article is not before, "walked through the whole library"

    # Find the words around the column end, mark them, tag, note.
    article = window.desk.article
    after = broken_paragraph(article)
    words = article.view.text[after - 6 : after + 6]
    hands.press("Ctrl+F")
    hands.type(words)
    hands.press("Return", "Escape")
    hands.press("H", "T")
    hands.type("乡村")
    hands.press("Return", "Escape", "N")
    hands.type("=资金从哪里来？")
    hands.press("Escape", "S", "H", "Shift+H", "P", "Escape")
    (mark, *_) = [mark for mark in window.desk.marks.values() if mark.note]
    assert mark.quote == words
    assert len(mark.ranges) == 2
    window.close()

    # Another day.
    window = open_window(library)
    hands = hands_of(window)
    assert window.desk.article.stored.item.title == HEADLINE
    again = window.desk.marks[mark.id]
    assert (again.ranges, again.quote, again.note, again.tags) == (mark.ranges, words, "=资金从哪里来？", ("乡村",))
    (span,) = window.desk.article.view.to_view(again.ranges)
    assert window.desk.article.view.text[span.start : span.end] == words
    assert mark.id in window.desk.reading.marks_at(span.start)

    # Out.
    target = tmp_path / "marks.csv"
    window.settings.set(EXPORT_FOLDER, str(tmp_path))  # where the last export went
    hands.press("Ctrl+E")
    (dialog,) = window.findChildren(ExportDialog)
    qtbot.waitUntil(dialog.export.isEnabled)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    (chooser,) = dialog.findChildren(QFileDialog)
    name = chooser.findChild(QLineEdit, "fileNameEdit")
    name.selectAll()
    qtbot.keyClicks(name, target.name)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.open_file.isVisible)
    dialog.reject()
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert rows(target) == rows(GOLDEN)
    assert window.library.tree.counts(Scope())[0] > 60
