"""Which annotations are meant: one language for the annotation list, for saved filters, exports and the terminal."""

from dataclasses import dataclass, replace

from reader.domain.model import AnchorState, Color
from reader.domain.scope import Scope


@dataclass(frozen=True, slots=True)
class MarkFilter:
    """The annotations in any of ``scopes`` that fit all the rest. Empty fields ask nothing.

    Where a text can be UNKNOWN ("") that means "none": of no newspaper, in no section, by nobody. Tags are names.

    Attributes:
        scopes: parts of the library, as the tree selects them.
        newspaper: the newspaper of the page.
        section: the section of the item.
        date_from: the first issue date, ISO 8601, inclusive; pages without a date are in no span of dates.
        date_to: the last one, inclusive.
        text: a part of the quote or of the note, compared as ``domain/fold.py`` says: without case and width.
        tags: an annotation has any of them ...
        untagged: ... or, where this is set, none at all.
        all_tags: it has each of them.
        not_tags: it has none of them.
        subtags: wherever a tag is named, those below it in the codebook count as that tag.
        colors: it has any of them.
        coders: any of them made it.
        states: its anchor is in any of them.
        has_note: whether something is written to it.
        importance: it has at least this, of 1 to ``MOST_IMPORTANT``.
    """

    scopes: tuple[Scope, ...] = ()
    newspaper: str | None = None
    section: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    text: str = ""
    tags: tuple[str, ...] = ()
    untagged: bool = False
    all_tags: tuple[str, ...] = ()
    not_tags: tuple[str, ...] = ()
    subtags: bool = False
    colors: tuple[Color, ...] = ()
    coders: tuple[str, ...] = ()
    states: tuple[AnchorState, ...] = ()
    has_note: bool | None = None
    importance: int = 0

    def named_tags(self) -> tuple[str, ...]:
        """Every tag that is named, each once."""
        return tuple(dict.fromkeys((*self.tags, *self.all_tags, *self.not_tags)))

    def asks_nothing(self) -> bool:
        """Whether every annotation fits."""
        return replace(self, subtags=False) == MarkFilter()
