"""``jianbao search`` prints what the library finds."""

import json

import pytest

from reader.cli import main


@pytest.fixture
def library(tmp_path):
    for day in ("03", "04"):
        page = tmp_path / f"水报_2024-05-{day}_第01版.txt"
        page.write_text(f"水库通水\n\n本报记者 林听雨\n\n本报讯 {day}日上午，水库开闸放水，群众前来观看。\n")
    path = tmp_path / "l.jianbao"
    assert main(["import", "--library", str(path), str(tmp_path)]) == 0
    return path


def printed(capsys, library, *arguments):
    capsys.readouterr()
    assert main(["search", "--library", str(library), *arguments]) == 0
    return capsys.readouterr()


def test_json_is_one_object_a_line(capsys, library):
    lines = printed(capsys, library, "--json", "水 库 -傍晚").out.splitlines()
    first = json.loads(lines[0])
    assert len(lines) == 2
    assert first.pop("article") > 0
    assert "开闸放水" in first.pop("snippet")
    assert first == {"newspaper": "水报", "date": "2024-05-04", "page": "01", "title": "水库通水", "hits": 6}


def test_count_and_limits(capsys, library):
    assert printed(capsys, library, "--count", "水库").out == "2\n"
    assert printed(capsys, library, "--count", "--newspaper", "山报", "水库").out == "0\n"
    assert printed(capsys, library, "--count", "--to", "2024-05-03", "水库").out == "1\n"
    limited = printed(capsys, library, "--limit", "1", "水库")
    assert limited.out.startswith("水库通水 (2 hits)\n    水报 2024-05-04 01 · article")
    assert limited.err == "2 articles match; --limit prints more.\n"


def test_a_limit_must_be_a_number(capsys, library):
    with pytest.raises(SystemExit):
        main(["search", "--library", str(library), "--limit", "0", "水"])
    assert "not a number of articles" in capsys.readouterr().err
