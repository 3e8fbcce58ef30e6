"""What the reader changes about metadata, field by field."""

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.item_meta import ITEM_FIELDS, ItemMetaEdit, put_together, ranges_still_true
from reader.domain.model import Genre, ItemMeta, Named, PageMeta, Range

READ = ItemMeta(
    genre=Named(Genre.NEWS, Range(0, 2)),
    place=Named("河口", Range(2, 4)),
    reporters=(Named("方圆", Range(5, 7)), Named("陆远", Range(8, 10))),
)
NAMES = st.lists(st.sampled_from(["方圆", "陆远", "韩秋"]), max_size=3, unique=True).map(tuple)
EDITS = st.builds(
    ItemMetaEdit,
    st.sampled_from([None, "", *Genre]),
    st.sampled_from([None, "", "河口", "云川"]),
    st.none() | NAMES,
    st.none() | NAMES,
    st.none() | NAMES,
)


def test_names_that_stay_keep_the_range_that_they_were_read_from():
    meta = ItemMetaEdit(reporters=("陆远", "韩秋")).applied_to(READ)
    assert meta.reporters == (Named("陆远", Range(8, 10)), Named("韩秋"))
    assert meta.decided == ("reporters",)
    assert (meta.genre, meta.place) == (READ.genre, READ.place)


def test_what_is_entered_as_it_was_read_is_not_touched():
    assert ItemMetaEdit(Genre.NEWS, "河口", ("方圆", "陆远"), (), ()).applied_to(READ) is READ


def test_a_field_can_be_emptied():
    meta = ItemMetaEdit(genre="", place="", reporters=()).applied_to(READ)
    assert (meta.genre, meta.place, meta.reporters) == (None, None, ())
    assert meta.decided == ("genre", "place", "reporters")


@given(EDITS, EDITS)
def test_the_last_word_on_a_field_counts_and_every_word_is_remembered(first, second):
    once = first.applied_to(READ)
    twice = second.applied_to(once)
    assert set(once.decided) <= set(twice.decided)
    assert list(twice.decided) == [name for name in ITEM_FIELDS if name in twice.decided]
    for name in ("reporters", "correspondents", "photographers"):
        said = getattr(second, name)
        before = getattr(once, name)
        assert [one.text for one in getattr(twice, name)] == [
            *(said if said is not None else (one.text for one in before))
        ]
    assert second.applied_to(twice) == twice


@given(EDITS, EDITS)
def test_of_two_items_put_together_what_the_reader_wrote_of_either_stays(first, second):
    own, other = first.applied_to(READ), second.applied_to(ItemMeta())
    whole = put_together(own, other)
    assert set(whole.decided) == {*own.decided, *other.decided}
    for name in whole.decided:
        assert getattr(whole, name) == getattr(own if name in own.decided else other, name)


def test_a_range_goes_with_the_value_that_was_read_from_it():
    ranges = {"newspaper": Range(0, 4), "page_no": Range(5, 7)}
    before = PageMeta("云川日报", None, "03")
    assert ranges_still_true(PageMeta("云川晚报", None, "03"), before, ranges) == {"page_no": Range(5, 7)}
