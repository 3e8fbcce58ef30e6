"""``jianbao [open] [LIBRARY | FILES…]``: the window; without a display, the same in words."""

import argparse
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader import qt_loading, system_packages
from reader.cli.terminal import plural, take_any_character
from reader.paths import LIBRARY_SUFFIX, Paths

if TYPE_CHECKING:
    from reader.cli.terminal import Commands


def register(commands: "Commands") -> None:
    """Add ``open``, which is also what happens without a command."""
    parser = commands.add_parser(
        "open",
        help="open the window (this is what happens without a command)",
        description="Open a library or import pages in the window. Without a display: import, and print the articles.",
    )
    parser.add_argument("--library", "-l", type=Path, metavar="L", help="the library file (default: the last one)")
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="LIBRARY | FILES", help=f"a {LIBRARY_SUFFIX} file, or pages"
    )
    parser.add_argument(
        "--article",
        type=int,
        metavar="N",
        help="show this article in the window, by the number that “jianbao search” gives it",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Open the window and return when it is closed."""
    paths, library = list(args.paths), args.library
    if library is None:
        library = next((path for path in paths if path.suffix.casefold() == LIBRARY_SUFFIX), None)
        paths = [path for path in paths if path != library]
    if not has_display():
        return _without_window(paths, library or Paths.of_user().library)
    gc.disable()  # what is loaded from here on stays; `reader.app` enables it again when the window is shown
    if system_packages.provide(system_packages.window_needs(os.environ), "The window"):
        return 1
    # Only now: no other command needs Qt, which takes longer to load than they take to run.
    qt_loading.load()
    from reader.app import main as window

    return window(paths, library, args.article)


def has_display() -> bool:
    """Whether a window can be shown: outside Linux always, there if an X or Wayland display or a platform is named."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _without_window(paths: list[Path], library_path: Path) -> int:
    from reader.cli.import_pages import import_with_progress  # late, as the window has no use for them
    from reader.cli.tree import print_tree
    from reader.services.importing import ImportRequest
    from reader.services.library import Library

    take_any_character()
    with Library(library_path) as library:
        failed = import_with_progress(library, ImportRequest(tuple(paths))) if paths else 0
        articles = print_tree(library)
    print(
        f"\nThere is no display, so no window. {plural(articles, 'article')} in the library:\n{library_path.absolute()}"
    )
    return 1 if failed else 0
