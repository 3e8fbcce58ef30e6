from hypothesis import given
from hypothesis import strategies as st

from reader.domain.rewording import MOST_COMPARED, Change, Part, difference

TEXTS = st.text(st.sampled_from("甲乙丙丁𠮷 a"), max_size=40)


def test_what_changed_is_told_in_place():
    assert difference("派出六批人员", "派出六挑人") == [
        Part(Change.SAME, "派出六"),
        Part(Change.GONE, "批"),
        Part(Change.CAME, "挑"),
        Part(Change.SAME, "人"),
        Part(Change.GONE, "员"),
    ]


@given(TEXTS, TEXTS)
def test_the_parts_are_both_readings(old, new):
    parts = difference(old, new)
    assert "".join(part.text for part in parts if part.change is not Change.CAME) == old
    assert "".join(part.text for part in parts if part.change is not Change.GONE) == new
    assert all(part.text for part in parts)


def test_readings_beyond_measure_are_told_whole():
    old, new = "甲" * (MOST_COMPARED + 1), "乙"
    assert difference(old, new) == [Part(Change.GONE, old), Part(Change.CAME, new)]
