import json

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from reader.domain.model import Changes, Color, Kind
from reader.domain.scope import Grouping, Level, ReadState, Scope
from reader.services.library import Library
from reader.services.pages import MetaEdit
from reader.storage.connection import write
from reader.storage.copies import CopyStore
from reader.ui.change_bus import ChangeBus
from reader.ui.tree.locate import path_to
from reader.ui.tree.model import ROW_ROLE
from reader.ui.tree.pane import TreePane
from reader.workers.jobs import JobRunner
from tests.bench.direct import write_library
from tests.support.printed import mark

MORNING = (Level.NEWSPAPER, "晨报")
FIRST_OF_MAY = (Level.DATE, "2024-05-01")


@pytest.fixture
def bus(qapp):
    return ChangeBus()


@pytest.fixture
def show(qtbot, bus):
    runners = []

    def shown(library):
        runners.append(JobRunner(library.path))
        pane = TreePane(library, bus, runners[-1])
        qtbot.addWidget(pane)
        pane.resize(300, 400)
        pane.show()
        qtbot.waitExposed(pane)
        pane.view.setFocus()
        return pane

    yield shown
    for runner in runners:
        assert runner.shutdown(10_000)


@pytest.fixture
def pane(show, library, printed):
    return show(library)


def headline(pane):
    return pane.view.currentIndex().data()


def item_of(library, word):
    return library.tree.items(Scope(headline=word))[0].id


def press_keys(pane, *keys):
    for key in keys:
        QTest.keyClick(pane.view, key)


def type_filter(qtbot, pane, text):
    pane.header.field.setText(text)
    qtbot.waitUntil(lambda: pane.scope().headline == text)


def visible(pane):
    labels, index = [], pane.model.index(0, 0)
    while index.isValid():
        labels.append(index.data())
        index = pane.view.indexBelow(index)
    return labels


# Walking by keys


def test_the_first_articles_are_to_be_seen_at_once(pane):
    assert visible(pane) == ["晚报", "2024-05-01", "Page 1", "五标题", "六标题", "七标题", "晨报"]


def test_arrows_walk_open_and_close(pane):
    press_keys(pane, Qt.Key.Key_End)
    assert headline(pane) == "晨报"
    press_keys(pane, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert headline(pane) == "Page 1"
    press_keys(pane, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert headline(pane) == "2024-05-01"
    press_keys(pane, Qt.Key.Key_Home)
    assert headline(pane) == "晚报"


def test_only_where_a_held_arrow_rests_is_selected(pane, library, qtbot):
    press_keys(pane, Qt.Key.Key_Home)
    chosen = []
    pane.article_selected.connect(chosen.append)
    with qtbot.waitSignal(pane.article_selected):
        press_keys(pane, *[Qt.Key.Key_Down] * 5)
    assert chosen == [item_of(library, "七")]


def test_enter_activates_an_article_and_opens_a_group(pane, library, qtbot):
    press_keys(pane, Qt.Key.Key_End, Qt.Key.Key_Return)
    assert pane.view.isExpanded(pane.view.currentIndex())
    pane.show_item(item_of(library, "六"))
    with qtbot.waitSignal(pane.article_activated) as activated:
        press_keys(pane, Qt.Key.Key_Return)
    assert activated.args == [item_of(library, "六")]


def test_a_double_click_activates(pane, library, qtbot):
    pane.show_item(item_of(library, "六"))
    point = pane.view.visualRect(pane.view.currentIndex()).center()
    with qtbot.waitSignal(pane.article_activated) as activated:
        QTest.mouseDClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert activated.args == [item_of(library, "六")]


@pytest.mark.parametrize("key", [Qt.Key.Key_J, Qt.Key.Key_M, Qt.Key.Key_Space, Qt.Key.Key_Question, Qt.Key.Key_1])
def test_single_keys_are_left_to_the_window(pane, qtbot, key):
    action = QAction(pane)
    action.setShortcut(key)
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    pane.view.addAction(action)
    press_keys(pane, Qt.Key.Key_End, Qt.Key.Key_Home)
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(pane.view, key)
    pane.view.removeAction(action)
    press_keys(pane, key, Qt.Key.Key_Asterisk)
    assert headline(pane) == "晚报"
    assert pane.selected_scopes() == (Scope(newspaper="晚报"),)
    assert not pane.view.isExpanded(pane.model.index(1, 0))


# Selection


def test_showing_an_item_opens_the_tree_down_to_it_in_silence(pane, library, qtbot):
    with qtbot.assertNotEmitted(pane.article_selected, wait=120):
        assert pane.show_item(item_of(library, "三"))
    assert headline(pane) == "三标题"
    assert pane.selected_item_ids() == (item_of(library, "三"),)
    assert pane.view.viewport().rect().contains(pane.view.visualRect(pane.view.currentIndex()).center())


def test_what_the_filter_hides_is_not_shown(pane, library, qtbot):
    type_filter(qtbot, pane, "五")
    assert not pane.show_item(item_of(library, "三"))


@pytest.mark.parametrize("grouping", list(Grouping)[:2])
def test_an_item_is_found_in_every_grouping(pane, library, grouping):
    pane.header.choose(grouping, ReadState.ALL)
    assert pane.show_item(item_of(library, "三"))
    assert headline(pane) == "三标题"


def test_many_rows_are_one_selection(pane, library):
    pane.show_item(item_of(library, "二"))
    QTest.keyClick(pane.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page = library.tree.items(Scope(headline="三"))[0].page_id
    on_page = Scope(newspaper="晨报", issue_date="2024-05-01", page_id=page)
    assert pane.selected_scopes() == (Scope(item_id=item_of(library, "二")), on_page)
    assert pane.selected_item_ids() == (item_of(library, "二"),)
    assert pane.selected_page_ids() == (library.tree.items(Scope(headline="二"))[0].page_id, page)


def test_the_pages_of_a_newspaper_can_be_edited(pane, library, qtbot):
    press_keys(pane, Qt.Key.Key_End)
    with qtbot.waitSignal(pane.metadata_requested) as asked:
        pane.request_metadata()
    assert asked.args == [tuple(dict.fromkeys(row.page_id for row in library.tree.items(Scope(newspaper="晨报"))))]


def test_an_import_leaves_selection_expansion_and_place_alone(pane, press, library, bus, qtbot):
    pane.resize(300, 240)
    pane.show_item(item_of(library, "三"))
    before = pane.view.visualRect(pane.view.currentIndex()).top()
    with qtbot.assertNotEmitted(pane.article_selected, wait=120):
        for number in range(20):
            bus.announce(press.page("丙报", f"2024-04-{number + 1:02}"))
            bus.announce(press.page("晨报", "2024-04-30", str(number)))
    qtbot.waitUntil(lambda: pane.model.index(0, 0).data(ROW_ROLE).count == 40)
    assert pane.model.index(0, 0).data() == "丙报"
    assert headline(pane) == "三标题"
    assert pane.selected_item_ids() == (item_of(library, "三"),)
    assert pane.view.visualRect(pane.view.currentIndex()).top() == before


def test_a_page_that_moves_keeps_its_selection(pane, library, bus, qtbot):
    pane.show_item(item_of(library, "三"))
    page_id = library.tree.items(Scope(headline="三"))[0].page_id
    with qtbot.assertNotEmitted(pane.article_selected, wait=120):
        bus.announce(library.pages.edit_meta([page_id], MetaEdit(newspaper="晚报")))
        pane.show_item(item_of(library, "三"))
    assert headline(pane) == "三标题"
    assert pane.view.currentIndex().parent().parent().parent().data() == "晚报"


def test_when_the_open_article_goes_no_other_one_is_chosen(pane, press, library, bus, qtbot):
    bus.announce(press.page("晨报", "2024-05-01", "1", headlines=("末",)))
    qtbot.waitUntil(lambda: pane.show_item(item_of(library, "末")))
    with qtbot.assertNotEmitted(pane.article_selected, wait=120):
        bus.announce(library.history.undo()[1])
        qtbot.waitUntil(lambda: not pane.view.currentIndex().isValid())
    assert pane.selected_scopes() == ()


def test_undo_and_redo_open_again_what_was_open(pane, press, library, bus, qtbot):
    with qtbot.waitSignal(pane.model.refreshed):
        bus.announce(press.page("午报", "2024-05-01", headlines=("甲", "乙")))
    pane.show_item(item_of(library, "甲"))
    shown = visible(pane)
    with qtbot.waitSignal(pane.model.refreshed):
        bus.announce(library.history.undo()[1])
    assert "甲标题" not in visible(pane)
    with qtbot.waitSignal(pane.model.refreshed):
        bus.announce(library.history.redo()[1])
    assert visible(pane) == shown


def test_expand_and_collapse_below(pane):
    press_keys(pane, Qt.Key.Key_End)
    pane.expand_all_below()
    assert visible(pane)[-2:] == ["Page 1", "四标题"]
    pane.collapse()
    assert visible(pane)[-1] == "晨报"
    press_keys(pane, Qt.Key.Key_Right)
    assert visible(pane)[-2:] == ["2024-05-01", "2024-05-02"]


# Filter


def test_typing_filters_headlines_and_opens_what_it_finds(pane, qtbot):
    with qtbot.waitSignal(pane.scope_changed) as changed:
        type_filter(qtbot, pane, "四")
    assert changed.args == [Scope(headline="四")]
    assert visible(pane) == ["晨报", "2024-05-02", "Page 1", "四标题"]


def test_esc_brings_the_tree_back_as_it_was(pane, library, qtbot):
    pane.show_item(item_of(library, "三"))
    shown = visible(pane)
    pane.focus_filter()
    type_filter(qtbot, pane, "三")
    assert headline(pane) == "三标题"
    with qtbot.waitSignal(pane.scope_changed):
        QTest.keyClick(pane.header.field, Qt.Key.Key_Escape)
    assert visible(pane) == shown
    assert headline(pane) == "三标题"


def test_down_goes_from_the_filter_to_what_it_found(pane, qtbot):
    pane.focus_filter()
    pane.header.field.insert("七")
    QTest.keyClick(pane.header.field, Qt.Key.Key_Down)
    qtbot.waitUntil(pane.view.hasFocus)
    assert visible(pane)[-1] == "七标题"


def test_states_are_filters_too(pane, library, bus):
    library.reading.set_read([item_of(library, word) for word in "一二三四五"], read=True)
    bus.announce(Changes(items=frozenset([item_of(library, "五")]), history=False))
    pane.header.state_box.setCurrentIndex(pane.header.state_box.findData(ReadState.UNREAD))
    assert pane.scope() == Scope(state=ReadState.UNREAD)
    assert visible(pane) == ["晚报", "2024-05-01", "Page 1", "六标题", "七标题"]


# Nothing to show


def test_an_empty_library_says_what_to_do(show, tmp_path, qtbot, bus):
    with Library(tmp_path / "empty.jianbao") as library:
        pane = show(library)
        action = QAction("Import…", pane)
        pane.set_empty_actions([action])
        (button,) = pane.empty.buttons()
        qtbot.waitUntil(button.isVisible)
        with qtbot.waitSignal(action.triggered):
            button.click()
        assert not pane.view.isVisible()


def test_the_first_pages_of_an_import_are_opened(show, tmp_path, bus, press):
    pane = show(press.library)
    bus.announce(press.page("晨报", "2024-05-01", headlines=("一",), kind=Kind.BRIEF))
    assert pane.view.isVisible()
    assert visible(pane) == ["晨报", "2024-05-01", "Page 1", "一标题"]


def test_a_filter_without_a_match_offers_to_be_cleared(pane, qtbot):
    type_filter(qtbot, pane, "没有")
    assert not pane.view.isVisible()
    (button,) = [one for one in pane.no_match.buttons() if one.isVisible()]
    button.click()
    assert pane.scope() == Scope()
    assert pane.view.isVisible()
    assert pane.header.field.text() == ""


def test_without_marks_there_is_nothing_by_tag(pane, library, bus):
    pane.header.choose(Grouping.TAG, ReadState.ALL)
    assert not pane.view.isVisible()
    pane.no_match.buttons()[0].click()
    assert pane.header.grouping() is Grouping.NEWSPAPER
    assert pane.view.isVisible()


# What is remembered


def test_the_state_comes_back_in_another_window(pane, show, library):
    pane.header.choose(Grouping.SECTION, ReadState.UNREAD)
    pane.show_item(item_of(library, "三"))
    pane.resize(300, 240)
    pane.view.scrollTo(pane.view.currentIndex(), pane.view.ScrollHint.PositionAtBottom)
    again = show(library)
    again.resize(300, 240)
    assert again.restore_state(pane.save_state())
    assert again.scope() == pane.scope()
    assert again.model.grouping is Grouping.SECTION
    assert visible(again) == visible(pane)
    assert again.view.indexAt(QPoint(0, 0)).data() == pane.view.indexAt(QPoint(0, 0)).data()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"grouping": "moon", "state": "all", "expanded": [], "top": []}']
)
def test_a_state_of_another_version_changes_nothing(pane, text):
    shown = visible(pane)
    assert not pane.restore_state(text)
    assert visible(pane) == shown


def test_a_tree_that_was_all_closed_comes_back_closed(pane, show, library):
    pane.view.collapseAll()
    again = show(library)
    assert again.restore_state(pane.save_state())
    assert visible(again) == ["晚报", "晨报"]


def test_an_article_can_be_shown_before_its_import_came_to_the_tree(pane, press, library, bus):
    bus.announce(press.page("晨报", "2024-05-03", headlines=("甲",)))
    bus.announce(press.page("晨报", "2024-05-04", headlines=("乙",)))
    assert pane.show_item(item_of(library, "乙"))


def test_a_state_that_names_what_is_gone_is_restored_as_far_as_it_goes(pane):
    state = json.loads(pane.save_state())
    state["expanded"] = [[["newspaper", "没有"]], [MORNING], [MORNING, FIRST_OF_MAY]]
    state["top"] = [["newspaper", "没有"]]
    assert pane.restore_state(json.dumps(state))
    assert visible(pane) == ["晚报", "晨报", "2024-05-01", "Page 1", "Page 2", "2024-05-02"]


def test_filter_selection_and_hidden_copies_come_back(pane, show, library, qtbot):
    make_copies(library, "一", "五")
    pane.header.once_button.click()
    type_filter(qtbot, pane, "标题")
    pane.view.show_path((MORNING, FIRST_OF_MAY))
    for word in "三四":
        index = pane.model.index_of(path_of(pane, library, word))
        pane.view.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    chosen = pane.view.selected_rows()
    assert len(chosen) == 3
    again = show(library)
    assert again.restore_state(pane.save_state())
    assert again.is_placed()
    qtbot.waitUntil(lambda: again.scope() == Scope(headline="标题", once=True))
    assert [row.path() for row in again.view.selected_rows()] == [row.path() for row in chosen]
    assert again.view.currentIndex().data() == "2024-05-01"
    assert again.header.field.text() == "标题"
    assert again.header.once_button.isChecked()


def test_a_state_of_the_first_version_is_restored(pane, show, library):
    pane.show_item(item_of(library, "四"))
    state = json.loads(pane.save_state())
    old = {key: state[key] for key in ("grouping", "state", "expanded", "top")}
    again = show(library)
    assert again.restore_state(json.dumps(old))
    assert visible(again) == visible(pane)
    assert not again.is_placed()


# Copies


def make_copies(library, *words):
    with write(library._database):
        first, *others = sorted(item_of(library, word) for word in words)
        CopyStore(library._database).settle(first, (), others)


def path_of(pane, library, word):
    return path_to(pane.model, library, item_of(library, word), pane.model.root)


def test_copies_can_be_hidden_by_key_and_are_counted_once(pane, library):
    make_copies(library, "一", "五", "六")
    pane.view.expansion.open_below(QModelIndex())
    everything = visible(pane)
    QTest.keyClick(pane.header.once_button, Qt.Key.Key_Space)
    assert pane.scope() == Scope(once=True)
    assert visible(pane) == [label for label in everything if label not in ("五标题", "六标题")]
    assert [row.data.count for row in pane.model.root.children] == [1, 4]
    QTest.keyClick(pane.header.once_button, Qt.Key.Key_Space)
    assert visible(pane) == everything


def test_a_marked_copy_is_never_hidden(pane, library):
    make_copies(library, "一", "五", "六")
    mark(library, item_of(library, "六"), "六标题", Color.GREEN)
    pane.header.once_button.click()
    pane.view.expansion.open_below(QModelIndex())
    assert {"一标题", "六标题"} <= set(visible(pane))
    assert "五标题" not in visible(pane)


def test_copies_that_are_found_later_go_when_they_are(pane, library):
    pane.header.once_button.click()
    pane.view.expansion.open_below(QModelIndex())
    assert "五标题" in visible(pane)
    make_copies(library, "一", "五")
    pane.copies_found()
    assert "五标题" not in visible(pane)


# Looking for headlines beside the window


def test_the_tree_keeps_what_it_shows_until_headlines_are_found(pane, qtbot):
    before = visible(pane)
    pane.header.field.setText("四")
    qtbot.waitSignal(pane.header.changed).wait()
    assert visible(pane) == before
    assert pane.scope() == Scope()
    qtbot.waitUntil(lambda: visible(pane)[-1] == "四标题")


def test_newer_typing_supersedes_what_is_looked_for(pane, qtbot):
    shown = []
    pane.scope_changed.connect(shown.append)
    for word in ("一", "二", "七"):
        pane.header.choose(Grouping.NEWSPAPER, ReadState.ALL, word)
    qtbot.waitUntil(lambda: pane.scope().headline == "七")
    assert shown == [Scope(headline="七")]
    assert visible(pane)[-1] == "七标题"


def test_what_is_typed_and_taken_back_leaves_the_tree_as_it_is(pane, qtbot):
    before = visible(pane)
    for word in ("四", ""):
        pane.header.choose(Grouping.NEWSPAPER, ReadState.ALL, word)
    with qtbot.assertNotEmitted(pane.scope_changed, wait=300):
        pass
    assert visible(pane) == before


def test_the_window_never_looks_through_all_headlines_itself(pane, library, press, bus, qtbot):
    asked = []
    library._database.conn.set_trace_callback(asked.append)
    type_filter(qtbot, pane, "标题")
    bus.announce(press.page("晚报", "2024-05-09", headlines=("九",)))
    qtbot.waitUntil(lambda: "2024-05-09" in visible(pane))
    library._database.conn.set_trace_callback(None)
    assert asked
    assert not [sql for sql in asked if "instr(lower(label)" in sql]


def test_undoing_under_a_filter_takes_away_what_it_showed(pane, press, library, bus, qtbot):
    bus.announce(press.page("晚报", "2024-05-09", headlines=("九",)))
    type_filter(qtbot, pane, "九")
    assert visible(pane)[-1] == "九标题"
    bus.announce(library.history.undo()[1])
    qtbot.waitUntil(lambda: not pane.model.rowCount())


def test_it_is_said_when_finding_takes_long(pane, qtbot):
    pane._finding.waiting.emit(True)
    dots = pane.header.field.glass.icon().cacheKey()
    pane._finding.waiting.emit(False)
    assert pane.header.field.glass.icon().cacheKey() != dots


def test_much_that_is_found_is_opened_a_little_at_a_time(show, tmp_path, bus, qtbot):
    path = tmp_path / "large.jianbao"
    write_library(path, 3000)
    with Library(path) as library:
        pane = show(library)
        expansion = pane.view.expansion
        word = library.tree.items(Scope())[0].label[:1]
        with qtbot.waitSignal(expansion.opened, timeout=20_000):
            pane.header.field.setText(word)
        found = set(library.tree.item_ids(Scope(headline=word)))
        shown = {pane.model.row_of(index).data.id for index in loaded_items(pane)}
        assert shown
        assert shown <= found


def loaded_items(pane):
    index = pane.model.index(0, 0)
    while index.isValid():
        if not pane.model.hasChildren(index):
            yield index
        index = pane.view.indexBelow(index)
