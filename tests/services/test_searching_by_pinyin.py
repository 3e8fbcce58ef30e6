"""A search by pinyin finds the headlines and tags that read as its letters say, and only them."""

from __future__ import annotations

import tempfile
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.found import Order
from reader.domain.model import Block, Color, Item, Kind, PageMeta, Range, Role
from reader.domain.pinyin import reads
from reader.domain.query import by_pinyin
from reader.domain.scope import Scope
from reader.domain.syllables import runs
from reader.services.library import Library
from tests.support.carried import finished
from tests.support.printed import file_page

TEXTS = st.text(st.sampled_from("中国人民日报重庆银行长江单乐西安先绿5aB“， 国"), min_size=1, max_size=9)
ROLES = st.sampled_from([Role.KICKER, Role.TITLE, Role.TITLE, Role.SUBTITLE, Role.BYLINE, Role.BODY])
ARTICLES = st.lists(st.lists(st.tuples(ROLES, TEXTS), min_size=1, max_size=4), min_size=1, max_size=6)
READ = {Role.KICKER, Role.TITLE, Role.SUBTITLE}
TAGS = ["民生银行", "长安", "lv 绿"]


def file_articles(library, articles):
    """File a page of articles given by the roles and texts of their blocks."""
    text, items = "", []
    for blocks in articles:
        made = []
        for role, words in blocks:
            made.append(Block(role, (Range(len(text), len(text) + len(words)),)))
            text += words + "\n"
        items.append(Item(Kind.ARTICLE, tuple(made)))
    return file_page(library, text, items, PageMeta("中国报", "2024-05-12", "01"))


def headlined(library, *titles):
    return file_articles(library, [[(Role.TITLE, title), (Role.BODY, "正文")] for title in titles])


def found(library, query, scope=Scope()):  # noqa: B008 # frozen
    page = library.search.search(query, scope, limit=1000)
    assert not page.more
    assert library.search.count(query, scope) == len(page.hits)
    return [hit.item_id for hit in page.hits]


def titles(article):
    """The runs of paragraphs of one headline's role."""
    runs_of_role = (list(group) for _, group in groupby(article.view.paragraphs, key=lambda paragraph: paragraph.role))
    return [article.view.text[run[0].span.start : run[-1].span.end] for run in runs_of_role if run[0].role in READ]


def typed(data, text):
    """Letters that somebody who wants a part of a text might type."""
    run = data.draw(st.sampled_from([*runs(text)] or [()]))
    first = data.draw(st.integers(0, len(run)))
    part = run[first : first + data.draw(st.integers(1, 6))]
    ways = st.sampled_from([lambda s: s, lambda s: s[0], lambda s: s[:2], lambda s: s + "'"])
    return "".join(data.draw(ways)(data.draw(st.sampled_from(sound.syllables))) for sound in part).strip("'")


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(ARTICLES, st.lists(st.tuples(st.integers(0, 8), st.sampled_from(TAGS)), max_size=3), st.data())
def test_it_is_a_plain_look_at_every_headline_and_tag(articles, tags, data):
    with tempfile.TemporaryDirectory(prefix="jianbao-") as folder, Library(Path(folder) / "l.jianbao") as library:
        file_articles(library, articles)
        read = [library.pages.article(row.id) for row in library.tree.items(Scope())]
        tagged = {}
        for place, tag in tags:
            article = read[place % len(read)]
            if article.view.text.strip():
                tagged.setdefault(article.stored.id, set()).add(tag)
                library.marks.add(article, Range(0, len(article.view.text)), Color.BLUE, "", (tag,))
        letters = st.one_of(
            st.sampled_from(["xian", "zgren", "lv", "zhgr", "danle", "ab"]),
            st.text(st.sampled_from("zhonguirexalv"), min_size=2, max_size=6),
            st.builds(lambda: typed(data, data.draw(st.sampled_from([t for a in read for t in titles(a)] or TAGS)))),
        )
        for written in data.draw(st.lists(letters.filter(lambda text: len(text) > 1), min_size=1, max_size=5)):
            by_title = {a.stored.id for a in read if any(reads(title, written) for title in titles(a))}
            by_tag = {number for number, names in tagged.items() if any(reads(name, written) for name in names)}
            plain = {field: set(found(library, f'{field}"{written}"')) for field in ("", "title:", "tag:")}
            assert set(found(library, f'pinyin:title:"{written}"')) == by_title | plain["title:"], written
            assert set(found(library, f'拼音：标签:"{written}"')) == by_tag | plain["tag:"], written
            assert set(found(library, f'pinyin:"{written}"')) == by_title | by_tag | plain[""], written
            assert set(found(library, f'pinyin:-"{written}"')) == {a.stored.id for a in read} - set(
                found(library, f'pinyin:"{written}"')
            )
            for article in read:
                hits = library.search.hits(f'pinyin:title:"{written}"', article)
                assert bool(hits) == (article.stored.id in by_title | plain["title:"])


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "l.jianbao") as opened:
        yield opened


def test_hits_are_shown_counted_and_highlighted(library):
    item_id, _ = headlined(library, "重庆：人民银行与“人民日报”", "无关")
    (hit,) = library.search.search("pinyin:renminrb").hits
    assert (hit.item_id, hit.hits) == (item_id, 1)
    (snippet,) = hit.snippets
    assert [snippet.text[slice(*span)] for span in snippet.hits] == ["人民日报"]
    (hit,) = library.search.search("pinyin:rm").hits
    assert hit.hits == 2
    assert library.search.hits("pinyin:cq", library.pages.article(item_id)) == (Range(0, 2),)


def test_a_tag_is_shown_where_it_reads_so(library):
    (item_id,) = headlined(library, "无关")
    library.marks.add(library.pages.article(item_id), Range(0, 1), Color.PINK, "", ("民生",))
    ((tag,),) = (hit.snippets for hit in library.search.search("pinyin:minsh").hits)
    assert (tag.text, tag.hits, tag.of_tag) == ("民生", (Range(0, 2),), True)


def test_only_a_query_by_pinyin_and_only_headlines_and_tags_are_read(library):
    (item_id,) = file_articles(library, [[(Role.TITLE, "国务院"), (Role.BYLINE, "张三"), (Role.BODY, "上海浦东")]])
    library.marks.add(library.pages.article(item_id), Range(0, 1), Color.PINK, "批注", ())
    assert found(library, "gwy") == []
    for letters in ("shanghai", "zhangsan", "pizhu", "text:guowuyuan", "zhongguobao"):
        assert found(library, by_pinyin(letters)) == []
    assert found(library, by_pinyin("gwy")) == found(library, by_pinyin("guowuy 上海")) == [item_id]
    assert found(library, by_pinyin("gwy -上海")) == []


def test_what_changes_is_found_as_it_is_now(library):
    item_id, _ = headlined(library, "重庆", "重庆")
    assert len(found(library, "pinyin:cq")) == 2
    library.repairs.correct(library.pages.article(item_id).page.id, Range(1, 2), "阳")
    assert len(found(library, "pinyin:cq")) == 1
    assert found(library, "pinyin:cy | zhongyang") == [item_id]
    library.history.undo()
    assert len(found(library, "pinyin:cq")) == 2
    for _ in library.search.rebuild():
        pass
    assert len(found(library, "pinyin:cq")) == 2


def test_the_newest_come_first_and_words_weigh_more_than_their_sound(library):
    for number, title in enumerate(["重庆", "cq", "重庆"], 1):
        made = [Item(Kind.ARTICLE, (Block(Role.TITLE, (Range(0, 2),)),))]
        file_page(library, f"{title}{number}", made, PageMeta("报", f"2024-05-0{number}", "01"), f"{number}.txt")
    assert found(library, "pinyin:cq") == [3, 2, 1]
    assert library.search.search("pinyin:cq", order=Order.RELEVANCE).hits[0].item_id == 2


def test_what_the_index_has_of_readings_is_checked(library):
    headlined(library, "重庆", "上海")
    assert finished(library.search.unfound()) == ()
    library._database.conn.execute("INSERT INTO search_pinyin (search_pinyin) VALUES ('delete-all')")
    assert len(finished(library.search.unfound())) == 2


@pytest.mark.parametrize(
    "query", ["pinyin:", "拼音：", "pinyin:''", "pinyin:\0", "pinyin:zg'\"", "pinyin:" + "xian" * 2500]
)
def test_odd_queries_find_nothing_and_do_no_harm(library, query):
    headlined(library, "中国")
    assert found(library, query) == []
