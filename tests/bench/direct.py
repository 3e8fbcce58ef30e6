"""Large libraries written without files and without the page engine, so that a million articles take minutes.

The pages are those of ``corpus.py``; their articles are cut where the generator began them, with judgements as long as
the engine's. Everything else is as an import leaves it: the same rows, counts and search index, through the same code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from reader.domain.history import StepName
from reader.domain.model import Block, Item, Judgement, Kind, Page, PageMeta, Range, Reason, Role
from reader.services.library import Library
from tests.bench import corpus

_AT_ONCE = 50  # pages in a transaction
_REASONS = tuple(Reason("feature", name) for name in ("end_stop", "inner_stop", "len_81", "commas"))
_SURE = Judgement(0.998, _REASONS)
_UNSURE = Judgement(0.71, _REASONS)
_EVERY_UNSURE = 7


def write_library(path: Path, articles: int) -> None:
    """A new library of so many articles, as one step of its history."""
    made = corpus.pages(articles)
    with Library(path) as library:
        library._database.conn.execute("PRAGMA cache_size = -65536")
        step = library._journal.open_step(StepName.IMPORT)
        done = 0
        while some := list(islice(made, _AT_ONCE)):
            with library._journal.add_to(step) as writer:
                for page in some:
                    _file(library, writer, page)
            done += len(some)
        library._journal.close_step(step, str(done))


def _file(library: Library, writer: object, made: corpus.MadePage) -> None:
    newspaper, date, number = Path(made.name).stem.split("_")
    meta = PageMeta(newspaper, date, number[1:-1], made.text[: made.text.index("\n")].partition("：")[2])
    page = Page(0, Path(made.name).name, f"/pages/{made.name}", made.encoding, meta, made.text)
    items = list(_items(made))
    page_id, item_ids = library._pages.add(writer, page, items)
    library._index.add(replace(page, id=page_id), list(zip(item_ids, items, strict=True)))


def _items(made: corpus.MadePage) -> Iterator[Item]:
    """Furniture above the first headline, and an article from each headline to the next."""
    lines = [Range(start, end) for start, end in _lines(made.text)]
    headlines = iter(made.headlines)
    awaited = next(headlines)
    blocks: list[Block] = []
    title = None
    for number, span in enumerate(lines):
        text = made.text[span.start : span.end].removeprefix("# ")
        if text == awaited:
            yield _item(blocks, title, number)
            blocks, title, awaited = [], text, next(headlines, "")
        role = Role.TITLE if text == title and not blocks else Role.BODY
        judgement = _SURE if (number + len(made.text)) % (_EVERY_UNSURE * 10) else _UNSURE
        blocks.append(Block(role, (Range(span.end - len(text), span.end),), judgement))
    yield _item(blocks, title, len(lines))


def _item(blocks: list[Block], title: str | None, number: int) -> Item:
    kind = Kind.ARTICLE if title else Kind.FURNITURE
    return Item(kind, tuple(blocks), section=f"栏目{number % 12}" if title else None, title=title, judgement=_SURE)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        solid = line.strip()
        if solid:
            begin = start + line.index(solid)
            yield begin, begin + len(solid)
        start += len(line)
