"""How Chinese text reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, pinyin

from reader.domain.fold import fold
from reader.domain.syllables import plain_syllable, read_characters, runs, ways
from tests.tools import pinyin_readings

TEXTS = st.text(st.sampled_from("中国人民日报重庆银行长江單乐5gAB“，》 \n股"), max_size=30)


def likeliest(text):
    return [" ".join(sound.syllables[0] for sound in run) for run in runs(text)]


def test_the_tables_are_what_their_tool_makes():
    for path, source in pinyin_readings.sources().items():
        assert path.read_text(encoding="utf-8") == source


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("重庆银行行长", ["chong qing yin hang hang zhang"]),
        ("長江銀行", ["chang jiang yin hang"]),
        ("女子旅行忽略了绿色", ["nv zi lv xing hu lue le lv se"]),
        ("乾隆", ["qian long"]),
        ("“中国”，\n》 人民", ["zhong guo ren min"]),
        ("A股上涨", ["a gu shang zhang"]),
        ("5G时代ABC开始", ["shi dai", "kai shi"]),
        ("", []),
        ("，。", []),
    ],
)
def test_text_is_read_in_its_words(text, read):
    assert likeliest(text) == read


def test_a_character_that_no_word_explains_has_all_its_common_readings():
    ((shan, county),) = runs("单县")
    assert (shan.syllables, county.syllables) == (("dan", "shan"), ("xian",))


def test_an_article_of_the_library_reads_as_the_library_says():
    text = "人民日报讯记者从中国人民银行重庆分行了解到今年以来长江经济带绿色发展取得新进展传统产业转型升级步伐加快"
    said = [options[0] for options in pinyin(text, style=Style.NORMAL)]
    for syllable, readings in zip(said, read_characters(fold(text)), strict=True):
        assert plain_syllable(syllable) in readings


@given(TEXTS)
def test_places_are_those_of_the_characters(text):
    for run in runs(text, 7):
        for sound in run:
            char = text[sound.span.start - 7 : sound.span.end - 7]
            assert len(char) == 1
            assert sound.syllables[0] == char.lower() or read_characters(fold(char))


@given(TEXTS)
def test_there_are_never_many_ways(text):
    for run in runs(text):
        assert 1 <= len(ways(run)) <= 8
        assert ways(run)[0] == tuple(sound.syllables[0] for sound in run)
