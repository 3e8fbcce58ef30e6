"""Finding Chinese by how it reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.pinyin import MOST_LETTERS, MOST_PATTERNS, find, patterns
from reader.domain.syllables import runs, ways

TEXTS = st.text(st.sampled_from("中国人民日报重庆银行长江单乐西安先女绿5A“，\n"), max_size=20)


def found(text, written):
    return [text[span.start : span.end] for span in find(text, written)]


@pytest.mark.parametrize(
    "written",
    [
        "zhongguo",
        "zhong guo",
        "zhong'guo",
        "ZhongGuo",
        "ｚｈｏｎｇｇｕｏ",
        "zhōngguó",
        "zhonggu",
        "zhongg",
        "zg",
        "zhg",
    ],
)
def test_each_way_of_writing_finds_the_word(written):
    assert found("新中国的", written) == ["中国"]


@pytest.mark.parametrize(
    ("text", "written", "hits"),
    [
        ("《人民日报》", "rmrb", ["人民日报"]),
        ("《人民日报》", "renmrb", ["人民日报"]),
        ("《人民日报》", "rmribao", ["人民日报"]),
        ("黑龙江", "heiljiang", ["黑龙江"]),
        ("上海日报", "shrb", ["上海日报"]),
        ("先到西安", "xian", ["先", "西安"]),
        ("先到西安", "xi an", ["西安"]),
        ("绿色", "lüse", ["绿色"]),
        ("绿色", "lvse", ["绿色"]),
        ("绿色", "lu:se", ["绿色"]),
        ("绿色", "lu\u0308se", ["绿色"]),
        ("绿色", "lyuse", ["绿色"]),
        ("侵略", "qinlve", ["侵略"]),
        ("侵略", "qinlüe", ["侵略"]),
        ("侵略", "qinlue", ["侵略"]),
        ("重庆", "chongqing", ["重庆"]),
        ("重庆", "zhongqing", []),
        ("单县", "shanxian", ["单县"]),
        ("單縣", "danxian", ["單縣"]),
        ("A股", "agu", ["A股"]),
        ("中国“十四五”规划", "zgssw", ["中国“十四五"]),
        ("中\n国", "zhongguo", ["中\n国"]),
        ("中5国", "zhongguo", []),
        ("中国中国", "zhongguo", ["中国", "中国"]),
        ("中国", "zhong", ["中"]),
        ("中国", "hong", []),
        ("中国", "zhangguo", []),
    ],
)
def test_words_are_found_where_they_read_so(text, written, hits):
    assert found(text, written) == hits


@pytest.mark.parametrize(
    "written", ["", "i", "中国", "zhong5", "zhong-guo", "'", "a;b", "x" * (MOST_LETTERS + 1), "\0"]
)
def test_what_is_no_pinyin_finds_nothing(written):
    assert patterns(written) == ()
    assert found("中国 i", written) == []


@pytest.mark.parametrize("written", ["xian" * 25, "zhshch" * 16, "xian " * 20, "xian" * 24 + "xgx", "e" * 100])
def test_letters_that_can_be_cut_in_countless_ways_are_cut_in_some(written):
    assert 0 < len(patterns(written.strip())) <= MOST_PATTERNS


@given(TEXTS, st.data())
def test_any_part_of_a_text_is_found_by_each_way_it_is_typed(text, data):
    every = [run for run in runs(text) if run]
    if not every:
        return
    run = data.draw(st.sampled_from(every))
    first = data.draw(st.integers(0, len(run) - 1))
    part = run[first : first + data.draw(st.integers(1, 8))]
    syllables = [data.draw(st.sampled_from(sound.syllables)) for sound in part]
    unfinished = syllables[-1][: data.draw(st.integers(1, 6))]
    for written in (
        "'".join(syllables),
        " ".join([*syllables[:-1], unfinished]),
        "".join(syllable[0] for syllable in syllables),
        "".join(syllable[: 2 if syllable[1:2] == "h" else 1] for syllable in syllables),
    ):
        spans = list(find(text, written))
        assert any(span.start <= part[0].span.start < span.end for span in spans), written


def can_be_typed(letters, syllables):
    """Whether letters are, of each syllable in turn, all of it or its initial, and of the last any beginning."""
    if len(syllables) == 1:
        return any(syllables[0].startswith(end) for end in (letters, letters.replace("h", "", 1)) if end)
    begun = {syllables[0], syllables[0][0], syllables[0][: 2 if syllables[0][1:2] == "h" else 1]}
    if syllables[0][0] in "zcs":
        begun.add(syllables[0][0] + "h")
    return any(letters.startswith(part) and can_be_typed(letters[len(part) :], syllables[1:]) for part in begun)


@given(TEXTS, st.text(st.sampled_from("zhongurexialvbcqiy' "), max_size=12))
def test_what_is_found_can_be_typed_so(text, written):
    letters = written.replace("'", "").replace(" ", "")
    last = 0
    for span in find(text, written, 3):
        assert last <= span.start < span.end
        last = span.end
        (whole,) = [run for run in runs(text, 3) if run[0].span.start <= span.start < run[-1].span.end]
        inside = [sound for sound in whole if span.start <= sound.span.start < span.end]
        assert any(can_be_typed(letters, way) for way in ways(inside))
