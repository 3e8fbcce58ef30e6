"""What the reader sees of an item, and how it maps to the page: the text view of an article.

The view is one string, a paragraph a line. A block becomes one paragraph: its ranges, joined over column ends. Since
the view is derived, splitting or correcting an item moves no annotation; this module alone converts between the two.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from reader.domain.correction import reading, stretches
from reader.domain.join import join_glue
from reader.domain.model import Block, Correction, Item, Range, Role

LONGEST_PARAGRAPH = 4000
"""Code points; a longer block is shown as several paragraphs, since one of a megabyte stalls a text layout."""

_SENTENCE_ENDS = "。！？!?；;\n"

# Characters that a text widget would take for structure of its own. Each is shown as one other character, so that
# offsets into what is shown and into what is meant stay the same.
SHOWN_AS = str.maketrans(
    {
        **dict.fromkeys("\t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "),
        **dict.fromkeys("\0\ufdd0\ufdd1\ufffc", "\ufffd"),
    }
)
_SHOWN_OTHERWISE = re.compile(f"[{''.join(map(chr, SHOWN_AS))}]")


class Paragraph(NamedTuple):
    """One paragraph of a view: its role, where it lies in the view, and the block that it comes from (from 0).

    ``continued`` marks the second and later parts of a block that was too long to show as one paragraph.
    """

    role: Role
    span: Range
    block: int
    continued: bool = False


class _Piece(NamedTuple):  # a named tuple is made in half the time, and there is one for each line that is read
    """A stretch of the view and the stretch of the page that it shows, with the offset and length of each.

    The two are the same characters, or a correction, which is mapped as a whole. One without length in the view is left
    out there.
    """

    view: int
    length: int
    page: int
    covers: int
    replaced: bool = False

    def on_page(self, span: Range) -> Range:
        """The part of the page that a span of the view shows, which must cover some of this piece."""
        if self.replaced:
            return Range(self.page, self.page + self.covers)
        start, end = max(span.start, self.view), min(span.end, self.view + self.length)
        return Range(start - self.view + self.page, end - self.view + self.page)

    def in_view(self, asked: Range) -> Range:
        """The part of the view that shows a range of the page, which must cover some of this piece."""
        if self.replaced:
            return Range(self.view, self.view + self.length)
        start, end = max(asked.start, self.page), min(asked.end, self.page + self.covers)
        return Range(start - self.page + self.view, end - self.page + self.view)


class ArticleView:
    """The text of an item as it is read, with offsets in code points, and the way to the page and back.

    A correction of the page is one thing: a span that covers any of what it reads as covers all that it replaces.

    Attributes:
        text: what is shown: paragraphs parted by line feeds, each character of the page shown as one character, except
            where a correction says what the page reads as.
        paragraphs: its paragraphs in order.
    """

    def __init__(self, page_text: str, item: Item, corrections: Sequence[Correction] = ()) -> None:
        builder = _Builder(page_text, corrections)
        for number, block in enumerate(item.blocks):
            builder.add(number, block)
        self._raw = "".join(builder.parts)
        self.text = "\n".join(map(_shown, builder.lines()))
        self.paragraphs: tuple[Paragraph, ...] = tuple(builder.paragraphs)
        self._pieces = builder.pieces

    @cached_property
    def _view_starts(self) -> list[int]:
        return [piece.view for piece in self._pieces]

    @cached_property
    def _by_page(self) -> list[_Piece]:
        return sorted(self._pieces, key=lambda piece: piece.page)

    @cached_property
    def _page_ends(self) -> list[int]:
        return [piece.page + piece.covers for piece in self._by_page]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    def paragraph_at(self, offset: int) -> int:
        """The index of the paragraph at a view offset; the first or last one beyond the ends. -1 of an empty view."""
        starts = self._paragraph_starts
        return max(bisect_right(starts, offset) - 1, 0) if starts else -1

    def to_page(self, span: Range) -> tuple[Range, ...]:
        """The ranges of the page that a span of the view shows, in reading order.

        What the view itself put in (paragraph ends, a space between joined Latin words) has no place on the page, so
        the result of a span that covers nothing else is empty. What a correction leaves out is taken in where the span
        covers what stands on both sides of it in its paragraph.
        """
        if span.start >= span.end:
            return ()
        found: list[Range] = []
        left_out: list[_Piece] = []
        shown = 0
        first = max(bisect_right(self._view_starts, span.start) - 1, 0)
        for piece in islice(self._pieces, first, None):
            if piece.view >= span.end:
                break
            if not piece.length:
                left_out.append(piece)
            elif piece.view + piece.length > span.start:
                for between in left_out:
                    if found and "\n" not in self.text[shown : piece.view]:
                        _append(found, Range(between.page, between.page + between.covers))
                left_out.clear()
                _append(found, piece.on_page(span))
                shown = piece.view + piece.length
        return tuple(found)

    def to_view(self, ranges: Iterable[Range]) -> tuple[Range, ...]:
        """The spans of the view that show the given ranges of the page, in view order, touching ones merged.

        Empty where the ranges lie in another item. A span runs on over what the view put in between two pieces that
        are both covered, so that a mark over a column break is one. Where all of the ranges is left out by corrections,
        the character beside it stands for them.
        """
        ranges = tuple(ranges)
        if len(ranges) == 1 and (whole := self._within_one_piece(ranges[0])):
            return (whole,)
        found = sorted(span for asked in ranges for span in self._spans_of(asked))
        merged: list[Range] = []
        for span in found:
            if merged and self._only_glue_between(merged[-1].end, span.start):
                merged[-1] = Range(merged[-1].start, max(span.end, merged[-1].end))
            else:
                merged.append(span)
        shown = tuple(span for span in merged if span.start < span.end)
        return shown or tuple(self._beside(span.start) for span in merged[:1] if self.text)

    def _within_one_piece(self, asked: Range) -> Range | None:
        """Where a range of the page is shown that lies within one line, as most marks do; None for any other."""
        at = bisect_right(self._page_ends, asked.start)
        if at == len(self._by_page) or asked.start >= asked.end:
            return None
        piece = self._by_page[at]
        if piece.replaced or piece.page > asked.start or asked.end > piece.page + piece.covers:
            return None
        return piece.in_view(asked)

    def _beside(self, offset: int) -> Range:
        """A character beside a place in the view; an empty range in an empty paragraph."""
        paragraph = self.paragraphs[self.paragraph_at(offset)].span
        if offset < paragraph.end:
            return Range(offset, offset + 1)
        return Range(max(offset - 1, paragraph.start), offset)

    def _spans_of(self, asked: Range) -> Iterator[Range]:
        for piece in self._by_page[bisect_right(self._page_ends, asked.start) :]:
            if piece.page >= asked.end:
                return
            if asked.start < asked.end:
                yield piece.in_view(asked)

    def _only_glue_between(self, end: int, start: int) -> bool:
        if start <= end:
            return True
        following = islice(self._pieces, bisect_left(self._view_starts, end), None)
        shown = next((piece for piece in following if piece.length), None)
        return shown is not None and shown.view == start and "\n" not in self.text[end:start]

    def to_view_offset(self, page_offset: int) -> int | None:
        """Where one code point of the page stands in the view, or None where it is not of this item."""
        spans = self.to_view([Range(page_offset, page_offset + 1)])
        return spans[0].start if spans else None

    def quote(self, span: Range) -> str:
        """The text of a span as it reads on the page: joined over column ends, a line feed between paragraphs."""
        first, last = self.paragraph_at(span.start), self.paragraph_at(span.end)
        cuts = [p.span.start for p in self.paragraphs[first : last + 1] if p.continued and p.span.start > span.start]
        parts, start = [], span.start
        for cut in cuts:
            parts.append(self._raw[start : min(cut - 1, span.end)])
            start = cut
        return "".join([*parts, self._raw[start : span.end]])


def _shown(line: str) -> str:
    # Few lines have any of them, and to look for them takes a tenth of the time that putting others there does.
    return line.translate(SHOWN_AS) if _SHOWN_OTHERWISE.search(line) else line


def _append(found: list[Range], new: Range) -> None:
    if found and found[-1].end == new.start:
        found[-1] = Range(found[-1].start, new.end)
    else:
        found.append(new)


class _Builder:
    """Collects paragraphs and pieces while walking the blocks of an item once."""

    def __init__(self, page_text: str, corrections: Sequence[Correction]) -> None:
        self._page_text = page_text
        self._corrections = corrections
        self._length = 0
        self.parts: list[str] = []
        self.pieces: list[_Piece] = []
        self.paragraphs: list[Paragraph] = []

    def lines(self) -> Iterator[str]:
        """The raw text of each paragraph."""
        raw = "".join(self.parts)
        for paragraph in self.paragraphs:
            yield raw[paragraph.span.start : paragraph.span.end]

    def add(self, number: int, block: Block) -> None:
        start = self._begin_paragraph()
        if len(block.ranges) == 1 and self._is_plain(block.ranges[0]):  # as nearly all are
            self._add_plain(block.ranges[0])
            self.paragraphs.append(Paragraph(block.role, Range(start, self._length), number))
            return
        continued = False
        last = ""
        for whole in block.ranges:
            words = reading(self._page_text, whole, self._corrections)
            self._write(join_glue(last, words) if last else "")
            for part, replaced in self._parts(whole):
                shown = self._page_text[part.start : part.end] if replaced is None else replaced
                if self._length - start + len(shown) > LONGEST_PARAGRAPH and self._length > start:
                    self.paragraphs.append(Paragraph(block.role, Range(start, self._length), number, continued))
                    start, continued = self._begin_paragraph(), True
                self.pieces.append(
                    _Piece(self._length, len(shown), part.start, part.end - part.start, replaced is not None)
                )
                self._write(shown)
            last = words
        self.paragraphs.append(Paragraph(block.role, Range(start, self._length), number, continued))

    def _is_plain(self, whole: Range) -> bool:
        """Whether a range is shown as it stands, in one part."""
        return not self._corrections and whole.start < whole.end <= whole.start + LONGEST_PARAGRAPH

    def _add_plain(self, whole: Range) -> None:
        length = whole.end - whole.start
        self.pieces.append(_Piece(self._length, length, whole.start, length, replaced=False))
        self._write(self._page_text[whole.start : whole.end])

    def _begin_paragraph(self) -> int:
        if self.paragraphs:
            self._write("\n")
        return self._length

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)

    def _parts(self, whole: Range) -> Iterator[tuple[Range, str | None]]:
        """A range in parts that are short enough to show, with what each reads as where it was corrected."""
        for stretch, replaced in stretches(whole, self._corrections):
            if replaced is None:
                for part in self._cut(stretch):
                    yield part, None
            else:
                yield stretch, replaced

    def _cut(self, whole: Range) -> Iterator[Range]:
        """Parts of a range that are short enough to show, cut after a sentence where there is one."""
        start = whole.start
        while whole.end - start > LONGEST_PARAGRAPH:
            window = self._page_text[start + LONGEST_PARAGRAPH // 2 : start + LONGEST_PARAGRAPH]
            after = max(window.rfind(end) for end in _SENTENCE_ENDS) + 1
            cut = start + LONGEST_PARAGRAPH // 2 + after if after else start + LONGEST_PARAGRAPH
            yield Range(start, cut)
            start = cut
        if start < whole.end:
            yield Range(start, whole.end)
