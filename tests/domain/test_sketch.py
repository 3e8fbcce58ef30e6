"""Texts that are nearly the same."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.sketch import BANDS, LEAST, SHINGLE, resemblance, sketch

HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 800)]


def article(seed, length=600):
    rng = Random(seed)
    return "".join(rng.choice(HAN) for _ in range(length))


def misread(text, share, seed):
    rng = Random(seed)
    return "".join(rng.choice(HAN) if rng.random() < share else char for char in text)


def shingles(text):
    return {text[at : at + SHINGLE] for at in range(len(text) - SHINGLE + 1)}


@given(st.text("上海浦东新区", min_size=LEAST, max_size=90), st.text("上海浦东新区", min_size=LEAST, max_size=90))
def test_resemblance_is_the_share_of_common_shingles(one, other):
    expected = len(shingles(one) & shingles(other)) / len(shingles(one) | shingles(other))
    assert resemblance(sketch(one), sketch(other)) == pytest.approx(expected)


def test_how_a_text_is_set_makes_no_difference():
    text = article(1)
    set_anew = "　　" + text[:200] + "，\n" + text[200:]
    assert sketch(set_anew).keys == sketch(text).keys
    assert resemblance(sketch(set_anew), sketch(text)) == 1


def test_traditional_and_simplified_are_copies():
    assert sketch("國務院發佈關於經濟發展的報告" * 4).keys == sketch("国务院发布关于经济发展的报告" * 4).keys


def test_near_copies_have_a_band_in_common_as_often_as_the_bands_promise():
    """One character in fifty misread: about 0.85 of all shingles are common, and nearly every pair is a candidate."""
    found = 0
    for seed in range(60):
        one, other = sketch(article(seed)), sketch(misread(article(seed), 0.02, seed))
        found += bool(set(one.keys) & set(other.keys))
    assert found >= 57


def test_others_have_none():
    keys = [key for seed in range(200) for key in sketch(article(seed)).keys]
    assert len(set(keys)) == 200 * BANDS


def test_a_short_text_says_nothing():
    assert sketch("上" * (LEAST - 1) + "，。 ") is None
    assert sketch("") is None
