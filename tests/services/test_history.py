"""Walking the history: what stands against it, and how far it goes."""

import pytest

from reader.domain.model import Color
from reader.errors import ErrorCode, UserError
from reader.services.library import Library
from tests.support.printed import file_page, mark


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "test.jianbao") as opened:
        yield opened


@pytest.fixture
def marks(library):
    """The ids of three marks, each a step."""
    _, article, *_ = file_page(library)
    return [mark(library, article, words, Color.GREEN) for words in ("正式通车", "集市", "大桥")]


def there(library, ids):
    return [one for one in ids if library.mark_list.rows([one])]


def walk(library, step_id):
    found = list(library.history.walk_to(step_id))
    return found[-1] if found else None


def test_walking_to_a_step_undoes_what_came_after_it_and_redoes_up_to_it(library, marks):
    third, second, first, *_ = library.history.steps()
    walked = walk(library, first.id)
    assert (walked.done, walked.total, walked.undoing) == (2, 2, True)
    assert walked.changes.annotations == set(marks[1:])
    assert there(library, marks) == marks[:1]
    assert walk(library, second.id).undoing is False
    assert there(library, marks) == marks[:2]
    assert walk(library, third.id).step.id == third.id
    assert walk(library, third.id) is None


def test_only_the_step_that_was_expected_is_undone(library, marks):
    last, before, *_ = library.history.steps()
    with pytest.raises(UserError) as refused:
        library.history.undo(before.id)
    assert refused.value.code is ErrorCode.HISTORY_CHANGED
    assert library.history.undo(last.id)[0].id == last.id
    with pytest.raises(UserError):
        library.history.redo(before.id)


def test_a_step_whose_rows_were_changed_by_another_program_is_refused_and_nothing_changes(library, marks):
    library.marks.delete([marks[0]])
    connection = library._database.conn
    uid = (
        library.history.steps(1)
        and connection.execute("SELECT uid FROM annotation WHERE id = ?", [marks[1]]).fetchone()
    )
    connection.execute(  # as another program would, without a step: the id that undo needs is taken
        "UPDATE annotation SET uid = (SELECT json_extract(image, '$.uid') FROM journal_image WHERE name = 'annotation'"
        " AND row_id = ? ORDER BY id DESC LIMIT 1) WHERE id = ?",
        [marks[0], marks[1]],
    )
    with pytest.raises(UserError) as refused:
        library.history.undo()
    assert refused.value.code is ErrorCode.ROWS_CHANGED
    assert there(library, marks) == marks[1:]
    connection.execute("UPDATE annotation SET uid = ? WHERE id = ?", [uid[0], marks[1]])
    library.history.undo()
    assert there(library, marks) == marks


def test_a_step_that_is_no_longer_kept_is_refused(library, marks):
    with pytest.raises(UserError) as refused:
        walk(library, 10_000)
    assert refused.value.code is ErrorCode.STEP_GONE
