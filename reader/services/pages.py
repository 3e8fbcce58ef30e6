"""Pages and articles: reading them, and saying where they were printed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reader.domain.article import ArticleView
from reader.domain.history import StepName
from reader.domain.model import Changes, Page, PageMeta, StoredItem
from reader.storage.journal import Journal
from reader.storage.pages import PageStore


@dataclass(frozen=True, slots=True)
class Article:
    """An item ready to read: itself, its page, and the view of its text."""

    stored: StoredItem
    page: Page
    view: ArticleView


@dataclass(frozen=True, slots=True)
class MetaEdit:
    """What to change about pages: None leaves a field as it is, "" empties it."""

    newspaper: str | None = None
    issue_date: str | None = None
    page_no: str | None = None
    page_name: str | None = None

    def applied_to(self, meta: PageMeta) -> PageMeta:
        """The metadata after the change."""
        return replace(
            meta,
            **{
                field: value or None
                for field in ("newspaper", "issue_date", "page_no", "page_name")
                if (value := getattr(self, field)) is not None
            },
        )


class PageService:
    """Reads pages and articles and edits the metadata of pages."""

    def __init__(self, pages: PageStore, journal: Journal) -> None:
        self._pages = pages
        self._journal = journal

    def page(self, page_id: int) -> Page:
        """A page with its text. Raises KeyError where it is gone."""
        return self._pages.page(page_id)

    def article(self, item_id: int) -> Article:
        """An item with its page and view. Raises KeyError where it is gone."""
        stored = self._pages.item(item_id)
        page = self._pages.page(stored.page_id)
        return Article(stored, page, ArticleView(page.text, stored.item, page.corrections))

    def articles(self, item_ids: Iterable[int]) -> Iterator[Article]:
        """Items with their pages and views, as they are asked for; each page is read once. KeyError as ``article``."""
        pages: dict[int, Page] = {}
        for item_id in item_ids:
            stored = self._pages.item(item_id)
            page = pages.get(stored.page_id) or self._pages.page(stored.page_id)
            pages[page.id] = page
            yield Article(stored, page, ArticleView(page.text, stored.item, page.corrections))

    def items(self, page_id: int) -> list[StoredItem]:
        """All items of a page in order, banners and furniture among them."""
        return self._pages.items(page_id)

    def metas(self, page_ids: Iterable[int]) -> dict[int, PageMeta]:
        """The metadata of some pages."""
        return self._pages.metas(page_ids)

    def edit_meta(self, page_ids: Iterable[int], edit: MetaEdit) -> Changes:
        """Change the metadata of many pages in one step; pages that it leaves as they are stay untouched."""
        before = self._pages.metas(page_ids)
        after = {page_id: edit.applied_to(meta) for page_id, meta in before.items()}
        changed = {page_id: meta for page_id, meta in after.items() if meta != before[page_id]}
        if not changed:
            return Changes(history=False)
        with self._journal.step(StepName.EDIT_PAGES, str(len(changed))) as writer:
            for page_id, meta in changed.items():
                self._pages.set_meta(writer, page_id, meta)
        return Changes(pages=frozenset(changed))
