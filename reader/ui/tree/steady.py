"""Keeps the current row, the selection and the scroll position of the tree while its rows come and go."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint
from PySide6.QtWidgets import QTreeView

from reader.ui.tree.model import ArticleTreeModel
from reader.ui.tree.rows import Path

_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Kept:
    """What must not move: the current row, the selected ones, and a row with its place on the screen in pixels."""

    current: Path
    selected: tuple[Path, ...]
    anchor: Path
    top: int


def keep(view: QTreeView, model: ArticleTreeModel) -> Kept:
    """Note what is where."""
    current = view.currentIndex()
    anchor = current
    if not view.viewport().rect().intersects(view.visualRect(current)):
        scrolled = view.verticalScrollBar().value() > 0
        anchor = view.indexAt(QPoint(0, 0)) if scrolled else QModelIndex()
    return Kept(
        model.row_of(current).path(),
        tuple(model.row_of(index).path() for index in view.selectionModel().selectedIndexes()),
        model.row_of(anchor).path(),
        view.visualRect(anchor).top(),
    )


def restore(view: QTreeView, model: ArticleTreeModel, kept: Kept, reopen: Callable[[], None]) -> None:
    """Put things back by path, or by id where an item or a page moved elsewhere."""
    reopen()
    _restore_selection(view, model, kept)
    anchor = _find(model, kept.anchor)
    if anchor.isValid():
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + view.visualRect(anchor).top() - kept.top)


def _restore_selection(view: QTreeView, model: ArticleTreeModel, kept: Kept) -> None:
    selection = view.selectionModel()
    wanted = [index for path in kept.selected if (index := _find(model, path)).isValid()]
    if set(wanted) != set(selection.selectedIndexes()):
        selection.clearSelection()
        for index in wanted:
            selection.select(index, _Flag.Select)
    current = _find(model, kept.current)
    if current != view.currentIndex():
        # Qt makes a neighbour current where a current row goes; the reader did not choose that one.
        selection.setCurrentIndex(current, _Flag.NoUpdate)


def _find(model: ArticleTreeModel, path: Path) -> QModelIndex:
    """The row with a path, or another row of the same item or page."""
    index = model.index_of(path)
    if index.isValid() or not path:
        return index
    level, value = path[-1]
    for row in model.loaded(level, value) if isinstance(value, int) else ():
        return model.index_of_row(row)
    return index
