"""Search finds exactly what a plain look at every article finds, whatever was done to the library before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import unicodedata
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.found import Facet, Order
from reader.domain.history import StepName
from reader.domain.memo import MemoTarget
from reader.domain.model import Block, Color, Item, Kind, Page, PageMeta, Range, Role
from reader.domain.scope import Scope
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.services.pages import MetaEdit
from reader.services.searching import SearchStoppedError

LETTERS = "上海浦水国國后後着，。 　\nａaBbＢ1１2%（(\"'*-:𠮷ﬁß\u200bé"
TEXTS = st.text(LETTERS, min_size=1, max_size=12)
ROLES = st.sampled_from([Role.TITLE, Role.KICKER, Role.BYLINE, Role.BODY, Role.SUBHEAD])
BLOCKS = st.lists(st.tuples(ROLES, st.lists(TEXTS, min_size=1, max_size=2)), min_size=1, max_size=4)
PAPERS = st.sampled_from([None, "海国日报", "水报"])
DATES = st.sampled_from([None, "2023", "2024-05", "2024-05-12", "2024-06-01"])
PAGES = st.lists(st.tuples(PAPERS, DATES, st.lists(BLOCKS, min_size=1, max_size=3)), min_size=1, max_size=3)
FIELDS = {"title": {"title", "kicker", "subtitle"}, "byline": {"byline", "credit"}, "text": {"body", "subhead"}}


def file_page(library, number, paper, date, items):
    """File a page of items whose blocks are given as their pieces, each piece a line of the page."""
    text, made = f"{number}\n", []
    for blocks in items:
        parts = []
        for role, pieces in blocks:
            ranges = []
            for piece in pieces:
                ranges.append(Range(len(text), len(text) + len(piece)))
                text += piece + "\n"
            parts.append(Block(role, tuple(ranges)))
        made.append(Item(Kind.ARTICLE, tuple(parts)))
    page = Page(0, f"{number}.txt", "", "utf-8", PageMeta(paper, date, f"{number:02}"), text)
    with library._journal.step(StepName.IMPORT) as writer:
        library._pages.add(writer, page, made)


# The plain look, written without anything of the search but what the rule says.


def plain(text):
    chars = []
    for char in text:
        same = " " if char.isspace() else unicodedata.normalize("NFKC", char).casefold()
        same = {"國": "国", "後": "后", "著": "着"}.get(same, same)
        chars += "" if char == "\u200b" else same
    kept = []
    for at, char in enumerate(chars):
        if char != " ":
            kept.append(char)
        elif kept and kept[-1] != " " and is_word(kept[-1]):
            after = next((other for other in chars[at:] if other != " "), "")
            kept += " " if after and is_word(after) else ""
    return "".join(kept)


def is_word(char):
    return char.isalnum() and ord(char) < 0x2E80


def runs(article):
    """The role and plain text of each run of paragraphs of one role."""
    for role, group in groupby(article.view.paragraphs, key=lambda paragraph: paragraph.role):
        yield role, plain("\n".join(article.view.text[slice(*paragraph.span)] for paragraph in group))


def stands(article, marks, word, field):
    wanted = plain(word)
    in_text = any(wanted in text for role, text in runs(article) if role in FIELDS.get(field, [role]))
    in_note = any(wanted in plain(mark.note) for mark in marks)
    in_tag = any(wanted in plain(tag) for mark in marks for tag in mark.tags)
    return {None: in_text or in_note or in_tag, "note": in_note, "tag": in_tag}.get(field, in_text)


def fits(node, library, item_id):
    """Whether an article fits a query given as a tree: (word, field), ("date", first, last), ("and", …) and so on."""
    kind, *rest = node
    article = library.pages.article(item_id)
    if kind == "word":
        marks = [mark for mark in library.marks.of_article(article) if item_of(library, mark) == item_id]
        return stands(article, marks, *rest)
    if kind == "paper":
        return plain(rest[0]) in plain(article.page.meta.newspaper or "")
    if kind == "date":
        date = article.page.meta.issue_date
        return date is not None and rest[0] <= date <= rest[1]
    if kind == "not":
        return not fits(rest[0], library, item_id)
    return (all if kind == "and" else any)(fits(part, library, item_id) for part in rest)


def item_of(library, mark):
    return library._database.conn.execute("SELECT item_id FROM annotation WHERE id = ?", [mark.id]).fetchone()[0]


def written(node):
    kind, *rest = node
    if kind == "word":
        word, field = rest
        return f'{field}:"{word}"' if field else f'"{word}"'
    if kind == "paper":
        return f'报纸:"{rest[0]}"'
    if kind == "date":
        return f"date:{rest[0]}..{rest[1]}"
    if kind == "not":
        return f"-({written(rest[0])})"
    return f"({(' ' if kind == 'and' else ' OR ').join(map(written, rest))})"


def is_asked(word):
    return '"' not in word and plain(word)


def expected(library, node):
    return {row.id for row in library.tree.items(Scope()) if fits(node, library, row.id)}


def found(library, query, **options):
    page = library.search.search(query, limit=1000, **options)
    assert not page.more
    return [hit.item_id for hit in page.hits]


WORDS = st.text(LETTERS, min_size=1, max_size=3).filter(is_asked)
LEAVES = st.one_of(
    st.tuples(st.just("word"), WORDS, st.sampled_from([None, None, "title", "byline", "text", "note", "tag"])),
    st.tuples(st.just("paper"), st.sampled_from(["海", "报", "无"])),
    st.just(("date", "2024-05", "2024-05-31")),
)
QUERIES = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        st.tuples(st.just("and"), parts, parts),
        st.tuples(st.just("or"), parts, parts),
        st.tuples(st.just("not"), parts),
    ),
    max_leaves=4,
)
MARKS = st.lists(st.tuples(st.integers(0, 8), TEXTS, st.sampled_from([(), ("民生",), ("上海", "ｂ a")])), max_size=3)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES, MARKS, st.lists(QUERIES, min_size=1, max_size=6), st.data())
def test_search_is_a_plain_look_at_every_article(pages, marks, queries, data):
    with tempfile.TemporaryDirectory(prefix="jianbao-") as folder, Library(Path(folder) / "l.jianbao") as library:
        for number, (paper, date, items) in enumerate(pages):
            file_page(library, number, paper, date, items)
        ids = [row.id for row in library.tree.items(Scope())]
        for place, note, tags in marks:
            article = library.pages.article(ids[place % len(ids)])
            if article.view.text.strip():
                library.marks.add(article, Range(0, len(article.view.text)), Color.BLUE, note, tags)
        for node in queries:
            query = written(node)
            assert set(found(library, query)) == expected(library, node), query
            assert library.search.count(query) == len(expected(library, node))
            for order in Order:
                assert sorted(found(library, query, order=order)) == sorted(found(library, query))
            assert found(library, query, order=Order.OLDEST) == found(library, query)[::-1]
            cut = data.draw(st.integers(0, len(ids)))
            parts = [library.search.search(query, limit=max(cut, 1), offset=at).hits for at in (0, max(cut, 1))]
            assert [hit.item_id for part in parts for hit in part] == found(library, query)[: 2 * max(cut, 1)]
        # The rule: any part of an article's paragraph finds it, and its place.
        article = library.pages.article(data.draw(st.sampled_from(ids)))
        paragraph = data.draw(st.sampled_from(article.view.paragraphs)).span
        start = data.draw(st.integers(paragraph.start, paragraph.end))
        part = article.view.text[start : data.draw(st.integers(start, paragraph.end))]
        if is_asked(part):
            assert article.stored.id in found(library, f'"{part}"')
            hits = library.search.hits(f'"{part}"', article)
            assert hits
            assert all(plain(part) in plain(article.view.text[slice(*hit)]) for hit in hits)


# In step, whatever is done


def page_file(folder, number, words=""):
    path = folder / f"水报_2024-05-{number:02}_第01版.txt"
    path.write_text(
        f"第{number}号桥通车\n\n本报记者 林听雨\n\n本报讯 昨日上\n\n海第{number}号桥通车，群众{words}观看。\n"
    )
    return path


def take_in(library, *paths):
    return list(library.importer.import_pages(ImportRequest(paths)))


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "l.jianbao") as opened:
        take_in(opened, page_file(tmp_path, 1, "争相"), page_file(tmp_path, 2), page_file(tmp_path, 3))
        yield opened


def test_an_import_leaves_nothing_to_index(library):
    assert list(library.search.catch_up()) == []
    assert library.search.count("群众") == 3
    assert library.search.count("群众争相观看") == 1
    assert library.search.count("昨日上海") == 3
    assert library.search.count("title:桥 byline:听雨 版:1 -争相") == 2


def test_undo_and_redo_of_an_import(library, tmp_path):
    take_in(library, page_file(tmp_path, 4))
    library.history.undo()
    assert library.search.count("群众") == 3
    library.history.redo()
    assert library.search.count("群众") == 4
    with Library(library.path) as again:
        assert again.search.count("群众") == 4


def test_notes_and_tags_are_found_as_soon_as_they_are_written(library):
    item_id = found(library, "争相")[0]
    mark, _ = library.marks.add(library.pages.article(item_id), Range(0, 3), Color.PINK, "见 水 利局", ("民生",))
    assert found(library, "水利") == found(library, "note:水利局") == found(library, "标签:民生") == [item_id]
    hit = library.search.search("水利").hits[0]
    assert (hit.hits, hit.snippets[0].annotation_id, hit.snippets[0].text) == (1, mark, "见 水 利局")
    (tag,) = library.search.search("标签:民").hits[0].snippets
    assert (tag.text, tag.hits, tag.annotation_id, tag.of_tag) == ("民生", (Range(0, 1),), mark, True)
    library.marks.set_note(mark, "另议")
    assert found(library, "水利") == []
    library.history.undo()
    assert found(library, "水利") == [item_id]
    library.marks.delete([mark])
    assert found(library, "水利 | 民生") == []


def test_newest_is_by_the_date_of_issue_and_follows_it(library):
    first = found(library, "桥")
    assert found(library, "桥", order=Order.OLDEST) == first[::-1]
    assert [library.pages.article(item_id).page.meta.issue_date[-2:] for item_id in first] == ["03", "02", "01"]
    library.pages.edit_meta([library.pages.article(first[-1]).page.id], MetaEdit(issue_date="2025-01-01"))
    assert found(library, "桥") == [first[-1], *first[:-1]]
    assert found(library, "桥 date:2025") == [first[-1]]
    assert found(library, "桥", scope=Scope(date_to="2024-05-02")) == [first[1]]


def test_pages_of_results_and_facets(library):
    whole = found(library, "桥")
    parts = [library.search.search("桥", limit=2, offset=at) for at in (0, 2)]
    assert [hit.item_id for part in parts for hit in part.hits] == whole
    assert [part.more for part in parts] == [True, False]
    facets = library.search.facets("桥 -争相")
    assert (facets[Facet.NEWSPAPER], facets[Facet.YEAR]) == ([("水报", 2)], [("2024", 2)])


def test_rebuilding_makes_the_same_index(library):
    before = found(library, "桥")
    assert list(library.search.rebuild()) == [(3, 3)]
    assert found(library, "桥") == before


def test_a_search_can_be_stopped(library):
    with pytest.raises(SearchStoppedError):
        library.search.search("桥", should_stop=lambda: True)
    assert library.search.count("桥") == 3


@pytest.mark.parametrize("query", ["", " ", "\u200b", "()", '""'])
def test_what_asks_nothing_finds_nothing(library, query):
    assert library.search.search(query).hits == ()
    assert library.search.count(query) == 0


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "(" * 5000,
        "桥" * 10_000,
        "桥 " * 5000,
        "NEAR(桥 号)",
        "title : x",
        "*",
        "^桥",
        "a\0b",
        "😀",
        "\ud800",
        "{x}:y",
        "--",
        "OR",
    ],
)
def test_odd_queries_find_nothing_and_do_no_harm(library, query):
    assert library.search.search(query).hits == ()
    assert library.search.count("桥") == 3


def test_an_import_that_is_killed_leaves_the_index_in_step(tmp_path):
    for number in range(1, 29):
        page_file(tmp_path, number)
    path = tmp_path / "l.jianbao"
    command = [sys.executable, "-m", "reader", "import", "--library", str(path), str(tmp_path)]
    child = subprocess.Popen(command, cwd=Path(__file__).parents[2], stderr=subprocess.DEVNULL)
    while not path.exists():
        assert child.poll() is None
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    with Library(path) as library:
        assert library.search.count("群众") == len(library.tree.items(Scope()))
        take_in(library, tmp_path)
        assert library.search.count("群众") == len(library.tree.items(Scope())) == 28


def test_the_index_is_checked_against_the_text(tmp_path):
    def unfound(library):
        work = library.search.unfound()
        while True:
            try:
                next(work)
            except StopIteration as end:
                return end.value

    with Library(tmp_path / "l.jianbao") as library:
        for number, words in enumerate(["上海浦东（a b）", "国务院", "“水”", "1"], 1):
            file_page(library, number, None, None, [[(Role.TITLE, [words]), (Role.BODY, [words * 9])]])
        assert unfound(library) == ()
        [item, *_] = [row.id for row in library.tree.items(Scope())]
        connection = library._database.conn
        doc = connection.execute("SELECT doc FROM search_doc WHERE item_id = ?", [item]).fetchone()[0]
        other = connection.execute("SELECT max(doc) FROM search_doc").fetchone()[0]
        connection.execute("UPDATE search_doc SET doc = -1 WHERE doc = ?", [doc])
        connection.execute("UPDATE search_doc SET doc = ? WHERE doc = ?", [doc, other])
        connection.execute("UPDATE search_doc SET doc = ? WHERE doc = -1", [other])
        assert len(unfound(library)) == 2
        for _ in library.search.rebuild():
            pass
        assert unfound(library) == ()


def test_the_memo_of_an_article_is_searched_as_notes_are(tmp_path):
    with Library(tmp_path / "l.jianbao") as library:
        file_page(library, 1, None, None, [[(Role.TITLE, ["上海"]), (Role.BODY, ["浦东"])]])
        [item] = [row.id for row in library.tree.items(Scope())]
        library.memos.set(MemoTarget.ITEM, item, "此处可比照杭州的做法")
        for query in ("杭州", "批注:杭州", "上海 杭州"):
            [hit] = library.search.search(query).hits
            assert any(snippet.of_memo and "杭州" in snippet.text for snippet in hit.snippets)
        assert library.search.count("标题:杭州") == 0
        library.history.undo()
        assert library.search.count("杭州") == 0
