"""From a line as the reader wrote it anew to the characters of the page that read otherwise now."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.domain.correction import reading, stretches
from reader.domain.model import Correction, Range


class _Piece(NamedTuple):
    """A stretch of a line as it reads (``shown``), and as it stands on the page."""

    shown: Range
    page: Range
    replaced: bool


def changed_part(
    page_text: str, line: Range, corrections: Sequence[Correction], written: str
) -> tuple[Range, str] | None:
    """The least part of a line that must read otherwise for the line to read as written, and what it reads as.

    Corrections that it touches are taken in as a whole, and so is a character beside the place where something was
    put in. None where the line reads so already.
    """
    before = reading(page_text, line, corrections)
    if written == before:
        return None
    start = _in_common(before, written)
    end = len(before) - _in_common(before[start:][::-1], written[start:][::-1])
    if start == end:
        start, end = (start - 1, end) if start else (start, end + 1)
    pieces = _pieces(line, corrections)
    part = _grown(Range(start, end), pieces)
    first = min(_on_page(piece, part).start for piece in pieces if _meets(piece, part))
    last = max(_on_page(piece, part).end for piece in pieces if _meets(piece, part))
    return Range(first, last), written[part.start : len(written) - (len(before) - part.end)]


def _pieces(line: Range, corrections: Sequence[Correction]) -> list[_Piece]:
    pieces, at = [], 0
    for page, replacement in stretches(line, corrections):
        length = page.end - page.start if replacement is None else len(replacement)
        pieces.append(_Piece(Range(at, at + length), page, replacement is not None))
        at += length
    return pieces


def _grown(part: Range, pieces: Sequence[_Piece]) -> Range:
    """A part with every correction that it touches, and those which touch these."""
    for shown, _, replaced in (*pieces, *reversed(pieces)):
        if replaced and shown.start <= part.end and shown.end >= part.start:
            part = Range(min(part.start, shown.start), max(part.end, shown.end))
    return part


def _meets(piece: _Piece, part: Range) -> bool:
    if piece.replaced:
        return part.start <= piece.shown.start and piece.shown.end <= part.end
    return piece.shown.intersection(part) is not None


def _on_page(piece: _Piece, part: Range) -> Range:
    if piece.replaced:
        return piece.page
    start, end = max(piece.shown.start, part.start), min(piece.shown.end, part.end)
    return Range(start - piece.shown.start + piece.page.start, end - piece.shown.start + piece.page.start)


def _in_common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
