"""A library that cannot be used says why, by name, and is left as it was."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import ErrorCode, UserError
from reader.intake.discover import natural_key
from reader.services.importing import Imported, ImportRequest
from reader.services.library import Library
from reader.storage import schema
from reader.storage.connection import open_database, write
from tests.support.privilege import open_folder, ordinary_user

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "test.jianbao"
    Library(made).close()
    return made


def refusal(path):
    with pytest.raises(UserError) as caught:
        open_database(path, busy_timeout_ms=1).close()
    assert caught.value.path == str(path)
    return caught.value.code


def test_a_new_library_is_ready_and_says_what_it_is(path):
    database = open_database(path)
    pragmas = {
        name: database.conn.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "foreign_keys", "application_id", "user_version")
    }
    database.close()
    assert pragmas == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "application_id": schema.APPLICATION_ID,
        "user_version": schema.VERSION,
    }


def test_closing_leaves_one_file(path):
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "content", [b"a letter, and no library of anything. " * 9, os.urandom(9000), b"SQLite format 3\0"]
)
def test_a_file_that_is_no_library_is_left_as_it_is(tmp_path, content):
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    assert refusal(path) in {ErrorCode.LIBRARY_FOREIGN, ErrorCode.LIBRARY_DAMAGED}
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_left_as_it_is(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.executescript("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
    before = path.read_bytes()
    assert refusal(path) is ErrorCode.LIBRARY_FOREIGN
    assert path.read_bytes() == before


def test_a_newer_library_is_left_as_it_is(path):
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = path.read_bytes()
    assert refusal(path) is ErrorCode.LIBRARY_NEWER
    assert path.read_bytes() == before


def test_a_folder_is_no_library(tmp_path):
    assert refusal(tmp_path) is ErrorCode.LIBRARY_CANNOT_OPEN


def test_a_library_below_a_file_cannot_be_opened(path):
    assert refusal(path / "below.jianbao") is ErrorCode.LIBRARY_CANNOT_OPEN


def test_a_damaged_library_is_said_to_be(path):
    with Library(path) as library:
        list(library.importer.import_pages(ImportRequest((SEEDS,))))
    data = bytearray(path.read_bytes())
    data[8192:] = os.urandom(len(data) - 8192)
    path.write_bytes(data)
    with pytest.raises(UserError) as caught, Library(path) as library:
        list(library.maintenance.problems())
    assert (caught.value.code, caught.value.path) == (ErrorCode.LIBRARY_DAMAGED, str(path))


def test_a_library_that_another_program_writes_to_is_locked_for_writing_only(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Library(path) as library:
            library._database.conn.execute("PRAGMA busy_timeout = 1")
            assert library.history.next_undo() is None
            with pytest.raises(UserError) as caught:
                library.reading.set_setting("a", "b")
            assert (caught.value.code, caught.value.path) == (ErrorCode.LIBRARY_LOCKED, str(path))
            other.execute("ROLLBACK")
            library.reading.set_setting("a", "b")
            assert library.reading.setting("a") == "b"


def test_a_writer_waits_for_another_instead_of_failing(path):
    """A write that began with a read would fail at once here, since the other one commits in between."""
    first, second = open_database(path), open_database(path)
    with write(first):
        first.conn.execute("INSERT INTO setting VALUES ('a', '1')")
    with write(second):
        second.conn.execute("SELECT * FROM setting").fetchall()
        second.conn.execute("UPDATE setting SET value = '2'")
    first.close()
    second.close()


@pytest.mark.parametrize("whole_folder", [False, True])
def test_a_library_that_may_only_be_read(whole_folder):
    with open_folder() as folder, ordinary_user():
        path = folder / "test.jianbao"
        Library(path).close()
        path.chmod(0o400)
        if whole_folder:
            folder.chmod(0o500)
        with pytest.raises(UserError) as caught, Library(path) as library:
            library.reading.set_setting("a", "b")
        assert caught.value.path == str(path)
        assert caught.value.code in {ErrorCode.LIBRARY_READ_ONLY, ErrorCode.LIBRARY_CANNOT_OPEN}


def test_a_library_in_a_folder_that_may_not_be_written_to_cannot_be_made():
    with open_folder() as folder, ordinary_user():
        folder.chmod(0o500)
        assert refusal(folder / "new.jianbao") is ErrorCode.LIBRARY_CANNOT_OPEN
        assert refusal(folder / "below" / "new.jianbao") is ErrorCode.LIBRARY_CANNOT_OPEN


def _fill(library):
    """Import until the disk is full; returns how many pages were imported before."""
    events = []
    with pytest.raises(UserError) as caught:
        events.extend(library.importer.import_pages(ImportRequest((SEEDS,))))
    assert (caught.value.code, caught.value.path) == (ErrorCode.DISK_FULL, str(library.path))
    return sum(isinstance(event, Imported) for event in events)


def test_a_file_that_may_not_grow_keeps_what_it_has(path):
    with Library(path) as library:
        used = library._database.conn.execute("PRAGMA page_count").fetchone()[0]
        library._database.conn.execute(f"PRAGMA max_page_count = {used + 12}")
        imported = _fill(library)
        library._database.conn.execute("PRAGMA max_page_count = 1000000")
        assert not list(library.maintenance.problems())
        *_, end = library.importer.import_pages(ImportRequest((SEEDS,)))
        assert end.known == imported > 0


@pytest.fixture
def small_disk(tmp_path):
    """A file system of its own that holds 1200 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1200k", "none", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("file systems can be mounted by root only")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def test_a_full_disk_loses_nothing(small_disk):
    path = small_disk / "test.jianbao"
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(500_000))
    with Library(path) as library:
        imported = _fill(library)
        assert not list(library.maintenance.problems())
    ballast.unlink()
    with Library(path) as library:
        assert not list(library.maintenance.problems())
        again = tuple(sorted(SEEDS.glob("*.txt"), key=lambda page: natural_key(page.name)))[: imported + 1]
        *_, end = library.importer.import_pages(ImportRequest(again))
        assert (end.known, end.pages, end.failed) == (imported, 1, 0)
