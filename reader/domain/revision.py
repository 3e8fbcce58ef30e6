"""Whether a text is a newer one of a page that is there already."""

from reader.domain.solid import solid

SAME_FILE = 0.2
"""The likeness from which a text is a newer one of the page that came from the same file."""
SAME_PRINT = 0.5
"""The likeness from which a text is a newer one of a page that bears the same newspaper, date and number.

It is the greater one, as several files may hold articles of one page each. Measured on composed pages of newspapers: a
page and itself with one character in ten misread share 0.57 of their shingles or more, with three in a hundred 0.86;
where three articles in ten are gone, 0.26 to 0.8; different pages share 0.03 at most.
"""
_SHINGLE = 4


def likeness(one: str, other: str) -> float:
    """The share of shingles of four characters that two texts have in common, of those of the richer text, 0 to 1.

    (Broder, 1997: On the resemblance and containment of documents. Of the richer text, so that an excerpt of a page
    does not count as a newer text of all of it.)
    """
    shingles, others = _shingles(one), _shingles(other)
    most = max(len(shingles), len(others))
    return len(shingles & others) / most if most else 1.0


def _shingles(text: str) -> set[str]:
    words = solid(text)
    return {words[at : at + _SHINGLE] for at in range(max(len(words) - _SHINGLE + 1, 1))}
