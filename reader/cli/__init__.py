"""The command line: everything that Jianbao does, without a window. English, and made to be scripted.

Each module of commands has ``register(commands)``, which adds the parsers of one command or of a family and sets
``run`` on them, where ``run(args)`` does the work and returns the exit code. Only that of the window is loaded where no
other command is asked for, so that the window does not wait for what the others need.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from reader import __version__
from reader.cli import open_window
from reader.cli.terminal import complain
from reader.errors import UserError

_OPEN = "open"
_HELP = frozenset({"-h", "--help", "--version"})
_OTHERS = frozenset(
    {
        *("import", "segment", "tree", "search", "analyse", "export", "annotations", "codebook"),
        *("check", "compact", "stats", "backup", "restore"),
        *("install-launcher", "uninstall-launcher"),
    }
)
"""The commands that show no window."""

_INTERRUPTED = 130  # what a shell reports for a program that Ctrl+C ended


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the given arguments (those of the process if None) and return its exit code.

    0 is success, 1 that something did not succeed and was said on standard error, 2 wrong usage (by ``SystemExit``, as
    argparse does). What is no command is taken as a library or as files to open in the window.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0] not in {_OPEN} | _OTHERS | _HELP:
        arguments.insert(0, _OPEN)
    args = _parser(with_others=arguments[0] != _OPEN).parse_args(arguments)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except UserError as error:
        complain(error)
        _give_up_output()
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough (`| head`).
        _give_up_output()
        return 0
    return code


def _give_up_output() -> None:
    """Throw away what standard output cannot take; the interpreter would complain once more when it flushes."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser(*, with_others: bool) -> argparse.ArgumentParser:
    """The parser of the window alone, or of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="jianbao",
        description="剪报 Jianbao: read and annotate newspaper pages.",
        epilog="Without a command, a library or files are opened in the window: jianbao [LIBRARY | FILES…]",
    )
    parser.add_argument("--version", action="version", version=f"Jianbao {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    open_window.register(commands)
    if with_others:
        from reader.cli import (
            analyse,
            annotations,
            backup,
            check,
            codebook,
            export,
            import_pages,
            launcher,
            search,
            segment,
            tree,
            upkeep,
        )

        for module in (
            import_pages,
            segment,
            tree,
            search,
            analyse,
            export,
            annotations,
            codebook,
            check,
            upkeep,
            backup,
            launcher,
        ):
            module.register(commands)
    return parser
