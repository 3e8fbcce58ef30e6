import pytest

from reader.domain.model import Changes
from reader.ui.tree.feed import ChangeFeed


@pytest.fixture
def feed(qapp):
    made = ChangeFeed()
    yield made
    made.deleteLater()


def changes(*pages):
    return Changes(pages=frozenset(pages))


def test_the_first_change_passes_at_once_and_those_after_it_together(feed, qtbot):
    heard = []
    feed.due.connect(heard.append)
    feed.add(changes(1))
    assert heard == [changes(1)]
    with qtbot.waitSignal(feed.due):
        for page in (2, 3, 4):
            feed.add(changes(page))
    assert heard == [changes(1), changes(2, 3, 4)]


def test_what_waits_can_be_had_now_and_comes_once(feed, qtbot):
    heard = []
    feed.due.connect(heard.append)
    feed.add(changes(1))
    feed.add(changes(2))
    feed.flush()
    feed.flush()
    assert heard == [changes(1), changes(2)]
