import json

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
    assert 0 < article["confidence"] <= 1
    assert {reason["code"] for reason in article["reasons"]} >= {"begins_with", "feature"}


def test_lines_end_at_lf_only() -> None:
    text = "山路\u2028通了\n\n班车\x85来了，村民们坐着班车去赶集。"
    record = page_record("a.txt", text, segment(text))
    items = record["items"]
    assert isinstance(items, list)
    assert sorted(line for item in items for block in item["blocks"] for line in block["lines"]) == [1, 3]
