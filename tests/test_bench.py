"""The benchmark: its pages are what they claim to be, and its table comes out of real runs."""

from __future__ import annotations

from itertools import chain, islice
from pathlib import Path

import pytest

from reader.domain.model import READABLE_KINDS
from reader.segment import segment
from tests import bench
from tests.bench import corpus, words
from tests.bench.measure import Pairs, Sample, WrongResultError, check, compare
from tests.bench.table import Judged, Target, row

TEXTS = [page.text for page in corpus.pages(200)]


def test_a_corpus_is_the_same_again_and_the_beginning_of_a_larger_one() -> None:
    assert list(corpus.pages(30)) == list(islice(corpus.pages(80), 3))
    assert len(set(TEXTS)) == len(TEXTS) == 20
    assert next(corpus.pages(10, seed=2)).text != TEXTS[0]


def test_pages_are_as_long_as_ten_articles_of_seven_hundred_characters() -> None:
    assert 7000 < sum(map(len, TEXTS)) / len(TEXTS) < 9500
    assert len(max(corpus.long_page(5000).text.splitlines(), key=len)) < 1000
    assert 5000 <= len(corpus.long_page(5000).text) < 5600


def test_the_page_engine_finds_the_articles_of_the_corpus() -> None:
    pages = list(corpus.pages(100))
    made = [segment(page.text, Path(page.name).name) for page in pages]
    titles = [{item.title for item in one.items if item.kind in READABLE_KINDS} for one in made]
    printed = [headline in there for page, there in zip(pages, titles, strict=True) for headline in page.headlines]
    assert sum(printed) / len(printed) > 0.85
    assert all(one.meta.newspaper in words.NEWSPAPERS and one.meta.issue_date and one.meta.page_no for one in made)


@pytest.mark.parametrize("kind", words.PLANTED)
def test_planted_words_stand_where_they_were_planted_and_nowhere_else(kind: str) -> None:
    # A column may end within a word, as it may on a page.
    solid = "".join(chain.from_iterable(text.split() for text in TEXTS))
    assert {len(word) for word in words.PLANTED[kind]} == {2, 4, 8}
    assert solid.count(words.PLANTED[kind][0][0]) == corpus.planted_count(kind, 200) > 0


def test_a_corpus_is_written_in_more_than_one_encoding(tmp_path: Path) -> None:
    written = corpus.write_pages(tmp_path, 80)
    encodings = {page.name: page.encoding for page in corpus.pages(80)}
    assert {*encodings.values()} == {"utf-8", "gb18030"}
    for path in written:
        assert path.read_text(encoding=encodings[str(path.relative_to(tmp_path))]) in TEXTS


def test_program_and_floor_are_run_in_turn_after_a_warm_up() -> None:
    calls = []
    pairs = compare(lambda: calls.append("program") or Sample(1), lambda: calls.append("floor") or Sample(2), runs=3)
    assert calls == ["program", "floor", "program", "floor", "floor", "program", "program", "floor"]
    assert len(pairs.program) == len(pairs.floor) == 3


def test_ratios_are_taken_pair_by_pair() -> None:
    pairs = Pairs([Sample(10), Sample(40)], [Sample(5), Sample(10)])
    _program, _floor, ratio = pairs.spread(lambda sample: sample.wall_ms)
    assert (ratio.least, ratio.median, ratio.most) == (2, 3, 4)


@pytest.mark.parametrize(
    ("target", "verdict"),
    [
        (Target(25), "met"),
        (Target(24), "missed"),
        (Target(40, Judged.WORST), "met"),
        (Target(39, Judged.WORST), "missed"),
        (Target(3, Judged.RATIO), "met"),
        (Target(2.9, Judged.RATIO), "missed"),
        (Target(2, Judged.CPU), "met"),
        (Target(1, Judged.CPU), "missed"),
    ],
)
def test_a_target_is_met_or_missed(target: Target, verdict: str) -> None:
    pairs = Pairs([Sample(10, 1), Sample(40, 3)], [Sample(5), Sample(10)])
    assert row("figure", pairs, target).cells[-1] == verdict


def test_a_wrong_result_voids_a_figure(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(WrongResultError):
        check("two and two", 5, 4)
    monkeypatch.setattr("tests.bench.exporting._written", lambda _target: 49)
    assert bench.main(["--quick", "--articles", "50", "--only", "export"]) == 1
    assert "annotations written: 49 instead of 50" in capsys.readouterr().out


def test_the_table_comes_out_of_real_runs(qapp: object, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["import", "tree", "open", "mark", "export", "engine"]
    assert bench.main(["--quick", "--articles", "50", *chain.from_iterable(("--only", name) for name in names)]) == 0
    header, rule, *lines = capsys.readouterr().out.splitlines()
    assert header.split()[0] == "figure"
    assert set(rule) == {"─", " "}
    assert len(lines) > len(names)
    for name in ("import of 50 articles", "article with 500 marks", "add a mark", "export of 50", "page engine"):
        assert any(line.startswith(name) for line in lines), name
    assert all(line.rstrip().endswith(("met", "missed")) for line in lines if "≤" in line)
