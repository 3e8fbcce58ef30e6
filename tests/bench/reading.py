"""Figures of the window: the tree, opening an article, marks on it, and adding one."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from itertools import count

from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QTreeView, QWidget

from reader.domain.boundary import trimmed
from reader.domain.model import Color, Range
from reader.domain.scope import Scope
from reader.services.library import Library
from reader.services.pages import Article
from reader.ui.change_bus import ChangeBus
from reader.ui.main_window import MainWindow
from reader.ui.tree.pane import TreePane
from reader.workers.jobs import JobRunner
from tests.bench import corpus
from tests.bench.gui import Painted, application, main_window, rest, shown
from tests.bench.measure import Pairs, Sample, check, clock, compare
from tests.bench.prepared import Prepared
from tests.bench.table import Judged, Row, Target, row

_LONG = 5000
_MARKS = {500: (Target(50), Target(3, Judged.RATIO)), 2000: (Target(100, Judged.CPU),)}
_BESIDE = 500


def tree(prepared: Prepared, runs: int) -> Iterator[Row]:
    """The article tree, from nothing to painted; the floor shows the same rows, read with plain SQL."""
    application()
    with Library(prepared.library) as library:
        pairs = compare(lambda: _tree_pane(library), lambda: _tree_floor(library), runs)
    yield row(f"tree of {prepared.articles:,} articles, to painted", pairs, Target(300, Judged.CPU))
    with main_window(prepared.copy(prepared.library)) as window:
        pairs = compare(lambda: _expanded(window), _expanded_floor, runs)
    yield row("tree: everything opened (at most 2,000 rows)", pairs)


def opening(prepared: Prepared, runs: int) -> Iterator[Row]:
    """Going to the next article, and opening a long one with many marks."""
    with main_window(prepared.copy(prepared.library)) as window, shown(QTextEdit()) as edit:
        pairs = compare(lambda: _next_article(window), lambda: _set_text(edit, window.desk.article, 0), runs * 2)
    yield row("next article, to painted", pairs, Target(20))
    for marks, targets in _MARKS.items():
        path, item_id = prepared.marked_article(_LONG, marks)
        with main_window(path) as window, shown(QTextEdit()) as edit:
            article = window.library.pages.article(item_id)
            pairs = _compare_marked(window, edit, article, marks, runs)
        yield row(f"article with {marks:,} marks, to painted", pairs, *targets)


def marking(prepared: Prepared, runs: int) -> Iterator[Row]:
    """Adding a mark: in the library alone, and in the window, where it is to be seen."""
    path = prepared.copy(prepared.annotated)
    with Library(path) as library:
        starts = count(10, 3)
        article = library.pages.article(library.tree.items(Scope())[0].id)
        floor_path = prepared.copy(prepared.annotated)
        plain = sqlite3.connect(floor_path, isolation_level=None)
        plain.execute("PRAGMA synchronous = NORMAL")
        try:
            pairs = compare(lambda: _add(library, article, next(starts)), lambda: _insert(plain, article), runs * 2)
        finally:
            plain.close()
    yield row("add a mark, committed", pairs, Target(10, Judged.CPU))
    path, item_id = prepared.marked_article(_LONG, _BESIDE)
    with main_window(path) as window:
        window.desk.open_article(item_id)
        rest()
        spots = count(200, 37)
        pairs = compare(lambda: _highlight(window, next(spots)), lambda: _repaint(window), runs * 2)
    yield row(f"add a mark beside {_BESIDE} others, to painted", pairs, Target(10, Judged.CPU))


def _tree_pane(library: Library) -> Sample:
    with clock() as sample:
        pane = TreePane(library, ChangeBus(), JobRunner(library.path))
        _show_painted(pane, pane.view.viewport())
    check("articles in the tree", sum(node.data.count for node in pane.model.root.children), _articles(library))
    _discard(pane)
    return sample


def _tree_floor(library: Library) -> Sample:
    plain = sqlite3.connect(library.path)
    with clock() as sample:
        model = QStandardItemModel()
        above = "page.newspaper, page.issue_date, page.id"
        where, values = "1", []
        parent = model.invisibleRootItem()
        for column in (*above.split(", "), "item.label"):
            rows = plain.execute(
                f"SELECT {column}, count(*), min(item.id) FROM item JOIN page ON page.id = item.page_id"
                f" WHERE item.readable AND {where} GROUP BY {column} ORDER BY min(page.sort_key)",
                values,
            ).fetchall()
            entries = [QStandardItem(f"{value} {number}") for value, number, _ in rows]
            parent.appendRows(entries)
            parent, where, values = entries[0], f"{where} AND {column} IS ?", [*values, rows[0][0]]
        view = QTreeView()
        view.setUniformRowHeights(True)
        view.setModel(model)
        index = model.index(0, 0)
        while model.hasChildren(index):
            view.expand(index)
            index = model.index(0, 0, index)
        _show_painted(view, view.viewport())
    plain.close()
    _discard(view)
    return sample


def _expanded(window: MainWindow) -> Sample:
    tree = window.desk.tree
    tree.view.setCurrentIndex(tree.model.index(-1, 0))
    for place in range(tree.model.rowCount()):
        tree.view.collapse_below(tree.model.index(place, 0))
    tree.view.setCurrentIndex(tree.model.index(-1, 0))
    rest()
    painted = Painted(tree.view.viewport())
    with clock() as sample, painted.awaited():
        tree.expand_all_below()
    return sample


def _expanded_floor() -> Sample:
    """As many rows in a standard model, opened at once."""
    model = QStandardItemModel()
    groups = [QStandardItem(f"{number}") for number in range(200)]
    for group in groups:
        group.appendRows([QStandardItem(f"{number}") for number in range(10)])
    model.invisibleRootItem().appendRows(groups)
    view = QTreeView()
    view.setUniformRowHeights(True)
    view.setModel(model)
    with shown(view):
        painted = Painted(view.viewport())
        with clock() as sample, painted.awaited():
            view.expandAll()
    return sample


def _next_article(window: MainWindow) -> Sample:
    before = window.desk.article
    painted = Painted(_viewport(window))
    with clock() as sample, painted.awaited():
        window.actions_["next_article"].trigger()
    check("another article is open", window.desk.article not in (None, before), expected=True)
    rest()
    return sample


def _set_text(edit: QTextEdit, article: Article, marks: int) -> Sample:
    """An article in a bare text widget, its marks as formats in one edit block."""
    edit.clear()
    rest()
    painted = Painted(edit.viewport())
    chance = random.Random(corpus.SEED)
    text = article.view.text
    with clock() as sample, painted.awaited():
        edit.setUndoRedoEnabled(False)
        edit.setPlainText(text)
        cursor = QTextCursor(edit.document())
        cursor.beginEditBlock()
        form = QTextCharFormat()
        for number in range(marks):
            start = chance.randrange(len(text) - 60)
            cursor.setPosition(start)
            cursor.setPosition(start + chance.randint(4, 60), QTextCursor.MoveMode.KeepAnchor)
            form.setBackground(QColor.fromHsv(number * 40 % 360, 80, 250))
            cursor.mergeCharFormat(form)
        cursor.endEditBlock()
    check("text shown", edit.document().characterCount() >= len(text), expected=True)
    return sample


def _compare_marked(window: MainWindow, edit: QTextEdit, article: Article, marks: int, runs: int) -> Pairs:
    desk = window.desk
    other = next(row.id for row in window.library.tree.items(Scope()) if row.id != article.stored.id)

    def open_marked() -> Sample:
        desk.open_article(other)
        rest()
        painted = Painted(_viewport(window))
        with clock() as sample, painted.awaited():
            desk.open_article(article.stored.id)
        check("marks shown", len(desk.marks), marks)
        return sample

    return compare(open_marked, lambda: _set_text(edit, article, marks), runs)


def _add(library: Library, article: Article, start: int) -> Sample:
    span = Range(start, start + 12)
    with clock() as sample:
        annotation_id, _changes = library.marks.add(article, span, Color.GREEN)
    check("quote", library.marks.get(annotation_id).quote, article.view.quote(trimmed(article.view.text, span)))
    return sample


def _insert(plain: sqlite3.Connection, article: Article) -> Sample:
    """A copy of a row under another id, committed."""
    columns = "page_id, item_id, start, ranges, quote, prefix, suffix, color, note, coder, created_at, modified_at"
    with clock() as sample:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute(
            f"INSERT INTO annotation (uid, {columns}) SELECT hex(randomblob(16)), {columns} FROM annotation LIMIT 1"
        )
        plain.execute("COMMIT")
    return sample


def _highlight(window: MainWindow, start: int) -> Sample:
    desk = window.desk
    before = len(desk.marks)
    desk.reading.select(Range(start, start + 12))
    rest()
    painted = Painted(_viewport(window))
    with clock() as sample, painted.awaited():
        window.actions_["highlight"].trigger()
    check("marks shown", len(desk.marks), before + 1)
    rest()
    return sample


def _repaint(window: MainWindow) -> Sample:
    viewport = _viewport(window)
    painted = Painted(viewport)
    with clock() as sample, painted.awaited():
        viewport.update()
    return sample


def _articles(library: Library) -> int:
    return library.tree.counts(Scope())[0]


def _viewport(window: MainWindow) -> QWidget:
    edit = window.findChild(QTextEdit, "articleText")
    assert edit is not None
    return edit.viewport()


def _show_painted(widget: QWidget, viewport: QWidget) -> None:
    painted = Painted(viewport)
    with painted.awaited():
        widget.resize(300, 800)
        widget.show()


def _discard(widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()
    rest()
