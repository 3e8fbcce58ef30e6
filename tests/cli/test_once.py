"""Articles in several papers that the terminal counts once."""

import csv
import json
from io import StringIO

import pytest

from reader.cli import main
from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from reader.services.library import Library
from tests.support.wire import PAPERS, STORY, print_wire


@pytest.fixture
def library(tmp_path):
    """A library with a story in three papers, of which two have the same words marked."""
    print_wire(tmp_path / "pages")
    path = tmp_path / "l.jianbao"
    assert main(["import", "--library", str(path), str(tmp_path / "pages")]) == 0
    with Library(path) as opened:
        for paper in PAPERS[:2]:
            article = opened.pages.article(opened.tree.items(Scope(newspaper=paper))[0].id)
            at = article.view.text.index(STORY[40:60])
            opened.marks.add(article, Range(at, at + 20), Color.BLUE, tags=("水利",))
    return path


def table(data):
    return [*csv.reader(StringIO(data.decode("utf-8-sig")))]


@pytest.mark.parametrize(("options", "number"), [([], "2"), (["--once"], "1")])
def test_marks_are_counted(capsysbinary, library, options, number):
    assert main(["analyse", "--library", str(library), "years", *options]) == 0
    assert table(capsysbinary.readouterr().out) == [["", "2024"], ["水利", number]]


@pytest.mark.parametrize(
    ("options", "number", "said"),
    [([], 2, "2 annotations exported."), (["--once"], 1, "1 annotation exported; 1 repeat on copies left out.")],
)
def test_marks_are_exported(capfdbinary, library, options, number, said):
    assert main(["export", "--library", str(library), *options]) == 0
    printed = capfdbinary.readouterr()
    assert len(table(printed.out)) == 1 + number
    assert said in printed.err.decode("utf-8")


def test_articles_are_found(capsys, library):
    assert main(["search", "--library", str(library), "--once", "--json", STORY[40:44]]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["copies"] == 2
    assert main(["search", "--library", str(library), "--once", STORY[40:44]]) == 0
    assert "+2 copies" in capsys.readouterr().out
    assert main(["search", "--library", str(library), "--once", "--count", STORY[40:44]]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("1\n", "3 with copies.\n")


def test_a_library_says_how_many_articles_it_has_without_copies(capsys, library):
    assert main(["stats", "--library", str(library)]) == 0
    assert "4 articles are not compared yet" in capsys.readouterr().out
    with Library(library) as opened:
        [*opened.copies.catch_up()]
    assert main(["stats", "--library", str(library)]) == 0
    assert "2 of them counted once (1 story printed several times)\n" in capsys.readouterr().out
    assert main(["stats", "--library", str(library), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["copies"] == 2
