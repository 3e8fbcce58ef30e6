"""``jianbao check``: whether a library is sound."""

import argparse
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from reader.cli.terminal import add_library, existing_library, plural, take_any_character
from reader.messages import printable
from reader.services.library import Library
from reader.services.maintenance import Fault, Problem

if TYPE_CHECKING:
    from reader.cli.terminal import Commands

_WORDS = {
    Fault.FILE: "the file: {detail}",
    Fault.TEXT_MISSING: "page {id} has lost its text",
    Fault.TEXT_CHANGED: "the text of page {id} ({detail}) is not the one that was imported",
    Fault.ITEM_OUTSIDE: "article {id} ({detail}) reaches beyond its page",
    Fault.MARK_OUTSIDE: "mark {id} (“{detail}”) reaches beyond its page",
    Fault.QUOTE_DIFFERS: "mark {id} (“{detail}”) is not what stands there",
    Fault.COUNTS_DIFFER: "{id} counts of articles are wrong (--recount mends them)",
    Fault.NOT_FOUND: "article {id} is not found by its own words",
    Fault.INDEX_DIFFERS: "the search index: documents {detail}",
}


def register(commands: "Commands") -> None:
    """Add ``check``."""
    parser = commands.add_parser(
        "check",
        help="check a library",
        description="Check the library's file, counts and search index, and that articles and marks fit their pages.",
        epilog="Exit code 1 if anything is wrong. Nothing is changed without --recount.",
    )
    parser.add_argument("--recount", action="store_true", help="count all articles anew before")
    add_library(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the problems, a line each."""
    take_any_character()
    count = 0
    with existing_library(args) as library:
        if args.recount:
            library.maintenance.recount()
        for problem in chain(library.maintenance.problems(), _unfound(library)):
            count += 1
            print(_words(problem))
        orphans, moved = library.revisions.counts()
    if orphans:
        print(f"{plural(orphans, 'mark has', 'marks have')} no place in the newer text of the page yet")
    if moved:
        print(f"{plural(moved, 'mark was', 'marks were')} moved in a newer text and nobody has confirmed it")
    print(f"{args.library}: {plural(count, 'problem') if count else 'no problems'}")
    return 1 if count else 0


def _unfound(library: Library) -> Iterator[Problem]:
    """Articles, of a sample, that a search for their own words does not find."""
    work = library.search.unfound()
    while True:
        try:
            next(work)
        except StopIteration as end:
            yield from (Problem(Fault.NOT_FOUND, item_id) for item_id in end.value)
            return


def _words(problem: Problem) -> str:
    return _WORDS[problem.fault].format(id=problem.row_id, detail=printable(problem.detail))
