from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.correction import corrected, reading, stretches
from reader.domain.join import block_text
from reader.domain.model import Correction, Range

PAGE = "山路通子\n班车 进村\n"
FIRST, SECOND = Range(0, 4), Range(5, 10)


def test_a_correction_is_kept_for_the_characters_that_differ():
    assert corrected(PAGE, FIRST, (), FIRST, "山路通了") == (Correction(Range(3, 4), "了"),)


def test_what_says_what_the_page_says_is_no_correction():
    made = corrected(PAGE, FIRST, (), Range(3, 4), "了")
    assert corrected(PAGE, FIRST, made, Range(3, 4), "子") == ()
    assert corrected(PAGE, FIRST, (), Range(0, 2), "山路") == ()


def test_characters_are_left_out_and_put_in():
    left_out = corrected(PAGE, SECOND, (), Range(7, 8), "")
    assert left_out == (Correction(Range(7, 8), ""),)
    assert reading(PAGE, SECOND, left_out) == "班车进村"
    put_in = corrected(PAGE, FIRST, (), FIRST, "新山路通子")
    assert put_in == (Correction(Range(0, 1), "新山"),)
    assert corrected(PAGE, FIRST, (), Range(2, 3), "畅通") == (Correction(Range(1, 2), "路畅"),)


def test_a_correction_over_another_takes_its_place():
    made = corrected(PAGE, FIRST, (), Range(3, 4), "了")
    assert corrected(PAGE, FIRST, made, Range(2, 4), "好了") == (Correction(Range(2, 4), "好了"),)


def test_pieces_of_a_paragraph_are_joined_as_they_read():
    page = "one tw0\nthree"
    ranges = [Range(0, 7), Range(8, 13)]
    assert block_text(page, ranges, (Correction(Range(6, 7), "o"),)) == "one two three"
    assert block_text(page, ranges, (Correction(Range(6, 7), "二"),)) == "one tw二three"


def test_what_is_put_in_beside_a_correction_leaves_it_as_it_reads():
    made = corrected(PAGE, FIRST, (), Range(1, 2), "水")
    assert corrected(PAGE, FIRST, made, Range(2, 3), "畅通") == (Correction(Range(1, 2), "水畅"),)
    first = corrected(PAGE, FIRST, (), Range(0, 1), "")
    assert reading(PAGE, FIRST, corrected(PAGE, FIRST, first, Range(1, 2), "新路")) == "新路通子"


@given(
    st.text("山路通了", min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(1, 3), st.text("山水路", max_size=3)), max_size=6),
)
def test_what_stands_around_a_correction_goes_on_to_read_as_it_did(text, edits):
    line = Range(0, len(text))
    corrections = ()
    for start, length, words in edits:
        span = Range(min(start, len(text) - 1), min(start + length, len(text)))
        for own, _ in corrections:  # as callers do, who know a view: the whole of what they touch
            if own.intersection(span):
                span = Range(min(span.start, own.start), max(span.end, own.end))
        before = reading(text, Range(0, span.start), corrections)
        behind = reading(text, Range(span.end, len(text)), corrections)
        corrections = corrected(text, line, corrections, span, words)
        assert reading(text, line, corrections) == before + words + behind


@given(
    st.text("山路通了 ", min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(1, 4), st.text("山水甲", max_size=3))),
)
def test_corrections_stay_in_order_apart_and_within_their_line_and_read_as_they_say(text, edits):
    line = Range(0, len(text))
    corrections = ()
    for start, length, words in edits:
        span = Range(min(start, len(text) - 1), min(start + length, len(text)))
        if span.start >= span.end:
            continue
        corrections = corrected(text, line, corrections, span, words)
        whole = reading(text, line, corrections)
        assert words in whole
        assert all(0 <= own.start < own.end <= len(text) for own, _ in corrections)
        assert all(above.range.end <= below.range.start for above, below in pairwise(corrections))
        assert all(text[own.start : own.end] != replaced for own, replaced in corrections)


@given(st.integers(0, 9), st.integers(0, 9))
def test_the_stretches_of_a_range_are_the_whole_of_it_in_order(start, end):
    corrections = (Correction(Range(1, 3), "x"), Correction(Range(3, 4), ""), Correction(Range(7, 9), "yz"))
    found = list(stretches(Range(start, end), corrections))
    assert [at for span, _ in found for at in range(*span)] == list(range(start, end))
