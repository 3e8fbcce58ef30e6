"""What the commands share: the library argument, and words on the terminal."""

import argparse
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ErrorCode, UserError
from reader.messages import error_text
from reader.paths import Paths
from reader.services.library import Library

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 # argparse has no public name for it


def add_library(parser: argparse.ArgumentParser) -> None:
    """Give a command its ``--library``; ``args.library`` is always a path."""
    parser.add_argument(
        "--library",
        "-l",
        type=Path,
        metavar="L",
        default=Paths.of_user().library,
        help="the library file (default: $JIANBAO_LIBRARY, or %(default)s)",
    )


def existing_library(args: argparse.Namespace) -> Library:
    """The library of a command that only reads. Raises UserError where there is none, instead of making one."""
    if not args.library.exists():
        raise UserError(ErrorCode.FILE_VANISHED, str(args.library))
    return Library(args.library)


def say(text: str) -> None:
    """Write a line to standard error."""
    print(text, file=sys.stderr, flush=True)


def complain(error: UserError) -> None:
    """Say what happened and what to do about it."""
    say(f"jianbao: {error_text(error)}")


def take_any_character() -> None:
    """Let standard output show what its encoding cannot as escapes, as standard error does anyway."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
