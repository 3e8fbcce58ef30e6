import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.join import block_text, join_glue
from reader.domain.model import Range


@pytest.mark.parametrize(
    ("left", "right", "glue"),
    [
        ("山路修到了", "村口", ""),
        ("山路修到了村口,", "车也来了", ""),
        ("共投入资金20", "24万元", ""),
        ("今年种植面积达到300", "亩", ""),
        ("下载了爱山App", "使用", ""),
        ("使用Windows", "Server系统", " "),
        ("the council", "met on Monday", " "),
        ("the council met.", "It agreed", " "),
        ("said the mayor,", "“we agree”", " "),
        ("in the year 2020", "the bridge fell", " "),
        ("a well-", "known poet", ""),
        ("inter\u00ad", "national", ""),
        ("and/", "or", ""),
        ("增长了5", "G基站", ""),
        ("全县GDP,", "5年翻番", ""),
        ("the council", ", however", ""),
        ("Москва", "и область", " "),
        ("the end ", "of it", ""),
        ("", "x", ""),
        ("x", "", ""),
        ("𠮷林", "日报", ""),
    ],
)
def test_glue_adds_a_space_between_words_only(left: str, right: str, glue: str) -> None:
    assert join_glue(left, right) == glue


def test_block_text_reads_over_a_column_end() -> None:
    text = "春天来了，山\n\n图片说明\n\n路通了。"
    assert block_text(text, [Range(0, 6), Range(14, 18)]) == "春天来了，山路通了。"


def test_block_text_of_no_ranges_is_empty() -> None:
    assert block_text("abc", []) == ""


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_nothing_but_one_space_is_ever_added(left: str, right: str) -> None:
    glue = join_glue(left, right)
    assert glue in {"", " "}
    if glue:
        assert not left[-1].isspace()
        assert not right[0].isspace()
    assert (
        block_text(f"{left}{right}", [Range(0, len(left)), Range(len(left), len(left + right))]) == left + glue + right
    )
