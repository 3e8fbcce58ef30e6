from hypothesis import given
from hypothesis import strategies as st

from reader.domain.article import LONGEST_PARAGRAPH, ArticleView
from reader.domain.model import Block, Item, Kind, Range, Role

PAGE = "要闻\n𠮷林大桥通车\n第一段在栏\n图为大桥。\n末断开了。Latin words\nrun on.\n"


def ranges_of(*lines):
    return tuple(Range(PAGE.index(line), PAGE.index(line) + len(line)) for line in lines)


def bridge():
    blocks = (
        Block(Role.TITLE, ranges_of("𠮷林大桥通车")),
        Block(Role.BODY, ranges_of("第一段在栏", "末断开了。Latin words", "run on.")),
    )
    return ArticleView(PAGE, Item(Kind.ARTICLE, blocks))


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
