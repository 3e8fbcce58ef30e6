import csv
import json

import pytest

from reader.cli import main
from reader.services.library import Library
from tests.support.carried import annotations, export_to
from tests.support.printed import file_page, mark


@pytest.fixture
def exported(tmp_path):
    """A file with two annotations, and a library that has their page and neither of them."""
    with Library(tmp_path / "a.jianbao", coder="甲") as one:
        _, article, _, brief = file_page(one)
        mark(one, article, "集市", note="注", tags=["商业"])
        mark(one, brief, "图书馆")
        path = export_to(one, tmp_path / "x.json")
    with Library(tmp_path / "b.jianbao") as other:
        file_page(other)
    return path


def run(tmp_path, *arguments):
    return main(["annotations", "import", "-l", str(tmp_path / "b.jianbao"), *map(str, arguments)])


def known(tmp_path):
    with Library(tmp_path / "b.jianbao") as library:
        return sorted(one["quote"] for one in annotations(library).values())


def test_annotations_come_in_and_are_counted(tmp_path, exported, capfd):
    assert run(tmp_path, exported) == 0
    assert known(tmp_path) == ["图书馆", "集市"]
    said = capfd.readouterr().err
    assert f"{exported}: 2 annotations added, 0 changed, 0 as they were; 1 tag, 0 memos, 0 links" in said
    assert run(tmp_path, exported) == 0
    assert "0 annotations added, 0 changed, 2 as they were" in capfd.readouterr().err


def test_a_dry_run_only_says(tmp_path, exported, capfd):
    assert run(tmp_path, "--dry-run", exported) == 0
    assert known(tmp_path) == []
    assert "would be 2 annotations added" in capfd.readouterr().err


def test_what_does_not_fit_is_said_and_written_to_a_report(tmp_path, exported, capfd):
    record = json.loads(exported.read_text(encoding="utf-8"))
    record["annotations"][0].update(page={}, quote="=没有的话")
    exported.write_text(json.dumps(record), encoding="utf-8")
    report = tmp_path / "left.csv"
    assert run(tmp_path, "--report", report, exported) == 1
    assert known(tmp_path) == ["图书馆"]
    assert "annotations 1: =没有的话 Its page is not in the library." in capfd.readouterr().err
    lines = list(csv.reader(report.read_text(encoding="utf-8-sig").splitlines()))
    assert lines[0] == ["file", "where", "text", "reason"]
    assert lines[1][:3] == ["x.json", "annotations 1", "'=没有的话"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path, exported, capfd):
    bad = tmp_path / "bad.json"
    bad.write_text("{", encoding="utf-8")
    assert run(tmp_path, bad, exported) == 1
    assert len(known(tmp_path)) == 2
    assert f"“{bad}” cannot be read as annotations" in capfd.readouterr().err


@pytest.mark.parametrize("suffix", ["xlsx", "docx", "md", "html", "json", "jsonld", "qdpx"])
def test_the_suffix_names_the_format_of_an_export(tmp_path, suffix, capfd):
    with Library(tmp_path / "a.jianbao") as one:
        _, article, _, _ = file_page(one)
        mark(one, article, "集市")
    target, other = tmp_path / f"out.{suffix}", tmp_path / "named"
    assert main(["export", "-l", str(tmp_path / "a.jianbao"), "-o", str(target), "--by", "tag"]) == 0
    assert main(["export", "-l", str(tmp_path / "a.jianbao"), "--format", suffix, "-o", str(other)]) == 0
    assert target.read_bytes()[:4] == other.read_bytes()[:4] != b""
    assert "1 annotation exported" in capfd.readouterr().err
