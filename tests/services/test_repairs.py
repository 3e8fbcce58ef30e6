"""Repairs of pages in a real library: each is one step, ids and marks stay, and all of it is undone and redone."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.decision import READER
from reader.domain.history import StepName
from reader.domain.item_meta import ItemMetaEdit
from reader.domain.model import (
    Block,
    Color,
    Correction,
    Genre,
    Item,
    Judgement,
    Kind,
    Named,
    PageMeta,
    Range,
    Reason,
    Role,
)
from reader.domain.scope import ReadState, Scope
from reader.errors import ErrorCode, UserError
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.services.pages import MetaEdit
from tests.support.printed import BRIDGE, file_page, mark
from tests.support.repairs import lines_of, operations, repaired, split_pages

TABLES = ("page", "page_text", "item", "item_state", "annotation", "annotation_tag", "tag", "correction", "hint")
NUMBERS = count()


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "pages.jianbao", coder="甲") as opened:
        yield opened


def content(library):
    """Every row that is the reader's."""
    return {table: library._database.conn.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}


def line(text, page=BRIDGE):
    start = page.index(text)
    return Range(start, start + len(text))


def shown(library, page_id=1):
    return [
        (one.item.kind.value, *(BRIDGE[span.start : span.end] for span in one.item.ranges()))
        for one in library.pages.items(page_id)
    ]


def test_a_repair_is_one_step_that_is_named_undone_and_redone(library):
    file_page(library)
    before = content(library)
    changes = library.repairs.split(1, line("桥通百业兴"))
    after = content(library)
    step = library.history.next_undo()
    assert (step.name, step.detail) == (StepName.SPLIT, "桥通百业兴")
    assert changes.pages == {1}
    assert changes.history
    _, undone = library.history.undo()
    assert content(library) == before
    assert undone.pages == {1}
    assert undone.items == changes.items
    library.history.redo()
    assert content(library) == after


def test_a_cut_within_a_line_is_a_step_named_by_what_begins_there_and_outlives_new_runs(library):
    _, article, *_ = file_page(library)
    early, late = mark(library, article, "正式通车"), mark(library, article, "集市迎来")
    marks = [library.marks.get(one) for one in (early, late)]
    before = content(library)
    whole = line("两岸群众出行缩短四十分钟")
    library.repairs.split_at(1, whole, whole.start + 4)
    after = content(library)
    step = library.history.next_undo()
    assert (step.name, step.detail) == (StepName.SPLIT, "出行缩短四十分钟")
    cut = {one.id: one.item.blocks for one in library.pages.items(1) if one.item.kind is Kind.ARTICLE}
    assert [blocks[0].ranges[0] for blocks in cut.values()] == [line("连心桥 民生路"), line("出行缩短四十分钟")]
    assert library.repairs.resegment([1]).pages, "the engine splits the rest of the page otherwise"
    assert {one.id: one.item.blocks for one in library.pages.items(1) if one.id in cut} == cut
    assert [library.marks.get(one).ranges for one in (early, late)] == [one.ranges for one in marks]
    while library.history.next_undo() != step:
        library.history.undo()
    assert content(library) == after
    library.history.undo()
    assert content(library) == before
    library.history.redo()
    library.repairs.merge_with_previous(1, line("出行缩短四十分钟"))
    library.repairs.join(1, line("出行缩短四十分钟"))
    assert whole in [span for one in library.pages.items(1) for span in one.item.ranges()]
    assert [library.marks.get(one) for one in (early, late)] == marks
    assert list(library.maintenance.problems()) == []


def test_a_role_of_half_a_line_teaches_nothing(library, tmp_path):
    page_id = imported(library, tmp_path)
    banner = line("◎广角", PAPER)
    assert library.repairs.set_role(page_id, [banner], Role.KICKER).hints
    library.history.undo()
    library.repairs.split_at(page_id, banner, banner.start + 1)
    assert not library.repairs.set_role(page_id, [Range(banner.start + 1, banner.end)], Role.TITLE).hints
    assert library.repairs.hints() == []


def test_a_repair_that_has_nothing_to_do_is_no_step_and_leaves_redo_alone(library):
    file_page(library)
    library.repairs.split(1, line("桥通百业兴"))
    library.history.undo()
    assert not library.repairs.split(1, line("连心桥 民生路")).history
    assert library.history.next_redo().name is StepName.SPLIT


def test_an_item_keeps_its_id_its_reading_state_and_its_marks_through_a_split_and_a_merge(library):
    _, article, photo, _ = file_page(library)
    early, late = mark(library, article, "正式通车"), mark(library, article, "集市迎来")
    library.reading.set_read([article], read=True)
    library.reading.set_position(article, 7)
    places = [library.marks.get(one).ranges for one in (early, late)]
    changes = library.repairs.split(1, line("桥通百业兴"))
    ids = [one.id for one in library.pages.items(1)]
    (new,) = set(ids) - {article, photo, ids[0], ids[-1]}
    assert article in ids
    assert changes.annotations == {late}
    assert library.reading.position(article) == 7
    assert library.reading.is_read(new), "what is cut off of a read article was read with it"
    assert [one.id for one in library.marks.of_article(library.pages.article(new))] == [late]
    library.repairs.merge_with_previous(1, line("桥通百业兴"))
    assert new not in [one.id for one in library.pages.items(1)]
    assert [one.id for one in library.marks.of_article(library.pages.article(article))] == [early, late]
    assert [library.marks.get(one).ranges for one in (early, late)] == places
    library.history.undo()
    assert library.reading.is_read(new)


def test_headlines_and_sections_in_the_tree_follow_the_repair(library):
    _, article, _, _ = file_page(library)
    library.repairs.set_role(1, [line("两岸群众出行缩短四十分钟")], Role.TITLE)
    row = next(row for row in library.tree.items(Scope(page_id=1)) if row.id == article)
    assert row.label == "𠮷林大桥建成通车 两岸群众出行缩短四十分钟"
    library.repairs.set_role(1, [line("砚川日报")], Role.SECTION)
    assert {one.item.section for one in library.pages.items(1) if one.item.kind is not Kind.PHOTO} == {"砚川日报"}


def test_a_correction_is_read_marked_quoted_found_sound_and_exported(library, tmp_path):
    _, article, _, _ = file_page(library)
    old = mark(library, article, "昨日上午,𠮷林大桥")
    library.repairs.correct(1, line("昨日上午"), "今日上午")
    assert library.pages.page(1).text == BRIDGE
    assert library.pages.page(1).corrections == (Correction(line("昨"), "今"),)
    new = mark(library, article, "今日上午")
    assert library.marks.get(new).quote == "今日上午"
    assert library.marks.get(new).ranges == (line("昨日上午"),)
    assert library.marks.get(old).quote == "昨日上午,𠮷林大桥", "what was marked before stays as it was read then"
    assert list(library.maintenance.problems()) == []
    library.repairs.correct(1, line("昨"), "昨")
    assert library.pages.page(1).corrections == ()
    assert library.marks.get(new).quote == "昨日上午", "a quote that would say what nothing says is taken anew"
    assert list(library.maintenance.problems()) == []
    while library.history.next_undo().name is StepName.CORRECT:
        library.history.undo()
    assert library.marks.get(new).quote == "今日上午"


def test_a_corrected_headline_is_the_label_and_a_correction_in_the_view_keeps_its_neighbour(library):
    _, article, _, _ = file_page(library)
    library.repairs.correct(1, line("建成"), "竣工")
    opened = library.pages.article(article)
    start = opened.view.text.index("工")
    library.repairs.correct_in(opened, Range(start, start + 1), "成")
    assert library.pages.article(article).stored.item.title == "𠮷林大桥竣成通车"
    library.history.undo()
    library.history.undo()
    assert library.pages.article(article).stored.item.title == "𠮷林大桥建成通车"


def test_corrections_over_lines_and_of_whole_lines_are_refused(library):
    _, article, _, _ = file_page(library)
    opened = library.pages.article(article)
    start = opened.view.text.index("沿线集市")
    with pytest.raises(UserError) as across:
        library.repairs.correct_in(opened, Range(start, start + 4), "沿途")
    assert across.value.code is ErrorCode.CORRECTION_LINES
    with pytest.raises(UserError) as emptied:
        library.repairs.correct(1, line("桥通百业兴"), "")
    assert emptied.value.code is ErrorCode.CORRECTION_EMPTY


def doubtful_page(library):
    blocks = (
        Block(Role.TITLE, (line("𠮷林大桥建成通车"),)),
        Block(Role.BODY, (line("桥通百业兴"),), Judgement(0.5, (Reason("begins_mid_sentence"),))),
    )
    return file_page(library, items=[Item(Kind.ARTICLE, blocks, judgement=Judgement(0.7))])[0]


def test_what_is_accepted_is_doubtful_no_more_until_that_is_undone(library):
    item_id = doubtful_page(library)
    doubtful = Scope(state=ReadState.DOUBTFUL)
    assert library.tree.neighbour(None, doubtful, forward=True) == item_id
    stored = library.pages.article(item_id).stored
    lines = [block.ranges[0] for block in stored.item.blocks]
    library.repairs.accept(stored.page_id, lines)
    assert library.tree.neighbour(None, doubtful, forward=True) is None
    accepted = library.pages.article(item_id).stored.item
    assert [reason.code for reason in accepted.judgement.reasons] == [READER, "engine"]
    assert not library.repairs.accept(stored.page_id, lines).history
    library.history.undo()
    assert library.tree.neighbour(None, doubtful, forward=True) == item_id


PAPER = """云川日报 2031年5月12日 星期一 第05版：乡土
◎广角
山路通了
本报讯（记者 方圆）近日，山路修到村口，班车一天两趟。
◎要闻
茶山开园
本报讯（记者 陆远）近日，茶农在山上采茶，游客很多。
"""


def imported(library, folder, text=PAPER, name="page.txt"):
    path = folder / name
    path.write_text(text, "utf-8")
    events = list(library.importer.import_pages(ImportRequest((path,))))
    return next(event.page_id for event in events if hasattr(event, "page_id"))


def test_a_new_run_leaves_what_the_reader_decided_and_renews_the_rest(library, tmp_path):
    page_id = imported(library, tmp_path)
    fresh = content(library)["item"]
    assert not library.repairs.resegment([page_id]).history, "the same engine says the same"
    library.repairs.set_role(page_id, [line("山路通了", PAPER)], Role.KICKER)
    kept = [one for one in library.pages.items(page_id) if one.item.kicker]
    library._database.conn.execute(
        "UPDATE item SET content = replace(content, '茶山开园', '别的') WHERE id != ?", [kept[0].id]
    )
    library.repairs.resegment([page_id])
    assert library.pages.article(kept[0].id).stored == kept[0]
    assert [row for row in content(library)["item"] if row[0] != kept[0].id] == [
        row for row in fresh if row[0] != kept[0].id
    ]


def test_lines_of_a_shape_are_alike(library, tmp_path):
    page_id = imported(library, tmp_path)
    assert library.repairs.similar(page_id, line("◎广角", PAPER)) == (line("◎广角", PAPER), line("◎要闻", PAPER))
    assert library.repairs.similar(page_id, line("山路通了", PAPER)) == (
        line("山路通了", PAPER),
        line("茶山开园", PAPER),
    )


def test_what_a_decision_taught_is_used_for_the_next_page_of_the_newspaper_and_can_be_forgotten(library, tmp_path):
    page_id = imported(library, tmp_path)
    banners = library.repairs.similar(page_id, line("◎广角", PAPER))
    assert library.repairs.set_role(page_id, banners, Role.KICKER).hints
    (hint,) = library.repairs.hints()
    assert (hint.newspaper, hint.role, hint.uses) == ("云川日报", Role.KICKER, 2)
    later = imported(library, tmp_path, PAPER.replace("山", "水").replace("12日", "13日"), "later.txt")
    assert [one.item.kicker for one in library.pages.items(later) if one.item.kicker] == ["◎广角", "◎要闻"]
    elsewhere = imported(library, tmp_path, PAPER.replace("云川", "海川"), "elsewhere.txt")
    assert not [one for one in library.pages.items(elsewhere) if one.item.kicker]
    library.repairs.forget_hint(hint)
    after = imported(library, tmp_path, PAPER.replace("山", "湖").replace("12日", "14日"), "after.txt")
    assert not [one for one in library.pages.items(after) if one.item.kicker]


def test_undoing_a_decision_unlearns_it_and_an_unknown_newspaper_teaches_nothing(library, tmp_path):
    page_id = imported(library, tmp_path)
    library.repairs.set_role(page_id, [line("◎广角", PAPER)], Role.TITLE)
    library.history.undo()
    assert library.repairs.hints() == []
    file_page(library, meta=PageMeta())
    assert not library.repairs.set_role(2, [line("砚川日报")], Role.SECTION).hints


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(split_pages(min_lines=3), st.data())
def test_any_repairs_and_marks_are_undone_and_redone_to_the_letter_also_after_a_restart(tmp_path, page_and_items, data):
    page, items = page_and_items
    path = tmp_path / f"{next(NUMBERS)}.jianbao"
    lines = lines_of(items)
    with Library(path, coder="甲") as library:
        file_page(library, page, items)
        states = [content(library)]
        for one in data.draw(st.lists(st.sampled_from(library.pages.items(1)), max_size=3)):
            article = library.pages.article(one.id)
            library.marks.add(article, Range(0, len(article.view.text)), Color.GREEN)
            library.reading.set_read([one.id], read=True)
            states = [content(library)]
        ranges = {row[0]: row[5] for row in content(library)["annotation"]}
        model = items
        for _ in range(data.draw(st.integers(1, 6))):
            step = data.draw(operations(lines))
            name, arguments, options = step
            changes = getattr(library.repairs, name)(1, *arguments, **options)
            model = repaired(model, page, step)
            assert tuple(one.item for one in library.pages.items(1)) == model
            assert {row[0]: row[5] for row in content(library)["annotation"]} == ranges
            if changes.history:
                states.append(content(library))
    with Library(path, coder="甲") as library:
        for state in reversed(states[:-1]):
            library.history.undo()
            assert content(library) == state
    with Library(path, coder="甲") as library:
        for state in states[1:]:
            library.history.redo()
            assert content(library) == state
        assert list(library.maintenance.problems()) == []


def test_what_the_reader_writes_of_an_article_is_a_step_and_outlives_repairs_and_new_runs(library, tmp_path):
    page_id = imported(library, tmp_path)
    title = line("山路通了", PAPER)
    before = content(library)
    edit = ItemMetaEdit(genre=Genre.FEATURE, place="云川", reporters=("陆远",))
    changes = library.repairs.set_meta(page_id, title, edit)
    assert (library.history.next_undo().name, library.history.next_undo().detail) == (StepName.EDIT_ITEM, "山路通了")
    assert changes.pages == {page_id}
    after = content(library)

    def written():
        (item,) = (one.item for one in library.pages.items(page_id) if title in one.item.ranges())
        meta = item.meta
        return meta.genre.text, meta.place, [one.text for one in meta.reporters], meta.decided

    assert written() == ("feature", Named("云川"), ["陆远"], ("genre", "place", "reporters"))
    library.repairs.set_role(page_id, [title], Role.KICKER)
    library.repairs.resegment([page_id])
    library.repairs.merge_with_previous(page_id, line("茶山开园", PAPER))
    assert written() == ("feature", Named("云川"), ["陆远"], ("genre", "place", "reporters"))
    while content(library) != after:
        library.history.undo()
    library.history.undo()
    assert content(library) == before
    assert not library.repairs.set_meta(page_id, title, ItemMetaEdit()).history, "nothing was touched"


def test_a_repair_reads_the_metadata_anew(library):
    text = "桥通了\n方圆\n本报讯 清早六点。\n"
    items = [Item(Kind.ARTICLE, tuple(Block(Role.BODY, (line(words, text),)) for words in text.split("\n")[:3]))]
    file_page(library, text, items)
    library.repairs.set_role(1, [line("方圆", text)], Role.BYLINE)
    (stored,) = library.pages.items(1)
    assert stored.item.meta.reporters == (Named("方圆", line("方圆", text)),)
    library.repairs.correct(1, line("圆", text), "园")
    (stored,) = library.pages.items(1)
    assert stored.item.meta.reporters == (Named("方园", line("方圆", text)),)


def test_a_page_knows_where_it_says_its_metadata_until_the_reader_says_otherwise(library, tmp_path):
    page_id = imported(library, tmp_path)
    page = library.pages.page(page_id)
    assert {name: PAPER[slice(*span)] for name, span in page.meta_ranges.items()} == {
        "newspaper": "云川日报",
        "issue_date": "2031年5月12日",
        "page_no": "05",
        "page_name": "乡土",
    }
    library.pages.edit_meta([page_id], MetaEdit(newspaper="云川晚报"))
    assert set(library.pages.page(page_id).meta_ranges) == {"issue_date", "page_no", "page_name"}
    library.history.undo()
    assert library.pages.page(page_id) == page


def test_a_hint_is_followed_on_later_pages_and_nothing_else_changes_but_what_stands_below(library, tmp_path):
    page_id = imported(library, tmp_path)
    library.repairs.set_role(page_id, [line("◎广角", PAPER)], Role.FURNITURE)
    text = PAPER.replace("山", "水").replace("12日", "13日")
    later = library.pages.items(imported(library, tmp_path, text, "later.txt"))
    roles = {text[slice(*block.ranges[0])]: block.role for one in later for block in one.item.blocks}
    assert (roles["◎广角"], roles["◎要闻"]) == (Role.FURNITURE, Role.FURNITURE)
    assert (roles["水路通了"], roles["茶水开园"]) == (Role.TITLE, Role.TITLE)
    assert {one.item.section for one in later} == {None}
