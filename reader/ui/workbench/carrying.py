"""Where a paragraph goes that is dragged by its margin and let go over another line."""

from typing import TYPE_CHECKING, NamedTuple

from reader.domain.model import Range

if TYPE_CHECKING:
    from reader.ui.workbench.page_lines import PageLines


class Landing(NamedTuple):
    """Where a dragged paragraph would come to stand if it were let go now.

    ``over`` is the line that it is over; ``below`` says that it goes behind the paragraph there, and ``elsewhere`` that
    it goes to the item of that line, which is another one, where its role places it.
    """

    over: int
    below: bool
    elsewhere: bool


def landing(page: "PageLines", carried: int, over: int) -> Landing | None:
    """Where the paragraph of a line goes from over another line; None over itself, where it stays."""
    own, other = page.lines[carried], page.lines[over]
    if own.item != other.item:
        return Landing(over, below=False, elsewhere=True)
    if own.block == other.block:
        return None
    return Landing(over, below=other.block > own.block, elsewhere=False)


def line_behind(page: "PageLines", place: Landing) -> Range | None:
    """The line that a paragraph stands before after it landed within its item; None where it is the last."""
    there = page.lines[place.over]
    blocks = page.items[there.item].item.blocks[there.block + place.below :]
    return blocks[0].ranges[0] if blocks else None
