from dataclasses import replace

import pytest

from reader.domain.model import AnchorState, Genre, ItemMeta, Named, Range
from reader.exchange.rows import rows_of_page
from tests.support.printed import ARTICLE, BRIDGE, BRIEF, PHOTO, marked


def row(words, stored=ARTICLE):
    (only,) = rows_of_page(BRIDGE, [marked(words, stored)])
    return only


def test_a_row_says_what_was_marked_where_it_was_printed_and_by_whom():
    found = row("集市")
    assert (found.format, found.annotation_id) == ("annotations/1", "uid-1")
    assert (found.newspaper, found.issue_date, found.page_no, found.page_name) == (
        "砚川日报",
        "2024-05-12",
        "01",
        "要闻",
    )
    assert (found.section, found.article_id, found.article_seq, found.genre) == ("要闻", 11, 2, "article")
    assert (found.kicker, found.headline, found.byline) == ("连心桥 民生路", "𠮷林大桥建成通车", "□本报记者 林听雨")
    assert (found.quote, found.context_before, found.context_after, found.note) == ("集市", "前", "后", "注")
    assert (found.tags, found.color, found.coder, found.source_file) == (("交通", "民生"), "green", "甲", "page.txt")
    assert (found.created_at, found.updated_at) == ("2024-06-01T08:00:00+08:00", "2024-06-02T08:00:00+08:00")
    assert found.importance is None
    assert (found.link, found.page_sha256, found.reporters) == ((), None, ())


def test_the_genre_and_the_reporters_of_an_article_are_those_that_are_known_of_it():
    mark = marked("集市")
    meta = ItemMeta(genre=Named(Genre.FEATURE), reporters=(Named("林听雨"), Named("方圆")))
    (found,) = rows_of_page(BRIDGE, [replace(mark, item=replace(mark.item, meta=meta))])
    assert (found.genre, found.reporters) == ("feature", ("林听雨", "方圆"))


def test_a_row_names_its_page_its_links_and_who_wrote_the_article():
    item = replace(ARTICLE.item, meta=ItemMeta(reporters=(Named("林听雨"),)))
    (found,) = rows_of_page(
        BRIDGE, [marked("集市", replace(ARTICLE, item=item))], page_sha256="ab", links={1: ("uid-2 因为",)}
    )
    assert (found.page_sha256, found.link, found.reporters) == ("ab", ("uid-2 因为",), ("林听雨",))
    assert "".join(BRIDGE[start:end] for start, end in found.ranges) == "集市"


def test_start_and_end_are_code_points_of_the_page_on_both_sides_of_a_column_break():
    found = row("集市")
    assert BRIDGE[found.start] == "集"
    assert BRIDGE[found.end - 1] == "市"
    assert "图为大桥夜景" in BRIDGE[found.start : found.end]


@pytest.mark.parametrize(
    ("words", "paragraph_no", "subhead"),
    [
        ("𠮷林大桥建成通车", None, None),
        ("正式通车", 1, None),
        ("总投资", 1, None),
        ("桥通百业兴", None, "桥通百业兴"),
        ("沿线集", 2, "桥通百业兴"),
        ("客人", 2, "桥通百业兴"),
        ("百业兴\n通车当天", None, "桥通百业兴"),
    ],
)
def test_paragraphs_of_the_body_are_counted_and_the_subhead_above_is_named(words, paragraph_no, subhead):
    found = row(words)
    assert (found.paragraph_no, found.subhead) == (paragraph_no, subhead)


def test_a_photo_has_no_body_paragraph_and_no_headline():
    found = row("夜景", PHOTO)
    assert (found.genre, found.paragraph_no, found.headline) == ("photo", None, None)


def test_a_mark_in_no_item_keeps_what_is_known_of_its_page():
    found = row("集市", None)
    assert (found.newspaper, found.quote) == ("砚川日报", "集市")
    assert (found.article_id, found.article_seq, found.genre, found.headline) == (None, None, None, None)


def test_rows_come_by_item_and_then_as_the_item_is_read():
    late_headline = replace(ARTICLE, item=replace(ARTICLE.item, blocks=ARTICLE.item.blocks[::-1]))
    marks = [
        marked("集市", None, 1),
        marked("图书馆", BRIEF, 2),
        marked("夜景", PHOTO, 3),
        marked("正式通车", late_headline, 4),
        marked("客人", late_headline, 5),
        marked("沿线", late_headline, 6),
        marked("沿线", late_headline, 7),
    ]
    found = [row.annotation_id for row in rows_of_page(BRIDGE, marks)]
    assert found == ["uid-6", "uid-7", "uid-5", "uid-4", "uid-3", "uid-2", "uid-1"]


def test_the_anchor_is_exact_only_where_the_page_says_what_the_quote_says():
    assert row("通车\n两岸").anchor_state is AnchorState.EXACT
    mark = marked("正式通车")
    elsewhere = replace(mark, annotation=replace(mark.annotation, ranges=(Range(0, 4),)))
    (found,) = rows_of_page(BRIDGE, [elsewhere])
    assert found.anchor_state is AnchorState.ORPHAN
