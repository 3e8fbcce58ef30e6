"""``jianbao backup`` and ``jianbao restore``."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.terminal import add_library, existing_library, say
from reader.progress_line import ProgressLine
from reader.services.maintenance import restore

if TYPE_CHECKING:
    from reader.cli.terminal import Commands


def register(commands: "Commands") -> None:
    """Add both commands."""
    parser = commands.add_parser(
        "backup",
        help="write a copy of a library",
        description="Write a copy of the library as it is now, also while the window has it open.",
    )
    add_library(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="the copy; a former one is replaced when it is whole")
    parser.set_defaults(run=_back_up)
    parser = commands.add_parser(
        "restore",
        help="bring a backup back",
        description="Put a backup in the place of the library, which is kept beside it as FILE.before-restore.",
    )
    add_library(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="a file written by backup; it is only read")
    parser.set_defaults(run=_restore)


def _back_up(args: argparse.Namespace) -> int:
    with existing_library(args) as library, ProgressLine("Backup") as line:
        library.maintenance.back_up(args.file, lambda done, total: line.step(f"{100 * done // max(total, 1)} %"))
    say(f"{args.file}: {args.file.stat().st_size:,} bytes")
    return 0


def _restore(args: argparse.Namespace) -> int:
    kept = restore(args.file, args.library)
    say(f"{args.library} is what was in {args.file}.")
    if kept:
        say(f"What it was before is in {kept}.")
    return 0
