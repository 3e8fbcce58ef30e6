"""Citations in each style, with all that is known and with little."""

import json

import pytest

from reader.domain.citation import Source, authors_of, cite, csl, gb_t_7714, plain
from reader.domain.export import CitationStyle
from reader.domain.model import PageMeta

FULL = PageMeta("砚川日报", "2024-05-12", "04", "要闻")


def source(meta=FULL, title="大桥通车", authors=("林听雨",), file_name="页.txt"):
    return Source(meta, title, authors, file_name, "uid-1")


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (source(), "林听雨. 大桥通车[N]. 砚川日报, 2024-05-12(4)."),
        (source(authors=()), "大桥通车[N]. 砚川日报, 2024-05-12(4)."),
        (source(authors=("甲", "乙", "丙")), "甲, 乙, 丙. 大桥通车[N]. 砚川日报, 2024-05-12(4)."),
        (source(authors=("甲", "乙", "丙", "丁")), "甲, 乙, 丙, 等. 大桥通车[N]. 砚川日报, 2024-05-12(4)."),
        (source(PageMeta("砚川日报", "2024-05", "A02")), "林听雨. 大桥通车[N]. 砚川日报, 2024-05(A02)."),
        (source(PageMeta("砚川日报", None, "04")), "林听雨. 大桥通车[N]. 砚川日报(4)."),
        (source(PageMeta("砚川日报", "2024-05-12")), "林听雨. 大桥通车[N]. 砚川日报, 2024-05-12."),
        (source(PageMeta(), authors=()), "大桥通车[N]."),
        (source(PageMeta(), None, ()), "页.txt[N]."),
        (source(title="上行\n下行"), "林听雨. 上行 下行[N]. 砚川日报, 2024-05-12(4)."),
    ],
)
def test_gb_t_7714_leaves_out_what_is_not_known(printed, said):
    assert gb_t_7714(printed) == said


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (source(), "《砚川日报》2024年5月12日第4版《大桥通车》"),
        (source(PageMeta("砚川日报", "2024")), "《砚川日报》2024年《大桥通车》"),
        (source(PageMeta(page_no="A02")), "第A02版《大桥通车》"),
        (source(title=None), "《砚川日报》2024年5月12日第4版"),
        (source(title="读《诗经》"), "《砚川日报》2024年5月12日第4版《读〈诗经〉》"),
        (source(PageMeta(), None), "页.txt"),
    ],
)
def test_the_plain_form_leaves_out_what_is_not_known(printed, said):
    assert plain(printed) == said


def test_csl_json_is_a_newspaper_article():
    assert csl(source(), "引文") == {
        "id": "uid-1",
        "type": "article-newspaper",
        "title": "大桥通车",
        "author": [{"literal": "林听雨"}],
        "container-title": "砚川日报",
        "issued": {"date-parts": [[2024, 5, 12]]},
        "page": "04",
        "section": "要闻",
        "language": "zh-CN",
        "note": "引文",
    }
    assert csl(source(PageMeta(issue_date="2024-05"), None, ()))["issued"] == {"date-parts": [[2024, 5]]}
    assert csl(source(PageMeta(), None, ())) == {"id": "uid-1", "type": "article-newspaper", "language": "zh-CN"}


def test_a_quote_stands_before_its_source():
    assert cite(source(), CitationStyle.GB_T_7714, "一行\n二行") == f"“一行 二行”\n{gb_t_7714(source())}"
    assert cite(source(), CitationStyle.PLAIN, "引文") == f"“引文”{plain(source())}"
    assert cite(source(), CitationStyle.MARKDOWN, "一行\n二行") == f"> 一行\n> 二行\n>\n> —— {plain(source())}"
    assert json.loads(cite(source(), CitationStyle.CSL_JSON, "引文"))[0]["note"] == "引文"


@pytest.mark.parametrize("style", [CitationStyle.GB_T_7714, CitationStyle.PLAIN, CitationStyle.MARKDOWN])
def test_without_a_quote_the_source_stands_alone(style):
    assert "“" not in cite(source(), style)
    assert "大桥通车" in cite(source(), style)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("□本报记者 林听雨", ("林听雨",)),
        ("●本报记者 方 圆 通讯员 陆远", ("陆远",)),
        ("□本报记者 方 圆", ("方圆",)),
        ("本报记者 张三 李四 王五 赵六", ("张三", "李四", "王五", "赵六")),
        ("本报记者张三 通讯员李四", ("张三", "李四")),
        ("文/图 记者 李明", ("李明",)),
        ("By John Smith and Ann Lee", ("John Smith", "Ann Lee")),
        ("", ()),
        (None, ()),
    ],
)
def test_names_are_read_from_a_byline_where_reporters_are_not_known(byline, names):
    assert authors_of((), byline) == names
    assert authors_of(("林听雨",), byline) == ("林听雨",)
