from itertools import pairwise

import pytest

from reader.segment.joins import JOIN_WEIGHTS, judge_join
from reader.segment.lines import split_lines
from reader.segment.page import look_at


def joined(above: str, below: str, *, is_lead: bool = False, rest: str = "") -> bool:
    text = f"{above}\n\n{below}\n\n{rest}"
    looks, profile = look_at(text, split_lines(text))
    return judge_join(looks[0], looks[1], profile, is_lead=is_lead).joined


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("县里为修路花了不少心思，先后有三任县长踏勘过这条线，图纸改了", "七稿，才定下现在的走向。"),
        ("茶山去年的产值第一次超过了粮食，乡亲们把这条路叫作致富的", "路，逢人便说。"),
        ("全线共架桥梁12座，打通隧道3处，总投资4.", "2亿元，全部来自财政资金。"),
        ("他说，“这条路修好以后，我们村里的茶", "叶就不愁卖了。”"),
        ("这条路通向磨石镇下辖的十一个行政村，其中有三个是革命老", "区，至今还留着当年的标语。"),
        ("天没亮就有人在村口的老樟树下等着头一班车，", "车门一开就坐满了。"),
        ("The county says that eight of them will have a road by", "the end of the year."),
    ],
)
def test_what_was_cut_is_joined(above: str, below: str) -> None:
    assert joined(above, below)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("山路通了，村民们第一次坐着班车去县城赶集。", "县里说，还有十一个村在等路。"),
        ("“路通了！”", "老支书在村口喊了一嗓子。"),
        ("春茶开采。（方圆）", "●磨石镇小学图书角开放。"),
        ("磨石镇召开茶叶产销会议，三十二家茶场到会", "本报讯（记者 方圆）近日，茶场到会。"),
        ("山高水长，", "一路风霜，"),
        ("这本账上写着三句话：", "一、路是大家的。"),
    ],
)
def test_what_ends_is_not_joined(above: str, below: str) -> None:
    assert not joined(above, below)


def test_a_summary_above_the_text_may_lack_its_full_stop() -> None:
    above, below = "山路修通之后，茶农的日子有了盼头，返乡的青年也多了起来", "近日，记者来到云川县磨石镇采访。"
    assert not joined(above, below, is_lead=True)


def test_every_clue_has_a_weight() -> None:
    text = "天没亮就有人来等车，\n\n（方圆）\n\n●近日"
    looks, profile = look_at(text, split_lines(text))
    for above, below in pairwise(looks):
        assert set(judge_join(above, below, profile, is_lead=True).clues) <= set(JOIN_WEIGHTS)
