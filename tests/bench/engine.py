"""The page engine: files into items, in ratio to reading and normalising the same files."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from reader.intake.files import read_page_file
from reader.segment import segment
from tests.bench import corpus
from tests.bench.measure import Pairs, Sample, Spread, check, clock, compare, cpu, value
from tests.bench.prepared import Prepared
from tests.bench.table import Judged, Row, Target, row

_CHARACTERS = 5000
_LONGEST = 1_000_000
_GROWTH = 1.3


def engine(prepared: Prepared, runs: int) -> Iterator[Row]:
    """Pages of 5,000 characters, and one of a million."""
    pages = max(prepared.articles // 50, 4)
    short = prepared.root / "short pages"
    _write(short, [page.text[:_CHARACTERS] for page in corpus.pages(pages * corpus.ARTICLES_PER_PAGE)])
    long = prepared.root / "long page"
    longest = min(_LONGEST, prepared.articles * 100)
    text = "\n".join(page.text for page in corpus.pages(longest // 500))
    _write(long, [text[:longest]])
    pairs = compare(lambda: _split(short), lambda: _read(short), runs)
    yield row(f"page engine: pages of {_CHARACTERS:,} characters a second", pairs, unit="pages/s", pick=value("pages"))
    many = compare(lambda: _split(long), lambda: _read(long), runs)
    yield row(f"page engine: a page of {longest:,} characters", many)
    growth = _each(many.program) / _each(pairs.program), _each(many.floor) / _each(pairs.floor)
    grown = Pairs(*([Sample(values={"growth": number})] for number in growth))
    name = f"page engine: CPU a character, {longest:,} over {_CHARACTERS:,}"
    yield row(name, grown, Target(_GROWTH, Judged.RATIO), unit="×", pick=value("growth"))


def _write(folder: Path, texts: list[str]) -> None:
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")


def _split(folder: Path) -> Sample:
    files = sorted(folder.iterdir())
    results = []
    with clock() as sample:
        for file in files:
            text = read_page_file(file).text
            results.append((text, segment(text, file.name)))
    for text, made in results:
        lines = sum(1 for line in text.split("\n") if line.strip())
        check("lines in blocks", sum(1 for item in made.items for _ in item.ranges()), lines)
    return _rated(sample, [text for text, _ in results])


def _read(folder: Path) -> Sample:
    """The files as text of one form: what any engine has to do first."""
    files = sorted(folder.iterdir())
    with clock() as sample:
        texts = [unicodedata.normalize("NFKC", file.read_text(encoding="utf-8")) for file in files]
    return _rated(sample, texts)


def _rated(sample: Sample, texts: list[str]) -> Sample:
    sample.values["pages"] = len(texts) * 1000 / sample.wall_ms
    sample.values["each"] = cpu(sample) / sum(map(len, texts))
    return sample


def _each(samples: list[Sample]) -> float:
    return Spread.of([sample.values["each"] for sample in samples]).median
