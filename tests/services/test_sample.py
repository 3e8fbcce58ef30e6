import pytest

from reader.errors import ErrorCode, UserError
from reader.services.sample import DETECTION_BYTES, SAMPLE_BYTES, SAMPLE_LINES, likely_encoding, sample_text

TEXT = "砚川日报\n𠮷林大桥通车\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_beginning_is_read_in_the_encoding(tmp_path, encoding):
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert sample_text(path, encoding.removesuffix("-sig")) == TEXT.strip()


def test_a_character_that_the_sample_cuts_is_left_out(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes(b"a" + "桥".encode() * SAMPLE_BYTES)
    assert set(sample_text(path, "utf-8")) == {"a", "桥"}


def test_what_does_not_fit_is_seen(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    assert "\ufffd" in sample_text(path, "utf-8")


def test_some_lines_are_enough(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("行\n" * 100, encoding="utf-8")
    assert sample_text(path, "utf-8").split("\n") == ["行"] * SAMPLE_LINES


def test_a_file_that_is_gone_is_named(tmp_path):
    with pytest.raises(UserError) as caught:
        sample_text(tmp_path / "gone.txt", "utf-8")
    assert (caught.value.code, caught.value.path) == (ErrorCode.FILE_VANISHED, str(tmp_path / "gone.txt"))


def test_a_folder_has_no_beginning(tmp_path):
    with pytest.raises(UserError) as caught:
        sample_text(tmp_path, "utf-8")
    assert caught.value.code is ErrorCode.FILE_TYPE


def test_the_encoding_of_a_long_file_is_seen_at_its_beginning(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes("昨日上午，大桥正式通车。\n".encode("gb18030") * DETECTION_BYTES)
    assert likely_encoding(path) == "gb18030"


def test_what_is_no_text_looks_like_no_encoding(tmp_path):
    path = tmp_path / "page.bin"
    path.write_bytes(bytes(range(256)))
    assert likely_encoding(path) is None
