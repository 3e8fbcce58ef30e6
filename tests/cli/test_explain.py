"""Pages explained in a terminal's columns: nothing lost, nothing too wide, and read as a person reads it."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.explain import Paper, columns, explained, wrapped
from reader.segment import segment
from tests.cli.test_commands import SEEDS, jianbao

PLAIN = Paper(100, coloured=False)
PAGE = """云川日报 2031年5月12日 星期一 第05版：乡土
◎广角
山路通了
□本报记者 方圆
山里的路修了三年，先后有三任县长踏勘过这条线，图纸改了
七稿，才定下现在的走向。
"""


def printed(text, paper=PLAIN):
    return list(explained("a.txt", text, segment(text), paper))


def test_a_page_has_roles_brackets_confidence_and_reasons_in_the_margin():
    rows = printed(PAGE)
    assert rows[0] == "── a.txt 云川日报 · 2031-05-12 · 05 · 乡土"
    assert re.fullmatch(r"┌ 1  Article  +\??\d\d%", rows[rows.index(next(row for row in rows if "┌" in row))])
    assert any(row.startswith("│   section 广角 · genre news · by 方圆") for row in rows)
    assert any(re.fullmatch(r"│ Byline +\??\d\d%   □本报记者 方圆", row) for row in rows)
    assert any("names who wrote it" in row for row in rows)
    assert any(re.fullmatch(r"└ +↳ 七稿，才定下现在的走向。", row) for row in rows)


def test_what_stands_at_the_margin_is_aligned():
    words = ("山路通了", "□本报记者 方圆", "七稿，才")
    places = {columns(row[: row.index(one)]) for one in words for row in printed(PAGE) if one in row}
    assert len(places) == 1
    long = [row for row in printed("山里的路修了三年" * 40) if row.count("山里") > 2]
    assert len({columns(row) for row in long}) == 1, "what goes on in the next row begins below the first"


def test_a_doubtful_decision_is_marked_and_coloured_only_where_there_is_colour():
    text = "路通\n山\n" * 3
    rows = printed(text, Paper(100, coloured=True))
    assert any("\x1b[33m" in row and "?" in row for row in rows)
    assert [re.sub(r"\x1b\[\d+m", "", row) for row in rows] == printed(text)


@given(st.text(alphabet=st.sampled_from("方圆路ab \t\u0301\x07\u3000，。.\n◎"), max_size=200), st.integers(60, 160))
def test_no_row_is_wider_than_the_paper_and_no_line_is_lost(text, width):
    rows = printed(text, Paper(width, coloured=False))
    assert all(columns(row) <= width for row in rows[1:])
    shown = "".join(rows)
    for char in "方圆路，。◎":
        assert shown.count(char) >= text.count(char)


@given(st.text(alphabet="方圆ab .,", max_size=80), st.integers(4, 40))
def test_rows_hold_the_text_and_words_are_not_cut_without_need(text, width):
    rows = list(wrapped(text, width))
    assert all(columns(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())
    if all(len(word) * 2 <= width for word in text.split()):
        assert "".join(f"{row} " for row in rows).split() == text.split() or any(char in text for char in "方圆")


def test_the_command_prints_seeds_through_a_pipe_without_escapes():
    out, _ = jianbao("segment", "--explain", SEEDS / "20240513-02.txt", SEEDS / "ycwb20240517_B1.txt")
    assert "\x1b" not in out
    assert out.count("── ") == 2
    assert all(columns(row) <= 120 for row in out.splitlines())
    for line in (SEEDS / "20240513-02.txt").read_text("utf-8").splitlines():
        assert line.strip()[:8] in out


def test_a_page_that_cannot_be_read_is_named_and_the_others_are_explained(tmp_path):
    out, said = jianbao("segment", "--explain", tmp_path / "none.txt", SEEDS / "20240513-02.txt", expect=1)
    assert "none.txt" in said
    assert "└" in out


@pytest.mark.parametrize(("columns_there", "width"), [("40", 60), ("100", 100), ("300", 160)])
def test_the_terminal_says_how_wide_it_is(monkeypatch, columns_there, width):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setenv("COLUMNS", columns_there)
    assert Paper.of_stdout() == Paper(width, coloured=True)
