"""A backup is the library as it was at one moment; a restore loses nothing, and touches nothing that is in use."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from reader.errors import ErrorCode, UserError
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.services.maintenance import Fault, restore
from reader.storage import schema

SEEDS = Path(__file__).parents[2] / "seeds"


def silent(_done, _total):
    pass


def content(path):
    """All rows of all tables, whatever the file looks like on disk."""
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


def import_seeds(library, pattern="*.txt"):
    for _ in library.importer.import_pages(ImportRequest(tuple(sorted(SEEDS.glob(pattern))))):
        pass


@pytest.fixture
def path(tmp_path):
    """A library with the seeds in it, closed."""
    made = tmp_path / "test.jianbao"
    with Library(made) as library:
        import_seeds(library)
    return made


def test_a_backup_of_an_open_library_holds_all_that_was_written(path, tmp_path):
    target = tmp_path / "backups" / "today.jianbao"
    told = []
    with Library(path) as library:
        library.marks.add(library.pages.article(library.tree.items(Scope())[0].id), Range(0, 5), Color.YELLOW)
        library.maintenance.back_up(target, lambda done, total: told.append((done, total)))
        assert content(target) == content(path)
    assert told[-1][0] == told[-1][1] > 0
    assert [entry.name for entry in target.parent.iterdir()] == ["today.jianbao"]
    with Library(target) as copy:
        assert not list(copy.maintenance.problems())


def test_a_backup_is_of_one_moment_while_another_program_writes(path, tmp_path, monkeypatch):
    monkeypatch.setattr("reader.storage.maintenance._DISK_PAGES_AT_ONCE", 5)
    before = content(path)
    steps = 0
    with Library(path) as library, Library(path) as other:
        article = other.tree.items(Scope())[0].id

        def write_meanwhile(_done, _total):
            nonlocal steps
            steps += 1
            other.reading.set_read([article], read=steps % 2 == 0)

        library.maintenance.back_up(tmp_path / "copy.jianbao", write_meanwhile)
    assert steps > 5
    assert content(tmp_path / "copy.jianbao") == before


def test_a_backup_that_fails_leaves_the_former_one(path, tmp_path):
    target = tmp_path / "copy.jianbao"
    target.write_bytes(b"the former one")

    def stop(_done, _total):
        raise KeyboardInterrupt

    with Library(path) as library:
        with pytest.raises(KeyboardInterrupt):
            library.maintenance.back_up(target, stop)
        assert target.read_bytes() == b"the former one"
        assert sorted(entry.name for entry in tmp_path.iterdir() if "part" in entry.name) == []
        library.reading.set_setting("still", "usable")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a folder that nothing can be written to")
def test_a_backup_to_where_nothing_can_be_written_names_the_target(path):
    target = Path("/dev/full/copy.jianbao")
    with Library(path) as library, pytest.raises(UserError) as caught:
        library.maintenance.back_up(target, silent)
    assert (caught.value.code, caught.value.path) == (ErrorCode.EXPORT_UNWRITABLE, str(target))


def test_a_restore_brings_the_backup_back_and_keeps_what_was_there(path, tmp_path):
    backup = tmp_path / "backup.jianbao"
    with Library(path) as library:
        library.maintenance.back_up(backup, silent)
        library.history.undo()
    was, is_now = content(backup), content(path)
    assert was != is_now
    kept = restore(backup, path)
    assert content(path) == was
    assert content(kept) == is_now
    assert kept == path.with_name("test.jianbao.before-restore")
    assert restore(backup, path).name == "test.jianbao.before-restore-2"
    assert content(kept) == is_now


def test_a_restore_where_there_is_no_library_makes_one(path, tmp_path):
    target = tmp_path / "new" / "library.jianbao"
    assert restore(path, target) is None
    assert content(target) == content(path)


def test_a_library_in_use_is_not_replaced(path, tmp_path):
    backup = tmp_path / "backup.jianbao"
    with Library(path) as library:
        library.maintenance.back_up(backup, silent)
        with pytest.raises(UserError) as caught:
            restore(backup, path)
        assert (caught.value.code, caught.value.path) == (ErrorCode.LIBRARY_LOCKED, str(path))
        library.reading.set_setting("still", "usable")
    assert not list(tmp_path.glob("*before-restore*"))
    assert not list(tmp_path.glob(".*part*"))


def test_a_damaged_library_can_be_replaced_and_is_kept_with_its_log(path, tmp_path):
    backup = tmp_path / "backup.jianbao"
    backup.write_bytes(path.read_bytes())
    path.write_bytes(os.urandom(5000))
    path.with_name("test.jianbao-wal").write_bytes(b"its log")
    damaged = path.read_bytes()
    kept = restore(backup, path)
    assert kept.read_bytes() == damaged
    with Library(path) as library:
        assert not list(library.maintenance.problems())


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: path.unlink(), ErrorCode.FILE_VANISHED),
        (lambda path: path.write_bytes(b""), ErrorCode.LIBRARY_FOREIGN),
        (lambda path: path.write_bytes(b"no database " * 99), ErrorCode.LIBRARY_FOREIGN),
        (lambda path: path.write_bytes(path.read_bytes()[:30000]), ErrorCode.LIBRARY_DAMAGED),
        (lambda path: _execute(path, "PRAGMA application_id = 7"), ErrorCode.LIBRARY_FOREIGN),
        (lambda path: _execute(path, f"PRAGMA user_version = {schema.VERSION + 1}"), ErrorCode.LIBRARY_NEWER),
        (lambda path: _execute(path, "DELETE FROM page_text; DELETE FROM page"), ErrorCode.LIBRARY_DAMAGED),
    ],
)
def test_what_is_no_sound_backup_is_refused_by_name(path, tmp_path, make, code):
    backup = tmp_path / "backup.jianbao"
    backup.write_bytes(path.read_bytes())
    make(backup)
    before = content(path)
    with pytest.raises(UserError) as caught:
        restore(backup, path)
    assert (caught.value.code, caught.value.path) == (code, str(backup))
    assert content(path) == before
    assert {entry.name for entry in tmp_path.iterdir()} <= {"test.jianbao", "backup.jianbao"}


def _execute(path, script):
    with closing(sqlite3.connect(path)) as database:
        database.executescript(script)


def test_faults_of_every_kind_are_found(path):
    _execute(path, "UPDATE page_text SET text = 'x' || text WHERE id = 1; DELETE FROM page_text WHERE id = 2")
    with Library(path) as library:
        found = {(problem.fault, problem.row_id) for problem in library.maintenance.problems()}
    assert {(Fault.TEXT_CHANGED, 1), (Fault.TEXT_MISSING, 2)} <= found


def test_both_commands_work(path, tmp_path):
    backup = tmp_path / "backup.jianbao"
    before = content(path)
    for command in ("backup", "restore"):
        done = subprocess.run(
            [sys.executable, "-m", "reader", command, "--library", path, backup],
            cwd=SEEDS.parent,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
    assert "before-restore" in done.stderr
    assert content(path) == before == content(backup)
