"""What a mark costs does not grow with the marks that its article has already."""

from itertools import count

import pytest

from reader.domain.model import Color, Item, Kind, PageMeta, Range, Role
from reader.domain.scope import ReadState, Scope
from reader.services.library import Library
from reader.storage.connection import write
from tests.support.printed import block, file_page

FEW, MANY = 20, 620
_EACH = 10
"""Instructions of SQLite's machine between two calls that count them."""


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "a.jianbao") as opened:
        for number in range(2):
            text = f"廊桥{number}重新开放"
            item = Item(Kind.ARTICLE, (block(text, Role.TITLE, text),), title=text)
            file_page(opened, text, [item], PageMeta("青陵日报", f"2024-05-1{number}"))
        yield opened


@pytest.fixture
def articles(library):
    return [library.pages.article(row.id) for row in library.tree.items(Scope())]


def effort(library, work):
    """How many instructions SQLite's machine runs for some work, in units of ``_EACH``."""
    steps = count()

    def step():
        next(steps)
        return 0

    connection = library._database.conn
    connection.set_progress_handler(step, _EACH)
    try:
        work()
    finally:
        connection.set_progress_handler(None, _EACH)
    return next(steps)


def fill(library, article, marks):
    """Let an article have as many marks."""
    for _ in range(marks - len(library.marks.of_article(article))):
        library.marks.add(article, Range(0, 2), Color.BLUE)


@pytest.mark.parametrize("verb", ["add", "delete", "move", "undo"])
def test_a_mark_among_many_costs_what_one_among_few_does(library, articles, verb):
    article, other = articles

    def cost():
        sql = "SELECT max(id) FROM annotation WHERE item_id = ?"
        mark = library._database.conn.execute(sql, [article.stored.id]).fetchone()[0]
        works = {
            "add": lambda: library.marks.add(article, Range(0, 2), Color.BLUE),
            "delete": lambda: library.marks.delete([mark]),
            "move": lambda: move(library, mark, other.stored.id),
            "undo": library.history.undo,
        }
        return effort(library, works[verb])

    fill(library, article, FEW)
    cost()  # prepares what is kept
    fill(library, article, FEW)
    few = cost()
    fill(library, article, MANY)
    many = cost()
    assert few > 0
    # A deeper tree of an index is a few instructions more; the marks beside it would be thousands.
    assert many < 1.5 * few
    assert library.tree.tallies.wrong() == 0


def move(library, mark, item_id):
    with write(library._database):
        library._database.conn.execute("UPDATE annotation SET item_id = ? WHERE id = ?", [item_id, mark])


def test_an_article_is_annotated_from_its_first_mark_to_its_last(library, articles):
    article, other = articles
    annotated = Scope(state=ReadState.ANNOTATED)

    def counted():
        assert library.tree.tallies.wrong() == 0
        return library.tree.counts(annotated)[0]

    marks = [library.marks.add(article, Range(0, 2), Color.BLUE)[0] for _ in range(2)]
    assert counted() == 1
    library.reading.set_read([article.stored.id], read=True)
    move(library, marks[0], other.stored.id)
    assert counted() == 2
    move(library, marks[1], other.stored.id)
    assert counted() == 1
    library.marks.delete(marks)
    assert counted() == 0
    library.history.undo()
    assert counted() == 1
    move(library, marks[0], None)
    move(library, marks[1], None)
    assert counted() == 0
    move(library, marks[1], article.stored.id)
    assert counted() == 1


def test_a_mark_beside_another_changes_no_count(library, articles):
    def written(article):
        before = library._database.conn.total_changes
        library.marks.add(article, Range(0, 2), Color.BLUE)
        return library._database.conn.total_changes - before

    article, other = articles
    first, second = written(article), written(article)
    assert first - second == 8, "the rows of the table of counts that an article stands in"
    assert written(other) == first
    assert library.maintenance.statistics().marks == 3
