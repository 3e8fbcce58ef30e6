"""Every command that the help lists is one that the command line takes as such, and not as a file to open."""

from __future__ import annotations

import re

import pytest

from reader import cli


def _listed(capsys: pytest.CaptureFixture[str]) -> list[str]:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    return re.findall(r"^ {4}([a-z][a-z-]*)(?: |$)", capsys.readouterr().out, re.MULTILINE)


def test_every_listed_command_has_a_help_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    commands = _listed(capsys)
    assert {"open", "import", "restore", "uninstall-launcher"} <= set(commands)
    for command in commands:
        with pytest.raises(SystemExit) as ended:
            cli.main([command, "--help"])
        assert ended.value.code == 0
        assert capsys.readouterr().out.startswith(f"usage: jianbao {command} ")
