"""Quotes are found where they stand, whatever white space is between, and never where they could be elsewhere."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.domain.model import Range
from reader.domain.parcel import Refusal
from reader.domain.placing import AGREEING_CONTEXT, CERTAIN_LENGTH, Placing

PAGES = st.text("甲乙丙丁戊己庚辛\n ", min_size=20, max_size=120)


@given(PAGES, st.integers(0, 119), st.integers(1, 40))
def test_what_is_found_says_the_quote_and_stands_where_its_context_is(text, start, length):
    quote = text[start : start + length]
    prefix, suffix = text[max(start - 32, 0) : start], text[start + length : start + length + 32]
    assume(quote.strip())
    found = Placing(text).find(quote, prefix, suffix)
    if isinstance(found, Refusal):
        solid, words = "".join(text.split()), "".join(quote.split())
        several = sum(solid.startswith(words, at) for at in range(len(solid))) > 1
        assert found is (Refusal.QUOTE_SEVERAL_TIMES if several else Refusal.QUOTE_NOT_FOUND)
        return
    said = "".join(text[one.start : one.end] for one in found)
    assert "".join(said.split()) == "".join(quote.split())
    assert not any("\n" in text[one.start : one.end] for one in found)


@given(
    PAGES, st.lists(st.tuples(st.integers(-3, 130), st.integers(-3, 130)).map(lambda pair: Range(*pair)), max_size=4)
)
def test_ranges_are_within_a_page_only_in_order_and_with_text(text, ranges):
    flat = [offset for span in ranges for offset in span]
    sound = bool(ranges) and all(start < end for start, end in ranges) and flat == sorted(flat)
    assert Placing(text).is_within(ranges) == (sound and flat[0] >= 0 and flat[-1] <= len(text))


@pytest.mark.parametrize(
    ("quote", "prefix", "suffix", "found"),
    [
        ("大桥全长一千二百米", "", "", (Range(4, 8), Range(9, 14))),
        ("大桥全长", "昨日通车", "一千二百", (Range(4, 8),)),
        ("大桥全长", "别的地方", "别的东西", Refusal.QUOTE_NOT_FOUND),
        ("大桥", "", "", Refusal.QUOTE_SEVERAL_TIMES),
        ("大桥", "昨日通车", "全长", (Range(4, 6),)),
        ("小桥", "", "", Refusal.QUOTE_NOT_FOUND),
        (" \n", "", "", Refusal.NO_QUOTE),
    ],
)
def test_a_short_quote_needs_its_context_and_a_long_one_does_not(quote, prefix, suffix, found):
    assert Placing("昨日通车大桥全长\n一千二百米。大桥今日").find(quote, prefix, suffix) == found
    assert AGREEING_CONTEXT < CERTAIN_LENGTH
