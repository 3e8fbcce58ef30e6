"""A window with the workbench open beside an article of ``seeds``."""

import pytest

from reader.domain.model import Kind, Role
from reader.domain.scope import Scope


@pytest.fixture
def rows(window):
    """The articles, photos and briefs of the library, in the order of the tree."""
    return window.library.tree.items(Scope())


@pytest.fixture
def bench(window, hands, rows):
    """The workbench, opened by its key beside the first article of a page that has a photo; it has the keyboard."""
    photo = next(row for row in rows if row.kind is Kind.PHOTO)
    first = next(row for row in rows if row.page_id == photo.page_id and row.kind is Kind.ARTICLE)
    window.desk.open_article(first.id)
    hands.press("Ctrl+2", "W")
    return window.desk.workbench


@pytest.fixture
def stand_on(bench):
    """Puts the caret of the workbench at the beginning of the line that begins with a text, and gives its number."""

    def stand(beginning):
        offset = bench.page.text.index(beginning)
        bench.view.go(offset)
        return bench.view.line()

    return stand


@pytest.fixture
def mark(window, hands, bench):
    """A mark on the first sentence of the open article."""
    hands.press("Ctrl+2")
    body = next(p for p in window.desk.article.view.paragraphs if p.role is Role.BODY)
    window.desk.reading.set_caret(body.span.start + 2)
    hands.press("S", "H")
    hands.press("Ctrl+9")
    return window.library.marks.get(window.desk.focused_mark())
