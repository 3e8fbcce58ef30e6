"""What the reader sees of an item, and how it maps to the page: the text view of an article.

The view is one string, a paragraph a line. A block becomes one paragraph: its ranges, joined over column ends. Since
the view is derived, splitting or correcting an item moves no annotation; this module alone converts between the two.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reader.domain.join import join_glue
from reader.domain.model import Block, Item, Range, Role

LONGEST_PARAGRAPH = 4000
"""Code points; a longer block is shown as several paragraphs, since one of a megabyte stalls a text layout."""

_SENTENCE_ENDS = "。！？!?；;\n"

# Characters that a text widget would take for structure of its own. Each is shown as one other character, so that
# offsets into what is shown and into what is meant stay the same.
_SHOWN_AS = str.maketrans(
    {
        **dict.fromkeys("\t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "),
        **dict.fromkeys("\0\ufdd0\ufdd1\ufffc", "\ufffd"),
    }
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a view: its role, where it lies in the view, and the block that it comes from (from 0).

    ``continued`` marks the second and later parts of a block that was too long to show as one paragraph.
    """

    role: Role
    span: Range
    block: int
    continued: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the view that stands on the page in one run: same length, view offset and page offset."""

    view: int
    page: int
    length: int


class ArticleView:
    """The text of an item as it is read, with offsets in code points, and the way to the page and back.

    Attributes:
        text: what is shown: paragraphs parted by line feeds, each character of the page shown as one character.
        paragraphs: its paragraphs in order.
    """

    def __init__(self, page_text: str, item: Item) -> None:
        builder = _Builder(page_text)
        for number, block in enumerate(item.blocks):
            builder.add(number, block)
        self._raw = "".join(builder.parts)
        self.text = "\n".join(line.translate(_SHOWN_AS) for line in builder.lines())
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
        return [piece.page + piece.length for piece in self._by_page]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    def paragraph_at(self, offset: int) -> int:
        """The index of the paragraph at a view offset; the first or last one beyond the ends. -1 of an empty view."""
        return min(max(bisect_right(self._paragraph_starts, offset) - 1, 0), len(self.paragraphs) - 1)

    def to_page(self, span: Range) -> tuple[Range, ...]:
        """The ranges of the page that a span of the view shows, in reading order.

        What the view itself put in (paragraph ends, a space between joined Latin words) has no place on the page, so
        the result of a span that covers nothing else is empty.
        """
        found: list[Range] = []
        first = max(bisect_right(self._view_starts, span.start) - 1, 0)
        for piece in self._pieces[first:]:
            if piece.view >= span.end:
                break
            start, end = max(span.start, piece.view), min(span.end, piece.view + piece.length)
            if start < end:
                _append(found, Range(start - piece.view + piece.page, end - piece.view + piece.page))
        return tuple(found)

    def to_view(self, ranges: Iterable[Range]) -> tuple[Range, ...]:
        """The spans of the view that show the given ranges of the page, in view order, touching ones merged.

        Empty where the ranges lie in another item. A span runs on over what the view put in between two pieces that
        are both covered, so that a mark over a column break is one.
        """
        found = sorted(span for asked in ranges for span in self._spans_of(asked))
        merged: list[Range] = []
        for span in found:
            if merged and self._only_glue_between(merged[-1].end, span.start):
                merged[-1] = Range(merged[-1].start, max(span.end, merged[-1].end))
            else:
                merged.append(span)
        return tuple(merged)

    def _spans_of(self, asked: Range) -> Iterator[Range]:
        for piece in self._by_page[bisect_right(self._page_ends, asked.start) :]:
            if piece.page >= asked.end:
                return
            common = asked.intersection(Range(piece.page, piece.page + piece.length))
            if common:
                yield Range(common.start - piece.page + piece.view, common.end - piece.page + piece.view)

    def _only_glue_between(self, end: int, start: int) -> bool:
        if start <= end:
            return True
        covered = bisect_left(self._view_starts, end)
        follows = covered < len(self._pieces) and self._pieces[covered].view == start
        return follows and "\n" not in self.text[end:start]

    def to_view_offset(self, page_offset: int) -> int | None:
        """Where one code point of the page stands in the view, or None where it is not of this item."""
        spans = self.to_view([Range(page_offset, page_offset + 1)])
        return spans[0].start if spans else None

    def quote(self, span: Range) -> str:
        """The text of a span as it stands on the page: joined over column ends, a line feed between paragraphs."""
        first, last = self.paragraph_at(span.start), self.paragraph_at(span.end)
        cuts = [p.span.start for p in self.paragraphs[first : last + 1] if p.continued and p.span.start > span.start]
        parts, start = [], span.start
        for cut in cuts:
            parts.append(self._raw[start : min(cut - 1, span.end)])
            start = cut
        return "".join([*parts, self._raw[start : span.end]])


def _append(found: list[Range], new: Range) -> None:
    if found and found[-1].end == new.start:
        found[-1] = Range(found[-1].start, new.end)
    else:
        found.append(new)


class _Builder:
    """Collects paragraphs and pieces while walking the blocks of an item once."""

    def __init__(self, page_text: str) -> None:
        self._page_text = page_text
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
        continued = False
        last = ""
        for whole in block.ranges:
            self._write(join_glue(last, self._page_text[whole.start : whole.end]) if last else "")
            for part in self._cut(whole):
                if self._length - start + (part.end - part.start) > LONGEST_PARAGRAPH and self._length > start:
                    self.paragraphs.append(Paragraph(block.role, Range(start, self._length), number, continued))
                    start, continued = self._begin_paragraph(), True
                self.pieces.append(_Piece(self._length, part.start, part.end - part.start))
                self._write(self._page_text[part.start : part.end])
            last = self._page_text[whole.start : whole.end]
        self.paragraphs.append(Paragraph(block.role, Range(start, self._length), number, continued))

    def _begin_paragraph(self) -> int:
        if self.paragraphs:
            self._write("\n")
        return self._length

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)

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
