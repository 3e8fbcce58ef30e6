"""Figures of a library of N articles, each beside the same of a tenth as many, so that growth is to be seen.

Both libraries are written by ``direct.py``. In the table, what stands under “floor” is the library of a tenth; the
ratio is the growth. Where it says “instr” or “grep”, the floor is a scan of all texts with SQLite, or of the same texts
in files with ripgrep or grep.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

from reader.domain.scope import Grouping, Level, Node, Scope
from reader.domain.syllables import runs as runs_of
from reader.services.importing import ImportRequest
from reader.services.library import Library
from tests.bench import corpus, words
from tests.bench.measure import Pairs, Sample, check, clock, compare, value
from tests.bench.prepared import Prepared
from tests.bench.processes import run
from tests.bench.table import Judged, Row, Target, row

_NODE_MS = Target(30)
_ARTICLE_MS = Target(20)
_GREP_MOST = 100_000
_PLACES = 40
_ONE = "桥"
_TYPICAL = 2  # characters in most words that are looked for
_Act = Callable[[Library], object]


def scale(prepared: Prepared, runs: int) -> Iterator[Row]:
    """Everything that could grow with a library, by its services, and its size."""
    with Library(prepared.written) as large, Library(prepared.tenth_written) as small:
        count = large.tree.counts(Scope())[0]
        check("articles", count, prepared.articles)
        yield from _opening(prepared, runs)
        for name, act, *targets in _acts(large):
            yield row(f"{name}, {count:,} articles", _compared(large, small, act, runs), *targets)
        yield from _searches(prepared, large, small, runs)
        yield from _sizes(prepared, large)


def importing_into(prepared: Prepared, runs: int) -> Iterator[Row]:
    """A thousand articles more into the large library, and into the small one."""
    folder = prepared.root / "a thousand more"
    corpus.write_pages(folder, 1000, after=prepared.articles)

    def import_into(library: Path) -> Sample:
        with Library(library) as opened, clock() as sample:
            *_, end = opened.importer.import_pages(ImportRequest((folder,)), processes=0)
            check("pages imported", end.pages, 100)
            opened.history.undo()
        return sample

    large, small = prepared.copy(prepared.written), prepared.copy(prepared.tenth_written)
    pairs = compare(lambda: import_into(large), lambda: import_into(small), runs)
    yield row(f"1,000 articles into {prepared.articles:,} and undone", pairs, Target(1.3, Judged.RATIO))


def starting(prepared: Prepared, runs: int) -> Iterator[Row]:
    """The start of a window over the large library and over an empty one, and its memory."""
    empty, large = prepared.fresh(), prepared.copy(prepared.written)
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    pairs = compare(
        lambda: run("start", large, environment=offscreen), lambda: run("start", empty, environment=offscreen), runs
    )
    yield row(f"start with {prepared.articles:,} articles, over an empty library", pairs, Target(1.2, Judged.RATIO))
    pairs = compare(lambda: run("session", large), lambda: run("session", empty), min(runs, 2))
    peak = value("peak_mb")
    yield row("memory, tree opened and 100 articles read", pairs, Target(300), unit="MB", pick=peak)


def _opening(prepared: Prepared, runs: int) -> Iterator[Row]:
    def opened(path: Path) -> Sample:
        with clock() as sample, Library(path) as library:
            library.tree.roots(Grouping.NEWSPAPER, Scope())
        return sample

    yield row("library opened", compare(lambda: opened(prepared.written), lambda: opened(prepared.tenth_written), runs))


def _acts(large: Library) -> Iterator[tuple[str, _Act, Target] | tuple[str, _Act]]:
    yield "tree: newspapers", lambda library: library.tree.roots(Grouping.NEWSPAPER, Scope()), _NODE_MS
    yield "tree: sections", lambda library: library.tree.roots(Grouping.SECTION, Scope()), _NODE_MS
    yield "tree: tags", lambda library: library.tree.roots(Grouping.TAG, Scope()), _NODE_MS
    node = large.tree.roots(Grouping.NEWSPAPER, Scope())[0]
    while node.level is not Level.PAGE:
        yield f"tree: a {node.level} opened", _opener(node), _NODE_MS
        node = large.tree.children(node)[0]
    yield "tree: a page opened", lambda library: library.tree.items(_first_page(library).scope), _NODE_MS
    yield "rank of an article in the tree", lambda library: library.tree.place(_middle(library), Scope()), _NODE_MS
    yield "next article", lambda library: library.tree.neighbour(_middle(library), Scope(), forward=True), _ARTICLE_MS
    yield (
        "next unread article",
        lambda library: library.tree.neighbour(_middle(library), Scope(), forward=True, unread=True),
        _ARTICLE_MS,
    )
    yield "article read from the library", _read, _ARTICLE_MS
    yield "headlines filtered", lambda library: library.tree.roots(Grouping.NEWSPAPER, Scope(headline="课后"))


def _opener(node: Node) -> _Act:
    """Open the row of a library that stands where a row of the large one does: the first of its level, or what is."""

    def act(library: Library) -> object:
        here = library.tree.roots(Grouping.NEWSPAPER, Scope())[0]
        while here.level is not node.level and here.level is not Level.DATE:
            here = library.tree.children(here)[0]
        return library.tree.children(here)

    return act


def _first_page(library: Library) -> Node:
    node = library.tree.roots(Grouping.NEWSPAPER, Scope())[0]
    while node.level is not Level.PAGE:
        node = library.tree.children(node)[0]
    return node


def _middle(library: Library) -> int:
    highest = library._database.conn.execute("SELECT max(id) FROM item").fetchone()[0]
    sql = "SELECT id FROM item WHERE id >= ? AND readable LIMIT 1"
    return library._database.conn.execute(sql, [highest // 2]).fetchone()[0]


def _read(library: Library) -> object:
    article = library.pages.article(_middle(library))
    return library.marks.of_article(article)


def _compared(large: Library, small: Library, act: _Act, runs: int) -> Pairs:
    def timed(library: Library) -> Sample:
        with clock() as sample:
            act(library)
        return sample

    return compare(lambda: timed(large), lambda: timed(small), runs)


def _searches(prepared: Prepared, large: Library, small: Library, runs: int) -> Iterator[Row]:
    """The newest fifty with snippets, and the exact count, at the 95th percentile of some words of a length."""
    for length, most_p95 in ((1, 300), (2, 40), (4, 40), (8, 40)):
        asked = _words(length)
        for what, act, most in (
            ("newest 50", lambda library, word: library.search.search(word), most_p95),
            ("count", lambda library, word: library.search.count(word), 100),
        ):
            pairs = compare(
                lambda act=act, asked=asked: _p95(large, act, asked),
                lambda act=act, asked=asked: _p95(small, act, asked),
                runs,
            )
            yield row(f"search of {length} characters, {what}, p95", pairs, Target(most))
            if length == _TYPICAL and most == most_p95:
                yield row(f"search of {length} characters, {what}, p50", pairs, Target(10), pick=value("p50"))
    letters = [f"pinyin:{written}" for written in _letters()]
    for what, act, most in (
        ("newest 50", lambda library, query: library.search.search(query), 40),
        ("count", lambda library, query: library.search.count(query), 100),
    ):
        pairs = compare(lambda act=act: _p95(large, act, letters), lambda act=act: _p95(small, act, letters), runs)
        yield row(f"search by pinyin, {what}, p95", pairs, Target(most))
    word = words.PLANTED["common"][1]
    expected = corpus.planted_count("common", prepared.articles) // len(words.PLANTED["common"])
    scanned = lambda: _instr(prepared.written, word)  # noqa: E731 # as short as the calls beside it
    pairs = compare(lambda: _p95(large, lambda library, one: library.search.count(one), [word]), scanned, min(runs, 2))
    yield row(f"count of “{word}” ({expected:,}) beside instr", pairs)
    if prepared.articles <= _GREP_MOST and (tool := _grep()):
        folder = prepared.pages
        pairs = compare(
            lambda: _p95(large, lambda library, one: library.search.count(one), [word]),
            lambda: _grepped(tool, folder, word),
            min(runs, 2),
        )
        yield row(f"count of “{word}” beside {tool[0]}", pairs)


def _words(length: int) -> Sequence[str]:
    """Words of a length from the rare to the common, without those that stand nowhere."""
    planted = [word for group in words.PLANTED.values() for word in group if len(word) == length]
    parts = [subject[:length] for subject in words.SUBJECTS if len(subject) >= length]
    return [*planted, *random.Random(length).sample(parts, min(len(parts), 10))] or [_ONE]


def _letters() -> list[str]:
    """What is typed for the beginnings of headlines: in full, by initials, not to the end, and both in one."""
    found = []
    for subject in random.Random(0).sample(words.SUBJECTS, min(len(words.SUBJECTS), 10)):
        said = [sound.syllables[0] for sound in next(runs_of(subject))[:4]]
        initials = [syllable[0] for syllable in said]
        found += ["".join(typed) for typed in (said, initials, (*said[:-1], initials[-1]), (said[0], *initials[1:]))]
    return found


def _p95(library: Library, act: Callable[[Library, str], object], asked: Sequence[str]) -> Sample:
    times = []
    for word in asked:
        with clock() as sample:
            act(library, word)
        times.append(sample)
    walls, used = [one.wall_ms for one in times], [one.cpu_ms for one in times]
    return Sample(_percentile(walls), _percentile(used), {"p50": median(walls)})


def _percentile(values: list[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def _instr(path: Path, word: str) -> Sample:
    plain = sqlite3.connect(path)
    try:
        with clock() as sample:
            plain.execute("SELECT count(*) FROM page_text WHERE instr(text, ?)", [word]).fetchone()
    finally:
        plain.close()
    return sample


def _grep() -> list[str] | None:
    for tool in (["rg", "-c"], ["grep", "-rc"]):
        if shutil.which(tool[0]):
            return tool
    return None


def _grepped(tool: list[str], folder: Path, word: str) -> Sample:
    with clock() as sample:
        subprocess.run([*tool, word, folder], capture_output=True, check=False)
    return sample


def _sizes(prepared: Prepared, large: Library) -> Iterator[Row]:
    """The file over the UTF-8 text of its pages."""
    conn = large._database.conn
    text = conn.execute("SELECT sum(length(CAST(text AS BLOB))) FROM page_text").fetchone()[0]
    file = prepared.written.stat().st_size
    pairs = Pairs([Sample(values={"mb": file / 1e6})], [Sample(values={"mb": text / 1e6})])
    yield row("size of the library over its text", pairs, Target(2.8, Judged.RATIO), unit="MB", pick=value("mb"))
