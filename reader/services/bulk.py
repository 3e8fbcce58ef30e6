"""Changing many annotations at once: one transaction and one step of the journal, however many they are."""

from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from datetime import datetime

from reader.domain.bulk import (
    AddTags,
    BulkChange,
    BulkProgress,
    Remove,
    RemoveTags,
    ReplaceTag,
    SetColor,
    SetImportance,
)
from reader.domain.history import StepName
from reader.domain.model import MOST_IMPORTANT, Changes
from reader.services.marks import tag_name
from reader.storage.journal import Journal, Writer
from reader.storage.mark_bulk import MarkBulkStore

_AT_ONCE = 500
"""Annotations between two reports of progress: some 10 ms of work."""

_Work = Callable[[Writer, Sequence[int]], set[int]]


class _NothingChangedError(Exception):
    """Every annotation is already as it was to be, so there is no step."""


class BulkService:
    """Changes annotations by id. Ids of annotations that are gone are passed over."""

    def __init__(self, marks: MarkBulkStore, journal: Journal) -> None:
        self._marks = marks
        self._journal = journal

    def change(self, ids: Sequence[int], change: BulkChange) -> Generator[BulkProgress, None, Changes]:
        """Do something to annotations; a job that may be closed at any of its yields, and has changed nothing then.

        The library is locked for other writers until it ends.

        Raises:
            UserError: a tag's name is empty.
        """
        name, detail = _step(change)
        total = len(ids)
        changed: set[int] = set()
        others: set[int] = set()
        pages: set[int] = set()
        with (
            suppress(_NothingChangedError),
            self._journal.step(name, f"{detail} × {total:,}" if detail else f"{total:,}") as writer,
        ):
            work, made = self._work(change, writer)
            for at in range(0, total, _AT_ONCE):
                some = ids[at : at + _AT_ONCE]
                pages |= self._marks.pages_of(some)
                others |= self._marks.linked_to(some) if isinstance(change, Remove) else set()
                changed |= work(writer, some)
                yield BulkProgress(min(at + _AT_ONCE, total), total)
            pages |= self._marks.pages_of(sorted(others))
            if not changed and not made:
                raise _NothingChangedError
            return Changes(annotations=frozenset(changed | others), annotated_pages=frozenset(pages), tags=made)
        return Changes(history=False)

    def _work(self, change: BulkChange, writer: Writer) -> tuple[_Work, bool]:
        """What to do with some annotations at a time, and whether a tag was made for it."""
        marks, now = self._marks, datetime.now().astimezone().isoformat(timespec="seconds")
        match change:
            case AddTags(names):
                tag_ids, made = marks.make_tags(writer, map(tag_name, names), now)
                return lambda to, some: marks.add_tags(to, some, tag_ids, now), made
            case RemoveTags(names):
                gone = marks.tag_ids(names)
                return lambda to, some: marks.remove_tags(to, some, gone, now), False
            case ReplaceTag(old, new):
                from_ids = marks.tag_ids([old])
                to_ids, made = marks.make_tags(writer, [tag_name(new)], now)

                def replace(to: Writer, some: Sequence[int]) -> set[int]:
                    having = marks.remove_tags(to, some, from_ids, now)
                    marks.add_tags(to, sorted(having), to_ids, now)
                    return having

                return replace, made
            case SetColor(color):
                return lambda to, some: marks.write(to, some, "color", color, now), False
            case SetImportance(importance):
                weight = max(0, min(importance, MOST_IMPORTANT))
                return lambda to, some: marks.write(to, some, "importance", weight, now), False
            case Remove():
                return marks.remove, False


def _step(change: BulkChange) -> tuple[StepName, str]:
    """The name of the step, and what it is about besides a number."""
    match change:
        case AddTags(names):
            return StepName.BULK_TAG, "、".join(names)
        case RemoveTags(names):
            return StepName.BULK_UNTAG, "、".join(names)
        case ReplaceTag(old, new):
            return StepName.BULK_RETAG, f"{old} → {new}"
        case SetColor():
            return StepName.BULK_RECOLOR, ""
        case SetImportance():
            return StepName.BULK_WEIGH, ""
        case Remove():
            return StepName.BULK_DELETE, ""
