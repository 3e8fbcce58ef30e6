"""The tree stands at the next start as it was left."""

from PySide6.QtCore import QPoint

from reader.domain.scope import Scope


def top_of(window):
    tree = window.desk.tree
    return tree.model.row_of(tree.view.indexAt(QPoint(0, 0))).path()


def test_scrolled_opened_and_chosen_as_it_was(qtbot, open_window, seeded):
    window = open_window(seeded)
    tree = window.desk.tree
    tree.expand_all_below()
    rows = window.library.tree.items(Scope())
    window.desk.open_article(rows[30].id)
    bar = tree.view.verticalScrollBar()
    bar.setValue(bar.value() + 5 * tree.view.rowHeight(tree.view.currentIndex()))
    top, opened = top_of(window), tree.view.expansion.paths()
    assert len(top) > 1
    window.close()
    window.library.close()
    again = open_window(seeded)
    qtbot.waitUntil(lambda: top_of(again) == top)
    assert set(again.desk.tree.view.expansion.paths()) == set(opened)
    assert again.desk.tree.view.current_item() == again.desk.article.stored.id == rows[30].id
