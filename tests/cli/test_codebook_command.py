"""The codebook leaves and enters a library by commands."""

import subprocess
import sys

import pytest

from reader.cli import main
from reader.services.codebook import Meaning
from reader.services.library import Library


@pytest.fixture
def library_path(tmp_path):
    path = tmp_path / "test.jianbao"
    with Library(path) as library:
        life, _ = library.codebook.create("民生")
        home, _ = library.codebook.create("住房", life)
        library.codebook.define(home, Meaning("房子", "租房、买房"))
    return path


def names(path):
    with Library(path) as library:
        codebook = library.codebook.load()
        return ["/".join(above.name for above in codebook.path(tag.id)) for tag in codebook]


@pytest.mark.parametrize("suffix", ["qdc", "csv"])
def test_a_codebook_goes_from_one_library_to_another(library_path, tmp_path, capfd, suffix):
    target, other = tmp_path / f"book.{suffix}", tmp_path / "other.jianbao"
    assert main(["codebook", "export", "-l", str(library_path), "-o", str(target)]) == 0
    assert capfd.readouterr() == ("", f"2 tags exported to {target}.\n")
    assert main(["codebook", "import", "-l", str(other), str(target)]) == 0
    assert capfd.readouterr() == ("+ 民生\n+ 住房\n", "2 tags added, 0 changed, 0 as they were.\n")
    assert names(other) == names(library_path) == ["民生", "民生/住房"]


def test_standard_output_takes_either_format(library_path):
    for form, begin in (("qdc", b"<?xml"), ("csv", b'\xef\xbb\xbf"uid"')):
        command = [sys.executable, "-m", "reader", "codebook", "export", "-l", str(library_path), "--format", form]
        done = subprocess.run(command, capture_output=True, check=True)
        assert done.stdout.startswith(begin)
        assert done.stderr == b""


def test_a_dry_run_says_what_would_be_done_and_does_nothing(library_path, tmp_path, capfd):
    table = tmp_path / "codes.csv"
    table.write_text("name,parent,color\n交通,没有,\n住房,民生,blue\n", encoding="utf-8")
    assert main(["codebook", "import", "-l", str(library_path), "--dry-run", str(table)]) == 0
    out, err = capfd.readouterr()
    assert out == "+ 交通\n~ 住房\n"
    assert err.splitlines() == [
        "“交通”: there is no “没有” that it could stand below.",
        "1 tag would be added, 1 would be changed, 0 as they were.",
    ]
    assert names(library_path) == ["民生", "民生/住房"]


def test_a_damaged_file_is_refused(library_path, tmp_path, capfd):
    (tmp_path / "x.qdc").write_bytes(b"<CodeBook>")
    assert main(["codebook", "import", "-l", str(library_path), str(tmp_path / "x.qdc")]) == 1
    assert "cannot be read as a codebook" in capfd.readouterr().err
