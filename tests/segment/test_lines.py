import pytest

from reader.segment.lines import split_lines


def pieces(text: str) -> list[str]:
    return [text[line.ranges[0].start : line.ranges[0].end] for line in split_lines(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("山路\n\n通了", ["山路", "通了"]),
        ("\u3000\u3000山路 \u3000", ["山路"]),
        ("\ufeff山路\u200b", ["山路"]),
        ("## 山路", ["山路"]),
        ("#山路", ["山路"]),
        ("#", ["#"]),
        ("##  \n山路", ["##", "山路"]),
        ("#山路#", ["#山路#"]),
        ("#1 of 3", ["#1 of 3"]),
        ("#include <x>", ["#include <x>"]),
        ("\u200b", ["\u200b"]),
        ("山\u2028路\x85通", ["山\u2028路\x85通"]),
        ("𠮷林\r\n日报", ["𠮷林", "日报"]),
    ],
)
def test_ranges_hold_what_a_reader_sees(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_numbers_levels_gaps_and_indents() -> None:
    lines = split_lines("一\n\n\n## 二\n\u3000\u3000三")
    assert [(line.number, line.level, line.gap, line.indent) for line in lines] == [
        (1, 0, 0, 0),
        (4, 2, 2, 0),
        (5, 0, 0, 4),
    ]


@pytest.mark.parametrize(
    ("between", "gap"),
    [("", 0), ("\n", 1), ("\n\n", 2), ("\u00a0\n", 1), ("\n\u00a0\n\n", 1), ("\u00a0\n\u00a0\n", 2), ("\u3000\n\n", 2)],
)
def test_a_spacer_with_a_blank_line_on_either_side_makes_no_wider_gap(between: str, gap: int) -> None:
    assert [line.gap for line in split_lines(f"山路通了\n{between}班车来了")] == [0, gap]
