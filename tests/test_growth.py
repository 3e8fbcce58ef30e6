"""What grows with the library must not be paid at every step: statements are counted, and query plans are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.domain.export import ExportOptions
from reader.domain.mark_filter import MarkFilter
from reader.domain.model import Color, Range
from reader.domain.scope import Grouping, Level, ReadState, Scope
from reader.services.importing import ImportRequest
from reader.services.library import Library
from reader.ui.tree.model import ArticleTreeModel
from tests.bench import corpus
from tests.bench.prepared import add_marks

LARGE_TABLES = ("page", "page_text", "item", "item_state", "annotation", "annotation_tag", "journal_image")


@contextmanager
def seen_by(library: Library) -> Iterator[list[str]]:
    """The statements that a library runs, with their values in them."""
    statements: list[str] = []
    library._database.conn.set_trace_callback(statements.append)
    yield statements
    library._database.conn.set_trace_callback(None)


def library_of(folder: Path, articles: int, marks: int = 0) -> Library:
    corpus.write_pages(folder / "pages", articles)
    library = Library(folder / "library.jianbao")
    for _event in library.importer.import_pages(ImportRequest((folder / "pages",))):
        pass
    if marks:
        add_marks(library, [row.id for row in library.tree.items(Scope())], marks)
    return library


def statements_for(library: Library, act: Callable[[Library], object]) -> int:
    with seen_by(library) as statements:
        act(library)
    return len(statements)


def open_tree(library: Library) -> None:
    model = ArticleTreeModel(library)
    for row in [model.root, *model.root.children, *(model.root.children[0].loaded())][:3]:
        model.fetch(row)


def open_article(library: Library) -> None:
    article = library.pages.article(library.tree.neighbour(None, Scope(), forward=True))
    library.marks.of_article(article)


def export(library: Library) -> None:
    list(library.exports.export(MarkFilter(), ExportOptions(), library.path.with_suffix(".csv")))


def mark(library: Library) -> None:
    article = library.pages.article(1 + library.tree.neighbour(None, Scope(), forward=True))
    library.marks.add(article, Range(5, 12), Color.GREEN, "注", ("民生",))


@pytest.mark.parametrize("act", [open_tree, open_article, mark])
def test_as_many_statements_in_a_large_library_as_in_a_small_one(
    act: Callable[[Library], object], tmp_path: Path
) -> None:
    counts = []
    for articles, marks in ((20, 20), (80, 400)):
        with library_of(tmp_path / str(articles), articles, marks) as library:
            act(library)  # the first mark of an article is counted in the tree, too, and either may be that
            counts.append(statements_for(library, act))
    assert counts[0] == counts[1] > 0


def test_export_asks_once_a_page_and_not_once_an_annotation(tmp_path: Path) -> None:
    counts = []
    for marks in (100, 400):
        with library_of(tmp_path / str(marks), 20, marks) as library:
            counts.append(statements_for(library, export))
    assert counts[0] == counts[1] > 0


def read_on(library: Library) -> None:
    item_id = library.tree.neighbour(None, Scope(), forward=True)
    item_id = library.tree.neighbour(item_id, Scope(), forward=True)
    article = library.pages.article(item_id)
    library.marks.of_article(article)
    library.reading.set_position(item_id, 3)
    library.reading.set_read([item_id], read=True)
    library.tree.items(Scope(page_id=article.page.id))
    library.pages.metas([article.page.id])


def edit(library: Library) -> None:
    mark(library)
    annotation_id = max(mark.id for mark in library._annotations.of_page(1))
    library.marks.set_note(annotation_id, "再看")
    library.marks.set_color(annotation_id, Color.PINK)
    library.marks.add_tag(annotation_id, "水利")
    library.marks.delete([annotation_id])
    library.history.undo()
    library.history.next_redo()


def import_again(library: Library) -> None:
    for _event in library.importer.import_pages(ImportRequest((library.path.parent / "pages",))):
        pass


@pytest.mark.parametrize("act", [read_on, edit, import_again])
def test_no_step_of_work_scans_a_large_table(act: Callable[[Library], object], tmp_path: Path) -> None:
    with library_of(tmp_path, 40, 80) as library:
        with seen_by(library) as statements:
            act(library)
        scans = {statement: found for statement in statements if (found := scans_of(library, statement))}
    assert statements
    assert scans == {}


def test_a_scan_is_seen(tmp_path: Path) -> None:
    with library_of(tmp_path, 20) as library:
        assert scans_of(library, "SELECT id FROM page_text WHERE length(text) = 7") == ["SCAN page_text"]
        assert scans_of(library, "SELECT id FROM item ORDER BY label LIMIT 1")
        assert not scans_of(library, "SELECT id FROM item WHERE page_id = 7")


def scans_of(library: Library, statement: str) -> list[str]:
    """The steps of a statement's plan that read a large table from end to end.

    One that walks an index in the order that is asked for, and stops at a limit, reads no further than it must.
    """
    if not re.match(r"(?:SELECT|INSERT|UPDATE|DELETE)\b", statement):
        return []
    steps = [row[3] for row in library._database.conn.execute(f"EXPLAIN QUERY PLAN {statement}")]
    sorts = any("TEMP B-TREE" in step for step in steps)
    return [
        step
        for step in steps
        if step.startswith(tuple(f"SCAN {table}" for table in LARGE_TABLES))
        and not ("INDEX" in step and "LIMIT" in statement and not sorts)
    ]


def test_every_grouping_of_the_tree_is_one_statement_a_level(tmp_path: Path) -> None:
    with library_of(tmp_path, 40) as library:
        for grouping in (Grouping.NEWSPAPER, Grouping.SECTION):
            with seen_by(library) as statements:
                roots = library.tree.roots(grouping, Scope())
            assert len(roots) > 1 or grouping is Grouping.NEWSPAPER
            assert len(statements) == 1


def walk_tree(library: Library) -> None:
    """Everything that the tree asks while one opens it and reads on."""
    node = library.tree.roots(Grouping.NEWSPAPER, Scope())[0]
    library.tree.roots(Grouping.SECTION, Scope(state=ReadState.UNREAD))
    while node.level is not Level.PAGE:
        node = library.tree.children(node)[0]
    item_id = library.tree.items(node.scope)[-1].id
    library.tree.place(item_id, Scope())
    library.tree.place(item_id, Scope(state=ReadState.DOUBTFUL))
    for forward in (True, False):
        library.tree.neighbour(item_id, Scope(), forward=forward)
        library.tree.neighbour(item_id, Scope(), forward=forward, unread=True)
        library.tree.neighbour(item_id, Scope(state=ReadState.ANNOTATED), forward=forward)
    library.tree.counts(Scope())


def test_the_tree_never_scans_or_counts_articles(tmp_path: Path) -> None:
    with library_of(tmp_path, 400, 30) as library:
        with seen_by(library) as statements:
            walk_tree(library)
        assert [found for statement in statements for found in scans_of(library, statement)] == []
        steps = [virtual_steps(library, walk_tree)]
    with library_of(tmp_path / "more", 1600, 30) as library:
        steps.append(virtual_steps(library, walk_tree))
    assert steps[1] < 1.5 * steps[0]


def virtual_steps(library: Library, act: Callable[[Library], object]) -> int:
    """How much SQLite does for something, in hundreds of steps of its virtual machine."""
    done = [0]

    def count() -> int:
        done[0] += 1
        return 0

    library._database.conn.set_progress_handler(count, 100)
    act(library)
    library._database.conn.set_progress_handler(None, 0)
    return done[0]
