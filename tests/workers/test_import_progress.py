"""The numbers of an import under way: how far, how fast, how long still, without the time that it was paused."""

from pathlib import Path

import pytest

from reader.services.importing import Found, Imported, ImportRequest, Paused, Resumed, Started
from reader.ui.import_words import progress_text
from reader.workers.import_progress import ImportTally


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def tally(clock):
    made = ImportTally(ImportRequest((Path("pages"),)), clock)
    made.take(Found(10_000))
    return made


def files(tally, clock, count, seconds):
    """So many files in so many seconds, with a look each second."""
    for number in range(count):
        tally.take(Started(f"{number}.txt"))
        clock.now += seconds / count
        tally.take(Imported(f"{number}.txt", number, (), 0, known=False))
        if number % max(count // max(int(seconds), 1), 1) == 0:
            tally.progress()


def test_rate_and_time_left_are_those_of_the_last_half_minute(tally, clock):
    files(tally, clock, 600, 60)
    assert tally.progress().pages_per_s == pytest.approx(10, rel=0.02)
    files(tally, clock, 4000, 40)
    progress = tally.progress()
    assert progress.pages_per_s == pytest.approx(100, rel=0.02)
    assert progress.eta_s == pytest.approx((10_000 - 4600) / 100, rel=0.02)


def test_a_pause_takes_no_time(tally, clock):
    files(tally, clock, 100, 10)
    tally.take(Paused())
    clock.now += 3600
    waiting = tally.progress()
    assert waiting.paused
    assert waiting.pages_per_s == pytest.approx(10, rel=0.02)
    assert progress_text(waiting).endswith("paused")
    tally.take(Resumed())
    files(tally, clock, 100, 10)
    going = tally.progress()
    assert not going.paused
    assert going.pages_per_s == pytest.approx(10, rel=0.02)


@pytest.mark.parametrize(
    ("seconds", "left"), [(5, "5 s left"), (59, "59 s left"), (600, "10 min left"), (7260, "2 h 1 min left")]
)
def test_the_time_left_is_told_as_people_do(tally, clock, seconds, left):
    files(tally, clock, 100, 100 * seconds / 9900)
    assert progress_text(tally.progress()).endswith(left)
