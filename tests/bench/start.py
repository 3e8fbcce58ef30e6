"""Figures of the start: from the start of the process to a window that can be used; and the memory of a session."""

from __future__ import annotations

import compileall
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from reader.domain.scope import Scope
from reader.services.library import Library
from tests.bench.measure import Sample, check, compare, value
from tests.bench.prepared import Prepared
from tests.bench.processes import ROOT, run
from tests.bench.table import Judged, Row, Target, row
from tests.support.xvfb import PROGRAMS, display

_USABLE = Target(1.5, Judged.RATIO)


def start(prepared: Prepared, runs: int) -> Iterator[Row]:
    """Cold start, offscreen and, where there is an X server, on a real display."""
    # As setting up a checkout does. Where no byte code may be written, what was edited would be compiled at each start.
    compileall.compile_dir(ROOT / "reader", quiet=1)
    empty, full = prepared.fresh(), prepared.copy(prepared.library)
    with ExitStack() as stack:
        platforms: dict[str, Mapping[str, str]] = {"offscreen": {"QT_QPA_PLATFORM": "offscreen"}}
        if all(map(shutil.which, PROGRAMS)):
            platforms["xcb"] = stack.enter_context(display())
        for platform, environment in platforms.items():
            for name, library in (("empty library", empty), (f"{prepared.articles:,} articles", full)):
                articles = _articles(library)
                pairs = compare(
                    lambda library=library, environment=environment, articles=articles: _started(
                        library, environment, articles
                    ),
                    lambda environment=environment: run("start-floor", environment=environment),
                    runs,
                )
                yield row(f"start to usable window, {name} ({platform})", pairs, _USABLE)


def memory(prepared: Prepared, runs: int) -> Iterator[Row]:
    """The memory of a window over the large library, at the start, and when much was opened in it."""
    library = prepared.copy(prepared.library)
    pairs = compare(lambda: run("session", library), lambda: run("session-floor"), min(runs, 3))
    yield row(f"memory at the start, {prepared.articles:,} articles", pairs, unit="MB", pick=value("start_mb"))
    peak = value("peak_mb")
    yield row("memory, tree opened and 100 articles read", pairs, Target(250), unit="MB", pick=peak)


def _started(library: Path, environment: Mapping[str, str], articles: int) -> Sample:
    sample = run("start", library, environment=environment)
    check("articles in the tree", sample.values["articles"], articles)
    return sample


def _articles(path: Path) -> int:
    with Library(path) as library:
        return library.tree.counts(Scope())[0]
