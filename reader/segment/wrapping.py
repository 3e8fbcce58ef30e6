"""Text that is broken into lines of one width, as e-paper columns and typewriter files are: back to whole paragraphs.

On such a page line ends say nothing, so lines are put together before anything else is asked of them. A page counts as
wrapped when most of its longer lines come close to one width and end anywhere, not at punctuation.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.segment.lines import Line
from reader.segment.names import is_byline
from reader.segment.shapes import CLOSERS, SHAPES

_SHORTEST_WIDTH = 12
_LONGER_FROM = 8
_FEWEST = 8
_SLACK = 8
_LATIN_SLACK = 5
_SEEN = 90
_INDENT = 2
_STOPS = "。！？!?；;，,：:…."
_BEGINNINGS = tuple(shape for shape in SHAPES if shape.name in ("opener", "bullet", "bracketed", "byline_latin"))


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a page is wrapped: the least length of a line that fills its column, and whether paragraphs are indented."""

    full: int
    indented: bool
    gap: int


def unwrap(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, with those that a fixed width broke put together; of another page, its lines as they are."""
    wrapping = _wrapping(text, lines)
    if wrapping is None:
        return list(lines)
    paragraphs: list[Line] = []
    pending: list[Line] = []
    for line in lines:
        if pending and not _continues(text, pending[-1], line, wrapping):
            paragraphs.append(_together(pending))
            pending = []
        pending.append(line)
    return [*paragraphs, _together(pending)]


def _together(lines: Sequence[Line]) -> Line:
    return lines[0]._replace(ranges=tuple(one for line in lines for one in line.ranges))


def _length(line: Line) -> int:
    return line.ranges[0].end - line.ranges[0].start


def _wrapping(text: str, lines: Sequence[Line]) -> Wrapping | None:
    longer = [line for line in lines if _length(line) >= _LONGER_FROM]
    if len(longer) < _FEWEST:
        return None
    width = sorted(map(_length, longer))[len(longer) * 19 // 20]
    slack = width // _LATIN_SLACK if _is_latin(text, longer[len(longer) // 2]) else max(2, width // _SLACK)
    filled = [line for line in longer if width - slack <= _length(line) <= width + slack]
    stopped = sum(1 for line in filled if _ends_with_stop(text, line))
    if width < _SHORTEST_WIDTH or len(filled) * 2 <= len(longer) or stopped * 5 > len(filled) * 2:
        return None
    indents = sum(1 for line in lines if line.indent >= _INDENT)
    gaps = sorted(line.gap for line in lines[1:])
    return Wrapping(width - slack, indents > 1 and indents * 20 >= len(lines), gaps[len(gaps) // 2])


def _is_latin(text: str, line: Line) -> bool:
    return text[line.ranges[0].start : line.ranges[0].end].isascii()


def _ends_with_stop(text: str, line: Line) -> bool:
    start, end = line.ranges[0]
    return text[max(start, end - 4) : end].rstrip(CLOSERS)[-1:] in _STOPS


def _continues(text: str, above: Line, below: Line, wrapping: Wrapping) -> bool:
    """Whether a line carries on the one above, which must fill its column."""
    if _length(above) < wrapping.full or below.gap > wrapping.gap or above.level or below.level:
        return False
    if below.indent >= _INDENT:
        return not wrapping.indented and above.indent >= _INDENT
    upper, lower = (text[line.ranges[0].start : line.ranges[0].end][:_SEEN] for line in (above, below))
    if is_byline(upper) or is_byline(lower) or any(shape.find(lower) for shape in _BEGINNINGS):
        return False
    return not (upper.istitle() or upper.isupper()) or lower.istitle() or lower.isupper()
