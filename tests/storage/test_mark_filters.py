"""A filter in SQL takes in what a plain look at every annotation does."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.filter_json import filter_from_json, filter_to_json
from reader.domain.fold import fold
from reader.domain.mark_filter import MarkFilter
from reader.domain.mark_list import MarkColumn, MarkGrouping, MarkOrder
from reader.domain.model import AnchorState, Color, Item, Kind, PageMeta, Role
from reader.domain.scope import UNKNOWN, Scope
from reader.services.library import Library
from tests.support.printed import block, file_page, mark

PAGES = (
    ("甲日报", "2024-05-12", "要闻"),
    ("甲日报", "2024-06-01", None),
    ("乙晚报", None, "副刊"),
    (None, "2023-01-02", "要闻"),
)
TREE = {"经济": None, "就业": "经济", "青年就业": "就业", "文化": None}
TEXTS = ("桥", "ABC", "ａｂｃ", "昨日上午", "没有", "")


def one_page(library, number, newspaper, date, section):
    text = f"第{number}条标题\n昨日上午，ＡＢＣ大桥正式通车，两岸群众前来观看。\n"
    title, body = text.splitlines()
    item = Item(Kind.ARTICLE, (block(text, Role.TITLE, title), block(text, Role.BODY, body)), section, title=title)
    (item_id,) = file_page(library, text, [item], PageMeta(newspaper, date), f"{number}.txt")
    return item_id


@pytest.fixture(scope="module")
def library():
    """Four pages with marks that differ in all that a filter can ask for."""
    with (
        tempfile.TemporaryDirectory(prefix="jianbao-") as folder,
        Library(Path(folder) / "test.jianbao", coder="甲") as opened,
    ):
        items = [one_page(opened, number, *page) for number, page in enumerate(PAGES)]
        quotes = ("大桥", "昨日上午", "ABC".translate({code: code + 0xFEE0 for code in range(65, 91)}), "群众")
        tags = ([], ["经济"], ["就业", "文化"], ["青年就业"], ["文化"])
        ids = []
        for number in range(40):
            opened.marks.sign_as(("甲", "乙", "")[number % 3])
            ids.append(
                mark(
                    opened,
                    items[number % 4],
                    quotes[number // 4 % 4],
                    list(Color)[number % 5],
                    ("", "桥要核对", "abc")[number % 3],
                    tags[number % 5],
                )
            )
        connection = opened._database.conn
        for number, annotation_id in enumerate(ids):
            connection.execute(
                "UPDATE annotation SET state = ?, importance = ? WHERE id = ?",
                [list(AnchorState)[number % 7 % 3], number % 4, annotation_id],
            )
        for name, parent in TREE.items():
            connection.execute(
                "UPDATE tag SET parent_id = (SELECT id FROM tag WHERE name = ?) WHERE name = ?", [parent, name]
            )
        yield opened


NAMES = st.lists(st.sampled_from([*TREE, "没有这个"]), max_size=2, unique=True).map(tuple)
DATES = st.sampled_from([None, "2023-01-01", "2024-05-12", "2024-05-31"])
FILTERS = st.builds(
    MarkFilter,
    scopes=st.lists(
        st.builds(Scope, newspaper=st.sampled_from([None, "甲日报"]), section=st.sampled_from([None, UNKNOWN, "要闻"])),
        max_size=2,
    ).map(tuple),
    newspaper=st.sampled_from([None, None, UNKNOWN, "甲日报", "丙"]),
    section=st.sampled_from([None, None, UNKNOWN, "要闻"]),
    date_from=DATES,
    date_to=DATES,
    text=st.sampled_from(TEXTS),
    tags=NAMES,
    untagged=st.booleans(),
    all_tags=NAMES,
    not_tags=NAMES,
    subtags=st.booleans(),
    colors=st.lists(st.sampled_from(Color), max_size=3, unique=True).map(tuple),
    coders=st.lists(st.sampled_from(["甲", "乙", ""]), max_size=2, unique=True).map(tuple),
    states=st.lists(st.sampled_from(AnchorState), max_size=2, unique=True).map(tuple),
    has_note=st.sampled_from([None, None, True, False]),
    importance=st.integers(0, 3),
)
FEW = st.sets(
    st.sampled_from(
        ["text", "tags", "all_tags", "not_tags", "colors", "coders", "states", "newspaper", "section", "scopes"]
    ),
    max_size=3,
)


def meaning(codebook, name, *, subtags):
    """The tags that a name in a filter stands for."""
    tag = codebook.named(name)
    return {name, *(below.name for below in codebook.below(tag.id))} if tag and subtags else {name}


def scope_fits(scope, row):
    return scope.newspaper in (None, row.meta.newspaper) and (
        scope.section is None or (scope.section or None) == row.section
    )


def tags_fit(wanted, row, codebook):
    def has(name):
        return not meaning(codebook, name, subtags=wanted.subtags).isdisjoint(row.tags)

    either = not wanted.tags and not wanted.untagged
    either = either or any(map(has, wanted.tags)) or (wanted.untagged and not row.tags)
    return either and all(map(has, wanted.all_tags)) and not any(map(has, wanted.not_tags))


def fits(wanted, row, codebook):
    """Whether an annotation fits, as plainly as it can be said."""
    date = row.meta.issue_date
    return all(
        (
            not wanted.scopes or any(scope_fits(scope, row) for scope in wanted.scopes),
            wanted.newspaper is None or (wanted.newspaper or None) == row.meta.newspaper,
            wanted.section is None or (wanted.section or None) == row.section,
            wanted.date_from is None or (date is not None and date >= wanted.date_from),
            wanted.date_to is None or (date is not None and date <= wanted.date_to),
            fold(wanted.text) in fold(row.quote) or fold(wanted.text) in fold(row.note),
            tags_fit(wanted, row, codebook),
            not wanted.colors or row.color in wanted.colors,
            not wanted.coders or row.coder in wanted.coders,
            not wanted.states or row.state in wanted.states,
            wanted.has_note is None or bool(row.note) is wanted.has_note,
            row.importance >= wanted.importance,
        )
    )


def everything(library):
    (group,) = library.mark_list.listing(MarkFilter()).groups
    return library.mark_list.rows(group.ids)


@given(drawn=FILTERS, kept=FEW)
def test_a_filter_takes_in_what_a_plain_look_does(library, drawn, kept):
    wanted = MarkFilter(subtags=drawn.subtags, **{name: getattr(drawn, name) for name in kept})
    for one in (wanted, drawn):
        expected = {row.id for row in everything(library).values() if fits(one, row, library.codebook.load())}
        listing = library.mark_list.listing(one)
        assert {row_id for group in listing.groups for row_id in group.ids} == expected
        assert listing.count == library.exports.count(one) == len(expected)
        in_order = [row.annotation.id for row in library._annotations.matching(one)]
        assert set(in_order) == expected
        assert [row_id for group in listing.groups for row_id in group.ids] == in_order


@given(wanted=FILTERS, grouping=st.sampled_from(MarkGrouping), column=st.sampled_from(MarkColumn), down=st.booleans())
def test_groups_hold_what_the_filter_takes_in_and_nothing_else(library, wanted, grouping, column, down):
    wanted = replace(wanted, colors=(), coders=(), states=(), importance=0, has_note=None, section=None, newspaper=None)
    order = MarkOrder(column, down)
    listing = library.mark_list.listing(wanted, order, grouping)
    plain = library.mark_list.listing(wanted, order)
    assert {one for group in listing.groups for one in group.ids} == {
        one for group in plain.groups for one in group.ids
    }
    assert listing.count == plain.count
    assert len({group.value for group in listing.groups}) == len(listing.groups)
    places = {one: place for group in plain.groups for place, one in enumerate(group.ids)}
    for group in listing.groups:
        assert [places[one] for one in group.ids] == sorted(places[one] for one in group.ids)


@given(wanted=FILTERS)
def test_a_filter_comes_back_from_json_as_it_was(wanted):
    assert filter_from_json(filter_to_json(wanted)) == wanted


@pytest.mark.parametrize("text", ["", "[]x", '{"colors": ["mauve"]}', '{"weather": "fine"}', '{"tags": 3}', "[1]"])
def test_what_is_no_filter_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 # the text is all that it says
        filter_from_json(text)


def test_the_text_of_a_mark_is_found_as_it_is_now(library):
    (annotation_id, *_) = library.mark_list.listing(MarkFilter(text="昨日上午")).groups[0].ids
    library.marks.set_note(annotation_id, "从未写过的话")
    assert list(library.mark_list.listing(MarkFilter(text="从未写过")).groups[0].ids) == [annotation_id]
    library.history.undo()
    assert library.mark_list.listing(MarkFilter(text="从未写过")).groups == ()
