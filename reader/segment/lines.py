"""A page's text as lines: where each begins and ends, its heading marks, and its distance from the one above.

Lines end at LF only; U+2028, U+0085 and the like are characters within a line. A line is blank when it holds nothing
but white space; every other line gets exactly one range, so that nothing of a page can be lost further on.
"""

import re
from itertools import takewhile
from typing import NamedTuple

from reader.domain.model import Range

NO_BREAK_SPACE = "\u00a0"
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_DEEPEST = 8
_EDGE = re.compile(rf"[\s{INVISIBLE}]*")
_MARKS = re.compile(r"(#{1,6})(?:[ \t\u3000\u00a0]+|$|(?=[^\s#\x00-\x7f][^#]*$))")


class Line(NamedTuple):
    """A non-blank line of a page.

    ``number`` counts source lines from 1; ``ranges`` has its characters without white space at the ends and heading
    marks (one range, or several where ``wrapping.py`` put lines together); ``level`` is the number of ``#`` before it;
    ``gap`` the number of blank lines above, where a
    spacer, a line of no-break spaces, stands as a line among them: with a blank line on either side it makes no wider
    gap; ``indent`` the white space before it in columns, where a full-width space
    counts two.
    """

    number: int
    ranges: tuple[Range, ...]
    level: int
    gap: int
    indent: int


def split_lines(text: str) -> list[Line]:
    """The non-blank lines of a page in order. Linear in the length of the text; never raises."""
    lines: list[Line] = []
    offset = blank = spacers = gap = 0
    for number, raw in enumerate(text.split("\n"), 1):
        if raw.isspace() or not raw:
            if NO_BREAK_SPACE in raw:
                spacers, blank = spacers + 1, 0
            else:
                blank += 1
            gap = max(gap, blank, spacers)
        else:
            start, end, level = _visible(raw)
            lines.append(Line(number, (Range(offset + start, offset + end),), level, gap, _columns(raw)))
            blank = spacers = gap = 0
        offset += len(raw) + 1
    return lines


def _visible(raw: str) -> tuple[int, int, int]:
    """Start, end and heading level of what a reader sees of a line; never empty."""
    if not (_may_hide(raw[0]) or _may_hide(raw[-1])):
        return 0, len(raw), 0
    end = len(raw.rstrip())
    while end and (raw[end - 1] in INVISIBLE or raw[end - 1].isspace()):
        end -= 1
    start = _edge(raw, 0)
    if start >= end:
        start = len(raw) - len(raw.lstrip())
        return start, len(raw.rstrip()), 0
    marks = _MARKS.match(raw, start, end)
    if marks is None:
        return start, end, 0
    after = _edge(raw, marks.end())
    return (start, end, 0) if after >= end else (after, end, len(marks[1]))


def _may_hide(char: str) -> bool:
    """Whether a character at the edge of a line may be one that no reader sees."""
    return char == "#" or char.isspace() or char in INVISIBLE


def _edge(raw: str, at: int) -> int:
    found = _EDGE.match(raw, at)
    return found.end() if found else at


def _columns(raw: str) -> int:
    """How wide the white space before a line is, as far as it matters."""
    if not raw[0].isspace():
        return 0
    space = takewhile(str.isspace, raw[:_DEEPEST])
    return sum(2 if char == "\u3000" else 1 for char in space)
