import pytest

from reader.domain.anchor import quote_stands
from reader.domain.model import Annotation, Color, Correction, Range

PAGE = "第一段在栏\n图为大桥。\n末断开。\nwell known\n"


def annotation(quote, *ranges):
    return Annotation(1, "uid", 1, ranges, quote, "", "", Color.YELLOW, "", (), "", "", "")


@pytest.mark.parametrize(
    ("quote", "ranges", "stands"),
    [
        ("第一段", (Range(0, 3),), True),
        ("在栏末断开", (Range(3, 5), Range(12, 15)), True),
        ("栏\n图为", (Range(4, 5), Range(6, 8)), True),
        ("wellknown", (Range(17, 27),), True),
        ("第二段", (Range(0, 3),), False),
        ("第一段", (Range(0, 2),), False),
        ("第一段", (Range(100, 103),), False),
    ],
)
def test_white_space_alone_may_differ(quote, ranges, stands):
    assert quote_stands(PAGE, annotation(quote, *ranges)) is stands


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("第一段在栏", True),
        ("第乙段在栏", True),
        ("第一二三段在", False),
        ("第一二三段在栏", True),
        ("第段在栏", True),
        ("弟一段在栏", False),
        ("第一段", False),
    ],
)
def test_what_was_corrected_may_read_as_anything_and_the_rest_must_stand(quote, stands):
    corrections = (Correction(Range(1, 2), "乙"), Correction(Range(6, 7), "题"))
    assert quote_stands(PAGE, annotation(quote, Range(0, 5)), corrections) is stands


def test_what_stands_around_a_correction_is_not_counted_twice():
    corrections = (Correction(Range(1, 4), ""),)
    assert not quote_stands("甲乙丙丁甲", annotation("甲", Range(0, 5)), corrections)
    assert quote_stands("甲乙丙丁甲", annotation("甲甲", Range(0, 5)), corrections)
