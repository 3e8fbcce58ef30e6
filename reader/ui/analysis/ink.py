"""The colours of a picture in a theme."""

from reader.domain.analysis import Grid
from reader.domain.model import Color
from reader.domain.picture import Ink
from reader.ui.theme.tokens import Tokens


def ink_of(tokens: Tokens, grid: Grid) -> Ink:
    """The colours of a grid's picture: a tag's own, and those of the marks in turn for tags without one."""
    ring = [*Color]
    rows = tuple(tokens.marks[row.color or ring[number % len(ring)]].stripe for number, row in enumerate(grid.rows))
    return Ink(tokens.paper, tokens.ink, tokens.quiet, tokens.rule, tokens.accent, rows)
