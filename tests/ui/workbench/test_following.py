"""Page and article go together, and the page is walked by key and mouse."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.domain.model import Kind, Role
from reader.domain.scope import Scope
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.ui.workbench.page_view import PageView


def open_id(window):
    return window.desk.article.stored.id


def test_walking_the_page_opens_what_the_caret_stands_in(window, hands, bench, qtbot):
    first = open_id(window)
    other = next(
        at
        for at in range(len(bench.page))
        if bench.page.stored(at).id != first
        and bench.page.begins_item(at)
        and bench.page.is_readable(bench.page.lines[at].item)
    )
    while bench.view.line() < other:
        hands.press("Down")
    qtbot.waitUntil(lambda: open_id(window) == bench.page.stored(other).id)
    assert window.focusWidget() is bench.view, "the keyboard stays with the page"
    assert window.desk.tree.selected_item_ids() == (open_id(window),)
    assert window.desk.reading.caret() == window.desk.article.view.to_view_offset(bench.view.caret())


def test_the_caret_of_the_page_is_that_of_the_article(window, hands, bench):
    line = next(at for at in bench.page.of_item(open_id(window)) if bench.page.role(at) is Role.BODY)
    bench.view.go(bench.page.lines[line].span.start)
    hands.press("Right", "Right")
    assert window.desk.reading.caret() == window.desk.article.view.to_view_offset(bench.page.lines[line].span.start + 2)


def test_the_page_shows_where_the_article_is_read(window, hands, bench):
    body = [p for p in window.desk.article.view.paragraphs if p.role is Role.BODY][-1]
    hands.press("Ctrl+2")
    window.desk.reading.set_caret(body.span.start + 3)
    (span,) = window.desk.article.view.to_page(type(body.span)(body.span.start + 3, body.span.start + 4))
    assert bench.view.caret() == span.start
    hands.press("J")
    assert bench.page.stored(bench.view.line()).id == open_id(window)


def test_another_article_brings_its_page(window, hands, bench, rows):
    other = next(row for row in rows if row.page_id != bench.page.page_id)
    window.desk.open_article(other.id)
    assert bench.page.page_id == other.page_id
    assert bench.page.stored(bench.view.line()).id == other.id


def test_out_of_sight_no_page_is_read_and_catches_up_later(window, hands, bench, rows):
    hands.press("W")
    before = bench.page
    other = next(row for row in rows if row.page_id != before.page_id)
    window.desk.open_article(other.id)
    assert bench.page is before
    hands.press("W")
    assert bench.page.page_id == other.page_id
    assert bench.page.stored(bench.view.line()).id == other.id


def test_a_click_puts_the_caret_on_the_character_and_shift_selects_lines(window, hands, bench):
    view = bench.view
    hands.press("Ctrl+Home")
    wanted = bench.page.lines[1].span.start + 1
    point = next(
        QPoint(x, y)
        for y in range(0, view.viewport().height(), 3)
        for x in range(0, view.viewport().width(), 3)
        if view.offset_at(QPoint(x, y)) == wanted
    )
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert view.caret() == wanted
    assert view.selected() == range(1, 2)
    hands.press("Shift+Down")
    assert view.selected() == range(1, 3)
    hands.press("Ctrl+C")
    assert QApplication.clipboard().text() == view.selected_text()
    assert view.selected_text().count("\n") == 1


def test_every_line_is_reached_by_arrow_and_shown_in_sight(window, hands, bench):
    hands.press("Ctrl+Home")
    for line in range(len(bench.page)):
        assert bench.view.line() == line
        rect = bench.view.viewport().rect()
        assert bench.view.viewport().mapFromGlobal(bench.view.caret_point()).y() <= rect.bottom()
        assert bench.view.top_line() <= line
        hands.press("Down")
    hands.press("Ctrl+Up")
    assert bench.page.begins_item(bench.view.line()) or bench.page.resumes_item(bench.view.line())


def test_the_strip_below_says_why(window, hands, bench):
    line = bench.page.next_doubtful(-1)
    bench.view.go(bench.page.lines[line].span.start)
    said = bench.details.text()
    assert "%" in said
    assert "?" in said
    headline = next(at for at in range(len(bench.page)) if bench.page.role(at) is Role.TITLE)
    bench.view.go(bench.page.lines[headline].span.start)
    assert "Headline" in bench.details.text()


def test_a_narrow_window_gives_the_notes_room_to_the_page_and_back(window, hands, bench, qtbot):
    hands.press("W")
    window.resize(960, 600)
    qtbot.waitUntil(lambda: window.desk.width() < 1000)
    hands.press("Ctrl+2", "W")
    assert window.desk.notes.isHidden()
    assert not window.actions_["toggle_notes"].isChecked()
    assert window.desk.workbench.width() >= 280
    hands.press("W")
    assert not window.desk.notes.isHidden()


def test_the_workbench_comes_back_with_the_window(window, hands, bench, open_window, seeded):
    window.close()
    again = open_window(seeded)
    assert again.desk.workbench.isVisible()
    assert again.actions_["toggle_workbench"].isChecked()
    assert again.desk.workbench.page.page_id == again.desk.article.page.id


def test_a_menu_opens_on_the_page(window, bench):
    bench.view.menu_requested.emit(bench.view.caret_point())
    menu = QApplication.activePopupWidget()
    assert window.actions_["split_item"] in menu.actions()
    menu.close()


@pytest.fixture
def long_page(tmp_path):
    """A library with a page of 4,000 lines, and one of a single line of 300,000 characters."""
    lines = [f"第{n}条新闻 山路通了\n\n本报讯（记者 甲乙）第{n}条山路昨日修通，村民出行方便了。" for n in range(2000)]
    (tmp_path / "long.txt").write_text("\n\n".join(lines), "utf-8")
    (tmp_path / "wide.txt").write_text("山路通了\n\n" + "本报讯 山路昨日修通，𠮷野家开业。" * 18_000, "utf-8")
    path = tmp_path / "long.jianbao"
    with Library(path) as library:
        for _event in library.importer.import_pages(ImportRequest((tmp_path,))):
            pass
    return path


def test_of_a_long_page_only_what_is_in_sight_is_laid_out(long_page, open_window, hands_of, monkeypatch):
    window = open_window(long_page)
    hands = hands_of(window)
    row = next(row for row in window.library.tree.items(Scope()) if row.label.startswith("第1条"))
    window.desk.open_article(row.id)
    hands.press("Ctrl+2", "W")
    view: PageView = window.desk.workbench.view
    assert len(view.page) == 4000
    hands.press("Ctrl+End")
    assert view.line() == 3999
    assert view.verticalScrollBar().value() > 10_000
    view.grab()
    assert len(view._rows._exact) < 200
    hands.press("Ctrl+Home")
    assert view.verticalScrollBar().value() == 0


def test_of_a_wide_line_beginning_and_end_are_shown(long_page, open_window, hands_of):
    window = open_window(long_page)
    hands = hands_of(window)
    rows = window.library.tree.items(Scope())
    pages = Counter(row.page_id for row in rows)
    row = min(rows, key=lambda row: pages[row.page_id])
    window.desk.open_article(row.id)
    hands.press("Ctrl+2", "W", "Ctrl+End", "End")
    view = window.desk.workbench.view
    span = view.page.lines[-1].span
    assert span.end - span.start > 300_000
    assert view.caret() == span.end
    view.grab()
    shown = view._rows.laid_out(len(view.page) - 1).shown
    assert len(shown.text) < 5000
    assert shown.offset(shown.position(span.end)) == span.end
    assert shown.offset(shown.position(span.start + 5)) == span.start + 5


@pytest.mark.parametrize("kind", [Kind.PHOTO, Kind.BRIEF])
def test_each_kind_is_drawn(window, hands, bench, rows, kind):
    window.desk.open_article(next(row.id for row in rows if row.kind is kind))
    plain = bench.view.grab().toImage()
    assert not plain.isNull()
    assert len({plain.pixelColor(plain.width() // 2, y).name() for y in range(0, plain.height(), 2)}) > 2
