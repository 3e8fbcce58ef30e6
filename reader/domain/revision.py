"""Whether a text is a newer one of a page that is there already."""

from reader.domain.solid import solid

LIKE_ENOUGH = 0.3
"""The likeness from which two texts of what may be the same page are taken for the same.

Two scans of a page of which one character in ten was misread in either share 0.3 to 0.5 of their shingles, two of which
one lacks half of the articles 0.5; different pages of a newspaper share less than 0.1, and what both have printed
(banners, notices) is some hundredths.
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
