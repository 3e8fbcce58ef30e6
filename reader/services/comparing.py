"""Compares articles by their sketches, and keeps those that it made last."""

from functools import lru_cache

from reader.domain.sketch import ALIKE, Sketch, resemblance, sketch_of
from reader.services.pages import PageService

_KEPT = 512
"""Sketches that are kept: copies are often imported together."""


class Comparer:
    """Says which articles are copies of each other. It belongs to one run: articles may change between two."""

    def __init__(self, pages: PageService) -> None:
        self._pages = pages
        self._kept = lru_cache(maxsize=_KEPT)(self._make)

    def sketch(self, item_id: int) -> Sketch | None:
        """The sketch of an article; None where it is too short, or gone."""
        return self._kept(item_id)

    def are_alike(self, one: int, other: int) -> bool:
        """Whether two articles are copies of each other."""
        first, second = self.sketch(one), self.sketch(other)
        return first is not None and second is not None and resemblance(first, second) >= ALIKE

    def _make(self, item_id: int) -> Sketch | None:
        try:
            return sketch_of(self._pages.article(item_id).view)
        except KeyError:
            return None
