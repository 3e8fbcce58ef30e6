from textwrap import wrap

from reader.segment import segment
from reader.segment.lines import split_lines
from reader.segment.wrapping import unwrap

PARAGRAPHS = [
    "山里的路修了三年，今年春天终于通到了最远的村子，村民们第一次坐着班车去县城赶集，车上坐满了背着山货的人。",
    "县交通局的干部说，全县还有十一个村在等路，资金已经落实，年底前要修完其中的八个，剩下的三个要打隧道，还得再等两年。",
    "班车每天两趟，早上七点从村口出发，晚上六点回到村口，司机老韩说，最怕的不是雨雪，是路上突然跑出来的山羊和野猪。",
]
ENGLISH = [
    (
        "The road took three years to build, and this spring the first bus arrived in the village at the end of it,"
        " with half of the people who live there on board and the other half waiting at the bridge."
    ),
    (
        "The county says that eleven more villages are waiting, that the money is there, and that eight of them will"
        " have a road by the end of the year; the other three need a tunnel each and will have to wait."
    ),
]


def column(paragraph: str, width: int = 20, indent: str = "　　") -> list[str]:
    text = indent + paragraph
    return [text[at : at + width] for at in range(0, len(text), width)]


def texts(text: str) -> list[str]:
    return ["".join(text[one.start : one.end] for one in line.ranges) for line in unwrap(text, split_lines(text))]


def test_paragraphs_of_an_indented_column_are_whole_again() -> None:
    rows = ["山路通了", "□本报记者 方圆", *(row for paragraph in PARAGRAPHS for row in column(paragraph))]
    assert texts("\n".join(rows)) == ["山路通了", "□本报记者 方圆", *PARAGRAPHS]


def test_a_page_whose_lines_are_paragraphs_stays_as_it_is() -> None:
    text = "\n".join(PARAGRAPHS * 4)
    assert texts(text) == PARAGRAPHS * 4


def test_verse_of_equal_lines_stays_as_it_is() -> None:
    verse = ["山高路远水迢迢，一树梅花过小桥。", "春到人间草木知，班车一路满山茶。"] * 8
    assert texts("\n".join(verse)) == verse


def test_a_wrapped_latin_page_has_one_article_for_each_headline() -> None:
    rows = ["Bus Reaches the Last Village", "By Ann Harrow", *wrap(ENGLISH[0], 48), "", *wrap(ENGLISH[1], 48)]
    rows += ["", "Old Street Gets New Pipes", "By Tom Weller", *wrap(ENGLISH[1], 48), "", *wrap(ENGLISH[0], 48)]
    items = segment("\n".join(rows)).items
    assert [item.title for item in items] == ["Bus Reaches the Last Village", "Old Street Gets New Pipes"]
    assert [item.byline for item in items] == ["By Ann Harrow", "By Tom Weller"]
    assert [len(item.blocks) for item in items] == [4, 4]


def test_each_source_line_keeps_a_range_of_its_own() -> None:
    text = "\n".join(row for paragraph in PARAGRAPHS for row in column(paragraph))
    ranges = [one for item in segment(text).items for one in item.ranges()]
    assert len(ranges) == len(text.splitlines())
