"""Where the reader has been: the places behind Back and Forward."""

from dataclasses import dataclass, replace

LONGEST = 200


@dataclass(frozen=True, slots=True)
class Place:
    """An article, and the mark that was in focus there when a link was followed from it or to it."""

    item_id: int
    mark: int | None = None


class Trail:
    """A list of places with the reader at one of them, as in a web browser."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def visit(self, item_id: int) -> None:
        """Go to an article; going to the one where the trail already stands changes nothing."""
        if self._at < 0 or self._places[self._at].item_id != item_id:
            self._push(Place(item_id))

    def leave(self, mark: int | None) -> None:
        """Remember the mark from which the reader jumps away from this place."""
        if self._at >= 0:
            self._places[self._at] = replace(self._places[self._at], mark=mark)

    def arrive(self, mark: int) -> None:
        """Say which mark of the article where the trail stands was jumped to: another place, if it was left by one."""
        here = self._places[self._at]
        if here.mark is None:
            self._places[self._at] = replace(here, mark=mark)
        elif here.mark != mark:
            self._push(Place(here.item_id, mark))

    def back(self) -> Place | None:
        """Step back; None at the beginning."""
        if self._at <= 0:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> Place | None:
        """Step forward again; None at the end."""
        if self._at + 1 >= len(self._places):
            return None
        self._at += 1
        return self._places[self._at]

    def forget(self, item_id: int) -> None:
        """Take an article that is gone from the trail."""
        before = sum(found.item_id == item_id for found in self._places[: self._at + 1])
        self._places = [found for found in self._places if found.item_id != item_id]
        self._at = min(self._at - before, len(self._places) - 1)

    def _push(self, place: Place) -> None:
        self._places = [*self._places[: self._at + 1], place][-LONGEST:]
        self._at = len(self._places) - 1
