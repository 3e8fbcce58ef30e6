"""From lines to named features: what each line looks like, alone and on this page.

A feature is a name. Which features a line has is decided here and in ``shapes.py``; what they are worth is written in
``weights.py``. Only the first and last characters of a line are looked at, so the work per line is bounded.
"""

from collections import Counter
from dataclasses import dataclass, field

from reader.domain.join import is_wide
from reader.segment.columns import BRIEF_COLUMNS, COLUMN_ENDINGS, COLUMN_NAMES, LEAD_LABELS
from reader.segment.lines import Line
from reader.segment.shapes import CLOSERS, FURNITURE, ORNAMENTS, SHAPES, STOPS, is_byline, is_names
from reader.segment.words import straddles_word

HEAD = 120
TAIL = 60
_EDGE_LINES = 4
_BANNER_LENGTH = 12
_BIGRAM_WINDOW = 400
_PROSE_LENGTH = 23
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
_GLYPHS = "◎○●■□◆◇△▲▽▼☆★※▶►▷⊙◉❖✦"


@dataclass(slots=True)
class Look:
    """What a line looks like: its text cut to what patterns may see, its length, and its features in a fixed order."""

    line: Line
    text: str
    length: int
    bare: str
    tail: str
    dress: str
    features: dict[str, None] = field(default_factory=dict)

    def has(self, *names: str) -> bool:
        """Whether the line has any of these features."""
        return any(name in self.features for name in names)

    def add(self, name: str) -> None:
        """Give the line a feature."""
        self.features[name] = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What is usual on this page, so that a line can be judged by its neighbours.

    ``dresses`` are the marks that the page's short banners seem to wear (``◎``, ``【``, ``#`` …); ``marked`` says that
    headlines carry heading marks; ``gap`` is the usual number of blank lines and
    ``set_apart`` says that some lines have more above them; ``width`` the length at which lines are
    wrapped, 0 where they are not; ``indented`` that paragraphs begin with white space; ``pairs`` are pairs of
    characters that stand together on the page.
    """

    dresses: frozenset[str]
    marked: bool
    gap: int
    width: int
    indented: bool
    pairs: frozenset[str]
    set_apart: bool


def look_at(text: str, lines: list[Line]) -> tuple[list[Look], Profile]:
    """The lines of a page with their features, and the page's profile."""
    looks = [_look(text, line) for line in lines]
    profile = _profile(looks)
    last = len(looks) - 1
    for index, look in enumerate(looks):
        _add_page_features(look, profile)
        if index == 0:
            look.add("page_first")
        if index == last:
            look.add("page_last")
        if min(index, last - index) < _EDGE_LINES:
            look.add("page_edge")
    for above, below in zip(looks, looks[1:], strict=False):
        _add_pair_features(above, below, profile)
    return looks, profile


def _look(text: str, line: Line) -> Look:
    start, end = line.range
    length = end - start
    visible = text[start:end] if length <= HEAD + TAIL else text[start : start + HEAD] + text[end - TAIL : end]
    bare = visible.strip(ORNAMENTS + "】〗］]>》〉 \u3000\xa0")
    look = Look(line, visible, length, bare, visible[-TAIL:], _dress(visible, line))
    look.add(next((name for limit, name in _LENGTHS if length <= limit), "len_81"))
    _add_shapes(look)
    _add_end(look)
    _add_inside(look)
    _add_names(look)
    if line.level:
        look.add(f"mark_{min(line.level, 3)}")
    return look


def _add_shapes(look: Look) -> None:
    for shape in FURNITURE:
        if look.length <= shape.longest and shape.pattern.search(look.text):
            look.add("furniture")
            look.add(shape.name)
            break
    for shape in SHAPES:
        if look.length <= shape.longest and shape.pattern.search(look.text):
            look.add(shape.name)
    if look.has("credit"):
        for name in ("author_note", "opener_reporter", "opener"):
            look.features.pop(name, None)
    if look.has("opener_reporter"):
        look.add("opener")


def _add_end(look: Look) -> None:
    core = look.tail.rstrip(CLOSERS + " \u3000\xa0")
    last = core[-1:] or look.tail[-1]
    if look.has("signed") or last == "。" or (last == "." and len(core) > 1 and not core[-2].isdigit()):
        look.add("end_stop")
    elif last in STOPS:
        look.add("end_ask" if last in "！？!?" else "end_stop")
    elif last in "，,、":
        look.add("end_comma")
    elif last in "：:":
        look.add("end_colon")
    elif last in "—─–-":
        look.add("end_dash")
    elif core != look.tail and look.tail[-1] in CLOSERS:
        look.add("end_closed")
    else:
        look.add("end_open")
    if look.length >= _PROSE_LENGTH and look.has("end_open", "end_closed"):
        look.add("open_prose")
    elif look.has("end_open"):
        look.add("short_open")
    if _unbalanced(look):
        look.add("unbalanced")


def _unbalanced(look: Look) -> bool:
    """Whether a bracket or quotation mark that is opened near the end is not closed."""
    return any(
        look.tail.rfind(opened) > look.tail.rfind(closed) for opened, closed in ("“”", "《》", "（）", "()", "「」")
    )


def _add_inside(look: Look) -> None:
    inner = look.text[:-2]
    if "。" in inner or "！" in inner or "；" in inner or ". " in inner:
        look.add("inner_stop")
    commas = inner.count("，") + inner.count(",") + inner.count("、")
    if commas:
        look.add("commas" if commas > 1 else "comma")
    letters = sum(1 for char in look.text if char.isalpha() and char < "\u0250")
    if letters * 3 > len(look.text) * 2:
        look.add("latin")
        if look.length <= HEAD and _is_title_case(look.text):
            look.add("title_case")


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if word[:1].isalpha()]
    capital = sum(1 for word in words if word[0].isupper())
    long = [word for word in words if len(word) > 3]
    return bool(words) and (capital * 3 >= len(words) * 2 or (bool(long) and all(word[0].isupper() for word in long)))


def _add_names(look: Look) -> None:
    bare = look.bare
    if not look.has("inner_stop", "end_stop"):
        if look.has("dressed_office") or not look.has("credit", "opener") and bare not in LEAD_LABELS and is_byline(look.text):
            look.add("byline")
        elif is_names(look.text) and bare not in COLUMN_NAMES:
            look.add("names_dressed" if look.dress else "names_bare")
    squeezed = bare.replace(" ", "").replace("\u3000", "").replace("\xa0", "")
    if bare in COLUMN_NAMES:
        look.add("column_name")
    elif look.length <= _BANNER_LENGTH and bare.endswith(tuple(COLUMN_ENDINGS)):
        look.add("column_like")
    if bare in BRIEF_COLUMNS:
        look.add("brief_column")
    if squeezed in LEAD_LABELS or squeezed.endswith(("（记者手记）", "(记者手记)")):
        look.add("lead_label")


def _dress(text: str, line: Line) -> str:
    if text[0] in _GLYPHS:
        return text[0]
    if text[0] in "【〖［[『〔<" and text[-1] in "】〗］]』〕>":
        return text[0]
    return "#" if line.level else ""


def _may_be_banner(look: Look) -> bool:
    return look.length <= _BANNER_LENGTH + 2 and not look.has(
        "byline",
        "names_dressed",
        "names_bare",
        "credit",
        "furniture",
        "end_stop",
        "end_comma",
        "figure",
        "only_number",
        "inner_stop",
    )


def _profile(looks: list[Look]) -> Profile:
    shown = [look for look in looks if not look.has("furniture")]
    dresses = Counter(look.dress for look in shown if look.dress and look.dress != "#" and _may_be_banner(look))
    columns = Counter(
        look.dress for look in shown if look.dress and look.has("column_name", "bracketed") and _may_be_banner(look)
    )
    marked = [look for look in shown if look.line.level]
    titles = sum(1 for look in marked if not look.has("column_name") and look.length > 8)
    gaps = Counter(look.line.gap for look in looks[1:])
    gap = gaps.most_common(1)[0][0] if gaps else 1
    indents = sum(1 for look in looks if look.line.indent >= 2)
    return Profile(
        frozenset((*dresses, *columns)),
        titles > 0,
        gap,
        _wrap_width(looks),
        indents * 8 >= len(looks) and indents > 1,
        frozenset(_pairs(looks)),
        any(look.line.gap > gap for look in looks[1:]),
    )


def _wrap_width(looks: list[Look]) -> int:
    """The length at which prose seems to be wrapped: what half of the longer lines come within two characters of."""
    lengths = [look.length for look in looks if look.length >= 8]
    if len(lengths) < 8:
        return 0
    width = sorted(lengths)[len(lengths) * 19 // 20]
    near = sum(1 for length in lengths if width - max(2, width // 8) <= length <= width + 2)
    return width if near * 2 > len(lengths) else 0


def _pairs(looks: list[Look]) -> set[str]:
    pairs: set[str] = set()
    for look in looks:
        text = look.text[:_BIGRAM_WINDOW]
        pairs.update(map("".join, zip(text, text[1:], strict=False)))
    return pairs


def _add_page_features(look: Look, profile: Profile) -> None:
    short = look.length <= _BANNER_LENGTH + 2
    if short and look.dress and look.dress != "#" and look.dress in profile.dresses and _may_be_banner(look):
        look.add("banner_dress")
    if not look.dress and profile.dresses and short:
        look.add("undressed_beside_banners")
    if profile.marked and not look.line.level:
        look.add("unmarked_on_marked_page")
    if look.line.gap > profile.gap:
        look.add("wide_gap")
    elif profile.set_apart:
        look.add("no_gap")
    if profile.indented and look.line.indent >= 2:
        look.add("indented")
    if profile.width and look.length >= profile.width - max(2, profile.width // 8):
        look.add("full_line")


def _add_pair_features(above: Look, below: Look, profile: Profile) -> None:
    """What two neighbouring lines say about each other: whether the lower one seems to run on from the upper."""
    if above.has("end_stop", "end_ask", "furniture", "credit", "byline"):
        return
    last, first = above.tail[-1], below.text[0]
    if first in "，。、；：？！”’）》,;:?!)" or (above.has("unbalanced") and not below.has("opener", "byline")) or (last.isdigit() and (first.isdigit() or first in "年月日%％.万亿个") and above.length > 8):
        above.add("runs_on")
        below.add("runs_from")
    elif is_wide(last) and is_wide(first):
        if straddles_word(above.tail, below.text):
            above.add("runs_on")
            below.add("runs_from")
        elif last + first in profile.pairs:
            above.add("may_run_on")
            below.add("may_run_from")
