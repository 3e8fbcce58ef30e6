"""Annotations: making, changing and removing marks, and the tags on them. Each change is one step of the journal."""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reader.domain.boundary import trimmed
from reader.domain.history import StepName
from reader.domain.join import block_text
from reader.domain.model import MOST_IMPORTANT, AnchorState, Annotation, Changes, Color, Range
from reader.domain.uid import new_uid
from reader.errors import ErrorCode, UserError
from reader.services.pages import Article
from reader.storage.annotations import AnnotationStore
from reader.storage.journal import Journal
from reader.storage.links import LinkStore

CONTEXT = 32
"""Code points of the page kept on each side of a mark."""
_DETAIL_LENGTH = 20
_FEW = 200
"""Annotations up to which reading them by id is less work than reading all of an article."""


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """An annotation and where it shows in the view of an article: one or more spans in reading order."""

    annotation: Annotation
    spans: tuple[Range, ...]

    def order(self) -> tuple[Range, int]:
        """Sort key: reading order, then age."""
        return self.spans[0], self.annotation.id


class MarkService:
    """The reader's marks. Spans are of the article's view; what is stored are ranges of the page.

    Attributes:
        coder: the name that new marks carry.
    """

    def __init__(self, annotations: AnnotationStore, links: LinkStore, journal: Journal, coder: str) -> None:
        self._annotations = annotations
        self._links = links
        self._journal = journal
        self.coder = coder

    def sign_as(self, coder: str) -> None:
        """The name that new marks carry from now on."""
        self.coder = coder

    def get(self, annotation_id: int) -> Annotation:
        """An annotation. Raises KeyError where it is gone."""
        return self._annotations.get(annotation_id)

    def of_article(self, article: Article) -> list[Annotation]:
        """The annotations that show in an article, in reading order, then by age."""
        return [placed.annotation for placed in self.placed(article)]

    def placed(self, article: Article) -> list[PlacedMark]:
        """The annotations that show in an article with their places, in reading order, then by age."""
        return _placed(article, self._annotations.of_page(article.page.id))

    def placed_anew(self, article: Article, known: Sequence[PlacedMark], changes: Changes) -> list[PlacedMark]:
        """As ``placed`` after a change; where it names few annotations, the others are taken from what is known."""
        if not 0 < len(changes.annotations) <= _FEW:
            return self.placed(article)
        kept = [placed for placed in known if placed.annotation.id not in changes.annotations]
        touched = [one for one in self._annotations.some(changes.annotations) if one.page_id == article.page.id]
        for placed in _placed(article, touched):
            insort(kept, placed, key=PlacedMark.order)
        return kept

    def add(
        self, article: Article, span: Range, color: Color, note: str = "", tags: Sequence[str] = ()
    ) -> tuple[int, Changes]:
        """Mark a span of an article; returns the new annotation's id.

        Raises:
            UserError: the span has no text of the page in it, or a tag's name is empty.
        """
        now = _now()
        drawn = self.drawn(article, span)
        names = tuple(dict.fromkeys(map(tag_name, tags)))
        annotation = replace(
            drawn,
            uid=new_uid(),
            color=color,
            note=note,
            tags=names,
            coder=self.coder,
            created_at=now,
            modified_at=now,
        )
        with self._journal.step(StepName.MARK, _detail(annotation)) as writer:
            known = set(self._annotations.tag_names()) if names else set()
            annotation_id = self._annotations.add(writer, annotation, article.stored.id)
        return annotation_id, self._changes(annotation_id, annotation, tags=not known.issuperset(names))

    def resize(self, annotation_id: int, article: Article, span: Range) -> Changes:
        """Give a mark another extent in the article that shows it; it counts as exact then.

        What it covers of other articles, as after one was split within it, stays covered.

        Raises:
            UserError: as ``add`` does.
        """
        before = self._annotations.get(annotation_id)
        drawn = self._with_elsewhere(article, before, self.drawn(article, span))
        if drawn.ranges == before.ranges and before.state is AnchorState.EXACT:
            return Changes(history=False)
        moved = replace(
            before,
            ranges=drawn.ranges,
            quote=drawn.quote,
            prefix=drawn.prefix,
            suffix=drawn.suffix,
            state=AnchorState.EXACT,
        )
        with self._journal.step(StepName.RESIZE, _detail(before), merge_key=f"resize {annotation_id}") as writer:
            self._annotations.move(writer, moved, article.stored.id, _now())
        return self._changes(annotation_id, moved)

    def set_note(self, annotation_id: int, note: str) -> Changes:
        """Write the note of a mark; typing that goes on is one step."""
        before = self._annotations.get(annotation_id)
        if before.note == note:
            return Changes(history=False)
        with self._journal.step(StepName.NOTE, _detail(before), merge_key=f"note {annotation_id}") as writer:
            self._annotations.change(writer, annotation_id, _now(), note=note)
        return self._changes(annotation_id, before)

    def set_color(self, annotation_id: int, color: Color) -> Changes:
        """Give a mark another colour."""
        before = self._annotations.get(annotation_id)
        if before.color == color:
            return Changes(history=False)
        with self._journal.step(StepName.RECOLOR, _detail(before)) as writer:
            self._annotations.change(writer, annotation_id, _now(), color=color)
        return self._changes(annotation_id, before)

    def set_importance(self, annotation_ids: Iterable[int], importance: int) -> Changes:
        """Weigh marks, from 0 to ``MOST_IMPORTANT``, in one step; those that weigh as much already are left alone.

        Raises:
            ValueError: there is no such weight.
            KeyError: a mark is gone.
        """
        if not 0 <= importance <= MOST_IMPORTANT:
            raise ValueError(importance)
        changed = [mark for mark in self._all(annotation_ids) if mark.importance != importance]
        if not changed:
            return Changes(history=False)
        key = f"weigh {changed[0].id}" if len(changed) == 1 else ""
        now = _now()
        with self._journal.step(StepName.WEIGH, _detail(changed[0]), merge_key=key) as writer:
            for annotation in changed:
                self._annotations.change(writer, annotation.id, now, importance=importance)
        return Changes(
            annotations=frozenset(annotation.id for annotation in changed),
            annotated_pages=frozenset(annotation.page_id for annotation in changed),
        )

    def add_tag(self, annotation_id: int, name: str) -> Changes:
        """Give a mark a tag, made as needed. Raises UserError for an empty name."""
        name = tag_name(name)
        before = self._annotations.get(annotation_id)
        if name in before.tags:
            return Changes(history=False)
        with self._journal.step(StepName.TAG, name) as writer:
            now = _now()
            made = self._annotations.add_tags(writer, annotation_id, [name], now)
            self._annotations.change(writer, annotation_id, now)
        return self._changes(annotation_id, before, tags=made)

    def remove_tag(self, annotation_id: int, name: str) -> Changes:
        """Take a tag from a mark."""
        before = self._annotations.get(annotation_id)
        if name not in before.tags:
            return Changes(history=False)
        with self._journal.step(StepName.UNTAG, name) as writer:
            self._annotations.remove_tag(writer, annotation_id, name)
            self._annotations.change(writer, annotation_id, _now())
        return self._changes(annotation_id, before)

    def delete(self, annotation_ids: Iterable[int]) -> Changes:
        """Remove marks with their notes, tags and links, in one step. Raises KeyError where one is gone."""
        removed = self._all(annotation_ids)
        if not removed:
            return Changes(history=False)
        linked = self._links.neighbours(annotation.id for annotation in removed)
        with self._journal.step(StepName.UNMARK, _detail(removed[0])) as writer:
            for annotation in removed:
                self._annotations.remove(writer, annotation.id)
        return Changes(
            annotations=frozenset(linked.union(annotation.id for annotation in removed)),
            annotated_pages=frozenset(
                [*(annotation.page_id for annotation in removed), *self._annotations.pages_of(linked)]
            ),
        )

    def tag_names(self) -> list[str]:
        """All tags by name."""
        return self._annotations.tag_names()

    def recent_tags(self, limit: int = 9) -> list[str]:
        """The tags used last, newest first."""
        return self._annotations.recent_tags(limit)

    def _all(self, annotation_ids: Iterable[int]) -> list[Annotation]:
        """Annotations in the order of their ids as given, each once. Raises KeyError where one is gone."""
        ids = dict.fromkeys(annotation_ids)
        found = {annotation.id: annotation for annotation in self._annotations.some(ids)}
        return [found[annotation_id] for annotation_id in ids]

    def drawn(self, article: Article, span: Range) -> Annotation:
        """A span as an annotation that has ranges, quote and context, and nothing else yet."""
        span = trimmed(article.view.text, span)
        ranges = article.view.to_page(span)
        if not ranges:
            raise UserError(ErrorCode.MARK_EMPTY)
        return self._anchored(article, ranges, article.view.quote(span))

    def _with_elsewhere(self, article: Article, before: Annotation, drawn: Annotation) -> Annotation:
        """A new extent in an article together with what a mark covers that the article does not show."""
        own = sorted(article.stored.item.ranges())
        parts = [piece for part in before.ranges for piece in _parted(part, own)]
        shown = [is_own for _, is_own in parts]
        if all(shown) or not any(shown):
            return drawn
        first = shown.index(True)
        ahead, behind = ([part for part, is_own in some if not is_own] for some in (parts[:first], parts[first:]))
        ranges = (*ahead, *drawn.ranges, *behind)
        return self._anchored(article, ranges, block_text(article.page.text, ranges, article.page.corrections))

    def _anchored(self, article: Article, ranges: tuple[Range, ...], quote: str) -> Annotation:
        text = article.page.text
        start, end = ranges[0].start, ranges[-1].end
        return Annotation(
            id=0,
            uid="",
            page_id=article.page.id,
            ranges=ranges,
            quote=quote,
            prefix=text[max(start - CONTEXT, 0) : start],
            suffix=text[end : end + CONTEXT],
            color=Color.YELLOW,
            note="",
            tags=(),
            coder="",
            created_at="",
            modified_at="",
        )

    def _changes(self, annotation_id: int, annotation: Annotation, *, tags: bool = False) -> Changes:
        return Changes(
            annotations=frozenset([annotation_id]), annotated_pages=frozenset([annotation.page_id]), tags=tags
        )


def _placed(article: Article, annotations: Iterable[Annotation]) -> list[PlacedMark]:
    found = [
        PlacedMark(annotation, spans)
        for annotation in annotations
        if (spans := article.view.to_view(annotation.ranges))
    ]
    return sorted(found, key=PlacedMark.order)


def tag_name(text: str) -> str:
    """A tag's name as it is kept: white space folded, no ``#`` before it. Raises UserError where nothing is left."""
    name = " ".join(text.split()).lstrip("#＃").strip()
    if not name:
        raise UserError(ErrorCode.TAG_NAME, detail=text)
    return name


def _detail(annotation: Annotation) -> str:
    quote = annotation.quote.replace("\n", " ")
    return quote if len(quote) <= _DETAIL_LENGTH else quote[: _DETAIL_LENGTH - 1] + "…"


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _parted(whole: Range, own: Sequence[Range]) -> Iterator[tuple[Range, bool]]:
    """A range in pieces, and whether each is within some others, which are in order and lie apart."""
    at = whole.start
    for one in own:
        common = one.intersection(whole)
        if common is not None:
            if at < common.start:
                yield Range(at, common.start), False
            yield common, True
            at = common.end
    if at < whole.end:
        yield Range(at, whole.end), False
