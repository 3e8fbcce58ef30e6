"""Traditional and variant forms of Han characters."""

import pytest

from reader.domain.fold import fold
from reader.domain.han_variants import PLAIN, VARIANTS
from tests.tools import han_variants


def test_the_table_is_what_its_tool_makes():
    assert han_variants.TARGET.read_text(encoding="utf-8") == han_variants.source(han_variants.table())


def test_a_plain_form_is_compared_as_itself():
    assert len(VARIANTS) == len(PLAIN)
    assert not set(VARIANTS) & set(PLAIN)


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("國務院發佈後", "国务院发布后"),
        ("看著頭髮乾了", "看着头发干了"),
        ("臺灣瞭解裡面", "台湾了解里面"),
        ("羣衆", "群众"),
    ],
)
def test_both_ways_of_writing_are_one(traditional, simplified):
    assert fold(traditional) == fold(simplified) == simplified
