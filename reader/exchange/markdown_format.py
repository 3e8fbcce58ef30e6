"""Annotations as Markdown (CommonMark): quotes as block quotes, notes as they were written, tags as ``#tag``.

What it does not hold: offsets, context, times and anchors; it is for reading, and is not read back.
"""

import re
from typing import BinaryIO

from reader.domain.export import ExportOptions
from reader.exchange.characters import without_surrogates
from reader.exchange.document import DocumentWriter
from reader.exchange.holdings import Holdings
from reader.exchange.rows import AnnotationRow

_ACTIVE = re.compile(r"([\\`*_\[\]<>#|~&])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)
_STAR = "★"


class MarkdownWriter(DocumentWriter):
    """Writes Markdown in UTF-8."""

    def __init__(self, stream: BinaryIO, options: ExportOptions, holdings: Holdings) -> None:
        super().__init__(options, holdings)
        self._stream = stream
        self._put(f"# {escaped(holdings.name)}\n")

    def heading(self, level: int, text: str, below: str = "") -> None:
        """A heading; the name of the library has the first level."""
        self._put(f"\n{'#' * (level + 1)} {escaped(' '.join(text.split()))}\n")
        if below:
            self._put(f"\n*{escaped(' '.join(below.split()))}*\n")

    def source(self, text: str) -> None:
        """A line in small."""
        self._put(f"\n{escaped(text)}\n")

    def entry(self, row: AnnotationRow, source: str) -> None:
        """The quote, then note, tags and source."""
        self._put("\n" + "\n".join(f"> {escaped(line)}".rstrip() for line in row.quote.split("\n")) + "\n")
        if row.note:
            self._put(f"\n{row.note.strip()}\n")  # the reader wrote it in Markdown
        said = [f"#{escaped(tag)}" for tag in row.tags]
        if row.importance:
            said.append(_STAR * row.importance)
        for line in (" ".join(said), f"—— {escaped(source)}" if source else ""):
            if line:
                self._put(f"\n{line}\n")

    def end(self) -> None:
        """Nothing stands at the end."""

    def _put(self, text: str) -> None:
        self._stream.write(without_surrogates(text).encode("utf-8"))


def escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _LINE_START.sub(r"\1\\\2", _ACTIVE.sub(r"\\\1", text))
