from hypothesis import given
from hypothesis import strategies as st

from reader.domain.correction import corrected, reading
from reader.domain.model import Correction, Range
from reader.ui.workbench.correcting import changed_part

PAGE = "上一行\n茶山开园日子舌甜了\n下一行"
LINE = Range(PAGE.index("茶"), PAGE.index("\n下"))
WORDS = st.text("茶山开园日子甜了x", max_size=6)


def test_one_character_is_one_correction():
    assert changed_part(PAGE, LINE, (), "茶山开园日子甜甜了") == (Range(PAGE.index("舌"), PAGE.index("舌") + 1), "甜")


def test_a_line_as_it_was_is_no_correction():
    assert changed_part(PAGE, LINE, (), PAGE[LINE.start : LINE.end]) is None


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 3), WORDS), max_size=3), st.data())
def test_a_line_reads_as_it_was_written(earlier, data):
    corrections: tuple[Correction, ...] = ()
    for start, length, words in earlier:
        span = Range(LINE.start + start, min(LINE.start + start + length, LINE.end))
        corrections = corrected(PAGE, LINE, corrections, span, words)
    before = reading(PAGE, LINE, corrections)
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    written = before[:start] + data.draw(WORDS) + before[end:]
    part = changed_part(PAGE, LINE, corrections, written)
    if part is None:
        assert written == before
        return
    span, words = part
    assert span.intersection(LINE) == span
    after = corrected(PAGE, LINE, corrections, span, words)
    assert reading(PAGE, LINE, after) == written
