"""How cards are set and drawn, and what their times say."""

import pytest
from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from reader.domain.model import Annotation, Color, Range
from reader.ui.notes.card_layout import CardLayout, CardType, Hit, Part
from reader.ui.notes.note_text import FOLDED_LINES, set_text
from reader.ui.notes.wording import time_ago, tooltip
from reader.ui.theme.tokens import TOKENS
from tests.support.printed import mark
from tests.ui.notes.conftest import Bench, file_article

NOW = "2026-01-10T10:00:00+08:00"


def annotation(quote="引文", note="", tags=()):
    return Annotation(1, "u", 1, (Range(0, 2),), quote, "", "", Color.PINK, note, tags, "", NOW, NOW)


@pytest.fixture
def card_type(qapp):
    return CardType(QFont(qapp.font()))


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-01-10T02:00:00+00:00", "just now"),
        ("2026-01-10T10:00:30+08:00", "just now"),
        ("2026-01-10T09:56:00+08:00", "4 min ago"),
        ("2026-01-10T10:30:00+09:00", "30 min ago"),
        ("2026-01-09T11:00:00+08:00", "23 h ago"),
        ("2026-01-04T10:00:00+08:00", "6 d ago"),
    ],
)
def test_recent_times_are_said_as_ages(qapp, moment, words):
    assert time_ago(moment, QDateTime.fromString(NOW, Qt.DateFormat.ISODate)) == words


@pytest.mark.parametrize("moment", ["2025-12-01T10:00:00+08:00", "2026-03-01T10:00:00+08:00"])
def test_other_times_are_said_as_dates_of_the_locale(qapp, moment):
    then = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
    said = time_ago(moment, QDateTime.fromString(NOW, Qt.DateFormat.ISODate))
    assert said == QLocale().toString(then.date(), QLocale.FormatType.ShortFormat)


def test_a_short_quote_stands_whole_on_one_line(card_type):
    assert CardLayout(annotation("短句"), 320, card_type).quote_lines == ("“短句”",)


def test_a_long_quote_is_cut_after_two_lines_and_keeps_its_marks(card_type):
    quote = "𠮷林的桥修了三年才重新开放，" * 30
    lines = CardLayout(annotation(quote), 260, card_type).quote_lines
    assert len(lines) == 2
    assert lines[0].startswith("“𠮷林")
    assert lines[1].endswith("…”")
    assert quote.startswith((lines[0] + lines[1])[1:-2])
    metrics = QFontMetricsF(card_type.quote)
    assert metrics.horizontalAdvance(lines[1]) <= CardLayout(annotation(quote), 260, card_type).width
    assert "…" not in tooltip(annotation(quote))


def test_a_plain_note_is_set_in_the_width_of_the_card(card_type):
    note = "一行接一行。" * 10 + "\n\n" + "https" + "a" * 200
    layout = CardLayout(annotation(note=note), 260, card_type, folded=False)
    set_note = set_text(note, card_type.note, layout.width, card_type.leading)
    assert layout.note_height == set_note.lineCount() * card_type.leading
    assert all(set_note.lineAt(line).naturalTextWidth() <= layout.width + 1 for line in range(set_note.lineCount()))
    assert layout.height > CardLayout(annotation(), 260, card_type).height


def test_a_long_note_is_folded_and_can_be_shown_whole(card_type):
    note = "一行\n" * 20
    folded, whole = (CardLayout(annotation(note=note), 260, card_type, folded=folded) for folded in (True, False))
    assert folded.note_height == FOLDED_LINES * card_type.leading
    assert whole.note_height == 21 * card_type.leading
    assert folded.hit(folded.fold_line.center()) == Hit(Part.FOLD)
    assert CardLayout(annotation(note="一行\n" * 3), 260, card_type).fold_line is None


def test_tags_wrap_and_a_long_one_is_shortened(card_type):
    layout = CardLayout(annotation(tags=("一", "二", "很长的标签" * 10, "三")), 260, card_type)
    right = layout.left + layout.width
    assert [chip.text for chip in layout.chips][:2] == ["#一", "#二"]
    assert layout.chips[2].text.endswith("…")
    assert all(chip.box.right() <= right + 1 for chip in layout.chips)
    boxes = [chip.box for chip in layout.chips]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    assert layout.time_line.bottom() <= layout.height


@pytest.mark.parametrize("theme", TOKENS)
def test_the_stripe_has_the_colour_of_the_mark_in_every_theme(bench, theme):
    tokens = TOKENS[theme]
    bench.pane.set_tokens(tokens)
    image = bench.pane.list.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    for row, color in enumerate((Color.YELLOW, Color.GREEN, Color.VIOLET)):
        rect = bench.pane.list.visualRect(bench.pane.cards.index(row))
        point = (rect.topLeft() + rect.bottomLeft()) / 2
        found = image.pixelColor(int((point.x() + 14) * ratio), int(point.y() * ratio))
        assert found == QColor(tokens.marks[color].stripe)


def test_five_hundred_marks_need_no_widget_each(qtbot, library):
    sentences = [f"第{number}句话。" for number in range(500)]
    article = file_article(library, sentences)
    marks = [mark(library, article.stored.id, sentence, note="注", tags=["标签"]) for sentence in sentences]
    many = Bench(library, article, marks)
    qtbot.addWidget(many.window)
    many.window.show()
    many.pane.focus_mark(marks[-1])
    assert many.pane.current_mark() == marks[-1]
    card = many.pane.list.visualRect(many.pane.list.currentIndex())
    assert many.pane.list.viewport().rect().contains(card)
    few = Bench(library, article, marks)
    qtbot.addWidget(few.window)
    few.window.show()
    few.bus.announce(library.marks.delete(marks[1:]))
    few.pane.focus_mark(marks[0])
    assert few.pane.cards.rowCount() == 1
    assert len(few.pane.findChildren(QWidget)) == len(many.pane.findChildren(QWidget))
