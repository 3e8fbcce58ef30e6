import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exchange.segment_json import page_record
from reader.segment import segment

PAGE = """
云川日报 2031年5月12日 星期一 第05版：乡土

◎广角

# 最远的村子通了班车

□本报记者 方圆

山里的路修了三年，先后有三任县长踏勘过这条线，图纸改了

七稿，才定下现在的走向。
"""


def test_a_page_as_a_record() -> None:
    record = json.loads(json.dumps(page_record("a.txt", PAGE, segment(PAGE)), ensure_ascii=False))
    assert record["source"] == "a.txt"
    assert (record["newspaper"], record["issue_date"], record["page_no"]) == ("云川日报", "2031-05-12", "05")
    assert [item["kind"] for item in record["items"]] == ["furniture", "section", "article"]
    article = record["items"][2]
    assert article["section"] == "广角"
    assert article["title"] == "最远的村子通了班车"
    assert [(block["role"], block["lines"]) for block in article["blocks"]] == [
        ("title", [6]),
        ("byline", [8]),
        ("body", [10, 12]),
    ]
    assert article["blocks"][2]["text"].endswith("图纸改了七稿，才定下现在的走向。")
    assert article["meta"]["genre"] == {"text": "news", "range": None}
    (reporter,) = article["meta"]["reporters"]
    assert (reporter["text"], PAGE[slice(*reporter["range"])]) == ("方圆", "方圆")
    assert PAGE[slice(*record["meta_ranges"]["issue_date"])] == "2031年5月12日"
    assert PAGE[slice(*record["meta_ranges"]["newspaper"])] == "云川日报"
    assert 0 < article["confidence"] <= 1
    assert {reason["code"] for reason in article["reasons"]} >= {"begins_with", "feature"}


def test_lines_end_at_lf_only() -> None:
    text = "山路\u2028通了\n\n班车\x85来了，村民们坐着班车去赶集。"
    record = page_record("a.txt", text, segment(text))
    items = record["items"]
    assert isinstance(items, list)
    assert sorted(line for item in items for block in item["blocks"] for line in block["lines"]) == [1, 3]


def lines_by_item(text: str) -> list[list[list[int]]]:
    """For each item, the lines of each of its blocks."""
    record = json.loads(json.dumps(page_record("a.txt", text, segment(text))))
    return [[block["lines"] for block in item["blocks"]] for item in record["items"]]


@pytest.mark.parametrize("spacer", ["\u00a0", "\u00a0\u00a0\u00a0", " \u00a0\u3000"])
def test_a_spacer_within_an_article_is_a_block_of_its_own_without_text(spacer: str) -> None:
    text = PAGE.replace("\n\n山里", f"\n{spacer}\n山里")
    record = json.loads(json.dumps(page_record("a.txt", text, segment(text))))
    title, byline, blank, paragraph = record["items"][2]["blocks"]
    assert (blank["role"], blank["text"], blank["lines"]) == ("body", "", [9])
    assert [block["lines"] for block in (title, byline, paragraph)] == [[6], [8], [10, 12]]


def test_a_spacer_within_a_paragraph_that_runs_on_is_no_piece_of_it() -> None:
    text = PAGE.replace("图纸改了\n\n", "图纸改了\n\u00a0\n")
    assert lines_by_item(text)[2] == [[6], [8], [10, 12], [11]]


def test_a_spacer_between_two_items_ends_the_upper_one() -> None:
    text = PAGE.replace("◎广角\n\n", "◎广角\n\u00a0\n")
    assert lines_by_item(text)[:2] == [[[2]], [[4], [5]]]


@pytest.mark.parametrize("blank", ["", " ", "\t", "\u3000\u3000", "\x0c"])
def test_other_blank_lines_are_in_no_block(blank: str) -> None:
    assert lines_by_item(PAGE.replace("\n\n", f"\n{blank}\n")) == lines_by_item(PAGE)


def test_a_spacer_above_all_text_is_in_no_item() -> None:
    assert lines_by_item("\u00a0" + PAGE) == lines_by_item(PAGE)
    assert lines_by_item("\u00a0\n\u00a0") == []


@given(st.lists(st.sampled_from(["\u00a0", "", "\u3000", "# 山路通了", "◎广角", "近日，山路通了。"]), max_size=12))
def test_every_line_with_text_and_every_spacer_below_it_is_in_one_block(lines: list[str]) -> None:
    text = "\n".join(lines)
    first = next((number for number, line in enumerate(lines, 1) if line.strip()), len(lines))
    wanted = [number for number, line in enumerate(lines, 1) if line.strip() or (number > first and line == "\u00a0")]
    assert sorted(line for item in lines_by_item(text) for block in item for line in block) == wanted
