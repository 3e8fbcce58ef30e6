"""Work on all that is selected in the tree of a window: deleted, marked as read, and the library compacted."""

import pytest

from reader.domain.model import Color, Range
from reader.domain.scope import Grouping, Scope

WAIT_MS = 20000


@pytest.fixture
def done(qtbot, window):
    """Runs something that is a job, and waits for its end."""

    def act(name):
        with qtbot.waitSignal(window.writes.busy_changed, timeout=WAIT_MS, check_params_cb=lambda busy: not busy):
            window.actions_[name].trigger()

    return act


@pytest.fixture
def newspaper(window):
    """Selects the first newspaper of the tree."""
    tree = window.desk.tree
    node = window.library.tree.roots(Grouping.NEWSPAPER, Scope())[0]
    tree.view.show_path(((node.level, node.value),))
    return node


def test_the_pages_of_a_newspaper_are_deleted_and_undo_brings_them_back(qtbot, window, newspaper, done):
    library = window.library
    row = library.tree.items(newspaper.scope)[0]
    library.marks.add(library.pages.article(row.id), Range(0, 3), Color.PINK)
    before = library.tree.roots(Grouping.NEWSPAPER, Scope())
    pages = len(library.tree.page_ids(newspaper.scope))
    window.desk.open_article(row.id, follow=False)
    done("delete_pages")
    qtbot.waitUntil(lambda: "deleted" in window.status.message())
    assert f"{pages} pages deleted, with 1 mark" in window.status.message()
    assert newspaper.value not in [node.value for node in library.tree.roots(Grouping.NEWSPAPER, Scope())]
    assert [row.data.value for row in window.desk.tree.model.root.children] == [
        node.value for node in library.tree.roots(Grouping.NEWSPAPER, Scope())
    ]
    assert window.desk.article is None
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: library.tree.roots(Grouping.NEWSPAPER, Scope()) == before)


def test_a_selected_group_is_read_as_a_whole_and_unread_again(qtbot, window, newspaper, done):
    library = window.library
    window.desk.open_article(library.tree.items(newspaper.scope)[0].id, follow=False)
    window.desk.mark_read()
    done("toggle_read")
    qtbot.waitUntil(lambda: window.desk.tree.model.root.children[0].data.unread == 0)
    assert library.tree.counts(newspaper.scope)[1] == 0
    done("toggle_read")
    qtbot.waitUntil(lambda: window.desk.tree.model.root.children[0].data.unread == newspaper.count)


def test_the_library_is_compacted_while_the_window_has_it_open(qtbot, window, done):
    before = window.library.tree.items(Scope())
    done("compact")
    qtbot.waitUntil(lambda: "MB now" in window.status.message())
    assert window.library.tree.items(Scope()) == before
