"""The history panel by keyboard, and an undo that says where it was and goes nowhere by itself."""

import pytest
from PySide6.QtGui import QAction

from reader.domain.history import StepState
from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from reader.services.library import Library
from reader.ui.history.model import HERE, STEP_ROLE, WHAT


@pytest.fixture
def items(window):
    return [row.id for row in window.library.tree.items(Scope())]


def mark(library, item_id, start):
    article = library.pages.article(item_id)
    return library.marks.add(article, Range(start, start + 8), Color.GREEN)


@pytest.fixture
def three_marks(window, items):
    """Three marks in the first article, each a step; their ids."""
    made = []
    for start in (20, 60, 90):
        annotation_id, changes = mark(window.library, items[0], start)
        window.bus.announce(changes)
        made.append(annotation_id)
    return made


@pytest.fixture
def panel(window, three_marks, hands):
    hands.press("Ctrl+6")
    return next(dock for dock_id, dock in window.docks.visible() if dock_id == "history").widget()


def column(panel, number):
    return [panel.model.index(row, number).data() for row in range(panel.model.rowCount())]


def marks_left(window, made):
    return [one for one in made if window.library.mark_list.rows([one])]


def test_steps_are_listed_newest_first_over_the_beginning(panel, window):
    steps = window.library.history.steps()
    assert column(panel, WHAT)[-1] == "Before all of this"
    assert panel.model.rowCount() == len(steps) + 1
    assert column(panel, HERE).index("▸") == 0
    assert panel.table.hasFocus()


def test_enter_walks_back_and_forth_over_several_steps(panel, window, three_marks, hands, qtbot):
    hands.press("Down", "Down", "Return")
    qtbot.waitUntil(lambda: not window.writes.is_busy)
    assert marks_left(window, three_marks) == three_marks[:1]
    assert column(panel, HERE).index("▸") == 2
    assert "2" in window.status.message()
    panel.table.setCurrentIndex(panel.model.index(0, WHAT))
    panel.table.setFocus()
    hands.press("Return")
    qtbot.waitUntil(lambda: not window.writes.is_busy)
    assert marks_left(window, three_marks) == three_marks


def test_the_list_keeps_up_with_undo_and_survives_a_restart(panel, window, three_marks, hands, open_window):
    hands.press("Ctrl+Z")
    assert column(panel, HERE).index("▸") == 1
    path, shown = window.library.path, column(panel, WHAT)
    window.close()
    again = open_window(path).docks.show("history")
    assert column(again, WHAT) == shown
    assert column(again, HERE).index("▸") == 1


def test_what_another_process_did_is_not_undone_unseen(panel, window, three_marks, items, hands):
    with Library(window.library.path) as other:
        theirs, _ = mark(other, items[1], 20)
    hands.press("Ctrl+Z")
    assert marks_left(window, [*three_marks, theirs]) == [*three_marks, theirs]
    assert "changed elsewhere" in window.status.message()
    assert panel.model.index(0, WHAT).data(STEP_ROLE) == window.library.history.next_undo().id
    hands.press("Ctrl+Z")  # now it is offered by name
    assert marks_left(window, [*three_marks, theirs]) == three_marks


def test_a_step_that_is_gone_is_refused(panel, window, three_marks, qtbot):
    window.history.walk_to(10_000)
    qtbot.waitUntil(lambda: not window.writes.is_busy)
    assert "no longer in the history" in window.status.message()
    assert marks_left(window, three_marks) == three_marks


def test_undo_elsewhere_says_where_and_goes_there_only_when_asked(window, items, three_marks, hands):
    other = next(one for one in items if window.library.pages.article(one).page.id != page_of(window, items[0]))
    window.desk.open_article(items[0])
    annotation_id, changes = mark(window.library, other, 20)
    window.bus.announce(changes)
    window.bus.announce(window.library.marks.set_color(annotation_id, Color.PINK))
    hands.press("Ctrl+Z")
    assert window.desk.article.stored.id == items[0]
    headline = window.library.pages.article(other).stored.item.title
    assert " ".join(headline.split())[:15] in window.status.message()
    show = next(one for one in window.findChildren(QAction) if one.text() == "Show")
    show.trigger()
    assert window.desk.article.stored.id == other
    assert window.desk.focused_mark() == annotation_id


def page_of(window, item_id):
    return window.library.pages.article(item_id).page.id


def test_steps_of_a_walk_that_is_stopped_stay_as_they_are(window, three_marks):
    job = window.library.history.walk_to(0)
    next(job)
    job.close()
    assert marks_left(window, three_marks) == three_marks[:2]
    assert [step.state for step in window.library.history.steps(2)] == [StepState.UNDONE, StepState.DONE]
