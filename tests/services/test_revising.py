"""A newer text of a page takes its place, with all that the reader made, as part of the import that undo takes back."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain.mark_filter import MarkFilter
from reader.domain.memo import MemoTarget
from reader.domain.model import AnchorState, Color, Correction, Kind, PageMeta, Range, Role
from reader.domain.scope import Scope
from reader.services.importing import Finished, Imported, ImportRequest
from reader.services.library import Library
from reader.services.pages import MetaEdit
from reader.services.revising import Revision

BRIDGE = "本报讯 昨日上午，鹤汀镇的老桥重新通车，两岸居民赶来观看，镇政府负责人介绍了修桥的经过。"
DAM = "今年汛期以来，县水利局先后派出六批技术人员驻守水库，对二十三处险段逐一排查，并在堤上值守到深夜。"
BOOKS = "退休教师孙亭把自己收藏的三千册旧书捐给了社区，书架就摆在菜市场边上，谁都可以坐下来翻一翻。"
NAME = "砚川日报_2024-05-13_第02版.txt"
TABLES = ("page", "page_text", "item", "item_state", "annotation", "annotation_tag", "correction", "memo", "link")


def page(*articles):
    return (
        "第02版：要闻\n\n"
        + "\n\n".join(f"# {headline}\n□本报记者 林听雨\n{text}" for headline, text in articles)
        + "\n"
    )


OLD = page(("老桥重新通车", BRIDGE), ("水库除险记", DAM), ("旧书有了新家", BOOKS))


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "test.jianbao", coder="林") as opened:
        yield opened


def bring(library, folder, text, name=NAME, **wanted):
    path = Path(folder) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    *_, event, finished = library.importer.import_pages(ImportRequest((path,), **wanted))
    assert isinstance(event, Imported)
    assert isinstance(finished, Finished)
    return event, finished


def articles(library, page_id):
    return {
        stored.item.title: library.pages.article(stored.id)
        for stored in library.pages.items(page_id)
        if stored.item.kind is Kind.ARTICLE
    }


def mark(library, page_id, words, note=""):
    for article in articles(library, page_id).values():
        at = article.view.text.find(words)
        if at >= 0:
            return library.marks.add(article, Range(at, at + len(words)), Color.GREEN, note, ["桥"])[0]
    raise AssertionError(words)


def said(library, annotation_id):
    annotation = library.marks.get(annotation_id)
    text = library.pages.page(annotation.page_id).text
    return "".join(text[start:end] for start, end in annotation.ranges)


def state(path):
    """Everything that the tables hold, but for counters."""
    with closing(sqlite3.connect(path)) as connection:
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}


def test_marks_go_over_to_the_newer_text(library, tmp_path):
    old = bring(library, tmp_path / "a", OLD)[0].page_id
    bridge, moved, lost = (
        mark(library, old, words) for words in ("两岸居民赶来", "先后派出六批技术人员驻守", "三千册旧书")
    )
    new_text = page(("水库除险记", DAM.replace("六批", "六挑")), ("老桥重新通车", BRIDGE))
    event, finished = bring(library, tmp_path / "a", new_text)
    assert event.revision == Revision(old, carried=1, moved=1, orphaned=1)
    assert (finished.pages, finished.replaced, finished.carried, finished.moved, finished.orphaned) == (1, 1, 1, 1, 1)
    states = {name: library.marks.get(name) for name in (bridge, moved, lost)}
    assert [one.state for one in states.values()] == [AnchorState.EXACT, AnchorState.MOVED, AnchorState.ORPHAN]
    assert [one.page_id for one in states.values()] == [event.page_id, event.page_id, old]
    assert said(library, bridge) == "两岸居民赶来"
    assert said(library, moved) == "先后派出六挑技术人员驻守"
    assert states[moved].quote == "先后派出六批技术人员驻守"
    assert states[bridge].prefix.endswith("老桥重新通车，")
    assert states[bridge].tags == ("桥",)
    shown = articles(library, event.page_id)["老桥重新通车"]
    assert [one.id for one in library.marks.of_article(shown)] == [bridge]
    assert library.tree.counts(Scope())[0] == event.articles
    assert library.exports.count(MarkFilter()) == 3
    assert list(library.maintenance.problems()) == []


def test_undo_takes_all_back_and_redo_brings_it_again(library, tmp_path):
    old = bring(library, tmp_path / "a", OLD)[0].page_id
    for words in ("两岸居民赶来", "先后派出六批技术人员驻守", "三千册旧书"):
        mark(library, old, words, "记一笔")
    library.reading.set_read([stored.id for stored in library.pages.items(old)], read=True)
    library.memos.set(MemoTarget.PAGE, old, "整版的备忘")
    library.memos.set(MemoTarget.ITEM, articles(library, old)["旧书有了新家"].stored.id, "旧书的备忘")
    before = state(library.path)
    bring(library, tmp_path / "a", page(("水库除险记", DAM.replace("六批", "六挑")), ("老桥重新通车", BRIDGE)))
    after = state(library.path)
    for _ in range(2):
        step, changes = library.history.undo()
        assert state(library.path) == before
        assert {old} <= changes.annotated_pages
        library.history.redo()
        assert state(library.path) == after
    assert step.name == "import"
    assert list(library.maintenance.problems()) == []


def test_a_page_without_anything_made_on_it_is_simply_replaced(library, tmp_path):
    old = bring(library, tmp_path / "a", OLD)[0].page_id
    event, _ = bring(library, tmp_path / "b", OLD.replace("深夜", "天明"))
    assert event.revision == Revision(old, 0, 0, 0)
    assert library.revisions.newest(old) == event.page_id
    assert library.pages.page(old).text == OLD
    assert library.pages.items(old) == []


@pytest.mark.parametrize(
    ("folder", "name", "text"),
    [
        (
            "a",
            NAME,
            page(("完全不同", "别处的新闻说了别的事情，和原来的那一版没有一个字是相同的，写的是天气与收成。" * 4)),
        ),
        ("b", "砚川日报_2024-05-13_第03版.txt", OLD.replace("第02版", "第03版").replace("深夜", "天明")),
        ("b", "砚川日报_2024-05-14_第02版.txt", OLD.replace("深夜", "天明")),
        ("b", NAME, page(("老桥重新通车", BRIDGE[:24]))),
    ],
    ids=["other text in the same file", "other page", "other date", "excerpt"],
)
def test_what_is_no_newer_text_is_a_page_of_its_own(library, tmp_path, folder, name, text):
    old = bring(library, tmp_path / "a", OLD)[0].page_id
    event, finished = bring(library, tmp_path / folder, text, name)
    assert event.revision is None
    assert finished.replaced == 0
    assert library.pages.items(old)


def test_of_two_files_that_come_together_neither_replaces_the_other(library, tmp_path):
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / NAME).write_text(OLD, encoding="utf-8")
    (folder / f"新{NAME}").write_text(OLD.replace("深夜", "天明"), encoding="utf-8")
    *_, finished = library.importer.import_pages(ImportRequest((folder,)))
    assert (finished.pages, finished.replaced) == (2, 0)


def test_of_many_files_each_replaces_its_own(library, tmp_path):
    folder = tmp_path / "a"
    folder.mkdir()
    for text in (OLD, OLD.replace("深夜", "天明")):
        for number in range(1, 61):
            name = f"砚川日报_2024-05-13_第{number:02}版.txt"
            (folder / name).write_text(text.replace("第02版", f"第{number:02}版"), encoding="utf-8")
        *events, finished = library.importer.import_pages(ImportRequest((folder,)), processes=2)
    assert (finished.pages, finished.replaced) == (60, 60)
    replaced = [event.revision.page_id for event in events if isinstance(event, Imported)]
    assert sorted(replaced) == list(range(1, 61))
    library.history.undo()
    assert library.tree.counts(Scope())[0] == 180


def test_the_same_file_is_enough_where_a_page_does_not_say_what_it_is(library, tmp_path):
    text = OLD.replace("第02版：要闻\n\n", "")
    old = bring(library, tmp_path / "a", text, "scan.txt")[0].page_id
    event, _ = bring(library, tmp_path / "a", text.replace("深夜", "天明"), "scan.txt")
    assert event.revision is not None
    assert event.revision.page_id == old
    other, _ = bring(library, tmp_path / "b", text.replace("深夜", "黎明"), "scan.txt")
    assert other.revision is None


def test_orphans_of_an_older_text_come_back_with_one_that_has_their_words(library, tmp_path):
    first = bring(library, tmp_path / "a", OLD)[0].page_id
    lost = mark(library, first, "三千册旧书")
    second = bring(library, tmp_path / "a", page(("老桥重新通车", BRIDGE), ("水库除险记", DAM)))[0].page_id
    assert library.marks.get(lost).page_id == first
    event, _ = bring(library, tmp_path / "a", OLD.replace("到深夜", "到天明"))
    assert event.revision == Revision(second, carried=1, moved=0, orphaned=0)
    assert library.marks.get(lost).state is AnchorState.EXACT
    assert (library.marks.get(lost).page_id, said(library, lost)) == (event.page_id, "三千册旧书")
    assert library.revisions.newest(first) == event.page_id


def test_what_was_read_stays_read(library, tmp_path):
    old = bring(library, tmp_path / "a", OLD)[0].page_id
    library.reading.set_read([articles(library, old)["水库除险记"].stored.id], read=True)
    new = bring(library, tmp_path / "a", page(("水库除险记", DAM.replace("六批", "六挑")), ("老桥重新通车", BRIDGE)))[0]
    read = {
        title: library.reading.is_read(article.stored.id) for title, article in articles(library, new.page_id).items()
    }
    assert read == {"水库除险记": True, "老桥重新通车": False}


def test_details_that_the_reader_wrote_stay_and_those_of_the_import_win(library, tmp_path):
    old = bring(library, tmp_path / "a", OLD)[0].page_id
    library.pages.edit_meta([old], MetaEdit(newspaper="砚川晚报", page_name="民生"))
    new = bring(library, tmp_path / "a", OLD.replace("深夜", "天明"), meta=MetaEdit(page_name="副刊"))[0].page_id
    assert library.pages.page(new).meta == PageMeta("砚川晚报", "2024-05-13", "02", "副刊")


def test_corrections_go_over_where_they_still_apply(library, tmp_path):
    old = bring(library, tmp_path / "a", OLD)[0].page_id
    for wrong, right in (("六批", "七批"), ("三千册", "三万册")):
        at = OLD.index(wrong)
        library.repairs.correct(old, Range(at, at + len(wrong)), right)
    corrected = mark(library, old, "派出七批技术人员")
    text = OLD.replace("三千册", "三干册").replace("老桥重新通车，", "老桥昨天重新通车，")
    event, _ = bring(library, tmp_path / "a", text)
    new = library.pages.page(event.page_id)
    at = text.index("六批")
    assert new.corrections == (Correction(Range(at, at + 1), "七"),)
    assert library.marks.get(corrected).state is AnchorState.EXACT
    assert "派出七批技术人员" in articles(library, event.page_id)["水库除险记"].view.text
    assert list(library.maintenance.problems()) == []


def test_what_was_decided_about_items_goes_over(library, tmp_path):
    old = bring(library, tmp_path / "a", OLD)[0].page_id
    line = next(
        span
        for stored in library.pages.items(old)
        for block in stored.item.blocks
        for span in block.ranges
        if OLD[span.start : span.end] == BOOKS
    )
    library.repairs.set_role(old, [line], Role.CAPTION)
    title = OLD.index("水库除险记")
    library.repairs.merge_with_previous(old, Range(title, title + 5))
    text = "报头一行\n" + OLD.replace("翻一翻", "翻翻看")
    new = bring(library, tmp_path / "a", text)[0].page_id
    found = articles(library, new)
    assert "水库除险记" not in found
    merged = found["老桥重新通车"]
    assert DAM in merged.view.text
    roles = {
        text[span.start : span.end]: block.role
        for stored in library.pages.items(new)
        for block in stored.item.blocks
        for span in block.ranges
    }
    assert roles[BOOKS.replace("翻一翻", "翻翻看")] is Role.CAPTION
    assert list(library.maintenance.problems()) == []


def test_memos_go_with_their_articles_or_to_the_page(library, tmp_path):
    old = bring(library, tmp_path / "a", OLD)[0].page_id
    library.memos.set(MemoTarget.PAGE, old, "整版")
    for title, memo in (("老桥重新通车", "桥"), ("旧书有了新家", "书")):
        library.memos.set(MemoTarget.ITEM, articles(library, old)[title].stored.id, memo)
    new = bring(library, tmp_path / "a", page(("水库除险记", DAM), ("老桥重新通车", BRIDGE)))[0].page_id
    assert library.memos.text(MemoTarget.PAGE, new) == "整版\n\n书"
    assert library.memos.text(MemoTarget.ITEM, articles(library, new)["老桥重新通车"].stored.id) == "桥"
    assert len(library.memos.all()) == 2


def test_links_between_marks_stay(library, tmp_path):
    old = bring(library, tmp_path / "a", OLD)[0].page_id
    one, other = mark(library, old, "两岸居民赶来"), mark(library, old, "三千册旧书")
    library.links.add(one, other, "见")
    bring(library, tmp_path / "a", page(("老桥重新通车", BRIDGE), ("水库除险记", DAM)))
    assert [(link.from_id, link.to_id) for link in library.links.of(one)] == [(one, other)]


KILLED = """
import os, signal, sys
from pathlib import Path
from reader.services.importing import ImportRequest
from reader.services.library import Library
seen = 0
def trace(sql):
    global seen
    seen += sql.startswith("UPDATE annotation")
    if seen == 2:
        os.kill(os.getpid(), signal.SIGKILL)
with Library(Path(sys.argv[1])) as library:
    library._database.conn.set_trace_callback(trace)
    list(library.importer.import_pages(ImportRequest((Path(sys.argv[2]),))))
"""


def test_a_process_that_is_killed_half_way_leaves_everything_as_it_was(library, tmp_path):
    old = bring(library, tmp_path / "a", OLD)[0].page_id
    for words in ("两岸居民赶来", "先后派出六批技术人员驻守", "三千册旧书"):
        mark(library, old, words)
    before = state(library.path)
    (tmp_path / "a" / NAME).write_text(OLD.replace("到深夜", "到天明"), encoding="utf-8")
    arguments = [sys.executable, "-c", KILLED, str(library.path), str(tmp_path / "a" / NAME)]
    done = subprocess.run(arguments, cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == -signal.SIGKILL
    assert state(library.path) == before
    assert bring(library, tmp_path / "a", OLD.replace("到深夜", "到天明"))[0].revision == Revision(old, 3, 0, 0)
