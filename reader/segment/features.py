"""From a line to its named features: what it looks like by itself.

A feature is a name. Which features a line has is decided here, in ``shapes.py`` and, for what depends on its page, in
``page.py``; what they are worth is written in ``weights.py``. Only the first and last characters of a line are looked
at, so the work for a line is bounded however long it is.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from reader.domain.join import block_text
from reader.domain.model import Range
from reader.segment.columns import BRIEF_COLUMNS, COLUMN_ENDINGS, COLUMN_NAMES, LEAD_LABELS
from reader.segment.lines import Line
from reader.segment.names import is_byline, is_from_place, is_names
from reader.segment.shapes import CLOSERS, FURNITURE, ORNAMENTS, SHAPES, STOPS, UNLIMITED

HEAD = 120
TAIL = 60
BANNER_LENGTH = 14
"""Banners are seldom longer than this many characters."""

_PROSE_LENGTH = 23
"""From this length on a line without a stop looks like prose that was cut, not like a heading."""

_LENGTHS = (
    (1, "len_1"),
    (4, "len_2_4"),
    (8, "len_5_8"),
    (14, "len_9_14"),
    (22, "len_15_22"),
    (28, "len_23_28"),
    (40, "len_29_40"),
    (80, "len_41_80"),
)
_NO_LIMIT = 1 + max(shape.longest for shape in (*FURNITURE, *SHAPES) if shape.longest < UNLIMITED)
_GLYPHS = "◎○●■□◆◇△▲▽▼☆★※▶►▷⊙◉❖✦"
_OPENING_BRACKETS = "【〖［[『〔<"
_CLOSING_BRACKETS = "】〗］]』〕>"
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"), ("「", "」"))
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_CAPITALISED_FROM = 4
_HIGHEST_LEVEL = 3
_NOT_WITH_CREDIT = ("author_note", "opener_reporter", "opener")


@dataclass(slots=True)
class Look:
    """What a line looks like: its text cut to what patterns may see, its length, and its features in a fixed order.

    ``bare`` is the text without ornaments at its ends, ``tail`` its last characters, ``dress`` the ornament or bracket
    that it begins with, ``#`` for a heading mark, or nothing.
    """

    line: Line
    text: str
    length: int
    bare: str
    tail: str
    dress: str
    features: dict[str, None] = field(default_factory=dict)

    def has(self, *names: str) -> bool:
        """Whether the line has any of these features."""
        features = self.features
        for name in names:  # noqa: SIM110 - any() over a generator takes twice as long, and this is asked most often
            if name in features:
                return True
        return False

    def add(self, name: str) -> None:
        """Give the line a feature."""
        self.features[name] = None


def look(text: str, line: Line) -> Look:
    """A line of a page with the features that it has by itself."""
    length = sum(end - start for start, end in line.ranges)
    visible = _visible(text, line.ranges, length)
    bare = visible.strip(ORNAMENTS + "】〗］]>》〉 \u3000\xa0")
    seen = Look(line, visible, length, bare, visible[-TAIL:], _dress(visible, line))
    seen.add(next((name for limit, name in _LENGTHS if length <= limit), "len_81"))
    _add_shapes(seen)
    _add_end(seen)
    _add_inside(seen)
    _add_names(seen)
    if line.level:
        seen.add(f"mark_{min(line.level, _HIGHEST_LEVEL)}")
    return seen


def _visible(text: str, ranges: Sequence[Range], length: int) -> str:
    """What patterns see of a line: all of it, or of a long one its first and last characters."""
    if length <= HEAD + TAIL:
        return block_text(text, ranges)
    first = block_text(text, [Range(start, min(end, start + HEAD)) for start, end in ranges[:HEAD]])
    last = block_text(text, [Range(max(start, end - TAIL), end) for start, end in ranges[-TAIL:]])
    return first[:HEAD] + last[-TAIL:]


def _dress(text: str, line: Line) -> str:
    if text[0] in _GLYPHS:
        return text[0]
    if text[0] in _OPENING_BRACKETS and text[-1] in _CLOSING_BRACKETS:
        return text[0]
    return "#" if line.level else ""


_Find = Callable[[str], object]


@cache
def _shapes_for(length: int) -> tuple[tuple[tuple[str, _Find], ...], tuple[tuple[str, _Find], ...]]:
    """The furniture and the other shapes that a line of a length can have; beyond the longest limit all are alike."""
    return (
        tuple((shape.name, shape.find) for shape in FURNITURE if shape.longest >= length),
        tuple((shape.name, shape.find) for shape in SHAPES if shape.longest >= length),
    )


def _add_shapes(seen: Look) -> None:
    furniture, others = _shapes_for(min(seen.length, _NO_LIMIT))
    text = seen.text
    for name, find in furniture:
        if find(text):
            seen.add("furniture")
            seen.add(name)
            break
    for name, find in others:
        if find(text):
            seen.add(name)
    if seen.has("credit"):
        for name in _NOT_WITH_CREDIT:
            seen.features.pop(name, None)
    if seen.has("opener_reporter"):
        seen.add("opener")


def _add_end(seen: Look) -> None:
    end = _end(seen)
    seen.add(end)
    if end == "end_stop" and seen.tail[-1] == "…":
        seen.add("end_dots")
    if end in ("end_open", "end_closed") and seen.length >= _PROSE_LENGTH:
        seen.add("open_prose")
    elif end == "end_open":
        seen.add("short_open")
    tail = seen.tail
    for opened, closed in _PAIRS:
        if opened in tail and tail.rfind(opened) > tail.rfind(closed):
            seen.add("unbalanced")
            break


def _end(seen: Look) -> str:
    """How a line ends, brackets and quotation marks aside."""
    core = seen.tail.rstrip(CLOSERS + " \u3000\xa0")
    last = core[-1:] or seen.tail[-1]
    if seen.has("signed") or last in "。；;…" or (last == "." and not core[-2:-1].isdigit()):
        return "end_stop"
    for name, chars in (("end_ask", STOPS), ("end_comma", "，,、"), ("end_colon", "：:"), ("end_dash", "—─–-")):
        if last in chars:
            return name
    return "end_closed" if core != seen.tail and seen.tail[-1] in CLOSERS else "end_open"


def _add_inside(seen: Look) -> None:
    inner = seen.text[:-2]
    if "。" in inner or "！" in inner or "；" in inner or ". " in inner:
        seen.add("inner_stop")
    commas = inner.count("，") + inner.count(",") + inner.count("、")
    if commas:
        seen.add("commas" if commas > 1 else "comma")
    if len(_LATIN.findall(seen.text)) * 3 > len(seen.text) * 2:
        seen.add("latin")
        if seen.length <= HEAD and _is_title_case(seen.text):
            seen.add("title_case")


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if word[:1].isalpha()]
    if not words:
        return False
    long = [word for word in words if len(word) >= _CAPITALISED_FROM]
    capital = sum(1 for word in words if word[0].isupper())
    return capital * 3 >= len(words) * 2 or (bool(long) and all(word[0].isupper() for word in long))


def _add_names(seen: Look) -> None:
    if not seen.has("inner_stop", "end_stop"):
        _add_people(seen)
    squeezed = seen.bare.replace(" ", "").replace("\u3000", "").replace("\xa0", "")
    if seen.bare in COLUMN_NAMES:
        seen.add("column_name")
    elif seen.length <= BANNER_LENGTH and seen.bare.endswith(COLUMN_ENDINGS):
        seen.add("column_like")
    if seen.bare in BRIEF_COLUMNS:
        seen.add("brief_column")
    if squeezed in LEAD_LABELS or squeezed.endswith(("（记者手记）", "(记者手记)")):
        seen.add("lead_label")


def _add_people(seen: Look) -> None:
    plain = not seen.has("credit", "opener") and seen.bare not in LEAD_LABELS
    if seen.has("dressed_office") or (plain and is_byline(seen.text)):
        seen.add("byline")
    elif seen.bare not in COLUMN_NAMES and is_names(seen.text):
        seen.add("names_dressed" if seen.dress else "names_bare")
    elif plain and is_from_place(seen.text):
        seen.add("names_from")
