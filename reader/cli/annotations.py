"""``jianbao annotations import``: annotations from files that an export or another program has written."""

import argparse
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.terminal import add_library, complain, existing_library, plural, say
from reader.domain.parcel import MergeReport
from reader.errors import UserError
from reader.file_words import code_problem_text, unfit_text
from reader.messages import printable
from reader.progress_line import ProgressLine
from reader.services.merging import MergeProgress

if TYPE_CHECKING:
    from reader.cli.terminal import Commands

_HEADER = ("file", "where", "text", "reason")
_SHOWN = 20
"""Reasons that are said on the terminal; a report has all."""


def register(commands: "Commands") -> None:
    """Add ``annotations`` with its verb."""
    parser = commands.add_parser("annotations", help="take annotations in from other libraries and programs")
    verbs = parser.add_subparsers(metavar="VERB", required=True)
    importing = verbs.add_parser(
        "import",
        help="merge annotations of files into the library",
        description="Read annotations from .csv, .json, .jsonld and .qdpx files. Those that the library has are changed"
        " where the file has them modified later; others are added where their page is in the library and says their"
        " quote. Each file is one step, which can be undone; all that does not fit is listed, with exit code 1.",
    )
    add_library(importing)
    importing.add_argument("files", type=Path, nargs="+", metavar="FILE", help="what to read, by its suffix")
    importing.add_argument("--dry-run", action="store_true", help="only say what would be done")
    importing.add_argument(
        "--report", type=Path, metavar="FILE", help="write what does not fit, with reasons, to a CSV file"
    )
    importing.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Merge each file and say what came of it; 1 if one could not be read, or something did not fit."""
    lines: list[tuple[str, ...]] = [_HEADER]
    failed = False
    with existing_library(args) as library:
        for path in args.files:
            try:
                report = _follow(library.merging.merge(path, dry=args.dry_run))
            except UserError as error:
                complain(error)
                failed = True
                continue
            found = _listed(report)
            lines += [(path.name, *line) for line in found]
            _say(path, report, dry=args.dry_run)
            for where, text, reason in found[:_SHOWN]:
                say(f"  {printable(where)}: {printable(text)[:40]} {reason}")
            if len(found) > _SHOWN:
                say(f"  … and {len(found) - _SHOWN:,} more")
        if args.report is not None:
            library.merging.save_report(args.report, lines)
    return int(failed or len(lines) > 1)


def _listed(report: MergeReport) -> list[tuple[str, str, str]]:
    """Where in the file, what it says, and why it was left out or changed."""
    unfit = [(each.where, each.what, unfit_text(each)) for each in report.unfit]
    return unfit + [("codebook", each.name, code_problem_text(each)) for each in report.problems]


def _say(path: Path, report: MergeReport, *, dry: bool) -> None:
    done = (
        f"{plural(report.added, 'annotation')} added, {report.updated:,} changed, {report.same:,} as they were;"
        f" {plural(report.tags, 'tag')}, {plural(report.memos, 'memo')}, {plural(report.links, 'link')} new or changed;"
        f" {plural(len(report.unfit), 'entry', 'entries')} left out"
    )
    say(f"{printable(str(path))}: {'would be ' if dry else ''}{done}.")


def _follow(job: Generator[MergeProgress, None, MergeReport]) -> MergeReport:
    """Do the work, showing how it goes on."""
    with ProgressLine("Importing annotations") as line, closing(job):
        while True:
            try:
                progress = next(job)
            except StopIteration as done:
                report: MergeReport = done.value
                return report
            line.step(f"{progress.done:,} of {progress.total:,}")
