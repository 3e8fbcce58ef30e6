"""A library of a few pages for the tree, and a printing press for more."""

import itertools

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from reader.domain.model import Changes, Item, Kind, PageMeta, Role
from reader.domain.scope import Grouping, Scope
from reader.services.library import Library
from reader.ui.tree.model import ArticleTreeModel
from reader.workers.jobs import JobRunner
from tests.support.printed import block, file_page

NUMBERS = itertools.count(1)


class Press:
    """Files pages of short articles; each call returns the ``Changes`` that an import would announce."""

    def __init__(self, library):
        self.library = library

    def page(self, newspaper, date, number="1", headlines=("甲", "乙"), section=None, kind=Kind.ARTICLE):
        lines = [f"{headline}标题" for headline in headlines]
        text = "\n".join([*lines, f"第{next(NUMBERS)}页"])
        items = [Item(kind, (block(text, Role.TITLE, line),), section=section, title=line) for line in lines]
        item_ids = file_page(self.library, text, items, PageMeta(newspaper, date, number))
        page_id = self.library.pages.article(item_ids[0]).page.id
        return Changes(pages=frozenset([page_id]), items=frozenset(item_ids))


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "test.jianbao") as opened:
        yield opened


@pytest.fixture
def runner(library):
    """Runs jobs on the library; none is left at the end."""
    made = JobRunner(library.path)
    yield made
    assert made.shutdown(10_000)


@pytest.fixture
def press(library):
    return Press(library)


@pytest.fixture
def printed(press):
    """Two newspapers with three dates; the items are numbered in the order of the tree."""
    press.page("晨报", "2024-05-01", "1", ("一", "二"), "要闻")
    press.page("晨报", "2024-05-01", "2", ("三",), "民生")
    press.page("晨报", "2024-05-02", "1", ("四",), "要闻")
    press.page("晚报", "2024-05-01", "1", ("五", "六", "七"), "要闻")
    return press


@pytest.fixture
def model(library, printed, qapp):
    made = ArticleTreeModel(library)
    # The tester watches every signal and asks for everything after each, but leaves fetching to the tests.
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    tester.setUseFetchMore(False)
    for grouping in (Grouping.TAG, Grouping.NEWSPAPER):  # forgets what the tester fetched before it was told not to
        made.show(grouping, Scope())
    yield made
    made.deleteLater()
