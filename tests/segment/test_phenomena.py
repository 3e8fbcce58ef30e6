"""One invented page, or part of one, for each thing that newspapers do."""

import pytest

from reader.domain.decision import is_doubtful
from reader.domain.join import block_text
from reader.domain.model import Kind, Role
from reader.segment import segment
from tests.support.scripted_page import check

LONG = "山里的路修了三年，今年春天终于通到了最远的村子，村民们第一次坐着班车去县城赶集。"
MORE = "县交通局的干部说，全县还有十一个村在等路，资金已经落实，年底前要修完其中的八个。"
LAST = "班车每天两趟，早上七点从村口出发，车上坐满了背着山货的人。"


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def body(*lines: str) -> str:
    return "\n".join(f"b {line}" for line in lines)


@pytest.mark.parametrize("dress", ["◎{}", "【{}】", "■{}", "# {}", "◆{}", "{}"])
def test_banners_in_every_dress(dress: str) -> None:
    found = check(f"""
        = section
        s {dress.format("广角")}
        = article
        t 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG, MORE)}
        = section
        s {dress.format("民生")}
        = article
        t 老街的水管换新了
        y □本报记者 陆远
        {body(LONG, LAST)}
    """)
    assert [item.section for item in found.items] == ["广角", "广角", "民生", "民生"]


def test_a_numbered_series_is_a_banner_with_its_number() -> None:
    found = check(f"""
        = section
        s ◎观潮
        = article
        t 写在路通之后
        y ◎方圆
        {body(LONG, MORE)}
        = section
        s ◎山路弯弯 三年答卷②
        = article
        t 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG, MORE)}
    """)
    assert found.items[3].section == "山路弯弯 三年答卷②"


def test_two_banners_in_a_row() -> None:
    check(f"""
        = section
        s ◎县域
        = section
        s ◎记者走基层
        = article
        t 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG, MORE)}
    """)


@pytest.mark.parametrize("kicker", ["云川县：", "云川县磨石镇：", "三年修通十一条山路——", "市交通局："])
def test_kickers_by_place_colon_and_dash(kicker: str) -> None:
    found = check(f"""
        = section
        s 县域
        = article
        k {kicker}
        t 最远的村子通了班车
        {body(LONG, MORE)}
        = article
        k 白水县：
        t 老街的水管换新了
        {body(LONG, LAST)}
    """)
    assert found.items[1].kicker == kicker


def test_heading_marks_tell_kicker_from_headline() -> None:
    check(f"""
        = article
        k ## 云川县三年修通十一条山路
        t # 最远的村子通了班车
        y ●本报记者 方圆 陆远 通讯员 韩秋
        {body(LONG, MORE)}
        = article
        t # 老街的水管换新了
        {body("本报讯(记者 韩秋)" + LONG, LAST)}
    """)


def test_a_headline_of_two_halves_and_a_subtitle_with_a_dash() -> None:
    found = check(f"""
        = article
        t 山路通了 日子甜了
        u ——云川县磨石镇茶山见闻
        y 本报记者 方圆
        {body(LONG, MORE)}
    """)
    assert found.items[0].title == "山路通了 日子甜了"
    assert found.items[0].subtitle == "——云川县磨石镇茶山见闻"


def test_subheads_set_apart_and_run_in() -> None:
    check(f"""
        = article
        t # 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG)}
        h 路是怎么修的
        {body(MORE, LAST)}
        h “班车时间”成了钟点
        {body("通车之后日子变了。" + MORE, LAST)}
    """)


@pytest.mark.parametrize(
    "byline",
    [
        "□本报记者 方圆",
        "●本报记者 方圆 陆远 通讯员 韩秋",
        "本报记者 方圆 实习生 韩秋",
        "见习记者 方圆",
        "□本报记者 方文圆 陆图远",
        "◎方圆",
        "方 圆",
        "■云川学院乡村教育课题组",
        "来源：云川日报",
        "作者：方圆",
    ],
)
def test_bylines_below_the_headline(byline: str) -> None:
    check(f"""
        = article
        t 最远的村子通了班车
        y {byline}
        {body(LONG, MORE, LAST)}
    """)


@pytest.mark.parametrize("note", ["（作者为云川大学教授）", "（本报记者 方圆 整理）", "(本报云川6月2日电)", "（方圆）"])
def test_bylines_below_the_text(note: str) -> None:
    check(f"""
        = article
        t # 最远的村子通了班车
        {body(LONG, MORE, LAST)}
        y {note}
        = article
        t # 老街的水管换新了
        {body(LONG, MORE)}
    """)


def test_a_note_below_the_text_of_a_named_author_is_no_second_byline() -> None:
    found = check(f"""
        = article
        t # 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG, MORE, LAST)}
        h （本报云川6月2日电）
        = article
        t # 老街的水管换新了
        {body(LONG, MORE)}
    """)
    assert found.items[0].byline == "□本报记者 方圆"


@pytest.mark.parametrize(
    "note",
    [
        "（作者为云川大学教授）",
        "（作者单位：云川学院）",
        "（本报云川6月2日电）",
        "(据新华社云川电 记者方圆)",
        "——编 者",
    ],
)
def test_a_closing_note_is_no_headline_and_begins_nothing(note: str) -> None:
    for byline in ("", "y □本报记者 方圆"):
        lines = ["# 最远的村子通了班车", byline.removeprefix("y "), LONG, MORE, note, "# 老街的水管换新了", MORE, LAST]
        text = page(*filter(None, lines))
        found = segment(text)
        assert [item.title for item in found.items] == ["最远的村子通了班车", "老街的水管换新了"]
        last = found.items[0].blocks[-1]
        assert [text[one.start : one.end] for one in last.ranges] == [note]
        if not byline:
            assert last.role is Role.BYLINE


@pytest.mark.parametrize(
    ("note", "role"), [("版式设计：韩秋", "r"), ("制图：韩秋", "r"), ("栏目投稿邮箱：desk@example.org", "b")]
)
def test_what_stands_below_an_article_in_mid_page_belongs_to_it(note: str, role: str) -> None:
    check(f"""
        = section
        s ◎广角
        = article
        t 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG, MORE, LAST)}
        {role} {note}
        = section
        s ◎民生
        = article
        t 老街的水管换新了
        y □本报记者 陆远
        {body(LONG, MORE)}
        = article
        t 集市搬到了桥头
        y □本报记者 韩秋
        {body(MORE, LAST)}
    """)


@pytest.mark.parametrize("writer", ["云川县  方圆", "云川省白水市　方 圆", "云川市 陆远秋"])
def test_a_writer_from_a_place_is_named_below_the_headline(writer: str) -> None:
    check(f"""
        = section
        s ◎来论
        = article
        t 路通之后还要做什么
        y {writer}
        {body(LONG, MORE, LAST)}
    """)


def test_an_announcement_ends_with_its_office_and_date() -> None:
    check(f"""
        = article
        t # 关于公交线路调整的通告
        {body(LONG, MORE)}
        y 云川县交通运输管理委员会
        h 2031年5月12日
        = article
        t # 老街的水管换新了
        y □本报记者 陆远
        {body(LONG, LAST)}
        = article
        t # 集市搬到了桥头
        y □本报记者 韩秋
        {body(MORE, LAST)}
    """)


def test_a_kicker_may_end_with_dots() -> None:
    found = check(f"""
        = section
        s ◎广角
        = article
        k 路修通了，班车开来了，茶叶卖出去了……
        t 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG, MORE)}
    """)
    assert found.items[1].kicker == "路修通了，班车开来了，茶叶卖出去了……"


@pytest.mark.parametrize("jump", ["（下转第3版）", "▶下转第4版", "（上接第1版）"])
def test_a_line_of_continuation_opens_no_article(jump: str) -> None:
    text = page("# 最远的村子通了班车", "□本报记者 方圆", LONG, MORE, jump, "# 老街的水管换新了", LONG, LAST)
    found = segment(text)
    assert [item.title for item in found.items if item.kind is Kind.ARTICLE] == [
        "最远的村子通了班车",
        "老街的水管换新了",
    ]
    assert {item.kind for item in found.items} <= {Kind.ARTICLE, Kind.FURNITURE}


def test_a_continuation_within_a_paragraph_stays_there() -> None:
    check(f"""
        = article
        t # 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG, MORE + "（下转第3版）")}
        = article
        t # 老街的水管换新了
        {body("（上接第1版）" + LONG, LAST)}
    """)


def test_paragraphs_that_ocr_shuffled_are_flagged_where_they_stand() -> None:
    text = page("# 最远的村子通了班车", "□本报记者 方圆", LONG, "，七稿之后才定下现在的走向。", MORE, LAST)
    (article,) = segment(text).items
    assert [text[one.start : one.end] for one in article.ranges()] == text.removeprefix("# ").split("\n\n")
    assert is_doubtful(article)


def test_briefs_of_question_and_answer() -> None:
    check("""
        = section
        s ◎简讯
        = brief
        b 问：老街的水管哪一天换完？答：县供水公司说，九月底以前全部换完，白天停水会提前一天贴出告示。
        = brief
        b 问：班车几点发车？答：早上七点从村口发车，下午四点从县城返回，赶集的日子另加一趟。
    """)


def test_joins_between_latin_words_have_a_space_and_between_chinese_none() -> None:
    text = page(
        "# 最远的村子通了班车",
        "□本报记者 方圆",
        f"{LONG[:-1]}，车上贴着 Welcome",
        "to Yunchuan 的横幅，还有人说，那一片种的都是茶",
        "叶。",
    )
    (article,) = segment(text).items
    assert block_text(text, article.blocks[-1].ranges).endswith(
        "Welcome to Yunchuan 的横幅，还有人说，那一片种的都是茶叶。"
    )


@pytest.mark.parametrize("byline", ["By Ann Harrow", "By Ann Harrow and Tom Weller", "BY ANN HARROW, Staff Writer"])
def test_a_latin_page_is_no_worse_than_an_article_for_each_headline(byline: str) -> None:
    prose = [
        "The road took three years to build, and this spring the first bus arrived in the village at the end of it.",
        "Residents had complained about brown water for a decade before the works began in March of last year.",
        "The county says that eleven more villages are waiting, and that eight of them will have a road soon.",
    ]
    titles = ["Bus Reaches the Last Village", "Old Street Gets New Pipes", "Market Moves Down to the Bridge"]
    text = page(*(page(title, byline, *prose) for title in titles))
    assert [item.title for item in segment(text).items] == titles


def test_an_untitled_photo_set_apart_by_a_gap() -> None:
    found = check(f"""
        = section
        s ◎广角
        = article
        t 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG, MORE)}
        = photo
        .
        c 近日，磨石镇的茶农在新修的山路边晾晒春茶，班车从身后开过。
        r ■本报记者 韩秋 摄
        = article
        t 老街的水管换新了
        y □本报记者 陆远
        {body(LONG, LAST)}
    """)
    assert [item.section for item in found.items] == ["广角", "广角", None, "广角"]


@pytest.mark.parametrize(
    "credit", ["方圆 摄", "本报记者 方圆 摄", "（见习记者 方圆 摄）", "方圆摄（云川影像）", "受访者供图", "摄影：方圆"]
)
def test_a_photo_with_a_title_and_credits_of_every_form(credit: str) -> None:
    found = check(f"""
        = section
        s ◎掠影
        = photo
        .
        t 春茶上路
        c 近日，磨石镇的茶农在新修的山路边晾晒春茶，班车从身后开过。
        r {credit}
    """)
    assert found.items[1].title == "春茶上路"
    assert found.items[1].section == "掠影"


def test_a_photo_in_the_middle_of_a_paragraph() -> None:
    check(f"""
        = article
        t 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG)}
        b 说起修路的那三年，老支书的话匣子就关不上了，他扳着指头数，哪一段是哪一家让的地，哪一座桥是
        = photo
        c 图为磨石镇的茶农在新修的山路边晾晒春茶。
        r 本报记者 韩秋 摄
        = again
        + 哪一家出的工，一笔一笔都记在本子上，谁也没有少。
        {body(MORE)}
    """)


def test_briefs_with_bullets() -> None:
    found = check("""
        = section
        s 简讯
        = brief
        b ●近日，云川县举办春茶品鉴会，三十二家茶场带来了今年的头采茶。（方圆）
        = brief
        b ●磨石镇中心小学图书角开放，首批上架图书两千册。（韩秋）
    """)
    assert {item.section for item in found.items} == {"简讯"}


def test_briefs_without_bullets_below_a_banner_of_short_news() -> None:
    check(f"""
        = article
        t # 最远的村子通了班车
        {body(LONG, MORE)}
        = section
        s # 简讯
        = brief
        b 云川县日前举办春茶品鉴会，三十二家茶场带来了今年的头采茶。（方圆）
        = brief
        b 磨石镇中心小学图书角近日开放，首批上架图书两千册。（韩秋）
    """)


def test_commentary_signed_by_name() -> None:
    check(f"""
        = section
        s ◎观潮
        = article
        t 路通之后还要做什么
        y ◎方圆
        {body(LONG, MORE, LAST)}
    """)


def test_furniture_above_and_below() -> None:
    found = check(f"""
        = furniture
        f 云川日报 2031年5月12日 星期一 第05版：乡土
        = furniture
        f 责编:陆远 美编:韩秋 校对:方圆
        = article
        t # 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG, MORE)}
        = furniture
        f 投稿邮箱：desk@example.org 电话：0000-1234567
    """)
    assert found.meta.newspaper == "云川日报"
    assert found.meta.issue_date == "2031-05-12"
    assert (found.meta.page_no, found.meta.page_name) == ("05", "乡土")


def test_a_headline_that_was_put_after_its_text() -> None:
    above = ["# 老街的水管换新了", "□本报记者 陆远", LONG, LAST]
    turned = ["本报云川6月2日电  (记者方圆)" + LONG, MORE, LAST, "# 最远的村子通了班车", "□本报记者 方圆"]
    below = ["◎民生", "# 集市搬到了桥头", "□本报记者 韩秋", LONG, LAST]
    text = page(*above, *turned, *below)
    item = segment(text).items[1]
    assert item.title == "最远的村子通了班车"
    assert [text[one.start : one.end].lstrip("# ") for one in item.ranges()] == [
        "最远的村子通了班车",
        "□本报记者 方圆",
        *turned[:3],
    ]


def test_a_number_with_a_point_is_cut_at_a_column_end() -> None:
    check(f"""
        = article
        t # 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG)}
        b 全线共架桥梁12座，打通隧道3处，总投资4.
        + 2亿元，全部来自财政资金。
    """)


def test_an_article_whose_headline_is_lost() -> None:
    found = check(f"""
        = article
        t # 最远的村子通了班车
        {body("本报讯(记者 方圆)" + LONG, MORE, LAST)}
        = article
        {body("本报讯(记者 陆远 通讯员 韩秋)" + MORE, LONG, LAST)}
    """)
    lost = found.items[1].judgement
    assert "no_headline_above" in {reason.code for reason in lost.reasons}


def test_paragraphs_cut_at_column_ends_are_joined() -> None:
    check(f"""
        = article
        t # 最远的村子通了班车
        y □本报记者 方圆
        b {LONG}
        b 县里为修路花了不少心思，先后有三任县长踏勘过这条线，图纸改了
        + 七稿，才定下现在的走向。
        b 全线共架桥梁12座，打通隧道3处，总投资4.
        + 2亿元，全部来自财政资金。
    """)


def test_a_list_keeps_its_lines() -> None:
    check(f"""
        = article
        t # 拔蜱虫要分三步
        {body(LONG)}
        b 1.用尖头镊子贴着皮肤夹住蜱虫的口器；
        b 2.沿着与皮肤垂直的方向慢慢往上提；
        b 3.拔出后用肥皂水清洗伤口。
    """)


def test_a_latin_page_has_one_article_for_each_headline() -> None:
    found = check("""
        = article
        t Bus Reaches the Last Village
        y By Ann Harrow
        b The road took three years to build, and this spring the first bus arrived in the village at the end of it.
        b The county says that eleven more villages are waiting, and that eight of them will have a road by
        + the end of the year.
        = article
        t Old Street Gets New Pipes
        y By Tom Weller
        b Residents had complained about brown water for a decade before the works began in March.
    """)
    assert found.items[0].byline == "By Ann Harrow"


def test_half_width_punctuation() -> None:
    check(f"""
        = section
        s ◎广角
        = article
        t 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG.replace("，", ",").replace("。", "."), MORE.replace("，", ","))}
        h 路是怎么修的
        {body(LAST.replace("，", ","))}
    """)


def test_lines_without_blank_lines_between() -> None:
    check(
        f"""
        = section
        s ◎广角
        = article
        t 最远的村子通了班车
        y □本报记者 方圆
        {body(LONG, MORE)}
        = article
        t 老街的水管换新了
        y □本报记者 陆远
        {body(LONG, LAST)}
        """,
        blank=0,
    )


def test_prose_without_any_headline_is_one_article() -> None:
    check(f"""
        = article
        {body(LONG, MORE, LAST)}
    """)
