"""How important marks are: one by one and many at once."""

import pytest

from reader.services.library import Library
from tests.support.printed import file_page, mark


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "weights.jianbao") as opened:
        yield opened


def test_many_marks_are_weighed_in_one_step(library):
    _, article, *_ = file_page(library)
    ids = [mark(library, article, words) for words in ("正式通车", "总投资", "沿线")]
    library.marks.set_importance(ids[:1], 3)
    changes = library.marks.set_importance(ids, 3)
    assert changes.annotations == set(ids[1:])
    assert [library.marks.get(one).importance for one in ids] == [3, 3, 3]
    library.history.undo()
    assert [library.marks.get(one).importance for one in ids] == [3, 0, 0]
    assert not library.marks.set_importance(ids[:1], 3).history


def test_going_through_the_stars_of_a_mark_and_back_leaves_no_step(library):
    _, article, *_ = file_page(library)
    one = mark(library, article, "正式通车")
    before = library.history.next_undo()
    for importance in (1, 2, 3, 0):
        library.marks.set_importance([one], importance)
    assert library.history.next_undo() == before


@pytest.mark.parametrize("importance", [-1, 4])
def test_there_are_no_other_weights(library, importance):
    with pytest.raises(ValueError, match=str(importance)):
        library.marks.set_importance([], importance)
