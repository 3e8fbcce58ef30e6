"""The command line: everything that Jianbao does, without a window. English, and made to be scripted.

Each module of ``_COMMANDS`` is one command or a family of them. It has ``register(commands)``, which adds its parser
and sets ``run`` on it, where ``run(args)`` does the work and returns the exit code.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from reader import __version__
from reader.cli import backup, check, export, import_pages, launcher, open_window, search, segment, tree
from reader.cli.terminal import complain
from reader.errors import UserError

_COMMANDS = (open_window, import_pages, segment, tree, search, export, check, backup, launcher)

_INTERRUPTED = 130  # what a shell reports for a program that Ctrl+C ended


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the given arguments (those of the process if None) and return its exit code.

    0 is success, 1 that something did not succeed and was said on standard error, 2 wrong usage (by ``SystemExit``, as
    argparse does). What is no command is taken as a library or as files to open in the window.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser, names = _parser()
    if not arguments or (arguments[0] not in names and arguments[0] not in {"-h", "--help", "--version"}):
        arguments.insert(0, open_window.NAME)
    args = parser.parse_args(arguments)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except UserError as error:
        complain(error)
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough (`| head`). The interpreter would complain once more when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _parser() -> tuple[argparse.ArgumentParser, frozenset[str]]:
    """The parser of the whole command line, and the names of its commands."""
    parser = argparse.ArgumentParser(
        prog="jianbao",
        description="剪报 Jianbao: read and annotate newspaper pages.",
        epilog="Without a command, a library or files are opened in the window: jianbao [LIBRARY | FILES…]",
    )
    parser.add_argument("--version", action="version", version=f"Jianbao {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for module in _COMMANDS:
        module.register(commands)
    return parser, frozenset(commands.choices)
