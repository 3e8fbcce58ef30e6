from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QToolButton

from reader.domain.model import Color, Range, Role
from reader.ui.empty_state import EmptyState
from reader.ui.reading.pane import ReadingPane
from reader.ui.reading.runs import Mark
from reader.ui.reading.text_view import ArticleText
from reader.ui.theme.tokens import DARK
from reader.ui.theme.typography import Typography
from tests.ui.reading.conftest import HEADER, article_of, long_article


def mark(number, start, end, color=Color.YELLOW):
    return Mark(number, (Range(start, end),), color, f"mark {number}")


def text_of(pane):
    return pane.findChild(ArticleText)


def point_of(pane, offset):
    """The middle of a character, in the viewport."""
    text = text_of(pane)
    paragraph = text.column.view.paragraph_at(offset)
    (box,) = text.column.boxes(paragraph, Range(offset, offset + 1))
    return box.rect.center().toPoint() - QPoint(0, text.verticalScrollBar().value())


def click(qtbot, pane, offset):
    qtbot.mouseClick(text_of(pane).viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, offset))


# --- selecting


def test_keys_select_across_a_column_break_in_code_points(qtbot, pane, bridge):
    pane.show_article(bridge, HEADER, [])
    start = bridge.text.index("栏")
    pane.set_caret(start)
    said = []
    pane.selection_changed.connect(said.append)
    for _ in range(7):
        qtbot.keyClick(text_of(pane), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert bridge.text[slice(*pane.selection())] == "栏末断开了。𠮷"
    assert said[-1] == Range(start, start + 7)
    assert len(bridge.to_page(pane.selection())) == 2


def test_characters_beyond_the_basic_plane_count_as_one(qtbot, pane, bridge):
    pane.show_article(bridge, HEADER, [])
    for offset in range(len(bridge.text)):
        pane.set_caret(offset)
        assert pane.caret() == offset
        span = Range(offset, min(offset + 3, len(bridge.text)))
        pane.select(span)
        assert pane.selection() == span


def test_sentence_and_paragraph_are_selected_and_extended(pane, bridge):
    pane.show_article(bridge, HEADER, [])
    pane.set_caret(bridge.text.index("野"))
    pane.extend_sentence()
    assert bridge.text[slice(*pane.selection())] == "𠮷野家开业，人很多。"
    pane.extend_sentence()
    assert bridge.text[slice(*pane.selection())] == "𠮷野家开业，人很多。第三句完。"
    pane.extend_paragraph()
    assert pane.selection() == bridge.paragraphs[1].span
    pane.extend_paragraph()
    assert pane.selection() == Range(bridge.paragraphs[1].span.start, bridge.paragraphs[2].span.end)


def test_a_word_is_selected_at_the_caret(pane):
    pane.show_article(article_of((Role.BODY, "the 𠮷 Mekong river")), HEADER, [])
    pane.set_caret(8)
    pane.select_word()
    assert pane.selection() == Range(6, 12)


# --- marks


def test_a_click_on_a_mark_puts_it_in_focus_and_one_beside_takes_it_away(qtbot, pane, bridge):
    start = bridge.text.index("𠮷野家")
    pane.show_article(bridge, HEADER, [mark(7, start, start + 3), mark(8, 0, 2)])
    with qtbot.waitSignal(pane.mark_focused, check_params_cb=lambda it: it == 7):
        click(qtbot, pane, start + 2)
    assert pane.focused_mark() == 7
    with qtbot.waitSignal(pane.mark_focused, check_params_cb=lambda it: it is None):
        click(qtbot, pane, start + 3)
    assert pane.focused_mark() is None


def test_every_character_of_a_mark_is_found_at_its_place(pane, bridge):
    pane.show_article(bridge, HEADER, [])
    text = text_of(pane)
    for offset, char in enumerate(bridge.text):
        if char != "\n":
            assert text.offset_at(point_of(pane, offset)) == offset
    assert text.offset_at(QPoint(text.viewport().width() - 1, 2)) is None


def test_all_of_stacked_marks_are_reached(pane, bridge):
    start = bridge.paragraphs[1].span.start
    stack = [mark(number, start, start + 20 - number) for number in range(12)]
    pane.show_article(bridge, HEADER, stack)
    pane.set_caret(start + 1)
    focused = []
    pane.mark_focused.connect(focused.append)
    reached = [pane.cycle_stacked() for _ in range(12)]
    assert sorted(reached) == list(range(12))
    assert reached[0] == pane.marks_at(start + 1)[-1]
    assert focused == reached
    assert pane.cycle_stacked() == reached[0]
    pane.set_caret(bridge.paragraphs[2].span.start)
    assert pane.cycle_stacked() is None


def test_stepping_goes_in_reading_order_from_the_caret(pane, bridge):
    third = bridge.paragraphs[2].span.start
    pane.show_article(bridge, HEADER, [mark(1, third, third + 2), mark(2, 8, 12), mark(3, 1, 3)])
    assert [pane.step_mark(1) for _ in range(4)] == [3, 2, 1, None]
    assert [pane.step_mark(-1) for _ in range(3)] == [2, 3, None]
    assert pane.focused_mark() == 3
    pane.set_caret(third - 1)
    assert pane.step_mark(1) == 1
    assert pane.caret() == third


def test_a_mark_far_below_is_scrolled_into_view(pane):
    view = long_article()
    start = view.paragraphs[50].span.start
    pane.show_article(view, HEADER, [mark(1, start, start + 5)])
    pane.focus_mark(1)
    viewport = text_of(pane).viewport()
    assert viewport.rect().adjusted(0, 100, 0, -100).contains(point_of(pane, start))
    before = pane.position()
    pane.focus_mark(1)
    assert pane.position() == before


def test_a_mark_that_is_gone_is_no_longer_in_focus(pane, bridge):
    pane.show_article(bridge, HEADER, [mark(1, 0, 2), mark(2, 3, 5)])
    pane.focus_mark(2)
    pane.set_marks([mark(1, 0, 2)])
    assert pane.focused_mark() is None
    assert pane.marks_at(3) == ()
    pane.focus_mark(99)
    assert pane.focused_mark() is None


def test_enter_and_double_click_activate_a_mark(qtbot, pane, bridge):
    pane.show_article(bridge, HEADER, [mark(1, 8, 12)])
    pane.step_mark(1)
    with qtbot.waitSignal(pane.mark_activated, check_params_cb=lambda it: it == 1):
        qtbot.keyClick(text_of(pane), Qt.Key.Key_Return)
    pane.focus_mark(None)
    with qtbot.waitSignal(pane.mark_activated, check_params_cb=lambda it: it == 1):
        qtbot.mouseDClick(text_of(pane).viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, 10))


def test_marks_are_painted_under_their_own_characters(pane, bridge):
    start = bridge.text.index("野家")
    pane.show_article(bridge, HEADER, [])
    viewport = text_of(pane).viewport()
    before = viewport.grab().toImage()
    pane.set_marks([mark(1, start, start + 2)])
    after = viewport.grab().toImage()
    ratio = before.devicePixelRatio()
    inside = {
        offset for offset in range(start - 2, start + 4) if _changed(before, after, point_of(pane, offset), ratio)
    }
    assert inside == {start, start + 1}


def _changed(before, after, centre, ratio):
    points = [(centre + QPoint(0, dy)) * ratio for dy in range(-8, 9)]
    return any(before.pixel(at) != after.pixel(at) for at in points)


def test_a_click_on_a_stripe_puts_its_mark_in_focus(qtbot, pane):
    view = long_article(3)
    start = view.paragraphs[1].span.start
    pane.show_article(view, HEADER, [mark(1, start, start + 9), mark(2, start + 2, start + 5)])
    gutter = text_of(pane).gutter
    y = point_of(pane, start).y()
    reached = set()
    for x in range(gutter.width() - 1, 0, -4):
        qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        reached.add(pane.focused_mark())
    assert {1, 2} <= reached


def test_marks_that_find_no_column_are_offered_in_a_menu(qtbot, pane):
    view = long_article(3)
    start = view.paragraphs[1].span.start
    marks = [mark(number, start, start + 30 - number) for number in range(1, 21)]
    pane.show_article(view, HEADER, marks)
    gutter = text_of(pane).gutter
    y = point_of(pane, start).y()
    reached, offered = set(), set()
    for x in range(gutter.width() - 1, 0, -4):
        qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        menu = QApplication.activePopupWidget()
        if menu is None:
            reached.add(pane.focused_mark())
        else:
            offered = {action.data() for action in menu.actions()}
            chosen = menu.actions()[-1]
            menu.close()
            chosen.trigger()
            assert pane.focused_mark() == chosen.data()
    assert len(reached) >= gutter.room() > 1
    assert offered
    assert (reached | offered) - {None} == set(range(1, 21))


# --- place


def test_the_place_survives_another_size_theme_and_font(pane):
    view = long_article()
    offset = view.paragraphs[30].span.start
    pane.show_article(view, HEADER, [], offset)
    assert pane.position() == offset
    pane.set_typography(Typography(size=22))
    assert pane.position() == offset
    pane.set_tokens(DARK)
    pane.resize(420, 500)
    QGuiApplication.processEvents()
    pane.set_typography(Typography())
    pane.resize(1100, 700)
    QGuiApplication.processEvents()
    assert pane.position() == offset
    assert view.paragraph_at(text_of(pane).column.offset_at_top(text_of(pane).verticalScrollBar().value())) == 30


def test_a_place_in_the_middle_of_a_paragraph_comes_back(pane):
    view = long_article()
    pane.show_article(view, HEADER, [])
    text_of(pane).verticalScrollBar().setValue(1234)
    place = pane.position()
    assert place > 0
    pane.show_article(view, HEADER, [], place)
    assert pane.position() == place
    scrolled = text_of(pane).verticalScrollBar().value()
    assert abs(scrolled - 1234) <= text_of(pane).column.typesetter.body_line_height()


def test_a_place_is_kept_while_the_pane_is_not_yet_shown(qtbot):
    pane = ReadingPane()
    qtbot.addWidget(pane)
    view = long_article()
    offset = view.paragraphs[20].span.start
    pane.show_article(view, HEADER, [], offset)
    pane.resize(700, 500)
    with qtbot.waitExposed(pane):
        pane.show()
    assert pane.position() == offset


def test_scrolling_is_reported_seldom(qtbot, pane):
    pane.show_article(long_article(), HEADER, [])
    seen = []
    pane.position_changed.connect(seen.append)
    with qtbot.waitSignal(pane.position_changed):
        for value in range(0, 2000, 20):
            text_of(pane).verticalScrollBar().setValue(value)
    assert seen == [pane.position()]


def test_selection_and_caret_survive_another_font(pane, bridge):
    pane.show_article(bridge, HEADER, [])
    pane.select(Range(3, 9))
    pane.set_typography(Typography(size=20))
    assert pane.selection() == Range(3, 9)


def test_reading_on_misses_no_line_and_says_when_the_end_is_reached(pane):
    view = long_article(20)
    pane.show_article(view, HEADER, [])
    QGuiApplication.processEvents()
    text = text_of(pane)
    line, height = text.column.typesetter.body_line_height(), text.viewport().height()
    pages = 0
    cut_off = first_cut_off(text, line, height)
    while pane.page_down():
        assert 0 < pane.position() <= cut_off
        assert pane.caret() == pane.position()
        cut_off = first_cut_off(text, line, height)
        pages += 1
    assert pages > 3
    assert point_of(pane, len(view.text) - 1).y() < height
    while pane.page_up():
        pages -= 1
    assert pane.position() == 0
    assert abs(pages) <= 1


def first_cut_off(text, line, height):
    """The offset of the first line that is not wholly above the lower edge."""
    return text.column.offset_at_top(text.verticalScrollBar().value() + height - line + 2)


def test_space_reads_on_and_asks_for_more_at_the_end(qtbot, pane):
    pane.show_article(long_article(10), HEADER, [])
    qtbot.keyClick(text_of(pane), Qt.Key.Key_Space)
    assert pane.position() > 0
    qtbot.keyClick(text_of(pane), Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert pane.position() == 0
    while pane.page_down():
        pass
    with qtbot.waitSignal(pane.end_reached):
        qtbot.keyClick(text_of(pane), Qt.Key.Key_PageDown)


# --- finding


def find_bar_of(pane):
    return pane._find_bar


def test_finding_counts_and_steps_round_the_end(qtbot, pane):
    view = article_of((Role.TITLE, "ＧＤＰ"), (Role.BODY, "𠮷市gdp增长，Gdp翻番。"))
    pane.show_article(view, HEADER, [])
    pane.open_find()
    bar = find_bar_of(pane)
    assert bar.field.hasFocus()
    qtbot.keyClicks(bar.field, "gdp")
    assert bar.count_text() == "1 of 3"
    pane.find_next()
    pane.find_next()
    assert bar.count_text() == "3 of 3"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count_text() == "1 of 3"
    pane.find_previous()
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert view.text[slice(*pane.selection())] == "Gdp"
    assert text_of(pane).hasFocus()


def test_what_is_not_found_is_said_in_words(qtbot, pane, bridge):
    pane.show_article(bridge, HEADER, [])
    pane.open_find()
    bar = find_bar_of(pane)
    assert bar.count_text() == ""
    qtbot.keyClicks(bar.field, "xyz")
    assert bar.count_text() == "Not found"
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert pane.selection() is None


def test_the_selection_is_looked_for_and_the_search_goes_on_in_the_next_article(pane, bridge):
    pane.show_article(bridge, HEADER, [])
    start = bridge.text.index("𠮷野")
    pane.select(Range(start, start + 1))
    pane.open_find()
    assert find_bar_of(pane).query() == "𠮷"
    assert find_bar_of(pane).count_text() == "2 of 2"
    pane.show_article(article_of((Role.BODY, "𠮷𠮷𠮷")), HEADER, [])
    assert find_bar_of(pane).count_text() == "1 of 3"


# --- keys, emptiness, size


def test_letters_and_undo_reach_the_actions_of_the_window(qtbot, pane, bridge):
    pane.show_article(bridge, HEADER, [])
    fired = []
    for keys in ("H", "S", "Shift+H", "1", "[", "?", "Ctrl+Z", "Space", "Delete"):
        action = QAction(pane)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False, keys=keys: fired.append(keys))
        pane.addAction(action)
    text_of(pane).setFocus()
    for key, modifier in (
        (Qt.Key.Key_H, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Question, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    ):
        qtbot.keyClick(text_of(pane), key, modifier)
    assert fired == ["H", "S", "Shift+H", "1", "[", "?", "Ctrl+Z", "Space", "Delete"]


def test_letters_in_the_find_field_are_text(qtbot, pane, bridge):
    pane.show_article(bridge, HEADER, [])
    action = QAction(pane)
    action.setShortcut(QKeySequence("H"))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    fired = []
    action.triggered.connect(lambda: fired.append("H"))
    pane.addAction(action)
    pane.open_find()
    qtbot.keyClicks(find_bar_of(pane).field, "h")
    assert find_bar_of(pane).query() == "h"
    assert fired == []


def test_the_menu_key_asks_for_a_menu_at_the_caret(qtbot, pane, bridge):
    pane.show_article(bridge, HEADER, [])
    pane.set_caret(bridge.paragraphs[2].span.start)
    text = text_of(pane)
    with qtbot.waitSignal(pane.context_menu_requested) as asked:
        pressed = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QGuiApplication.sendEvent(text.viewport(), pressed)
    assert asked.args[0] == text.viewport().mapToGlobal(text.cursorRect().bottomLeft())


def test_a_right_click_on_a_mark_puts_it_in_focus_first(qtbot, pane, bridge):
    pane.show_article(bridge, HEADER, [mark(1, 8, 12)])
    text = text_of(pane)
    at = point_of(pane, 9)
    with qtbot.waitSignals([pane.mark_focused, pane.context_menu_requested], order="strict"):
        pressed = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, text.viewport().mapToGlobal(at))
        QGuiApplication.sendEvent(text.viewport(), pressed)
    assert pane.focused_mark() == 1


def test_an_article_without_text_does_no_harm(qtbot, pane):
    pane.show_article(article_of(), HEADER, [])
    pane.grab()
    for act in (pane.extend_sentence, pane.extend_paragraph, pane.select_word, pane.cycle_stacked, pane.page_down):
        assert not act()
    assert pane.step_mark(1) is None
    assert pane.selection() is None
    assert pane.position() == 0
    pane.open_find()
    qtbot.keyClicks(find_bar_of(pane).field, "x")
    assert find_bar_of(pane).count_text() == "Not found"
    pane.set_typography(Typography(size=20))
    pane.resize(200, 100)
    pane.grab()


def test_the_empty_state_offers_its_actions(qtbot, pane):
    done = []
    imports, opens = QAction("Import…", pane), QAction("Open library…", pane)
    imports.triggered.connect(lambda: done.append("import"))
    pane.set_empty_state("Nothing to read yet", "Drop page files here.", [imports, opens])
    pane.clear()
    buttons = pane.findChild(EmptyState).findChildren(QToolButton)
    qtbot.waitUntil(lambda: all(button.isVisible() for button in buttons))
    assert [button.text() for button in buttons] == ["Import", "Open library"]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["import"]
    pane.open_find()
    assert find_bar_of(pane).isHidden()


def test_a_long_article_opens_with_its_beginning_and_is_complete_soon(qtbot, pane):
    view = long_article(2000)
    pane.show_article(view, HEADER, [])
    text = text_of(pane)
    assert text.document().blockCount() < 2000
    qtbot.waitUntil(lambda: text.document().blockCount() == len(view.paragraphs))
    assert pane.position() == 0


def test_the_end_of_a_long_article_can_be_shown_at_once(qtbot, pane):
    view = long_article(2000)
    last = view.paragraphs[1950].span.start
    pane.show_article(view, HEADER, [mark(1, last, last + 4)], last)
    assert pane.position() == last
    assert pane.caret() == last
    pane.grab()
    pane.clear()


def test_a_narrow_pane_still_has_twelve_characters_to_the_line(pane):
    pane.show_article(article_of((Role.TITLE, "题"), (Role.BODY, "一" * 40)), HEADER, [])
    pane.resize(150, 400)
    QGuiApplication.processEvents()
    column = text_of(pane).column
    body = column.view.paragraphs[1].span.start
    # The first line is indented by two.
    assert [column.line_of(1, body + at) for at in (9, 10, 21, 22)] == [0, 1, 1, 2]


def test_a_wide_pane_has_no_longer_lines_than_the_measure(pane):
    pane.show_article(article_of((Role.TITLE, "题"), (Role.BODY, "一" * 80)), HEADER, [])
    pane.resize(2000, 400)
    QGuiApplication.processEvents()
    column = text_of(pane).column
    body = column.view.paragraphs[1].span.start
    assert [column.line_of(1, body + at) for at in (33, 34, 69, 70)] == [0, 1, 1, 2]


def test_lines_fill_a_wide_column_and_end_freely_in_a_narrow_one(pane):
    # The figures go over to the next line as a whole, and leave a gap that is narrower than they are.
    view = article_of((Role.TITLE, "题"), (Role.BODY, "一" * 33 + "1234567890" * 3 + "一" * 20))
    pane.show_article(view, HEADER, [])
    QGuiApplication.processEvents()
    assert first_line_is_full(pane)
    pane.resize(400, 600)
    QGuiApplication.processEvents()
    pane.show_article(article_of((Role.TITLE, "题"), (Role.BODY, "一" * 14 + "1234567890" + "一" * 20)), HEADER, [])
    assert not first_line_is_full(pane)


def first_line_is_full(pane):
    column = text_of(pane).column
    (first, *_others) = column.boxes(1, column.view.paragraphs[1].span)
    return first.rect.right() >= text_of(pane).lineWrapColumnOrWidth() - 2
