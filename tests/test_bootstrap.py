"""A bare checkout sets itself up: real processes, real environments, and lock files that name no package."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from reader import bootstrap, system_packages

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "resources" / "locks"

PROGRAM = """
def main(arguments):
    import os, sys
    inside = os.path.samefile(sys.prefix, os.environ["CHECKOUT"] + "/.venv")
    print(inside, sys.flags.dev_mode, *arguments)
    return 7
"""

NOWHERE = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_EXTRA_INDEX_URL": ""}
UNOBTAINABLE = f"jianbao-of-nowhere==1.0 \\\n    --hash=sha256:{'0' * 64}\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project that needs no packages, with the set-up of this one; its program tells where it runs."""
    root = tmp_path / "剪报 checkout"
    package = root / "reader"
    (package / "cli").mkdir(parents=True)
    for name in ("__init__", "__main__", "bootstrap", "venv_setup", "system_packages", "progress_line"):
        shutil.copy(ROOT / "reader" / f"{name}.py", package)
    (package / "cli" / "__init__.py").write_text(PROGRAM)
    (root / "pyproject.toml").touch()
    (root / "resources" / "locks").mkdir(parents=True)
    for name in ("run", "dev"):
        lock(root, name).write_text("# nothing\n")
    return root


def lock(root: Path, name: str = "run") -> Path:
    return root / "resources" / "locks" / f"{name}.txt"


def command(*arguments: str) -> list[str]:
    """Start the program by the Python that the tests' environment was made from."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return [str(Path(sys.base_prefix, "bin", version)), "-X", "dev", "-m", "reader", *arguments]


def environment(root: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "CHECKOUT": str(root), "PYTHONWARNINGS": "", **more}


def start(root: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments), cwd=root, env=environment(root, **more), capture_output=True, text=True, check=False
    )


def test_the_first_start_makes_the_environment_and_runs_inside_it(checkout: Path) -> None:
    result = start(checkout, "import", "一 版.txt", "$HOME")
    assert (result.stdout, result.returncode) == ("True True import 一 版.txt $HOME\n", 7)
    assert "Setting up Jianbao in .venv: done" in result.stderr


def test_the_second_start_is_silent(checkout: Path) -> None:
    start(checkout)
    result = start(checkout)
    assert (result.stdout, result.stderr, result.returncode) == ("True True\n", "", 7)


def test_a_changed_lock_is_installed_into_the_same_environment(checkout: Path) -> None:
    start(checkout)
    keepsake = checkout / ".venv" / "keepsake"
    keepsake.touch()
    lock(checkout).write_text("# nothing, but differently\n")
    result = start(checkout)
    assert (result.returncode, keepsake.exists()) == (7, True)
    assert "done" in result.stderr
    assert start(checkout).stderr == ""


def test_packages_that_cannot_be_had_are_explained(checkout: Path) -> None:
    lock(checkout).write_text(UNOBTAINABLE)
    result = start(checkout, **NOWHERE)
    assert result.returncode == 1
    assert "pip could not install" in result.stderr
    assert "jianbao-of-nowhere" in result.stderr
    assert "start again with the same command" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_environment_left_half_made_is_made_anew(checkout: Path) -> None:
    lock(checkout).write_text(UNOBTAINABLE)
    start(checkout, **NOWHERE)
    rubbish = checkout / ".venv" / "rubbish"
    rubbish.touch()
    lock(checkout).write_text("# nothing\n")
    assert start(checkout).stdout == "True True\n"
    assert not rubbish.exists()


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Path) -> None:
    start(checkout)
    python = checkout / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/no/such/python")
    assert start(checkout).stdout == "True True\n"


def test_two_first_starts_at_once_do_not_collide(checkout: Path) -> None:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    starts = [subprocess.Popen(command(), cwd=checkout, env=environment(checkout), **pipes) for _ in range(3)]
    answers = [process.communicate() for process in starts]
    assert [out for out, _ in answers] == ["True True\n"] * 3
    assert sum("done after" in said for _, said in answers) == 1


def test_a_checkout_that_cannot_be_written_is_explained(checkout: Path) -> None:
    (checkout / ".venv.lock").mkdir()
    result = start(checkout)
    assert result.returncode == 1
    assert f"could not be set up in {checkout}" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_installed_package_is_left_alone(checkout: Path) -> None:
    (checkout / "pyproject.toml").unlink()
    python = [sys.executable, "-c", "from reader import bootstrap; bootstrap.ensure(); print('here')"]
    assert subprocess.run(python, cwd=checkout, capture_output=True, text=True, check=True).stdout == "here\n"
    assert not (checkout / ".venv").exists()


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8, 18, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or later"):
        bootstrap.ensure()


@pytest.mark.parametrize("name", ["__init__", "__main__", "bootstrap"])
def test_an_old_python_can_read_what_it_meets(name: str) -> None:
    compile((ROOT / "reader" / f"{name}.py").read_text(), name, "exec", _feature_version=8)


def test_every_start_is_quick_about_it(checkout: Path) -> None:
    start(checkout)
    python = str(checkout / ".venv" / "bin" / "python")
    script = "import sys; from reader import bootstrap; bootstrap.ensure(); print(*sys.modules)"
    result = subprocess.run([python, "-c", script], cwd=checkout, capture_output=True, text=True, check=True)
    assert {"subprocess", "importlib.metadata", "hashlib", "reader.venv_setup"}.isdisjoint(result.stdout.split())


def project() -> dict[str, object]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)


def pins(name: str) -> dict[str, tuple[int, ...]]:
    """Package → version in a lock file, of which every entry must have a hash."""
    entries = re.findall(r"^([a-z0-9-]+)==([0-9.]+)((?:.*\\\n)*.*)", (LOCKS / f"{name}.txt").read_text(), re.MULTILINE)
    assert all("--hash=sha256:" in rest for _, _, rest in entries)
    return {package: tuple(map(int, version.split("."))) for package, version, _ in entries}


def test_the_locks_hold_what_the_project_asks_for() -> None:
    table = project()
    run_wanted, dev_wanted = table["project"]["dependencies"], table["dependency-groups"]["dev"]
    for wanted, locked in ((run_wanted, pins("run")), (dev_wanted, pins("dev"))):
        for requirement in wanted:
            package, bounds = re.fullmatch(r"([A-Za-z0-9-]+)(.*)", requirement).groups()
            for operator, bound in re.findall(r"(>=|<)([0-9.]+)", bounds):
                version, limit = locked[package.lower()], tuple(map(int, bound.split(".")))
                assert version >= limit if operator == ">=" else version < limit, requirement


def test_the_lock_for_tests_includes_that_of_the_program() -> None:
    assert pins("run").items() <= pins("dev").items()


def test_the_oldest_python_is_the_same_everywhere() -> None:
    assert project()["project"]["requires-python"] == ">=" + ".".join(map(str, bootstrap.MINIMUM_PYTHON))


def test_what_is_missing_is_named_with_its_package() -> None:
    absent = system_packages.Need("libjianbao-of-nowhere.so.9", "libnowhere9")
    program = system_packages.Need("jianbao-of-nowhere", "nowhere")
    present = system_packages.Need("libc.so.6", "libc6")
    assert system_packages.missing([absent, present, program]) == [absent, program]


def test_a_user_is_told_the_command_to_type(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    needed = system_packages.Need("libjianbao-of-nowhere.so.9", "libnowhere9")
    wished = system_packages.Need("libjianbao-of-nowhere.so.8", "libnowhere8", optional=True)
    assert system_packages.provide([needed, wished], "The window") == [needed]
    said = capsys.readouterr().err
    assert said.startswith("The window needs what this system does not have")
    assert "sudo apt-get install libnowhere8 libnowhere9" in said


def test_root_gets_the_packages_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """By an apt-get that only this test knows, which brings the missing program and refuses the optional one."""
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    apt = tmp_path / "apt-get"
    apt.write_text(
        '#!/bin/sh\necho "$@" >> "$0.log"\ncase "$*" in\n'
        "*wished*) echo E: no such package; exit 100;;\n"
        '*install*needed*) cp "$0" "${0%/*}/needed-program";;\nesac\n'
    )
    apt.chmod(0o755)
    needed = system_packages.Need("needed-program", "needed")
    wished = system_packages.Need("wished-program", "wished", optional=True)
    assert system_packages.provide([needed, wished], "The test suite") == []
    assert "--no-install-recommends needed\n" in (tmp_path / "apt-get.log").read_text()
    said = capsys.readouterr().err
    assert "Installing 2 system packages: done" in said
    assert "apt-get could not install wished" in said
