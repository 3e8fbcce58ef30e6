"""A newer text of a page is told from another page by the shingles that both have."""

import random

import pytest

from reader.domain.revision import SAME_FILE, SAME_PRINT, likeness
from tests.bench import corpus
from tests.bench.corruption import corrupted, gain_lines, lose_lines, misread, reflow, reorder

PAGES = [*corpus.pages(40)]


@pytest.mark.parametrize("page", PAGES[:2])
def test_a_newer_scan_is_like_enough(page):
    lines = [line for line in PAGES[3].text.splitlines() if line]
    for ways in (
        [misread(0.1)],
        [reflow, misread(0.05)],
        [reorder(page.headlines), lose_lines, gain_lines(lines), misread(0.03)],
    ):
        assert likeness(page.text, corrupted(page.text, ways, 1).text) > SAME_FILE
    assert likeness(page.text, page.text[: len(page.text) // 2]) > SAME_FILE
    assert likeness(page.text, corrupted(page.text, [misread(0.05)], 1).text) > SAME_PRINT


def test_real_other_words_are_not_like_at_all():
    chance = random.Random(3)
    one, other = ("".join(chance.choice("天地玄黄宇宙洪荒日月盈昃辰宿列张") for _ in range(900)) for _ in range(2))
    assert likeness(one, other) < SAME_FILE / 2


def test_an_excerpt_is_not_a_newer_text_of_the_whole_page():
    text = PAGES[0].text
    assert likeness(text, text[: len(text) // 3]) < SAME_PRINT
    assert likeness(text, text[: len(text) // 9]) < SAME_FILE


def test_setting_says_nothing():
    assert likeness("第一版，要闻", "第 一 版，\n要闻") == 1
    assert likeness("", "") == 1
