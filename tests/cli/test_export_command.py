import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import main
from reader.domain.model import Color
from reader.exchange.csv_format import unguard
from reader.services.library import Library
from tests.support.printed import file_page, mark


@pytest.fixture
def library_path(tmp_path):
    path = tmp_path / "test.jianbao"
    with Library(path) as library:
        _, article, photo, brief = file_page(library)
        mark(library, article, "正式通车", Color.YELLOW, "一", ["交通", "工程"])
        mark(library, photo, "夜景", Color.GREEN)
        mark(library, brief, "图书馆", Color.BLUE, "", ["文化"])
    return path


def read(data, encoding="utf-8-sig"):
    lines = csv.reader(io.StringIO(data.decode(encoding), newline=""))
    names = next(lines)
    return [dict(zip(names, map(unguard, line), strict=True)) for line in lines]


def quotes(capfdbinary, library_path, *arguments):
    assert main(["export", "--library", str(library_path), *arguments]) == 0
    return [line["quote"] for line in read(capfdbinary.readouterr().out)]


def test_a_file_is_written_and_counted(library_path, tmp_path, capfd):
    target = tmp_path / "out.csv"
    assert main(["export", "-l", str(library_path), "--format", "csv", "-o", str(target)]) == 0
    assert [line["quote"] for line in read(target.read_bytes())] == ["正式通车", "夜景", "图书馆"]
    out, err = capfd.readouterr()
    assert out == ""
    assert err.endswith(f"3 annotations exported to {target}.\n")


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], ["正式通车", "夜景", "图书馆"]),
        (["-o", "-", "--color", "green", "--color", "blue"], ["夜景", "图书馆"]),
        (["--tag", "#交通", "--tag", "文化"], ["正式通车", "图书馆"]),
        (["--untagged"], ["夜景"]),
        (["--tag", "文化", "--untagged"], ["夜景", "图书馆"]),
        (["--newspaper", "砚川日报", "--from", "2024", "--to", "2024-05"], ["正式通车", "夜景", "图书馆"]),
        (["--to", "2024-04"], []),
        (["--newspaper", ""], []),
        (["--shape", "tag", "--tag", "工程"], ["正式通车", "正式通车"]),
        (["--every-tag", "交通", "--every-tag", "工程"], ["正式通车"]),
        (["--every-tag", "交通", "--every-tag", "文化"], []),
        (["--not-tag", "交通"], ["夜景", "图书馆"]),
        (["--tag", "交通", "--subtags", "--has-note"], ["正式通车"]),
        (["--no-has-note"], ["夜景", "图书馆"]),
        (["--text", "一"], ["正式通车"]),
        (["--coder", "", "--state", "exact"], ["正式通车", "夜景", "图书馆"]),
        (["--state", "orphan", "--state", "moved"], []),
        (["--section", "没有这个栏目"], []),
        (["--importance", "1"], []),
    ],
)
def test_filters_choose_what_goes_to_standard_output(library_path, capfdbinary, arguments, found):
    assert quotes(capfdbinary, library_path, *arguments) == found


def test_gb18030_on_request(library_path, capfdbinary):
    assert main(["export", "-l", str(library_path), "--encoding", "gb18030"]) == 0
    assert read(capfdbinary.readouterr().out, "gb18030")[0]["headline"] == "𠮷林大桥建成通车"


def test_a_tag_that_is_not_there_is_named(library_path, capfd):
    assert main(["export", "-l", str(library_path), "--tag", "交统"]) == 0
    assert "there is no tag “交统”" in capfd.readouterr().err


@pytest.mark.parametrize("wrong", [["--from", "2024-02-30"], ["--format", "pdf"], ["--color", "red"], ["--shape", "x"]])
def test_what_cannot_be_meant_is_refused_before_anything_is_done(tmp_path, wrong, capfd):
    with pytest.raises(SystemExit) as caught:
        main(["export", "-l", str(tmp_path / "none.jianbao"), *wrong])
    assert caught.value.code == 2
    assert wrong[0] in capfd.readouterr().err
    assert not (tmp_path / "none.jianbao").exists()


def test_a_library_that_is_not_there_is_not_made(tmp_path, capfd):
    missing = tmp_path / "missing.jianbao"
    assert main(["export", "-l", str(missing)]) == 1
    assert str(missing) in capfd.readouterr().err
    assert not missing.exists()


def test_a_file_that_cannot_be_written_is_named(library_path, tmp_path, capfd):
    target = tmp_path / "missing" / "out.csv"
    assert main(["export", "-l", str(library_path), "-o", str(target)]) == 1
    assert str(target) in capfd.readouterr().err


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="needs the device that is always full")
def test_a_full_disk_behind_standard_output_is_the_users_error(library_path):
    command = "import sys; from reader.cli import main; sys.exit(main())"
    with FULL.open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-c", command, "export", "-l", str(library_path)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.returncode == 1
    assert b"standard output" in ended.stderr
    assert b"Traceback" not in ended.stderr
