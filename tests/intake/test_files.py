"""Reading a page file, and each way in which that fails, named."""

import os

import pytest

from reader.errors import ErrorCode, UserError
from reader.intake import files
from reader.intake.files import portable_name, read_page_file
from tests.support.privilege import open_folder, ordinary_user

TEXT = "春耕生产现场会昨日在城东乡举行，各乡镇负责人参加。\n"


def refusal(path, encoding=None):
    with pytest.raises(UserError) as caught:
        read_page_file(path, encoding)
    assert caught.value.path == str(path)
    return caught.value.code


def test_a_file_is_read_and_its_encoding_found(tmp_path):
    path = tmp_path / "页.txt"
    path.write_text(TEXT, encoding="gb18030")
    assert (read_page_file(path).text, read_page_file(path).encoding) == (TEXT, "gb18030")


def test_what_decoding_refuses_names_the_file(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes(b"")
    assert refusal(path) is ErrorCode.FILE_EMPTY
    path.write_bytes(b"\0\1\2\3")
    assert refusal(path) is ErrorCode.FILE_BINARY
    path.write_text(TEXT, encoding="gb18030")
    assert refusal(path, "utf-8") is ErrorCode.FILE_ENCODING
    assert refusal(path, "no such") is ErrorCode.ENCODING_UNKNOWN


def test_a_file_that_is_gone(tmp_path):
    assert refusal(tmp_path / "gone.txt") is ErrorCode.FILE_VANISHED
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "gone.txt")
    assert refusal(link) is ErrorCode.FILE_VANISHED


def test_what_is_no_regular_file_is_not_even_opened(tmp_path):
    assert refusal(tmp_path) is ErrorCode.FILE_TYPE
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert refusal(pipe) is ErrorCode.FILE_TYPE


def test_a_file_that_cannot_be_read(tmp_path):
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert refusal(loop) is ErrorCode.FILE_UNREADABLE
    assert refusal(tmp_path / ("长" * 200)) is ErrorCode.FILE_UNREADABLE  # a name longer than any file system takes


def test_a_file_without_permission():
    with open_folder() as folder, ordinary_user():
        path = folder / "page.txt"
        path.write_text(TEXT, encoding="utf-8")
        path.chmod(0)
        assert refusal(path) is ErrorCode.FILE_UNREADABLE


def test_a_file_that_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_SIZE_LIMIT", 100)
    path = tmp_path / "page.txt"
    path.write_bytes(b"a" * 100)
    assert read_page_file(path).text == "a" * 100
    path.write_bytes(b"a" * 101)
    assert refusal(path) is ErrorCode.FILE_TOO_LARGE


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path):
    path = tmp_path / "page.txt"
    with path.open("wb") as file:
        file.truncate(10 * files.SIZE_LIMIT_MB * 1_000_000)  # sparse
    assert refusal(path) is ErrorCode.FILE_TOO_LARGE


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_fifty_megabytes_in_one_line(tmp_path, encoding):
    text = "春耕生产现场会昨日在城东乡举行，" * (50_000_000 // 48)
    path = tmp_path / "page.txt"
    path.write_text(text, encoding=encoding, newline="")
    assert read_page_file(path).text == text


def test_a_million_lines_are_no_page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("春耕生产现场会\n" * 1_000_000, encoding="gb18030", newline="")
    assert refusal(path) is ErrorCode.FILE_TOO_LONG
    path.write_text("春耕生产现场会\n" * files.LINE_LIMIT, encoding="gb18030", newline="\r\n")
    assert read_page_file(path).text.count("\n") == files.LINE_LIMIT


@pytest.mark.parametrize(
    "name", ["📰 头版.txt", "两\n行.txt", "tab\t.txt", "-rf.txt", os.fsdecode(b"\xb5\xda\xd2\xbb.txt")]
)
def test_names_of_every_kind(tmp_path, name):
    path = tmp_path / name
    path.write_text(TEXT, encoding="utf-8")
    assert read_page_file(path).text == TEXT
    portable_name(path).encode("utf-8")


def test_a_portable_name_keeps_what_can_be_written():
    assert portable_name("📰 头版.txt") == "📰 头版.txt"
    assert portable_name(os.fsdecode(b"\xb5a.txt")) == "\\xb5a.txt"
