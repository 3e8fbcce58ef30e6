"""Codebooks leave a library and come into another equal; whatever a file says, merging it twice is merging it once."""

import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.code import Code, CodeIssue, checked
from reader.domain.codebook import Codebook, Tag
from reader.domain.codebook_merge import plan_merge
from reader.domain.codebook_places import Place
from reader.domain.model import Color
from reader.errors import ErrorCode, UserError
from reader.exchange.refi_codebook import write_codebook
from reader.services.codebook import Meaning
from reader.services.codebook_files import LARGEST
from reader.services.library import Library

UIDS = [str(uuid.UUID(int=number)) for number in range(6)]
NAMES = [f"名{number}" for number in range(5)] + ["名0 (名1)", "名0 (2)"]


@st.composite
def codebooks(draw):
    tags = []
    names = draw(st.lists(st.sampled_from(NAMES), max_size=5, unique=True))
    uids = draw(st.permutations(UIDS))
    for number, name in enumerate(names):
        parent = draw(st.sampled_from([None, *(tag.id for tag in tags)]))
        tags.append(Tag(number + 1, uids[number], name, parent, draw(st.integers(0, 2))))
    return Codebook(tags)


@st.composite
def foreign(draw):
    count = draw(st.integers(0, 6))
    codes = [
        Code(
            draw(st.sampled_from(NAMES)),
            draw(st.sampled_from(["", *UIDS])),
            draw(st.one_of(st.none(), st.integers(0, count - 1))),
            draw(st.sampled_from(["", *NAMES])),
            draw(st.sampled_from([None, Color.BLUE])),
            draw(st.sampled_from(["", "定义"])),
        )
        for _ in range(count)
    ]
    return checked(codes, is_tree=draw(st.booleans()))


def after(codebook, plan):
    """The codebook once a plan was written, as the library writes it."""
    tags = {tag.id: tag for tag in codebook}
    ids = {planned.after.id: 100 - planned.after.id for planned in plan.new}
    for planned in plan.tags:
        tag = planned.after
        uid = tag.uid or str(uuid.UUID(int=1000 + len(codebook) - tag.id))
        new = Tag(
            ids.get(tag.id, tag.id), uid, tag.name, ids.get(tag.parent_id, tag.parent_id), tag.position, tag.color,
            tag.definition,
        )  # fmt: skip
        tags[new.id] = new
    return Codebook(tags.values())


@given(codebooks(), foreign())
@settings(max_examples=400)
def test_a_merge_keeps_names_unique_and_a_second_one_changes_nothing(codebook, codes):
    plan = plan_merge(codebook, codes)
    merged = after(codebook, plan)
    assert len(plan.tags) == len(codes.codes)
    assert len({tag.name for tag in merged}) == len(merged)  # the walk reaches every tag: there is no cycle
    assert {tag.id for tag in codebook} <= {tag.id for tag in merged}
    again = plan_merge(merged, codes)
    assert not again.new
    assert not again.changed


@given(codebooks(), foreign())
def test_names_are_given_up_before_they_are_taken(codebook, codes):
    names = {tag.name: tag.id for tag in codebook}
    for planned in plan_merge(codebook, codes).tags:
        if planned.before is not None:
            del names[planned.before.name]
        assert planned.after.name not in names
        names[planned.after.name] = planned.after.id


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "codebook.jianbao") as opened:
        yield opened


@pytest.fixture
def filled(library):
    book = library.codebook
    work, _ = book.create("工作")
    life, _ = book.create("=民生")
    home, _ = book.create("住房", life)
    book.create("就业", life, 0)
    book.define(home, Meaning("房子\n[example]", "租房、买房", "装修", "“他搬进了新房”"))
    book.set_color([home], Color.VIOLET)
    book.move([work], Place(None))
    return library


def shape(library):
    codebook = library.codebook.load()
    texts = ("definition", "use_when", "not_when", "example")
    return [
        ([above.name for above in codebook.path(tag.id)], tag.uid, tag.color, *(getattr(tag, text) for text in texts))
        for tag in codebook
    ]


@pytest.mark.parametrize("name", ["标签表.qdc", "标签表.csv"])
def test_a_codebook_comes_into_another_library_equal(filled, tmp_path, name):
    path = tmp_path / name
    assert filled.codebook_files.export(path) == 4
    with Library(tmp_path / "other.jianbao") as other:
        plan, changes = other.codebook_files.merge(path)
        assert (len(plan.new), len(plan.changed), plan.problems) == (4, 0, ())
        assert changes.tags
        assert shape(other) == shape(filled)
        _, changes = other.codebook_files.merge(path)
        assert not changes.tags
        other.history.undo()
        assert not shape(other)
        other.history.redo()
        assert shape(other) == shape(filled)


def test_a_file_renames_moves_and_adds_but_erases_nothing(filled, tmp_path):
    path = tmp_path / "标签表.csv"
    filled.codebook_files.export(path)
    before = shape(filled)
    uid = {names[-1]: uid for names, uid, *_ in before}
    path.write_text(
        "uid,name,parent,definition\n"
        f"{uid['住房']},就业,工作,\n{uid['就业']},住房与就业,住房,岗位\n,工作,,\n,住房,,新的\n",
        encoding="utf-8",
    )
    plan, _ = filled.codebook_files.merge(path)
    assert [(tag.before.name, tag.after.name) for tag in plan.changed] == [("就业", "住房与就业"), ("住房", "就业")]
    assert [tag.after.name for tag in plan.new] == ["住房"]
    codebook = filled.codebook.load()
    assert [tag.name for tag in codebook.path(codebook.named("就业").id)] == ["工作", "就业"]
    assert [tag.name for tag in codebook.path(codebook.named("住房与就业").id)] == ["住房", "住房与就业"]
    assert codebook.named("就业").definition == "房子\n[example]"
    filled.history.undo()
    assert shape(filled) == before


def test_a_name_in_use_gets_that_of_its_parent(filled, tmp_path):
    path = tmp_path / "codes.csv"
    path.write_text("name,parent\n甲,\n其他,甲\n乙,\n其他,乙\n其他,\n", encoding="utf-8")
    plan, _ = filled.codebook_files.merge(path)
    assert [(one.issue, one.name, one.detail) for one in plan.problems] == [
        (CodeIssue.NAME_IN_USE, "其他", "其他 (乙)"),
        (CodeIssue.NAME_IN_USE, "其他", "其他 (2)"),
    ]
    assert not filled.codebook_files.preview(path).new


def test_a_parent_may_be_a_tag_of_the_library(filled, tmp_path):
    path = tmp_path / "codes.csv"
    path.write_text("name,parent\n二手房,住房\n住房,没有\n工作,工作\n", encoding="utf-8")
    plan, _ = filled.codebook_files.merge(path)
    codebook = filled.codebook.load()
    assert [tag.name for tag in codebook.path(codebook.named("二手房").id)] == ["=民生", "住房", "二手房"]
    assert [(one.issue, one.name) for one in plan.problems] == [
        (CodeIssue.UNKNOWN_PARENT, "住房"),
        (CodeIssue.CYCLE, "工作"),
    ]


def test_two_codebooks_become_one(filled, tmp_path):
    codes = [Tag(1, UIDS[0], "民生"), Tag(2, UIDS[1], "就业", 1, definition="岗位"), Tag(3, UIDS[2], "医疗", 1)]
    path = tmp_path / "theirs.qdc"
    path.write_bytes(write_codebook(Codebook(codes)))
    filled.codebook_files.merge(path)
    codebook = filled.codebook.load()
    assert [tag.name for tag in codebook.children(codebook.named("民生").id)] == ["医疗", "就业"]
    assert codebook.named("就业").definition == "岗位"
    assert codebook.named("就业").uid != UIDS[1]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.qdc", b"<CodeBook>", ErrorCode.CODEBOOK_DAMAGED),
        ("x.csv", b"", ErrorCode.CODEBOOK_DAMAGED),
        ("x.csv", b"name\n" * (LARGEST // 5 + 1), ErrorCode.CODEBOOK_DAMAGED),
        ("x.csv", None, ErrorCode.FILE_VANISHED),
    ],
)
def test_a_damaged_file_changes_nothing(filled, tmp_path, name, content, code):
    before = shape(filled)
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError) as refused:
        filled.codebook_files.merge(tmp_path / name)
    assert refused.value.code is code
    assert shape(filled) == before


def test_a_merge_that_is_stopped_anywhere_leaves_the_library_as_it_was(filled, tmp_path):
    before, steps = shape(filled), len(filled.history.steps())
    path = tmp_path / "many.csv"
    path.write_text("name,parent\n" + "".join(f"标签{n},民生\n" for n in range(450)), encoding="utf-8")
    reports = []
    for stop in range(1, 7):
        merging = filled.codebook_files.merging(path)
        reports = [next(merging, None) for _ in range(stop)]
        merging.close()
        if reports[-1] is None:
            break
        assert (shape(filled), len(filled.history.steps())) == (before, steps)
    assert [(one.done, one.total) for one in reports[:-1]] == [(0, 900), (200, 900), (400, 900), (600, 900), (800, 900)]
    assert len(filled.codebook.load()) == len(before) + 450
    assert len(filled.history.steps()) == steps + 1


def test_an_empty_codebook_is_not_written(library, tmp_path):
    with pytest.raises(UserError) as refused:
        library.codebook_files.export(tmp_path / "empty.qdc")
    assert refused.value.code is ErrorCode.CODEBOOK_EMPTY
    assert not (tmp_path / "empty.qdc").exists()


def test_a_file_that_cannot_be_written_is_named(filled, tmp_path):
    with pytest.raises(UserError) as refused:
        filled.codebook_files.export(tmp_path / "没有" / "x.csv")
    assert refused.value.code is ErrorCode.EXPORT_UNWRITABLE


def test_a_deep_chain_of_tags_comes_in_and_goes(library, tmp_path):
    tags = [Tag(n, str(uuid.uuid4()), f"层{n}", n - 1 or None) for n in range(1, 1301)]
    path = tmp_path / "deep.qdc"
    path.write_bytes(write_codebook(Codebook(tags)))
    library.codebook_files.merge(path)
    codebook = library.codebook.load()
    assert [tag.name for tag in codebook] == [tag.name for tag in tags]
    library.codebook.delete([codebook.children(None)[0].id], with_below=True)
    assert not len(library.codebook.load())
