"""How the pieces of a paragraph that was cut at a line or column end read as one text.

Only white space is ever added, never a character removed: Chinese is set without spaces, words of alphabetic scripts
with one. What stands at the cut is looked at, no language is guessed. A hyphen at a line end stays and gets no space,
since nothing on the page tells ``well-`` + ``known`` from ``inter-`` + ``national``.
"""

from collections.abc import Sequence
from unicodedata import east_asian_width

from reader.domain.correction import reading
from reader.domain.model import Correction, Range

_CLOSING = frozenset(".,;:!?)]}\"'’”%…")
_OPENING = frozenset("([{\"'‘“$€£#&")
_HYPHENS = frozenset("-\u00ad\u2010\u2011\u2013\u2014/")
_UNSPACED_SCRIPTS = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1100, 0x11FF), (0x3400, 0x9FFF))
_WORD_LIMIT = 64


def is_wide(char: str) -> bool:
    """Whether a character is Chinese, Japanese, Korean or full-width punctuation."""
    return east_asian_width(char) in "WF"


def is_word_char(char: str) -> bool:
    """Whether a character belongs to a word that stands between spaces: a letter of an alphabet, or a digit."""
    if not char.isalnum() or is_wide(char):
        return False
    return not any(low <= ord(char) <= high for low, high in _UNSPACED_SCRIPTS)


def join_glue(left: str, right: str) -> str:
    """What stands between two pieces of one paragraph: a space between two words, otherwise nothing.

    A number that was cut in two, or a number or stop that touches Chinese on its other side, gets no space.
    """
    if not left or not right or left[-1].isspace() or right[0].isspace() or left[-1] in _HYPHENS:
        return ""
    end = _skip(left[-_WORD_LIMIT:][::-1], _CLOSING)
    start = _skip(right[:_WORD_LIMIT], _OPENING)
    before, after = left[-_WORD_LIMIT:][::-1][end:], right[:_WORD_LIMIT][start:]
    if not before or not after or not is_word_char(before[0]) or not is_word_char(after[0]):
        return ""
    touching = end == 0 and start == 0
    if touching and before[0].isalpha() and after[0].isalpha():
        return " "
    if touching and before[0].isdigit() and after[0].isdigit():
        return ""
    return "" if _touches_wide(before) or _touches_wide(after) else " "


def block_text(text: str, ranges: Sequence[Range], corrections: Sequence[Correction] = ()) -> str:
    """The text that a reader sees of some ranges of a page: as they read, joined by :func:`join_glue`."""
    parts: list[str] = []
    for span in ranges:
        piece = reading(text, span, corrections)
        if parts:
            parts.append(join_glue(parts[-1], piece))
        parts.append(piece)
    return "".join(parts)


def _skip(chars: str, skipped: frozenset[str]) -> int:
    """How many characters at the beginning are of a set."""
    return next((index for index, char in enumerate(chars) if char not in skipped), len(chars))


def _touches_wide(chars: str) -> bool:
    """Whether the word at the beginning of a piece is followed at once by a wide character."""
    return next((is_wide(char) for char in chars if not is_word_char(char)), False)
