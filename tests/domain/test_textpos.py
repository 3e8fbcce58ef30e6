from hypothesis import given
from hypothesis import strategies as st

from reader.domain.textpos import Utf16Map


@given(st.text())
def test_offsets_agree_with_the_codec(text):
    positions = Utf16Map(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        assert positions.to_utf16(offset) == units
        assert positions.to_codepoint(units) == offset


def test_inside_a_pair_counts_as_before_it():
    positions = Utf16Map("野𠮷家")
    assert [positions.to_codepoint(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
