"""Whether a line end cuts through a word: the surest sign that a paragraph runs on in the next line.

``common_words.txt`` says where its words come from.
"""

from functools import cache
from pathlib import Path


@cache
def common_words() -> frozenset[str]:
    """The commonest Chinese words of two characters; read once."""
    rows = Path(__file__).with_name("common_words.txt").read_text("utf-8").splitlines()
    return frozenset(row[at : at + 2] for row in rows if not row.startswith("#") for at in range(0, len(row), 2))


def straddles_word(left: str, right: str) -> bool:
    """Whether the last character of one line and the first of the next are a common word together.

    Not where both sides already end and begin with a word of their own: then the pair may be chance.
    """
    words = common_words()
    if left[-1:] + right[:1] not in words:
        return False
    return not (left[-2:] in words and right[:2] in words)


def holds_word(text: str) -> bool:
    """Whether two neighbouring characters of a text are a common word."""
    words = common_words()
    return any(text[at : at + 2] in words for at in range(len(text) - 1))
