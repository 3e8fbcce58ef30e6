"""Pictures of an analysis: what one says, its colours, and where its cells lie."""

from dataclasses import dataclass
from enum import StrEnum

MOST_ROWS = 40
"""Rows and columns of a picture; a larger table is shown by those with the most annotations."""
MOST_LINES = 8
"""Tags whose lines over time can still be told apart."""


class PictureFormat(StrEnum):
    """The files that a picture can be written to."""

    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a picture as ``#rrggbb``; ``rows`` are those of bars and lines, one for each row of the grid."""

    paper: str
    ink: str
    quiet: str
    rule: str
    accent: str
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What a picture says: the names of rows and columns in the order of the grid, and a line under it, or ""."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a cell of the grid lies in a picture, in pixels from its upper left corner."""

    row: int
    column: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as rows of RGBA pixels from the top, and its cells."""

    pixels: bytes
    width: int
    height: int
    cells: tuple[Cell, ...]


_ON_WHITE = ("#2A78B8", "#C4661A", "#3F8F2B", "#C2396B", "#7447B8", "#B08900")


def ink_on_white(rows: int) -> Ink:
    """Colours for paper, where no theme of a window gives them; every one has a contrast of 3 or more on it."""
    shades = tuple(_ON_WHITE[row % len(_ON_WHITE)] for row in range(rows))
    return Ink("#FFFFFF", "#1E1D1B", "#6A665F", "#DDD9D1", "#9A3324", shades)
