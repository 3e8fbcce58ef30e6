"""Which marks on copies of an article repeat each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.analysis import Coded
from reader.domain.repeats import CopiedMark, counted_once, repeats


def mark(number, item, quote, group=1):
    return CopiedMark(number, f"uid-{number}", item, group, 3, quote)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([mark(1, 1, "水库昨日通水"), mark(2, 2, "水库昨日通水")], {2: 1}),
        ([mark(1, 1, "水库昨日通水"), mark(2, 1, "水库昨日通水")], {}),
        ([mark(1, 1, "水库昨日通水"), mark(2, 2, "县长出席典礼")], {}),
        ([mark(1, 1, "水库昨日通水"), mark(2, 2, "水库昨日通水", group=2)], {}),
        ([mark(1, 1, "水庫 昨日\n通水"), mark(2, 2, "水库昨日通水"), mark(3, 3, "水库昨日通水")], {2: 1, 3: 1}),
        (
            [mark(1, 1, "上海"), mark(2, 1, "上海"), mark(3, 2, "上海"), mark(4, 2, "上海"), mark(5, 2, "上海")],
            {3: 1, 4: 2},
        ),
        ([mark(1, 2, "只在第二份上"), mark(2, 3, "只在第二份上")], {2: 1}),
        ([mark(1, 1, "投资三亿二千万元的大桥"), mark(2, 2, "投资三亿一千万元的大桥")], {2: 1}),
        ([mark(1, 1, "甲"), mark(2, 2, "乙")], {}),
    ],
)
def test_the_same_words_on_another_copy_are_a_repeat(marks, expected):
    assert repeats(marks) == expected


def test_the_likeliest_of_several_places_is_meant():
    first = [mark(1, 1, "大桥全长一千二百米"), mark(2, 1, "大桥全长一千三百米")]
    assert repeats([*first, mark(3, 2, "大桥全长一千三百米")]) == {3: 2}


QUOTES = st.sampled_from(["上海", "北京", "水库昨日通水", "水库昨日通氺", "县长出席典礼", ""])


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3), QUOTES), max_size=12))
def test_no_mark_is_lost_and_none_repeats_a_repeat(made):
    marks = [mark(number, group * 10 + item, quote, group) for number, (group, item, quote) in enumerate(sorted(made))]
    found = repeats(marks)
    by_id = {one.id: one for one in marks}
    assert not set(found) & set(found.values())
    for later, first in found.items():
        assert by_id[later].group == by_id[first].group
        assert by_id[later].item_id > by_id[first].item_id
    for item in {one.item_id for one in marks}:  # each copy repeats a mark once
        repeated = [found[one.id] for one in marks if one.item_id == item and one.id in found]
        assert len(repeated) == len(set(repeated))


def test_marks_that_repeat_lend_their_tags_and_copies_are_one_unit():
    coded = [
        Coded(1, (7,), "甲报", units=(11,)),
        Coded(2, (7, 8), "乙报", units=(12,)),
        Coded(3, (9,), "丙报", units=(13,)),
    ]
    counted = counted_once(coded, {2: 1}, {1: 11, 2: 11})
    assert counted == [Coded(1, (7, 8), "甲报", units=(-11,)), Coded(3, (9,), "丙报", units=(13,))]
