"""Learning from repairs: what the reader decides about lines of a newspaper helps with its later pages."""

from collections import Counter
from collections.abc import Collection

from reader.domain.hint import Hint
from reader.domain.model import Page, Range, Role
from reader.storage.hints import HintStore
from reader.storage.journal import Writer


class HintBook:
    """The hints of a library."""

    def __init__(self, store: HintStore) -> None:
        self._store = store

    def all(self) -> list[Hint]:
        """All hints by newspaper, the ones decided most often first."""
        return self._store.all()

    def of_newspaper(self, newspaper: str | None) -> list[Hint]:
        """The hints of a newspaper; none of one that is not known."""
        return self._store.of_newspaper(newspaper) if newspaper else []

    def learn(self, writer: Writer, page: Page, lines: Collection[Range], role: Role) -> bool:
        """Remember that lines of a page have a role; returns whether there was anything to remember.

        Nothing is learnt of a page whose newspaper is not known, of lines that look like any other, and of parts of
        lines.
        """
        newspaper = page.meta.newspaper
        if not newspaper:
            return False
        from reader.segment.likeness import hint_shape, line_looks  # only now, as the engine slows the start

        whole = set(lines)
        shapes = Counter(
            shape
            for span, seen in line_looks(page.text)
            if span in whole and (shape := hint_shape(seen, role)) is not None
        )
        for shape, uses in shapes.items():
            self._store.add_use(writer, newspaper, shape, role, uses)
        return bool(shapes)

    def forget(self, writer: Writer, hint_id: int) -> None:
        """Remove a hint."""
        self._store.remove(writer, hint_id)
