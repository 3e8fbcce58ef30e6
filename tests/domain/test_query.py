"""The query language means what it says, and takes what it does not know as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.fold import Folded, fold
from reader.domain.query import (
    MAX_TOKENS,
    And,
    Dates,
    Field,
    Not,
    Or,
    Word,
    by_pinyin,
    gains_by_pinyin,
    parse,
    parted,
)

A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("A b", And((A, B))),
        ("a AND b", And((A, B))),
        *((f"a {either} b", Or((A, B))) for either in ("OR", "|", "｜", "或")),
        ("a b OR c", Or((And((A, B)), C))),
        *((f"a {no}b", And((A, Not(B)))) for no in ("-", "－", "NOT ", "非 ")),
        ("-(a b)", Not(And((A, B)))),
        ("NOT NOT a", A),
        ("(a | b) c", And((Or((A, B)), C))),
        ('"tax  Office"', Word("tax office")),
        ("标题：上海", Word("上海", Field.TITLE)),
        ("TITLE:(a | tag:b)", Or((Word("a", Field.TITLE), Word("b", Field.TAG)))),
        ('批注:"a b"', Word("a b", Field.NOTE)),
        ("日期:2024年5月..2024-06", Dates("2024-05", "2024-06-30")),
        ("date:2024", Dates("2024", "2024-12-31")),
        ("date:>2024-02", Dates(first="2024-02-29", after=True)),
        ("date:<2024", Dates(last="2024", before=True)),
        ("date:≥2024", Dates(first="2024")),
        ("date:..2024", Dates(last="2024-12-31")),
    ],
)
def test_what_a_query_means(query, meaning):
    assert parse(query) == meaning


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("OR", ["or"]),
        ("非", ["非"]),
        ("或 a", ["或", "a"]),
        ("a OR", ["a", "or"]),
        ('"a b', ['"a', "b"]),
        ("a)", ["a)"]),
        ("(a", ["(", "a"]),
        ("f(x)", ["f(x)"]),
        ("- a", ["-", "a"]),
        ("--", ["--"]),
        ("标题:", ["标题:"]),
        ("date:昨天", ["date:昨天"]),
        ("http://a", ["http://a"]),
        ("“一带 一路”", ["“一带", "一路”"]),
    ],
)
def test_what_has_no_place_is_text(query, words):
    parts = tuple(map(Word, words))
    assert parse(query) == (parts[0] if len(parts) == 1 else And(parts))


def test_a_passage_is_one_phrase():
    assert parse("a " * MAX_TOKENS) == And((A,) * MAX_TOKENS)
    assert parse("a " * (MAX_TOKENS + 1)) == Word(" ".join("a" * (MAX_TOKENS + 1)))


@given(st.one_of(st.text(), st.text('()"-|:非或 aOR标题日期.0')))
def test_parsing_never_fails(query):
    parse(query)


@given(st.text("上海a Bｂ，, 1\u3000\n(（ﬁ\u200bß", max_size=20), st.data())
def test_any_part_of_a_text_folds_to_a_part_of_its_folded_form(text, data):
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    assert fold(part) in fold(text)
    folded = Folded(text, 7)
    assert folded.text == fold(text)
    assert len(folded.origin) == len(folded.text)
    origin = list(folded.origin)
    assert origin == sorted(origin)
    cut = slice(data.draw(st.integers(-9, 9)), data.draw(st.integers(-9, 9)))
    assert list(folded.origin[cut]) == origin[cut]
    assert [folded.origin[at] for at in range(-len(origin), len(origin))] == origin * 2
    if fold(part):
        assert any(fold(part) in fold(text[span.start - 7 : span.end - 7]) for span in folded.find(fold(part)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("上 海", "上海"),
        ("上\n海", "上海"),
        ("ＡＢ　Ｃ", "ab c"),
        ("a,  b", "a，b"),
        ("Straße", "STRASSE"),
        ("１２％", "12%"),
    ],
)
def test_what_is_the_same_to_a_search(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("a b", "ab"), ("1 2", "12"), ("。", "."), ("上", "下")])
def test_what_is_not_the_same(one, other):
    assert fold(one) != fold(other)


@pytest.mark.parametrize("mark", ["pinyin:", "拼音：", " PinYin: "])
def test_a_query_by_pinyin_means_the_same_with_its_letters_read(mark):
    read = [Word("zgrb", pinyin=True), Word("zg", Field.TITLE, pinyin=True), Word("sh", Field.TAG, pinyin=True)]
    plain = [Word("zg", Field.TEXT), Word("上海"), Word("5g"), Word("z"), Dates("2024", "2024-12-31")]
    assert parse(f'{mark}ZGRB title:zg tag:sh -"zhong guo" text:zg 上海 5G z date:2024') == And(
        (*read, Not(Word("zhong guo", pinyin=True)), *plain)
    )


@pytest.mark.parametrize("query", ["pinyin:", "拼音", "上海 pinyin:zg", "pinyin", ""])
def test_what_does_not_begin_with_the_mark_is_no_query_by_pinyin(query):
    assert parted(query) == (query, False)


@given(st.text(st.sampled_from('zgi上海5 "()|-:pinyin拼音'), max_size=12))
def test_pinyin_changes_nothing_but_how_letters_are_taken(query):
    marked = by_pinyin(query)
    assert by_pinyin(marked) == marked
    assert parted(marked)[0].strip() == parted(query)[0].strip()
    if not parted(query)[1]:
        assert gains_by_pinyin(query) == ("pinyin=True" in repr(parse(marked)))
        assert repr(parse(marked)).replace("pinyin=True", "pinyin=False") == repr(parse(query))
