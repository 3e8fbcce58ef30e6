"""How an article is set as a newspaper column: the format of each paragraph by its role."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextDocument

from reader.domain.article import Paragraph
from reader.domain.model import Role
from reader.ui.theme.tokens import Tokens
from reader.ui.theme.typography import Typography


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """How a role is set; lengths are in ems of running text, sizes relative to it.

    Attributes:
        size: of the letters.
        leading: distance of base lines in ems of this size; 0 takes that of running text.
        before: space above.
        indent: of the first line, in ems of this size.
        inset: of all lines.
        serif, bold, quiet: family, weight, colour.
        justified: whether lines fill the measure where ``Typesetter.alignment`` says so; the last one never does.
    """

    size: float = 1.0
    leading: float = 0.0
    before: float = 0.35
    indent: float = 0.0
    inset: float = 0.0
    serif: bool = False
    bold: bool = False
    quiet: bool = False
    justified: bool = False


BODY = RoleStyle(indent=2.0, serif=True, justified=True)
STYLES: Mapping[Role, RoleStyle] = MappingProxyType(
    {
        Role.SECTION: RoleStyle(size=0.85, leading=1.5, quiet=True),
        Role.KICKER: RoleStyle(size=0.95, leading=1.5, before=0.0, quiet=True),
        Role.TITLE: RoleStyle(size=1.75, leading=1.4, before=0.2, bold=True),
        Role.SUBTITLE: RoleStyle(size=1.1, leading=1.5, before=0.45),
        Role.BYLINE: RoleStyle(size=0.85, leading=1.5, before=0.75, quiet=True),
        Role.SUBHEAD: RoleStyle(size=1.05, leading=1.5, before=1.15, bold=True),
        Role.BODY: BODY,
        Role.CAPTION: RoleStyle(size=0.9, leading=1.6, before=0.75, inset=1.0),
        Role.CREDIT: RoleStyle(size=0.85, leading=1.6, before=0.0, inset=1.0, quiet=True),
        Role.FURNITURE: RoleStyle(size=0.85, leading=1.5, quiet=True),
    }
)
RULED = frozenset({Role.CAPTION, Role.CREDIT})
"""The roles with a rule at the left of their lines."""

_HEADING = frozenset({Role.SECTION, Role.KICKER, Role.TITLE, Role.SUBTITLE, Role.BYLINE})
_AFTER_HEADING = 1.25
"""Ems between the last line of a heading and what follows."""

_NARROW = 24
"""Characters to the line below which justifying would tear the lines apart."""
_TOP, _BOTTOM = 8, 64
"""Pixels of paper above the first line and below the last one."""


class Typesetter:
    """Turns roles into formats, and knows the lengths that painting needs."""

    def __init__(self, typography: Typography, tokens: Tokens) -> None:
        self.typography = typography
        self.em = typography.em()
        self._tokens = tokens
        self._letters = {role: self._format_letters(style) for role, style in STYLES.items()}

    def glyph_size(self, role: Role) -> float:
        """The height of a Chinese character in a role, in pixels."""
        return self.em * STYLES[role].size

    def line_height(self, role: Role) -> int:
        """The distance of base lines in a role, in whole pixels, so that all lines are equally far apart."""
        style = STYLES[role]
        return round(self.em * style.size * (style.leading or self.typography.leading))

    def body_line_height(self) -> int:
        """The distance of base lines in running text, in pixels."""
        return self.line_height(Role.BODY)

    def inset(self, role: Role) -> float:
        """How far the lines of a role stand in from the left of the column, in pixels."""
        return self.em * STYLES[role].inset

    def column_width(self, available: int, shortest: int) -> int:
        """The width of the column in pixels: whole characters, as many as fit, within the measure."""
        characters = min(max(int(available // self.em), shortest), self.typography.measure)
        # One pixel more, lest rounding push the last character of a full line over.
        return int(characters * self.em) + 1

    def set_frame(self, document: QTextDocument) -> None:
        """Set the paper around the text of a document."""
        frame = document.rootFrame().frameFormat()
        frame.setMargin(0)
        frame.setTopMargin(_TOP)
        frame.setBottomMargin(_BOTTOM)
        document.rootFrame().setFrameFormat(frame)

    def char_format(self, role: Role) -> QTextCharFormat:
        """The letters of a role."""
        return self._letters[role]

    def block_format(self, paragraph: Paragraph, above: Paragraph | None) -> QTextBlockFormat:
        """The lines and spaces of a paragraph below another one, or at the top."""
        style = STYLES[paragraph.role]
        form = QTextBlockFormat()
        form.setLineHeight(self.line_height(paragraph.role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        form.setTopMargin(self._space(paragraph, above))
        form.setLeftMargin(self.inset(paragraph.role))
        if not paragraph.continued:
            form.setTextIndent(self.em * style.size * style.indent)
        if not style.justified:
            form.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return form

    def alignment(self, width: int) -> Qt.AlignmentFlag:
        """How justified paragraphs are aligned in a column of a width in pixels: ragged where it is narrow.

        A figure or a Latin word that goes over to the next line leaves a gap that few characters would have to fill.
        """
        wide = width >= _NARROW * self.em
        return Qt.AlignmentFlag.AlignJustify if wide else Qt.AlignmentFlag.AlignLeft

    def _space(self, paragraph: Paragraph, above: Paragraph | None) -> int:
        if above is None:
            return 0
        space = STYLES[paragraph.role].before
        if above.role in _HEADING and paragraph.role not in _HEADING:
            space = max(space, _AFTER_HEADING)
        if above.role in RULED and paragraph.role not in RULED:
            space = max(space, STYLES[Role.CAPTION].before)
        return round(self.em * space)

    def _format_letters(self, style: RoleStyle) -> QTextCharFormat:
        form = QTextCharFormat()
        type_ = self.typography
        font = type_.body_font(style.size) if style.serif else type_.display_font(style.size, bold=style.bold)
        form.setFont(font)
        form.setForeground(QColor(self._tokens.quiet if style.quiet else self._tokens.ink))
        return form
