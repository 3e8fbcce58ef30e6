import pytest

from reader.domain.anchor import quote_stands
from reader.domain.model import Annotation, Color, Range

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
