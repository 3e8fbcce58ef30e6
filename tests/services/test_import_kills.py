"""An import by several processes that is killed, crowded or starved of room leaves neither a gap nor a duplicate.

``JIANBAO_KILLS=100`` kills it so many times instead of a few.
"""

import os
import random
import resource
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from reader.domain.scope import Scope
from reader.intake.discover import natural_key
from reader.services.importing import MANY_FILES
from reader.services.library import Library
from tests.bench import corpus

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("JIANBAO_KILLS", "5"))
PAGES = 2 * MANY_FILES
LONGEST_S = 120


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Short pages, enough for processes to be started; in one folder, so that their order is that of their names."""
    made = tmp_path_factory.mktemp("pages")
    for page in corpus.pages(PAGES * corpus.ARTICLES_PER_PAGE):
        text = "\n".join(page.text.splitlines()[:60])
        (made / Path(page.name).name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.jianbao"


def begin(path, folder, **options):
    command = [sys.executable, "-m", "reader", "import", "--processes", "2", "-l", path, folder]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def finish(process):
    _, said = process.communicate(timeout=LONGEST_S)
    assert "Traceback" not in said
    return process.returncode, said


def names_in_order(folder):
    return sorted((file.name for file in folder.iterdir()), key=natural_key)


def check(path, folder):
    """What the library has is sound and the beginning of what the folder has; returns how much."""
    if not path.exists():
        return 0
    with Library(path) as library:
        assert not list(library.maintenance.problems())
        rows = library._database.conn.execute("SELECT id, source_name FROM page ORDER BY id").fetchall()
        assert [name for _, name in rows] == names_in_order(folder)[: len(rows)]
        for page_id, name in rows[-3:]:
            assert library.pages.page(page_id).text == (folder / name).read_text(encoding="utf-8")
            assert library.pages.items(page_id)
    return len(rows)


def children(process):
    """The processes that a process started, as descriptors by which to wait for their end."""
    with suppress(FileNotFoundError, ProcessLookupError):
        found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
        return {int(pid): os.pidfd_open(int(pid)) for pid in found}
    return {}


def wait_for_end(descriptors):
    for descriptor in descriptors.values():
        assert select.select([descriptor], [], [], LONGEST_S)[0], "a process outlives the one that started it"
        os.close(descriptor)


def test_killed_at_any_moment_it_is_taken_up_where_it_was(path, folder):
    chance = random.Random(20240512)
    began = time.monotonic()
    code, _ = finish(begin(path.with_name("whole.jianbao"), folder))
    whole_s = time.monotonic() - began
    assert (code, check(path.with_name("whole.jianbao"), folder)) == (0, PAGES)
    done = 0
    for _ in range(KILLS):
        process = begin(path, folder)
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.3, 1.0) * whole_s)
        helpers = children(process)
        process.kill()
        process.communicate()
        wait_for_end(helpers)
        now = check(path, folder)
        assert now >= done
        done = now
    code, said = finish(begin(path, folder))
    assert code == 0
    assert check(path, folder) == PAGES
    assert f"{done} pages were there before" in said or done in (0, 1)
    with Library(path) as library:
        assert library.tree.counts(Scope())[0] > PAGES


def test_a_splitting_process_that_dies_takes_one_file_along_at_most(path, folder):
    process = begin(path, folder)
    while process.poll() is None and not (path.exists() and _pages_in(path) > 0):
        pass
    victims = children_named(process, "spawn_main")
    os.kill(victims[0], signal.SIGKILL)
    code, said = finish(process)
    failed = [line for line in said.splitlines() if "exit code" in line]
    assert len(failed) == code <= 1
    with Library(path) as library:
        assert len(library.tree.page_ids(Scope())) == PAGES - len(failed)
        assert not list(library.maintenance.problems())
    assert finish(begin(path, folder))[0] == 0
    with Library(path) as library:
        assert len(library.tree.page_ids(Scope())) == PAGES


def children_named(process, word):
    pids = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
    return [int(pid) for pid in pids if word in Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8")]


def _pages_in(path):
    with Library(path) as library:
        return library._database.conn.execute("SELECT count(*) FROM page").fetchone()[0]


def test_two_programs_on_one_library_file_each_page_once(path, folder):
    Library(path).close()
    ends = [finish(process) for process in [begin(path, folder), begin(path, folder)]]
    assert [code for code, _ in ends] == [0, 0]
    with Library(path) as library:
        names = [name for (name,) in library._database.conn.execute("SELECT source_name FROM page")]
        assert sorted(names, key=natural_key) == names_in_order(folder)
        assert not list(library.maintenance.problems())


def test_where_there_is_no_room_it_says_so_and_goes_on_later(path, folder):
    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    code, said = finish(begin(path, folder, preexec_fn=little_room))
    assert code == 1
    assert str(path) in said
    assert "space" in said or "disk" in said
    assert check(path, folder) < PAGES  # none, where the first transaction had no room
    assert finish(begin(path, folder))[0] == 0
    assert check(path, folder) == PAGES
