import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain.export import CsvEncoding, ExportOptions, Shape
from reader.domain.mark_filter import MarkFilter
from reader.domain.model import Color, Item, Kind, PageMeta, Role
from reader.domain.scope import UNKNOWN, Grouping, ReadState, Scope
from reader.errors import ErrorCode, UserError
from reader.exchange.csv_format import unguard
from reader.services.exporting import ExportProgress
from reader.services.library import Library
from tests.support.printed import BRIDGE, BRIDGE_META, block, file_page, mark

EVENING = "晚报一条\n城东夜市开街。\n"
UNDATED = "无名一条\n不知何时何地。\n"
EVERYTHING = ["=总投资三亿元", "集市", "夜景", "图书馆", "夜市", "何时"]
GOLDEN = Path(__file__).with_name("golden.csv")


def small_page(library, text, meta, name):
    title, body = text.splitlines()
    item = Item(Kind.ARTICLE, (block(text, Role.TITLE, title), block(text, Role.BODY, body)), title=title)
    (item_id,) = file_page(library, text, [item], meta, name)
    return item_id


@pytest.fixture
def library(tmp_path):
    """Three pages of which two are dated, with six marks in all colours but three."""
    with Library(tmp_path / "test.jianbao", coder="甲") as opened:
        undated = small_page(opened, UNDATED, PageMeta(), "undated.txt")
        evening = small_page(opened, EVENING, PageMeta("砚川晚报", "2024-05-13", "A02", "城事"), "evening.txt")
        _, article, photo, brief = file_page(opened)
        mark(opened, undated, "何时", Color.PINK)
        mark(opened, evening, "夜市", Color.GREEN, tags=["商业"])
        mark(opened, brief, "图书馆", Color.YELLOW, tags=["文化"])
        mark(opened, photo, "夜景", Color.GREEN)
        mark(opened, article, "集市", Color.YELLOW, "跨栏", ["交通", "商业"])
        mark(opened, article, "=总投资三亿元", Color.YELLOW, "=1+1\n第二行", ["=投资"])
        yield opened


def export(library, path, wanted=MarkFilter(), options=ExportOptions()):  # noqa: B008 # frozen
    job = library.exports.export(wanted, options, path)
    progress = []
    while True:
        try:
            progress.append(next(job))
        except StopIteration as end:
            return end.value, progress


def read(data, encoding="utf-8-sig"):
    lines = csv.reader(io.StringIO(data.decode(encoding), newline=""))
    names = next(lines)
    return [dict(zip(names, map(unguard, line), strict=True)) for line in lines]


def quotes(library, wanted):
    stream = io.BytesIO()
    for _ in library.exports.write(wanted, ExportOptions(), stream):
        pass
    found = [line["quote"] for line in read(stream.getvalue())]
    assert library.exports.count(wanted) == len(found)
    return found


def test_a_file_holds_all_annotations_in_the_order_of_the_tree(library, tmp_path):
    target = tmp_path / "标注.csv"
    count, progress = export(library, target)
    assert count == 6
    assert progress == [ExportProgress(6, 6)]
    assert [line["quote"] for line in read(target.read_bytes())] == [
        "=总投资三亿元",
        "集市",
        "夜景",
        "图书馆",
        "夜市",
        "何时",
    ]
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.suffix in {".csv", ".part"}) == ["标注.csv"]


def test_the_file_is_as_it_was_agreed(library, tmp_path):
    target = tmp_path / "out.csv"
    export(library, target)
    text = target.read_text(encoding="utf-8-sig")
    text = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UID", text)
    text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", "TIME", text)
    assert text == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (MarkFilter(newspaper="砚川晚报"), ["夜市"]),
        (MarkFilter(newspaper=UNKNOWN), ["何时"]),
        (MarkFilter(newspaper="没有的报"), []),
        (MarkFilter(date_from="2024-05-13"), ["夜市"]),
        (MarkFilter(date_to="2024-05-12"), ["=总投资三亿元", "集市", "夜景", "图书馆"]),
        (MarkFilter(tags=("商业",)), ["集市", "夜市"]),
        (MarkFilter(tags=("商业", "文化")), ["集市", "图书馆", "夜市"]),
        (MarkFilter(untagged=True), ["夜景", "何时"]),
        (MarkFilter(tags=("文化",), untagged=True), ["夜景", "图书馆", "何时"]),
        (MarkFilter(colors=(Color.GREEN, Color.PINK)), ["夜景", "夜市", "何时"]),
        (MarkFilter(newspaper="砚川日报", tags=("商业",), colors=(Color.YELLOW,)), ["集市"]),
    ],
)
def test_a_filter_lets_through_what_fits_all_of_it(library, wanted, found):
    assert quotes(library, wanted) == found


@pytest.mark.parametrize(
    ("scopes", "found"),
    [
        ((Scope(newspaper="砚川晚报"), Scope(newspaper=UNKNOWN)), ["夜市", "何时"]),
        ((Scope(section="要闻"),), ["=总投资三亿元", "集市", "夜景", "图书馆"]),
        ((Scope(tag="商业"),), ["集市", "夜市"]),
        ((Scope(tag=UNKNOWN),), ["夜景", "何时"]),
        ((Scope(tag="商业", newspaper="砚川晚报"),), ["夜市"]),
        ((Scope(headline="建成"),), ["=总投资三亿元", "集市"]),
        ((Scope(state=ReadState.ANNOTATED, date_from="2024-05-13"),), ["夜市"]),
        ((Scope(), Scope(newspaper="砚川晚报")), EVERYTHING),
    ],
)
def test_what_is_selected_in_the_tree_is_what_is_exported(library, scopes, found):
    assert quotes(library, MarkFilter(scopes=scopes)) == found


def test_an_article_and_a_page_can_be_selected(library):
    (daily,) = [node for node in library.tree.roots(Grouping.NEWSPAPER, Scope()) if node.value == "砚川日报"]
    rows = library.tree.items(daily.scope)
    assert quotes(library, MarkFilter(scopes=(Scope(item_id=rows[0].id),))) == ["=总投资三亿元", "集市"]
    assert len(quotes(library, MarkFilter(scopes=(Scope(page_id=rows[0].page_id),)))) == 4


def test_a_mark_where_no_article_is_gets_out_with_its_page(library):
    library._database.conn.execute("UPDATE annotation SET item_id = NULL WHERE quote = '集市'")
    assert quotes(library, MarkFilter(tags=("交通",))) == ["集市"]
    assert quotes(library, MarkFilter(scopes=(Scope(newspaper="砚川日报"),)))[-1] == "集市"
    assert quotes(library, MarkFilter(scopes=(Scope(section="要闻"),))) == ["=总投资三亿元", "夜景", "图书馆"]


def test_a_row_for_each_tag_and_gb18030_on_request(library, tmp_path):
    target = tmp_path / "tags.csv"
    count, _ = export(library, target, options=ExportOptions(shape=Shape.TAG, encoding=CsvEncoding.GB18030))
    lines = read(target.read_bytes(), "gb18030")
    assert count == 6
    assert [line["tag"] for line in lines] == ["=投资", "交通", "商业", "", "文化", "商业", ""]
    assert lines[0]["headline"] == "𠮷林大桥建成通车"


def test_a_preview_shows_the_first_rows_as_they_will_be_written(library):
    shown = library.exports.preview(MarkFilter(), ExportOptions(shape=Shape.TAG), limit=3)
    assert shown.total == 6
    first = dict(zip(shown.header, shown.rows[0], strict=True))
    assert (first["quote"], first["note"], first["tag"]) == ("'=总投资三亿元", "'=1+1\n第二行", "'=投资")
    assert len(shown.rows) == 3


def test_a_preview_of_nothing_has_columns_and_no_rows(library):
    shown = library.exports.preview(MarkFilter(tags=("没有",)), ExportOptions())
    assert (shown.rows, shown.total, shown.header[0]) == ((), 0, "format")


@pytest.fixture
def crowded(library):
    """The library with 1,000 more marks, so that an export takes several steps."""
    item_id = library.tree.items(Scope(newspaper="砚川晚报"))[0].id
    (existing,) = library._annotations.matching(MarkFilter(newspaper="砚川晚报"))
    with library._journal.step("mark") as writer:
        for number in range(1000):
            library._annotations.add(writer, replace(existing.annotation, uid=f"uid-{number}"), item_id)
    return library


def test_a_cancelled_export_leaves_the_old_file_and_nothing_else(crowded, tmp_path):
    target = tmp_path / "out" / "old.csv"
    target.parent.mkdir()
    target.write_text("old", encoding="utf-8")
    job = crowded.exports.export(MarkFilter(), ExportOptions(), target)
    assert next(job) == ExportProgress(200, 1006)
    assert len(list(target.parent.iterdir())) == 2
    job.close()
    assert target.read_text(encoding="utf-8") == "old"
    assert list(target.parent.iterdir()) == [target]


def test_a_finished_export_replaces_the_old_file_behind_a_link(crowded, tmp_path):
    target, link = tmp_path / "old.csv", tmp_path / "link.csv"
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    count, progress = export(crowded, link)
    assert count == 1006
    assert [step.done for step in progress] == [200, 400, 600, 800, 1000, 1006]
    assert link.is_symlink()
    assert len(read(target.read_bytes())) == 1006


@pytest.mark.parametrize("name", ["missing/out.csv", "test.jianbao/out.csv", "directory", "n" * 300])
def test_a_file_that_cannot_be_written_is_named(library, tmp_path, name):
    (tmp_path / "directory").mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(UserError) as caught:
        export(library, tmp_path / name)
    assert (caught.value.code, caught.value.path) == (ErrorCode.EXPORT_UNWRITABLE, str(tmp_path / name))
    assert caught.value.detail
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs the device that is always full")
def test_a_full_disk_is_the_users_error_too(crowded):
    with pytest.raises(UserError) as caught:
        export(crowded, Path("/dev/full"))
    assert caught.value.code is ErrorCode.EXPORT_UNWRITABLE
    assert "space" in caught.value.detail
    assert Path("/dev/full").is_char_device()


def test_an_empty_library_exports_its_columns(tmp_path):
    with Library(tmp_path / "empty.jianbao") as library:
        count, progress = export(library, tmp_path / "out.csv")
    assert (count, progress) == (0, [ExportProgress(0, 0)])
    assert read((tmp_path / "out.csv").read_bytes()) == []


def test_rare_characters_and_their_offsets_survive(library):
    stream = io.BytesIO()
    mark(library, library.tree.items(Scope(headline="建成"))[0].id, "𠮷林")
    for _ in library.exports.write(MarkFilter(newspaper=BRIDGE_META.newspaper), ExportOptions(), stream):
        pass
    (line,) = [line for line in read(stream.getvalue()) if line["quote"] == "𠮷林"]
    assert BRIDGE[int(line["start"]) : int(line["end"])] == "𠮷林"
