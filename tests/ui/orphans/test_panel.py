"""The tray is worked by keyboard alone: each mark gets a place, stays, or goes, and everything can be undone."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QDockWidget

from reader.domain.model import AnchorState, Range
from reader.domain.rewording import Change
from reader.services.importing import ImportRequest
from reader.ui.orphans.places_model import OFFER_ROLE
from tests.ui.orphans.conftest import MARKS, NEW, OLD


def quotes(panel):
    model = panel.marks.model()
    return [
        [model.data(model.index(row, 0, group)) for row in range(model.rowCount(group))]
        for group in (model.index(at, 0) for at in range(model.rowCount()))
    ]


def state(window, annotation_id):
    return window.library.marks.get(annotation_id).state


def test_marks_are_listed_in_two_groups_with_the_first_one_shown(tray):
    _, panel, _, _ = tray
    assert quotes(panel) == [[MARKS[0], MARKS[1]], [MARKS[2]]]
    model = panel.marks.model()
    assert [model.data(model.index(at, 0)) for at in range(2)] == ["Without a place (2)", "Moved, to be confirmed (1)"]
    assert panel.view.passage.marked() == [MARKS[0]]
    assert panel.view.where.text() == "砚川日报 · 2024-05-13 · page 2 · 要闻"
    assert panel.view.note.text() == "要再核对"
    assert panel.view.tags.text() == "#旧书"
    dock = panel.parentWidget()
    assert isinstance(dock, QDockWidget)
    assert dock.windowTitle() == "Orphans (3)"
    assert panel.places.hasFocus()


def test_a_place_is_shown_with_what_differs(tray):
    _, panel, _, _ = tray
    offer = panel.places.model().index(0).data(OFFER_ROLE)
    assert "".join(part.text for part in offer.parts if part.change is not Change.CAME) == MARKS[0]
    assert "".join(part.text for part in offer.parts if part.change is not Change.GONE) == offer.place.quote
    assert offer.place.headline == "捐书"
    spoken = panel.places.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert offer.place.quote in spoken
    assert not panel.places.grab().isNull()


def test_enter_accepts_the_place_and_goes_on_and_undo_gives_it_back(tray):
    window, panel, hands, ids = tray
    before = window.library.marks.get(ids[0])
    hands.press("Return")
    assert state(window, ids[0]) is AnchorState.EXACT
    assert NEW.count(window.library.marks.get(ids[0]).quote) == 1
    assert quotes(panel) == [[MARKS[1]], [MARKS[2]]]
    assert panel.view.passage.marked() == [MARKS[1]]
    assert window.status.message() == "Mark anchored"
    hands.press("Ctrl+Z")
    assert window.library.marks.get(ids[0]) == before
    panel.refresh()
    assert quotes(panel) == [[MARKS[0], MARKS[1]], [MARKS[2]]]


def test_a_moved_mark_is_confirmed(tray):
    window, panel, hands, ids = tray
    hands.press("J", "J")
    assert panel.accept.text() == "Confirm place"
    assert not panel.keep.isEnabled()
    hands.press("Return")
    assert (state(window, ids[2]), window.library.marks.get(ids[2]).quote) == (
        AnchorState.EXACT,
        MARKS[2].replace("批", "挑"),
    )
    assert quotes(panel) == [[MARKS[0], MARKS[1]]]


def test_a_long_note_leaves_room_for_the_words(tray):
    window, panel, _, ids = tray
    note = "这一处要同去年的报道核对。" * 9
    window.bus.announce(window.library.marks.set_note(ids[0], note))
    panel.refresh()
    assert panel.view.note.text() == f"{note[:60]}…"
    assert panel.view.note.toolTip() == note


def test_j_and_k_walk_and_stop_at_the_ends(tray):
    _, panel, hands, _ = tray
    shown = []
    for key in ("K", "J", "J", "J", "K"):
        hands.press(key)
        shown += panel.view.passage.marked()
    assert shown == [MARKS[0], MARKS[1], MARKS[2], MARKS[2], MARKS[1]]


def test_a_mark_without_any_place_says_what_can_be_done(tray):
    _, panel, hands, _ = tray
    hands.press("J")
    assert panel.places.model().rowCount() == 0
    assert not panel.accept.isEnabled()
    assert panel._right.currentWidget().hasFocus()
    assert panel._right.currentWidget().accessibleName().startswith("No place like it")


def test_a_mark_is_anchored_at_what_is_selected_in_the_text(tray):
    window, _, hands, ids = tray
    hands.press("A")
    assert window.status.message().startswith("Select the words")
    page = window.library.pages.page(window.library.revisions.newest(window.library.marks.get(ids[0]).page_id))
    item = next(one.id for one in window.library.pages.items(page.id) if one.item.title == "捐书")
    assert window.desk.open_article(item)
    text = window.desk.article.view.text
    at = text.index("书架")
    window.desk.reading.select(Range(at, at + 2))
    hands.press("A")
    assert (state(window, ids[0]), window.library.marks.get(ids[0]).quote) == (AnchorState.EXACT, "书架")
    assert ids[0] in window.desk.marks


def test_an_orphan_is_kept_on_the_older_text_or_deleted(tray):
    window, panel, hands, ids = tray
    hands.press("L")
    assert state(window, ids[0]) is AnchorState.EXACT
    assert window.library.pages.page(window.library.marks.get(ids[0]).page_id).text == OLD
    hands.press("Delete")
    assert quotes(panel) == [[MARKS[2]]]
    hands.press("Ctrl+Z", "Ctrl+Z")
    panel.refresh()
    assert quotes(panel) == [[MARKS[0], MARKS[1]], [MARKS[2]]]


def test_the_older_text_is_shown_and_cannot_be_typed_in(tray):
    _, panel, hands, _ = tray
    hands.press("O")
    assert panel.older.isVisible()
    assert panel.older.toPlainText() == OLD
    assert panel.older.marked() == [MARKS[0]]
    assert panel.older.isReadOnly()
    assert panel.older.hasFocus()
    hands.press("Return")
    assert not panel.accept.isEnabled()
    assert quotes(panel)[0] == [MARKS[0], MARKS[1]]  # what is not in sight is not accepted
    hands.press("O")
    assert panel.places.isVisible()


def test_a_place_is_shown_in_its_article(tray):
    window, panel, hands, _ = tray
    hands.press("S")
    span = window.desk.reading.selection()
    assert window.desk.article.stored.item.title == "捐书"
    assert window.desk.article.view.text[span.start : span.end] == panel.places.current_place().quote
    assert panel.places.hasFocus()


def test_when_all_is_settled_the_tray_says_so(tray):
    window, panel, hands, _ = tray
    hands.press("Delete", "Delete", "Delete")
    assert panel._nothing.hasFocus()
    assert panel._whole.currentWidget().accessibleName().startswith("Every mark has its place")
    assert panel.parentWidget().windowTitle() == "Orphans"
    assert window.library.revisions.counts() == (0, 0)


def test_a_mark_that_is_chosen_by_mouse_becomes_current(tray):
    _, panel, _, _ = tray
    model = panel.marks.model()
    index = model.index(0, 0, model.index(1, 0))
    panel.marks.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert panel.view.passage.marked() == [MARKS[2]]


def test_the_window_says_after_an_import_what_is_to_be_settled(qtbot, open_window, marked, page_file):
    path, ids = marked
    window = open_window(path)
    assert window.desk.show_mark(ids[2])
    page_file.write_text(NEW, encoding="utf-8")
    with qtbot.waitSignal(window.importing.controller.finished, timeout=20_000):
        window.importing.controller.add(ImportRequest((page_file,)))
    assert window.desk.article.page.text == NEW  # the article that is open is read on in the newer text
    assert window.desk.article.stored.item.title == "水库除险记"
    assert list(window.desk.marks) == [ids[2]]
    said = window.importing.panel.text.text()
    assert "1 page replaced, 1 moved, 2 without a place" in said
    window.importing.panel.show_marks.click()
    (dock,) = [dock for dock in window.docks.widgets() if dock.objectName() == "dock_orphans"]
    assert dock.isVisible()
    assert quotes(dock.widget()) == [[MARKS[0], MARKS[1]], [MARKS[2]]]
