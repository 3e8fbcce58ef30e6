"""Where in the library a step of the history changed something."""

from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QCoreApplication

from reader.domain.model import READABLE_KINDS, Changes, PageMeta
from reader.services.library import Library
from reader.ui.words import page_words, tr

_LOOKED_AT = 50
"""Annotations among which one is looked for that is still there."""

_LONGEST = 16
"""Characters of a headline, so that a line of the window has room for it."""


@dataclass(frozen=True, slots=True)
class StepPlace:
    """A place that can be gone to: an annotation, an article or a page, and what it is called.

    ``pages`` are all on which the step changed something.
    """

    words: str
    pages: frozenset[int]
    item_id: int | None = None
    annotation_id: int | None = None


def place_of(library: Library, changes: Changes) -> StepPlace | None:
    """Where something was changed; None where it was on no page, as with the codebook."""
    pages = changes.pages | changes.annotated_pages
    some = list(islice(sorted(changes.annotations), _LOOKED_AT))
    mark = next(iter(library.mark_list.rows(some).values()), None) if some else None
    if mark is not None:
        words = _called(mark.headline, mark.meta, pages | {mark.page_id})
        return StepPlace(words, pages | {mark.page_id}, mark.item_id, mark.id)
    for page_id in sorted(pages):
        metas = library.pages.metas([page_id])
        if page_id in metas:
            items = [stored for stored in library.pages.items(page_id) if stored.id in changes.items]
            found = items[0] if items else None
            return StepPlace(
                _called(found.item.title if found else None, metas[page_id], pages), pages, _first(library, page_id)
            )
    return None


def _first(library: Library, page_id: int) -> int | None:
    return next((one.id for one in library.pages.items(page_id) if one.item.kind in READABLE_KINDS), None)


def _called(headline: str | None, meta: PageMeta, pages: frozenset[int]) -> str:
    if len(pages) > 1:
        return tr("on %Ln page(s)", "", len(pages))
    where = page_words(meta)
    if not headline:
        return where
    short = " ".join(headline.split())
    short = short if len(short) <= _LONGEST else f"{short[: _LONGEST - 1]}…"
    named = QCoreApplication.translate("history", "“{headline}”").format(headline=short)
    return f"{named}, {where}" if where else named
