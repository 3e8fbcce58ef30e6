"""``jianbao import``: page files into the library, with progress and a report."""

import argparse
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.terminal import add_library, complain, plural, say
from reader.progress_line import ProgressLine
from reader.services.import_process import serve
from reader.services.importing import Failed, Finished, Found, ImportRequest, Started
from reader.services.library import Library
from reader.services.pages import MetaEdit

if TYPE_CHECKING:
    from reader.cli.terminal import Commands


def register(commands: "Commands") -> None:
    """Add ``import``."""
    parser = commands.add_parser(
        "import",
        help="import page files and folders of them",
        description="Import page files (.txt, .text, .md), and all in folders. A page that is known is left as it is;"
        " a newer text of one replaces it and takes over its marks.",
        epilog="Exit code 1 if any file failed; each is named with its reason.",
    )
    add_library(parser)
    parser.add_argument("--encoding", metavar="E", help="read the files as this encoding (default: detected)")
    for option, what in (
        ("newspaper", "the newspaper's name"),
        ("date", "the date of issue, as 2024-05-12"),
        ("page", "the page's number, as 01 or A02"),
        ("page-name", "the page's name, as 要闻"),
    ):
        parser.add_argument(f"--{option}", metavar="…", help=f"{what}, for all files (default: as the page says)")
    parser.add_argument(
        "--processes", type=int, metavar="N", help="split large imports in N processes (default: one for each core)"
    )
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)  # how the window runs an import
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files and folders")
    parser.set_defaults(run=run, parser=parser)


def run(args: argparse.Namespace) -> int:
    """Import the paths, or, as the window's worker, what is asked for on standard input."""
    if args.worker:
        with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as commands:
            return serve(args.library, commands, sys.stdout.buffer)
    if not args.paths:
        args.parser.error("name at least one file or folder")
    meta = MetaEdit(args.newspaper, args.date, args.page, args.page_name)
    with Library(args.library) as library:
        failed = import_with_progress(
            library, ImportRequest(tuple(args.paths), args.encoding, meta), processes=args.processes
        )
    return 1 if failed else 0


def import_with_progress(library: Library, request: ImportRequest, *, processes: int | None = None) -> int:
    """Import into an open library and tell how it goes on standard error; returns how many files failed."""
    failures: list[Failed] = []
    finished = None
    started, done, total = time.monotonic(), 0, 0
    with (
        ProgressLine("Importing") as line,
        closing(library.importer.import_pages(request, processes=processes)) as events,
    ):
        for event in events:
            match event:
                case Found(total):
                    pass
                case Started(path):
                    done += 1
                    line.step(f"{done:,} of {total:,} · {Path(path).name}")
                case Failed():
                    failures.append(event)
                case Finished():
                    finished = event
    for failure in failures:
        complain(failure.error())
    assert finished is not None  # an import that is not stopped ends with it
    _report(finished, time.monotonic() - started)
    return finished.failed


def _report(finished: Finished, seconds: float) -> None:
    said = [
        f"{plural(finished.pages, 'page')} imported with {plural(finished.articles, 'article')}",
        f"{finished.pages / seconds:,.0f} pages a second" if finished.pages else "",
        f"{plural(finished.known, 'page was', 'pages were')} there before" if finished.known else "",
        f"{plural(finished.failed, 'file')} could not be read" if finished.failed else "",
    ]
    say(", ".join(part for part in said if part) + ".")
    if finished.replaced:
        say(
            f"{plural(finished.replaced, 'page')} replaced by a newer text: {plural(finished.carried, 'mark')} carried,"
            f" {finished.moved:,} moved, {finished.orphaned:,} orphaned."
        )
