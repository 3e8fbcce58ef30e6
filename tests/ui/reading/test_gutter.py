"""The margin: labels where there is room, notches for stars, and what the pointer learns."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from reader.domain.model import Color, Range
from reader.ui.reading.gutter import tip_words
from reader.ui.reading.margin_labels import place_labels
from reader.ui.reading.mark_words import meaning_tip
from reader.ui.reading.runs import Mark
from reader.ui.reading.stripes import Stripe
from reader.ui.theme.colour import contrast
from reader.ui.theme.tokens import LIGHT, TOKENS
from tests.ui.reading.conftest import HEADER, long_article


def mark(number, start=0, end=4, label="#民生", importance=0):
    return Mark(number, (Range(start, end),), Color.GREEN, label, importance=importance)


def stripe(number, column, top, bottom=None, **what):
    return Stripe((mark(number, **what),), column, top, bottom or top + 20)


def labels(stripes, width=200, focused=None):
    def right_of(columns, *, counted):
        return width - columns * 8 - 20 * counted

    metrics = QFontMetricsF(QFont())
    return list(place_labels(stripes, metrics, right_of, 8, focused))


def test_each_mark_is_named_once_and_no_label_lies_on_another(qapp):
    found = labels([stripe(1, 0, 0, 60), stripe(1, 0, 70, 90), stripe(2, 1, 5), stripe(3, 0, 100)])
    assert [label.mark.id for label in found] == [1, 3]
    assert [label.text for label in found] == ["民生", "民生"]


def test_a_label_ends_left_of_all_stripes_beside_it(qapp):
    (label,) = labels([stripe(1, 0, 0), stripe(2, 3, 0, label=""), Stripe((mark(3), mark(4)), None, 0, 20)])
    assert label.box.right() == 200 - 4 * 8 - 20


def test_the_mark_in_focus_is_named_before_others(qapp):
    (label,) = labels([stripe(1, 0, 0), stripe(2, 1, 0)], focused=mark(2))
    assert label.mark.id == 2


def test_there_are_no_labels_in_a_narrow_margin(qapp):
    assert labels([stripe(1, 0, 0)], width=48) == []


def test_a_long_label_is_shortened(qapp):
    (label,) = labels([stripe(1, 0, 0, label="#" + "很长的标签" * 5)])
    assert label.text.endswith("…")
    assert QFontMetricsF(QFont()).horizontalAdvance(label.text) <= label.box.width()


def test_a_tip_names_the_uppermost_mark_first_and_not_too_many():
    assert tip_words((mark(1), mark(2, label="#甲 #乙", importance=2))) == "★★ #甲 #乙\n#民生"
    assert len(tip_words(tuple(mark(number) for number in range(40))).split("\n")) == 13


def test_a_tip_gives_the_definition_of_each_tag():
    told = meaning_tip(mark(1, importance=2), [("民生", "衣食 < 住行\n与就业"), ("空", "")])
    assert told == "<p>★★</p><p><b>#民生</b><br>衣食 &lt; 住行<br>与就业</p><p><b>#空</b></p>"
    assert meaning_tip(mark(1), [("民生", "")]) == "#民生"
    assert meaning_tip(mark(1, label=""), []) == "Green"
    long = meaning_tip(mark(1), [("民生", "很长" * 300)])
    assert long.endswith("…</p>")
    assert len(long) < 300


def points(gutter, wanted):
    """Points of the margin at which a condition holds."""
    return [
        QPoint(x, y)
        for y in range(0, gutter.height(), 4)
        for x in range(gutter.width() - 1, 0, -2)
        if wanted(QPoint(x, y))
    ]


def test_a_label_tells_goes_and_points_as_its_stripe_does(qtbot, pane):
    pane.resize(1100, 500)
    view = long_article(3)
    start = view.paragraphs[1].span.start
    pane.show_article(view, HEADER, [mark(7, start, start + 6)])
    pane.set_meanings(lambda annotation_id: [("民生", f"定义{annotation_id}")])
    gutter = pane.text.gutter
    gutter.grab()
    at = points(gutter, lambda point: bool(gutter._at(point)))
    label, stripe = min(at, key=QPoint.x), max(at, key=QPoint.x)
    assert stripe.x() - label.x() > 30, "there is room for the label"
    for point in (label, stripe):
        QToolTip.hideText()
        QApplication.sendEvent(gutter, QHelpEvent(QEvent.Type.ToolTip, point, gutter.mapToGlobal(point)))
        assert QToolTip.text() == "<p><b>#民生</b><br>定义7</p>"
    QToolTip.hideText()
    with qtbot.waitSignal(gutter.mark_clicked) as clicked:
        QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=label)
    assert clicked.args == [7]
    beside = QPoint(2, label.y())
    assert not gutter._at(beside), "what is beside the words is no label"


@pytest.mark.parametrize("tokens", TOKENS.values())
def test_stripes_and_labels_stand_out_from_the_margin(tokens):
    assert contrast(tokens.quiet, tokens.paper) >= 4.5
    for colours in tokens.marks.values():
        assert contrast(colours.stripe, tokens.paper) >= 3


def test_pointing_at_a_stripe_shows_the_extent_of_its_mark(qtbot, pane):
    view = long_article(3)
    start = view.paragraphs[1].span.start
    pane.show_article(view, HEADER, [mark(1, start, start + 6)])
    gutter = pane.text.gutter
    gutter.grab()
    stripe_at = points(gutter, lambda point: bool(gutter._at(point)))[0]
    QTest.mouseMove(gutter, QPoint(2, 2))
    with qtbot.waitSignal(gutter.mark_hovered) as hovered:
        QTest.mouseMove(gutter, stripe_at)
    assert hovered.args[0].id == 1
    before = pane.text.viewport().grab().toImage()
    with qtbot.waitSignal(gutter.mark_hovered):
        QTest.mouseMove(gutter, QPoint(2, gutter.height() - 2))
    assert pane.text.viewport().grab().toImage() != before


def test_a_stripe_has_a_notch_for_each_star(qtbot, pane):
    view = long_article(3)
    start = view.paragraphs[1].span.start
    gaps = []
    for importance in range(4):
        pane.show_article(view, HEADER, [mark(1, start, start + 90, importance=importance)])
        gutter = pane.text.gutter
        image = gutter.grab().toImage()
        ratio = image.devicePixelRatio()
        column = round((gutter.width() - 12 - 4) * ratio)
        colours = [image.pixelColor(column, y).name() for y in range(image.height())]
        stripe_colour = QColor(LIGHT.marks[Color.GREEN].stripe).name()
        inside = colours[colours.index(stripe_colour) :]
        inside = inside[: len(inside) - inside[::-1].index(stripe_colour)]
        gaps.append(sum(one == stripe_colour != two for one, two in pairwise(inside)))
    assert gaps == [0, 1, 2, 3]
