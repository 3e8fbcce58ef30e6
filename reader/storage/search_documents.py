"""What the search index is given of an article: its texts as tokens. Made wherever the article is, without the library.

The recipe: the folded text of an article as tokens of two characters that overlap, the last character of each stretch
with an end mark, in an FTS5 table with the ``ascii`` tokenizer, for which space and ASCII punctuation are moved to
where it sees letters. Then ``"上海 海浦"`` as a phrase is exactly the text 上海浦, and ``上*`` is the character 上.
"""

import sys
from array import array
from typing import NamedTuple

from reader.domain.article import ArticleView
from reader.domain.fold import fold
from reader.domain.model import READABLE_KINDS, Item, Page
from reader.domain.searchable import TEXT_FIELDS, stretches

_NATIVE = f"utf-32-{'le' if sys.byteorder == 'little' else 'be'}"
_CODES = next(kind for kind in "IL" if array(kind).itemsize == len("x".encode(_NATIVE)))
_LAST_ASCII = 0x7F
_MOVED_TO = 0x10FF00
_END = 0x10FFFF


class Document(NamedTuple):
    """The tokens of an article, field by field: the columns of the index, in its order."""

    text: str
    title: str
    byline: str


def document_of(page: Page, item: Item) -> Document | None:
    """What the index gets of an item of a page; None of one that is not read, which it does not have."""
    if item.kind not in READABLE_KINDS:
        return None
    view = ArticleView(page.text, item, page.corrections)
    found: dict[str, list[str]] = {field: [] for field in TEXT_FIELDS}
    for field, span in stretches(view):
        found[field].append(tokens(fold(view.text[span.start : span.end])))
    return Document(**{field: " ".join(parts) for field, parts in found.items()})


class _Moved(dict[int, int]):
    """For ``str.translate``: ASCII that the tokenizer would part words at goes beyond all text; the rest stays."""

    def __missing__(self, code: int) -> int:
        moved = code if code > _LAST_ASCII or chr(code).isalnum() else _MOVED_TO + code
        self[code] = moved
        return moved


_MOVED = _Moved()


def tokens(folded: str) -> str:
    """The tokens of a folded text, parted by spaces."""
    codes = array(_CODES, folded.translate(_MOVED).encode(_NATIVE))
    made = array(_CODES, [0x20]) * (3 * len(codes))
    made[0::3] = codes
    made[1::3] = codes[1:] + array(_CODES, [_END] * bool(codes))
    return made.tobytes().decode(_NATIVE)


def phrase(folded: str) -> str:
    """What finds a folded text, which is not empty, in the index."""
    if len(folded) == 1:
        return f'"{folded.translate(_MOVED)}" *'
    return f'"{tokens(folded)[:-4]}"'  # without the last character's token, for anything may follow it
