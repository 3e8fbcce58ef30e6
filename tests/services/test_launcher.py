"""The launcher is judged by the desktop's own programs: they validate it, find it by type, and start it."""

from __future__ import annotations

import os
import select
import shutil
import sqlite3
import subprocess
import sys
from configparser import ConfigParser
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ErrorCode, UserError
from reader.services import launcher
from reader.storage.schema import APPLICATION_ID
from tests.tools.render_icons import CONTEXTS, DRAWINGS, png_path, render

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = ["剪报 pages", 'quo"ted', "$HOME `id`", "back\\slash", "100%f", "line\nbreak", "semi;colon & 'more'"]


@pytest.fixture
def data_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that the programs of the desktop take for the user's."""
    folder = tmp_path / "share"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


def desktop_file(data_home: Path) -> Path:
    return data_home / "applications" / "jianbao.desktop"


def run(*command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout.strip()


def a_program(folder: Path, output: Path) -> list[str]:
    """A program in folder that writes its arguments, a NUL before each, to the pipe output."""
    folder.mkdir()
    script = folder / "program.py"
    script.write_text(f"import sys\nopen({str(output)!r}, 'w').write(''.join('\\0' + a for a in sys.argv[1:]))\n")
    return [sys.executable, str(script)]


@contextmanager
def a_pipe(path: Path) -> Iterator[int]:
    """A named pipe, open for reading before anyone writes to it."""
    os.mkfifo(path)
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    yield descriptor
    os.close(descriptor)


def arguments_from(pipe: int) -> list[str]:
    """What the started program wrote; the starter may have ended long before it."""
    ready, _, _ = select.select([pipe], [], [], 30)
    assert ready, "the program was not started"
    return os.read(pipe, 10_000).decode().split("\0")[1:]


def test_the_launcher_is_valid(data_home: Path) -> None:
    launcher.install_launcher()
    run("desktop-file-validate", str(desktop_file(data_home)))


@pytest.mark.parametrize("name", NAMES)
def test_an_awkward_path_leaves_the_launcher_valid(data_home: Path, name: str) -> None:
    launcher.install_launcher(command=["env", f"PYTHONPATH=/opt/{name}", "/usr/bin/python3", "-m", "reader"])
    run("desktop-file-validate", str(desktop_file(data_home)))


def test_the_launcher_starts_the_program_with_the_files(data_home: Path, tmp_path: Path) -> None:
    page = tmp_path / "一版 $1.txt"
    page.touch()
    with a_pipe(tmp_path / "output") as pipe:
        launcher.install_launcher(command=a_program(tmp_path / '剪报 $HOME "q" `id` 100%f \\', tmp_path / "output"))
        run("gio", "launch", str(desktop_file(data_home)), str(page))
        assert arguments_from(pipe) == ["open", str(page)]


def test_another_starter_starts_it_too(data_home: Path, tmp_path: Path) -> None:
    with a_pipe(tmp_path / "output") as pipe:
        launcher.install_launcher(command=a_program(tmp_path / "剪报 pages", tmp_path / "output"))
        run("dex", "--wait", str(desktop_file(data_home)))
        assert arguments_from(pipe) == ["open"]


def test_the_start_command_starts_this_program(tmp_path: Path) -> None:
    shown = subprocess.run(
        [*launcher.start_command(), "--version"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert shown.stdout.startswith("Jianbao ")


@pytest.mark.parametrize("suffix", [".jianbao", ".db"])
def test_a_library_is_known_by_its_name_and_by_its_content(data_home: Path, tmp_path: Path, suffix: str) -> None:
    launcher.install_launcher()
    library = tmp_path / f"library{suffix}"
    connection = sqlite3.connect(library)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("CREATE TABLE page (id)")
    connection.close()
    assert launcher.MIME_TYPE in run("gio", "info", "--attributes=standard::content-type", str(library))
    assert "jianbao.desktop" in run("gio", "mime", launcher.MIME_TYPE)


def test_any_other_database_is_not_taken_for_a_library(data_home: Path, tmp_path: Path) -> None:
    launcher.install_launcher()
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE page (id)")
    connection.close()
    assert launcher.MIME_TYPE not in run("gio", "info", str(tmp_path / "other.db"))


def test_a_second_time_changes_nothing(data_home: Path) -> None:
    first = launcher.install_launcher()
    times = {path: path.stat().st_mtime_ns for path in first.changed}
    second = launcher.install_launcher()
    assert (second.changed, second.unchanged) == ((), first.changed)
    assert {path: path.stat().st_mtime_ns for path in first.changed} == times


def test_a_changed_file_is_set_right(data_home: Path) -> None:
    launcher.install_launcher()
    desktop_file(data_home).write_text("[Desktop Entry]\n")
    assert launcher.install_launcher().changed == (desktop_file(data_home),)


def test_uninstalling_leaves_nothing_of_jianbao(data_home: Path) -> None:
    installed = launcher.install_launcher()
    other = data_home / "applications" / "other.desktop"
    other.write_text("[Desktop Entry]\n")
    removed = launcher.uninstall_launcher()
    assert removed.changed == installed.changed
    assert [path for path in data_home.rglob("*jianbao*") if path.is_file()] == []
    assert other.exists()
    assert launcher.uninstall_launcher().changed == ()


def test_a_folder_that_cannot_be_written_is_named(data_home: Path) -> None:
    data_home.write_text("not a folder")
    with pytest.raises(UserError) as caught:
        launcher.install_launcher()
    assert caught.value.code is ErrorCode.LAUNCHER
    assert str(data_home) in caught.value.path


def test_it_has_a_name_in_chinese(data_home: Path) -> None:
    launcher.install_launcher()
    entry = ConfigParser(interpolation=None)
    entry.read(desktop_file(data_home), encoding="utf-8")
    assert entry["Desktop Entry"]["Name[zh_CN]"] == "剪报"


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1), min_size=1))
def test_quoting_is_undone_by_the_rules_of_the_specification(command: list[str]) -> None:
    assert parse_exec(launcher.exec_value(command)) == command


def parse_exec(value: str) -> list[str]:
    """Read an Exec value by the specification: first the string's escapes, then the quotes, then the field codes."""
    text = _unescape(value, {"n": "\n", "t": "\t", "r": "\r", "s": " ", "\\": "\\"})
    arguments: list[str] = []
    while text:
        if text.startswith('"'):
            end = next(i for i in range(1, len(text)) if text[i] == '"' and _backslashes(text[:i]) % 2 == 0)
            arguments.append(_unescape(text[1:end], {character: character for character in '"`$\\'}))
            text = text[end + 1 :].removeprefix(" ")
        else:
            argument, _, text = text.partition(" ")
            arguments.append(argument)
    return [argument.replace("%%", "%") for argument in arguments]


def _backslashes(text: str) -> int:
    return len(text) - len(text.rstrip("\\"))


def _unescape(text: str, meanings: dict[str, str]) -> str:
    characters = iter(text)
    return "".join(meanings[next(characters)] if character == "\\" else character for character in characters)


@pytest.mark.parametrize("name", CONTEXTS)
@pytest.mark.parametrize("size", DRAWINGS)
def test_the_shipped_icons_are_those_that_are_drawn(name: str, size: int) -> None:
    from PySide6.QtGui import QImage

    shipped = QImage(str(png_path(name, size))).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    assert shipped == render(name, size)
