"""``jianbao codebook export`` and ``codebook import``: the tags with what they mean, as a file."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.terminal import add_library, existing_library, plural, say
from reader.file_words import code_problem_text
from reader.messages import printable
from reader.services.codebook_files import CodebookFormat
from reader.services.library import Library

if TYPE_CHECKING:
    from reader.cli.terminal import Commands
    from reader.domain.codebook_merge import MergePlan

_STANDARD_OUTPUT = "-"


def register(commands: "Commands") -> None:
    """Add ``codebook`` with its two verbs."""
    parser = commands.add_parser("codebook", help="take the tags with their definitions out, or in")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    _register_export(verbs)
    _register_import(verbs)


def _register_export(verbs: "Commands") -> None:
    parser = verbs.add_parser(
        "export",
        help="write the codebook to a file",
        description="Write all tags as a REFI-QDA codebook (.qdc), which other programs for qualitative research read,"
        " or as a CSV table. In a .qdc file the texts on when to use a tag, when not, and its example follow its"
        " definition under lines that name them.",
    )
    add_library(parser)
    parser.add_argument(
        "--output",
        "-o",
        default=_STANDARD_OUTPUT,
        metavar="FILE",
        help="the file, in the format of its suffix; - is standard output (default: %(default)s)",
    )
    parser.add_argument(
        "--format",
        type=CodebookFormat,
        choices=list(CodebookFormat),
        default=CodebookFormat.CSV,
        metavar="F",
        help="the format on standard output: %(choices)s (default: %(default)s)",
    )
    parser.set_defaults(run=_export)


def _register_import(verbs: "Commands") -> None:
    parser = verbs.add_parser(
        "import",
        help="merge the codebook of a file into that of the library",
        description="A tag of the file is the one that has its id, else the one that has its name. What the file says"
        " takes the place of what the library says; what it leaves empty stays. It is one step, which can be undone.",
    )
    add_library(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help="a .qdc file, or a CSV table with a column “name”")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    parser.set_defaults(run=_import)


def _export(args: argparse.Namespace) -> int:
    with existing_library(args) as library:
        if args.output == _STANDARD_OUTPUT:
            sys.stdout.buffer.write(library.codebook_files.content(args.format))
            return 0
        count = library.codebook_files.export(Path(args.output))
    say(f"{plural(count, 'tag')} exported to {args.output}.")
    return 0


def _import(args: argparse.Namespace) -> int:
    if args.dry_run:
        with existing_library(args) as library:
            _report(library.codebook_files.preview(args.file), "would be ")
        return 0
    with Library(args.library) as library:
        plan, _ = library.codebook_files.merge(args.file)
    _report(plan, "")
    return 0


def _report(plan: "MergePlan", would: str) -> None:
    for tag in plan.new:
        print(f"+ {printable(tag.after.name)}")
    for tag in plan.changed:
        before = tag.before.name if tag.before else ""
        renamed = f" (was {printable(before)})" if before != tag.after.name else ""
        print(f"~ {printable(tag.after.name)}{renamed}")
    for problem in plan.problems:
        say(code_problem_text(problem))
    same = len(plan.tags) - len(plan.new) - len(plan.changed)
    say(f"{plural(len(plan.new), 'tag')} {would}added, {len(plan.changed):,} {would}changed, {same:,} as they were.")
