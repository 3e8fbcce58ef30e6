"""Checking counts and index, compacting, and statistics, as they are asked for in a terminal."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.cli import main
from reader.domain.scope import Scope
from reader.services.importing import ImportRequest
from reader.services.library import Library

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "a.jianbao"
    with Library(made) as library:
        for _event in library.importer.import_pages(ImportRequest((SEEDS,))):
            pass
    return made


def change(path, *statements):
    with closing(sqlite3.connect(path)) as database, database:
        for statement in statements:
            database.execute(statement)


def test_wrong_counts_are_found_and_mended(path, capsys):
    assert main(["check", "-l", str(path)]) == 0
    change(path, "UPDATE tally SET items = items + 1 WHERE depth = 3 AND by_section = 0")
    assert main(["check", "-l", str(path)]) == 1
    assert "counts of articles are wrong" in capsys.readouterr().out
    assert main(["check", "--recount", "-l", str(path)]) == 0


def test_articles_that_the_index_does_not_know_are_found(path, capsys):
    change(path, "DELETE FROM search_doc WHERE item_id = (SELECT max(item_id) FROM search_doc)")
    assert main(["check", "-l", str(path)]) == 1
    assert "the search index: documents 1 missing" in capsys.readouterr().out


def test_compacting_gives_room_back_and_changes_nothing(path, capsys):
    with Library(path) as library:
        while library.history.undo():
            pass
        before = library.tree.items(Scope()), library.history.steps(5)
        library.reading.set_setting("long", "字" * 500_000)
        library.reading.set_setting("long", "")
    size = path.stat().st_size
    assert main(["compact", "-l", str(path)]) == 0
    assert path.stat().st_size < size / 2
    with Library(path) as library:
        assert (library.tree.items(Scope()), library.history.steps(5)) == before
        library.history.redo()
        assert library.search.count("砚川")
        assert not list(library.maintenance.problems())
    assert "MB now" in capsys.readouterr().err


def test_statistics_tell_what_there_is(path, capsys):
    assert main(["stats", "--json", "-l", str(path)]) == 0
    found = json.loads(capsys.readouterr().out)
    with Library(path) as library:
        texts = [library.pages.page(page_id).text for page_id in library.tree.page_ids(Scope())]
        assert (found["pages"], found["articles"]) == (len(texts), len(library.tree.items(Scope())))
    assert found["characters"] == sum(map(len, texts))
    assert found["size"] == path.stat().st_size
    assert sum(found["sizes"].values()) <= found["size"]
    assert found["sizes"]["page_text"] > found["characters"]
    assert main(["stats", "-l", str(path)]) == 0
    assert f"{len(texts)} pages" in capsys.readouterr().out
