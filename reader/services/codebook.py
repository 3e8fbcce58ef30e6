"""The codebook: the tree of tags and what each means. Each verb is one step of the journal.

What is done to a tag is no change of the marks that have it: the time at which they were changed last stays.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reader.domain.code import tidy_text
from reader.domain.codebook import Codebook, Tag, TagCount
from reader.domain.codebook_places import Orders, Place, Way, arranged, merged, place_towards, without
from reader.domain.history import StepName
from reader.domain.model import Annotation, Changes, Color
from reader.domain.uid import new_uid
from reader.errors import ErrorCode, UserError
from reader.services.marks import tag_name
from reader.storage.annotations import AnnotationStore
from reader.storage.codebook import CodebookStore, Tagging
from reader.storage.journal import Journal, Writer
from reader.storage.memos import MemoStore

NOTHING = Changes(history=False)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a tag means, in the reader's words."""

    definition: str = ""
    use_when: str = ""
    not_when: str = ""
    example: str = ""


class CodebookService:
    """Reads and arranges the tags of a library. A method that takes a tag's id raises KeyError where it is gone."""

    def __init__(self, tags: CodebookStore, annotations: AnnotationStore, memos: MemoStore, journal: Journal) -> None:
        self._tags = tags
        self._annotations = annotations
        self._memos = memos
        self._journal = journal

    def load(self) -> Codebook:
        """The codebook as it is now."""
        return self._tags.load()

    def counts(self, codebook: Codebook) -> dict[int, TagCount]:
        """How many marks each tag has, by its id; ``codebook`` is what ``load`` gave."""
        return codebook.counts(
            {tag_id: count for tag_id, count in self._tags.own_counts().items() if tag_id in codebook},
            {ids: count for ids, count in self._tags.combinations().items() if all(one in codebook for one in ids)},
        )

    def named(self, name: str) -> Tag | None:
        """The tag of a name, or None; it costs no more in a large codebook than in a small one."""
        return self._tags.named(name)

    def color_of(self, name: str) -> Color | None:
        """The colour of a tag by its name, which a mark that is made by tagging takes; None where it has none."""
        tag = self._tags.named(name)
        return tag.color if tag else None

    def marks_of(self, tag_id: int) -> list[Annotation]:
        """The annotations that have a tag, in the order of their pages."""
        return self._annotations.of_tag(tag_id)

    def create(self, name: str, parent_id: int | None = None, index: int | None = None) -> tuple[int, Changes]:
        """Make a tag under another one or at the root, behind those that are there or before one; returns its id.

        Raises:
            UserError: it has no name, or there is one of this name.
        """
        codebook = self.load()
        if parent_id is not None and parent_id not in codebook:
            raise KeyError(parent_id)
        tag = Tag(0, new_uid(), self._free_name(codebook, name), parent_id, created_at=_now())
        with self._journal.step(StepName.NEW_TAG, tag.name) as writer:
            tag_id = self._add(writer, codebook, tag)
            if index is not None:
                self._rearrange(writer, {parent_id: arranged(self.load(), [tag_id], Place(parent_id, index))})
        return tag_id, Changes(tags=True)

    def rename(self, tag_id: int, name: str) -> Changes:
        """Give a tag another name; its marks keep it. Raises UserError as ``create`` does."""
        codebook = self.load()
        tag = codebook[tag_id]
        if tag_name(name) == tag.name:
            return NOTHING
        renamed = replace(tag, name=self._free_name(codebook, name))
        with self._journal.step(StepName.RENAME_TAG, f"{tag.name} → {renamed.name}") as writer:
            self._tags.rewrite(writer, tag, renamed)
        return _changes(self._tags.taggings([tag_id]))

    def define(self, tag_id: int, meaning: Meaning) -> Changes:
        """Say what a tag means; typing that goes on is one step."""
        tag = self.load()[tag_id]
        defined = replace(
            tag,
            definition=tidy_text(meaning.definition),
            use_when=tidy_text(meaning.use_when),
            not_when=tidy_text(meaning.not_when),
            example=tidy_text(meaning.example),
        )
        if defined == tag:
            return NOTHING
        with self._journal.step(StepName.DEFINE_TAG, tag.name, merge_key=f"define {tag_id}") as writer:
            self._tags.rewrite(writer, tag, defined)
        return Changes(tags=True)

    def set_color(self, tag_ids: Sequence[int], color: Color | None) -> Changes:
        """Give tags a colour, or take it away; the marks that have them keep theirs."""
        codebook = self.load()
        changed = [tag for tag in map(codebook.__getitem__, tag_ids) if tag.color is not color]
        if not changed:
            return NOTHING
        with self._journal.step(StepName.COLOR_TAG, _names(changed)) as writer:
            for tag in changed:
                self._tags.rewrite(writer, tag, replace(tag, color=color))
        return Changes(tags=True)

    def move(self, tag_ids: Sequence[int], place: Place) -> Changes:
        """Put tags, with all below them, elsewhere in the tree; those that stand below others of them go with these.

        Raises:
            UserError: the place is one of them or stands below one.
        """
        codebook = self.load()
        moved = tops(codebook, tag_ids)
        for tag_id in moved:
            if place.parent_id is not None and codebook.stands_within(place.parent_id, tag_id):
                raise UserError(ErrorCode.TAG_CYCLE, detail=codebook[tag_id].name)
        order = arranged(codebook, moved, place)
        if not moved or order == [*codebook.children(place.parent_id)]:
            return NOTHING
        with self._journal.step(StepName.MOVE_TAG, _names(map(codebook.__getitem__, moved))) as writer:
            self._rearrange(writer, {place.parent_id: order})
        return Changes(tags=True)

    def step(self, tag_id: int, way: Way) -> Changes:
        """Move a tag past its neighbour, under the one before it, or behind its parent; nothing where it cannot."""
        place = place_towards(self.load(), tag_id, way)
        return NOTHING if place is None else self.move([tag_id], place)

    def sort(self, parent_id: int | None) -> Changes:
        """Order the tags under one, or at the root, by name."""
        codebook = self.load()
        order = sorted(codebook.children(parent_id), key=lambda tag: tag.name)
        if order == [*codebook.children(parent_id)]:
            return NOTHING
        with self._journal.step(StepName.MOVE_TAG, _names(order)) as writer:
            self._rearrange(writer, {parent_id: order})
        return Changes(tags=True)

    def merge(self, tag_ids: Sequence[int], into_id: int) -> Changes:
        """Make several tags one: marks, memos and tags below go to ``into_id``, and the others are gone.

        Where the one that stays lacks a colour or says nothing of its meaning, it takes what the others say.
        """
        codebook = self.load()
        into = codebook[into_id]
        gone = [codebook[tag_id] for tag_id in dict.fromkeys(tag_ids) if tag_id != into_id]
        if not gone:
            return NOTHING
        taggings = self._tags.taggings(tag.id for tag in gone)
        with self._journal.step(StepName.MERGE_TAGS, f"{_names(gone)} → {into.name}") as writer:
            self._tags.give(writer, taggings, into_id)
            memos = [self._memos.move_to_tag(writer, tag.id, into_id) for tag in gone]
            self._tags.rewrite(writer, into, enriched(into, gone))
            self._rearrange(writer, merged(codebook, {tag.id for tag in gone}, into_id))
            for tag in gone:
                self._tags.remove(writer, tag.id)
        return _changes(taggings) | Changes(memos=any(memos))

    def split(self, tag_id: int, targets: Mapping[int, str]) -> Changes:
        """Give marks of a tag others instead, by their ids; the tag stays, with the marks that are not named.

        A target is the name of a tag; one that there is not yet is made under the same parent. Marks that have the tag
        no more are passed over. Raises UserError where a name is empty.
        """
        codebook = self.load()
        tag = codebook[tag_id]
        names = {annotation_id: tag_name(name) for annotation_id, name in targets.items()}
        taggings = [one for one in self._tags.taggings([tag_id]) if names.get(one.annotation_id, tag.name) != tag.name]
        if not taggings:
            return NOTHING
        with self._journal.step(StepName.SPLIT_TAG, tag.name) as writer:
            for name in dict.fromkeys(names[one.annotation_id] for one in taggings):
                found = codebook.named(name)
                new = Tag(0, new_uid(), name, tag.parent_id, color=tag.color, created_at=_now())
                target = found.id if found else self._add(writer, self.load(), new)
                self._tags.give(writer, [one for one in taggings if names[one.annotation_id] == name], target)
        return _changes(taggings)

    def delete(self, tag_ids: Sequence[int], *, to: int | None = None, with_below: bool = False) -> Changes:
        """Remove tags, with their memos. Their marks get the tag ``to``, or only lose these; none is removed.

        Tags below them go too, or take their place.

        Raises:
            UserError: the marks would get a tag that goes.
        """
        codebook = self.load()
        gone = [codebook[tag_id] for tag_id in dict.fromkeys(tag_ids)]
        if with_below:
            gone = [*{tag.id: tag for top in gone for tag in (top, *codebook.below(top.id))}.values()]
        if not gone:
            return NOTHING
        if to is not None and codebook[to] in gone:
            raise UserError(ErrorCode.TAG_GOES, detail=codebook[to].name)
        taggings = self._tags.taggings(tag.id for tag in gone)
        with self._journal.step(StepName.DELETE_TAG, _names(gone)) as writer:
            self._tags.give(writer, taggings, to)
            memos = [self._memos.remove_of_tag(writer, tag.id) for tag in gone]
            self._rearrange(writer, without(codebook, {tag.id for tag in gone}))
            for tag in gone:
                self._tags.remove(writer, tag.id)
        return _changes(taggings) | Changes(memos=any(memos))

    def unused(self, tag_ids: Iterable[int]) -> bool:
        """Whether no mark has any of these tags."""
        return not self._tags.taggings(tag_ids)

    def retag(
        self, tag_id: int, to: int | None, annotation_ids: Iterable[int] | None = None, *, keep: bool = False
    ) -> Changes:
        """Give marks of a tag another one instead, beside it (``keep``), or none; all of them, or those of some ids."""
        codebook = self.load()
        tag = codebook[tag_id]
        chosen = None if annotation_ids is None else set(annotation_ids)
        taggings = [one for one in self._tags.taggings([tag_id]) if chosen is None or one.annotation_id in chosen]
        if to is not None and keep:
            have_it = {one.annotation_id for one in self._tags.taggings([to])}
            taggings = [one for one in taggings if one.annotation_id not in have_it]
        if not taggings or to == tag_id or (to is None and keep):
            return NOTHING
        detail = tag.name if to is None else f"{tag.name} → {codebook[to].name}"
        with self._journal.step(StepName.RETAG, detail) as writer:
            self._tags.give(writer, taggings, to, keep=keep)
        return _changes(taggings)

    def _free_name(self, codebook: Codebook, text: str) -> str:
        name = tag_name(text)
        if codebook.named(name) is not None:
            raise UserError(ErrorCode.TAG_TAKEN, detail=name)
        return name

    def _add(self, writer: Writer, codebook: Codebook, tag: Tag) -> int:
        return self._tags.add(writer, replace(tag, position=behind(codebook, tag.parent_id)))

    def _rearrange(self, writer: Writer, orders: Orders) -> None:
        """Write the children of tags in their order, those that stand right already left alone."""
        known = self._tags.load()
        for parent_id, order in orders.items():
            for position, tag in enumerate(order):
                before = known[tag.id]
                self._tags.rewrite(writer, before, replace(before, parent_id=parent_id, position=position))


def tops(codebook: Codebook, tag_ids: Iterable[int]) -> list[int]:
    """Those of some tags that stand below none of the others."""
    chosen = dict.fromkeys(tag_ids)
    return [one for one in chosen if not any(above.id in chosen for above in codebook.path(one)[:-1])]


def behind(codebook: Codebook, parent_id: int | None) -> int:
    """The position behind all tags under one."""
    return max((tag.position + 1 for tag in codebook.children(parent_id)), default=0)


def enriched(into: Tag, others: Sequence[Tag]) -> Tag:
    """A tag that takes from others, first come, what it does not say itself."""
    fields = ("color", "definition", "use_when", "not_when", "example")
    said = {name: next((getattr(tag, name) for tag in (into, *others) if getattr(tag, name)), None) for name in fields}
    return replace(into, **{name: value for name, value in said.items() if value})


def _changes(taggings: Iterable[Tagging]) -> Changes:
    touched = [*taggings]
    return Changes(
        tags=True,
        annotations=frozenset(one.annotation_id for one in touched),
        annotated_pages=frozenset(one.page_id for one in touched),
    )


def _names(tags: Iterable[Tag]) -> str:
    names = [tag.name for tag in tags]
    return names[0] if len(names) == 1 else f"{names[0]} +{len(names) - 1}"


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
