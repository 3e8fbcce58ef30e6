"""A window with marks of several kinds, and its list of annotations."""

import pytest

from reader.domain.model import Color, Range
from reader.domain.scope import Scope


def mark(library, item_id, start, color=Color.YELLOW, note="", tags=()):
    article = library.pages.article(item_id)
    return library.marks.add(article, Range(start, start + 8), color, note, tags)[0]


@pytest.fixture
def marked(window):
    """A window with four marks in two articles; returns it and the ids of the marks in the order of the tree."""
    first, second = [row.id for row in window.library.tree.items(Scope())][:2]
    library = window.library
    return window, [
        mark(library, first, 20, Color.YELLOW, "要核对", ["经济"]),
        mark(library, first, 60, Color.GREEN, "", ["就业", "经济"]),
        mark(library, first, 90, Color.GREEN),
        mark(library, second, 20, Color.PINK, "ＡＢＣ", ["就业"]),
    ]


@pytest.fixture
def panel(marked, hands, qtbot):
    """The list, opened by its key, once it shows what there is."""
    window, marks = marked
    hands.press("Ctrl+5")
    shown = next(dock for dock_id, dock in window.docks.visible() if dock_id == "marks").widget()
    qtbot.waitUntil(lambda: shown.is_settled() and shown.model.rowCount() == len(marks))
    return shown


@pytest.fixture
def settled(panel, qtbot):
    """Waits until the list shows what is asked, and returns the ids of its rows, None for the name of a group."""

    def settle():
        qtbot.waitUntil(panel.is_settled)
        rows = range(panel.model.rowCount())
        return [found.id if (found := panel.model.mark_at(row)) else None for row in rows]

    return settle
