"""Which fetched rows of the tree a change concerns, and bringing just those up to date."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.domain.model import Changes
from reader.domain.periods import holds
from reader.domain.scope import PERIODS, UNKNOWN, Grouping, ItemRow, Level, Node, ReadState, Scope
from reader.services.library import Library
from reader.ui.tree.rows import TreeRow

if TYPE_CHECKING:
    from reader.ui.tree.model import ArticleTreeModel

_MANY_PAGES = 500
"""Pages from which looking at every fetched group is cheaper than asking where each page stands."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the touched pages stand now; ``everywhere`` where they are too many to ask."""

    pages: frozenset[int]
    newspapers: frozenset[str]
    issues: frozenset[tuple[str, str]]
    everywhere: bool = False

    def may_hold(self, node: Node) -> bool:
        """Whether a group may hold a touched page."""
        if self.everywhere or node.level in (Level.SECTION, Level.TAG):
            return True
        if node.level is Level.NEWSPAPER:
            return node.value in self.newspapers
        if node.level in PERIODS:
            return any(
                paper == (node.scope.newspaper or UNKNOWN) and holds(node.value, date) for paper, date in self.issues
            )
        if node.level is Level.DATE:
            return (node.scope.newspaper or UNKNOWN, node.value) in self.issues
        return node.scope.page_id in self.pages


class Refresh:
    """Applies one change to a model.

    What was read or marked changes rows of pages that are mostly fetched: their items are read again and the
    differences added to the counts above, so that reading on costs the same in a large library as in a small one.
    Everything else asks for the fetched levels again, and goes down only where counts differ or a touched page stands.
    """

    def __init__(self, model: "ArticleTreeModel", library: Library) -> None:
        self._model = model
        self._library = library

    def apply(self, changes: Changes) -> None:
        """Bring the fetched rows up to date."""
        by_tag = self._model.grouping is Grouping.TAG
        regrouped = by_tag and (changes.tags or changes.annotations or changes.annotated_pages)
        pages = changes.pages | changes.annotated_pages | self._pages_of(changes)
        if changes.pages or regrouped:
            self._regroup(pages)
            return
        missing = {page_id for page_id in pages if not self._reread(page_id)}
        if missing and (changes.items or self._model.scope.state is ReadState.ANNOTATED):
            self._regroup(frozenset(missing))

    def everything(self) -> None:
        """Ask for every fetched level again."""
        self._descend(self._model.root, _Places(frozenset(), frozenset(), frozenset(), everywhere=True))

    def _pages_of(self, changes: Changes) -> frozenset[int]:
        """The pages of touched items, as far as they are not named themselves."""
        found: set[int] = set()
        for item_id in changes.items:
            rows = [row.data for row in self._model.loaded(Level.ITEM, item_id) if isinstance(row.data, ItemRow)]
            if not rows and not changes.pages:
                rows = self._library.tree.items(Scope(item_id=item_id))
            found.update(row.page_id for row in rows)
        return frozenset(found)

    def _reread(self, page_id: int) -> bool:
        """Read the items of a fetched page again; False where it is not fetched or holds other items than before."""
        rows = self._model.loaded(Level.PAGE, page_id)
        if not rows or any(row.children is None for row in rows):
            return False
        same = True
        for row in rows:
            before = _sums(row)
            self._model.sync(row, self._model.query_keeping(row))
            after = _sums(row)
            same = same and before[0] == after[0]
            if before != after:
                self._model.adjust(row, after[1] - before[1], after[2] - before[2])
        return same

    def _regroup(self, pages: frozenset[int]) -> None:
        self._descend(self._model.root, self._places_of(pages))

    def _descend(self, row: TreeRow, places: _Places) -> None:
        before = {child.key: child.data for child in row.children or ()}
        self._model.sync(row, self._model.query(row))
        for child in tuple(row.children or ()):
            if child.children is None or not isinstance(child.data, Node):
                continue
            if before.get(child.key) != child.data or places.may_hold(child.data):
                self._descend(child, places)

    def _places_of(self, pages: frozenset[int]) -> _Places:
        if len(pages) > _MANY_PAGES:
            return _Places(pages, frozenset(), frozenset(), everywhere=True)
        metas = self._library.pages.metas(pages).values()
        issues = frozenset((meta.newspaper or UNKNOWN, meta.issue_date or UNKNOWN) for meta in metas)
        return _Places(pages, frozenset(newspaper for newspaper, _ in issues), issues)


def _sums(row: TreeRow) -> tuple[int, int, int]:
    """Items, unread ones and doubtful ones below a page."""
    items = [child.data for child in row.children or () if isinstance(child.data, ItemRow)]
    return len(items), sum(item.unread for item in items), sum(item.doubtful for item in items)
