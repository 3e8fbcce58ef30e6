"""The options that choose annotations: a ``MarkFilter`` as it is written on a command line."""

import argparse

from reader.cli.terminal import add_date_span
from reader.domain.mark_filter import MarkFilter
from reader.domain.model import MOST_IMPORTANT, AnchorState, Color
from reader.services.marks import tag_name


def add_mark_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a command."""
    wanted = parser.add_argument_group("which annotations")
    wanted.add_argument("--newspaper", metavar="N", help="of this newspaper; an empty name means unknown ones")
    wanted.add_argument("--section", metavar="S", help="in this section; an empty name means in none")
    add_date_span(wanted)
    wanted.add_argument("--text", default="", metavar="T", help="with this in quote or note, in any case and width")
    _add_several(wanted, "--tag", "T", "with this tag")
    wanted.add_argument("--untagged", action="store_true", help="without any tag")
    _add_several(wanted, "--every-tag", "T", "with this tag too; given several times, with each of them")
    _add_several(wanted, "--not-tag", "T", "without this tag; given several times, without any of them")
    wanted.add_argument("--subtags", action="store_true", help="tags below those that are named count as these")
    wanted.add_argument(
        "--color",
        action="append",
        default=[],
        type=Color,
        choices=list(Color),
        metavar="C",
        help="in this colour: %(choices)s",
    )
    _add_several(wanted, "--coder", "C", "made by this coder; an empty name means by nobody")
    wanted.add_argument(
        "--state",
        action="append",
        default=[],
        type=AnchorState,
        choices=list(AnchorState),
        metavar="S",
        help="whose place in the text is: %(choices)s",
    )
    wanted.add_argument(
        "--has-note", action=argparse.BooleanOptionalAction, default=None, help="with a note, or without one"
    )
    wanted.add_argument(
        "--importance",
        type=int,
        default=0,
        choices=range(MOST_IMPORTANT + 1),
        metavar="I",
        help=f"at least this important, of 1 to {MOST_IMPORTANT}",
    )


def mark_filter(args: argparse.Namespace) -> MarkFilter:
    """The filter that was asked for. Raises UserError for a tag without a name."""
    return MarkFilter(
        newspaper=args.newspaper,
        section=args.section,
        date_from=args.date_from,
        date_to=args.date_to,
        text=args.text,
        tags=tuple(map(tag_name, args.tag)),
        untagged=args.untagged,
        all_tags=tuple(map(tag_name, args.every_tag)),
        not_tags=tuple(map(tag_name, args.not_tag)),
        subtags=args.subtags,
        colors=tuple(args.color),
        coders=tuple(args.coder),
        states=tuple(args.state),
        has_note=args.has_note,
        importance=args.importance,
    )


def _add_several(group: argparse._ArgumentGroup, name: str, metavar: str, words: str) -> None:
    group.add_argument(name, action="append", default=[], metavar=metavar, help=words)
