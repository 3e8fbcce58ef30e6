import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import PageMeta
from reader.segment import segment
from reader.segment.metadata import page_meta


@pytest.mark.parametrize(
    ("name", "meta"),
    [
        ("20240512-03.txt", PageMeta(None, "2024-05-12", "03", None)),
        ("云川日报_2024-05-12_第04版.txt", PageMeta("云川日报", "2024-05-12", "04", None)),
        ("云川日报_20240517_第06版_理论与评论.txt", PageMeta("云川日报", "2024-05-17", "06", "理论与评论")),
        ("云川日报-20240515-05-乡土.txt", PageMeta("云川日报", "2024-05-15", "05", "乡土")),
        ("云川日报2024年5月14日03版 民生.txt", PageMeta("云川日报", "2024-05-14", "03", "民生")),
        ("2024-05-18-云川日报-第02版.txt", PageMeta("云川日报", "2024-05-18", "02", None)),
        ("云川晚报 2024-05-16 A03.txt", PageMeta("云川晚报", "2024-05-16", "A03", None)),
        ("云川晚报_2024-05-15_A02.gb18030.txt", PageMeta("云川晚报", "2024-05-15", "A02", None)),
        ("ycwb20240517_B1.txt", PageMeta(None, "2024-05-17", "B1", None)),
        ("ycrb2024051203.txt", PageMeta(None, "2024-05-12", "03", None)),
        ("2024年5月12日.txt", PageMeta(None, "2024-05-12", None, None)),
        ("2024-05.txt", PageMeta(None, "2024-05", None, None)),
        ("The Daily Herald 1987-03-02 p4.txt", PageMeta("The Daily Herald", "1987-03-02", "4", None)),
        ("000_1941a75c11334c77.txt", PageMeta()),
        ("扫描件.txt", PageMeta()),
        (".txt", PageMeta()),
        ("", PageMeta()),
    ],
)
def test_file_names(name: str, meta: PageMeta) -> None:
    assert page_meta([], name).meta == meta


@pytest.mark.parametrize(
    ("line", "meta"),
    [
        ("第08版:广角", PageMeta(None, None, "08", "广角")),
        ("二〇二四年五月十二日 星期日", PageMeta(None, "2024-05-12", None, None)),
        ("云川晚报 A03 人间　2024年5月16日 星期四", PageMeta("云川晚报", "2024-05-16", "A03", "人间")),
        ("云川日报 2024年5月13日 星期一 第十二版：综合", PageMeta("云川日报", "2024-05-13", "12", "综合")),
        ("云川日报社 地址：桥头街1号", PageMeta("云川日报", None, None, None)),
        ("2024年5月13日 星期一 第9127期 今日8版", PageMeta(None, "2024-05-13", None, None)),
        ("本期共十二版 第03版：民生", PageMeta(None, None, "03", "民生")),
        ("（下转第2版）", PageMeta()),
        ("（上接A01版）", PageMeta()),
        ("- 7 -", PageMeta(None, None, "7", None)),
    ],
)
def test_furniture(line: str, meta: PageMeta) -> None:
    assert page_meta([line], "").meta == meta


def test_what_the_page_prints_counts_more_than_the_file_name() -> None:
    found = page_meta(["2024年5月13日 星期一", "第02版:综合"], "云川日报_2024-05-12_第01版.txt").meta
    assert found == PageMeta("云川日报", "2024-05-13", "02", "综合")


def test_a_date_in_the_text_of_an_article_is_not_the_date_of_the_page() -> None:
    text = "山路通了\n\n本报记者 方圆\n\n2019年2月3日，山里的路通了，村民们第一次坐着班车去县城赶集。"
    assert segment(text).meta.issue_date is None


@given(st.lists(st.text(max_size=40), max_size=4), st.text(max_size=60))
def test_any_text_is_taken(furniture: list[str], name: str) -> None:
    meta, places = page_meta(furniture, name)
    assert isinstance(meta, PageMeta)
    for field, (line, start, end) in places.items():
        assert getattr(meta, field) is not None
        assert furniture[line][start:end]
