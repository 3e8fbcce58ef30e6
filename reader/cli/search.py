"""``jianbao search``: articles by what stands in them."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.terminal import (
    add_date_span,
    add_library,
    complain,
    existing_library,
    plural,
    say,
    take_any_character,
)
from reader.domain.found import Order, SearchHit, Snippet
from reader.domain.query import by_pinyin, gains_by_pinyin
from reader.domain.scope import Scope
from reader.messages import printable
from reader.services.joint_search import JointSearch

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
        " text: note: tag: paper: page: date:2024-05..2024-06 (or 标题: 记者: 正文: 批注: 标签: 报纸: 版: 日期:)."
        " A query that begins with pinyin: (or 拼音:) is taken as with --pinyin.",
        epilog="Put -- before a query that begins with a minus. Exit code 0 also where nothing is found; 1 where a"
        " library of --also could not be searched, which is then named with its reason.",
    )
    add_library(parser)
    parser.add_argument(
        "--also",
        action="append",
        default=[],
        type=Path,
        metavar="L",
        help="search this library too, which stays as it is; may be given several times",
    )
    parser.add_argument("query", nargs="+", metavar="QUERY", help="what to find; several are taken as one")
    parser.add_argument("--json", action="store_true", help="print an object a line")
    parser.add_argument(
        "--count", action="store_true", help="print only how many articles match; with --json, also in each library"
    )
    parser.add_argument("--limit", type=_number, default=_LIMIT, metavar="N", help="at most so many (default: 50)")
    parser.add_argument(
        "--order",
        type=Order,
        choices=list(Order),
        default=Order.NEWEST,
        metavar="O",
        help="%(choices)s (default: %(default)s)",
    )
    parser.add_argument(
        "--once",
        action="store_true",
        help="print one of the articles that match and are copies of each other, with how many others there are",
    )
    parser.add_argument(
        "--pinyin",
        action="store_true",
        help="let Latin letters also find the headlines and tags that read so: zhongguo, zhong'guo, zhonggu or zg for"
        " 中国",
    )
    parser.add_argument("--newspaper", metavar="N", help="in this newspaper; an empty name means unknown ones")
    add_date_span(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Search, and print what is found."""
    take_any_character()
    query = by_pinyin(" ".join(args.query)) if args.pinyin else " ".join(args.query)
    scope = Scope(newspaper=args.newspaper, date_from=args.date_from, date_to=args.date_to, once=args.once)
    with existing_library(args) as library, JointSearch(library, args.also) as joint:
        for _done, _total in joint.catch_up():
            pass
        for _done, _total in library.copies.catch_up() if args.once else ():
            pass
        if args.count:
            _print_counts(joint.counts(query, scope), as_json=args.json)
            if args.once:
                say(f"{joint.count(query, scope.within(once=False)):,} with copies.")
        else:
            found = joint.search(query, scope, order=args.order, limit=args.limit)
            for hit in found.hits:
                print(
                    json.dumps(_fields(hit, args.library, once=args.once), ensure_ascii=False)
                    if args.json
                    else _line(hit)
                )
            if not found.hits and gains_by_pinyin(query):
                say("Nothing found; with --pinyin the letters also find headlines and tags that read so.")
            if found.more:
                copies = ", copies counted once" if args.once else ""
                say(f"{joint.count(query, scope):,} articles match{copies}; --limit prints more.")
    for trouble in joint.troubles.values():
        complain(trouble)
    return 1 if joint.troubles else 0


def _print_counts(counts: Mapping[Path, int], *, as_json: bool) -> None:
    total = sum(counts.values())
    if as_json:
        libraries = [{"library": str(path), "count": count} for path, count in counts.items()]
        print(json.dumps({"count": total, "libraries": libraries}, ensure_ascii=False))
    else:
        print(total)


def _fields(hit: SearchHit, library: Path, *, once: bool) -> dict[str, object]:
    return {
        "library": hit.library or str(library),
        "article": hit.item_id,
        "newspaper": hit.meta.newspaper,
        "date": hit.meta.issue_date,
        "page": hit.meta.page_no,
        "title": hit.label,
        "hits": hit.hits,
        **({"copies": hit.copies} if once else {}),
        "snippet": hit.snippets[0].text if hit.snippets else "",
    }


def _line(hit: SearchHit) -> str:
    place = " ".join(part for part in (hit.meta.newspaper, hit.meta.issue_date, hit.meta.page_no) if part)
    found = f" ({plural(hit.hits, 'hit')})" if hit.hits else ""
    found += f" +{plural(hit.copies, 'copy', 'copies')}" if hit.copies else ""
    article = f"article {hit.item_id}" + (f" of {hit.library}" if hit.library else "")
    lines = [f"{hit.label}{found}", f"    {place or 'place unknown'} · {article}"]
    return "\n".join(map(printable, [*lines, *map(_shown, hit.snippets)]))


def _number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 0 < number < 1 << 31:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of articles from 1")
    return number


def _shown(snippet: Snippet) -> str:
    return f"    #{snippet.text}" if snippet.of_tag else f"    … {snippet.text} …"
