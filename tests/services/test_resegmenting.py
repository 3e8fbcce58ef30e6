"""Many pages split anew: a page at a time, one step, and what was done when it is stopped stays."""

import pytest

from reader.domain.history import StepName, StepState
from reader.domain.model import Changes, Role
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.services.resegmenting import SplitProgress

PAGES = 4


@pytest.fixture
def library(tmp_path):
    """A library whose items were all kept in other roles than the page engine gives them."""
    for number in range(PAGES):
        text = (
            f"桥通了{number}\n本报讯（记者 方圆）清早六点，第{number}座桥上已有人，两岸的人都来看，桥头的集市也开了。\n"
        )
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    with Library(tmp_path / "pages.jianbao") as opened:
        for _ in opened.importer.import_pages(ImportRequest((tmp_path,))):
            pass
        opened._database.conn.execute("UPDATE item SET content = replace(content, 'body', 'subhead')")
        yield opened


def pages(library):
    return [row[0] for row in library._database.conn.execute("SELECT id FROM page ORDER BY id")]


def roles(library):
    return [library.pages.items(page_id)[-1].item.blocks[-1].role for page_id in pages(library)]


def test_each_page_is_a_turn_and_all_are_one_step_that_is_undone(library):
    before = roles(library)
    work = library.repairs.resegment_many(pages(library))
    progress = [next(work) for _ in range(PAGES)]
    with pytest.raises(StopIteration) as end:
        next(work)
    assert progress == [SplitProgress(done, PAGES) for done in range(PAGES)]
    assert end.value.value.pages == set(pages(library))
    assert roles(library) == [Role.BODY] * PAGES
    step = library.history.next_undo()
    assert (step.name, step.detail, step.state) == (StepName.RESEGMENT, str(PAGES), StepState.DONE)
    library.history.undo()
    assert roles(library) == before


def test_what_was_done_when_it_is_stopped_stays_as_a_step(library):
    before = roles(library)
    work = library.repairs.resegment_many(pages(library))
    for _ in range(3):
        next(work)
    work.close()
    assert roles(library) == [Role.BODY] * 2 + before[2:]
    assert library.history.next_undo().detail == "2"
    library.history.undo()
    assert roles(library) == before


def test_pages_that_come_out_as_they_were_make_no_step(library):
    library.repairs.resegment(pages(library))
    step = library.history.next_undo()
    assert library.repairs.resegment(pages(library)) == Changes(history=False)
    assert library.history.next_undo() == step
