import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Block, Item, Judgement, Kind, Range, Role, StoredItem
from reader.segment import segment
from reader.ui.workbench.page_lines import PageLines

PAGE = """云川日报 2031年5月12日 星期一 第05版：乡土

茶山开园 日子甜了

本报讯(记者 方圆)连日来，云川县的茶山陆续开园，茶农们天不亮就上山采茶，忙得不

图为茶农采茶。

方圆 摄

亦乐乎。合作社理事长说，今年的头茬茶比去年多收了三成，价钱也好。

山路通了 车进村了

本报讯(记者 秦岭)近日，通往高岭村的山路修通，班车一天两趟，村民出门方便了。
"""


def lines_of(text):
    return PageLines(1, text, [StoredItem(n, 1, n, item) for n, item in enumerate(segment(text).items)])


@pytest.fixture
def page():
    return lines_of(PAGE)


def line(page, beginning):
    return page.at(page.text.index(beginning))


def test_every_line_is_there_in_the_order_of_the_page(page):
    shown = [page.text[span.start : span.end] for span, *_ in page.lines]
    assert shown == [one for one in PAGE.split("\n") if one]


def test_brackets_of_a_photo_within_an_article_stand_beside_its_own(page):
    around, within = line(page, "茶山"), line(page, "图为")
    assert page.extent(around).lane == 0
    assert page.extent(within).lane == 1
    assert page.extent(around).first < page.extent(within).first <= page.extent(within).last < page.extent(around).last
    assert set(page.reaching(within, within)) == {page.lines[around].item, page.lines[within].item}
    assert page.resumes_item(line(page, "亦乐乎"))
    assert page.is_joined(line(page, "亦乐乎"))
    assert page.lanes == 2


def test_articles_and_photos_are_counted_and_furniture_is_not(page):
    assert page.place_of(page.lines[line(page, "云川日报")].item) == 0
    assert [page.place_of(page.lines[line(page, text)].item) for text in ("茶山", "图为", "山路")] == [1, 2, 3]


def test_an_offset_between_lines_counts_as_the_line_above(page):
    first, second = page.lines[0].span, page.lines[1].span
    assert page.at(first.end) == page.at(second.start - 1) == 0
    assert page.at(second.start) == 1


def doubtful_page(*doubts):
    """A page of items: of each, whether it is a banner, whether its beginning is doubtful, and whether each line is."""
    text, stored = "", []
    for number, (banner, begins, *lines) in enumerate(doubts):
        blocks = []
        for doubtful in lines:
            span = Range(len(text), len(text) + 2)
            blocks.append(Block(Role.SECTION if banner else Role.BODY, (span,), Judgement(0.5 if doubtful else 1.0)))
            text += "路通\n"
        item = Item(
            Kind.SECTION if banner else Kind.ARTICLE, tuple(blocks), judgement=Judgement(0.5 if begins else 1.0)
        )
        stored.append(StoredItem(number, 1, number, item))
    return PageLines(1, text, stored)


DOUBTS = st.lists(
    st.tuples(st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=6
)


@given(DOUBTS)
def test_every_doubtful_line_is_in_one_place_and_places_are_walked_both_ways(doubts):
    page = doubtful_page(*doubts)
    forward, at = [], -1
    while (at := page.next_doubtful(at)) is not None:
        forward.append(at)
    backward, at = [], len(page)
    while (at := page.previous_doubtful(at)) is not None:
        backward.append(at)
    assert backward[::-1] == forward
    places = [page.doubtful_place(first) for first in forward]
    assert [line for place in places for line in place] == [at for at in range(len(page)) if page.is_doubtful(at)]
    assert all(page.doubtful_place(line) == place for place in places for line in place)


def test_one_decision_is_one_place_and_two_articles_are_two():
    title_or_kicker = doubtful_page((False, True, True, True, False), (False, False, False))
    assert title_or_kicker.doubtful_place(1) == range(2)
    banner = doubtful_page((True, True, False), (False, True, False))
    assert banner.doubtful_place(1) == range(2)
    briefs = doubtful_page((False, True, False), (False, True, False))
    assert [briefs.doubtful_place(0), briefs.doubtful_place(1)] == [range(1), range(1, 2)]
    assert doubtful_page((False, False, False)).doubtful_place(0) == range(0)


@given(
    st.lists(
        st.sampled_from(["山路通了", "本报讯(记者 方圆)近日，路通了。", "图为山路。", "方圆 摄", "●班车", "12", " "])
    )
)
def test_what_reaches_into_some_lines_is_what_has_lines_on_both_sides_or_within(parts):
    page = lines_of("\n\n".join(parts))
    for first in range(len(page)):
        for last in range(first, len(page)):
            expected = {
                number
                for number, extent in enumerate(page.extents)
                if page.is_readable(number) and extent.first <= last and extent.last >= first
            }
            assert set(page.reaching(first, last)) == expected
    for number in range(len(page.items)):
        own = [at for at in range(len(page)) if page.lines[at].item == number]
        assert list(page.of_item(number)) == own


@given(
    st.lists(st.sampled_from(["山路通了", "本报讯(记者 方圆)近日，路通了。", "图为山路。", "方圆 摄", "●班车", "12"]))
)
def test_brackets_in_one_lane_do_not_overlap(parts):
    page = lines_of("\n\n".join(parts))
    readable = [extent for number, extent in enumerate(page.extents) if page.is_readable(number)]
    for one in readable:
        for other in readable:
            if one is not other and one.lane == other.lane:
                assert one.last < other.first or other.last < one.first


def test_a_sure_page_has_no_doubtful_line(page):
    sure = [
        StoredItem(
            stored.id,
            1,
            stored.seq,
            type(stored.item)(
                stored.item.kind,
                tuple(type(block)(block.role, block.ranges, Judgement()) for block in stored.item.blocks),
            ),
        )
        for stored in page.items
    ]
    assert PageLines(1, PAGE, sure).next_doubtful(-1) is None
    assert {stored.item.kind for stored in sure} >= {Kind.ARTICLE, Kind.PHOTO, Kind.FURNITURE}
    assert page.role(line(page, "方圆 摄")) is Role.CREDIT
