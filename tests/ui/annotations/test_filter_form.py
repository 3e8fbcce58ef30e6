"""The form of filters says what it was shown."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.mark_filter import MarkFilter
from reader.domain.model import AnchorState, Color
from reader.domain.scope import UNKNOWN, Scope
from reader.ui.annotations.filter_form import FilterForm
from reader.ui.annotations.words import filter_words

NAMES = st.lists(st.sampled_from(["经济", "就业", "没有的"]), max_size=2, unique=True).map(tuple)
FILTERS = st.builds(
    MarkFilter,
    scopes=st.sampled_from([(), (Scope(newspaper="甲"),)]),
    newspaper=st.sampled_from([None, UNKNOWN, "甲日报", "不在册"]),
    section=st.sampled_from([None, UNKNOWN, "要闻", "不在册"]),
    date_from=st.sampled_from([None, "2024", "2024-05", "2024-05-12"]),
    date_to=st.sampled_from([None, "2024-12-31"]),
    tags=NAMES,
    untagged=st.booleans(),
    all_tags=NAMES,
    not_tags=NAMES,
    subtags=st.booleans(),
    colors=st.lists(st.sampled_from(Color), unique=True).map(lambda some: tuple(c for c in Color if c in some)),
    coders=st.sampled_from([(), ("",), ("甲",)]),
    states=st.lists(st.sampled_from(AnchorState), max_size=2, unique=True).map(tuple),
    has_note=st.sampled_from([None, True, False]),
    importance=st.integers(0, 3),
)


@pytest.fixture
def form(qtbot):
    made = FilterForm()
    qtbot.addWidget(made)
    made.offer(["经济", "就业"], ["甲日报", UNKNOWN], ["要闻", UNKNOWN], ["甲", ""])
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=FILTERS)
def test_the_form_means_what_it_was_shown_and_says_nothing_of_it(form, wanted):
    said = []
    form.changed.connect(lambda: said.append(1))
    form.show_wanted(wanted)
    assert form.wanted() == wanted
    form.offer(["经济", "就业", "新的"], ["乙晚报"], [], [])
    assert form.wanted() == wanted
    assert said == []
    assert bool(filter_words(wanted)) is not wanted.asks_nothing()


def test_a_date_that_is_none_asks_nothing_and_a_month_reaches_to_its_end(form):
    form.date_from.setText("昨天")
    form.date_to.setText("2024-02")
    assert form.wanted() == MarkFilter(date_to="2024-02-29")
