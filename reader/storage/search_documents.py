"""What the search index is given of an article: its texts as tokens. Made wherever the article is, without the library.

The recipe: the folded text of an article as tokens of two characters that overlap, the last character of each stretch
with an end mark, in an FTS5 table with the ``ascii`` tokenizer, for which space and ASCII punctuation are moved to
where it sees letters. Then ``"上海 海浦"`` as a phrase is exactly the text 上海浦, and ``上*`` is the character 上.

Headlines have the same of what they read as, in each way that their characters that follow each other can be read: of
their first letters, and of their syllables, where 中国人 is ``zhong0guo guo0ren ren0`` and the phrase
``"zhong0guo guo0r" *`` is exactly zhongguor.
"""

import sys
from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.domain.article import ArticleView
from reader.domain.fold import fold
from reader.domain.model import READABLE_KINDS, Item, Page
from reader.domain.query import Field
from reader.domain.searchable import TEXT_FIELDS, stretches
from reader.domain.syllables import runs, ways

_NATIVE = f"utf-32-{'le' if sys.byteorder == 'little' else 'be'}"
_CODES = next(kind for kind in "IL" if array(kind).itemsize == len("x".encode(_NATIVE)))
_LAST_ASCII = 0x7F
_MOVED_TO = 0x10FF00
_END = 0x10FFFF
_BETWEEN = "0"  # between two syllables of a token; neither a letter nor what the tokenizer parts words at


class Document(NamedTuple):
    """The tokens of an article: the columns of the index of texts, in its order, and of that of readings."""

    text: str
    title: str
    byline: str
    syllables: str
    letters: str


TEXT_COLUMNS, READ_COLUMNS = Document._fields[:3], Document._fields[3:]


def document_of(page: Page, item: Item) -> Document | None:
    """What the index gets of an item of a page; None of one that is not read, which it does not have."""
    if item.kind not in READABLE_KINDS:
        return None
    view = ArticleView(page.text, item, page.corrections)
    found: dict[str, list[str]] = {field: [] for field in TEXT_FIELDS}
    titles = []
    for field, span in stretches(view):
        text = view.text[span.start : span.end]
        found[field].append(tokens(fold(text)))
        if field is Field.TITLE:
            titles.append(text)
    syllables, letters = pinyin_tokens(titles)
    texts = {field: " ".join(parts) for field, parts in found.items()}
    return Document(**texts, syllables=syllables, letters=letters)


def pinyin_tokens(titles: Iterable[str]) -> tuple[str, str]:
    """The syllables and the first letters of headlines, as tokens."""
    syllables: list[str] = []
    letters: list[str] = []
    for title in titles:
        for run in runs(title):
            read = ways(run)
            syllables += map(syllable_tokens, read)
            letters += (tokens(way) for way in dict.fromkeys("".join(one[0] for one in way) for way in read))
    return " ".join(syllables), " ".join(letters)


def syllable_tokens(syllables: Sequence[str]) -> str:
    """The tokens of syllables that follow each other, parted by spaces; the last is one that nothing follows."""
    return " ".join(map(_BETWEEN.join, zip(syllables, (*syllables[1:], ""), strict=True)))


def syllable_phrase(syllables: Sequence[str]) -> str:
    """What finds syllables in the index, at least one, of which the last may be unfinished."""
    return f'"{" ".join(map(_BETWEEN.join, pairwise(syllables))) or syllables[0]}" *'


# ASCII that the tokenizer would part words at goes beyond all text; the rest stays.
_MOVED = [(chr(code), chr(_MOVED_TO + code)) for code in range(_LAST_ASCII + 1) if not chr(code).isalnum()]


def _moved(folded: str) -> str:
    for char, moved in _MOVED:
        if char in folded:  # a third of the time that str.translate takes, which looks up every character
            folded = folded.replace(char, moved)
    return folded


def tokens(folded: str) -> str:
    """The tokens of a folded text, parted by spaces."""
    codes = array(_CODES, _moved(folded).encode(_NATIVE))
    made = array(_CODES, [0x20]) * (3 * len(codes))
    made[0::3] = codes
    made[1::3] = codes[1:] + array(_CODES, [_END] * bool(codes))
    return made.tobytes().decode(_NATIVE)


def phrase(folded: str) -> str:
    """What finds a folded text, which is not empty, in the index."""
    if len(folded) == 1:
        return f'"{_moved(folded)}" *'
    return f'"{tokens(folded)[:-4]}"'  # without the last character's token, for anything may follow it
