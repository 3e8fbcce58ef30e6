"""A page repaired by keys alone, with a mark on it that must not move."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.domain.history import StepName, StepState
from reader.domain.model import Changes, Color, Kind, Role
from reader.domain.scope import Scope
from reader.services.importing import ImportRequest
from reader.ui.workbench.line_dialog import LineDialog


@pytest.fixture
def stored(window, bench):
    """The items of the page as they are in the library."""

    def items():
        return [one.item for one in window.library.pages.items(bench.page.page_id)]

    return items


def roles(page, item):
    return [(block.role, len(block.ranges)) for block in item.blocks]


def joined_line(page):
    return next(line for line in range(len(page)) if page.is_joined(line))


def test_the_workbench_takes_the_keyboard_and_gives_it_back(window, hands, bench):
    assert window.focusWidget() is bench.view
    hands.press("W")
    assert bench.isHidden()
    assert window.desk.reading.text.hasFocus()


def test_a_page_is_repaired_by_keys_and_all_of_it_taken_back(window, hands, bench, stored, mark, stand_on):
    before = stored()
    page = bench.page
    body = [at for at in page.of_item(window.desk.article.stored.id) if page.role(at) is Role.BODY]

    bench.view.go(page.lines[body[1]].span.start)
    hands.press("S")
    assert len(stored()) == len(before) + 1
    assert window.desk.article.stored.item.blocks[0].ranges[0] == page.lines[body[1]].span, "the new item is open"

    hands.press("2")
    assert window.desk.article.stored.item.title == page.text[slice(*page.lines[body[1]].span)]
    assert bench.view.line() == body[1], "the caret stays on its line"

    hands.press("M")
    assert len(stored()) == len(before)
    hands.press("6", "J")
    joined = bench.page.lines[body[1]]
    assert joined.part > 0

    caption = next(at for at in range(len(bench.page)) if bench.page.role(at) is Role.CAPTION)
    owner = bench.page.stored(caption).id
    bench.view.go(bench.page.lines[caption].span.start)
    hands.press("Alt+Shift+Up")
    assert bench.page.stored(caption).id != owner
    assert Role.CAPTION in {block.role for block in bench.page.stored(caption).item.blocks}

    after = stored()
    assert window.library.marks.get(mark.id) == mark, "ranges, quote and context are as they were"
    steps = 6
    hands.press(*["Ctrl+Z"] * steps)
    assert stored() == before
    assert window.library.marks.get(mark.id) == mark
    hands.press(*["Ctrl+Shift+Z"] * steps)
    assert stored() == after
    assert window.library.marks.get(mark.id) == mark


def test_a_line_is_split_at_the_caret_and_made_whole_again(window, hands, bench, stored, mark):
    before, page = stored(), bench.page
    body = next(at for at in page.of_item(window.desk.article.stored.id) if page.role(at) is Role.BODY)
    whole = page.lines[body].span
    cut = whole.start + 3
    assert mark.ranges[0].start < cut < mark.ranges[-1].end, "the cut goes through the mark"
    bench.view.go(whole.start)
    hands.press("Right", "Right", "Right", "Alt+S")
    assert len(stored()) == len(before) + 1
    assert bench.view.caret() == cut
    assert bench.page.lines[bench.view.line()].span == (cut, whole.end)
    assert bench.page.begins_item(bench.view.line())
    assert window.desk.article.stored.item.blocks[0].ranges[0] == (cut, whole.end), "what was cut off is open"
    assert window.library.marks.get(mark.id) == mark
    hands.press("M", "J")
    assert window.library.marks.get(mark.id) == mark
    assert whole in [line.span for line in bench.page.lines]
    assert [list(item.ranges()) for item in stored()] == [list(item.ranges()) for item in before]
    hands.press(*["Ctrl+Z"] * 3)
    assert stored() == before


def test_a_subhead_that_runs_into_its_paragraph_is_set_apart_by_keys(window, hands, bench):
    page = bench.page
    item_id = window.desk.article.stored.id
    body = [at for at in page.of_item(item_id) if page.role(at) is Role.BODY and not page.is_joined(at)]
    whole = page.lines[body[-1]].span
    bench.view.go(whole.start + 4)
    hands.press("Alt+S", "M", "Up", "5")
    blocks = window.library.pages.article(item_id).stored.item.blocks
    at = next(number for number, block in enumerate(blocks) if block.ranges[0].start == whole.start)
    assert (blocks[at].role, blocks[at].ranges) == (Role.SUBHEAD, ((whole.start, whole.start + 4),))
    assert blocks[at + 1].role is Role.BODY


def test_a_join_is_parted_and_joined_again(window, hands, bench, stored):
    line = joined_line(bench.page)
    bench.view.go(bench.page.lines[line].span.start)
    hands.press("J")
    assert not bench.page.is_joined(line)
    hands.press("J")
    assert bench.page.is_joined(line)


def test_several_lines_take_a_role_in_one_step(window, hands, bench, stored):
    page = bench.page
    body = [at for at in page.of_item(window.desk.article.stored.id) if page.role(at) is Role.BODY]
    bench.view.go(page.lines[body[0]].span.start)
    hands.press("Shift+Down", "Shift+Down")
    chosen = bench.view.selected()
    assert len(chosen) == 3
    hands.press("5")
    assert {bench.page.role(line) for line in chosen} == {Role.SUBHEAD}
    hands.press("Ctrl+Z")
    assert [bench.page.role(line) for line in chosen] == [page.role(line) for line in chosen]


def test_a_brief_becomes_an_article_and_says_so(window, hands, bench, rows):
    brief = next(row for row in rows if row.kind is Kind.BRIEF)
    window.desk.open_article(brief.id)
    hands.press("Ctrl+9")
    bench.view.go(bench.page.lines[bench.page.of_item(brief.id)[0]].span.start)
    hands.press("A")
    assert window.library.pages.article(brief.id).stored.item.kind is Kind.ARTICLE
    assert window.status.message()
    hands.press("Ctrl+Z")
    assert window.library.pages.article(brief.id).stored.item.kind is Kind.BRIEF


def test_the_same_everywhere_changes_all_lines_that_look_alike(window, hands, bench, rows):
    page_id, lines = next(
        (row.page_id, found)
        for row in rows
        if row.kind is Kind.BRIEF and len(found := similar_to(window.library, row)) > 2
    )
    window.desk.open_article(next(row.id for row in rows if row.page_id == page_id))
    hands.press("Ctrl+9")
    bench.view.go(lines[0].start)
    hands.press("6")
    hands.press("4", "=")
    assert {bench.page.role(bench.page.at(line.start)) for line in lines} == {Role.BYLINE}
    hands.press("Ctrl+Z", "Ctrl+Z")
    assert {bench.page.role(bench.page.at(line.start)) for line in lines} == {Role.BODY}


def similar_to(library, row):
    return library.repairs.similar(row.page_id, library.pages.article(row.id).stored.item.blocks[0].ranges[0])


def test_a_character_is_corrected_and_the_mark_stays(window, hands, bench, mark, stand_on):
    line = next(at for at in bench.page.of_item(window.desk.article.stored.id) if bench.page.role(at) is Role.TITLE)
    span = bench.page.lines[line].span
    bench.view.go(span.start)
    hands.press("Right", "C")
    dialog = window.findChild(LineDialog)
    QTest.keyClicks(dialog.field, "X")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    page = window.library.pages.page(bench.page.page_id)
    (correction,) = page.corrections
    assert (correction.range.start, correction.replacement) == (span.start + 1, "X")
    assert window.desk.article.stored.item.title[1] == "X"
    assert "X" in window.desk.article.view.text
    assert window.library.marks.get(mark.id) == mark
    assert window.focusWidget() is bench.view
    hands.press("Ctrl+Z")
    assert window.library.pages.page(page.id).corrections == ()


def test_a_section_is_given_and_taken_back(window, hands, bench):
    before = window.desk.article.stored.item.section
    hands.press("Shift+S")
    dialog = window.findChild(LineDialog)
    dialog.field.selectAll()
    dialog.field.insertPlainText("地方新闻")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.desk.article.stored.item.section == "地方新闻"
    hands.press("Ctrl+Z")
    assert window.desk.article.stored.item.section == before


def test_doubtful_places_are_accepted_one_after_the_other(window, hands, bench):
    hands.press("Ctrl+Home", "D")
    line = bench.view.line()
    assert bench.page.is_doubtful(line)
    item, page_id = bench.page.stored(line), bench.page.page_id
    place = {bench.page.lines[at].span for at in bench.page.doubtful_place(line)}
    hands.press("Return")
    assert (bench.page.page_id, bench.view.line()) != (page_id, line)
    assert bench.page.is_doubtful(bench.view.line()), "on to the next doubtful place"
    accepted = window.library.pages.article(item.id).stored.item
    looked_at = [bool(place & set(block.ranges)) for block in accepted.blocks]
    assert any(looked_at)
    for block, before, seen in zip(accepted.blocks, item.item.blocks, looked_at, strict=True):
        assert block.judgement.confidence >= 0.9 if seen else block == before, "what was not looked at stays as it was"
    hands.press("Ctrl+Z")
    assert window.library.pages.article(item.id).stored == item


def test_doubtful_places_are_walked_back_over_pages(window, hands, bench, rows):
    window.desk.open_article(rows[0].id)
    hands.press("Ctrl+9", "Ctrl+Home")
    places = []
    for _ in range(60):
        hands.press("D")
        places.append((bench.page.page_id, bench.view.line()))
    assert len({page for page, _ in places}) > 1
    places = list(dict.fromkeys(places))  # at the last one D stays
    for place in places[-2::-1]:
        hands.press("Shift+D")
        assert (bench.page.page_id, bench.view.line()) == place


def test_every_doubtful_place_of_the_library_is_reached(window, hands, bench, rows):
    window.desk.open_article(rows[0].id)
    hands.press("Ctrl+9", "Ctrl+Home")

    def items_here():
        return {bench.page.stored(line).id for line in bench.page.doubtful_place(bench.view.line())}

    reached = items_here()
    for _ in range(2000):
        before = bench.page.page_id, bench.view.line()
        hands.press("D")
        if (bench.page.page_id, bench.view.line()) == before:
            break
        reached |= items_here()
    assert reached >= {row.id for row in rows if row.doubtful}


def test_where_nothing_can_be_done_no_step_is_made(window, hands, bench):
    last = window.library.history.next_undo()
    hands.press("Ctrl+Home", "M")
    assert window.library.history.next_undo() == last
    assert last.state is StepState.DONE
    assert window.status.message()


def test_an_article_that_undo_takes_away_leaves_its_words_in_sight(window, hands, bench):
    page = bench.page
    body = [at for at in page.of_item(window.desk.article.stored.id) if page.role(at) is Role.BODY]
    before = window.desk.article
    bench.view.go(page.lines[body[-1]].span.start)
    hands.press("S")
    assert window.desk.article.stored.id != before.stored.id
    assert window.desk.article.stored.item.blocks[0].ranges[0] == page.lines[body[-1]].span
    hands.press("Ctrl+Z")
    assert window.desk.article.stored == before.stored
    assert bench.view.line() == body[-1]
    assert bench.page.lines == page.lines


def test_marks_can_be_made_after_a_repair(window, hands, bench):
    page = bench.page
    body = [at for at in page.of_item(window.desk.article.stored.id) if page.role(at) is Role.BODY]
    bench.view.go(page.lines[body[1]].span.start)
    hands.press("S", "Ctrl+2", "S", "H")
    (mark,) = window.desk.marks.values()
    assert mark.color is Color.YELLOW
    assert mark.ranges[0].start >= page.lines[body[1]].span.start


def test_hints_are_listed_and_forgotten(window, hands, bench, stored):
    from reader.ui.workbench.hints_dialog import HintsDialog

    banner = next(at for at in range(len(bench.page)) if bench.page.role(at) is Role.FURNITURE)
    bench.view.go(bench.page.lines[banner].span.start)
    hands.press("9")
    hints = window.library.repairs.hints()
    assert [hint.role for hint in hints] == [Role.SECTION]
    window.actions_["hints"].trigger()
    (dialog,) = window.findChildren(HintsDialog)
    dialog.table.setCurrentItem(dialog.table.topLevelItem(0).child(0))
    dialog.forget()
    assert window.library.repairs.hints() == []
    dialog.reject()
    hands.press("Ctrl+Z")
    assert window.library.repairs.hints() == hints


def test_the_tree_shows_what_a_split_made(window, hands, bench, qtbot):
    count = window.library.tree.counts(Scope())[0]
    page = bench.page
    body = [at for at in page.of_item(window.desk.article.stored.id) if page.role(at) is Role.BODY]
    bench.view.go(page.lines[body[1]].span.start)
    hands.press("S")
    assert window.library.tree.counts(Scope())[0] == count + 1
    qtbot.waitUntil(lambda: window.desk.tree.selected_item_ids() == (window.desk.article.stored.id,))


def test_the_pages_selected_in_the_tree_are_split_anew_in_the_background(window, hands, bench, rows, qtbot):
    pages = {row.page_id for row in rows}
    library = window.library
    before = {page_id: library.pages.items(page_id) for page_id in pages}
    library._database.conn.execute("UPDATE item SET content = replace(content, '本报', '别报')")
    hands.press("Ctrl+1", "Ctrl+A")
    assert set(window.desk.tree.selected_page_ids()) == pages
    with qtbot.waitSignal(window.splitting.said, timeout=20_000):
        window.actions_["split_all_anew"].trigger()
    assert {page_id: library.pages.items(page_id) for page_id in pages} == before
    assert library.history.next_undo().name is StepName.RESEGMENT
    with qtbot.waitSignal(window.splitting.nothing_done, timeout=20_000):
        window.actions_["split_anew"].trigger()


def test_on_a_long_page_lines_that_look_alike_are_looked_for_in_the_background(window, hands, qtbot, tmp_path):
    page, long = tmp_path / "long.txt", "近日，山路修到村口。" * 20
    page.write_text("云川日报 2031年5月12日 第05版\n" + f"◎广角\n山路通了\n本报讯 {long}\n" * 280, "utf-8")
    (item_id,) = (
        event.item_ids[2]
        for event in window.library.importer.import_pages(ImportRequest((page,)))
        if hasattr(event, "item_ids")
    )
    window.bus.announce(Changes(), None)
    window.desk.open_article(item_id)
    hands.press("Ctrl+2", "W")
    bench = window.desk.workbench
    bench.view.go(bench.page.text.index("◎广角"))
    hands.press("1")
    with qtbot.waitSignal(window.repairing.said, timeout=20_000):
        hands.press("=")
    assert sum(bench.page.role(line) is Role.KICKER for line in range(len(bench.page))) == 280


def test_the_same_everywhere_asks_for_a_change_first(window, hands, bench):
    hands.press("=")
    assert "first" in window.status.message()
