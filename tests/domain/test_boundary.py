import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.boundary import End, clause_at, paragraph_at, resized, sentence_at, trimmed
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
    ("end", "forward", "by_clause", "quote"),
    [
        (End.END, True, False, "乙，丙"),
        (End.END, False, False, "乙"),
        (End.END, True, True, "乙，丙丁。"),
        (End.START, False, False, "，乙，"),
        (End.START, True, False, "，"),
        (End.START, False, True, "甲，乙，"),
    ],
)
def test_one_end_is_moved(end, forward, by_clause, quote):
    text = "甲，乙，丙丁。\n戊"
    span = resized(text, Range(2, 4), end, forward=forward, by_clause=by_clause)
    assert text[span.start : span.end] == quote


def test_an_end_passes_over_the_end_of_a_paragraph():
    text = "甲。\n乙。"
    assert resized(text, Range(0, 2), End.END, forward=True) == Range(0, 4)
    assert resized(text, Range(0, 4), End.END, forward=False) == Range(0, 2)


@given(st.text(alphabet="好，。 \na", min_size=1), st.data())
def test_a_moved_end_leaves_something_and_stays_in_the_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = Range(start, data.draw(st.integers(start + 1, len(text))))
    moved = resized(
        text,
        span,
        data.draw(st.sampled_from(End)),
        forward=data.draw(st.booleans()),
        by_clause=data.draw(st.booleans()),
    )
    assert 0 <= moved.start < moved.end <= len(text)


def test_moving_an_end_on_and_on_reaches_the_end_of_the_text():
    text = "一，二。\n三 四，\n\n五"
    for by_clause in (False, True):
        span, seen = Range(0, 1), set()
        while span not in seen:
            seen.add(span)
            span = resized(text, span, End.END, forward=True, by_clause=by_clause)
        assert span == Range(0, len(text))
