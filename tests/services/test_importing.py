"""Page files become pages of the library, each once, and nothing that goes wrong with one touches another."""

import os
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain.history import StepName, StepState
from reader.domain.model import Kind, PageMeta
from reader.domain.scope import Grouping, Scope
from reader.errors import ErrorCode, UserError
from reader.services.importing import Failed, Finished, Found, Imported, ImportRequest, Started
from reader.services.library import Library
from reader.services.pages import MetaEdit
from reader.storage.journal import SILENT_WITHIN

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "test.jianbao") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path):
    """Twelve small pages."""
    made = tmp_path / "pages"
    made.mkdir()
    for number in range(1, 13):
        (made / f"砚川日报_2024-05-13_第{number:02}版.txt").write_text(page(number), encoding="utf-8")
    return made


def page(number):
    return f"第{number}条新闻的标题\n□本报记者 林听雨\n本报讯 昨日上午，第{number}座桥正式通车，两岸群众前来观看。\n"


def run(library, *paths, **wanted):
    return list(library.importer.import_pages(ImportRequest(paths, **wanted)))


def state(library):
    """Everything that the tables of pages hold."""
    with sqlite3.connect(library.path) as connection:
        tables = ("page", "page_text", "item")
        found = {table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in tables}
    connection.close()
    return found


def test_the_seeds_are_imported_with_what_they_say_of_themselves(library):
    events = run(library, SEEDS)
    files = sorted(path.name for path in SEEDS.glob("*.txt"))
    assert events[0] == Found(len(files))
    assert sorted(Path(event.path).name for event in events if isinstance(event, Started)) == files
    imported = [event for event in events if isinstance(event, Imported)]
    assert events[-1] == Finished(len(files), sum(event.articles for event in imported), 0, 0, cancelled=False)
    for event in imported:
        stored = library.pages.page(event.page_id)
        assert stored.source_name == Path(event.path).name
        assert stored.meta.newspaper
        assert stored.meta.issue_date
        assert tuple(item.id for item in library.pages.items(event.page_id)) == event.item_ids
    assert library.tree.counts(Scope())[0] == events[-1].articles
    assert not list(library.maintenance.problems())


def test_events_come_as_the_work_is_done(library, folder):
    events = library.importer.import_pages(ImportRequest((folder,)))
    assert next(events) == Found(12)
    assert isinstance(next(events), Started)
    first = next(events)
    assert library.pages.page(first.page_id).text == page(1)
    events.close()


def test_the_same_text_again_changes_nothing(library, folder, tmp_path):
    run(library, folder)
    before, steps = state(library), library.history.steps()
    copy = tmp_path / "copy.txt"
    copy.write_bytes(page(3).replace("\n", "\r\n").encode("gb18030"))
    events = run(library, folder, copy, meta=MetaEdit(newspaper="另一家报纸"))
    assert events[-1] == Finished(0, 0, 13, 0, cancelled=False)
    known = [event for event in events if isinstance(event, Imported)]
    assert all(event.known and not event.item_ids for event in known)
    assert library.pages.page(known[-1].page_id).text == page(3)
    assert (state(library), library.history.steps()) == (before, steps)


def test_an_import_of_nothing_new_leaves_redo_alone(library, folder):
    pages = sorted(folder.iterdir())
    run(library, pages[0])
    run(library, pages[1])
    library.history.undo()
    run(library, pages[0])
    assert library.history.next_redo() is not None
    run(library, pages[2])
    assert library.history.next_redo() is None


def test_what_the_user_says_of_the_pages_outweighs_what_they_say(library, folder):
    said = MetaEdit(newspaper="砚川晚报", page_name="")
    for event in run(library, folder, meta=said):
        if isinstance(event, Imported):
            meta = library.pages.page(event.page_id).meta
            assert (meta.newspaper, meta.page_name) == ("砚川晚报", None)
            assert meta.issue_date == "2024-05-13"


def test_the_encoding_that_the_user_names_is_used(library, tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes("上海".encode("gb18030"))
    events = run(library, path, encoding="gb18030")
    stored = library.pages.page(events[2].page_id)
    assert (stored.text, stored.encoding) == ("上海", "gb18030")


def test_a_bad_file_is_named_and_stops_nothing(library, folder):
    (folder / "bad-1 empty.txt").write_bytes(b"")
    (folder / "bad-2 binary.txt").write_bytes(b"\x89PNG\0\0")
    (folder / "bad-3 link.txt").symlink_to("gone")
    (folder / "loop").symlink_to(folder)
    events = run(library, folder, folder / "never was.txt")
    failed = {Path(event.path).name: event.code for event in events if isinstance(event, Failed)}
    assert failed == {
        "bad-1 empty.txt": ErrorCode.FILE_EMPTY,
        "bad-2 binary.txt": ErrorCode.FILE_BINARY,
        "bad-3 link.txt": ErrorCode.FILE_VANISHED,
        "loop": ErrorCode.FOLDER_LOOP,
        "never was.txt": ErrorCode.FILE_VANISHED,
    }
    assert events[-1] == Finished(12, 12, 0, 5, cancelled=False)


def test_a_file_that_vanishes_while_it_waits_is_named(library, folder):
    events = library.importer.import_pages(ImportRequest((folder,)))
    next(events)
    shutil.rmtree(folder)
    rest = list(events)
    assert {event.code for event in rest if isinstance(event, Failed)} == {ErrorCode.FILE_VANISHED}
    assert rest[-1] == Finished(0, 0, 0, 12, cancelled=False)
    assert library.history.next_undo() is None


@pytest.mark.parametrize("name", ["📰 头版.txt", "两\n行.txt", os.fsdecode(b"\xb5\xda.txt")])
def test_files_with_names_of_every_kind_are_filed(library, tmp_path, name):
    path = tmp_path / name
    path.write_text(page(1), encoding="utf-8")
    imported = run(library, path)[2]
    assert imported.path == str(path)
    assert library.pages.page(imported.page_id).source_name.endswith(".txt")
    assert library.tree.roots(Grouping.NEWSPAPER, Scope())


def test_rare_characters_and_odd_spaces_keep_their_places(library, tmp_path):
    text = "𠮷林日报\u3000𨱏\u2028的故事\n本报讯 昨日上午，𠮷林大桥\u3000正式通车。\n"
    path = tmp_path / "page.txt"
    path.write_bytes(text.replace("\n", "\r\n").encode("utf-16-le"))
    imported = run(library, path, encoding="utf-16-le")[2]
    stored = library.pages.page(imported.page_id)
    assert stored.text == text
    spans = [span for item in library.pages.items(stored.id) for span in item.item.ranges()]
    covered = {offset for span in spans for offset in range(*span)}
    assert {text[offset] for offset in set(range(len(text))) - covered} <= set("\n\u3000\u2028 ")


def test_an_import_is_undone_and_redone_as_one_step(library, folder):
    first = min(folder.iterdir())
    run(library, first)
    before = state(library)
    run(library, folder)
    after = state(library)
    step, changes = library.history.undo()
    assert (step.name, step.detail) == (StepName.IMPORT, "11")
    assert len(changes.pages) == 11
    assert state(library) == before
    library.history.redo()
    assert state(library) == after


@pytest.mark.parametrize("done", [0, 1, 5, 12])
def test_a_stopped_import_keeps_what_it_has_as_one_step(library, folder, done):
    count = 0

    def should_stop():
        return count >= done

    for event in library.importer.import_pages(ImportRequest((folder,)), should_stop):
        count += isinstance(event, Imported)
    assert event == Finished(done, done, 0, 0, cancelled=done < 12)
    assert len(state(library)["page"]) == done
    library.history.undo()
    assert not state(library)["page"]


def test_a_closed_import_keeps_what_it_has_as_one_step(library, folder):
    events = library.importer.import_pages(ImportRequest((folder,)))
    for event in events:
        if isinstance(event, Imported) and event.page_id == 5:
            events.close()
    assert library.history.next_undo().detail == "5"
    assert not library.history._journal.is_running(library.history.next_undo())
    library.history.undo()
    assert not state(library)["page"]


def test_an_import_that_is_running_cannot_be_undone(library, folder):
    events = library.importer.import_pages(ImportRequest((folder,)))
    for event in events:
        if isinstance(event, Imported):
            break
    with pytest.raises(UserError) as caught:
        library.history.undo()
    assert caught.value.code is ErrorCode.UNDO_WHILE_IMPORTING
    events.close()


def test_an_import_that_was_killed_can_be_undone_though_its_number_is_taken(library, folder):
    """Its process number is that of this test, which lives."""
    events = library.importer.import_pages(ImportRequest((folder,)))
    for event in events:
        if isinstance(event, Imported) and event.page_id == 3:
            break
    step = library.history.next_undo()
    assert (step.state, step.detail) == (StepState.OPEN, "3")
    long_ago = (datetime.now(UTC) - SILENT_WITHIN).isoformat()
    library._database.conn.execute("UPDATE journal SET at = ?", [long_ago])
    library.history.undo()
    assert not state(library)["page"]
    events.close()
    library.history.redo()
    assert len(state(library)["page"]) == 3


def test_two_imports_at_once_file_each_page_once(library, folder):
    with Library(library.path) as other:
        ours = library.importer.import_pages(ImportRequest((folder,)))
        theirs = other.importer.import_pages(ImportRequest((folder,)))
        ends = [event for pair in zip(ours, theirs, strict=True) for event in pair if isinstance(event, Finished)]
    assert sum(end.pages for end in ends) == 12
    assert sum(end.known for end in ends) == 12
    assert len(state(library)["page"]) == 12


def test_metadata_edits_reach_only_the_fields_they_name():
    meta = PageMeta("砚川日报", "2024-05-13", "01", "要闻")
    assert MetaEdit().applied_to(meta) == meta
    assert MetaEdit(page_name="", page_no="02").applied_to(meta) == PageMeta("砚川日报", "2024-05-13", "02", None)


def test_a_brief_is_listed_by_its_words_without_its_bullet(library):
    run(library, SEEDS)
    labels = [row.label for row in library.tree.items(Scope()) if row.kind is Kind.BRIEF]
    assert len(labels) > 10
    assert [label for label in labels if label.startswith(("●", "◆", "○"))] == []
