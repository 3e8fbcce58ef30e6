"""Where in the tree an item stands, found without fetching more than the levels on the way."""

from collections.abc import Iterator

from reader.domain.scope import UNKNOWN, Grouping, Level, Node
from reader.services.library import Library
from reader.ui.tree.model import ArticleTreeModel
from reader.ui.tree.rows import Path, TreeRow


def path_to(model: ArticleTreeModel, library: Library, item_id: int, near: TreeRow) -> Path | None:
    """The path to an item under the filter in force, or None where the tree does not hold it.

    Below tags an item can stand in several places: the group in which ``near`` stands is looked at first.
    """
    found = library.tree.items(model.scope.within(item_id=item_id))
    if not found:
        return None
    page_id = found[0].page_id
    meta = library.pages.metas([page_id])[page_id]
    below: Path = (
        (Level.NEWSPAPER, meta.newspaper or UNKNOWN),
        (Level.DATE, meta.issue_date or UNKNOWN),
        (Level.PAGE, page_id),
        (Level.ITEM, item_id),
    )
    if model.grouping is Grouping.NEWSPAPER:
        return below
    for group in _nearest_first(model, near):
        assert isinstance(group.data, Node)
        assert group.key is not None
        if library.tree.counts(group.data.scope.within(item_id=item_id))[0]:
            return (group.key, *below)
    return None


def _nearest_first(model: ArticleTreeModel, near: TreeRow) -> Iterator[TreeRow]:
    own = near.path()[:1]
    groups = model.root.children or []
    yield from (group for group in groups if group.path() == own)
    yield from (group for group in groups if group.path() != own)
