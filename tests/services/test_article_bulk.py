"""Many articles tagged, or moved to a section, at once."""

import pytest

from reader.domain.model import Color, Item, Kind, PageMeta, Range, Role
from reader.domain.scope import Scope
from reader.errors import ErrorCode, UserError
from reader.services.library import Library
from tests.support.printed import block, file_page

EVERYTHING = (Scope(),)


@pytest.fixture
def library(tmp_path):
    """Two pages with two articles each; the last one has no headline."""
    with Library(tmp_path / "a.jianbao", coder="甲") as opened:
        for number, heads in enumerate((("桥", "路"), ("水", "")), 1):
            lines = [f"{head}的标题" if head else "没有标题的一段话。" for head in heads]
            text = "\n".join([*lines, f"第{number}页"])
            items = [
                Item(
                    Kind.ARTICLE,
                    (block(text, Role.TITLE if head else Role.BODY, line),),
                    section="要闻",
                    title=line if head else None,
                )
                for head, line in zip(heads, lines, strict=True)
            ]
            file_page(opened, text, items, PageMeta("晨报", f"2024-05-0{number}"))
        yield opened


def finished(work):
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def marks(library):
    articles = library.pages.articles(library.tree.item_ids(Scope()))
    return [[(mark.quote, mark.tags, mark.coder) for mark in library.marks.of_article(one)] for one in articles]


def test_each_is_tagged_on_its_headline_or_where_it_begins(library):
    done = finished(library.article_bulk.tag(EVERYTHING, ["  #重要 ", "重要", "待查"], Color.BLUE))
    tags = ("重要", "待查")
    assert marks(library) == [
        [(quote, tags, "甲")] for quote in ("桥的标题", "路的标题", "水的标题", "没有标题的一段话。")
    ]
    assert (done.number, len(done.changes.annotations), done.changes.tags) == (4, 4, True)
    assert library.tree.counts(Scope(tag="待查"))[0] == 4
    library.history.undo()
    assert marks(library) == [[], [], [], []]
    library.history.redo()
    assert library.tree.counts(Scope(tag="待查"))[0] == 4


def test_a_headline_that_is_marked_takes_the_tags_and_keeps_its_own(library):
    article = library.pages.article(library.tree.item_ids(Scope())[0])
    library.marks.add(article, Range(0, 4), Color.GREEN, "批注", ["旧"])
    library.marks.add(article, Range(0, 2), Color.GREEN)
    finished(library.article_bulk.tag(EVERYTHING, ["新"], Color.BLUE))
    assert {(quote, tags) for quote, tags, _ in marks(library)[0]} == {("桥的标题", ("旧", "新")), ("桥的", ())}


def test_what_is_tagged_already_is_no_step(library):
    finished(library.article_bulk.tag(EVERYTHING, ["新"], Color.BLUE))
    steps = len(library.history.steps(100))
    done = finished(library.article_bulk.tag(EVERYTHING, ["新"], Color.BLUE))
    assert done.number == 0
    assert not done.changes.history
    assert len(library.history.steps(100)) == steps


def test_a_tag_has_a_name(library):
    with pytest.raises(UserError) as caught:
        finished(library.article_bulk.tag(EVERYTHING, [" # "], Color.BLUE))
    assert caught.value.code is ErrorCode.TAG_NAME
    assert marks(library) == [[], [], [], []]


def test_what_was_done_when_it_is_stopped_stays_and_is_one_step(library):
    work = library.article_bulk.tag(EVERYTHING, ["新"], Color.BLUE)
    while next(work).done < 2:
        pass
    work.close()
    assert [len(one) for one in marks(library)] == [1, 1, 0, 0]
    library.history.undo()
    assert marks(library) == [[], [], [], []]


def test_articles_move_to_a_section_and_out_of_all(library):
    first = library.tree.item_ids(Scope())[0]
    done = finished(library.article_bulk.set_section([Scope(item_id=first), Scope(issue_date="2024-05-02")], "专题"))
    assert done.number == 3
    assert library.tree.counts(Scope(section="专题"))[0] == 3
    library.repairs.resegment(library.tree.page_ids(Scope()))
    assert library.tree.counts(Scope(section="专题"))[0] == 3
    library.history.undo()
    assert not finished(library.article_bulk.set_section([Scope(section="要闻")], "要闻")).number
    finished(library.article_bulk.set_section(EVERYTHING, None))
    assert library.tree.counts(Scope(section=""))[0] == 4
