from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.scope import Level
from reader.ui.tree.rows import rows_to_remove, runs

KEYS = st.lists(st.integers(0, 12), unique=True).map(lambda values: [(Level.ITEM, value) for value in values])


@given(KEYS, KEYS)
def test_what_stays_is_in_the_new_order_and_as_much_as_can_be(old, new):
    doomed = rows_to_remove(old, new)
    kept = [key for place, key in enumerate(old) if place not in doomed]
    assert kept == [key for key in new if key in kept]
    assert len(kept) == longest_common(old, new)


def longest_common(old, new):
    lengths = {}
    for a, key in enumerate(old):
        for b, other in enumerate(new):
            above, left = lengths.get((a - 1, b), 0), lengths.get((a, b - 1), 0)
            lengths[a, b] = lengths.get((a - 1, b - 1), 0) + 1 if key == other else max(above, left)
    return lengths.get((len(old) - 1, len(new) - 1), 0)


def test_one_row_that_goes_to_the_end_is_one_row_that_moves():
    old = [(Level.PAGE, value) for value in (1, 2, 3, 4)]
    assert rows_to_remove(old, [*old[1:], old[0]]) == [0]


@given(st.sets(st.integers(0, 30)).map(sorted))
def test_runs_cover_the_places_and_do_not_touch(places):
    found = runs(places)
    assert [place for first, last in found for place in range(first, last + 1)] == places
    assert all(after[0] > before[1] + 1 for before, after in pairwise(found))
