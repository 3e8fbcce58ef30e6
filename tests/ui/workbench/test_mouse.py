"""A page repaired by mouse alone: real clicks at the window, on the lines and in the menu that opens there."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from reader.domain.model import Kind, Role
from reader.ui.workbench.line_dialog import LineDialog
from reader.ui.workbench.meta_dialog import ItemMetaDialog

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Mouse:
    """Clicks on the page of the workbench and in menus, through the windows as the system's mouse does."""

    def __init__(self, window):
        self.window = window
        self.view = window.desk.workbench.view

    def point(self, offset):
        """Where in the view an offset of the page is, which must be in sight."""
        self.view.scroll_to_line(max(self.view.page.at(offset) - 2, 0))
        size, line = self.view.viewport().size(), self.view.page.at(offset)
        for y in range(2, size.height(), 4):
            there = [x for x in range(0, size.width(), 3) if self.view.offset_at(QPoint(x, y)) == offset]
            if there and self.view.page.at(self.view.offset_at(QPoint(0, y))) == line:
                return QPoint(there[-1], y)  # the first ones may be in the margin
        raise AssertionError(offset)

    def click(self, offset, button=LEFT, held=Qt.KeyboardModifier.NoModifier):
        at = self.view.viewport().mapTo(self.window, self.point(offset))
        QTest.mouseClick(self.window.windowHandle(), button, held, at)

    def choose(self, offset, *names):
        """Open the menu of a place and click on an action, or on a submenu and an action in it."""
        self.click(offset, RIGHT)
        for name in names:
            menu = QApplication.activePopupWidget()
            action = next(
                one for one in menu.actions() if name in (one.objectName(), one.menu() and one.menu().title())
            )
            assert action.isEnabled()
            QTest.mouseClick(menu.windowHandle(), LEFT, pos=menu.actionGeometry(action).center())
        assert QApplication.activePopupWidget() is None


@pytest.fixture
def mouse(window, bench):
    return Mouse(window)


@pytest.fixture
def items(window, bench):
    """The items of the page as they are in the library."""

    def read():
        return [one.item for one in window.library.pages.items(bench.page.page_id)]

    return read


@pytest.fixture
def body(window, bench):
    """Where the paragraphs of the open article begin."""
    page = bench.page
    lines = page.of_item(window.desk.article.stored.id)
    return [page.lines[at].span for at in lines if page.role(at) is Role.BODY and not page.is_joined(at)]


def holder(bench, span):
    return bench.page.stored(bench.page.at(span.start))


def test_an_article_is_split_at_a_line_and_merged_again(window, bench, mouse, items, body):
    before = items()
    mouse.choose(body[1].start, "split_item")
    assert len(items()) == len(before) + 1
    assert window.desk.article.stored.item.blocks[0].ranges[0] == body[1]
    mouse.choose(body[1].start, "merge_item")
    assert [list(item.ranges()) for item in items()] == [list(item.ranges()) for item in before]


def test_an_article_is_split_where_the_pointer_is_within_a_line(window, bench, mouse, items, body):
    before = items()
    mouse.choose(body[1].start + 5, "split_at_caret")
    assert len(items()) == len(before) + 1
    assert window.desk.article.stored.item.blocks[0].ranges[0] == (body[1].start + 5, body[1].end)


def test_a_paragraph_is_moved_in_its_article_and_to_others(window, bench, mouse, body):
    before = holder(bench, body[1])
    mouse.choose(body[1].start, "move_block_up")
    order = [block.ranges[0] for block in holder(bench, body[1]).item.blocks]
    assert order.index(body[1]) < order.index(body[0])
    mouse.choose(body[1].start, "move_block_down")
    assert [b.ranges for b in holder(bench, body[1]).item.blocks] == [b.ranges for b in before.item.blocks]
    mouse.choose(body[1].start, "to_item_below")
    assert holder(bench, body[1]).id != before.id
    mouse.choose(body[1].start, "to_item_above")
    assert holder(bench, body[1]).id == before.id


def test_lines_that_were_dragged_over_take_a_role_together(window, bench, mouse, body):
    handle, port = window.windowHandle(), mouse.view.viewport()
    start = port.mapTo(window, mouse.point(body[0].start))
    QTest.mousePress(handle, LEFT, pos=start)
    end = next(at for y in range(start.y(), window.height()) if reaches(mouse, at := QPoint(start.x(), y), body[1]))
    QTest.mouseMove(handle, (start + end) / 2)
    QTest.mouseMove(handle, end)
    QTest.mouseRelease(handle, LEFT, pos=end)
    chosen = mouse.view.selected()
    assert {bench.page.lines[at].span for at in chosen} >= set(body[:2])
    mouse.choose(body[1].start, window.actions_.submenu("role").title(), "role_subhead")
    assert {bench.page.role(at) for at in chosen} == {Role.SUBHEAD}


def drag_margin(mouse, line, over):
    """Take a paragraph by the margin beside a line and let it go over another one; both must be in sight."""
    window, view = mouse.window, mouse.view
    page = view.page
    view.scroll_to_line(max(min(page.at(line.start), page.at(over.start)) - 1, 0))
    heights = {page.at(view.offset_at(QPoint(60, y))): y for y in range(view.viewport().height(), 0, -3)}
    start, end = (view.viewport().mapTo(window, QPoint(60, heights[page.at(one.start)] + 3)) for one in (line, over))
    handle = window.windowHandle()
    QTest.mousePress(handle, LEFT, pos=start)
    QTest.mouseMove(handle, (start + end) / 2)
    QTest.mouseMove(handle, end)
    assert view.viewport().cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(handle, LEFT, pos=end)


def test_a_paragraph_is_dragged_by_its_margin_within_its_article(window, hands, bench, mouse, items, body):
    before = items()

    def order():
        return [block.ranges[0] for block in holder(bench, body[0]).item.blocks if block.ranges[0] in body[:3]]

    drag_margin(mouse, body[1], body[0])
    assert order() == [body[1], body[0], body[2]]
    drag_margin(mouse, body[1], body[2])
    assert order() == [body[0], body[2], body[1]]
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert items() == before
    drag_margin(mouse, body[0], body[0])
    assert items() == before, "let go where it was taken, a paragraph stays"


def test_a_caption_is_dragged_to_another_article(window, hands, bench, mouse, items, mark):
    before, page = items(), bench.page
    caption = next(at for at in range(len(page)) if page.role(at) is Role.CAPTION)
    other = next(
        at
        for away in range(1, len(page))
        for at in (caption - away, caption + away)
        if 0 <= at < len(page) and page.stored(at).item.kind is Kind.ARTICLE
    )
    goal = page.stored(other).id
    drag_margin(mouse, page.lines[caption].span, page.lines[other].span)
    assert holder(bench, page.lines[caption].span).id == goal
    assert window.library.marks.get(mark.id) == mark
    hands.press("Ctrl+Z")
    assert items() == before


def reaches(mouse, point, span):
    offset = mouse.view.offset_at(mouse.view.viewport().mapFrom(mouse.window, point))
    return mouse.view.page.at(offset) == mouse.view.page.at(span.start)


def test_the_same_is_done_everywhere(window, bench, mouse, rows):
    page_id, lines = next(
        (row.page_id, found)
        for row in rows
        if row.kind is Kind.BRIEF
        and len(found := window.library.repairs.similar(row.page_id, first_line(window.library, row))) > 2
    )
    window.desk.open_article(next(row.id for row in rows if row.page_id == page_id))
    role = window.actions_.submenu("role").title()
    mouse.choose(lines[0].start, role, "role_body")
    mouse.choose(lines[0].start, role, "role_byline")
    mouse.choose(lines[0].start, "same_everywhere")
    assert {bench.page.role(bench.page.at(line.start)) for line in lines} == {Role.BYLINE}


def first_line(library, row):
    return library.pages.article(row.id).stored.item.blocks[0].ranges[0]


def test_paragraphs_are_joined_and_parted(bench, mouse, body):
    mouse.choose(body[1].start, "join_lines")
    assert bench.page.is_joined(bench.page.at(body[1].start))
    mouse.choose(body[1].start, "join_lines")
    assert not bench.page.is_joined(bench.page.at(body[1].start))


def test_a_character_is_corrected(window, bench, mouse, body):
    mouse.choose(body[0].start + 3, "correct_line")
    dialog = window.findChild(LineDialog)
    QTest.keyClicks(dialog.field, "X")
    click_ok(dialog)
    (correction,) = window.library.pages.page(bench.page.page_id).corrections
    assert (correction.range, correction.replacement) == ((body[0].start + 3, body[0].start + 4), "X")


def test_what_is_known_of_an_article_is_edited(window, bench, mouse, body):
    mouse.choose(body[0].start, "edit_item")
    dialog = window.findChild(ItemMetaDialog)
    dialog.place.setFocus()
    dialog.place.selectAll()
    QTest.keyClicks(dialog.place, "Xi")
    click_ok(dialog)
    assert window.desk.article.stored.item.meta.place.text == "Xi"


def click_ok(dialog):
    box = dialog.findChild(QDialogButtonBox)
    button = next(one for one in box.buttons() if box.buttonRole(one) is QDialogButtonBox.ButtonRole.AcceptRole)
    QTest.mouseClick(dialog.windowHandle(), LEFT, pos=button.mapTo(dialog, button.rect().center()))


def test_a_kind_a_section_and_a_doubtful_place_are_decided(window, bench, mouse, body):
    item_id = window.desk.article.stored.id
    mouse.choose(body[0].start, window.actions_.submenu("kind").title(), "kind_brief")
    assert window.library.pages.article(item_id).stored.item.kind is Kind.BRIEF
    mouse.choose(body[0].start, "set_section")
    dialog = window.findChild(LineDialog)
    QTest.keyClicks(dialog.field, "Local")
    click_ok(dialog)
    assert "Local" in window.library.pages.article(item_id).stored.item.section
    doubtful = bench.page.next_doubtful(-1)
    span, stored = bench.page.lines[doubtful].span, bench.page.stored(doubtful)
    mouse.choose(span.start, "accept_item")
    accepted = window.library.pages.article(stored.id).stored.item
    assert all(block.judgement.confidence >= 0.9 for block in accepted.blocks if span in block.ranges)
