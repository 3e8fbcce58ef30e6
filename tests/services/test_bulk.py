"""Many annotations changed in one step, and that step undone."""

import pytest

from reader.domain.bulk import AddTags, BulkProgress, Remove, RemoveTags, ReplaceTag, SetColor, SetImportance
from reader.domain.history import StepName
from reader.domain.model import Color
from reader.errors import ErrorCode, UserError
from reader.services.library import Library
from tests.support.printed import file_page, mark

TABLES = ("annotation", "tag", "annotation_tag", "link")


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "test.jianbao", coder="甲") as opened:
        yield opened


@pytest.fixture
def marks(library):
    """The ids of three marks, the first of which is linked to the last."""
    _, article, photo, _ = file_page(library)
    made = [
        mark(library, article, "正式通车", Color.YELLOW, tags=["交通", "工程"]),
        mark(library, article, "集市", Color.GREEN, tags=["商业"]),
        mark(library, photo, "夜景", Color.GREEN),
    ]
    library.links.add(made[0], made[2])
    return made


def rows(library):
    connection = library._database.conn
    return {name: connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in TABLES}


def do(library, ids, change):
    job = library.bulk.change(ids, change)
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value


def tags(library, ids):
    return [set(library.marks.get(one).tags) for one in ids]


def test_tags_are_added_where_they_lack(library, marks):
    changes = do(library, marks, AddTags(("交通", "＃新的")))
    assert tags(library, marks) == [{"交通", "工程", "新的"}, {"商业", "交通", "新的"}, {"交通", "新的"}]
    assert changes.annotations == set(marks)
    assert changes.tags
    assert library.history.next_undo().name is StepName.BULK_TAG


def test_tags_are_taken_where_they_are(library, marks):
    changes = do(library, marks, RemoveTags(("交通", "商业", "没有")))
    assert tags(library, marks) == [{"工程"}, set(), set()]
    assert changes.annotations == set(marks[:2])


def test_a_tag_is_replaced_where_it_is(library, marks):
    assert do(library, marks, ReplaceTag("工程", "商业")).annotations == {marks[0]}
    assert tags(library, marks) == [{"交通", "商业"}, {"商业"}, set()]


@pytest.mark.parametrize(
    "change",
    [
        AddTags(("交通", "新的")),
        RemoveTags(("商业",)),
        ReplaceTag("工程", "别的"),
        SetColor(Color.PINK),
        SetImportance(2),
        Remove(),
    ],
)
def test_undo_and_redo_bring_back_every_row(library, marks, change):
    before = rows(library)
    do(library, marks, change)
    after = rows(library)
    assert after != before
    library.history.undo()
    assert rows(library) == before
    library.history.redo()
    assert rows(library) == after


def test_a_job_that_is_closed_changed_nothing(library, marks):
    before, step = rows(library), library.history.next_undo()
    job = library.bulk.change(marks, Remove())
    assert next(job) == BulkProgress(3, 3)
    job.close()
    assert rows(library) == before
    assert library.history.next_undo() == step


def test_what_is_so_already_is_no_step_and_keeps_redo(library, marks):
    library.marks.set_color(marks[0], Color.GREEN)
    library.history.undo()
    changes = do(library, marks[1:], SetColor(Color.GREEN))
    assert changes.annotations == set()
    assert library.history.next_redo() is not None


def test_the_links_of_removed_marks_go_with_them(library, marks):
    changes = do(library, marks[:1], Remove())
    assert rows(library)["link"] == []
    assert changes.annotations >= {marks[0], marks[2]}


def test_ids_that_are_gone_are_passed_over(library, marks):
    assert do(library, [*marks, 999], SetImportance(9)).annotations == set(marks)
    assert {library.marks.get(one).importance for one in marks} == {3}


def test_a_tag_needs_a_name(library, marks):
    with pytest.raises(UserError) as refused:
        do(library, marks, AddTags((" ＃ ",)))
    assert refused.value.code is ErrorCode.TAG_NAME
