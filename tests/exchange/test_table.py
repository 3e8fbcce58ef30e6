from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.export import Shape
from reader.exchange.rows import rows_of_page
from reader.exchange.table import cells, header, join_tags, split_tags
from tests.support.printed import BRIDGE, marked

(ROW,) = rows_of_page(BRIDGE, [marked("集市")])


def as_dicts(row, shape):
    return [dict(zip(header(shape), line, strict=True)) for line in cells(row, shape)]


def test_the_columns_are_those_of_the_format():
    assert header(Shape.ANNOTATION) == (
        *("format", "annotation_id", "newspaper", "issue_date", "page_no", "page_name", "section"),
        *("article_id", "article_seq", "kicker", "headline", "subhead", "byline", "genre", "source_file"),
        *("paragraph_no", "start", "end", "quote", "context_before", "context_after", "note"),
        "tags",
        *("color", "importance", "coder", "created_at", "updated_at", "anchor_state", "link"),
    )


def test_one_row_for_an_annotation_holds_all_of_its_tags():
    (line,) = as_dicts(ROW, Shape.ANNOTATION)
    assert line["tags"] == "交通；民生"
    assert (line["paragraph_no"], line["importance"], line["anchor_state"]) == ("2", "", "exact")


def test_one_row_for_each_tag_repeats_the_annotation():
    first, second = as_dicts(ROW, Shape.TAG)
    assert (first["tag"], first["tag_level1"], second["tag"]) == ("交通", "交通", "民生")
    assert {key for key in first if first[key] != second[key]} == {"tag", "tag_level1"}


def test_an_untagged_annotation_is_in_both_shapes():
    untagged = replace(ROW, tags=())
    assert [line["tags"] for line in as_dicts(untagged, Shape.ANNOTATION)] == [""]
    assert [(line["tag"], line["quote"]) for line in as_dicts(untagged, Shape.TAG)] == [("", "集市")]


def test_a_separator_that_belongs_to_a_tag_is_told_from_one_between_tags():
    assert join_tags(("甲；乙", "丙\\")) == "甲\\；乙；丙\\\\"


@given(st.lists(st.text(st.sampled_from("；\\甲;"), min_size=1)))
def test_joined_tags_are_split_again(tags):
    assert split_tags(join_tags(tuple(tags))) == tuple(tags)
