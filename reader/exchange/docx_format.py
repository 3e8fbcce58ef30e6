"""Annotations as a Word document (.docx), in the styles that Word, WPS and LibreOffice know: headings and quotes.

What it does not hold: offsets, context, times and anchors; it is for reading, and is not read back. Characters that XML
has no place for become U+FFFD.
"""

import tempfile
from typing import BinaryIO, cast

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from reader.domain.export import ExportOptions
from reader.domain.model import Color
from reader.exchange.characters import xml_text
from reader.exchange.code_colours import HEX
from reader.exchange.document import DocumentWriter
from reader.exchange.holdings import Holdings
from reader.exchange.rows import AnnotationRow

_BODY, _HEAD = "SimSun", "Microsoft YaHei"
_POINTS, _SMALL = 11, 9
_QUIET = RGBColor(0x6A, 0x66, 0x5F)
_INK = RGBColor(0x1E, 0x1D, 0x1B)
_IN_MEMORY = 1 << 24


class DocxWriter(DocumentWriter):
    """Builds a document in memory and writes it at the end."""

    def __init__(self, stream: BinaryIO, options: ExportOptions, holdings: Holdings) -> None:
        super().__init__(options, holdings)
        self._stream = stream
        self._document = docx.Document()
        self._document.core_properties.title = xml_text(holdings.name)
        self._document.core_properties.author = ""
        self._document.core_properties.comments = ""
        self._set_type()
        self._document.add_heading(xml_text(holdings.name), 0)

    def heading(self, level: int, text: str, below: str = "") -> None:
        """A heading of Word's own, which makes the outline of the document."""
        self._document.add_heading(xml_text(" ".join(text.split())), level)
        if below:
            self.source(below)

    def source(self, text: str) -> None:
        """A line in small."""
        self._small(self._document.add_paragraph(), text)

    def entry(self, row: AnnotationRow, source: str) -> None:
        """The quote behind a bar in the colour of its mark, then note, tags and source."""
        quote = self._document.add_paragraph(xml_text(row.quote), style="Quote")
        quote.paragraph_format.keep_with_next = bool(row.note or row.tags or source)
        _add_bar(quote, Color(row.color))
        if row.note:
            self._document.add_paragraph(xml_text(row.note))
        said = " ".join([f"#{tag}" for tag in row.tags] + (["★" * row.importance] if row.importance else []))
        for line in filter(None, (said, source)):
            self.source(line)

    def end(self) -> None:
        """Write the document."""
        # The zip file that a document is wants to go back, which not every stream can.
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as whole:
            self._document.save(whole)
            whole.seek(0)
            while part := whole.read(1 << 20):
                self._stream.write(part)

    def _small(self, paragraph: Paragraph, text: str) -> None:
        run = paragraph.add_run(xml_text(text))
        run.font.size = Pt(_SMALL)
        run.font.color.rgb = _QUIET

    def _set_type(self) -> None:
        """Fonts that have Chinese, on the side of the styles that Word asks for it."""
        names = {"Normal": _BODY, "Quote": _BODY, "Title": _HEAD} | {f"Heading {level}": _HEAD for level in range(1, 7)}
        for name, family in names.items():
            style = cast("ParagraphStyle", self._document.styles[name])
            style.font.name = family
            style.font.color.rgb = _INK
            style.font.italic = False
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for side in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                fonts.attrib.pop(qn(side), None)
            fonts.set(qn("w:eastAsia"), family)
        cast("ParagraphStyle", self._document.styles["Normal"]).font.size = Pt(_POINTS)


def _add_bar(paragraph: Paragraph, color: Color) -> None:
    """A line at the left of a paragraph: w:pBdr, ECMA-376 part 1, 17.3.1.24."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 # python-docx has no borders of its own
    borders = properties.makeelement(qn("w:pBdr"), {})
    attributes = {"w:val": "single", "w:sz": "24", "w:space": "8", "w:color": HEX[color].removeprefix("#")}
    borders.append(borders.makeelement(qn("w:left"), {qn(name): value for name, value in attributes.items()}))
    properties.insert_element_before(
        cast("BaseOxmlElement", borders),
        "w:shd",
        "w:tabs",
        "w:suppressAutoHyphens",
        "w:spacing",
        "w:ind",
        "w:jc",
        "w:rPr",
    )
