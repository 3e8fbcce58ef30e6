"""Articles to read, built the way the page engine builds them, and a pane that shows one."""

import pytest

from reader.domain.article import ArticleView
from reader.domain.model import Block, Item, Kind, Range, Role
from reader.ui.reading.pane import ArticleHeader, ReadingPane

HEADER = ArticleHeader("要闻 · 青陵日报 · 2024-05-12 · 第1版")


def article_of(*blocks):
    """A view of blocks given as (role, line, line …); the lines of a block stand apart on the page."""
    page, built = "", []
    for role, *lines in blocks:
        ranges = []
        for line in lines:
            ranges.append(Range(len(page), len(page) + len(line)))
            page += line + "\n\n"
        built.append(Block(role, tuple(ranges)))
    return ArticleView(page, Item(Kind.ARTICLE, tuple(built)))


def long_article(paragraphs=60):
    body = "沿河的村庄在春天里忙着插秧，水渠里的水一直流到田头，孩子们在桥上等着放学的伙伴。" * 3
    return article_of(
        (Role.TITLE, "河水流过的村庄"), *[(Role.BODY, f"{number}：{body}") for number in range(paragraphs)]
    )


@pytest.fixture
def pane(qtbot):
    widget = ReadingPane()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    return widget


@pytest.fixture
def bridge():
    """A headline with a character beyond U+FFFF, and a paragraph that a column break cut in two."""
    return article_of(
        (Role.TITLE, "𠮷林大桥通车"),
        (Role.BODY, "第一段在栏", "末断开了。𠮷野家开业，人很多。", "第三句完。"),
        (Role.BODY, "第二段只有一句。"),
    )
