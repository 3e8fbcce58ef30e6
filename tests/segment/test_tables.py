"""The tables of the page engine agree with each other."""

import copy
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.segment import weights
from reader.segment.roles import score_parts
from reader.segment.shapes import FURNITURE, SHAPES, Shape
from reader.segment.steps import Kind, steps_between
from reader.segment.tags import ROLE_OF, STATES, Tag
from reader.segment.words import common_words, straddles_word

NO_COSTS = (0.0,) * len(Kind)


@pytest.mark.parametrize("shape", [*FURNITURE, *SHAPES], ids=lambda shape: shape.name)
def test_the_example_of_a_shape_has_it(shape: Shape) -> None:
    assert shape.find(shape.example)
    assert len(shape.example) <= shape.longest


def test_shapes_have_names_of_their_own() -> None:
    names = [shape.name for shape in (*FURNITURE, *SHAPES)]
    assert len(names) == len(set(names))


def test_every_tag_has_a_role_and_weights() -> None:
    assert set(ROLE_OF) == set(Tag)
    assert all(score_parts(["bias"], tag) or tag in weights.WEIGHTS or tag in weights.KIN for tag in Tag)
    assert set(weights.TRANSITIONS) == set(Tag)


def test_every_state_can_be_left() -> None:
    everything = tuple(range(len(STATES)))
    left = {step.source for steps in steps_between(everything, everything, NO_COSTS) for step in steps}
    assert left == set(everything)


def test_weights_name_features_that_exist() -> None:
    known = {shape.name for shape in (*FURNITURE, *SHAPES)} | COMPUTED
    named = {name for table in weights.WEIGHTS.values() for name in table} | set(weights.UNFINISHED)
    assert named - known == set()


@pytest.fixture
def by_hand() -> Iterator[None]:
    """The tables as they were set by hand."""
    weights.forget_learned()
    yield
    weights._add_learned()


@pytest.mark.usefixtures("by_hand")
def test_what_was_learned_changes_weights_that_were_set_by_hand() -> None:
    learned = tomllib.loads(Path(weights.__file__).with_name("learned.toml").read_text("utf-8"))
    assert set(learned) <= {"features", "steps", "first", "last", "confidence"}
    for tag, changes in learned["features"].items():
        assert set(changes) <= set(weights.WEIGHTS[Tag[tag]])
    for tag, changes in learned["steps"].items():
        assert {Tag[to] for to in changes} <= set(weights.TRANSITIONS[Tag[tag]])
    assert {Tag[tag] for tag in learned.get("first", {})} <= set(weights.FIRST)


def test_learning_anew_starts_from_what_was_set_by_hand() -> None:
    before = copy.deepcopy((weights.WEIGHTS, weights.TRANSITIONS, weights.FIRST, weights.LAST))
    weights.forget_learned()
    try:
        assert before[0] != weights.WEIGHTS
        assert all(round(weight * 10) == weight * 10 for row in weights.TRANSITIONS.values() for weight in row.values())
        assert weights.WEIGHTS[Tag.TITLE]["mark_1"] == 3.5
    finally:
        weights._add_learned()
    assert before == (weights.WEIGHTS, weights.TRANSITIONS, weights.FIRST, weights.LAST)


@pytest.mark.parametrize("name", ["boundary", "role"])
def test_confidence_grows_with_the_margin(name: str) -> None:
    slope, offset = weights.learned_curve(name)
    assert slope > 0
    assert slope * 20 + offset > 3  # a margin of e^20 to one is as good as certain


COMPUTED = frozenset(
    re.findall(
        r"\w+",
        """
        bias len_1 len_2_4 len_5_8 len_9_14 len_15_22 len_23_28 len_29_40 len_41_80 len_81 mark_1 mark_2 mark_3
        furniture end_stop end_ask end_comma end_colon end_dash end_closed end_open open_prose short_open unbalanced
        inner_stop comma commas latin title_case byline names_dressed names_bare column_name column_like brief_column
        lead_label banner_dress undressed_beside_banners unmarked_on_marked_page wide_gap no_gap indented full_line
        page_first page_last page_edge short_run runs_on runs_from may_run_on may_run_from end_dots names_from
        dated_below byline_dressed undressed_beside_bylines
        """,
    )
)
"""The features that code computes; all others are shapes."""


def test_common_words_are_words_of_two_characters() -> None:
    words = common_words()
    assert len(words) == 8000
    assert all(re.fullmatch("[\u4e00-\u9fff]{2}", word) for word in words)


def test_a_word_cut_by_a_line_end_is_seen() -> None:
    assert straddles_word("村里的茶", "叶不愁卖")
    assert not straddles_word("路通了", "近日")
