"""Folders are walked in the order in which a person would list them, once, and to their end."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ErrorCode, UserError
from reader.intake.discover import discover, natural_key
from tests.support.privilege import open_folder, ordinary_user


def make(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8", errors="surrogateescape")


def found(root, *paths):
    return [
        (item.code, os.path.relpath(item.path, root)) if isinstance(item, UserError) else os.path.relpath(item, root)
        for item in discover(paths or [root])
    ]


def test_pages_are_found_in_natural_order(tmp_path):
    make(tmp_path, "第10版.txt", "第2版.txt", "第2版/B.TXT", "第2版/a.md", "第１版.text")
    assert found(tmp_path) == ["第１版.text", "第2版/a.md", "第2版/B.TXT", "第2版.txt", "第10版.txt"]


def test_what_is_no_page_is_left_out(tmp_path):
    make(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt", "a.gold.json", "photo.jpg", "README.md", "sub/readme.TXT", "c")
    assert found(tmp_path) == ["a.txt"]


def test_a_named_file_is_taken_whatever_it_is_called(tmp_path):
    make(tmp_path, "README.md", ".hidden", "page.gold.json", "sub/b.txt")
    named = [tmp_path / name for name in ("README.md", ".hidden", "page.gold.json", "gone.txt", "sub")]
    assert found(tmp_path, *named) == ["README.md", ".hidden", "page.gold.json", "gone.txt", "sub/b.txt"]


def test_a_folder_that_leads_to_itself_is_said_and_left(tmp_path):
    make(tmp_path, "a/b/page.txt")
    (tmp_path / "a/b/up").symlink_to(tmp_path / "a")
    (tmp_path / "a/self").symlink_to(".")
    assert found(tmp_path) == ["a/b/page.txt", (ErrorCode.FOLDER_LOOP, "a/b/up"), (ErrorCode.FOLDER_LOOP, "a/self")]


def test_a_folder_with_two_ways_to_it_is_walked_once(tmp_path):
    make(tmp_path, "2024/page.txt")
    (tmp_path / "latest").symlink_to("2024")
    assert found(tmp_path) == ["2024/page.txt"]
    assert found(tmp_path, tmp_path, tmp_path / "2024") == ["2024/page.txt"]


def test_a_named_folder_without_pages_is_said(tmp_path):
    make(tmp_path, "empty/readme.txt", "full/a.txt")
    (tmp_path / "full/none").mkdir()
    assert found(tmp_path, tmp_path / "empty", tmp_path / "full") == [
        (ErrorCode.NOTHING_TO_IMPORT, "empty"),
        "full/a.txt",
    ]


def test_a_link_to_itself_is_no_folder(tmp_path):
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    make(tmp_path, "a.txt")
    assert found(tmp_path) == ["a.txt", "loop.txt"]


def test_a_folder_without_permission_is_said():
    with open_folder() as folder, ordinary_user():
        make(folder, "closed/a.txt", "listed/c.txt", "open/b.txt")
        (folder / "closed").chmod(0)
        (folder / "listed").chmod(0o400)  # its names may be read, its files not
        assert found(folder) == [(ErrorCode.FILE_UNREADABLE, "closed"), "listed/c.txt", "open/b.txt"]


def test_names_of_every_kind_survive(tmp_path):
    names = ["📰.txt", "两\n行.txt", os.fsdecode(b"\xb5\xda.txt"), "-rf.txt", "a\\b.txt"]
    make(tmp_path, *names)
    assert {path.name for path in discover([tmp_path]) if isinstance(path, Path)} == set(names)


@pytest.fixture
def deep(tmp_path):
    """A folder of 1,200 folders one in the other; taken away again, since pytest's own cleaning cannot go so deep."""
    chain = [os.open(tmp_path, os.O_RDONLY)]
    for _ in range(1200):
        os.mkdir("d", dir_fd=chain[-1])
        chain.append(os.open("d", os.O_RDONLY, dir_fd=chain[-1]))
    os.close(os.open("page.txt", os.O_CREAT | os.O_WRONLY, dir_fd=chain[-1]))
    yield tmp_path
    os.unlink("page.txt", dir_fd=chain[-1])
    while chain:
        os.close(chain.pop())
        if chain:
            os.rmdir("d", dir_fd=chain[-1])


def test_folders_nested_deeper_than_python_calls(deep):
    assert [path.name for path in discover([deep]) if isinstance(path, Path)] == ["page.txt"]


@given(st.lists(st.text("ab02９ⅣI.第", max_size=6), unique=True), st.randoms(use_true_random=False))
def test_natural_order_does_not_depend_on_the_order_before(names, random):
    ordered = sorted(names, key=natural_key)
    random.shuffle(names)
    assert sorted(names, key=natural_key) == ordered
