"""``jianbao export``: annotations as a file, in any of the formats."""

import argparse
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from reader.cli.mark_options import add_mark_options, mark_filter
from reader.cli.terminal import add_library, existing_library, plural, say
from reader.domain.export import Arrangement, CitationStyle, CsvEncoding, ExportOptions, FileFormat, Shape
from reader.errors import ErrorCode, UserError
from reader.progress_line import ProgressLine
from reader.services.exporting import ExportProgress

if TYPE_CHECKING:
    from reader.cli.terminal import Commands

_STANDARD_OUTPUT = "-"


def register(commands: "Commands") -> None:
    """Add ``export``."""
    parser = commands.add_parser(
        "export",
        help="write annotations to a file",
        description="Write annotations in the order of the tree. Options that choose are taken together; one that is"
        " given several times takes any of its values, and --untagged adds to --tag.",
        epilog="A cell of CSV that a spreadsheet could take for a formula has an apostrophe before it. What csv, json,"
        " jsonld and qdpx hold is read back in with “jianbao annotations import”.",
    )
    add_library(parser)
    parser.add_argument(
        "--format",
        type=FileFormat,
        choices=list(FileFormat),
        metavar="F",
        help="the file format: %(choices)s (default: that of the file's suffix, else csv)",
    )
    parser.add_argument(
        "--output",
        "-o",
        default=_STANDARD_OUTPUT,
        metavar="FILE",
        help="the file, replaced when all is written; - is standard output (default: %(default)s)",
    )
    parser.add_argument(
        "--shape",
        type=Shape,
        choices=list(Shape),
        default=Shape.ANNOTATION,
        metavar="S",
        help="of a table: a row for each of %(choices)s (default: %(default)s)",
    )
    parser.add_argument(
        "--by",
        type=Arrangement,
        choices=list(Arrangement),
        default=Arrangement.ARTICLE,
        metavar="A",
        help="of a document: what it is divided by, %(choices)s (default: %(default)s)",
    )
    parser.add_argument(
        "--citation",
        type=CitationStyle,
        choices=[CitationStyle.GB_T_7714, CitationStyle.PLAIN],
        default=CitationStyle.GB_T_7714,
        metavar="C",
        help="of a document: how sources are given, %(choices)s (default: %(default)s)",
    )
    parser.add_argument(
        "--encoding",
        type=CsvEncoding,
        choices=list(CsvEncoding),
        default=CsvEncoding.UTF_8_BOM,
        metavar="E",
        help="of CSV: %(choices)s (default: %(default)s, which spreadsheets recognise)",
    )
    parser.add_argument(
        "--once",
        action="store_true",
        help="leave out annotations on copies that only say again what one on another copy says: the same words, no"
        " tag, note, importance or link of its own (repeat_of names what is said again)",
    )
    add_mark_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Export, and say on standard error how many annotations it were."""
    wanted = mark_filter(args)
    file_format = args.format or _format_of(args.output)
    options = ExportOptions(file_format, args.shape, args.encoding, args.by, args.citation, once=args.once)
    with existing_library(args) as library:
        for unknown in sorted(set(wanted.named_tags()).difference(library.marks.tag_names())):
            say(f"jianbao: there is no tag “{unknown}”")
        if args.output == _STANDARD_OUTPUT:
            with _standard_output() as stream:
                done = _follow(library.exports.write(wanted, options, stream))
        else:
            done = _follow(library.exports.export(wanted, options, Path(args.output)))
    where = "" if args.output == _STANDARD_OUTPUT else f" to {args.output}"
    left_out = f"; {plural(done.left_out, 'repeat')} on copies left out" if args.once else ""
    say(f"{plural(done.done, 'annotation')} exported{where}{left_out}.")
    return 0


def _format_of(output: str) -> FileFormat:
    """The format that a file's suffix names, or CSV."""
    suffix = Path(output).suffix.lower().removeprefix(".")
    return FileFormat(suffix) if suffix in [*FileFormat] else FileFormat.CSV


def _follow(job: Generator[ExportProgress, None, int]) -> ExportProgress:
    """Do the work, showing how it goes on; returns how it ended."""
    progress = ExportProgress(0, 0)
    with ProgressLine("Exporting") as line, closing(job):
        for progress in job:
            line.step(f"{progress.done:,} of {progress.total:,}")
    return progress


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    try:
        yield sys.stdout.buffer
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UserError(ErrorCode.EXPORT_UNWRITABLE, "standard output", error.strerror or str(error)) from error
