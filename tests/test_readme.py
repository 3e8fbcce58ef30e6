"""What README.md says is so: its keys, commands, rooms, files and places."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

from reader import bootstrap
from reader.cli import _OTHERS, _parser
from reader.paths import Paths
from reader.ui.actions.table import ACTIONS
from tests.support.architecture import DOORS
from tests.tools import readme, screenshots

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = _OTHERS
_, KEYS, REST = readme.parts(TEXT)


def section(heading: str) -> str:
    return TEXT.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def code(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", text)


def test_the_keys_are_those_of_the_table() -> None:
    assert readme.keys_table() == KEYS, "run python -m tests.tools.readme"


def test_every_action_that_has_a_key_is_listed() -> None:
    assert KEYS.count("`") // 2 == sum(key.isascii() for spec in ACTIONS for key in spec.keys)


def test_the_keys_of_the_chinese_part_exist() -> None:
    known = {key for spec in ACTIONS for key in spec.keys}
    named = {word for word in code(section("中文快速上手")) if re.fullmatch(r"(Ctrl\+|Shift\+)*(\S|Space)", word)}
    assert len(named) > 10
    assert named <= known


def test_the_menus_of_the_chinese_part_exist() -> None:
    from tests.tools import translations

    catalogue = translations.catalogue("zh_CN").read_text(encoding="utf-8")
    for path in re.findall(r"菜单“([^”]+)”", TEXT):
        for name in path.split(" → "):
            assert re.search(rf">{name}(\(&amp;\w\))?…?<", catalogue), name


def test_the_commands_are_those_of_the_program() -> None:
    listed = re.findall(r"^jianbao ([a-z][^\[\n]*?)(?:  |\[| PAGE|$)", section("Command line"), re.MULTILINE)
    assert {name.split()[0] for names in listed for name in names.split("|")} == COMMANDS


def test_options_named_for_a_command_are_understood(capsys: pytest.CaptureFixture[str]) -> None:
    for command, options in re.findall(r"^jianbao (\w+) (.*?)  ", section("Command line"), re.MULTILINE):
        with pytest.raises(SystemExit):
            _parser(with_others=True).parse_args([command, "--help"])
        shown = capsys.readouterr().out
        assert all(option in shown for option in re.findall(r"-[-\w]+", options)), command


def test_the_rooms_of_the_picture_are_those_of_the_house() -> None:
    picture = section("Architecture").split("```")[1]
    named = set(re.findall(r"[a-z]+", picture)) & set(DOORS)
    packages = {path.parent.name for path in (ROOT / "reader").glob("*/__init__.py")}
    assert named == packages | {"app"}


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\]\(([^)#]+)\)", TEXT))))
def test_what_is_linked_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


def test_the_pictures_are_those_that_are_taken() -> None:
    taken = {f"{scene}-{look.name}.png" for scene, look in screenshots.SHOWN}
    assert taken == {path.name for path in screenshots.FOLDER.iterdir()}
    assert taken == {Path(name).name for name in re.findall(r"\]\((resources/screenshots/[^)]+)\)", TEXT)}
    assert all((screenshots.FOLDER / name).stat().st_size < 300_000 for name in taken)


def test_files_named_in_code_are_there() -> None:
    paths = [word for word in code(TEXT) if re.fullmatch(r"[\w/*]+\.(py|txt|md|toml)", word)]
    assert len(paths) > 10
    missing = [path for path in paths if not any(ROOT.glob(path)) and not any((ROOT / "reader").glob(path))]
    assert missing == []


def test_places_are_where_it_says(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("the table is about Linux")
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable)
    paths = Paths.of_user()
    shown = code(section("Where things are"))
    for path in (paths.library, paths.settings, paths.log):
        assert f"~/{path.relative_to(home)}" in shown


def test_the_two_commands_start() -> None:
    first, second = re.findall(r"^(python3 -m \S+(?: \S+)?) +#", section("Start"), re.MULTILINE)
    assert (ROOT / shlex.split(first)[-1]).is_dir()
    assert second == (ROOT / ".ci" / "run").read_text().strip().splitlines()[-1].removeprefix("exec ")
    for module in (first.split()[2], second.split()[2]):
        assert (ROOT / module / "__main__.py").is_file()


def test_the_tools_for_developers_are_programs() -> None:
    modules = re.findall(r"`\.venv/bin/python -m ([\w.]+)`", section("Development"))
    assert len(modules) > 3
    for module in modules:
        assert "__main__" in ROOT.joinpath(*module.split(".")).with_suffix(".py").read_text(encoding="utf-8"), module


def test_the_python_that_it_asks_for_is_the_one_that_is_needed() -> None:
    assert f"Python {'.'.join(map(str, bootstrap.MINIMUM_PYTHON))} or later" in section("Start")
