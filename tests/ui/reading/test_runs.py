from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Color, Range
from reader.ui.reading.runs import Lanes, Mark, split_runs

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 25)).map(lambda it: Range(it[0], it[0] + it[1]))


@st.composite
def marks(draw):
    spans = draw(st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=12))
    return [Mark(i, tuple(sorted(it)), draw(st.sampled_from(Color))) for i, it in enumerate(spans)]


def covering(found, offset):
    return {mark.id for mark in found if mark.covers(offset)}


@given(marks())
def test_runs_are_disjoint_and_say_of_every_character_which_marks_cover_it(found):
    runs = split_runs((span, mark) for mark in found for span in mark.spans)
    assert all(run.span.start < run.span.end for run in runs)
    assert all(one.span.end <= other.span.start for one, other in pairwise(runs))
    by_offset = {offset: run for run in runs for offset in range(*run.span)}
    for offset in range(90):
        in_run = {mark.id for mark in by_offset[offset].marks} if offset in by_offset else set()
        assert in_run == covering(found, offset)


@given(marks())
def test_runs_that_touch_differ(found):
    runs = split_runs((span, mark) for mark in found for span in mark.spans)
    for one, other in pairwise(runs):
        assert one.span.end < other.span.start or one.marks != other.marks


@given(marks())
def test_in_a_run_the_mark_that_begins_later_lies_above(found):
    for run in split_runs((span, mark) for mark in found for span in mark.spans):
        starts = [mark.start for mark in run.marks]
        assert starts == sorted(starts)
        assert len({mark.id for mark in run.marks}) == len(run.marks)


@given(st.lists(SPANS.filter(lambda span: span.start < span.end), max_size=30))
def test_lanes_part_what_overlaps_and_are_no_more_than_needed(spans):
    spans = sorted(spans)
    lanes = Lanes()
    taken = [lanes.take(*span) for span in spans]
    for i, one in enumerate(spans):
        for j in range(i):
            assert taken[i] != taken[j] or not one.intersection(spans[j])
    deepest = max((sum(span.start <= at < span.end for span in spans) for at in range(90)), default=0)
    assert len(set(taken)) == deepest
