"""Where the reader has been: the articles behind Back and Forward."""

LONGEST = 200


class Trail:
    """A list of articles with a place in it, as in a web browser."""

    def __init__(self) -> None:
        self._items: list[int] = []
        self._at = -1

    def visit(self, item_id: int) -> None:
        """Go to an article; going to the one where the trail already stands changes nothing."""
        if self._at >= 0 and self._items[self._at] == item_id:
            return
        self._items = [*self._items[: self._at + 1], item_id][-LONGEST:]
        self._at = len(self._items) - 1

    def back(self) -> int | None:
        """Step back; None at the beginning."""
        if self._at <= 0:
            return None
        self._at -= 1
        return self._items[self._at]

    def forward(self) -> int | None:
        """Step forward again; None at the end."""
        if self._at + 1 >= len(self._items):
            return None
        self._at += 1
        return self._items[self._at]

    def forget(self, item_id: int) -> None:
        """Take an article that is gone from the trail."""
        before = sum(found == item_id for found in self._items[: self._at + 1])
        self._items = [found for found in self._items if found != item_id]
        self._at = min(self._at - before, len(self._items) - 1)
