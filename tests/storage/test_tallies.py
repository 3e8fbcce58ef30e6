"""The counts of the tree are those that counting gives, whatever is done to the library, and however it is undone."""

import tempfile
from itertools import count, product
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reader.domain.model import Color, Item, Kind, PageMeta, Range, Role
from reader.domain.scope import Grouping, Level, ReadState, Scope
from reader.services.library import Library
from reader.services.pages import MetaEdit
from reader.storage.connection import write
from reader.storage.copies import CopyStore
from reader.storage.tree import MOST_DATES
from tests.bench.direct import write_library
from tests.support.printed import block, file_page

PAPERS = st.sampled_from([None, "晨报", "晚报"])
DATES = st.sampled_from([None, "2023", "2023-12", "2023-12-30", "2024-01-01", "2024-01-02", "2024-02-01", "民国九年"])
SECTIONS = st.sampled_from([None, "要闻", "民生"])
KINDS = st.sampled_from([Kind.ARTICLE, Kind.BRIEF, Kind.FURNITURE])
STATES = st.sampled_from(list(ReadState))
PLACES = st.integers(0, 9)
NUMBERS = count(1)


def page(library, meta, *articles):
    """File a page of short articles, each a kind and a section."""
    lines = [f"第{next(NUMBERS)}条新闻" for _ in articles]
    text = "\n".join(lines)
    items = [
        Item(kind, (block(text, Role.TITLE, line),), section=section, title=line)
        for line, (kind, section) in zip(lines, articles, strict=True)
    ]
    return file_page(library, text, items, meta)


class TallyMachine(RuleBasedStateMachine):
    """Does to a library what changes counts."""

    def __init__(self):
        super().__init__()
        self._folder = tempfile.TemporaryDirectory(prefix="jianbao-")
        self.library = Library(Path(self._folder.name) / "a.jianbao")

    def teardown(self):
        self.library.close()
        self._folder.cleanup()

    def item(self, place):
        rows = self.library.tree.items(Scope())
        return rows[place % len(rows)]

    def has_items(self):
        return bool(self.library.tree.items(Scope()))

    @initialize()
    def first(self):
        page(self.library, PageMeta("晨报", "2024-01-01", "1"), (Kind.ARTICLE, "要闻"), (Kind.ARTICLE, None))

    @rule(paper=PAPERS, date=DATES, articles=st.lists(st.tuples(KINDS, SECTIONS), min_size=1, max_size=3))
    def add(self, paper, date, articles):
        page(self.library, PageMeta(paper, date), *articles)

    @precondition(has_items)
    @rule(place=PLACES, paper=PAPERS, date=DATES)
    def refile(self, place, paper, date):
        self.library.pages.edit_meta([self.item(place).page_id], MetaEdit(paper or "", date or ""))

    @precondition(has_items)
    @rule(places=st.lists(PLACES, max_size=3), read=st.booleans())
    def read(self, places, read):
        self.library.reading.set_read({self.item(place).id for place in places}, read=read)
        self.library.reading.set_position(self.item(0).id, 1)

    @precondition(has_items)
    @rule(place=PLACES)
    def mark(self, place):
        article = self.library.pages.article(self.item(place).id)
        self.library.marks.add(article, Range(0, 3), Color.GREEN)

    @precondition(has_items)
    @rule(place=PLACES)
    def unmark(self, place):
        row = self.item(place)
        marks = self.library.marks.of_article(self.library.pages.article(row.id))
        self.library.marks.delete([mark.id for mark in marks[:1]])

    @precondition(has_items)
    @rule(place=PLACES, section=SECTIONS)
    def set_section(self, place, section):
        row = self.item(place)
        line = next(self.library.pages.article(row.id).stored.item.ranges())
        self.library.repairs.set_section(row.page_id, line, section)

    @precondition(has_items)
    @rule(place=PLACES, kind=KINDS)
    def set_kind(self, place, kind):
        row = self.item(place)
        line = next(self.library.pages.article(row.id).stored.item.ranges())
        self.library.repairs.set_kind(row.page_id, line, kind)

    @precondition(has_items)
    @rule(place=PLACES)
    def merge(self, place):
        row = self.item(place)
        line = next(self.library.pages.article(row.id).stored.item.ranges())
        if line.start:
            self.library.repairs.merge_with_previous(row.page_id, line)

    @precondition(has_items)
    @rule(place=PLACES)
    def resegment(self, place):
        self.library.repairs.resegment([self.item(place).page_id])

    @precondition(has_items)
    @rule(place=PLACES, others=st.lists(PLACES, min_size=1, max_size=3))
    def find_copies(self, place, others):
        with write(self.library._database):
            copies = [self.item(other).id for other in others]
            CopyStore(self.library._database).settle(self.item(place).id, (), copies)

    @rule()
    def undo(self):
        self.library.history.undo()

    @rule()
    def redo(self):
        self.library.history.redo()

    @invariant()
    def the_table_is_what_counting_gives(self):
        assert self.library.tree.tallies.wrong() == 0

    @invariant()
    def one_walks_in_the_order_of_the_tree(self):
        tree = self.library.tree
        everything = {row.id for row in tree.items(Scope())}
        for scope in (Scope(), Scope(once=True), Scope(state=ReadState.UNREAD, once=True)):
            rows = [row.id for row in tree.items(scope)]
            count = len(rows)
            assert [tree.place(item_id, scope) for item_id in rows] == [(n, count) for n in range(1, count + 1)]
            assert {tree.place(item_id, scope) for item_id in everything.difference(rows)} <= {(0, count)}
            assert [tree.neighbour(item_id, scope, forward=True) for item_id in rows] == [*rows[1:], None][:count]
            assert [tree.neighbour(item_id, scope, forward=False) for item_id in rows] == [None, *rows][:count]
            assert tree.neighbour(None, scope, forward=True) == (rows[0] if rows else None)
            assert set(tree.page_ids(scope)) == {row.page_id for row in tree.items(scope)}

    @invariant()
    def of_copies_one_is_there_and_all_that_bear_marks(self):
        shown = {row.id for row in self.library.tree.items(Scope(once=True))}
        assert {row.id for row in self.library.tree.items(Scope()) if row.marks} <= shown
        for group in CopyStore(self.library._database).groups(100, 0):
            unmarked = [item_id for item_id in group if not self.library.tree.items(Scope(item_id=item_id))[0].marks]
            assert min(group) in shown
            assert shown.intersection(unmarked) <= {min(group)}

    @invariant()
    def every_group_of_the_tree_holds_what_it_says(self):
        for state, once in product(ReadState, (False, True)):
            scope = Scope(state=state, once=once)
            for grouping in (Grouping.NEWSPAPER, Grouping.SECTION):
                self._check(self.library.tree.roots(grouping, scope), scope)

    def _check(self, nodes, scope):
        rows = self.library.tree.items(scope)
        assert sum(node.count for node in nodes) == len(rows) == self.library.tree.counts(scope)[0]
        for node in nodes:
            held = self.library.tree.items(node.scope)
            numbers = (len(held), sum(row.unread for row in held), sum(row.doubtful for row in held))
            assert (node.count, node.unread, node.doubtful) == numbers
            assert node.count
            if node.level is not Level.PAGE:
                self._check(self.library.tree.children(node), node.scope)


TallyMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestTallies = TallyMachine.TestCase


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "a.jianbao") as opened:
        yield opened


def levels(library, node=None):
    """What stands below a node, as nested values of years, months and dates."""
    nodes = library.tree.children(node) if node else library.tree.roots(Grouping.NEWSPAPER, Scope())
    return {
        found.value: levels(library, found)
        if found.level in (Level.NEWSPAPER, Level.YEAR, Level.MONTH)
        else found.level
        for found in nodes
    }


def days(year, month, many):
    return [f"{year}-{month:02}-{day:02}" for day in range(1, many + 1)]


def print_on(library, dates):
    for date in dates:
        page(library, PageMeta("晨报", date), (Kind.ARTICLE, None))


def test_a_month_of_dates_stands_at_once_below_its_newspaper(library):
    print_on(library, [*days(2023, 12, 15), *days(2024, 1, MOST_DATES - 15)])
    assert list(levels(library)["晨报"].values()) == [Level.DATE] * MOST_DATES


def test_more_dates_of_a_year_stand_below_their_months(library):
    print_on(library, ["2024", *days(2024, 1, 20), "2024-02", *days(2024, 2, 20)])
    months = levels(library)["晨报"]
    assert list(months) == ["2024", "2024-01", "2024-02"]
    assert months["2024"] is Level.DATE
    assert list(months["2024-02"]) == ["2024-02", *days(2024, 2, 20)]


def test_years_come_in_where_months_are_of_several(library):
    print_on(library, ["2023-05-01", *days(2024, 1, 20), *days(2024, 2, 20), "光绪三十年"])
    years = levels(library)["晨报"]
    assert list(years) == ["2023", "2024", "光绪三十年"]
    assert years["2023"] == {"2023-05-01": Level.DATE}
    assert list(years["2024"]) == ["2024-01", "2024-02"]


def test_a_filter_counts_what_it_leaves(library):
    print_on(library, [*days(2024, 1, 20), *days(2024, 2, 20)])
    label = library.tree.items(Scope(issue_date="2024-02-03"))[0].label
    assert levels(library)["晨报"].keys() == {"2024-01", "2024-02"}
    (paper,) = library.tree.roots(Grouping.NEWSPAPER, Scope(headline=label))
    (date,) = library.tree.children(paper)
    assert (date.level, date.value, date.count) == (Level.DATE, "2024-02-03", 1)


def test_pages_in_a_scope_are_named_once_and_in_order(library):
    print_on(library, ["2024-02-01", "2024-01-01", "2024-03-01"])
    dates = [library.pages.page(page_id).meta.issue_date for page_id in library.tree.page_ids(Scope(period="2024"))]
    assert dates == ["2024-01-01", "2024-02-01", "2024-03-01"]
    assert [row.id for row in library.tree.items(Scope())] == library.tree.item_ids(Scope())


def test_counting_anew_mends_a_wrong_count(library):
    print_on(library, days(2024, 1, 3))
    with write(library._database):
        library._database.conn.execute("UPDATE tally SET unread = unread + 1 WHERE depth = 0")
    assert library.tree.tallies.wrong() == 2
    with write(library._database):
        library.tree.tallies.recount()
    assert library.tree.tallies.wrong() == 0


def test_a_filter_of_headlines_sees_what_changes_meanwhile(library, tmp_path):
    print_on(library, days(2024, 1, 3))
    first, *rest = (row.label for row in library.tree.items(Scope()))
    wanted = Scope(headline="条新闻")
    assert library.tree.counts(wanted)[0] == len(library.tree.items(wanted)) == 3
    assert [row.label for row in library.tree.items(Scope(headline=first))] == [first]
    with Library(library.path) as other:
        print_on(other, days(2024, 2, 2))
    assert library.tree.counts(wanted)[0] == 5
    library.history.undo()
    assert library.tree.counts(wanted)[0] == 4
    assert library.tree.item_ids(wanted.within(newspaper="晨报", issue_date="2024-01-02")) == [
        row.id for row in library.tree.items(Scope()) if row.label == rest[0]
    ]
    assert library.tree.neighbour(None, Scope(headline=rest[1]), forward=True) is not None
    assert library.tree.items(Scope(headline="没有的标题")) == []


def test_headlines_found_elsewhere_are_taken_over_and_stay_until_others_are(library):
    print_on(library, days(2024, 1, 3))
    with Library(library.path) as other:
        found = other.tree.headlines.find("条新闻", lambda: False)
        none = other.tree.headlines.find("没有的标题", lambda: False)
    assert list(found.ids) == sorted(library.tree.item_ids(Scope()))
    assert not library.tree.headlines.is_stale()
    *_, taken = library.tree.headlines.take(found)
    assert taken == 3
    print_on(library, days(2024, 2, 2))
    assert library.tree.headlines.is_stale()
    assert library.tree.counts(Scope(headline="条新闻"))[0] == 3
    assert [*library.tree.headlines.take(none)] == [0]
    assert library.tree.items(Scope(headline="没有的标题")) == []
    assert library.tree.counts(Scope(headline="条新闻"))[0] == 5


def test_what_is_half_taken_over_is_not_in_force(library):
    print_on(library, days(2024, 1, 3))
    first = library.tree.items(Scope())[0].label
    assert len(library.tree.items(Scope(headline=first))) == 1
    taking = library.tree.headlines.take(library.tree.headlines.find("条新闻", lambda: False))
    next(taking)
    assert len(library.tree.items(Scope(headline=first))) == 1
    taking.close()
    assert len(library.tree.items(Scope(headline="条新闻"))) == 3


def test_a_search_for_headlines_can_be_stopped(tmp_path):
    path = tmp_path / "b.jianbao"
    write_library(path, 2000)
    with Library(path) as library:
        assert library.tree.headlines.find("的", lambda: True) is None
        assert library.tree.items(Scope(headline="没有的标题")) == []
