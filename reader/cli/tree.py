"""``jianbao tree``: the articles of a library, by newspaper, date and page."""

import argparse
from typing import TYPE_CHECKING

from reader.cli.terminal import add_library, existing_library, plural, take_any_character
from reader.domain.model import Kind
from reader.domain.scope import Grouping, ItemRow, Level, Node, Scope
from reader.messages import printable
from reader.services.library import Library

if TYPE_CHECKING:
    from reader.cli.terminal import Commands

_UNKNOWN = {Level.NEWSPAPER: "newspaper unknown", Level.DATE: "date unknown", Level.PAGE: "page"}
_KIND_MARKS = {Kind.ARTICLE: "", Kind.PHOTO: "[photo] ", Kind.BRIEF: "[brief] "}
_INDENT = "  "


def register(commands: "Commands") -> None:
    """Add ``tree``."""
    parser = commands.add_parser("tree", help="print the articles by newspaper, date and page")
    add_library(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the tree."""
    take_any_character()
    with existing_library(args) as library:
        print_tree(library)
    return 0


def print_tree(library: Library) -> int:
    """Print the whole tree, a line for each row; returns how many articles, photos and briefs it has."""
    nodes = library.tree.roots(Grouping.NEWSPAPER, Scope())
    for node in nodes:
        _print_node(library, node, 0)
    return sum(node.count for node in nodes)


def _print_node(library: Library, node: Node, depth: int) -> None:
    print(f"{_INDENT * depth}{_name(node)} ({plural(node.count, 'item')})")
    if node.level is Level.PAGE:
        for row in library.tree.items(node.scope):
            print(f"{_INDENT * (depth + 1)}{_item(row)}")
    else:
        for child in library.tree.children(node):
            _print_node(library, child, depth + 1)


def _name(node: Node) -> str:
    known = f"page {node.value}" if node.level is Level.PAGE and node.value else node.value
    return printable(" ".join(part for part in (known or _UNKNOWN[node.level], node.name) if part))


def _item(row: ItemRow) -> str:
    marks = f" ({plural(row.marks, 'mark')})" if row.marks else ""
    return f"{_KIND_MARKS[row.kind]}{printable(row.label)}{marks}"
