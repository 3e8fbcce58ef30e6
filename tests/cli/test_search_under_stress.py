"""``jianbao search`` with no room on the disk, beside another program that writes, and while pages come in."""

import json
import resource
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.domain.scope import Scope
from reader.services.importing import MANY_FILES, ImportRequest
from reader.services.library import Library
from reader.storage.connection import open_database, write
from tests.bench import corpus

ROOT = Path(__file__).parents[2]
PAGES = 2 * MANY_FILES
LONGEST_S = 120
WORD = "经济"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("pages")
    for page in corpus.pages(PAGES * corpus.ARTICLES_PER_PAGE):
        text = "\n".join(page.text.splitlines()[:60])
        (made / Path(page.name).name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def path(tmp_path, folder):
    """A library of a few of the pages."""
    made = tmp_path / "a.jianbao"
    with Library(made) as library:
        for _event in library.importer.import_pages(ImportRequest(tuple(sorted(folder.iterdir())[:20]))):
            pass
    return made


def run(*arguments, **options):
    command = [sys.executable, "-m", "reader", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_S, check=False, **options)
    assert "Traceback" not in done.stderr
    return done


def plainly(path):
    with Library(path) as library:
        articles = library.pages.articles(library.tree.item_ids(Scope()))
        return sum(WORD in article.view.text.replace("\n", "") for article in articles)


def test_a_search_needs_no_room_where_the_index_is_in_step(path):
    done = run("search", "-l", path, "--count", WORD, preexec_fn=_no_room)
    assert (done.returncode, int(done.stdout)) == (0, plainly(path))


def test_without_room_for_the_index_it_says_so_and_finds_all_when_there_is(path):
    with closing(open_database(path)) as database, write(database):
        database.conn.execute("DELETE FROM search_doc")
        database.conn.execute("INSERT OR IGNORE INTO search_stale SELECT id FROM item WHERE readable")
    done = run("search", "-l", path, "--count", WORD, preexec_fn=_no_room)
    assert done.returncode == 1
    assert not done.stdout
    assert str(path) in done.stderr
    assert int(run("search", "-l", path, "--count", WORD).stdout) == plainly(path)


def test_another_program_that_writes_delays_no_search(path):
    with closing(open_database(path)) as other, write(other):
        other.conn.execute("UPDATE page SET page_name = '另一版'")
        done = run("search", "-l", path, "--count", WORD)
    assert (done.returncode, int(done.stdout)) == (0, plainly(path))


def test_what_is_found_while_pages_come_in_is_there_and_is_all_that_is(path, folder):
    importing = subprocess.Popen(
        [sys.executable, "-m", "reader", "import", "-l", path, folder], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    counts = []
    with Library(path) as library:
        while importing.poll() is None:
            before = library.search.count(WORD)
            page = library.search.search(WORD, limit=10)
            for hit in page.hits:
                assert WORD in hit.snippets[0].text
                assert library.pages.article(hit.item_id)
            counts.append(before)
    assert importing.returncode == 0
    assert counts == sorted(counts)
    lines = run("search", "-l", path, "--json", "--limit", "100000", WORD).stdout.splitlines()
    assert len({json.loads(line)["article"] for line in lines}) == len(lines) == plainly(path)


def _no_room():
    """Room for what SQLite keeps beside an open library, and for next to nothing else."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))
