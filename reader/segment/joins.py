"""Which body lines run on from the one above: paragraphs that a column end or a page's layout cut in two.

Only lines that follow each other within one item are asked, so a photo between the two halves does no harm. Each clue
has a weight; their sum decides, and its distance from zero is how sure the answer is.
"""

from typing import NamedTuple

from reader.domain.join import is_wide
from reader.segment.features import Look
from reader.segment.page import Profile
from reader.segment.words import straddles_word

JOIN_WEIGHTS: dict[str, float] = {
    "bias": 1.5,
    "ended": -7.0,
    "asked": -5.0,
    "colon": -3.5,
    "comma": 2.5,
    "closed": -0.5,
    "dash": -1.0,
    "unbalanced": 3.0,
    "word_cut": 6.0,
    "pair_seen": 1.5,
    "number_cut": 4.0,
    "goes_on": 5.0,
    "closes": 9.0,
    "weak_ending": 2.5,
    "weak_beginning": 2.5,
    "opener_below": -7.0,
    "fresh_start": -2.0,
    "lead": -1.2,
    "quote_below": -1.0,
    "short_above": -1.5,
    "very_short_above": -2.0,
    "bullet_below": -6.0,
    "numbered_below": -4.0,
    "indented_below": -4.0,
    "latin_lower_below": 4.0,
    "verse": -4.0,
    "label_above": -4.0,
    "note": -6.0,
}
"""What each clue says for (+) or against (−) the lower line continuing the upper one's paragraph."""

_WEAK_ENDINGS = (
    "的和与及或在对把被从向以为将是有使让令于给比就也都而且但所其该这那每各第不未很更最正已《“（〈「(约近达超逾至到—·"
)
_WEAK_BEGINNINGS = "的了着过们性化者率里中内外上下后前之等以而与和及地得所则均也都就并且年月日万亿个名时"
_END_CLUES = (
    ("end_stop", "ended"),
    ("end_ask", "asked"),
    ("end_colon", "colon"),
    ("end_dash", "dash"),
    ("end_closed", "closed"),
    ("unbalanced", "unbalanced"),
    ("lead_label", "label_above"),
)
_BEGINNING_CLUES = (
    (("opener",), "opener_below"),
    (("bullet", "bracket_lead"), "bullet_below"),
    (("numbered",), "numbered_below"),
    (("author_note", "jump", "table"), "note"),
)
_CLOSES = "”’）》」)"
_GOES_ON = "，。、；：？！,;:?!"
_NOTES = ("author_note", "credit", "jump", "table", "furniture", "source_note")
_VERSE_LENGTH = 16
_VERY_SHORT = 12
_SHORT = 25
_NUMERIC = "年月日时分万亿元个名人次户家公吨亩%％.．"


class Join(NamedTuple):
    """Whether the lower of two lines continues the upper, by what sum of weights, and which clues spoke."""

    joined: bool
    score: float
    clues: tuple[str, ...]


def judge_join(above: Look, below: Look, profile: Profile, *, is_lead: bool) -> Join:
    """Whether ``below`` continues the paragraph that ``above`` belongs to.

    ``is_lead`` says that the upper line opens the article's text, where newspapers set summaries without a full stop.
    """
    clues = ["bias", *_ending(above), *_beginning(below, profile), *_seam(above, below, profile)]
    if is_lead and not above.has("inner_stop", "end_comma"):
        clues.append("lead")
    score = sum(JOIN_WEIGHTS[clue] for clue in clues)
    return Join(score > 0, score, tuple(clue for clue in clues if clue != "bias"))


def _ending(above: Look) -> list[str]:
    clues = [clue for name, clue in _END_CLUES if above.has(name)]
    if above.has("end_comma"):
        verse = above.length <= _VERSE_LENGTH and not above.has("inner_stop")
        clues.append("verse" if verse else "comma")
    elif above.has("end_open") and above.tail[-1] in _WEAK_ENDINGS:
        clues.append("weak_ending")
    if above.length < _VERY_SHORT:
        clues.append("very_short_above")
    elif above.length < _SHORT and not above.has("inner_stop", "end_comma"):
        clues.append("short_above")
    if above.has(*_NOTES):
        clues.append("note")
    return clues


def _beginning(below: Look, profile: Profile) -> list[str]:
    clues = [clue for names, clue in _BEGINNING_CLUES if below.has(*names)]
    if profile.indented and below.has("indented"):
        clues.append("indented_below")
    if below.text[0] in _CLOSES:
        clues.append("closes")
    elif below.text[0] in _GOES_ON:
        clues.append("goes_on")
    elif below.text[0] in _WEAK_BEGINNINGS:
        clues.append("weak_beginning")
    elif below.has("quote_start"):
        clues.append("quote_below")
    elif below.has("time_start"):
        clues.append("fresh_start")
    if below.has("latin") and below.text[0].islower():
        clues.append("latin_lower_below")
    return clues


def _seam(above: Look, below: Look, profile: Profile) -> list[str]:
    last, first = above.tail[-1], below.text[0]
    if (last.isdigit() and (first.isdigit() or first in _NUMERIC)) or (
        last == "." and above.tail[-2:-1].isdigit() and first.isdigit()
    ):
        return ["number_cut"]
    if not (is_wide(last) and is_wide(first)) or above.has("end_stop", "end_ask", "end_comma"):
        return []
    if straddles_word(above.tail, below.text):
        return ["word_cut"]
    return ["pair_seen"] if profile.pair_seen(last, first) else []
