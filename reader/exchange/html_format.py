"""Annotations as one HTML page that needs nothing else, to be read in a browser and printed.

No script, no picture, no address: all text is escaped, and a policy in the page forbids everything but its own style.
What it does not hold: offsets, context, times and anchors; it is for reading, and is not read back.
"""

from html import escape
from typing import BinaryIO

from reader.domain.export import ExportOptions
from reader.domain.model import Color
from reader.exchange.characters import xml_text
from reader.exchange.code_colours import HEX
from reader.exchange.document import DocumentWriter
from reader.exchange.holdings import Holdings
from reader.exchange.rows import AnnotationRow

_STYLE = """
body { max-width: 42em; margin: 2.5em auto; padding: 0 1em; color: #1e1d1b; background: #fff;
  font: 16px/1.75 "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
h1, h2, h3, h4, h5, h6 { font-family: "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei",
  sans-serif; line-height: 1.35; break-after: avoid; }
h1 { font-size: 1.6em } h2 { font-size: 1.25em; margin-top: 2em; border-bottom: 1px solid #ddd9d1 }
h3 { font-size: 1.1em } h4, h5, h6 { font-size: 1em }
.source { color: #6a665f; font-size: .85em; margin: .25em 0 }
article { margin: 1.25em 0; break-inside: avoid }
blockquote { margin: 0; padding: .1em 0 .1em 1em; border-left: 4px solid #999; white-space: pre-line }
.note { margin: .4em 0 0 1.25em; white-space: pre-line }
.tags { margin: .3em 0 0 1.25em; font-size: .85em; color: #6a665f }
.tags span { margin-right: .8em }
@media print { body { max-width: none; margin: 0; font-size: 11pt } a { color: inherit } }
@page { margin: 20mm }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class HtmlWriter(DocumentWriter):
    """Writes HTML in UTF-8."""

    def __init__(self, stream: BinaryIO, options: ExportOptions, holdings: Holdings) -> None:
        super().__init__(options, holdings)
        self._stream = stream
        colors = "".join(f".{color} {{ border-color: {HEX[color]} }}\n" for color in Color)
        title = _text(holdings.name)
        self._put(
            '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{_STYLE}{colors}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        )

    def heading(self, level: int, text: str, below: str = "") -> None:
        """A heading; the name of the library has the first level."""
        self._put(f"<h{level + 1}>{_text(text)}</h{level + 1}>\n")
        if below:
            self._put(f'<p class="source">{_text(below)}</p>\n')

    def source(self, text: str) -> None:
        """A line in small."""
        self._put(f'<p class="source">{_text(text)}</p>\n')

    def entry(self, row: AnnotationRow, source: str) -> None:
        """The quote with the colour of its mark at its side, then note, tags and source."""
        self._put(f'<article id="{_text(row.annotation_id)}">\n')
        self._put(f'<blockquote class="{_text(row.color)}">{_text(row.quote)}</blockquote>\n')
        if row.note:
            self._put(f'<div class="note">{_text(row.note)}</div>\n')
        said = [f"#{tag}" for tag in row.tags] + (["★" * row.importance] if row.importance else [])
        if said:
            self._put(f'<p class="tags">{"".join(f"<span>{_text(one)}</span>" for one in said)}</p>\n')
        if source:
            self._put(f'<p class="source">{_text(source)}</p>\n')
        self._put("</article>\n")

    def end(self) -> None:
        """End the page."""
        self._put("</body>\n</html>\n")

    def _put(self, text: str) -> None:
        self._stream.write(text.encode("utf-8"))


def _text(text: str) -> str:
    return escape(xml_text(text))
