import pytest

from reader.domain.decision import DOUBTFUL_BELOW, join_judgement
from reader.domain.model import Kind, Reason, Role
from reader.segment import segment

TEXT = "山里的路修了三年，今年春天终于通到了最远的村子，村民们第一次坐着班车去县城赶集。"
MORE = "县交通局的干部说，全县还有十一个村在等路，资金已经落实，年底前要修完其中的八个。"


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def test_what_is_plain_is_given_with_confidence_and_its_reasons() -> None:
    section, article = segment(page("◎广角", "# 最远的村子通了班车", "□本报记者 方圆", TEXT, MORE)).items
    assert section.judgement.confidence >= DOUBTFUL_BELOW
    assert article.judgement.confidence >= DOUBTFUL_BELOW
    assert Reason("begins_with", Role.TITLE) in article.judgement.reasons
    assert Reason("feature", "mark_1") in article.judgement.reasons
    byline = article.blocks[1]
    assert Reason("feature", "byline") in byline.judgement.reasons


def test_a_short_line_that_may_be_a_headline_is_doubtful_and_says_what_it_could_be() -> None:
    (article,) = segment(page("最远的村子通了班车", "□本报记者 方圆", TEXT, "老街的水管换新了！", MORE)).items
    doubtful = article.blocks[3]
    assert doubtful.role is Role.SUBHEAD
    assert doubtful.judgement.confidence < DOUBTFUL_BELOW
    assert "could_be" in {reason.code for reason in doubtful.judgement.reasons}


def test_a_lost_headline_is_said() -> None:
    items = segment(page("# 最远的村子通了班车", TEXT, MORE, f"本报讯（记者 方圆）{MORE}", TEXT)).items
    assert [item.kind for item in items] == [Kind.ARTICLE, Kind.ARTICLE]
    assert Reason("no_headline_above", f"本报讯（记者 方圆）{MORE}"[:12]) in items[1].judgement.reasons


@pytest.mark.parametrize("start", ["的茶农在路边等车，等了半个早上。", "，谁也没有想到会这么快就通车。"])
def test_a_paragraph_out_of_order_is_flagged(start: str) -> None:
    (article,) = segment(page("# 最远的村子通了班车", "□本报记者 方圆", TEXT, start, MORE)).items
    flagged = [block for block in article.blocks if block.judgement.confidence < DOUBTFUL_BELOW]
    assert any("begins_mid_sentence" in {reason.code for reason in block.judgement.reasons} for block in flagged)


def test_a_join_says_why() -> None:
    (article,) = segment(page("# 最远的村子通了班车", TEXT, "他指着坡上说，那一片种的都是茶", "叶，春天最香。")).items
    joined = article.blocks[-1]
    assert len(joined.ranges) == 2
    assert Reason("joined", "word_cut") in [Reason(r.code, r.detail.split(",")[-1]) for r in joined.judgement.reasons]
    joins = [join_judgement(reason) for reason in joined.judgement.reasons if reason.code.endswith("joined")]
    assert all(join is not None and 0.5 <= join.confidence <= 1 for join in joins)
    assert joined.judgement.confidence <= min(join.confidence for join in joins) + 0.005


def test_a_line_at_which_an_article_could_begin_says_so() -> None:
    text = page("最远的村子通了班车", "□本报记者 方圆", TEXT, "老街的水管换新了", MORE)
    (article,) = segment(text).items
    doubtful = next(block for block in article.blocks if text[block.ranges[0].start :].startswith("老街"))
    assert Reason("could_begin") in doubtful.judgement.reasons
    assert doubtful.judgement.confidence < DOUBTFUL_BELOW
