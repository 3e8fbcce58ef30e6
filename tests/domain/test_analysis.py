"""Counting annotations by tag."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.analysis import OVER_TIME, TOGETHER, Coded, Count, Question, count, months_between
from reader.domain.codebook import Codebook, Tag

TAGS = Codebook(
    [Tag(1, "a", "经济"), Tag(2, "b", "就业", parent_id=1), Tag(3, "c", "工资", parent_id=2), Tag(4, "d", "桥")]
)


def below(tag):
    return {tag, *(each.id for each in TAGS.below(tag))}


coded = st.lists(
    st.builds(
        Coded,
        st.just(0),
        st.lists(st.sampled_from([1, 2, 3, 4]), unique=True, max_size=3).map(tuple),
        st.sampled_from([None, "砚川日报", "砚川晚报"]),
        st.sampled_from([None, "", "2023", "2023-11-02", "2024-02-01", "不详"]),
        st.sampled_from([None, "要闻"]),
        st.lists(st.integers(0, 4), unique=True, max_size=3).map(tuple),
    ),
    max_size=12,
).map(
    lambda found: [Coded(at, *[getattr(one, name) for name in Coded.__slots__[1:]]) for at, one in enumerate(found, 1)]
)


def rows_of(grid):
    return [row.tag_id for row in grid.rows]


@given(coded, st.sampled_from([*Question]), st.booleans())
def test_every_cell_counts_the_annotations_behind_it(marks, question, subtags):
    grid = count(question, marks, TAGS, subtags=subtags)
    known = {mark.id: mark for mark in marks}
    for (row, column), behind in grid.marks.items():
        assert list(behind) == sorted(set(behind))
        tag = grid.rows[row].tag_id
        if question not in TOGETHER and question is not Question.TAGS:
            assert grid.values[row, column] == len(behind)
            accepted = (below(tag) if subtags else {tag}) if tag else None
            assert all(accepted & set(known[one].tags) if accepted else not known[one].tags for one in behind)
    assert grid.values.keys() == grid.marks.keys()


@given(coded, st.booleans())
def test_a_spread_leaves_out_no_annotation_and_counts_none_twice(marks, subtags):
    for question in (Question.NEWSPAPERS, Question.SECTIONS, *OVER_TIME):
        grid = count(question, marks, TAGS, subtags=subtags)
        for row, tag in enumerate(rows_of(grid)):
            accepted = (below(tag) if subtags else {tag}) if tag else set()
            expected = {mark.id for mark in marks if (accepted & set(mark.tags) if tag else not mark.tags)}
            assert set(grid.of_row(row)) == expected
            assert sum(grid.values.get((row, column), 0) for column in range(len(grid.columns))) == len(expected)


@given(coded, st.sampled_from(TOGETHER), st.booleans())
def test_tags_occur_together_in_the_units_that_have_both(marks, question, subtags):
    grid = count(question, marks, TAGS, subtags=subtags)

    def units(tag):
        accepted = below(tag) if subtags else {tag}
        return {unit for mark in marks if accepted & set(mark.tags) for unit in mark.units}

    for (row, one), (column, other) in product(enumerate(rows_of(grid)), repeat=2):
        both, either = units(one) & units(other), units(one) | units(other)
        assert grid.values.get((row, column), 0) == len(both)
        if both:
            assert grid.ratios[row, column] == pytest.approx(len(both) / len(either))


@given(coded)
def test_how_often_each_tag_with_and_without_those_below_it(marks):
    grid = count(Question.TAGS, marks, TAGS, subtags=False)
    columns = [Count(column.value) for column in grid.columns]
    for row, tag in enumerate(rows_of(grid)):
        found = dict(zip(columns, (grid.values.get((row, column), 0) for column in range(len(columns))), strict=True))
        wide = [mark for mark in marks if (below(tag) & set(mark.tags) if tag else not mark.tags)]
        assert found[Count.OWN] == sum(tag in mark.tags if tag else not mark.tags for mark in marks)
        assert found[Count.WITH_SUBTAGS] == len(wide)
        assert found[Count.ARTICLES] == len({unit for mark in wide for unit in mark.units})


def test_months_have_no_gaps_and_what_is_undated_comes_last():
    marks = [Coded(1, (4,), issue_date="2023-11-02"), Coded(2, (4,), issue_date="2024-02-01"), Coded(3, (4,))]
    grid = count(Question.MONTHS, marks, TAGS, subtags=False)
    assert [column.value for column in grid.columns] == ["2023-11", "2023-12", "2024-01", "2024-02", ""]
    assert [grid.values.get((0, column), 0) for column in range(5)] == [1, 0, 0, 1, 1]


def test_rows_are_the_tags_in_use_in_the_order_of_the_codebook_with_their_level():
    grid = count(Question.TAGS, [Coded(1, (3,)), Coded(2, ())], TAGS, subtags=False)
    assert [(row.value, row.level) for row in grid.rows] == [("经济", 0), ("就业", 1), ("工资", 2), ("", 0)]


def test_months_between_passes_a_year():
    assert months_between("2023-12", "2024-02") == ["2023-12", "2024-01", "2024-02"]


def test_nothing_is_an_empty_grid():
    for question in Question:
        assert not count(question, [], TAGS, subtags=True).values
