"""Undo and redo over everything that the journal holds."""

from collections.abc import Iterable

from reader.domain.history import Step
from reader.domain.model import Changes
from reader.errors import ErrorCode, UserError
from reader.storage.journal import Journal, Touched

LARGE_STEP = 300
"""Rows from which undoing is a job with progress, since it may take longer than a window should stand still."""


class HistoryService:
    """Walks the steps of the journal, strictly last first."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def next_undo(self) -> Step | None:
        """What undo would take back, or None."""
        return self._journal.next_undo()

    def next_redo(self) -> Step | None:
        """What redo would bring back, or None."""
        return self._journal.next_redo()

    def undo(self) -> tuple[Step, Changes] | None:
        """Take the last step back; None where there is none.

        Raises:
            UserError: the last step is an import that is still running.
        """
        return self._exchange(self._journal.next_undo())

    def redo(self) -> tuple[Step, Changes] | None:
        """Bring back the step that was undone last; None where there is none."""
        return self._exchange(self._journal.next_redo())

    def steps(self, limit: int = 100) -> list[Step]:
        """The newest steps, newest first."""
        return self._journal.steps(limit)

    def _exchange(self, step: Step | None) -> tuple[Step, Changes] | None:
        if step is None:
            return None
        if self._journal.is_running(step):
            raise UserError(ErrorCode.UNDO_WHILE_IMPORTING)
        return step, changes_of(self._journal.exchange(step))


def changes_of(rows: Iterable[Touched]) -> Changes:
    """What the views must know about rows that an undo or redo touched."""
    ids: dict[str, set[int]] = {"page": set(), "item": set(), "annotation": set()}
    touched_pages: dict[str, set[int]] = {"item": set(), "correction": set(), "annotation": set()}
    tables = set()
    for row in rows:
        tables.add(row.table)
        if row.table in ids:
            ids[row.table].add(row.row_id)
        if row.table in touched_pages:
            pages = (image["page_id"] for image in (row.before, row.after) if image)
            touched_pages[row.table].update(page for page in pages if isinstance(page, int))
    return Changes(
        pages=frozenset(ids["page"] | touched_pages["item"] | touched_pages["correction"]),
        items=frozenset(ids["item"]),
        annotations=frozenset(ids["annotation"]),
        annotated_pages=frozenset(touched_pages["annotation"]),
        tags="tag" in tables,
        hints="hint" in tables,
        memos="memo" in tables,
        queries="saved_query" in tables,
    )
