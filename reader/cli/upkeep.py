"""``jianbao compact`` and ``jianbao stats``: the size of a library."""

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from reader.cli.terminal import add_library, existing_library, plural, say
from reader.progress_line import ProgressLine
from reader.services.maintenance import Compacted, CompactStep

if TYPE_CHECKING:
    from reader.cli.terminal import Commands

_MB = 1_000_000
_STEPS = {CompactStep.INDEX: "merging the search index", CompactStep.FILE: "writing the file anew"}


def register(commands: "Commands") -> None:
    """Add both commands."""
    parser = commands.add_parser(
        "compact",
        help="make a library smaller and faster",
        description="Merge the search index and write the library anew without gaps. Close its window before.",
    )
    add_library(parser)
    parser.set_defaults(run=_compact)
    parser = commands.add_parser(
        "stats",
        help="how much a library holds, and what takes how much of its file",
        description="Print how much a library holds, how many articles that is without copies of one in several"
        " papers or on several days, and what takes how much of the file.",
    )
    add_library(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=_stats)


def _compact(args: argparse.Namespace) -> int:
    with existing_library(args) as library, ProgressLine("Compacting") as line:
        steps = library.maintenance.compact()
        while True:
            try:
                line.step(_STEPS[next(steps)])
            except StopIteration as end:
                done: Compacted = end.value
                break
    say(f"{args.library}: {_size(done.before)} before, {_size(done.after)} now.")
    return 0


def _stats(args: argparse.Namespace) -> int:
    with existing_library(args) as library:
        found = library.maintenance.statistics()
        copies, groups, uncompared = library.copies.later(), library.copies.count(), library.copies.stale()
    if args.json:
        told = {"copies": copies, "copy_groups": groups, "uncompared": uncompared}
        print(json.dumps({**asdict(found), **told}))
        return 0
    print(f"{plural(found.pages, 'page')}, {plural(found.articles, 'article')}, {plural(found.marks, 'mark')}")
    print(_of_copies(found.articles, copies, groups, uncompared))
    print(f"{plural(found.characters, 'character')} of text")
    print(f"{_size(found.size)}, of which {_size(found.free)} are free")
    for table, size in found.sizes.items():
        print(f"{_size(size):>12}  {table}")
    return 0


def _of_copies(articles: int, copies: int, groups: int, uncompared: int) -> str:
    """How many articles there are where each counts once, and how far that is known."""
    told = f"{articles - copies:,} of them counted once ({plural(groups, 'story', 'stories')} printed several times)"
    return f"{told}; {plural(uncompared, 'article is', 'articles are')} not compared yet" if uncompared else told


def _size(size: int) -> str:
    return f"{size / _MB:,.1f} MB"
