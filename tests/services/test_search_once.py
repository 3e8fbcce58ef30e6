"""A search that shows one of the articles that match and are copies of each other."""

import pytest

from reader.domain.found import Facet, Order
from reader.domain.scope import Scope
from reader.services.importing import ImportRequest
from reader.services.library import Library
from tests.support.wire import PAPERS, STORY, print_wire

ONCE = Scope(once=True)
WORD = STORY[40:44]
IN_TWO = STORY[350:354]  # the third paper has cut it away
IN_SECOND = "这里多了一句"


@pytest.fixture
def library(tmp_path):
    print_wire(tmp_path / "pages")
    with Library(tmp_path / "l.jianbao") as opened:
        for _event in opened.importer.import_pages(ImportRequest((tmp_path / "pages",))):
            pass
        [*opened.copies.catch_up()]
        yield opened


def shown(library, query, scope=ONCE, order=Order.NEWEST, **wanted):
    page = library.search.search(query, scope, order=order, **wanted)
    return [(hit.meta.newspaper, hit.copies) for hit in page.hits]


@pytest.mark.parametrize(
    ("query", "order", "expected"),
    [
        (WORD, Order.NEWEST, [("丙报", 2)]),
        (WORD, Order.OLDEST, [("甲报", 2)]),
        (IN_TWO, Order.NEWEST, [("乙报", 1)]),
        (IN_SECOND, Order.NEWEST, [("乙报", 0)]),  # no copy before it has these words
        (f"{WORD} OR 另一件事", Order.OLDEST, [("甲报", 2), ("丁报", 0)]),
        ("paper:乙", Order.NEWEST, [("乙报", 0)]),
        ("date:2024-05-04..", Order.OLDEST, [("乙报", 1), ("丁报", 0)]),
    ],
)
def test_the_first_that_matches_stands_for_its_copies(library, query, order, expected):
    assert shown(library, query, order=order) == expected
    assert library.search.count(query, ONCE) == len(expected)
    assert library.search.count(query) == sum(1 + copies for _paper, copies in expected)


def test_relevance_shows_each_once_too(library):
    [(paper, copies)] = shown(library, WORD, order=Order.RELEVANCE)
    assert paper in PAPERS
    assert copies == 2


def test_within_a_newspaper_its_own_copy_is_found(library):
    assert shown(library, WORD, Scope(newspaper="丙报", once=True)) == [("丙报", 0)]


def test_pages_of_results_leave_none_out(library):
    query = f"{WORD} OR 另一件事"
    whole = shown(library, query)
    assert [*shown(library, query, limit=1), *shown(library, query, limit=1, offset=1)] == whole
    assert library.search.search(query, ONCE, limit=1).more
    assert not library.search.search(query, ONCE, limit=1, offset=1).more


def test_facets_count_a_story_once_in_each_newspaper(library):
    facets = library.search.facets(WORD, ONCE)
    assert sorted(facets[Facet.NEWSPAPER]) == sorted((paper, 1) for paper in PAPERS)
    assert facets[Facet.YEAR] == [("2024", 1)]
