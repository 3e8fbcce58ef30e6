"""Notes as Markdown: how they read, and that they fetch nothing and lead nowhere but to the web."""

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QFont, QImage, QPainter
from PySide6.QtTest import QTest

from reader.ui.notes.markdown import MarkdownText, has_markup, open_link
from reader.ui.notes.note_text import NoteText
from reader.ui.theme.tokens import DARK, LIGHT

WIDTH, LEADING = 240.0, 20


class Browser(QObject):
    """Stands where the desktop's browser would be started."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp):
    made = Browser()
    schemes = ("http", "https", "file", "ftp")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, made, "open")
    yield made
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


def set_text(text, tokens=LIGHT):
    return MarkdownText(text, QFont(), WIDTH, LEADING, tokens)


def painted(document):
    image = QImage(int(WIDTH), int(document.height()) + 1, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.paper))
    painter = QPainter(image)
    document.draw(painter, QPointF(0, 0), document.height())
    painter.end()
    return image


@pytest.mark.parametrize(
    "text",
    ["**重**", "- 一条", "1. 一条", "# 题", "> 引", "`码`", "[看](https://a.b)", "https://a.b", "&amp;", "a\n---"],
)
def test_markup_is_seen(text):
    assert has_markup(text)


@pytest.mark.parametrize("text", ["", "一条批注，两个分句。", "第一行\n第二行", "1.5倍 - 不是列表", "A#1 2024-05-12"])
def test_plain_notes_are_not_set_as_markdown(text):
    assert not has_markup(text)


def test_what_was_typed_on_two_lines_reads_on_two_lines(qapp):
    document = set_text("**第一行**\n第二行")
    assert document.toPlainText() == "第一行\n第二行"
    assert document.height() == 2 * LEADING
    assert set_text("**第一段**\n\n第二段").height() > 2 * LEADING


def test_html_is_text_and_an_image_is_its_words(qapp, tmp_path):
    picture = tmp_path / "picture.png"
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("#FF0000"))
    assert red.save(str(picture))
    document = set_text(f"![图一]({picture.as_uri()}) <img src='{picture.as_uri()}'> <b>粗</b>")
    assert document.toPlainText().startswith("[图一]")
    assert "<b>粗</b>" in document.toPlainText()
    image = painted(document)
    assert "#ff0000" not in {image.pixelColor(x, y).name() for x in range(0, 240, 3) for y in range(image.height())}


def test_links_have_the_colour_of_links_in_every_theme(qapp):
    for tokens in (LIGHT, DARK):
        document = set_text("看 [原件](https://example.org)", tokens)
        formats = [document.begin().begin().fragment().charFormat()]
        iterator = document.begin().begin()
        while not iterator.atEnd():
            formats.append(iterator.fragment().charFormat())
            iterator += 1
        colours = {form.foreground().color().name().upper() for form in formats if form.isAnchor()}
        assert colours == {tokens.accent}


def test_only_web_addresses_are_opened(browser):
    for address in ("https://example.org/a", "http://例子.中国/"):
        assert open_link(address)
    for address in ("file:///etc/passwd", "javascript:alert(1)", "ftp://example.org", "example.org", "https://", ""):
        assert not open_link(address)
    assert len(browser.opened) == 2


def test_a_link_on_a_card_is_followed_by_a_click_and_by_nothing_else(bench, browser):
    bench.library.marks.set_note(bench.marks[0], "[原件原件原件](https://example.org/a)")
    bench.pane.show_article(bench.article)
    assert browser.opened == []
    cards = bench.pane.list
    index = bench.pane.cards.index(0)
    cards.grab()
    rect = cards.visualRect(index)
    at = next(
        QPoint(x, y)
        for y in range(rect.top(), rect.bottom(), 4)
        for x in range(rect.left(), rect.right(), 8)
        if (hit := cards._hit(QPointF(x, y))) is not None and hit.value == "https://example.org/a"
    )
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert browser.opened == ["https://example.org/a"]


def test_a_long_note_says_how_high_it_is_before_it_is_set_and_exactly_after(qapp):
    text = "**一行**，看得见。\n" * 4 + "完"
    note = NoteText(text, QFont(), WIDTH, LEADING, 14.0)
    assert note.is_estimated
    assert note.height(folded=True) == 5 * LEADING
    note.set(LIGHT)
    assert not note.is_estimated
    assert note.height(folded=True) == 5 * LEADING
