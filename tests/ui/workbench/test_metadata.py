"""What is known of an article, seen in the workbench where it was read, and put right by the reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.domain.model import Genre, Kind, Named
from reader.ui.reading.context_line import ContextLine
from reader.ui.workbench.meta_dialog import ItemMetaDialog
from reader.ui.workbench.meta_words import names_from


@pytest.fixture
def open_article(window, rows):
    def opener(beginning):
        window.desk.open_article(next(row for row in rows if beginning in row.label).id)
        return window.desk.article

    return opener


def links(bench):
    """What the strip below the page links to: the words, and what the page says there."""
    found = {}
    for part in bench.details.text().split('<a href="')[1:]:
        place, rest = part.split('"', 1)
        start, end = map(int, place.split("-"))
        found[rest.split(">")[1].split("<")[0]] = bench.page.text[start:end]
    return found


def test_the_strip_links_what_is_known_to_where_the_page_says_it(window, bench, open_article, hands):
    article = open_article("石笕特大桥")
    hands.press("Ctrl+9")
    bench.view.go(article.stored.item.blocks[0].ranges[0].start)
    assert links(bench) == {"News": "禾声社鹿硐5月12日电", "鹿硐": "鹿硐", "祁望北": "祁望北"}
    (reporter,) = article.stored.item.meta.reporters
    bench.details._label.linkActivated.emit(f"{reporter.range.start}-{reporter.range.end}")
    assert bench.view.spans() == (reporter.range,)
    bench.view.go(article.stored.item.blocks[1].ranges[0].start)
    assert bench.view.spans() == ()


def test_a_line_of_furniture_says_where_the_page_was_printed(window, bench, open_article, hands):
    open_article("一条河的账")
    line = next(at for at in range(len(bench.page)) if bench.page.stored(at).item.kind is Kind.FURNITURE)
    bench.view.go(bench.page.lines[line].span.start)
    meta = window.desk.article.page.meta
    assert meta.newspaper in links(bench)
    assert links(bench)[meta.issue_date].startswith("2024年")


def test_an_article_is_described_by_keys_and_a_new_run_leaves_that(window, bench, open_article, hands, qtbot):
    article = open_article("石笕特大桥")
    hands.press("Ctrl+9", "Shift+F2")
    dialog = window.findChild(ItemMetaDialog)
    qtbot.waitUntil(dialog.genre.hasFocus)
    assert bench.view.spans() == (article.stored.item.meta.genre.range,)
    assert "<b>禾声社鹿硐5月12日电</b>" in dialog.source.text()
    dialog.fields["reporters"].setFocus()
    QTest.keyClick(dialog.fields["reporters"], Qt.Key.Key_End)
    dialog.fields["reporters"].insert("、巫阳、Ann Harrow")
    dialog.genre.setCurrentIndex(dialog.genre.findData("feature"))
    QTest.keyClick(dialog.fields["reporters"], Qt.Key.Key_Return)
    meta = window.desk.article.stored.item.meta
    assert meta.genre == Named(Genre.FEATURE)
    assert meta.reporters == (*article.stored.item.meta.reporters, Named("巫阳"), Named("Ann Harrow"))
    assert meta.place == article.stored.item.meta.place
    assert meta.decided == ("genre", "reporters")
    assert "by you" in bench.details.text()
    assert window.status.message()
    window.library.repairs.resegment([article.page.id])
    assert window.library.pages.article(article.stored.id).stored.item.meta == meta
    window.activateWindow()  # as a window manager does when a dialog goes
    qtbot.waitUntil(window.isActiveWindow)
    hands.press("Ctrl+Z")
    assert window.desk.article.stored == article.stored


def test_with_the_workbench_away_the_article_is_described_all_the_same(window, rows, hands):
    window.desk.open_article(rows[0].id)
    hands.press("Ctrl+2", "Shift+F2")
    dialog = window.findChild(ItemMetaDialog)
    dialog.fields["place"].setText("云川")
    dialog.accept()
    assert window.desk.article.stored.id == rows[0].id
    assert window.desk.article.stored.item.meta.place == Named("云川")
    assert window.desk.reading.text.hasFocus()


def test_a_dialog_left_as_it_was_changes_nothing(window, rows, hands):
    window.desk.open_article(rows[0].id)
    hands.press("Ctrl+2", "Shift+F2")
    step = window.library.history.next_undo()
    window.findChild(ItemMetaDialog).accept()
    assert window.library.history.next_undo() == step


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("方圆、陆远", ("方圆", "陆远")),
        ("方圆 陆远，韩秋;方圆", ("方圆", "陆远", "韩秋")),
        ("Ann Harrow, 方圆", ("Ann Harrow", "方圆")),
        ("  ", ()),
    ],
)
def test_names_are_parted_by_commas_and_spaces_but_not_within_letters(text, names):
    assert names_from(text) == names


def test_the_reading_pane_names_a_genre_that_is_not_news(window, rows):
    news = next(row for row in rows if "石笕特大桥" in row.label)
    window.desk.open_article(news.id)
    assert "News" not in window.desk.reading.findChild(ContextLine).text()
    commentary = next(row for row in rows if "墙上的制度" in row.label)
    window.desk.open_article(commentary.id)
    assert window.desk.reading.findChild(ContextLine).text().endswith("Commentary")
