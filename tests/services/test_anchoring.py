"""Orphans and moved annotations are settled one by one, and each decision can be undone."""

import pytest

from reader.domain.model import AnchorState, Range
from reader.errors import ErrorCode, UserError
from reader.services.library import Library
from tests.services.test_revising import BOOKS, BRIDGE, DAM, OLD, articles, bring, mark, page, said

NEW = page(
    ("水库除险记", DAM.replace("六批", "六挑")),
    ("老桥重新通车", BRIDGE),
    ("捐书", "八十岁的孙亭老师把收藏的三千余册旧书捐给社区，书架摆在菜市场。"),
)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "test.jianbao", coder="林") as opened:
        yield opened


@pytest.fixture
def settled(library, tmp_path):
    """Old and new page, an orphan, and a moved annotation."""
    old = bring(library, tmp_path / "a", OLD)[0].page_id
    lost, moved = mark(library, old, "把自己收藏的三千册旧书捐给了社区"), mark(library, old, "先后派出六批技术人员驻守")
    new = bring(library, tmp_path / "a", NEW)[0].page_id
    return old, new, lost, moved


def states(library, *annotation_ids):
    return [library.marks.get(annotation_id).state for annotation_id in annotation_ids]


def test_what_is_to_be_settled_is_listed_orphans_first(library, settled):
    old, new, lost, moved = settled
    found = library.revisions.unsettled()
    assert [(one.annotation.id, one.page.id) for one in found] == [(lost, old), (moved, new)]
    assert library.revisions.counts() == (1, 1)


def test_places_are_offered_best_first_with_how_they_read(library, settled):
    _, new, lost, moved = settled
    (place,) = library.revisions.places(lost)
    assert "三千余册旧书" in place.quote
    assert "八十岁的孙亭" in place.before
    assert 0 < place.score < 1
    here, *others = library.revisions.places(moved)
    assert here.ranges == library.marks.get(moved).ranges
    assert here.quote == "先后派出六挑技术人员驻守"
    assert here.score > 0.8
    assert all(not any(a.intersection(b) for a in one.ranges for b in here.ranges) for one in others)
    assert library.pages.page(new).text.index("六挑") in range(*here.ranges[0])


def test_an_orphan_takes_a_place_and_gives_it_back(library, settled):
    old, new, lost, _ = settled
    before = library.marks.get(lost)
    (place,) = library.revisions.places(lost)
    changes = library.revisions.accept(lost, place.ranges)
    after = library.marks.get(lost)
    assert (after.state, after.page_id, after.quote) == (AnchorState.EXACT, new, place.quote)
    assert after.suffix == place.behind
    assert changes.annotated_pages == {old, new}
    assert [one.id for one in library.marks.of_article(articles(library, new)["捐书"])] == [lost]
    assert list(library.maintenance.problems()) == []
    library.history.undo()
    assert library.marks.get(lost) == before


def test_a_moved_annotation_is_confirmed_where_it_is(library, settled):
    _, new, _, moved = settled
    library.revisions.accept(moved, library.marks.get(moved).ranges)
    after = library.marks.get(moved)
    assert (after.state, after.page_id, after.quote) == (AnchorState.EXACT, new, "先后派出六挑技术人员驻守")
    assert library.revisions.counts() == (1, 0)


def test_an_orphan_is_anchored_wherever_the_reader_says(library, settled):
    _, new, lost, _ = settled
    article = articles(library, new)["捐书"]
    at = article.view.text.index("菜市场")
    library.revisions.anchor(lost, article, Range(at, at + 3))
    assert (said(library, lost), library.marks.get(lost).quote) == ("菜市场", "菜市场")
    with pytest.raises(UserError) as caught:
        library.revisions.anchor(lost, article, Range(at, at))
    assert caught.value.code is ErrorCode.MARK_EMPTY


def test_an_orphan_may_stay_on_the_older_text_for_good(library, settled, tmp_path):
    old, _, lost, moved = settled
    library.revisions.keep(lost)
    assert (states(library, lost), library.marks.get(lost).page_id) == ([AnchorState.EXACT], old)
    assert library.revisions.counts() == (0, 1)
    assert library.revisions.keep(moved).history is False
    bring(library, tmp_path / "a", NEW.replace("菜市场", "菜场"))
    assert library.marks.get(lost).page_id == old
    assert list(library.maintenance.problems()) == []


def test_the_older_text_is_shown_with_where_a_mark_stood(library, settled):
    old, _, lost, moved = settled
    page, ranges = library.revisions.old_text(lost)
    assert (page.id, OLD[slice(*ranges[0])]) == (old, "把自己收藏的三千册旧书捐给了社区")
    page, ranges = library.revisions.old_text(moved)
    assert (page.id, OLD[slice(*ranges[0])]) == (old, "先后派出六批技术人员驻守")


def test_without_any_like_place_none_is_offered(library, tmp_path):
    old = bring(library, tmp_path / "a", OLD)[0].page_id
    lost = mark(library, old, BOOKS[4:24])
    bring(library, tmp_path / "a", page(("水库除险记", DAM), ("老桥重新通车", BRIDGE)))
    assert library.revisions.places(lost) == []


def test_a_place_is_followed_into_the_newest_text(library, settled):
    old, new, _, _ = settled
    assert library.revisions.follow(old, OLD.index("两岸居民")) == (new, NEW.index("两岸居民"))
    assert library.revisions.follow(old, OLD.index("坐下来翻")) == (new, -1)
    assert library.revisions.follow(new, 3) == (new, 3)
