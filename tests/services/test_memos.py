"""Memos in a real library: on every kind of target, through repairs, and as steps of the history."""

import pytest

from reader.domain.history import StepName
from reader.domain.memo import MemoTarget
from reader.domain.model import Range, Role
from reader.services.library import Library
from tests.support.printed import BRIDGE, file_page, mark

PAGE = 1


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "memos.jianbao", coder="甲") as opened:
        yield opened


def line(text):
    start = BRIDGE.index(text)
    return Range(start, start + len(text))


def test_each_kind_of_target_has_a_memo_of_its_own(library):
    _, article, photo, _ = file_page(library)
    mark(library, article, "正式通车", tags=["交通"])
    (tag,) = library.codebook.load()
    targets = [
        (MemoTarget.LIBRARY, None),
        (MemoTarget.PAGE, PAGE),
        (MemoTarget.ITEM, article),
        (MemoTarget.ITEM, photo),
        (MemoTarget.TAG, tag.id),
    ]
    for number, target in enumerate(targets):
        changes = library.memos.set(*target, f"备忘{number}")
        assert changes.memos
    assert [library.memos.text(*target) for target in targets] == [f"备忘{number}" for number in range(5)]
    memo = library.memos.get(MemoTarget.ITEM, article)
    assert (memo.page_id, memo.item_id, memo.coder) == (PAGE, article, "甲")
    assert memo.anchor == line("𠮷林大桥建成通车").start
    assert len({memo.uid for memo in library.memos.all()}) == 5


def test_typing_is_one_step_and_an_emptied_memo_is_gone(library):
    file_page(library)
    before = library.history.next_undo()
    for text in ("线", "线索", "线索："):
        library.memos.set(MemoTarget.PAGE, PAGE, text)
    step = library.history.next_undo()
    assert (step.name, step.detail, step.rows) == (StepName.MEMO, "page.txt", 1)
    library.memos.set(MemoTarget.PAGE, PAGE, " \n")
    assert library.memos.all() == []
    assert library.history.next_undo() == before


def test_undo_brings_a_removed_memo_back(library):
    file_page(library)
    library.memos.set(MemoTarget.LIBRARY, None, "全库")
    assert library.memos.delete(MemoTarget.LIBRARY).memos
    assert not library.memos.delete(MemoTarget.LIBRARY).history
    _, changes = library.history.undo()
    assert changes.memos
    assert library.memos.text(MemoTarget.LIBRARY) == "全库"
    assert library.history.next_undo().name is StepName.LIBRARY_MEMO


def test_a_memo_goes_with_its_headline_when_its_article_is_split(library):
    _, article, *_ = file_page(library)
    library.memos.set(MemoTarget.ITEM, article, "看标题")
    library.repairs.split(PAGE, line("桥通百业兴"))
    holders = [one for one in library.pages.items(PAGE) if library.memos.text(MemoTarget.ITEM, one.id)]
    assert [one.item.title for one in holders] == ["𠮷林大桥建成通车"]


def test_the_memos_of_articles_that_become_one_become_one_and_undo_parts_them(library):
    _, article, photo, _ = file_page(library)
    library.memos.set(MemoTarget.ITEM, photo, "图")
    library.memos.set(MemoTarget.ITEM, article, "文")
    changes = library.repairs.merge_with_previous(PAGE, line("图为大桥夜景。"))
    assert changes.memos
    assert library.memos.text(MemoTarget.ITEM, article) == "文\n\n图"
    library.history.undo()
    assert library.memos.text(MemoTarget.ITEM, article) == "文"
    assert library.memos.text(MemoTarget.ITEM, photo) == "图"


def test_a_memo_stays_when_its_item_is_taken_for_something_else(library):
    _, _, photo, _ = file_page(library)
    library.memos.set(MemoTarget.ITEM, photo, "图")
    library.repairs.set_role(PAGE, [line("图为大桥夜景。"), line("周砚 摄")], Role.BODY)
    library.repairs.merge_with_previous(PAGE, line("图为大桥夜景。"))
    assert [memo.text for memo in library.memos.all()] == ["图"]
    assert list(library.maintenance.problems()) == []


def test_a_memo_on_what_is_gone_is_refused(library):
    file_page(library)
    with pytest.raises(KeyError):
        library.memos.set(MemoTarget.ITEM, 999, "无")
    with pytest.raises(KeyError):
        library.memos.set(MemoTarget.TAG, 999, "无")
    assert library.memos.all() == []
