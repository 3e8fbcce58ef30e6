"""The marks of the article that is open, looked up by paragraph, by offset and in reading order."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reader.domain.article import ArticleView
from reader.domain.model import Range
from reader.ui.reading.runs import Lanes, Mark, Run, reading_order, split_runs


class MarkIndex:
    """Knows which marks lie where; computes what a paragraph shows only when it is asked.

    Attributes:
        marks: all marks in reading order.
    """

    def __init__(self, view: ArticleView) -> None:
        self._view = view
        self.marks: list[Mark] = []
        self._by_id: dict[int, Mark] = {}
        self._pieces: dict[int, list[tuple[Range, Mark]]] = {}
        self._runs: dict[int, list[Run]] = {}
        self._lanes: dict[int, int] | None = None

    def replace(self, marks: Sequence[Mark]) -> set[int]:
        """Take over a new list of marks; return the paragraphs (from 0) whose looks changed."""
        new = {mark.id: mark for mark in marks}
        gone = [mark for mark in self._by_id.values() if _differ(new.get(mark.id), mark)]
        come = [mark for mark in new.values() if _differ(self._by_id.get(mark.id), mark)]
        touched = {paragraph for mark in gone for paragraph in self._drop(mark)}
        touched |= {paragraph for mark in come for paragraph in self._put(mark)}
        for paragraph in touched:
            self._runs.pop(paragraph, None)
        if gone or come:
            self.marks = sorted(new.values(), key=reading_order)
            self._by_id = new
            touched |= self._moved_aside()
        return touched

    def get(self, mark_id: int | None) -> Mark | None:
        """The mark of an id, or None where there is none."""
        return None if mark_id is None else self._by_id.get(mark_id)

    def runs(self, paragraph: int) -> list[Run]:
        """The disjoint runs of one paragraph."""
        if paragraph not in self._runs:
            self._runs[paragraph] = split_runs(self._pieces.get(paragraph, ()))
        return self._runs[paragraph]

    def lane(self, mark: Mark) -> int:
        """The lane (from 0) of a mark's underline: marks that overlap have different ones."""
        if self._lanes is None:
            self._lanes = self._give_lanes()
        return self._lanes[mark.id]

    def _give_lanes(self) -> dict[int, int]:
        lanes = Lanes()
        return {mark.id: lanes.take(mark.spans[0][0], mark.spans[-1][1]) for mark in self.marks}

    def _moved_aside(self) -> set[int]:
        """The paragraphs of marks that are in another lane now, where it was known in which they were."""
        if self._lanes is None:
            return set()
        before, self._lanes = self._lanes, self._give_lanes()
        moved = [one for one, lane in self._lanes.items() if before.get(one, lane) != lane]
        return {paragraph for one in moved for paragraph in self.paragraphs_of(self._by_id[one])}

    def pieces(self, paragraph: int) -> Sequence[tuple[Range, Mark]]:
        """What the marks cover of one paragraph, in no particular order."""
        return self._pieces.get(paragraph, ())

    def at(self, offset: int) -> tuple[Mark, ...]:
        """The marks that lie on the character at an offset, lowest first."""
        pieces = self._pieces.get(self._view.paragraph_at(offset), ())
        found = {mark for span, mark in pieces if span.start <= offset < span.end}
        return tuple(sorted(found, key=reading_order))

    def step(self, current: Mark | None, caret: int, direction: int) -> Mark | None:
        """The next (1) or previous (-1) mark in reading order: from the current one, or else from the caret."""
        if not self.marks:
            return None
        if current is not None:
            place = bisect_left(self.marks, reading_order(current), key=reading_order) + direction
        else:
            after = bisect_right(self.marks, caret - (direction > 0), key=lambda mark: mark.start)
            place = after if direction > 0 else after - 1
        return self.marks[place] if 0 <= place < len(self.marks) else None

    def paragraphs_of(self, mark: Mark) -> set[int]:
        """The paragraphs that a mark reaches into."""
        return {number for number, _ in self._paragraphs_of(mark)}

    def _paragraphs_of(self, mark: Mark) -> Iterator[tuple[int, Range]]:
        for span in mark.spans:
            first = self._view.paragraph_at(span.start)
            if first >= 0 and span.start < span.end <= self._view.paragraphs[first].span.end:
                yield first, span  # as most do
                continue
            for number in range(first, self._view.paragraph_at(span.end) + 1):
                part = span.intersection(self._view.paragraphs[number].span) if number >= 0 else None
                if part:
                    yield number, part

    def _put(self, mark: Mark) -> list[int]:
        touched = []
        for paragraph, part in self._paragraphs_of(mark):
            self._pieces.setdefault(paragraph, []).append((part, mark))
            touched.append(paragraph)
        return touched

    def _drop(self, mark: Mark) -> list[int]:
        touched = []
        for paragraph, part in self._paragraphs_of(mark):
            self._pieces[paragraph].remove((part, mark))
            touched.append(paragraph)
        return touched


def _differ(one: Mark | None, other: Mark) -> bool:
    """Whether two marks are not equal; most are the same object, which is told at once."""
    return one is not other and one != other
