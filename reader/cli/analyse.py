"""``jianbao analyse``: counts of what was marked, as a table or a picture."""

import argparse
import sys
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.terminal import add_date_span, add_library, existing_library, say
from reader.domain.analysis import Grid, Question
from reader.domain.picture import Words, ink_on_white
from reader.domain.scope import Scope

if TYPE_CHECKING:
    from reader.cli.terminal import Commands

_INCHES = 8.0
_TABLE, _PICTURES = ".csv", (".png", ".svg")


def register(commands: "Commands") -> None:
    """Add ``analyse``."""
    parser = commands.add_parser(
        "analyse",
        help="count annotations by tag",
        description="Count annotations: how often each tag (tags), by newspaper, section, year or month (newspapers,"
        " sections, years, months), or how often two tags occur in one article, paragraph or sentence (in-article,"
        " in-paragraph, in-sentence).",
    )
    add_library(parser)
    parser.add_argument("question", type=Question, choices=list(Question), metavar="QUESTION", help="one of those")
    parser.add_argument("--subtags", action="store_true", help="a tag counts what the tags under it have, too")
    parser.add_argument(
        "--once",
        action="store_true",
        help="count an article once, in however many papers it stands: what is marked alike on its copies is one mark",
    )
    parser.add_argument("--newspaper", metavar="N", help="only of this newspaper; an empty name means unknown ones")
    add_date_span(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=_output,
        metavar="FILE",
        help="a table (.csv) or a picture (.png, .svg); without it the table is printed as CSV",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Count, and print or write the answer."""
    scope = Scope(newspaper=args.newspaper, date_from=args.date_from, date_to=args.date_to)
    with existing_library(args) as library:
        scopes = () if scope == Scope() else (scope,)
        grid = _result(library.analysis.ask(args.question, scopes, subtags=args.subtags, once=args.once))
        words = _words(grid)
        if args.output is None:
            library.analysis.write_table(grid, words, sys.stdout.buffer)
        elif args.output.suffix.casefold() == _TABLE:
            library.analysis.save_table(grid, words, args.output)
        elif not grid.rows:
            say("There is nothing to draw: no annotation has a tag.")
            return 1
        else:
            library.analysis.save_picture(grid, words, ink_on_white(len(grid.rows)), _INCHES, args.output)
    return 0


def _result(work: Generator[object, None, Grid]) -> Grid:
    while True:
        try:
            next(work)
        except StopIteration as end:
            answer: Grid = end.value
            return answer


def _words(grid: Grid) -> Words:
    return Words(
        tuple(row.value or "(no tag)" for row in grid.rows),
        tuple(column.value or "(unknown)" for column in grid.columns),
    )


def _output(text: str) -> Path:
    path = Path(text)
    if path.suffix.casefold() not in (_TABLE, *_PICTURES):
        raise argparse.ArgumentTypeError(f"“{text}” ends in none of .csv, .png and .svg")
    return path
