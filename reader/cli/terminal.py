"""What the commands share: the library argument, and words on the terminal."""

import argparse
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain.dates import first_day, last_day
from reader.errors import ErrorCode, UserError
from reader.paths import Paths

if TYPE_CHECKING:
    from reader.services.library import Library

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


def add_date_span(parser: argparse._ActionsContainer) -> None:
    """Give a command ``--from`` and ``--to``; ``args.date_from`` and ``args.date_to`` are ISO dates or None."""
    parser.add_argument(
        "--from",
        dest="date_from",
        type=_date(first_day),
        metavar="D",
        help="printed on this day, month or year or later, as 2024-05-12, 2024-05 or 2024",
    )
    parser.add_argument("--to", dest="date_to", type=_date(last_day), metavar="D", help="printed then or earlier")


def existing_library(args: argparse.Namespace) -> "Library":
    """The library of a command that only reads. Raises UserError where there is none, instead of making one."""
    from reader.services.library import Library  # the window loads it when it has loaded Qt

    if not args.library.exists():
        raise UserError(ErrorCode.FILE_VANISHED, str(args.library))
    return Library(args.library)


def say(text: str) -> None:
    """Write a line to standard error."""
    print(text, file=sys.stderr, flush=True)


def complain(error: UserError) -> None:
    """Say what happened and what to do about it."""
    from reader.messages import error_text

    say(f"jianbao: {error_text(error)}")


def take_any_character() -> None:
    """Let standard output show what its encoding cannot as escapes, as standard error does anyway."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _date(reading: Callable[[str], str]) -> Callable[[str], str]:
    """A reading of dates as argparse wants its types: it says what was expected."""

    def read(text: str) -> str:
        try:
            return reading(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"“{text}” is no date; write it as 2024-05-12, 2024-05 or 2024") from None

    return read
