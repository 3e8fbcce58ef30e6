from hypothesis import given
from hypothesis import strategies as st

from reader.domain.article import LONGEST_PARAGRAPH, ArticleView
from reader.domain.correction import corrected, reading
from reader.domain.model import Block, Correction, Item, Kind, Range, Role

PAGE = "要闻\n𠮷林大桥通车\n第一段在栏\n图为大桥。\n末断开了。Latin words\nrun on.\n"


def ranges_of(*lines):
    return tuple(Range(PAGE.index(line), PAGE.index(line) + len(line)) for line in lines)


BRIDGE = Item(
    Kind.ARTICLE,
    (
        Block(Role.TITLE, ranges_of("𠮷林大桥通车")),
        Block(Role.BODY, ranges_of("第一段在栏", "末断开了。Latin words", "run on.")),
    ),
)


def bridge():
    return ArticleView(PAGE, BRIDGE)


def test_a_paragraph_reads_on_over_a_column_break():
    assert bridge().text == "𠮷林大桥通车\n第一段在栏末断开了。Latin words run on."


def test_a_mark_over_a_column_break_has_two_ranges_and_is_shown_as_one():
    view = bridge()
    span = Range(view.text.index("栏"), view.text.index("断") + 1)
    ranges = view.to_page(span)
    assert [PAGE[start:end] for start, end in ranges] == ["栏", "末断"]
    assert view.to_view(ranges) == (span,)
    assert view.quote(span) == "栏末断"


def test_a_mark_over_the_space_between_latin_words_is_shown_as_one():
    view = bridge()
    span = Range(view.text.index("words"), view.text.index("on."))
    assert view.to_view(view.to_page(span)) == (span,)


def test_an_empty_span_has_no_place_on_the_page():
    view = bridge()
    assert all(view.to_page(Range(at, at)) == () for at in range(len(view.text) + 1))


def test_ranges_of_another_item_are_not_shown():
    assert bridge().to_view([Range(0, 2)]) == ()


def test_characters_that_a_widget_takes_for_structure_keep_their_place():
    page = "甲\u2028乙\u0085丙\ufdd0丁"
    item = Item(Kind.ARTICLE, (Block(Role.BODY, (Range(0, len(page)),)),))
    view = ArticleView(page, item)
    assert view.text == "甲 乙 丙\ufffd丁"
    assert view.quote(Range(0, len(page))) == page


def test_a_huge_block_is_shown_as_several_paragraphs():
    page = "句子很短。" * 5000
    view = ArticleView(page, Item(Kind.ARTICLE, (Block(Role.BODY, (Range(0, len(page)),)),)))
    assert len(view.paragraphs) > 1
    assert all(p.span.end - p.span.start <= LONGEST_PARAGRAPH for p in view.paragraphs)
    assert [p.continued for p in view.paragraphs][:2] == [False, True]
    assert view.text.replace("\n", "") == page
    assert view.quote(Range(0, len(view.text))) == page


@st.composite
def pages(draw):
    lines = draw(st.lists(st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=20), min_size=1))
    page, places = "", []
    for line in lines:
        places.append(Range(len(page), len(page) + len(line)))
        page += line + "\n"
    order = draw(st.permutations(places))
    blocks, rest = [], list(order)
    while rest:
        count = draw(st.integers(1, len(rest)))
        blocks.append(Block(draw(st.sampled_from(list(Role))), tuple(rest[:count])))
        rest = rest[count:]
    return page, Item(Kind.ARTICLE, tuple(blocks))


@given(pages(), st.data())
def test_any_span_goes_to_the_page_and_back(page_and_item, data):
    page, item = page_and_item
    view = ArticleView(page, item)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    ranges = view.to_page(Range(start, end))
    shown = view.to_view(ranges)
    assert "".join(page[r.start : r.end] for r in ranges) == "".join(
        page[r.start : r.end] for span in shown for r in view.to_page(span)
    )
    for span in shown:
        assert start <= span.start < span.end <= end
    for own in ranges:
        assert view.to_view_offset(own.start) is not None
    assert [view.paragraph_at(p.span.start) for p in view.paragraphs if p.span.end > p.span.start] == [
        i for i, p in enumerate(view.paragraphs) if p.span.end > p.span.start
    ]


def test_a_correction_is_shown_and_mapped_as_a_whole():
    at = PAGE.index("断开")
    view = ArticleView(PAGE, BRIDGE, (Correction(Range(at, at + 2), "端散掉"),))
    assert view.text == "𠮷林大桥通车\n第一段在栏末端散掉了。Latin words run on."
    shown = Range(view.text.index("散"), view.text.index("散") + 1)
    assert view.to_page(shown) == (Range(at, at + 2),)
    assert view.to_view([Range(at + 1, at + 2)]) == (Range(shown.start - 1, shown.end + 1),)
    assert view.quote(Range(shown.start, shown.end + 2)) == "散掉了"


def test_what_a_correction_leaves_out_is_marked_with_what_stands_around_it():
    at = PAGE.index("在")
    view = ArticleView(PAGE, BRIDGE, (Correction(Range(at, at + 1), ""),))
    before, behind = view.text.index("段"), view.text.index("栏")
    assert behind == before + 1
    assert view.to_page(Range(before, behind + 1)) == (Range(at - 1, at + 2),)
    assert view.to_page(Range(before, behind)) == (Range(at - 1, at),)
    assert view.to_page(Range(behind, behind + 1)) == (Range(at + 1, at + 2),)


def test_a_mark_of_nothing_but_left_out_characters_is_shown_beside_them():
    page = "甲乙\n丙丁\n"
    blocks = (Block(Role.BODY, (Range(0, 2),)), Block(Role.BODY, (Range(3, 5),)))
    view = ArticleView(page, Item(Kind.ARTICLE, blocks), (Correction(Range(1, 2), ""), Correction(Range(3, 4), "")))
    assert view.text == "甲\n丁"
    assert view.to_view([Range(1, 2)]) == (Range(0, 1),)
    assert view.to_view([Range(3, 4)]) == (Range(2, 3),)


@st.composite
def corrected_pages(draw):
    """A page with corrections, none of which leaves a line with nothing to show."""
    page, item = draw(pages())
    corrections = ()
    for line in draw(st.lists(st.sampled_from(sorted(item.ranges())), max_size=5)):
        start = draw(st.integers(line.start, line.end - 1))
        span = Range(start, draw(st.integers(start + 1, line.end)))
        made = corrected(
            page, line, corrections, span, draw(st.text(st.characters(exclude_characters="\n"), max_size=3))
        )
        corrections = made if reading(page, line, made) else corrections
    return page, item, corrections


@given(corrected_pages(), st.data())
def test_any_span_of_a_corrected_page_goes_to_the_page_and_back(page_and_corrections, data):
    page, item, corrections = page_and_corrections
    view = ArticleView(page, item, corrections)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    ranges = view.to_page(Range(start, end))
    shown = view.to_view(ranges)
    assert _joined(r for span in shown for r in view.to_page(span)) == _joined(ranges)
    assert all(span.start < span.end for span in shown)
    for own in item.ranges():
        assert all(view.to_view_offset(at) is not None for at in range(*own))


@given(corrected_pages())
def test_the_view_reads_as_the_page_with_its_corrections(page_and_corrections):
    page, item, corrections = page_and_corrections
    view = ArticleView(page, item, corrections)
    read = "".join(reading(page, own, corrections) for own in item.ranges())
    assert "".join(view.quote(p.span) for p in view.paragraphs).replace(" ", "") == read.replace(" ", "")
    for offset, char in enumerate(view.quote(Range(0, len(view.text)))):
        ranges = view.to_page(Range(offset, offset + 1))
        assert len(ranges) <= 1
        if ranges and ranges[0] not in [own for own, _ in corrections]:
            assert page[ranges[0].start : ranges[0].end] == char


def _joined(ranges):
    """Ranges as the places that they hold."""
    return [at for own in ranges for at in range(*own)]
