"""A mark that gets other ends in one article keeps what it covers in others."""

from reader.domain.model import Color, Item, Kind, PageMeta, Range, Role
from reader.domain.scope import Scope
from reader.services.library import Library
from tests.support.printed import block, file_page

TEXT = "桥通了\n镇上的新桥今天通车。"


def test_a_mark_whose_line_was_split_within_keeps_its_part_in_the_other_article(tmp_path):
    with Library(tmp_path / "a.jianbao") as library:
        title, body = TEXT.split("\n")
        file_page(
            library,
            TEXT,
            [Item(Kind.ARTICLE, (block(TEXT, Role.TITLE, title), block(TEXT, Role.BODY, body)))],
            PageMeta("晨报", "2024-01-02"),
        )
        article = library.pages.article(library.tree.items(Scope())[0].id)
        at = article.view.text.index("新桥今天")
        library.marks.add(article, Range(at, at + 4), Color.BLUE)
        [mark] = library.marks.of_article(article)
        cut = mark.ranges[0].start + 2
        library.repairs.split_at(article.page.id, Range(TEXT.index("镇上"), len(TEXT)), cut)
        first = library.pages.article(article.stored.id)
        library.marks.resize(mark.id, first, Range(0, 3))
        assert library.marks.get(mark.id).ranges == (Range(0, 3), Range(cut, cut + 2))
        [other] = [row.id for row in library.tree.items(Scope()) if row.id != first.stored.id]
        assert [one.id for one in library.marks.of_article(library.pages.article(other))] == [mark.id]
