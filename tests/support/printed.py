"""Pages and marks for tests, filed in a real library as an import would file them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.domain.article import ArticleView
from reader.domain.history import StepName
from reader.domain.model import (
    Annotation,
    Block,
    Color,
    Item,
    ItemOutline,
    Kind,
    MarkedItem,
    Page,
    PageMeta,
    Range,
    Role,
    StoredItem,
)
from reader.storage.codec import decode_outline, encode_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.services.library import Library

BRIDGE = """砚川日报
要闻
连心桥 民生路
𠮷林大桥建成通车
两岸群众出行缩短四十分钟
□本报记者 林听雨
昨日上午,𠮷林大桥正式通车。大桥全长一千二百米,
=总投资三亿元
桥通百业兴
通车当天,沿线集
图为大桥夜景。 周砚 摄
市迎来大批客人。
简讯 县图书馆延长开放
"""
"""A page with an article that a photo caption interrupts, and a brief. Line 8 begins as a formula does."""


def block(page_text: str, role: Role, *lines: str) -> Block:
    """A block of whole lines or parts of lines of a page, each found by its text."""
    starts = [page_text.index(line) for line in lines]
    return Block(role, tuple(Range(start, start + len(line)) for start, line in zip(starts, lines, strict=True)))


def bridge_items() -> tuple[Item, ...]:
    """The items of ``BRIDGE``: furniture, an article, a photo and a brief."""
    article = (
        block(BRIDGE, Role.KICKER, "连心桥 民生路"),
        block(BRIDGE, Role.TITLE, "𠮷林大桥建成通车"),
        block(BRIDGE, Role.SUBTITLE, "两岸群众出行缩短四十分钟"),
        block(BRIDGE, Role.BYLINE, "□本报记者 林听雨"),
        block(BRIDGE, Role.BODY, "昨日上午,𠮷林大桥正式通车。大桥全长一千二百米,", "=总投资三亿元"),
        block(BRIDGE, Role.SUBHEAD, "桥通百业兴"),
        block(BRIDGE, Role.BODY, "通车当天,沿线集", "市迎来大批客人。"),
    )
    photo = (block(BRIDGE, Role.CAPTION, "图为大桥夜景。"), block(BRIDGE, Role.CREDIT, "周砚 摄"))
    return (
        Item(Kind.FURNITURE, (block(BRIDGE, Role.FURNITURE, "砚川日报"),)),
        Item(
            Kind.ARTICLE,
            article,
            section="要闻",
            kicker="连心桥 民生路",
            title="𠮷林大桥建成通车",
            subtitle="两岸群众出行缩短四十分钟",
            byline="□本报记者 林听雨",
        ),
        Item(Kind.PHOTO, photo, section="要闻"),
        Item(Kind.BRIEF, (block(BRIDGE, Role.BODY, "简讯 县图书馆延长开放"),), section="要闻"),
    )


BRIDGE_META = PageMeta("砚川日报", "2024-05-12", "01", "要闻")
_, ARTICLE, PHOTO, BRIEF = (StoredItem(10 + n, 1, n, item) for n, item in enumerate(bridge_items()))


def marked(words: str, stored: StoredItem | None = ARTICLE, number: int = 1) -> MarkedItem:
    """Words of an item of ``BRIDGE`` (of its article, if None) as an annotation with everything filled in."""
    view = ArticleView(BRIDGE, (stored or ARTICLE).item)
    start = view.text.index(words)
    span = Range(start, start + len(words))
    annotation = Annotation(
        id=number,
        uid=f"uid-{number}",
        page_id=1,
        ranges=view.to_page(span),
        quote=view.quote(span),
        prefix="前",
        suffix="后",
        color=Color.GREEN,
        note="注",
        tags=("交通", "民生"),
        coder="甲",
        created_at="2024-06-01T08:00:00+08:00",
        modified_at="2024-06-02T08:00:00+08:00",
    )
    return MarkedItem(annotation, _outline(stored) if stored else None, BRIDGE_META, "page.txt")


def _outline(stored: StoredItem) -> ItemOutline:
    item = stored.item
    return decode_outline(stored.id, stored.seq, item.kind, item.section, encode_item(item))


def file_page(
    library: Library,
    text: str = BRIDGE,
    items: Sequence[Item] | None = None,
    meta: PageMeta = BRIDGE_META,
    name: str = "page.txt",
) -> list[int]:
    """File a page; returns the ids of its items. Each text can be filed once."""
    page = Page(0, name, f"/pages/{name}", "utf-8", meta, text)
    with library._journal.step(StepName.IMPORT, name) as writer:
        _, item_ids = library._pages.add(writer, page, bridge_items() if items is None else items)
    return item_ids


def mark(library: Library, item_id: int, words: str, color: Color = Color.YELLOW, note: str = "", tags=()) -> int:
    """Mark words of an article, as they are read there; returns the annotation's id."""
    article = library.pages.article(item_id)
    start = article.view.text.index(words)
    annotation_id, _ = library.marks.add(article, Range(start, start + len(words)), color, note, tags)
    return annotation_id
