"""Characters that the reader put right: how a page reads with them, and how one more is entered.

The page's text stays as it was imported. A correction says that a range of it reads as something else; offsets go on
to mean the page. Corrections of a page are kept in order, apart from each other, none of them empty on both sides.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reader.domain.model import Correction, Range


def stretches(span: Range, corrections: Sequence[Correction]) -> Iterator[tuple[Range, str | None]]:
    """A range of a page in pieces, in order: with None what reads as it stands, else with what it reads as.

    Of a correction that begins before the range, the part in it reads as nothing.
    """
    at = span.start
    for index in range(bisect_right(corrections, span.start, key=_end), len(corrections)):
        own, replacement = corrections[index]
        common = own.intersection(span)
        if common is None:
            break
        if at < common.start:
            yield Range(at, common.start), None
        yield common, replacement if own.start >= span.start else ""
        at = common.end
    if at < span.end:
        yield Range(at, span.end), None


def reading(page_text: str, span: Range, corrections: Sequence[Correction] = ()) -> str:
    """How a range of a page reads."""
    if not corrections:
        return page_text[span.start : span.end]
    return "".join(
        page_text[part.start : part.end] if replaced is None else replaced
        for part, replaced in stretches(span, corrections)
    )


def corrected(
    page_text: str, line: Range, corrections: Sequence[Correction], span: Range, replacement: str
) -> tuple[Correction, ...]:
    """The corrections of a page after a range of one of its lines reads as something else.

    A correction that the range only touches in part is taken up whole: what it read as beyond the range is lost, so
    callers that know a view give the whole of it. What reads as it stands at both ends of the range is left out of the
    correction, and nothing remains of one that says what the page says. What is put in where nothing stood is kept
    with the character beside it, since an empty range could not be marked.
    """
    for own, _ in corrections:
        if own.intersection(span):
            span = Range(min(span.start, own.start), max(span.end, own.end))
    kept = [own for own in corrections if not own.range.intersection(span)]
    narrow, words = _narrowed(page_text, span, replacement)
    if narrow.start == narrow.end and words:
        beside = _beside(page_text, line, narrow, kept)
        kept = [own for own in kept if own != beside]
        words = beside.replacement + words if beside.range.end == narrow.start else words + beside.replacement
        narrow = beside.range
    if narrow.start < narrow.end:
        kept.append(Correction(narrow, words))
    return tuple(sorted(kept))


def _narrowed(page_text: str, span: Range, replacement: str) -> tuple[Range, str]:
    there = page_text[span.start : span.end]
    before = _in_common(there, replacement)
    behind = _in_common(there[before:][::-1], replacement[before:][::-1])
    return Range(span.start + before, span.end - behind), replacement[before : len(replacement) - behind]


def _in_common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (left, right) in pairs if left != right), min(len(one), len(other)))


def _beside(page_text: str, line: Range, gap: Range, corrections: Sequence[Correction]) -> Correction:
    """What stands beside a gap in a line, before it where there is anything: a character, or what reads as another."""
    before = gap.start > line.start
    place = Range(gap.start - 1, gap.start) if before else Range(gap.end, gap.end + 1)
    corrected_there = (own for own in corrections if own.range.intersection(place))
    return next(corrected_there, Correction(place, page_text[place.start : place.end]))


def _end(correction: Correction) -> int:
    return correction.range.end
