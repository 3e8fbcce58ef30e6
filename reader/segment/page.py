"""What is usual on a page, and the features that a line has by its page and its neighbours."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from reader.domain.join import is_wide
from reader.segment.features import BANNER_LENGTH, Look, look
from reader.segment.lines import Line
from reader.segment.words import straddles_word

_EDGE_LINES = 4
_SHORT_RUN = 5
_INDENT = 2
_TITLE_FROM = 9
_PIECE_FROM = 8
"""A shorter line is seldom a piece of a paragraph, whatever word it seems to share with the next."""

_SAMPLE = 20_000
"""So much of a page is searched for a pair of characters: any real page, and no more of a longer text."""

_NOT_RUN_ON = ("opener", "byline", "names_dressed", "names_bare")
_GOES_ON = "，。、；：？！”’）》,;:?!)"
_NUMBER_GOES_ON = "年月日%％.万亿个"
_NO_BANNER = (
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


@dataclass(frozen=True, slots=True)
class Profile:
    """What is usual on this page, so that a line can be judged by the others.

    ``dresses`` are the marks that the page's short banners seem to wear (``◎``, ``【`` …); ``bylines_dressed`` says
    that most of its bylines wear one; ``marked`` says that headlines carry heading marks; ``gap`` is the usual number
    of blank lines, and ``set_apart`` says that some lines have more above them; ``indented`` says that paragraphs begin
    with white space; ``sample`` is the text of the page, or the beginning of a very long one.
    """

    dresses: frozenset[str]
    bylines_dressed: bool
    marked: bool
    gap: int
    set_apart: bool
    indented: bool
    sample: str

    def pair_seen(self, left: str, right: str) -> bool:
        """Whether two characters stand side by side on the page, as within a word that a line end may have cut."""
        return left + right in self.sample


def look_at(text: str, lines: list[Line]) -> tuple[list[Look], Profile]:
    """The lines of a page with all their features, and the page's profile."""
    looks = [look(text, line) for line in lines]
    profile = _profile(text, looks)
    last = len(looks) - 1
    for index, seen in enumerate(looks):
        _add_page_features(seen, profile)
        if index == 0:
            seen.add("page_first")
        if index == last:
            seen.add("page_last")
        if min(index, last - index) < _EDGE_LINES:
            seen.add("page_edge")
    _add_runs(looks)
    for above, below in pairwise(looks):
        _add_pair_features(above, below, profile)
    return looks, profile


def _profile(text: str, looks: list[Look]) -> Profile:
    shown = [seen for seen in looks if not seen.has("furniture")]
    gaps = Counter(seen.line.gap for seen in looks[1:])
    gap = gaps.most_common(1)[0][0] if gaps else 1
    indents = sum(1 for seen in looks if seen.line.indent >= _INDENT)
    return Profile(
        frozenset(seen.dress for seen in shown if seen.dress not in ("", "#") and _may_be_banner(seen)),
        sum(1 if seen.dress else -1 for seen in shown if seen.has("byline")) > 0,
        any(seen.line.level and seen.length >= _TITLE_FROM and not seen.has("column_name") for seen in shown),
        gap,
        any(seen.line.gap > gap for seen in looks[1:]),
        indents > 1 and indents * 8 >= len(looks),
        text[:_SAMPLE],
    )


def _may_be_banner(seen: Look) -> bool:
    return seen.length <= BANNER_LENGTH and not seen.has(*_NO_BANNER)


def _add_page_features(seen: Look, profile: Profile) -> None:
    if seen.dress in profile.dresses and _may_be_banner(seen):
        seen.add("banner_dress")
    if not seen.dress and profile.dresses and seen.length <= BANNER_LENGTH:
        seen.add("undressed_beside_banners")
    if seen.has("byline") and profile.bylines_dressed:
        seen.add("byline_dressed" if seen.dress else "undressed_beside_bylines")
    if profile.marked and not seen.line.level:
        seen.add("unmarked_on_marked_page")
    if seen.line.gap > profile.gap:
        seen.add("wide_gap")
    elif profile.set_apart:
        seen.add("no_gap")
    if profile.indented and seen.line.indent >= _INDENT:
        seen.add("indented")


def _add_runs(looks: list[Look]) -> None:
    """Mark lines in a run of short ones that is too long for a headline: verse, lists, tables."""
    run: list[Look] = []
    for seen in [*looks, None]:
        short = seen is not None and seen.has("short_open", "figure", "only_number")
        if seen is not None and short and not seen.line.level and not seen.dress:
            run.append(seen)
            continue
        if len(run) >= _SHORT_RUN:
            for one in run:
                one.add("short_run")
        run = []


def _add_pair_features(above: Look, below: Look, profile: Profile) -> None:
    """Say of two neighbouring lines whether the lower one dates the upper, or seems to run on from it."""
    if below.has("date_alone") and above.has("short_open"):
        above.add("dated_below")
    if above.has("end_stop", "end_ask", "furniture", "credit", "byline") or below.has(*_NOT_RUN_ON):
        return
    last, first = above.tail[-1], below.text[0]
    wide = is_wide(last) and is_wide(first)
    number = (last.isdigit() and (first.isdigit() or first in _NUMBER_GOES_ON)) or (
        last == "." and above.tail[-2:-1].isdigit() and first.isdigit()
    )
    cut = number or (wide and straddles_word(above.tail, below.text))
    if first in _GOES_ON or above.has("unbalanced") or (cut and above.length >= _PIECE_FROM):
        above.add("runs_on")
        below.add("runs_from")
    elif cut or (wide and profile.pair_seen(last, first)):
        above.add("may_run_on")
        below.add("may_run_from")
