"""Of a change of marks only what looks otherwise is drawn again; the screen then shows what drawing all would."""

import random

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from reader.domain.model import Color, Range
from reader.ui.reading.runs import Mark
from tests.ui.reading.conftest import HEADER, long_article

_STEPS = 60
_SHOWN = 700
"""Offsets of the article that are in sight, or just below."""


class _Areas(QObject):
    """Notes how high the areas are that a widget draws."""

    def __init__(self, parent, heights):
        super().__init__(parent)
        self._heights = heights

    def eventFilter(self, _watched, event):  # noqa: N802 # Qt's name
        if event.type() == QEvent.Type.Paint:
            self._heights.append(event.region().boundingRect().height())
        return False


def _some_mark(chance, mark_id):
    start = chance.randrange(_SHOWN)
    return Mark(
        mark_id,
        (Range(start, start + chance.randint(1, 90)),),
        chance.choice(list(Color)),
        label="#水利" if chance.random() < 0.5 else "",
        has_note=chance.random() < 0.5,
        importance=chance.randrange(4),
    )


def _on_screen(pane):
    """Text and margin as they were painted last, without the scroll bar, which fades by itself."""
    QApplication.processEvents()
    width = pane.width() - pane.text.verticalScrollBar().width()
    return pane.screen().grabWindow(pane.winId(), 0, 0, width, pane.height()).toImage()


def _drawn_whole(pane):
    for part in (pane.text.viewport(), pane.text.gutter):
        part.update()
    return _on_screen(pane)


def test_marks_that_come_change_and_go_leave_no_trace(pane):
    chance = random.Random(7)
    pane.show_article(long_article(), HEADER, [])
    pane.text.setCursorWidth(0)  # else the caret blinks
    marks: dict[int, Mark] = {}
    pane.setFocus()
    for step in range(_STEPS):
        chosen = chance.choice(list(marks) or [step])
        if chance.random() < 0.2:
            marks.pop(chosen, None)
        else:
            mark_id = chosen if chance.random() < 0.3 else step
            marks[mark_id] = _some_mark(chance, mark_id)
        pane.set_marks(list(marks.values()))
        if chance.random() < 0.5:
            pane.focus_mark(chance.choice([None, *marks]))
        pane.text.show_hovered(marks.get(chance.choice([-1, *marks])))
        shown = _on_screen(pane)
        assert not shown.isNull()
        assert shown == _drawn_whole(pane), step


def test_a_mark_on_one_line_draws_no_paragraph_again(pane, qtbot):
    pane.show_article(long_article(), HEADER, [])
    first, second = Mark(1, (Range(20, 25),), Color.GREEN), Mark(2, (Range(24, 30),), Color.BLUE)
    pane.set_marks([first])
    QApplication.processEvents()
    heights = []
    pane.text.viewport().installEventFilter(watcher := _Areas(pane, heights))
    pane.set_marks([first, second])
    qtbot.waitUntil(lambda: bool(heights))
    pane.text.viewport().removeEventFilter(watcher)
    paragraph = pane.text.column.block_rect(1).height()
    assert max(heights) < paragraph
