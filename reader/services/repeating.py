"""What an export says of marks on copies of an article, and which of them only say again what another one says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.domain.model import Annotation
from reader.domain.repeats import CopiedMark, repeats
from reader.exchange.rows import AnnotationRow
from reader.storage.annotations import AnnotationStore
from reader.storage.carrying import CarryingStore


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of marks on copies: their columns by their uids, and the ids of those that are left out."""

    columns: Mapping[str, tuple[int, int, str | None]] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()

    def add_to(self, row: AnnotationRow) -> AnnotationRow:
        """A row with what is known of its mark."""
        found = self.columns.get(row.annotation_id)
        if found is None:
            return row
        group, copies, repeat_of = found
        return row._replace(copy_group=group, copies=copies, repeat_of=repeat_of)


NOTHING_TOLD = Told()


def told_of_copies(
    marks: Sequence[CopiedMark], annotations: AnnotationStore, carrying: CarryingStore, *, once: bool
) -> Told:
    """What is to be told of the marks on copies; with ``once`` those that say nothing of their own are left out."""
    repeated = repeats(marks)
    uids = {mark.id: mark.uid for mark in marks}
    columns = {
        mark.uid: (mark.group, mark.copies, uids[repeated[mark.id]] if mark.id in repeated else None) for mark in marks
    }
    if not once or not repeated:
        return Told(columns)
    linked = {uid for link in carrying.links() for uid in (link.from_uid, link.to_uid)}
    found = {one.id: one for one in annotations.some({*repeated, *repeated.values()})}
    left_out = frozenset(
        mark for mark, first in repeated.items() if uids[mark] not in linked and _says_again(found[mark], found[first])
    )
    return Told(columns, left_out)


def _says_again(one: Annotation, first: Annotation) -> bool:
    """Whether a mark says nothing but what another one of the same words says, too."""
    return set(one.tags) <= set(first.tags) and one.note in ("", first.note) and one.importance in (0, first.importance)
