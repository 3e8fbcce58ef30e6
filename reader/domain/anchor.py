"""Whether an annotation still stands where it was made."""

from collections.abc import Sequence

from reader.domain.correction import stretches
from reader.domain.model import Annotation, Correction
from reader.domain.solid import solid


def quote_stands(page_text: str, annotation: Annotation, corrections: Sequence[Correction] = ()) -> bool:
    """Whether the page says at an annotation's ranges what its quote says.

    White space does not count, which joining the pieces of a page adds or leaves out, nor do full- and half-width forms
    and the case of letters, in which a newer text of the page may differ. What was corrected may read as anything,
    since the quote is what the reader saw when the mark was made.
    """
    there = "".join(page_text[start:end] for start, end in annotation.ranges)
    if there == annotation.quote or solid(there) == solid(annotation.quote):
        return True
    return bool(corrections) and _stands_around(page_text, annotation, corrections)


def _stands_around(page_text: str, annotation: Annotation, corrections: Sequence[Correction]) -> bool:
    """Whether the quote has, in order and from end to end, what stands between the corrections."""
    between = [""]
    for span in annotation.ranges:
        for part, replaced in stretches(span, corrections):
            if replaced is None:
                between[-1] += solid(page_text[part.start : part.end])
            else:
                between.append("")
    quote = solid(annotation.quote)
    if len(between) == 1 or not quote.startswith(between[0]):
        return False
    first, *middle, last = between
    at = len(first)
    for piece in middle:
        found = quote.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return quote.endswith(last) and at + len(last) <= len(quote)
