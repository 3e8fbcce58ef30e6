"""Deleting pages: in one step that undo takes back, with their articles, marks, notes and memos."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from reader.domain.bulk import BulkProgress
from reader.domain.history import StepName
from reader.domain.model import Changes
from reader.storage.journal import Journal
from reader.storage.page_removal import PageRemovalStore

_AT_ONCE = 100
"""Pages between two reports of progress: some 50 ms of work."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What went: pages (without those that they had replaced), and the marks on them; and what views must know."""

    pages: int
    marks: int
    changes: Changes


class RemovalService:
    """Deletes pages."""

    def __init__(self, store: PageRemovalStore, journal: Journal) -> None:
        self._store = store
        self._journal = journal

    def remove_pages(self, page_ids: Sequence[int]) -> Generator[BulkProgress, None, Removed]:
        """Delete pages, and what they replaced; a job that may be closed at any yield, and has changed nothing then.

        Pages that are gone are passed over. The library is locked for other writers until it ends.
        """
        pages = self._store.with_older(page_ids)
        if not pages:
            return Removed(0, 0, Changes(history=False))
        items: set[int] = set()
        marks: set[int] = set()
        with self._journal.step(StepName.DELETE_PAGES, f"{len(page_ids):,}") as writer:
            for at in range(0, len(pages), _AT_ONCE):
                some = self._store.remove(writer, pages[at : at + _AT_ONCE])
                items |= some[0]
                marks |= some[1]
                yield BulkProgress(min(at + _AT_ONCE, len(pages)), len(pages))
        gone = frozenset(pages)
        changes = Changes(
            pages=gone,
            items=frozenset(items),
            annotations=frozenset(marks),
            annotated_pages=gone if marks else frozenset(),
        )
        return Removed(len(page_ids), len(marks), changes)
