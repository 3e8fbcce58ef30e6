"""The table over a real library: rows are read a window at a time, and what stays the same stays where it is."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.mark_filter import MarkFilter
from reader.domain.mark_list import MarkColumn, MarkGroup, MarkGrouping, MarkListing, MarkOrder
from reader.domain.model import Color
from reader.services.library import Library
from reader.ui.annotations.model import COLUMNS, GROUP_ROLE, ID_ROLE, WINDOW, MarkTableModel
from reader.ui.annotations.rows import changed_part, group_at, lines_of
from tests.support.printed import file_page, mark

MARKS = 3 * WINDOW


@pytest.fixture
def library(tmp_path, qapp):
    with Library(tmp_path / "test.jianbao") as opened:
        _, article, photo, _ = file_page(opened)
        for number in range(MARKS):
            mark(opened, article if number % 2 else photo, "通车" if number % 2 else "夜景", list(Color)[number % 3])
        yield opened


class Counted:
    """The service of a library, and how many rows were read of it at a time."""

    def __init__(self, service):
        self._service = service
        self.reads = []

    def rows(self, ids):
        self.reads.append(len(ids))
        return self._service.rows(ids)


@pytest.fixture
def counted(library):
    return Counted(library.mark_list)


@pytest.fixture
def model(library, counted):
    made = MarkTableModel(counted)
    made.show_listing(library.mark_list.listing(MarkFilter()))
    return made


def ids(model):
    return [model.index(row, 0).data(ID_ROLE) for row in range(model.rowCount())]


def test_only_the_windows_that_are_looked_at_are_read(model, counted, library):
    assert model.rowCount() == MARKS
    assert counted.reads == []
    for column in range(len(COLUMNS)):
        model.index(WINDOW + 3, column).data()
    assert counted.reads == [WINDOW]
    model.index(2 * WINDOW - 1, 0).data()
    assert counted.reads == [WINDOW]
    model.index(0, 0).data()
    assert counted.reads == [WINDOW, WINDOW]


def test_what_was_changed_is_read_anew_alone(model, counted, library):
    shown = ids(model)
    counted.reads.clear()
    library.marks.set_note(shown[5], "新批注")
    model.forget([shown[5]])
    assert model.index(5, COLUMNS.index(MarkColumn.NOTE)).data() == "新批注"
    assert ids(model) == shown
    assert counted.reads == [1]


def test_a_removed_row_leaves_the_others_where_they_are(model, library):
    shown = ids(model)
    removed = []
    model.rowsAboutToBeRemoved.connect(lambda _parent, first, last: removed.append((first, last)))
    inserted = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    library.marks.delete([shown[7]])
    model.show_listing(library.mark_list.listing(MarkFilter()))
    assert (removed, inserted) == ([(7, 7)], [])
    assert ids(model) == [*shown[:7], *shown[8:]]


def test_qt_finds_no_fault_with_it(model, library, qtmodeltester):
    qtmodeltester.check(model, force_py=True)
    model.show_listing(library.mark_list.listing(MarkFilter(), MarkOrder(MarkColumn.COLOR), MarkGrouping.COLOR))
    qtmodeltester.check(model, force_py=True)


def test_a_folded_group_shows_its_name_alone(model, library):
    listing = library.mark_list.listing(MarkFilter(), grouping=MarkGrouping.COLOR)
    model.show_listing(listing)
    assert model.rowCount() == MARKS + 3
    first = model.group_of(0)
    model.fold(first, folded=True)
    assert model.rowCount() == MARKS + 3 - len(first.ids)
    assert model.index(0, 0).data(GROUP_ROLE) == "Yellow  (100)"
    assert model.group_above(1).value == "green"
    model.fold(first, folded=False)
    assert model.rowCount() == MARKS + 3


LINES = st.one_of(
    st.lists(st.integers(1, 6), max_size=8),
    st.integers(500, 1100).map(lambda length: list(range(1, length))),
    st.tuples(st.integers(1, 1100), st.integers(0, 3)).map(
        lambda cut: [*range(1, cut[0]), *range(cut[0] + cut[1], 1200)]
    ),
).map(lambda lines: array("q", lines))


@given(before=LINES, after=LINES)
def test_the_part_that_differs_makes_one_list_of_the_other(before, after):
    top, old_end, new_end = changed_part(before, after)
    assert before[:top] + after[top:new_end] + before[old_end:] == after


@given(groups=st.lists(st.lists(st.integers(1, 99), max_size=4), max_size=4), folded=st.sets(st.integers(0, 3)))
def test_lines_are_names_and_what_stands_below_them(groups, folded):
    listing = MarkListing(
        MarkGrouping.TAG, tuple(MarkGroup(str(n), str(n), array("q", some)) for n, some in enumerate(groups))
    )
    lines = lines_of(listing, map(str, folded))
    named = [group.value for line in lines if (group := group_at(listing, line))]
    assert named == [str(n) for n in range(len(groups))]
    assert [line for line in lines if line > 0] == [
        one for n, some in enumerate(groups) if n not in folded for one in some
    ]
