"""Metadata of items: every rule by its own examples, names with the ranges they were read from, and any text at all."""

from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Block, Correction, Genre, Item, ItemMeta, Kind, Named, Range, Role
from reader.segment import segment
from reader.segment.item_meta import read, with_meta
from reader.segment.meta_rules import RULES


def said(findings):
    """What was read, as the rules' examples put it."""
    groups = groupby(findings, key=lambda one: one.field)
    return "; ".join(f"{field}: {' '.join(one.text for one in found)}" for field, found in groups)


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [pytest.param(rule, *example, id=f"{rule.name}-{example[0]}") for rule in RULES for example in rule.examples],
)
def test_a_rule_reads_its_examples(rule, text, expected):
    found = list(read(rule, text))
    assert said(found) == expected
    assert all("".join(text[one.start : one.end].split()) == one.text for one in found if one.field != "genre")


def test_every_rule_has_its_own_name_and_an_example_that_it_reads_something_in():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(any(expected for _, expected in rule.examples) for rule in RULES)


def page_of(*paragraphs):
    """A page and the item that it is: pairs of role and text."""
    text, blocks = "", []
    for role, words in paragraphs:
        blocks.append(Block(role, (Range(len(text), len(text) + len(words)),)))
        text += words + "\n"
    return text, Item(Kind.ARTICLE, tuple(blocks), title="桥通了")


def only(text, item, corrections=()):
    (found,) = with_meta([item], text, corrections)
    return found.meta


def test_each_value_has_the_range_that_it_was_read_from():
    text, item = page_of(
        (Role.TITLE, "河口大桥通车"),
        (Role.BYLINE, "□本报记者 方 圆 通讯员 陆远"),
        (Role.BODY, "本报河口5月12日电（见习记者韩秋）清早六点，桥上已有人。"),
        (Role.CREDIT, "（方圆 摄）"),
    )
    meta = only(text, item)
    assert [one.text for one in meta.reporters] == ["方圆", "韩秋"]
    assert [text[slice(*one.range)] for one in meta.reporters] == ["方 圆", "韩秋"]
    assert [(one.text, text[slice(*one.range)]) for one in meta.correspondents] == [("陆远", "陆远")]
    assert meta.place == Named("河口", Range(text.index("河口5"), text.index("5月")))
    assert (meta.genre.text, text[slice(*meta.genre.range)]) == ("news", "本报河口5月12日电")
    assert meta.photographers[0].range.start > text.index("摄") - 5


def test_a_name_that_a_column_end_cut_is_read_whole_and_a_corrected_one_as_it_should_read():
    text = "本报讯（记者 方圆 通讯员 陆\n远）清早六点。"
    cut = text.index("\n")
    item = Item(Kind.BRIEF, (Block(Role.BODY, (Range(0, cut), Range(cut + 1, len(text)))),))
    assert [one.text for one in only(text, item).correspondents] == ["陆远"]
    assert only(text, item).correspondents[0].range == Range(cut - 1, cut + 2)
    wrong = Range(text.index("圆"), text.index("圆") + 1)
    (reporter,) = only(text, item, [Correction(wrong, "园")]).reporters
    assert reporter == Named("方园", Range(wrong.start - 1, wrong.end))


def test_what_the_reader_wrote_stays_and_the_rest_is_read_anew():
    text, item = page_of((Role.BYLINE, "本报记者 方圆"), (Role.BODY, "桥通了。"))
    own = ItemMeta(reporters=(Named("韩秋"),), place=Named("河口"), decided=("reporters", "genre"))
    meta = only(text, replace(item, meta=own))
    assert meta.reporters == (Named("韩秋"),)
    assert meta.genre is None
    assert meta.place is None


def test_the_dateline_of_an_article_counts_more_than_the_name_of_its_section_and_its_heading_more_than_both():
    text = "◎百姓故事\n本报讯（记者 方圆）桥通了。\n记者手记\n"
    banner = Item(Kind.SECTION, (Block(Role.SECTION, (Range(0, 5),)),))
    body = Block(Role.BODY, (Range(6, text.index("\n", 6)),))
    kicker = Block(Role.KICKER, (Range(text.index("记者手"), len(text) - 1),))
    dated = Item(Kind.ARTICLE, (body,), section="百姓故事", title="桥")
    genres = [
        found.meta.genre.text for found in with_meta([banner, dated, replace(dated, blocks=(kicker, body))], text)[1:]
    ]
    assert genres == [Genre.NEWS, Genre.FEATURE]
    plain = Item(Kind.ARTICLE, (Block(Role.TITLE, (Range(10, 13),)),), section="百姓故事", title="桥")
    assert with_meta([banner, plain], text)[1].meta.genre == Named(Genre.FEATURE, Range(3, 5))


def test_an_article_without_headline_or_dateline_has_no_genre():
    text, item = page_of((Role.BODY, "清早六点，桥上已有人。"))
    assert only(text, replace(item, title=None)).genre is None


@given(
    st.text(
        alphabet=st.sampled_from("本报讯记者通讯员摄方圆陆远（）()、 \n\u3000：:。北京2月1日电/文图◎A"), max_size=80
    )
)
def test_any_page_gives_names_that_stand_in_their_ranges(text):
    for item in segment(text).items:
        named = [*item.meta.reporters, *item.meta.correspondents]
        assert all("".join(text[slice(*one.range)].split()) == one.text for one in named)


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error_and_ranges_lie_within_it(text):
    made = segment(text, text[:40])
    assert all(0 <= start < end <= len(text) for start, end in made.meta_ranges.values())
    for item in made.items:
        values = [item.meta.genre, item.meta.place, *item.meta.photographers]
        assert all(0 <= one.range.start < one.range.end <= len(text) for one in values if one and one.range)
