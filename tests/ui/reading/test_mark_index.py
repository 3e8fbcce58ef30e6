from reader.domain.model import Color, Range
from reader.ui.reading.mark_index import MarkIndex
from reader.ui.reading.runs import Mark


def mark(number, start, end, **looks):
    return Mark(number, (Range(start, end),), Color.YELLOW, **looks)


def test_a_change_touches_only_the_paragraphs_of_the_marks_that_differ(bridge):
    index = MarkIndex(bridge)
    second, third = bridge.paragraphs[1].span.start, bridge.paragraphs[2].span.start
    stays, goes = mark(1, 0, 3), mark(2, third, third + 3)
    assert index.replace([stays, goes]) == {0, 2}
    assert index.replace([stays, mark(3, second, second + 4)]) == {1, 2}
    assert index.replace([stays, mark(3, second, second + 4)]) == set()
    assert [it.id for it in index.marks] == [1, 3]
    assert index.runs(2) == []


def test_a_mark_over_paragraphs_has_runs_in_each(bridge):
    index = MarkIndex(bridge)
    index.replace([mark(1, 2, bridge.paragraphs[2].span.start + 2)])
    assert [len(index.runs(number)) for number in range(3)] == [1, 1, 1]
    assert index.runs(0)[0].span == Range(2, bridge.paragraphs[0].span.end)


def test_marks_at_an_offset_are_lowest_first(bridge):
    index = MarkIndex(bridge)
    index.replace([mark(1, 10, 12), mark(2, 8, 20), mark(3, 8, 14)])
    assert [it.id for it in index.at(11)] == [2, 3, 1]
    assert [it.id for it in index.at(14)] == [2]
    assert index.at(20) == ()


def test_stepping_follows_reading_order_and_ends_at_the_last(bridge):
    index = MarkIndex(bridge)
    index.replace([mark(1, 10, 12), mark(2, 2, 5), mark(3, 10, 20)])
    assert [it.id for it in index.marks] == [2, 3, 1]
    assert index.step(None, 0, 1).id == 2
    assert index.step(None, 6, 1).id == 3
    assert index.step(None, 6, -1).id == 2
    assert index.step(index.get(3), 0, 1).id == 1
    assert index.step(index.get(1), 0, 1) is None
    assert index.step(index.get(2), 0, -1) is None


def test_there_is_nothing_to_step_to_without_marks(bridge):
    assert MarkIndex(bridge).step(None, 0, 1) is None
