"""``jianbao segment``: how pages are split, as JSON or for people, without a library."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.explain import Paper, explained
from reader.cli.terminal import complain, take_any_character
from reader.errors import UserError

if TYPE_CHECKING:
    from reader.cli.terminal import Commands


def register(commands: "Commands") -> None:
    """Add ``segment``."""
    parser = commands.add_parser(
        "segment",
        help="print how pages are split, one JSON object a line, or in words",
        description="Print one JSON object a line for each page, in the order given: its items, their blocks, how sure"
        " the page engine is of each, and why. Nothing is imported.",
    )
    parser.add_argument("--encoding", metavar="E", help="read the files as this encoding (default: detected)")
    parser.add_argument(
        "--explain",
        action="store_true",
        help="print the pages for people instead: each line with its role, how sure this is, and why",
    )
    parser.add_argument("pages", nargs="+", type=Path, metavar="PAGE", help="page files")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the records; a page that cannot be read is named on standard error and has none."""
    # Only now: no other command needs the page engine, which takes longer to load than they take to run.
    from reader.services.preview import split_file

    take_any_character()
    code = 0
    for path in args.pages:
        try:
            page = split_file(path, args.encoding)
        except UserError as error:
            complain(error)
            code = 1
            continue
        if args.explain:
            for line in explained(page.name, page.text, page.made, Paper.of_stdout()):
                print(line)
        else:
            print(json.dumps(page.record(), ensure_ascii=False))
    return code
