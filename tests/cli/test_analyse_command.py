"""``jianbao analyse`` counts annotations without a window."""

import csv
from io import StringIO

import pytest

from reader.cli import main
from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from reader.services.library import Library


@pytest.fixture
def library(tmp_path):
    page = tmp_path / "水报_2024-05-03_第01版.txt"
    page.write_text("水库通水\n\n本报记者 林听雨\n\n本报讯 上午，水库开闸放水，群众前来观看。\n")
    path = tmp_path / "l.jianbao"
    assert main(["import", "--library", str(path), str(page)]) == 0
    with Library(path) as opened:
        article = opened.pages.article(opened.tree.items(Scope())[0].id)
        opened.marks.add(article, Range(0, 4), Color.BLUE, tags=("水利", "民生"))
        opened.marks.add(article, Range(5, 9), Color.BLUE, tags=("水利",))
    return path


def analyse(library, *arguments):
    return main(["analyse", "--library", str(library), *arguments])


def test_the_table_is_printed(capsysbinary, library):
    assert analyse(library, "months") == 0
    printed = capsysbinary.readouterr().out.decode("utf-8-sig")
    assert [*csv.reader(StringIO(printed))] == [["", "2024-05"], ["水利", "2"], ["民生", "1"]]


def test_a_picture_is_written(library, tmp_path):
    assert analyse(library, "in-article", "-o", str(tmp_path / "a.svg")) == 0
    assert b"<svg" in (tmp_path / "a.svg").read_bytes()


def test_nothing_to_draw_is_said(capsys, library, tmp_path):
    assert analyse(library, "tags", "--newspaper", "山报", "-o", str(tmp_path / "a.png")) == 1
    assert "no annotation has a tag" in capsys.readouterr().err
    assert not (tmp_path / "a.png").exists()


def test_a_file_of_another_kind_is_refused(library, tmp_path):
    with pytest.raises(SystemExit):
        analyse(library, "tags", "-o", str(tmp_path / "a.doc"))
