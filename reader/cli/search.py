"""``jianbao search``: articles by what stands in them."""

import argparse
import json
from typing import TYPE_CHECKING

from reader.cli.terminal import add_date_span, add_library, existing_library, plural, say, take_any_character
from reader.domain.found import Order, SearchHit, Snippet
from reader.domain.scope import Scope
from reader.messages import printable

if TYPE_CHECKING:
    from reader.cli.terminal import Commands

_LIMIT = 50


def register(commands: "Commands") -> None:
    """Add ``search``."""
    parser = commands.add_parser(
        "search",
        help="find articles",
        description="Print the articles that match, newest first. Words are found wherever they stand, also within"
        ' others: 上海 浦东 both, 上海 OR 浦东, -浦东 without, "as it stands", (…), and in a field: title: byline:'
        " text: note: tag: paper: page: date:2024-05..2024-06 (or 标题: 记者: 正文: 批注: 标签: 报纸: 版: 日期:).",
        epilog="Put -- before a query that begins with a minus. Exit code 0 also where nothing is found.",
    )
    add_library(parser)
    parser.add_argument("query", nargs="+", metavar="QUERY", help="what to find; several are taken as one")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="print an object a line")
    output.add_argument("--count", action="store_true", help="print only how many articles match")
    parser.add_argument("--limit", type=_number, default=_LIMIT, metavar="N", help="at most so many (default: 50)")
    parser.add_argument(
        "--order",
        type=Order,
        choices=list(Order),
        default=Order.NEWEST,
        metavar="O",
        help="%(choices)s (default: %(default)s)",
    )
    parser.add_argument("--newspaper", metavar="N", help="in this newspaper; an empty name means unknown ones")
    add_date_span(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Search, and print what is found."""
    take_any_character()
    query = " ".join(args.query)
    scope = Scope(newspaper=args.newspaper, date_from=args.date_from, date_to=args.date_to)
    with existing_library(args) as library:
        if args.count:
            print(library.search.count(query, scope))
            return 0
        found = library.search.search(query, scope, order=args.order, limit=args.limit)
        for hit in found.hits:
            print(json.dumps(_fields(hit), ensure_ascii=False) if args.json else _line(hit))
        if found.more:
            say(f"{library.search.count(query, scope):,} articles match; --limit prints more.")
    return 0


def _fields(hit: SearchHit) -> dict[str, object]:
    return {
        "article": hit.item_id,
        "newspaper": hit.meta.newspaper,
        "date": hit.meta.issue_date,
        "page": hit.meta.page_no,
        "title": hit.label,
        "hits": hit.hits,
        "snippet": hit.snippets[0].text if hit.snippets else "",
    }


def _line(hit: SearchHit) -> str:
    place = " ".join(part for part in (hit.meta.newspaper, hit.meta.issue_date, hit.meta.page_no) if part)
    found = f" ({plural(hit.hits, 'hit')})" if hit.hits else ""
    lines = [f"{hit.label}{found}", f"    {place or 'place unknown'} · article {hit.item_id}"]
    return "\n".join(map(printable, [*lines, *map(_shown, hit.snippets)]))


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 0 < number < 1 << 31:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of articles from 1")
    return number


def _shown(snippet: Snippet) -> str:
    return f"    #{snippet.text}" if snippet.of_tag else f"    … {snippet.text} …"
