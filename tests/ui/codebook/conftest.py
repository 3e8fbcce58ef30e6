"""A window over a library with one article, marks and tags, and hands at the panel of the codebook."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from reader.domain.model import Color, Item, Kind, PageMeta, Range, Role
from reader.services.codebook import Meaning
from reader.services.library import Library
from reader.ui.codebook.preview import CodebookPreview
from tests.support.printed import block, file_page


class Bench:
    """A window with an open article, three tags, marks, and the panel with the keyboard in it."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot, self.library = window, qtbot, window.library
        window.desk.go(forward=True)
        self.article = window.desk.article
        book = self.library.codebook
        self.life, _ = book.create("民生")
        self.home, _ = book.create("住房", self.life)
        self.city, _ = book.create("城建")
        book.define(self.home, Meaning("房子", "租房、买房"))
        book.set_color([self.home], Color.GREEN)
        self.marks = [
            self.library.marks.add(self.article, Range(60 + at * 20, 72 + at * 20), Color.YELLOW, tags=tags)[0]
            for at, tags in enumerate((["住房"], ["住房", "民生"], ["城建"]))
        ]
        window.desk._show(0)
        self.panel = window.docks.show("codebook")
        self.view = self.panel.view
        qtbot.waitUntil(self.view.hasFocus)
        self.settle()

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.window.jobs.is_busy() and self.panel.is_settled())

    def press(self, *keys):
        for key in keys:
            if QApplication.activeWindow() is None:  # no window manager gives it back after a dialog
                self.window.activateWindow()
            self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
            combination = QKeySequence(key)[0]
            QTest.keyClick(QApplication.focusWidget(), combination.key(), combination.keyboardModifiers())

    def stand_on(self, tag_id):
        self.view.go_to(tag_id)
        self.view.setFocus()

    def answer(self, kind):
        """The dialog that is open, which must be of a kind."""
        (dialog,) = [found for found in self.window.findChildren(QDialog) if found.isVisible()]
        assert isinstance(dialog, kind)
        self.qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or self.window))
        return dialog

    def look_at(self, path):
        """The dialog that shows what merging a file would do, when it has looked."""
        dialog = CodebookPreview(self.window, path)
        dialog.open()
        self.qtbot.waitUntil(lambda: not dialog.is_busy())
        return dialog

    def shown(self):
        """The rows of the tree as they are shown: names, indented."""
        rows, index = [], self.panel.model.index(0, 0)
        while index.isValid():
            depth, above = 0, index.parent()
            while above.isValid():
                depth, above = depth + 1, above.parent()
            rows.append("  " * depth + index.data())
            index = self.view.indexBelow(index)
        return rows

    def named(self, name):
        return self.library.codebook.named(name)

    def tags(self, number):
        return self.library.marks.get(self.marks[number]).tags


@pytest.fixture
def window(open_window, tmp_path):
    path = tmp_path / "codebook.jianbao"
    with Library(path) as library:
        body = "".join(f"第{number}座廊桥昨日重新开放，老人们又摆起了茶摊。" for number in range(12))
        text = f"廊桥开放\n{body}"
        blocks = (block(text, Role.TITLE, "廊桥开放"), block(text, Role.BODY, body))
        file_page(
            library, text, [Item(Kind.ARTICLE, blocks, title="廊桥开放")], PageMeta("青陵日报", "2024-05-12", "1")
        )
    return open_window(path)


@pytest.fixture
def bench(window, qtbot):
    return Bench(window, qtbot)
