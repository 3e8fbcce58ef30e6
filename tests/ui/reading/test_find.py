import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Range
from reader.ui.reading.find import find_all, first_from, fold


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "query", "starts"),
    [
        ("ＧＤＰ增长，gdp 增长", "Gdp", [0, 6]),
        ("第１２版", "12", [1]),
        ("“问题”(一)", "（一）", [4]),
        ("𠮷林𠮷林", "林", [1, 3]),
        ("哈哈哈哈", "哈哈", [0, 2]),
        ("İi", "i", [1]),
        ("文字", "", []),
        ("文字", "数", []),
    ],
)
def test_width_and_case_make_no_difference(text, query, starts):
    assert [hit.start for hit in find_all(fold(text), query)] == starts


def test_the_search_goes_on_from_where_the_reader_is_and_round_the_end():
    hits = [Range(3, 5), Range(10, 12)]
    assert [first_from(hits, at) for at in (0, 3, 4, 11)] == [0, 0, 1, 0]
    assert first_from([], 0) == -1
