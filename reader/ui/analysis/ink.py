"""The colours of a picture in a theme."""

from reader.domain.analysis import Grid, Question
from reader.domain.model import Color
from reader.domain.picture import Ink
from reader.ui.theme.tokens import Tokens


def ink_of(tokens: Tokens, grid: Grid) -> Ink:
    """The colours of a grid's picture: a tag's own; tags without one are told apart by colour where lines need it."""
    rows = tuple(_of_row(tokens, grid, number) for number in range(len(grid.rows)))
    return Ink(tokens.paper, tokens.ink, tokens.quiet, tokens.rule, tokens.accent, rows)


def _of_row(tokens: Tokens, grid: Grid, number: int) -> str:
    color = grid.rows[number].color
    if color is None and grid.question is Question.TAGS:
        return tokens.edge  # as in the codebook; a bar stands beside its name
    ring = [*Color]
    return tokens.marks[color or ring[number % len(ring)]].stripe
