"""Undo and redo over everything that the journal holds."""

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass

from reader.domain.history import Step, StepState
from reader.domain.model import Changes
from reader.errors import ErrorCode, UserError
from reader.storage.annotations import AnnotationStore
from reader.storage.journal import Journal, Touched

LARGE_STEP = 300
"""Rows from which undoing is a job with progress, since it may take longer than a window should stand still."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Steps that were taken back or brought back: the last one, all that they touched, and how many of how many."""

    step: Step
    changes: Changes
    done: int
    total: int

    @property
    def undoing(self) -> bool:
        """Whether steps were taken back."""
        return self.step.state is not StepState.UNDONE


class HistoryService:
    """Walks the steps of the journal, strictly last first."""

    def __init__(self, journal: Journal, annotations: AnnotationStore) -> None:
        self._journal = journal
        self._annotations = annotations

    def next_undo(self) -> Step | None:
        """What undo would take back, or None."""
        return self._journal.next_undo()

    def next_redo(self) -> Step | None:
        """What redo would bring back, or None."""
        return self._journal.next_redo()

    def undo(self, expected: int | None = None) -> tuple[Step, Changes] | None:
        """Take the last step back; None where there is none.

        Raises:
            UserError: the last step is an import that is still running, or is not the one of the id that was
                ``expected``, or what it changed was changed by another program since. Nothing is changed then.
        """
        return self._exchange(self._journal.next_undo(), expected)

    def redo(self, expected: int | None = None) -> tuple[Step, Changes] | None:
        """Bring back the step that was undone last; None where there is none. Raises UserError as ``undo`` does."""
        return self._exchange(self._journal.next_redo(), expected)

    def walk_to(self, step_id: int) -> Generator[Walk, None, Walk | None]:
        """Undo or redo until a step is the last in force; 0 is before all that are kept.

        A job: it yields after every step what was walked so far, and may be closed then, which leaves it at that.
        Returns the same of all, None where the library stands there already.

        Raises:
            UserError: the step is no longer kept, or another one stands against it, as with ``undo``. What was walked
                until then stays walked.
        """
        path = self._journal.path_to(step_id)
        walked = Changes(history=False)
        walk = None
        for done, step in enumerate(path, 1):
            found = self._exchange(step, step.id)
            assert found is not None
            walked |= found[1]
            walk = Walk(step, walked, done, len(path))
            yield walk
        return walk

    def steps(self, limit: int = 100) -> list[Step]:
        """The newest steps, newest first."""
        return self._journal.steps(limit)

    def _exchange(self, step: Step | None, expected: int | None) -> tuple[Step, Changes] | None:
        if expected is not None and (step is None or step.id != expected):
            raise UserError(ErrorCode.HISTORY_CHANGED)
        if step is None:
            return None
        if self._journal.is_running(step):
            raise UserError(ErrorCode.UNDO_WHILE_IMPORTING)
        touched = self._journal.exchange(step)
        return step, changes_of(touched) | self._linked(touched) | self._tagged(touched)

    def _linked(self, rows: Sequence[Touched]) -> Changes:
        """Both ends of the links among rows that were touched: each shows the other."""
        ends = {
            end
            for row in rows
            if row.table == "link" and (image := row.after or row.before)
            for end in (image["from_id"], image["to_id"])
            if isinstance(end, int)
        }
        if not ends:
            return Changes()
        return Changes(annotations=frozenset(ends), annotated_pages=frozenset(self._annotations.pages_of(ends)))

    def _tagged(self, rows: Sequence[Touched]) -> Changes:
        """The annotations that were given other tags, or whose tags are called otherwise."""
        images = [(row.table, image) for row in rows for image in (row.before, row.after) if image is not None]
        marks = {image["annotation_id"] for table, image in images if table == "annotation_tag"}
        renamed = {
            row.row_id
            for row in rows
            if row.table == "tag" and row.before and row.after and row.before["name"] != row.after["name"]
        }
        ids = {one for one in marks if isinstance(one, int)} | (self._annotations.having(renamed) if renamed else set())
        if not ids:
            return Changes()
        return Changes(annotations=frozenset(ids), annotated_pages=frozenset(self._annotations.pages_of(ids)))


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
