import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.boundary import End, Unit, clause_at, paragraph_at, resized, sentence_at, trimmed
from reader.domain.model import Range

TEXT = "他说：“好，走吧！”大家走了。Mr X left. Bye\n第二段没有句号"


@pytest.mark.parametrize(
    ("at", "sentence"),
    [("他", "他说：“好，走吧！”"), ("大", "大家走了。"), ("X", "Mr X left. "), ("B", "Bye"), ("第", "第二段没有句号")],
)
def test_sentence(at, sentence):
    span = sentence_at(TEXT, TEXT.index(at))
    assert TEXT[span.start : span.end] == sentence


def test_clause():
    span = clause_at(TEXT, TEXT.index("走吧"))
    assert TEXT[span.start : span.end] == "走吧！”"


def test_the_end_of_a_text_belongs_to_its_last_sentence():
    assert sentence_at("一。二。", 4) == Range(2, 4)


@given(st.text(alphabet="好。！”.a \n", min_size=1), st.data())
def test_sentences_tile_a_paragraph(text, data):
    offset = data.draw(st.integers(0, len(text)))
    paragraph = paragraph_at(text, offset)
    at, seen = paragraph.start, []
    while at < paragraph.end:
        sentence = sentence_at(text, at)
        assert sentence.start == at < sentence.end
        at = sentence.end
        seen.append(sentence)
    assert "".join(text[s.start : s.end] for s in seen) == text[paragraph.start : paragraph.end]


def test_trimmed_drops_white_space_at_both_ends():
    assert trimmed("\u3000好 ", Range(0, 3)) == Range(1, 2)


@pytest.mark.parametrize(
    ("end", "forward", "unit", "quote"),
    [
        (End.END, True, Unit.CHARACTER, "乙，丙"),
        (End.END, False, Unit.CHARACTER, "乙"),
        (End.END, True, Unit.CLAUSE, "乙，丙丁。"),
        (End.END, True, Unit.SENTENCE, "乙，丙丁。"),
        (End.END, False, Unit.SENTENCE, "乙，"),
        (End.START, False, Unit.CHARACTER, "，乙，"),
        (End.START, True, Unit.CHARACTER, "，"),
        (End.START, False, Unit.CLAUSE, "甲，乙，"),
        (End.START, False, Unit.SENTENCE, "甲，乙，"),
        (End.START, True, Unit.SENTENCE, "乙，"),
    ],
)
def test_one_end_is_moved(end, forward, unit, quote):
    text = "甲，乙，丙丁。\n戊"
    span = resized(text, Range(2, 4), end, forward=forward, unit=unit)
    assert text[span.start : span.end] == quote


def test_an_end_passes_over_the_end_of_a_paragraph():
    text = "甲。\n乙。"
    assert resized(text, Range(0, 2), End.END, forward=True) == Range(0, 4)
    assert resized(text, Range(0, 4), End.END, forward=False) == Range(0, 2)


def test_by_sentence_an_end_goes_from_border_to_border_and_stops_at_each_paragraph():
    text = "一，二。三；四！\n　五六\n七。"
    span, seen = Range(2, 3), []
    while not seen or seen[-1] != span:
        seen.append(span)
        span = resized(text, span, End.END, forward=True, unit=Unit.SENTENCE)
    assert [text[start:end] for start, end in seen] == [
        "二",
        "二。",
        "二。三；四！",
        "二。三；四！\n　五六",
        "二。三；四！\n　五六\n七。",
    ]
    assert resized(text, Range(4, 7), End.START, forward=False, unit=Unit.SENTENCE) == Range(0, 7)
    assert resized(text, Range(0, 7), End.START, forward=True, unit=Unit.SENTENCE) == Range(4, 7)
    assert resized(text, Range(0, 7), End.START, forward=False, unit=Unit.SENTENCE) == Range(0, 7)


@given(st.text(alphabet="好，。 \na", min_size=1), st.data())
def test_a_moved_end_leaves_something_and_stays_in_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Range(start, data.draw(st.integers(start + 1, len(text))))
    moved = resized(
        text,
        span,
        data.draw(st.sampled_from(End)),
        forward=data.draw(st.booleans()),
        unit=data.draw(st.sampled_from(Unit)),
    )
    assert 0 <= moved.start < moved.end <= len(text)


def test_moving_an_end_on_and_on_reaches_the_end_of_the_text():
    text = "一，二。\n三 四，\n\n五"
    for unit in Unit:
        span, seen = Range(0, 1), set()
        while span not in seen:
            seen.add(span)
            span = resized(text, span, End.END, forward=True, unit=unit)
        assert span == Range(0, len(text))
