"""Splitting pages anew: many of them a page at a time, all in one step that undo takes back."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from reader.domain.headings import derived
from reader.domain.history import StepName
from reader.domain.model import Changes, Item, Page, StoredItem
from reader.domain.resplit import with_decisions
from reader.services.hints import HintBook
from reader.services.refiling import Refiler
from reader.storage.journal import Journal
from reader.storage.pages import PageStore

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class SplitProgress:
    """How many pages of how many were split anew."""

    done: int
    total: int


class Resegmenter:
    """Runs the page engine again over pages that the reader may have repaired."""

    def __init__(self, pages: PageStore, hints: HintBook, refiler: Refiler, journal: Journal) -> None:
        self._pages = pages
        self._hints = hints
        self._refiler = refiler
        self._journal = journal

    def run(self, page_ids: Sequence[int]) -> Generator[SplitProgress, None, Changes]:
        """Split pages anew, each in a transaction of its own; what was done when it is closed stays, as one step.

        Pages that come out as they were are no part of the step; where all do, there is none.
        """
        step: int | None = None
        changed, changes = 0, Changes(history=False)
        try:
            for number, page_id in enumerate(page_ids):
                yield SplitProgress(number, len(page_ids))
                page, before = self._pages.page(page_id), self._pages.items(page_id)
                after = self._split(page, before)
                if after == tuple(stored.item for stored in before):
                    continue
                if step is None:
                    step = self._journal.open_step(StepName.RESEGMENT)
                with self._journal.add_to(step) as writer:
                    changes |= self._refiler.refile(writer, page, before, after)
                    changed += 1
                    writer.describe(str(changed))
        finally:
            if step is not None:
                self._journal.close_step(step, str(changed))
        return changes

    def _split(self, page: Page, before: Sequence[StoredItem]) -> tuple[Item, ...]:
        """What the page engine makes of a page now, with what the reader decided as it was."""
        from reader.segment import segment  # only now, as the engine slows the start
        from reader.segment.item_meta import with_meta

        hints = self._hints.of_newspaper(page.meta.newspaper)
        fresh = self._pages.as_kept(segment(page.text, page.source_name, hints).items)
        whole = with_decisions(page.text, [stored.item for stored in before], fresh)
        return with_meta(derived(whole, page.text, page.corrections), page.text, page.corrections)


def finished(work: Generator[object, None, _Result]) -> _Result:
    """What work returns that is done at one go."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: _Result = end.value
            return result
