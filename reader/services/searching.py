"""Search: articles by a query, grouped, with their hits in context."""

import re
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace

from reader.domain import pinyin
from reader.domain.fold import Folded
from reader.domain.found import Facet, Order, SearchHit, SearchPage, Snippet
from reader.domain.memo import MemoTarget
from reader.domain.model import Annotation, Range
from reader.domain.query import Field, Node, Word, parse, positive_words
from reader.domain.scope import Scope
from reader.domain.searchable import TEXT_FIELDS, stretches
from reader.services.pages import Article, PageService
from reader.storage.annotations import AnnotationStore
from reader.storage.memos import MemoStore
from reader.storage.search import SearchStoppedError, SearchStore
from reader.storage.search_index import SearchIndex

__all__ = ["SearchService", "SearchStoppedError"]

SNIPPETS = 3
_CONTEXT = 24
"""Code points shown on each side of a hit."""
_ASKED_A_STEP = 100
_SPACE = re.compile(r"\s")


def never() -> bool:
    """A search that nobody stops."""
    return False


class SearchService:
    """Searches one library. A query is as the reader typed it (``domain/query.py``); one that asks nothing finds none.

    Every method but ``catch_up`` may write, to bring the index in step first; what it finds is then never stale.
    """

    def __init__(
        self, store: SearchStore, index: SearchIndex, pages: PageService, marks: AnnotationStore, memos: MemoStore
    ) -> None:
        self._store = store
        self._index = index
        self._pages = pages
        self._marks = marks
        self._memos = memos

    def catch_up(self) -> Iterator[tuple[int, int]]:
        """Bring the index in step, in short transactions; yields after each how many items are done, and of how many.

        A search does this by itself. After the undoing of a large step it takes long enough to be a job with progress.
        """
        done, total = 0, self._index.stale()
        for taken in self._index.catch_up():
            done += taken
            yield done, max(done, total)

    def stale(self) -> int:
        """How many articles the index does not have as they are now; a library that is only read keeps them so."""
        return self._index.stale()

    def rebuild(self) -> Iterator[tuple[int, int]]:
        """Make the index anew; yields as ``catch_up`` does. Searches are slow until it is done, but never wrong."""
        self._index.clear()
        yield from self.catch_up()

    def unfound(self, sample: int = 2000) -> Generator[tuple[int, int], None, tuple[int, ...]]:
        """Ask the index for what articles say; returns the ids of those that it does not have as they are.

        ``sample`` articles are asked for, spread over the library. Yields how many were, and of how many.
        """
        for _taken in self._index.catch_up():
            yield 0, 0
        documents = self._index.sample(sample)
        missing = []
        for done, (doc, item_id) in enumerate(documents):
            if done % _ASKED_A_STEP == 0:
                yield done, len(documents)
            try:
                holds = self._index.holds(doc, item_id)
            except KeyError:
                continue  # the check of the library names what lost its text
            if not holds:
                missing.append(item_id)
        return tuple(missing)

    def search(
        self,
        query: str,
        scope: Scope = Scope(),  # noqa: B008 # frozen
        *,
        order: Order = Order.NEWEST,
        limit: int = 50,
        offset: int = 0,
        should_stop: Callable[[], bool] = never,
    ) -> SearchPage:
        """The articles that match, from the ``offset``-th on.

        Raises:
            SearchStoppedError: ``should_stop``, which is asked again and again, gave True.
        """
        node = parse(query)
        if node is None:
            return SearchPage((), more=False)
        self._in_step(should_stop)
        with self._store.reading(should_stop):
            found = self._store.find(node, scope, order, limit + 1, offset)
            hits = tuple(self.hits_in(query, found[:limit], should_stop, scope))
        return SearchPage(hits, more=len(found) > limit)

    @contextmanager
    def walk(
        self, query: str, scope: Scope, order: Order, most: int, should_stop: Callable[[], bool]
    ) -> Iterator[Iterator[tuple[int, int]]]:
        """The articles that match, at most so many, found as they are asked for: the number of the day of each, and id.

        The numbers of days are of the same days in all libraries. Inside, ``hits_in`` sees the same state of the
        library. Raises SearchStoppedError as ``search`` does.
        """
        node = parse(query)
        if node is None:
            yield iter(())
            return
        self._in_step(should_stop)
        with self._store.reading(should_stop), closing(self._store.walk(node, scope, order, most)) as found:
            yield found

    def hits_in(
        self,
        query: str,
        item_ids: Sequence[int],
        should_stop: Callable[[], bool],
        scope: Scope = Scope(),  # noqa: B008 # frozen
    ) -> Iterator[SearchHit]:
        """What a query finds in some articles of a scope, as they are asked for. Raises as ``search`` does."""
        node = parse(query)
        if node is None:
            return
        copies = self._store.others(node, scope, item_ids) if scope.once else {}
        annotated = self._store.annotated(item_ids)
        for article in self._pages.articles(item_ids):
            _stop_if(should_stop)
            item_id = article.stored.id
            hit = self._hit(node, article, annotated=item_id in annotated)
            yield replace(hit, copies=copies[item_id]) if item_id in copies else hit

    def count(self, query: str, scope: Scope = Scope(), *, should_stop: Callable[[], bool] = never) -> int:  # noqa: B008
        """How many articles match, exactly. Raises SearchStoppedError as ``search`` does."""
        node = parse(query)
        if node is None:
            return 0
        self._in_step(should_stop)
        with self._store.reading(should_stop):
            return self._store.count(node, scope)

    def facets(
        self,
        query: str,
        scope: Scope = Scope(),  # noqa: B008 # frozen
        *,
        should_stop: Callable[[], bool] = never,
    ) -> dict[Facet, list[tuple[str, int]]]:
        """How many of the articles that match there are by newspaper, year, section and tag; UNKNOWN is "none"."""
        node = parse(query)
        if node is None:
            return {facet: [] for facet in Facet}
        self._in_step(should_stop)
        with self._store.reading(should_stop):
            return self._store.facets(node, scope)

    def hits(self, query: str, article: Article) -> tuple[Range, ...]:
        """Where the words of a query stand in an article: spans of its view in order, apart from each other."""
        return _hits(list(positive_words(parse(query))), article)

    def _in_step(self, should_stop: Callable[[], bool]) -> None:
        for _taken in self._index.catch_up():
            _stop_if(should_stop)

    def _hit(self, node: Node, article: Article, *, annotated: bool) -> SearchHit:
        words = list(positive_words(node))
        found = _hits(words, article)
        snippets = [_snippet(article.view.text, near) for near in _near(found)]
        hits = len(found)
        in_notes = [word for word in words if annotated and word.field in {None, Field.NOTE}]
        in_tags = [word for word in words if annotated and word.field in {None, Field.TAG}]
        marks = self._marks.of_item(article.stored.id) if in_notes or in_tags else []
        for mark in marks if in_notes else ():
            spans = _merged(span for word in in_notes for span in Folded(mark.note).find(word.text))
            hits += len(spans)
            snippets += [_snippet(mark.note, near, mark.id) for near in _near(spans)]
        memo = self._memos.get(MemoTarget.ITEM, article.stored.id) if in_notes else None
        if memo is not None:
            spans = _merged(span for word in in_notes for span in Folded(memo.text).find(word.text))
            hits += len(spans)
            snippets += [replace(_snippet(memo.text, near), span=None, of_memo=True) for near in _near(spans)]
        if not snippets:
            snippets = [*_tags_with(in_tags, marks)]
        return SearchHit(
            article.stored.id,
            article.page.id,
            article.page.meta,
            article.stored.item.title or article.view.text[:60].partition("\n")[0],
            hits,
            tuple(snippets[:SNIPPETS]),
        )


def _tags_with(words: list[Word], marks: list[Annotation]) -> Iterator[Snippet]:
    """The tags of an article's marks with a hit in their names, each once."""
    named: dict[str, int] = {}
    for mark in marks:
        for tag in mark.tags:
            named.setdefault(tag, mark.id)
    for tag, mark_id in named.items():
        letters = [word.text for word in words if word.pinyin]
        read = [span for written in letters for span in pinyin.find(tag, written)]
        spans = _merged([*read, *(span for word in words for span in Folded(tag).find(word.text))])
        if spans:
            yield Snippet(tag, spans, annotation_id=mark_id, of_tag=True)


def _stop_if(should_stop: Callable[[], bool]) -> None:
    if should_stop():
        raise SearchStoppedError


def _hits(words: list[Word], article: Article) -> tuple[Range, ...]:
    in_text = [word for word in words if word.field is None or word.field in TEXT_FIELDS]
    if not in_text:
        return ()
    found: list[Range] = []
    for field, span in stretches(article.view):
        text = article.view.text[span.start : span.end]
        folded = Folded(text, span.start)
        for word in in_text:
            if word.field is None or word.field is field:
                found += folded.find(word.text)
                if word.pinyin and field is Field.TITLE:
                    found += pinyin.find(text, word.text, span.start)
    return _merged(found)


def _merged(spans: Iterator[Range] | list[Range]) -> tuple[Range, ...]:
    """Spans in order, those that overlap as one."""
    merged: list[Range] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Range(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)


def _near(found: tuple[Range, ...]) -> list[list[Range]]:
    """The first hits in groups that one snippet shows."""
    groups: list[list[Range]] = []
    for span in found:
        if groups and span.start - groups[-1][-1].end <= _CONTEXT:
            groups[-1].append(span)
        elif len(groups) < SNIPPETS:
            groups.append([span])
        else:
            break
    return groups


def _snippet(text: str, hits: list[Range], annotation_id: int | None = None) -> Snippet:
    start, end = max(hits[0].start - _CONTEXT, 0), min(hits[-1].end + _CONTEXT, len(text))
    shown = _SPACE.sub(" ", text[start:end])
    inside = tuple(Range(hit.start - start, hit.end - start) for hit in hits)
    return Snippet(shown, inside, None if annotation_id else Range(start, end), annotation_id)
