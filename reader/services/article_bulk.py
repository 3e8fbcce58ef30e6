"""Work on many articles at once, as the tree selects them: tags, and the section that they stand in."""

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from reader.domain import repair
from reader.domain.article import ArticleView
from reader.domain.bulk import ArticlesChanged, BulkProgress
from reader.domain.history import StepName
from reader.domain.model import Changes, Color, Range, Role
from reader.domain.scope import Scope
from reader.domain.uid import new_uid
from reader.services.marks import MarkService, tag_name
from reader.services.pages import Article, PageService
from reader.services.refiling import Refiler
from reader.storage.annotations import AnnotationStore
from reader.storage.journal import Journal, Writer
from reader.storage.pages import PageStore
from reader.storage.tree import TreeStore

_HEADING = (Role.TITLE, Role.SUBTITLE, Role.KICKER)
_Work = Callable[[Writer, Sequence[int]], ArticlesChanged]
_NOTHING = ArticlesChanged(0, Changes(history=False))


class ArticleBulkService:
    """Changes all articles of some scopes.

    Every method is a job that works page by page, in short transactions of one step that undo takes back as a whole.
    What was done when it is closed stays. It returns how many articles changed; where none did, there is no step.
    """

    def __init__(
        self,
        tree: TreeStore,
        articles: PageService,
        marks: MarkService,
        annotations: AnnotationStore,
        pages: PageStore,
        refiler: Refiler,
        journal: Journal,
    ) -> None:
        self._tree = tree
        self._articles = articles
        self._marks = marks
        self._annotations = annotations
        self._pages = pages
        self._refiler = refiler
        self._journal = journal

    def tag(
        self, scopes: Sequence[Scope], names: Iterable[str], color: Color
    ) -> Generator[BulkProgress, None, ArticlesChanged]:
        """Tag articles, as a whole.

        Tags are on marks, so an article is tagged on its headline: a mark there takes the tags, and where there is
        none, one is made. An article without a headline is marked where it begins.

        Raises:
            UserError: a tag's name is empty.
        """
        tags = tuple(dict.fromkeys(map(tag_name, names)))

        def work(writer: Writer, item_ids: Sequence[int]) -> ArticlesChanged:
            changes = Changes(history=False)
            for article in self._articles.articles(item_ids):
                changes |= self._tag(writer, article, tags, color)
            return ArticlesChanged(len(changes.annotations), changes)

        return self._walk(StepName.TAG_ARTICLES, "、".join(tags), scopes, work)

    def set_section(self, scopes: Sequence[Scope], name: str | None) -> Generator[BulkProgress, None, ArticlesChanged]:
        """Move articles to a section, or out of every section, where no banner of their page changes that."""

        def work(writer: Writer, item_ids: Sequence[int]) -> ArticlesChanged:
            page = self._pages.page(self._articles.article(item_ids[0]).page.id)
            stored = self._pages.items(page.id)
            before = after = tuple(one.item for one in stored)
            moved = [one.item for one in stored if one.id in set(item_ids) and one.item.section != name]
            for item in moved:
                after = repair.set_section(after, next(iter(item.ranges())), name)
            if after == before:
                return _NOTHING
            return ArticlesChanged(len(moved), self._refiler.refile(writer, page, stored, after))

        return self._walk(StepName.SET_SECTIONS, name or "", scopes, work)

    def _walk(
        self, name: StepName, detail: str, scopes: Sequence[Scope], work: _Work
    ) -> Generator[BulkProgress, None, ArticlesChanged]:
        """Do some work to the articles of each page in turn."""
        item_ids = dict.fromkeys(item_id for scope in scopes for item_id in self._tree.item_ids(scope))
        total, done, changed = len(item_ids), 0, 0
        changes = Changes(history=False)
        yield BulkProgress(0, total)
        step: int | None = None
        try:
            for of_page in self._tree.by_page(list(item_ids)):
                if step is None:
                    step = self._journal.open_step(name)
                with self._journal.add_to(step) as writer:
                    made = work(writer, of_page)
                    changes |= made.changes
                    changed += made.number
                    writer.describe(f"{detail} × {changed:,}".strip())
                done += len(of_page)
                yield BulkProgress(done, total)
        finally:
            if step is not None:
                self._journal.close_step(step)
        return ArticlesChanged(changed, changes)

    def _tag(self, writer: Writer, article: Article, tags: tuple[str, ...], color: Color) -> Changes:
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        drawn = self._marks.drawn(article, _heading(article))
        there = [one for one in self._annotations.of_item(article.stored.id) if one.ranges == drawn.ranges]
        if any(set(tags) <= set(one.tags) for one in there):
            return Changes(history=False)
        if there:
            annotation_id = there[0].id
            made = self._annotations.add_tags(writer, annotation_id, tags, now)
            self._annotations.change(writer, annotation_id, now)
        else:
            made = not set(self._annotations.tag_names()).issuperset(tags)
            coder = self._marks.coder
            annotation = replace(
                drawn, uid=new_uid(), color=color, tags=tags, coder=coder, created_at=now, modified_at=now
            )
            annotation_id = self._annotations.add(writer, annotation, article.stored.id)
        return Changes(annotations=frozenset([annotation_id]), annotated_pages=frozenset([article.page.id]), tags=made)


def _heading(article: Article) -> Range:
    """Where the headline of an article stands in its view, or else its first line."""
    for role in _HEADING:
        ranges = [part for block in article.stored.item.blocks if block.role is role for part in block.ranges]
        spans = article.view.to_view(ranges)
        if spans:
            return Range(spans[0].start, spans[-1].end)
    return _first_line(article.view)


def _first_line(view: ArticleView) -> Range:
    end = view.text.find("\n")
    return Range(0, end if end > 0 else len(view.text))
