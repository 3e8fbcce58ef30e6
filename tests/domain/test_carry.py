"""Annotations find their place in a newer text by their words, their context and their order, or not at all."""

import random
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.alignment import Alignment
from reader.domain.carry import ORPHANED, Carrier
from reader.domain.carry_match import CONTEXT
from reader.domain.model import AnchorState, Range
from reader.domain.solid import SolidText, solid
from tests.bench import corpus
from tests.bench.carrying import judged, marks_on, ways
from tests.bench.corruption import corrupted

FIRST = "砚川日报讯 昨日上午，鹤汀镇的老桥重新通车，两岸居民赶来观看，镇政府负责人介绍了修桥的经过。"
SECOND = "今年汛期以来，县水利局先后派出六批技术人员驻守水库，对二十三处险段逐一排查，并在堤上值守到深夜。"
THIRD = "退休教师孙亭把自己收藏的三千册旧书捐给了社区，书架就摆在菜市场边上，谁都可以坐下来翻一翻。"
PAGE = f"老桥通车\n{FIRST}\n\n水库除险\n{SECOND}\n\n旧书新家\n{THIRD}\n"


def marked(text, words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return (Range(at, at + len(words)),)


def carry(old, new, words, nth=0):
    return Carrier(old, new).carry(marked(old, words, nth), words)


def said(text, carried):
    return "".join(text[start:end] for start, end in carried.ranges)


def test_in_an_equal_text_everything_stays():
    found = carry(PAGE, PAGE, "六批技术人员")
    assert (found.state, found.ranges) == (AnchorState.EXACT, marked(PAGE, "六批技术人员"))
    assert found.score == 1


def test_white_space_widths_line_breaks_and_heading_marks_may_differ():
    new = "# 老桥 通车\n" + FIRST.replace("，", ",")[:20] + "\n　" + FIRST.replace("，", ",")[20:] + "\n\n" + SECOND
    words = FIRST[14:30]
    found = carry(PAGE, new, words)
    assert found.state is AnchorState.EXACT
    assert len(found.ranges) == 2
    assert solid(said(new, found)) == solid(words)


def test_an_article_that_stands_elsewhere_is_found_there():
    new = f"旧书新家\n{THIRD}\n\n水库除险\n{SECOND}\n\n老桥通车\n{FIRST}\n"
    for words in ("三千册旧书", "老桥", "堤上值守到深夜", FIRST):
        found = carry(PAGE, new, words)
        assert (found.state, said(new, found)) == (AnchorState.EXACT, words)


def test_other_words_in_their_old_context_are_moved():
    new = PAGE.replace("六批技术人员", "六挑技木人员").replace("二十三处险段", "二十三外险段")
    found = carry(PAGE, new, "先后派出六批技术人员驻守水库")
    assert (found.state, said(new, found)) == (AnchorState.MOVED, "先后派出六挑技木人员驻守水库")
    assert 0 < found.score < 1


def test_a_long_quote_may_lose_its_context_but_is_to_be_confirmed():
    words = "先后派出六批技术人员驻守水库，对二十三处险段逐一排查"
    new = f"{THIRD}\n简讯一则：{words}，消息人士说。\n"
    found = carry(PAGE, new, words)
    assert (found.state, said(new, found)) == (AnchorState.MOVED, words)


@pytest.mark.parametrize("words", ["水库", "居民赶来", "镇政府负责人"])
def test_a_short_quote_without_its_context_is_an_orphan(words):
    new = f"{THIRD}\n会议指出，{words}的事情要放在心上，各单位都要认真对待。\n"
    assert carry(PAGE, new, words) == ORPHANED


def test_a_short_quote_in_other_words_needs_context_on_both_sides():
    both = PAGE.replace("三千册", "三干册")
    assert carry(PAGE, both, "三千册").state is AnchorState.MOVED
    one = both[: both.index("三干册") + 3] + "，别的什么都没有留下，这一行后面换成了完全不相干的另一段话语。"
    assert carry(PAGE, one, "三千册") == ORPHANED


def test_words_that_are_gone_are_an_orphan_and_offered_no_other():
    new = PAGE.replace(SECOND, "")
    carrier = Carrier(PAGE, new)
    assert carrier.carry(marked(PAGE, SECOND[4:30]), SECOND[4:30]) == ORPHANED
    assert carrier.candidates(marked(PAGE, SECOND[4:30]), SECOND[4:30]) == []


def test_repeated_words_keep_their_order():
    lines = [f"第{number}组的代表发言说，同意。下一位请准备发言，时间三分钟。" for number in "一二三四五"]
    old = "\n".join(lines)
    new = "\n".join(["会议记录", *lines[:2], "（掌声）", *lines[2:]])
    for nth in range(5):
        found = carry(old, new, "同意", nth)
        assert (found.state, found.ranges) == (AnchorState.EXACT, marked(new, "同意", nth))


def test_what_is_repeated_is_not_found_at_another_of_its_places():
    lines = [f"{name}在会上说，这件事情我完全同意，没有别的意见。" for name in ("张三丰年", "李四光明", "王五更天")]
    old, new = "\n".join(lines), "\n".join([lines[0], lines[2]])
    assert carry(old, new, "完全同意", 1) == ORPHANED
    assert carry(old, new, "完全同意", 2).ranges == marked(new, "完全同意", 1)


def test_what_came_in_between_is_left_out():
    head, tail = SECOND[:20], SECOND[20:]
    caption = "图为技术人员在堤上巡查。王小明摄"
    new = PAGE.replace(SECOND, f"{head}\n\n{caption}\n\n{tail}")
    found = carry(PAGE, new, SECOND[10:34])
    assert (found.state, said(new, found), len(found.ranges)) == (AnchorState.EXACT, SECOND[10:34], 2)


def test_several_ranges_stay_several_or_close_up():
    head, caption, tail = SECOND[:20], "图为技术人员在堤上巡查。王小明摄", SECOND[20:]
    old = PAGE.replace(SECOND, f"{head}\n{caption}\n{tail}")
    start, end = old.index(head) + 10, old.index(tail) + 10
    ranges = (Range(start, old.index(caption) - 1), Range(old.index(tail), end))
    quote = head[10:] + tail[:10]
    moved = f"新的一行字\n{old}"
    found = Carrier(old, moved).carry(ranges, quote)
    assert (found.state, found.ranges) == (AnchorState.EXACT, tuple(Range(a + 6, b + 6) for a, b in ranges))
    closed = Carrier(old, PAGE).carry(ranges, quote)
    assert (closed.state, said(PAGE, closed), len(closed.ranges)) == (AnchorState.EXACT, quote, 1)


def test_a_quote_as_it_was_corrected_is_found_too():
    old = PAGE.replace("技术人员", "枝木人员")
    ranges = marked(old, "派出六批枝木人员驻守")
    found = Carrier(old, PAGE).carry(ranges, "派出六批技术人员驻守")
    assert (found.state, said(PAGE, found)) == (AnchorState.EXACT, "派出六批技术人员驻守")


def test_rare_characters_keep_offsets_in_code_points():
    old = f"𠮷林日报𨱏记者\n{SECOND}\n"
    new = f"\U00020000\U00020001前言\n{old}"
    found = carry(old, new, "六批技术人员")
    assert (found.state, found.ranges) == (AnchorState.EXACT, marked(new, "六批技术人员"))


def test_candidates_are_ranked_and_lie_apart():
    new = PAGE.replace(SECOND, SECOND[:30] + "，完。") + "附记：先后派出六批人员驻守水库，对二十三处逐一查看。\n"
    found = Carrier(PAGE, new).candidates(marked(PAGE, SECOND[8:40]), SECOND[8:40])
    assert len(found) == 2
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert new[found[0].ranges[0].start :].startswith(SECOND[8:30])


def test_a_long_quote_is_found_by_both_of_its_ends():
    chance = random.Random(7)
    body = "".join(chance.choice("山水田林湖草沙春夏秋冬东西南北中") for _ in range(4000))
    old = f"{FIRST}\n{body}\n{THIRD}"
    new = f"{THIRD[:9]}\n{FIRST}\n{body[:2000]}错{body[2001:]}\n{THIRD}"
    found = carry(old, new, body)
    assert (found.state, said(new, found)) == (AnchorState.MOVED, body[:2000] + "错" + body[2001:])


def test_the_place_of_a_correction_counts_every_character():
    old, new = f"甲 乙\n{SECOND}", f"{THIRD}\n甲 乙\n{SECOND}"
    assert Carrier(old, new).place(Range(0, 3)) == Range(len(THIRD) + 1, len(THIRD) + 4)
    assert Carrier(old, new.replace("甲 乙", "甲乙")).place(Range(0, 3)) is None


def test_blocks_say_the_same_in_both_texts():
    old, new = SolidText(PAGE).text, SolidText(f"{THIRD}\n{SECOND}\n{FIRST}").text
    blocks = Alignment(old, new).blocks
    assert [new[b.new : b.new + b.length] for b in blocks] == [old[b.old : b.old_end] for b in blocks]
    assert all(one.old_end <= two.old for one, two in pairwise(blocks))


@pytest.mark.parametrize(
    ("way", "precision", "recall"),
    [
        ("3 % misread", 0.99, 0.98),
        ("10 % misread", 0.98, 0.93),
        ("lines gained", 0.99, 0.99),
        ("articles reordered", 0.99, 0.97),
        ("articles lost", 0.99, 0.98),
        ("re-flowed", 1, 1),
    ],
)
def test_on_corrupted_pages_next_to_nothing_is_found_at_a_wrong_place(way, precision, recall):
    page, other = islice(corpus.pages(20), 2)
    new = corrupted(page.text, ways(page, other)[way], "test")
    outcome = judged(page.text, new, marks_on(page.text, 300, "test"))
    assert outcome.precision >= precision
    assert outcome.recall >= recall


CHARS = st.sampled_from("甲乙丙丁戊己，。\n a")
TEXTS = st.text(CHARS, min_size=1, max_size=300)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40), TEXTS), max_size=4), st.data())
def test_where_nothing_around_a_mark_changed_it_is_carried_exactly(text, edits, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    low = start
    solid_before = 0
    while low > 0 and solid_before <= CONTEXT:
        low -= 1
        solid_before += not text[low].isspace()
    high, solid_behind = end, 0
    while high < len(text) and solid_behind <= CONTEXT:
        solid_behind += not text[high].isspace()
        high += 1
    new = text
    for at, length, words in sorted(edits, reverse=True):
        first, last = min(at, len(text)), min(at + length, len(text))
        if last < low or first > high:
            new = new[:first] + "\n" + words + "\n" + new[last:]
    found = Carrier(text, new).carry((Range(start, end),), text[start:end])
    if solid(text[start:end]):
        assert found.state is AnchorState.EXACT
        assert solid(said(new, found)) == solid(text[start:end])
    else:
        assert found == ORPHANED


@given(TEXTS, TEXTS, st.data())
def test_whatever_came_of_a_text_each_mark_has_an_answer_within_it(text, new, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    carrier = Carrier(text, new)
    found = carrier.carry((Range(start, end),), text[start:end])
    assert (found.state is AnchorState.ORPHAN) == (not found.ranges)
    assert all(0 <= a < b <= len(new) for a, b in found.ranges)
    if found.state is AnchorState.EXACT:
        assert solid(said(new, found)) == solid(text[start:end])
    for candidate in carrier.candidates((Range(start, end),), text[start:end]):
        assert all(0 <= a < b <= len(new) for a, b in candidate.ranges)
