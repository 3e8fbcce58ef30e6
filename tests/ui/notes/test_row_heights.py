"""Heights of rows as rows come and go, beside a plain list of them."""

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.notes.row_heights import RowHeights

_PLACES = st.integers(min_value=0, max_value=1000)
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), _PLACES, st.integers(min_value=1, max_value=4)),
        st.tuples(st.just("remove"), _PLACES, st.integers(min_value=1, max_value=4)),
        st.tuples(st.just("put"), _PLACES, st.integers(min_value=1, max_value=300)),
        st.tuples(st.just("drop"), _PLACES, st.just(0)),
    ),
    max_size=40,
)


@given(_STEPS)
def test_rows_begin_where_those_before_them_end(steps):
    heights, plain = RowHeights(), []
    for name, place, value in steps:
        row = place % (len(plain) + 1)
        if name == "insert":
            heights.insert(row, value)
            plain[row:row] = [None] * value
        elif row < len(plain) and name == "remove":
            last = min(row + value, len(plain)) - 1
            heights.remove(row, last)
            del plain[row : last + 1]
        elif row < len(plain):
            heights.put(row, value or None)
            plain[row] = value or None
        _compare(heights, plain)


def _compare(heights, plain):
    known = [height for height in plain if height is not None]
    assert len(heights) == len(plain)
    assert [heights.is_measured(row) for row in range(len(plain))] == [height is not None for height in plain]
    y = 0
    for row, height in enumerate(plain):
        assert heights.top(row) == y
        if height is not None:
            assert heights.height(row) == height
        elif known:
            assert min(known) <= heights.height(row) <= max(known)
        assert heights.at(y) == row
        y += heights.height(row)
        assert heights.at(y - 1) == row
    assert heights.total == y
    assert heights.at(y) is None
    assert heights.at(-1) is None


def test_rows_are_taken_for_the_mean_of_those_that_were_measured():
    heights = RowHeights()
    heights.reset(4)
    heights.put(0, 50)
    heights.put(3, 150)
    assert [heights.top(row) for row in range(4)] == [0, 50, 150, 250]
    heights.reset(4)
    assert not any(map(heights.is_measured, range(4)))
