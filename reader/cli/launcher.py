"""``jianbao install-launcher`` and ``uninstall-launcher``: Jianbao among the desktop's programs."""

import argparse
from typing import TYPE_CHECKING

from reader.cli.terminal import plural, say

if TYPE_CHECKING:
    from reader.cli.terminal import Commands


def register(commands: "Commands") -> None:
    """Add both commands."""
    for name, help_text, action in (
        ("install-launcher", "add Jianbao to this user's programs: launcher, icons, file type", _install),
        ("uninstall-launcher", "take it away again; libraries stay", _uninstall),
    ):
        parser = commands.add_parser(name, help=help_text)
        parser.set_defaults(run=action)


def _install(_args: argparse.Namespace) -> int:
    from reader.services.launcher import install_launcher  # as rare as it is: not at every start

    report = install_launcher()
    for path in report.changed:
        print(path)
    say(f"{plural(len(report.changed), 'file')} written; {len(report.unchanged)} were right already.")
    return 0


def _uninstall(_args: argparse.Namespace) -> int:
    from reader.services.launcher import uninstall_launcher  # as above

    report = uninstall_launcher()
    for path in report.changed:
        print(path)
    say(f"{plural(len(report.changed), 'file')} removed.")
    return 0
