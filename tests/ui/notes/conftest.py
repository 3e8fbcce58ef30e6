"""A library with one article, marks on it, and the notes sidebar beside it in a window that has the focus."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from reader.domain.model import Color, Item, Kind, PageMeta, Role
from reader.services.library import Library
from reader.ui.change_bus import ChangeBus
from reader.ui.notes.pane import NotesPane
from tests.support.printed import block, file_page, mark

SENTENCES = (
    "青陵州第一座廊桥重新开放。",
    "桥长四十二米，修了三年。",
    "老人们又在桥上摆起了茶摊。",
    "𠮷林来的游客拍了照。",
)


class Bench:
    """An article, its marks in reading order, and a pane that shows them.

    Attributes:
        heard: what the bus announced: (changes, initiator).
        text: stands for the reading pane, which has the focus at first.
    """

    def __init__(self, library, article, marks):
        self.library, self.article, self.marks = library, article, marks
        self.bus = ChangeBus()
        self.heard = []
        self.bus.changed.connect(lambda changes, initiator: self.heard.append((changes, initiator)))
        self.window = QWidget()
        self.window.resize(320, 760)
        self.text = QLineEdit(self.window)
        self.pane = NotesPane(library, self.bus, self.window)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.text)
        layout.addWidget(self.pane)
        self.pane.show_article(article)

    @property
    def editor(self):
        return self.pane.editor

    @property
    def note(self):
        return self.pane.editor.note

    @property
    def tags(self):
        return self.pane.editor.tags

    def stored(self, number):
        return self.library.marks.get(self.marks[number])

    def write(self, number):
        """Begin to write the note of a mark."""
        self.pane.focus_mark(self.marks[number])
        self.pane.edit_note()

    def undo(self):
        """Undo as the window does it."""
        self.pane.save_pending()
        step, changes = self.library.history.undo()
        self.bus.announce(changes)
        return step

    def redo(self):
        self.pane.save_pending()
        step, changes = self.library.history.redo()
        self.bus.announce(changes)
        return step


def compose(widget, preedit="", commit=""):
    """What an input method sends while a word is composed, and when it is taken."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def file_article(library, sentences=SENTENCES):
    """File a page with one article whose body is the sentences."""
    body = "".join(sentences)
    text = f"廊桥开放\n{body}"
    item = Item(Kind.ARTICLE, (block(text, Role.TITLE, "廊桥开放"), block(text, Role.BODY, body)), title="廊桥开放")
    (item_id,) = file_page(library, text, [item], PageMeta("青陵日报", "2024-05-12", "1"))
    return library.pages.article(item_id)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "notes.jianbao") as opened:
        yield opened
        # Windows over it go first: a change of style would let them read from a library that is closed.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def article(library):
    return file_article(library)


@pytest.fixture
def bench(qtbot, library, article):
    item_id = article.stored.id
    marks = [
        mark(library, item_id, "第一座廊桥", note="核对年份", tags=["文物", "交通"]),
        mark(library, item_id, "四十二米", color=Color.GREEN),
        mark(library, item_id, "茶摊", note="采访", tags=["民生"], color=Color.VIOLET),
    ]
    made = Bench(library, article, marks)
    qtbot.addWidget(made.window)
    made.window.show()
    made.window.activateWindow()
    made.text.setFocus()
    qtbot.waitUntil(made.text.hasFocus)
    return made
