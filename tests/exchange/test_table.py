import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.codebook import Codebook, Tag
from reader.domain.export import Shape
from reader.domain.model import Range
from reader.exchange.rows import rows_of_page
from reader.exchange.table import Table, join_ranges, join_tags, split_ranges, split_tags
from tests.support.printed import BRIDGE, marked

(ROW,) = rows_of_page(BRIDGE, [marked("集市")])


CODEBOOK = Codebook([Tag(1, "u1", "社会"), Tag(2, "u2", "交通", 1), Tag(3, "u3", "公路", 2), Tag(4, "u4", "民生")])


def as_dicts(row, shape, codebook=None):
    table = Table(shape, codebook) if codebook else Table(shape)
    return [dict(zip(table.header(), line, strict=True)) for line in table.lines(row)]


def test_the_columns_are_those_of_the_format():
    assert Table(Shape.ANNOTATION).header() == (
        *("format", "annotation_id", "newspaper", "issue_date", "page_no", "page_name", "section"),
        *("article_id", "article_seq", "kicker", "headline", "subhead", "byline", "genre", "source_file"),
        *("paragraph_no", "start", "end", "quote", "context_before", "context_after", "note"),
        "tags",
        *("color", "importance", "coder", "created_at", "updated_at", "anchor_state", "link"),
        *("ranges", "page_sha256", "reporters", "copy_group", "copies", "repeat_of"),
    )


def test_one_row_for_an_annotation_holds_all_of_its_tags():
    (line,) = as_dicts(ROW, Shape.ANNOTATION)
    assert line["tags"] == "交通；民生"
    assert (line["paragraph_no"], line["importance"], line["anchor_state"]) == ("2", "", "exact")


def test_one_row_for_each_tag_repeats_the_annotation():
    first, second = as_dicts(ROW, Shape.TAG)
    assert (first["tag"], first["tag_level1"], second["tag"]) == ("交通", "交通", "民生")
    assert {key for key in first if first[key] != second[key]} == {"tag", "tag_level1"}


def test_each_level_that_a_tag_stands_under_has_a_column():
    first, second = as_dicts(ROW, Shape.TAG, CODEBOOK)
    assert Table(Shape.TAG, CODEBOOK).header()[22:26] == ("tag", "tag_level1", "tag_level2", "tag_level3")
    assert [first[f"tag_level{level}"] for level in (1, 2, 3)] == ["社会", "交通", ""]
    assert [second[f"tag_level{level}"] for level in (1, 2, 3)] == ["民生", "", ""]


def test_links_reporters_and_ranges_have_a_cell_each():
    row = ROW._replace(link=("uid-2 因为", "uid-3"), reporters=("林听雨", "方圆"), importance=2)
    (line,) = as_dicts(row, Shape.ANNOTATION)
    assert (line["link"], line["reporters"], line["importance"]) == ("uid-2 因为；uid-3", "林听雨；方圆", "2")
    assert split_ranges(line["ranges"]) == ROW.ranges
    assert len(ROW.ranges) == 2


@given(st.lists(st.tuples(st.integers(0, 9999), st.integers(0, 9999)).map(lambda pair: Range(*pair))))
def test_joined_ranges_are_split_again(ranges):
    assert split_ranges(join_ranges(ranges)) == tuple(ranges)


@pytest.mark.parametrize("cell", ["7", "a-b", "3-", "-"])
def test_what_are_no_ranges_is_an_error(cell):
    with pytest.raises(ValueError, match="invalid literal"):
        split_ranges(cell)


def test_an_untagged_annotation_is_in_both_shapes():
    untagged = ROW._replace(tags=())
    assert [line["tags"] for line in as_dicts(untagged, Shape.ANNOTATION)] == [""]
    assert [(line["tag"], line["quote"]) for line in as_dicts(untagged, Shape.TAG)] == [("", "集市")]


def test_a_separator_that_belongs_to_a_tag_is_told_from_one_between_tags():
    assert join_tags(("甲；乙", "丙\\")) == "甲\\；乙；丙\\\\"


@given(st.lists(st.text(st.sampled_from("；\\甲;"), min_size=1)))
def test_joined_tags_are_split_again(tags):
    assert split_tags(join_tags(tuple(tags))) == tuple(tags)
