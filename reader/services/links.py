"""Links between annotations. Each change is one step of the journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reader.domain.history import StepName, shortened
from reader.domain.memo import Link
from reader.domain.model import Annotation, Changes
from reader.domain.uid import new_uid
from reader.errors import ErrorCode, UserError
from reader.storage.annotations import AnnotationStore
from reader.storage.journal import Journal
from reader.storage.links import LinkStore


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """A link as one of its annotations sees it: its label, the annotation at the other end, and where it points."""

    link_id: int
    label: str
    other: Annotation
    outgoing: bool


class LinkService:
    """The reader's links from one annotation to another."""

    def __init__(self, links: LinkStore, annotations: AnnotationStore, journal: Journal) -> None:
        self._links = links
        self._annotations = annotations
        self._journal = journal

    def get(self, link_id: int) -> Link:
        """A link. Raises KeyError where it is gone."""
        return self._links.get(link_id)

    def of(self, annotation_id: int) -> list[Link]:
        """The links from an annotation and to it, by age."""
        return self._links.of(annotation_id)

    def ends_of(self, annotation_id: int) -> list[LinkEnd]:
        """What an annotation is linked to, by the age of the links."""
        return self._ends(self._links.of(annotation_id)).get(annotation_id, [])

    def ends_on_page(self, page_id: int) -> dict[int, list[LinkEnd]]:
        """What each annotation of a page is linked to, by the age of the links; those without links are left out."""
        return self._ends(self._links.of_page(page_id))

    def all(self) -> list[Link]:
        """Every link by age."""
        return self._links.all()

    def add(self, from_id: int, to_id: int, label: str = "") -> tuple[int, Changes]:
        """Link an annotation to another; returns the link's id. One that is there already only takes the label.

        Raises:
            UserError: both are the same annotation.
            KeyError: one of them is gone.
        """
        if from_id == to_id:
            raise UserError(ErrorCode.LINK_TO_ITSELF)
        known = self._links.between(from_id, to_id)
        if known is not None:
            return known.id, self.set_label(known.id, label) if label else Changes(history=False)
        link = Link(0, new_uid(), from_id, to_id, _folded(label), _now())
        detail = shortened(_line(self._annotations.get(from_id).quote))
        changes = self._changes(link)
        with self._journal.step(StepName.LINK, detail) as writer:
            link_id = self._links.add(writer, link)
        return link_id, changes

    def set_label(self, link_id: int, label: str) -> Changes:
        """Say how the ends of a link belong together; typing that goes on is one step."""
        link = self._links.get(link_id)
        label = _folded(label)
        if label == link.label:
            return Changes(history=False)
        with self._journal.step(StepName.LABEL_LINK, shortened(label), merge_key=f"link {link_id}") as writer:
            self._links.rename(writer, link_id, label)
        return self._changes(link)

    def delete(self, link_id: int) -> Changes:
        """Remove a link; its ends stay. Raises KeyError where it is gone."""
        link = self._links.get(link_id)
        detail = shortened(_line(self._annotations.get(link.from_id).quote))
        with self._journal.step(StepName.UNLINK, detail) as writer:
            self._links.remove(writer, link_id)
        return self._changes(link)

    def _ends(self, links: Iterable[Link]) -> dict[int, list[LinkEnd]]:
        links = list(links)
        ids = {end for link in links for end in (link.from_id, link.to_id)}
        marks = {mark.id: mark for mark in self._annotations.some(ids)} if ids else {}
        found: dict[int, list[LinkEnd]] = {}
        for link in links:
            found.setdefault(link.from_id, []).append(LinkEnd(link.id, link.label, marks[link.to_id], outgoing=True))
            found.setdefault(link.to_id, []).append(LinkEnd(link.id, link.label, marks[link.from_id], outgoing=False))
        return found

    def _changes(self, link: Link) -> Changes:
        ends = frozenset([link.from_id, link.to_id])
        return Changes(annotations=ends, annotated_pages=frozenset(self._annotations.get(end).page_id for end in ends))


def _folded(label: str) -> str:
    return " ".join(label.split())


def _line(quote: str) -> str:
    return quote.replace("\n", " ")


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
