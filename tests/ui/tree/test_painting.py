"""What a row looks like, read from its pixels."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from reader.domain.model import Changes, Color
from reader.domain.scope import Scope
from reader.ui.change_bus import ChangeBus
from reader.ui.theme.tokens import TOKENS, Theme
from reader.ui.tree.pane import TreePane
from tests.support.printed import mark

THEMES = [Theme.LIGHT, Theme.SEPIA, Theme.DARK]


@pytest.fixture
def pane(library, printed, qtbot, runner):
    made = TreePane(library, ChangeBus(), runner)
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def row_of(pane, word):
    pane.show_item(pane.model._library.tree.items(Scope(headline=word))[0].id)
    rect = pane.view.visualRect(pane.view.currentIndex())
    pane.view.clearSelection()
    pane.view.clearFocus()
    return rect


def colours(image, left, right, row):
    return {image.pixelColor(x, y).name() for x in range(left, right) for y in range(row.top(), row.bottom())}


def set_theme(pane, theme):
    tokens = TOKENS[theme]
    pane.setStyleSheet(f"QTreeView {{ background: {tokens.paper}; border: none; }}")
    pane.set_tokens(tokens)
    return tokens


@pytest.mark.parametrize("theme", THEMES)
def test_unread_is_a_full_dot_and_read_a_ring(pane, library, theme):
    tokens = set_theme(pane, theme)
    row = row_of(pane, "五")
    centre = QPoint(row.left() - 6, row.center().y())
    assert pane.view.viewport().grab().toImage().pixelColor(centre) == QColor(tokens.accent)
    item_id = pane.view.current_item()
    library.reading.set_read([item_id], read=True)
    pane.model.apply(Changes(items=frozenset([item_id]), history=False))
    image = pane.view.viewport().grab().toImage()
    assert image.pixelColor(centre) == QColor(tokens.paper)
    assert QColor(tokens.accent).name() not in colours(image, row.left() - 16, row.left(), row)


@pytest.mark.parametrize("theme", THEMES)
def test_marks_stand_at_the_right_on_their_own_ground(pane, library, theme):
    tokens = set_theme(pane, theme)
    row = row_of(pane, "五")
    ground = QColor(tokens.marks[Color.YELLOW].fill).name()
    assert ground not in colours(pane.view.viewport().grab().toImage(), row.right() - 40, row.right(), row)
    item_id = pane.view.current_item()
    mark(library, item_id, "五")
    page = frozenset([library.pages.article(item_id).page.id])
    pane.model.apply(Changes(annotated_pages=page))
    assert ground in colours(pane.view.viewport().grab().toImage(), row.right() - 40, row.right(), row)


def test_a_selected_row_has_one_ground_from_edge_to_edge(pane):
    tokens = set_theme(pane, Theme.LIGHT)
    row = row_of(pane, "五")
    pane.view.selectionModel().select(pane.view.currentIndex(), pane.view.selectionModel().SelectionFlag.Select)
    pane.view.setFocus()
    pane.activateWindow()
    image = pane.view.viewport().grab().toImage()
    found = {image.pixelColor(x, row.top() + 3).name() for x in range(2, row.right() - 2)}
    assert len(found) == 1
    assert found != {QColor(tokens.paper).name()}


def test_every_row_is_one_line_of_the_same_height(pane, library, press, qtbot):
    long = "很长的标题" * 40
    press.page("晚报", "2024-05-01", "2", headlines=(long, "短"))
    pane.model.apply(Changes(pages=frozenset(row.page_id for row in library.tree.items(Scope(headline=long)))))
    assert row_of(pane, long).height() == row_of(pane, "短").height()
    assert pane.view.columnWidth(0) == pane.view.viewport().width()
