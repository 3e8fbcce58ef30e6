"""The command: which figures to take, and a place of their own to take them in."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_ARTICLES = 10_000


def main(argv: list[str]) -> int:
    """Take the figures and print the table; 1 if a figure is void because its result was wrong."""
    from tests.bench.measure import RUNS, WrongResultError
    from tests.bench.table import void_row, write

    figures = _figures()
    parser = argparse.ArgumentParser(prog="python3 -m tests bench", description="Take the figures and print the table.")
    parser.add_argument("--articles", type=int, default=_ARTICLES, metavar="N", help="articles in the large library")
    parser.add_argument("--only", action="append", choices=figures, metavar="NAME", help=f"of {', '.join(figures)}")
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="find written libraries there, and leave them there"
    )
    parser.add_argument("--quick", action="store_true", help="one run of each instead of a warm-up and five")
    args = parser.parse_args(argv)
    runs = 1 if args.quick else RUNS
    rows = []
    with _apart() as folder:
        from tests.bench.prepared import Prepared

        prepared = Prepared(folder, args.articles, args.keep)
        for name in args.only or (name for name in figures if name not in _ASIDE):
            print(f"{name} …", file=sys.stderr, flush=True)
            try:
                rows += figures[name](prepared, runs)
            except WrongResultError as error:
                rows.append(void_row(name, str(error)))
    write(rows, sys.stdout)
    return int(any(row.is_void() for row in rows))


def _figures() -> dict[str, Callable[..., Iterator[object]]]:
    from tests.bench import ablation, carrying, engine, exporting, importing, marks, reading, scale, start

    return {
        "start": start.start,
        "import": importing.importing,
        "ticks": importing.ticks,
        "tree": reading.tree,
        "open": reading.opening,
        "mark": reading.marking,
        "list": marks.listing,
        "undo": marks.undo,
        "export": exporting.exporting,
        "carry": carrying.carrying,
        "engine": engine.engine,
        "ablation": ablation.ablation,
        "memory": start.memory,
        "scale": scale.scale,
        "scale-import": scale.importing_into,
        "scale-start": scale.starting,
    }


@contextmanager
def _apart() -> Iterator[Path]:
    """A folder for everything that is made, which is also the home of the programs that are run; no display."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory(prefix="jianbao-bench-") as name:
        root = Path(name)
        homes = {variable: str(root / variable) for variable in ("HOME", *_XDG)}
        for home in homes.values():
            Path(home).mkdir(mode=0o700)
        # The second start of a program finds it compiled; so do the runs after the warm-up.
        os.environ.update(homes, QT_QPA_PLATFORM="offscreen", PYTHONPYCACHEPREFIX=str(root / "compiled"))
        for variable in ("DISPLAY", "WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE"):
            os.environ.pop(variable, None)
        try:
            yield root
        finally:
            os.environ.clear()
            os.environ.update(before)


_XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")

_ASIDE = frozenset({"ablation"})
"""Figures that are taken only when asked for: they are about the page engine's table of weights, not about speed."""
