"""The rows of the article tree as plain nodes, and how a list of siblings becomes another one."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.domain.periods import holds
from reader.domain.scope import PERIODS, ItemRow, Level, Node

RowData = Node | ItemRow
Key = tuple[Level, str | int]
"""What a row is among its siblings: its level, and the value, page id or item id it stands for."""
Path = tuple[Key, ...]
"""What a row is in the tree: the keys from the root down to it, without those of the years and months above it.

A date names its month and year anyway, and keeps its path when these levels come in because there are more dates.
"""


class TreeRow:
    """One row: what it shows, and the rows below it once they were fetched.

    Attributes:
        id: number of the row, unique in its model and never used again; 0 is the invisible root.
        data: what it shows; None of the root.
        children: the rows below in order, None as long as nobody fetched them. An article has none.
        place: where it stands among its siblings, from 0.
    """

    __slots__ = ("children", "data", "id", "key", "parent", "place")

    def __init__(self, row_id: int, data: RowData | None, parent: "TreeRow | None") -> None:
        self.id = row_id
        self.data = data
        self.key: Key | None = None if data is None else key_of(data)
        self.parent = parent
        self.children: list[TreeRow] | None = [] if isinstance(data, ItemRow) else None
        self.place = 0

    def path(self) -> Path:
        """The keys from the root down to this row, without the years and months above it."""
        above = [row.key for row in self.ancestors() if row.key is not None and row.key[0] not in PERIODS]
        return (*reversed(above), *([self.key] if self.key is not None else []))

    def ancestors(self) -> Iterator["TreeRow"]:
        """The rows above, nearest first, without the root."""
        row = self.parent
        while row is not None and row.data is not None:
            yield row
            row = row.parent

    def loaded(self) -> Iterator["TreeRow"]:
        """This row and every fetched row below it."""
        yield self
        for child in self.children or ():
            yield from child.loaded()


def key_of(data: RowData) -> Key:
    """The key of what a row shows."""
    if isinstance(data, ItemRow):
        return Level.ITEM, data.id
    if data.level is Level.PAGE:
        assert data.scope.page_id is not None
        return Level.PAGE, data.scope.page_id
    return data.level, data.value


def lies_within(key: Key, above: Key) -> bool:
    """Whether a date, or a month, lies within a month or year."""
    return above[0] in PERIODS and key[0] in (*PERIODS, Level.DATE) and holds(str(above[1]), str(key[1]))


def rows_to_remove(old: Sequence[Key], new: Sequence[Key]) -> list[int]:
    """The places in ``old`` that must go so that the rest stands in ``new`` in the same order; as few as possible.

    What stays is the longest rising subsequence of the places in ``new`` (patience sorting, Fredman 1975).
    """
    places = {key: place for place, key in enumerate(new)}
    tails: list[int] = []
    tail_at: list[int] = []
    before: dict[int, int] = {}
    for at, key in enumerate(old):
        if key not in places:
            continue
        length = bisect_left(tails, places[key])
        tails[length : length + 1] = [places[key]]
        tail_at[length : length + 1] = [at]
        if length:
            before[at] = tail_at[length - 1]
    kept: set[int] = set()
    at_or_none = tail_at[-1] if tail_at else None
    while at_or_none is not None:
        kept.add(at_or_none)
        at_or_none = before.get(at_or_none)
    return [at for at in range(len(old)) if at not in kept]


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Rising places as inclusive runs of neighbours, so that a view hears of each run once."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
