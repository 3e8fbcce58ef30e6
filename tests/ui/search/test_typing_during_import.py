"""Typing into the search while an import runs: the window keeps answering, and what it shows is what was asked."""

import time
from itertools import cycle, pairwise

import pytest
from PySide6.QtCore import QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from reader.domain.fold import fold
from reader.domain.scope import Scope
from reader.services.importing import MANY_FILES
from reader.ui.search.model import HIT_ROLE
from tests.bench import corpus

PAGES = 3 * MANY_FILES
WORDS = ("水库", "经济", "村民", "记者")
LONG_MS = 120_000
PACE_MS = 60
STALL_S = 0.25


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "pages"
    made.mkdir()
    for page in corpus.pages(PAGES * corpus.ARTICLES_PER_PAGE):
        text = "\n".join(page.text.splitlines()[:80])
        (made / f"{len(text)}-{page.name.rpartition('/')[2]}").write_text(text, encoding="utf-8")
    return made


class Typist(QObject):
    """Types words by an input method, with pauses in which they are found, and notes the gaps between ticks of 1 ms."""

    def __init__(self, window):
        super().__init__(window)
        self._window = window
        self._field = window.searching.field
        self._steps = cycle(step for word in WORDS for step in (*word, *[""] * 9, None))
        self._ticks = []
        self.shown = []
        self._pace = QTimer(self, interval=PACE_MS)
        self._pace.timeout.connect(self._step)
        self._clock = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)

    def start(self):
        self._field.setFocus()
        self._pace.start()
        self._clock.start()

    def stop(self):
        self._pace.stop()
        self._clock.stop()
        return [after - before for before, after in pairwise(self._ticks)]

    def _tick(self):
        self._ticks.append(time.perf_counter())

    def _step(self):
        step = next(self._steps)
        if step is None:
            self._field.clear()
        elif step:
            for event in (QInputMethodEvent("pin", []), QInputMethodEvent()):
                event.setCommitString("" if event.preeditString() else step)
                QApplication.sendEvent(self._field, event)
        self._look()

    def _look(self):
        """What is listed while a count stands above it is what the field asks for."""
        query = self._field.text()
        results = self._window.searching.results
        if not (self._window.searching.is_shown and query and results.count_text.endswith("found")):
            return
        model = results.model
        hits = [model.index(row).data(HIT_ROLE) for row in range(model.rowCount())]
        self.shown.append((query, [hit.snippets[0].text for hit in hits]))


def plainly(library, word):
    """How many articles have a word, by looking at each."""
    ids = library.tree.item_ids(Scope())
    return sum(fold(word) in fold(article.view.text) for article in library.pages.articles(ids))


def test_the_window_keeps_answering_and_shows_what_was_asked(open_window, folder, tmp_path, qtbot):
    window = open_window(tmp_path / "new.jianbao")
    calm = Typist(window)
    calm.start()
    qtbot.wait(1500)
    longest_alone = max(calm.stop())
    window.searching.end()

    typist = Typist(window)
    began = time.perf_counter()
    with qtbot.waitSignal(window.importing.controller.finished, timeout=LONG_MS) as ended:
        window.import_paths([folder])
        typist.start()
    duration = time.perf_counter() - began
    gaps = typist.stop()
    assert (ended.args[0].pages, ended.args[0].error) == (PAGES, None)

    # A machine that is busy with other things stops a process now and then; a window that does the work itself stands
    # still for most of the time.
    stalled = sum(gap for gap in gaps if gap > STALL_S + longest_alone)
    assert stalled < duration / 5, f"{stalled:.1f} s of {duration:.1f} s, the longest {max(gaps):.2f} s"

    assert {query for query, _ in typist.shown if query in WORDS}, "nothing was found during the import"
    stale = [(query, text) for query, texts in typist.shown for text in texts if fold(query) not in fold(text)]
    assert not stale

    for word in WORDS:
        window.searching.run(word)
        number = plainly(window.library, word)
        expected = f"{QLocale().toString(number)} found"
        qtbot.waitUntil(lambda expected=expected: window.searching.results.count_text == expected, timeout=20_000)
        assert window.library.search.count(word) == number > 1
    window.searching.end()
