"""The colours of the interface in one place; palettes, style sheets and the reading pane derive from them.

Contrast on paper is at least 4.5 for text and 3 for marks' stripes and the focus ring (WCAG 2.2 AA), which a test
proves for every theme.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from reader.domain.model import Color
from reader.ui.theme.colour import mix

DEEPEST_STACK = 3
"""Marks upon each other beyond which the fill does not deepen further, so that ink stays readable on it."""


class Theme(StrEnum):
    """What a reader can choose; ``SYSTEM`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    SEPIA = "sepia"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class MarkColours:
    """How a mark of one colour looks: the fill behind the text, and the stripe in the margin."""

    fill: str
    stripe: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, each ``#RRGGBB``.

    Attributes:
        dark: whether ink is lighter than paper.
        canvas: the window around the text.
        paper: what text stands on, in the reading pane, lists and fields.
        ink: text.
        quiet: bylines, metadata, hints.
        rule: lines between things.
        accent: the one colour of the application: links, unread, the button to press.
        focus: the focus ring, the mark in focus, selected text.
        marks: the looks of a mark by its colour.
        selection: how strongly selected text is tinted with ``focus``, 0 to 1.
        selected_ink: selected text, which must also stand out on tinted marks.
        stacking: how much ink each further mark on the same words adds to their fill, 0 to 1.
    """

    dark: bool
    canvas: str
    paper: str
    ink: str
    quiet: str
    rule: str
    accent: str
    focus: str
    marks: Mapping[Color, MarkColours]
    selection: float
    selected_ink: str
    stacking: float

    @property
    def hover(self) -> str:
        """The ground of a row or button under the pointer."""
        return mix(self.canvas, self.ink, 0.07)

    @property
    def pressed(self) -> str:
        """The ground of a pressed or checked button."""
        return mix(self.canvas, self.ink, 0.13)

    @property
    def selected(self) -> str:
        """The ground of a selected row, opaque."""
        return mix(self.paper, self.focus, self.selection)

    @property
    def edge(self) -> str:
        """The border of a field or button: stronger than a rule."""
        return mix(self.rule, self.quiet, 0.55)

    def fill_of(self, colours: Sequence[Color]) -> str:
        """The ground of words that marks of these colours cover, lowest first: the upper one leads, more deepen it."""
        upper = colours[-2:]
        fill = mix(self.marks[upper[0]].fill, self.marks[upper[-1]].fill, 0.65)
        return mix(fill, self.ink, self.stacking * (min(len(colours), DEEPEST_STACK) - 1))


def _marks(*pairs: tuple[str, str]) -> Mapping[Color, MarkColours]:
    return MappingProxyType({color: MarkColours(*pair) for color, pair in zip(Color, pairs, strict=True)})


LIGHT = Tokens(
    dark=False,
    canvas="#F6F5F2",
    paper="#FFFFFF",
    ink="#1E1D1B",
    quiet="#6A665F",
    rule="#DDD9D1",
    accent="#9A3324",
    focus="#1F6FB2",
    marks=_marks(
        ("#FBE38E", "#B08900"),
        ("#C9E8B5", "#3F8F2B"),
        ("#BFDDF6", "#2A78B8"),
        ("#F8C9D8", "#C2396B"),
        ("#FBD2A8", "#C4661A"),
        ("#DACBF3", "#7447B8"),
    ),
    selection=0.30,
    selected_ink="#1E1D1B",
    stacking=0.07,
)

SEPIA = Tokens(
    dark=False,
    canvas="#E9DFC9",
    paper="#F6EEDC",
    ink="#33291B",
    quiet="#6B5C45",
    rule="#D6C7A8",
    accent="#8C3B1E",
    focus="#2F6690",
    marks=_marks(
        ("#F2DA86", "#8F7000"),
        ("#C2DDA6", "#3B7A28"),
        ("#B9D3E0", "#2B6A9B"),
        ("#EDBFC3", "#A83A5E"),
        ("#F3C795", "#A9571A"),
        ("#CFBFDD", "#66429B"),
    ),
    selection=0.28,
    selected_ink="#33291B",
    stacking=0.07,
)

DARK = Tokens(
    dark=True,
    canvas="#17181A",
    paper="#1F2123",
    ink="#D9D6CF",
    quiet="#9A968E",
    rule="#383B3F",
    accent="#E08A73",
    focus="#6FB1E8",
    marks=_marks(
        ("#5C4E16", "#E3C24A"),
        ("#2F4A26", "#86C96E"),
        ("#1F435E", "#74B5EA"),
        ("#5A2A3C", "#EE8FB0"),
        ("#5E3B18", "#F0A564"),
        ("#41325F", "#B596EA"),
    ),
    selection=0.28,
    selected_ink="#FFFFFF",
    stacking=0.05,
)

TOKENS: Mapping[Theme, Tokens] = MappingProxyType({Theme.LIGHT: LIGHT, Theme.SEPIA: SEPIA, Theme.DARK: DARK})
"""The tokens of each theme but ``SYSTEM``, which ``ThemeController`` resolves."""
