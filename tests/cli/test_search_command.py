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
    assert first.pop("library") == str(library)
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


def test_letters_find_by_pinyin_where_that_is_asked_for(capsys, library):
    assert printed(capsys, library, "--count", "--pinyin", "skts").out == "2\n"
    assert "水库通水 (1 hit)" in printed(capsys, library, "--pinyin", "title:shuiku'tong").out
    assert printed(capsys, library, "pinyin: skts").out == printed(capsys, library, "--pinyin", "skts").out
    assert printed(capsys, library, "--count", "skts").out == "0\n"


def test_where_letters_find_nothing_pinyin_is_named(capsys, library):
    assert "--pinyin" in printed(capsys, library, "skts").err
    for query in (["--pinyin", "zzzz"], ["没有"], ["text:skts"]):
        assert printed(capsys, library, *query).err == ""


@pytest.fixture
def other(tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    page = folder / "山报_2024-05-03_第02版.txt"
    page.write_text("山路通车\n\n本报记者 林听雨\n\n本报讯 昨日上午，通往水库的山路通车。\n")
    path = tmp_path / "other.jianbao"
    assert main(["import", "--library", str(path), str(folder)]) == 0
    return path


def test_another_library_is_searched_too(capsys, library, other):
    lines = printed(capsys, library, "--also", str(other), "--json", "水库").out.splitlines()
    found = [json.loads(line) for line in lines]
    assert [(each["library"], each["date"]) for each in found] == [
        (str(library), "2024-05-04"),
        (str(library), "2024-05-03"),
        (str(other), "2024-05-03"),
    ]
    assert printed(capsys, library, "--also", str(other), "--count", "水库").out == "3\n"
    counts = json.loads(printed(capsys, library, "--also", str(other), "--count", "--json", "水库").out)
    assert counts["count"] == 3
    assert [(each["library"], each["count"]) for each in counts["libraries"]] == [(str(library), 2), (str(other), 1)]
    text = printed(capsys, library, "--also", str(other), "--limit", "1", "--order", "oldest", "山").out
    assert text.startswith("山路通车 (2 hits)\n    山报 2024-05-03 02 · article")
    assert f"of {other}\n" in text


def test_another_library_that_cannot_be_searched_is_named(capsys, library, tmp_path):
    gone = tmp_path / "gone.jianbao"
    capsys.readouterr()
    arguments = ["search", "--library", str(library), "--count", "水库"]
    assert main([*arguments, "--also", str(gone), "--also", str(library)]) == 1
    out, err = capsys.readouterr()
    assert out == "2\n"
    assert f"“{gone}” is not there any more" in err
    assert f"“{library}” is being searched already" in err
    assert not gone.exists()
