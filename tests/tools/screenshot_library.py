"""The libraries that screenshots are taken of: one article with marks of every kind, and a coded collection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from unittest.mock import patch
from uuid import UUID

from reader.domain.boundary import sentence_at, trimmed
from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from reader.services.codebook import Meaning
from reader.services.importing import ImportRequest
from reader.services.library import Library

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

MARKS: tuple[tuple[Color, str, str, tuple[str, ...]], ...] = (
    (Color.YELLOW, "谁也拿不出一张两家都认的单子", "改革前的僵局：没有双方都认的数据。", ("数据共认",)),
    (
        Color.GREEN,
        "水质比上年同期变好，下游给上游补；变差，上游给下游赔。",
        "核心规则，双向补偿。",
        ("政策工具", "跨界补偿"),
    ),
    (Color.PINK, "上游给下游赔。一年下来，17个断面结算12次，流转资金4386.2万元", "", ("资金",)),
    (Color.BLUE, "采样日由摇号产生，前一天晚上8点才通知", "防止临时应付。可与禾渡县的做法比较。", ("数据共认",)),
    (Color.ORANGE, "县财政按规则划走46万元", "第一笔赔付。", ("资金", "案例")),
    (Color.VIOLET, "四成修支流河堤，三成给沿岸停养的97户养殖户转产", "", ("资金",)),
)
"""The marks of one article of the seeds: colour, words, note, tags. The second and the third overlap."""

CODES: tuple[tuple[str, str, Color, str, tuple[str, ...]], ...] = (
    ("治理方式", "", Color.BLUE, "政府、村社和居民怎样一起办事。", ()),
    ("协商议事", "治理方式", Color.BLUE, "居民、村社与部门坐下来商量，有结果可查。", ("商量", "议事", "投票", "听证")),
    ("数据共享", "治理方式", Color.BLUE, "部门之间共用同一套数据。", ("数据", "平台", "系统")),
    ("督办问责", "治理方式", Color.BLUE, "限期办理、通报或追责。", ("督办", "责任", "整改", "限期")),
    ("资金", "", Color.ORANGE, "钱从哪里来，怎么用。", ()),
    ("财政投入", "资金", Color.ORANGE, "各级财政拨付的资金。", ("财政", "资金", "万元", "亿元")),
    ("补偿", "资金", Color.ORANGE, "受益一方付给受损一方。", ("补偿", "赔", "补给")),
    ("民生", "", Color.GREEN, "居民日常生活的改变。", ()),
    ("出行", "民生", Color.GREEN, "道路、桥梁、公交。", ("公交", "大桥", "通车", "道路", "班车")),
    ("教育", "民生", Color.GREEN, "学校、学生和家长。", ("学校", "孩子", "学生", "家长")),
    ("农业", "", Color.PINK, "种养、农机和乡村产业。", ("农户", "水稻", "合作社", "村民", "农机")),
)
"""The codebook of the collection: name, the tag that it stands under, colour, definition, and words that it marks."""
_MOST_A_TAG = 9


def marked(path: Path) -> Path:
    """The seed pages, some of them read, one of them with the marks of ``MARKS``."""
    with _seeded(path, 0) as library:
        rows = library.tree.items(Scope())
        library.reading.set_read([row.id for row in rows[:8]], read=True)
        articles = (library.pages.article(row.id) for row in rows)
        article = next(article for article in articles if MARKS[0][1] in article.view.text)
        for color, words, note, tags in MARKS:
            start = article.view.text.index(words)
            library.marks.add(article, Range(start, start + len(words)), color, note, tags)
    return path


def coded(path: Path) -> Path:
    """The seed pages with a codebook, and a sentence marked wherever a word of a tag stands first in an article."""
    with _seeded(path, 1) as library:
        _make_codebook(library)
        articles = [library.pages.article(row.id) for row in library.tree.items(Scope())]
        for name, _parent, color, _definition, words in CODES:
            made = 0
            for article in articles:
                at = next((at for word in words if (at := article.view.text.find(word)) >= 0), None)
                if at is None or made == _MOST_A_TAG:
                    continue
                span = trimmed(article.view.text, sentence_at(article.view.text, at))
                library.marks.add(article, span, color, tags=(name,))
                made += 1
    return path


@contextmanager
def _seeded(path: Path, seed: int) -> Iterator[Library]:
    """A new library of the seed pages; what is made in it has the same ids in every run, since an export shows them."""
    chance = Random(seed)
    with (
        Library(path, coder="罗") as library,
        patch("uuid.uuid4", lambda: UUID(int=chance.getrandbits(128), version=4)),
    ):
        for _event in library.importer.import_pages(ImportRequest((SEEDS,))):
            pass
        yield library


def _make_codebook(library: Library) -> None:
    ids: dict[str, int] = {}
    for name, parent, color, definition, _words in CODES:
        ids[name], _ = library.codebook.create(name, ids.get(parent))
        library.codebook.define(ids[name], Meaning(definition=definition))
        library.codebook.set_color([ids[name]], color)
