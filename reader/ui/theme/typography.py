"""How text is set: families with their fallbacks, size, leading and measure."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontMetricsF

SERIF = ("Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", "SimSun", "serif")
"""Families for running text, best first."""

SANS = (
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "sans-serif",
)
"""Families for the interface and for headlines, best first."""

SMALLEST, DEFAULT_SIZE, LARGEST = 9, 13, 28
INTERFACE_SIZE = 10
SHORTEST_MEASURE = 12
_EM_SAMPLE = "国"


@dataclass(frozen=True, slots=True)
class Typography:
    """How an article is set.

    Attributes:
        family: the family that the reader chose for running text; empty for the first of ``SERIF`` that exists.
        size: of running text, in points, 9 to 28; values beyond are brought back into this span.
        leading: distance of base lines, in ems of running text.
        measure: the longest line, in characters of running text.
    """

    family: str = ""
    size: int = DEFAULT_SIZE
    leading: float = 1.8
    measure: int = 36

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", min(max(self.size, SMALLEST), LARGEST))
        object.__setattr__(self, "measure", max(self.measure, SHORTEST_MEASURE))

    def resized(self, steps: int) -> "Typography":
        """The same, larger or smaller by a number of points, within the bounds."""
        return replace(self, size=self.size + steps)

    def body_font(self, scale: float = 1.0) -> QFont:
        """The font of running text, at a multiple of its size."""
        return self._font((self.family, *SERIF) if self.family else SERIF, scale)

    def display_font(self, scale: float = 1.0, *, bold: bool = False) -> QFont:
        """The font of headlines and captions, at a multiple of the size of running text."""
        font = self._font(SANS, scale)
        font.setBold(bold)
        return font

    def em(self) -> float:
        """The width of one Chinese character of running text, in pixels."""
        return QFontMetricsF(self.body_font()).horizontalAdvance(_EM_SAMPLE)

    def _font(self, families: tuple[str, ...], scale: float) -> QFont:
        font = QFont(list(families))
        font.setPointSizeF(self.size * scale)
        return font


def interface_font() -> QFont:
    """The font of menus, lists and notes."""
    font = QFont(list(SANS))
    font.setPointSizeF(INTERFACE_SIZE)
    return font
