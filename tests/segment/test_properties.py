"""What holds for every text: no line lost, no overlap, the same result again, work linear in its length."""

import cProfile
import random
from bisect import bisect_right
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Range, Segmentation
from reader.segment import segment
from reader.segment.features import HEAD, TAIL
from reader.segment.lines import split_lines
from reader.segment.page import look_at

PIECES = [
    "◎广角",
    "# 山路通了",
    "## 云川县",
    "□本报记者 方圆",
    "本报讯（记者 方圆）山路通了。",
    "●近日，山路通了。（方圆）",
    "近日，茶农在路边晒茶。",
    "方圆 摄",
    "（下转第3版）",
    "责编:陆远 美编:韩秋",
    "By Ann Harrow",
    "The road took three years to",
    "一、修路",
    "12",
    "山路修到村口，",
    "",
    " \u3000",
    "\ufeff",
    "#",
    "\u2028",
    "\x85a",
    "🚌🚌",
    "def f(): return 1",
]
pages = st.one_of(
    st.text(),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=30).map("\n".join),
    st.binary(max_size=300).map(lambda data: data.decode("gb18030", "replace")),
    st.binary(max_size=300).map(lambda data: data.decode("latin-1")),
)


def ranges_of(segmentation: Segmentation) -> list[Range]:
    return [one for item in segmentation.items for one in item.ranges()]


@given(pages)
def test_every_line_is_in_exactly_one_block(text: str) -> None:
    numbers = sorted(text.count("\n", 0, one.start) + 1 for one in ranges_of(segment(text)))
    assert numbers == [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]


@given(pages)
def test_ranges_lie_on_the_page_and_apart_and_hold_no_outer_white_space(text: str) -> None:
    end = 0
    for one in sorted(ranges_of(segment(text))):
        assert end <= one.start < one.end <= len(text)
        assert "\n" not in text[one.start : one.end]
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        end = one.end


@given(pages)
def test_the_same_text_gives_the_same_result(text: str) -> None:
    assert segment(text) == segment(text)


@given(pages)
def test_no_item_or_block_is_empty_and_confidences_are_probabilities(text: str) -> None:
    for item in segment(text).items:
        assert item.blocks
        assert 0 <= item.judgement.confidence <= 1
        for block in item.blocks:
            assert block.ranges
            assert 0 <= block.judgement.confidence <= 1


@pytest.mark.parametrize("text", ["", "\n", " \n\u3000\n\t", "\x85"])
def test_a_page_of_nothing_has_no_items(text: str) -> None:
    assert segment(text).items == ()


@given(st.sampled_from(["山路，", "a ", "。", "（", "  ", "#"]), st.integers(1, 4000))
def test_patterns_see_a_bounded_part_of_a_line(piece: str, times: int) -> None:
    text = f"山{piece * times}山"
    (look,), _ = look_at(text, split_lines(text))
    assert len(look.text) <= HEAD + TAIL
    assert look.length == len(text)


LINE = "山路通了，班车来了。"
CODE = """def area(width: int, height: int) -> int:
    \"\"\"Multiply.\"\"\"
    return width * height


if __name__ == "__main__":
    print(area(2, 3))  # 6
"""
BAD_PAGES = {
    "one line": LINE,
    "one character": "山",
    "one long line": LINE * 20_000,
    "prose without a headline": "\n".join([LINE * 6] * 40),
    "only furniture": "云川日报 2031年5月12日 星期一 第05版：乡土\n责编:陆远 美编:韩秋\n12\n扫描二维码 阅读更多",
    "code": CODE * 30,
    "emoji": "\n".join(["🚌🚌 👨‍👩‍👧‍👦🇨🇳", "❤️‍🔥", "🏳️‍🌈🏽"] * 30),
    "Chinese and Latin": "\n".join(["山路 opened today，班车 came。", "By Ann Harrow 方圆", "The road，通了"] * 30),
    "random bytes": random.Random(5).randbytes(20_000).decode("gb18030", "replace"),
    "random bytes of one byte each": random.Random(5).randbytes(20_000).decode("latin-1"),
    "many lines": (LINE + "\n") * 6_000,
    "many short lines": "山\n" * 6_000,
    "many headlines": "# 山路通了\n\n" * 2_000,
    "many marks": "#" * 5_000 + "\n" + "◎" * 5_000 + "\n" + "（" * 5_000,
    "spacers": "\n\u00a0\n".join([LINE] * 200),
}


@pytest.mark.parametrize("text", BAD_PAGES.values(), ids=BAD_PAGES)
def test_any_page_gives_a_result_that_loses_no_line(text: str) -> None:
    lines = text.split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    made = segment(text)
    ranges = sorted(ranges_of(made))
    assert all(one.end <= other.start for one, other in pairwise(ranges))
    numbers = [bisect_right(starts, one.start) for one in ranges]
    assert numbers == [number for number, line in enumerate(lines, 1) if line.strip()]
    assert segment(text) == made


def calls(text: str) -> int:
    """How many functions of Python are called to split a text: a measure of work that no other program disturbs."""
    profile = cProfile.Profile()
    profile.enable()
    segment(text)
    profile.disable()
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize(
    "piece", [LINE + "\n", "山\n", "# 山路通了\n\n", CODE, "●近日，山路通了。（方圆）\n", "图为山路。\n\n方圆 摄\n\n\n"]
)
def test_the_work_grows_no_faster_than_the_text(piece: str) -> None:
    calls(piece * 100)  # what is remembered from page to page is not counted
    assert calls(piece * 800) < 4.4 * calls(piece * 200)
